"""Asks who comes for the first time for a password of his own, in the place of the single-use one."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from privdesk.gui.newpassword import NewPassword
from privdesk.gui.widgets.dialog import Entering


class FirstPassword(Entering):
    """Emits `chosen` with a password that keeps the rules."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget, common: frozenset[str], *known: str) -> None:
        super().__init__("firstPassword", parent)
        self._new = NewPassword("firstPassword", common)
        self._new.set_words(*known)
        self.column.addWidget(self._new)
        self._new.focus_first()
        self.retranslate()

    def try_accept(self) -> None:
        """Go on once the password keeps the rules."""
        if self._new.check():
            self.show_wrong("")
            self.show_busy(on=True)
            self.chosen.emit(self._new.password())

    def reject(self) -> None:
        """Once the password is being set there is no way back."""
        if self.verb.isEnabled():
            super().reject()

    def retranslate(self) -> None:
        """Set all words."""
        text = self.tr(
            "The password that you were given was for the first time only. From now on only the one that you choose "
            "here opens the desk; nobody else knows it, and nobody can look it up."
        )
        self.say(self.tr("Choose your own password"), text, self.tr("Unlock"))
