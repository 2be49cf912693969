"""Asks a manager whether an older copy shall count from now on, why, and a second manager where there is one."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from privdesk.domain.deskerror import DeskError
from privdesk.gui.reasonfield import ReasonField
from privdesk.gui.translation import translated
from privdesk.gui.widgets.dialog import Entering
from privdesk.gui.widgets.field import Field
from privdesk.gui.widgets.password import PasswordField
from privdesk.gui.widgets.text import Paragraph

_REASON = 72


class OlderDesk(Entering):
    """Emits `accepted_because(reason, login, password)`; the last two are empty unless a `second` manager is asked."""

    accepted_because = Signal(str, str, str)

    def __init__(self, parent: QWidget, found: DeskError, *, second: bool) -> None:
        super().__init__("olderDesk", parent, danger=True)
        self.setMinimumWidth(520)
        self._found = found
        self._warning = Paragraph(role="strong")
        self._reason = ReasonField("olderReason")
        self._reason.editor.setFixedHeight(_REASON)
        self._secret = PasswordField("olderSecondPassword")
        self._login = Field("olderSecondLogin", QLineEdit())
        self._password = Field("olderSecondPassword", self._secret)
        self._second = second
        for part in (self._warning, self._reason, self._login, self._password):
            self.column.addWidget(part)
        for part in (self._login, self._password):
            part.setVisible(second)
        self._reason.editor.setFocus()
        self.retranslate()

    def try_accept(self) -> None:
        """Go on once there is a reason and, where one is asked, a second manager; his password stays in no field."""
        login, password = self._login.text().strip(), self._secret.take().decode()
        if not self._reason.check():
            self._reason.editor.setFocus()
        elif self._second and not (login and password):
            self.show_wrong(self.tr("The second manager has not entered login and password yet."))
            (self._secret if login else self._login.editor).setFocus()
        else:
            self.show_wrong("")
            self.show_busy(on=True)
            self.accepted_because.emit(self._reason.reason(), login, password)

    def reject(self) -> None:
        """Once the copy is being opened there is no way back."""
        if self.verb.isEnabled():
            super().reject()

    def retranslate(self) -> None:
        """Set all words."""
        text = self.tr(
            "What was done in the newer one since then is missing in this copy: answers, suspensions, deletions. "
            "Open it only if the newer one is lost for good. From then on this copy counts, and the log says so first."
        )
        self.say(self.tr("Go on with this older copy?"), translated(self._found), self.tr("Open this copy"))
        self._warning.setText(text)
        self._login.say(self.tr("Login of the second manager"))
        self._password.say(self.tr("His password"))
