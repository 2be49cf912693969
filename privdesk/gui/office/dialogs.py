"""The dialogs of the place Office: change one's password, export everything, settle a conflict."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QPlainTextEdit, QWidget

from privdesk.domain.errors import NameMissing
from privdesk.gui.newpassword import NewPassword
from privdesk.gui.widgets.button import Button
from privdesk.gui.widgets.card import line
from privdesk.gui.widgets.dialog import Dialog, Entering
from privdesk.gui.widgets.field import Field
from privdesk.gui.widgets.password import PasswordField
from privdesk.gui.widgets.sidebyside import Pair, SideBySide
from privdesk.gui.widgets.text import Paragraph
from privdesk.operations.desk import Desk
from privdesk.operations.people import needed_reason

_COMPARING = 760
_REASON = 64


class OwnPasswordDialog(Entering):
    """Emits the old password and the new one."""

    change_wanted = Signal(str, str)

    def __init__(self, parent: QWidget, desk: Desk) -> None:
        super().__init__("ownPassword", parent)
        self._old = Field("oldPassword", PasswordField("oldPassword"))
        self._new = NewPassword("changedPassword", desk.reference.common_passwords)
        self._new.set_words(desk.office.name, desk.actor.login, desk.actor.name)
        self.column.addWidget(self._old)
        self.column.addWidget(self._new)
        self._old.editor.setFocus()
        self.retranslate()

    def try_accept(self) -> None:
        """Ask for the change once the new password keeps the rules."""
        if not self._old.text():
            self._old.editor.setFocus()
        elif self._new.check():
            self.show_wrong("")
            self.show_busy(on=True)
            self.change_wanted.emit(self._old.text(), self._new.password())

    def retranslate(self) -> None:
        """Set all words."""
        text = self.tr("From then on only the new one opens the desk. Backups made before still open with the old one.")
        self.say(self.tr("Change your password"), text, self.tr("Change the password"))
        self._old.say(self.tr("Your password until now"))


class ExportDialog(Dialog):
    """Asks before everything is written in clear; `wanted` with the reason and whether numbers leave in full."""

    wanted = Signal(str, bool)

    def __init__(self, parent: QWidget) -> None:
        super().__init__("exportQuestion", parent, danger=True)
        self._numbers = QCheckBox()
        self._numbers.setObjectName("exportNumbers")
        self._warning = Paragraph(role="strong", tone="late")
        self._reason = Field("exportReason", QPlainTextEdit(), self._checked)
        self._reason.editor.setFixedHeight(_REASON)
        for part in (self._numbers, self._warning, self._reason):
            self.column.addWidget(part)
        self._numbers.toggled.connect(self._warning.setVisible)
        self._warning.hide()
        self.retranslate()
        self._reason.editor.setFocus()

    def try_accept(self) -> None:
        """Go on once there is a reason, which whole numbers need."""
        if self._reason.check():
            self.wanted.emit(self._reason.text().strip(), self._numbers.isChecked())
            self.accept()

    def retranslate(self) -> None:
        """Set all words."""
        text = self.tr(
            "One file with all customers, letters, mails and the log, not encrypted. Whoever has the file can "
            "read all of it. The export itself stands in the log."
        )
        self.say(self.tr("Export everything?"), text, self.tr("Choose where"))
        self._numbers.setText(self.tr("With bank account, card and licence numbers in full"))
        self._warning.setText(
            self.tr(
                "A lost file with whole numbers is an incident that has to be reported (APPI Art. 26). "
                "Leave them out unless the numbers themselves are needed elsewhere."
            )
        )
        self._reason.say(self.tr("Reason"), self.tr("Needed for whole numbers; it goes into the log."))

    def _checked(self, text: str) -> str:
        if self._numbers.isChecked():
            needed_reason(text)
        return ""


class ConflictDialog(Dialog):
    """Shows what was saved meanwhile beside one's own; `accepted` saves one's own, `theirs_taken` drops it."""

    theirs_taken = Signal()

    def __init__(self, parent: QWidget, pairs: Sequence[Pair]) -> None:
        super().__init__("conflict", parent)
        self._pairs = tuple(pairs)
        self._both = SideBySide("conflictPairs")
        self._theirs = Button("takeTheirs")
        self.setMinimumWidth(_COMPARING)
        self.column.addWidget(self._both)
        self.column.addLayout(line(self._theirs, None))
        self._theirs.clicked.connect(self._take_theirs)
        self.retranslate()

    def retranslate(self) -> None:
        """Set all words."""
        text = self.tr("Nothing was overwritten. Compare both and choose; Cancel goes back to your entry.")
        self.say(self.tr("This was changed meanwhile"), text, self.tr("Save mine"))
        self._theirs.setText(self.tr("Take what was saved"))
        self._both.set_pairs(self._pairs, self.tr("Saved meanwhile"), self.tr("Yours"))

    def showEvent(self, event: QShowEvent) -> None:
        """Be as high as the wrapped words need; a dialog does not find that out by itself."""
        super().showEvent(event)
        layout = self.layout()
        if layout:
            self.setMinimumHeight(layout.totalHeightForWidth(self.width()))

    def _take_theirs(self) -> None:
        self.theirs_taken.emit()
        self.reject()


def need_name(text: str) -> str:
    if not text.strip():
        raise NameMissing
    return ""
