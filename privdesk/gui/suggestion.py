"""A suggested password, in clear, to be written down before it is taken."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from privdesk.domain.password import suggested
from privdesk.gui.widgets.button import Button
from privdesk.gui.widgets.card import line
from privdesk.gui.widgets.dialog import Dialog
from privdesk.gui.widgets.text import Text


class SuggestionDialog(Dialog):
    """Emits `taken` with the password that the user accepted."""

    taken = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__("suggestion", parent)
        self._password = Text(role="title")
        self._password.setObjectName("suggestedPassword")
        self._password.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self._another = Button("suggestAnother", "quiet", "refresh-cw")
        self.column.addWidget(self._password)
        self.column.addLayout(line(self._another, None))
        self._another.clicked.connect(self._suggest)
        self._suggest()
        self.retranslate()

    def try_accept(self) -> None:
        """Hand the password over."""
        self.taken.emit(self._password.text())
        self.accept()

    def retranslate(self) -> None:
        """Set all words."""
        self.say(
            self.tr("A suggested password"),
            self.tr("Write it down and keep the paper apart from this PC until you know it by heart."),
            self.tr("Take this password"),
        )
        self._another.setText(self.tr("Another one"))

    def _suggest(self) -> None:
        self._password.setText(suggested())
        self._password.setAccessibleName(self._password.text())
