"""A number that is hidden until its reason is given, and hides itself again."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from privdesk.gui.clipboard import brief_clipboard
from privdesk.gui.translation import Translated
from privdesk.gui.widgets.icon import IconButton
from privdesk.gui.widgets.text import Text

SECONDS = 30


class MaskedNumber(Translated, QWidget):
    """Shows dots and the last digits; `reveal_wanted` asks for the number, `reveal` shows it for 30 seconds.

    `copy_wanted` asks for it to be logged first, `copy` puts what shows on the clipboard.
    """

    reveal_wanted = Signal()
    copy_wanted = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._masked = ""
        self._left = 0
        self._number = Text()
        self._seconds = Text(role="small", tone="dim")
        self._eye = IconButton(f"{name}Reveal", "eye")
        self._copy = IconButton(f"{name}Copy", "copy")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for part in (self._number, self._seconds, self._eye, self._copy):
            row.addWidget(part)
        row.addStretch(1)
        self._timer = QTimer(self, interval=1000)
        self._timer.timeout.connect(self._tick)
        self._eye.clicked.connect(self._turn)
        self._copy.clicked.connect(self.copy_wanted)
        self.hide_number()
        self.retranslate()

    def set_masked(self, masked: str) -> None:
        """Show the masked form, such as `•••• 8133`, and forget what was revealed."""
        self._masked = masked
        self.hide_number()

    def reveal(self, number: str) -> None:
        """Show the whole number for 30 seconds; its look has been logged by now."""
        self._number.setText(number)
        self._left = SECONDS
        self._timer.start()
        self._show()

    def copy(self) -> None:
        """Put the number on the clipboard for ten seconds, if it still shows; that has been logged by now."""
        if self._left:
            brief_clipboard().copy(self._number.text())

    def hide_number(self) -> None:
        """Hide the number now."""
        self._timer.stop()
        self._left = 0
        self._number.setText(self._masked)
        self._show()

    def retranslate(self) -> None:
        """Set the words of the buttons."""
        self._eye.say(self.tr("Hide the number") if self._left else self.tr("Show the number"))
        self._copy.say(self.tr("Copy for 10 seconds"))

    def _turn(self) -> None:
        if self._left:
            self.hide_number()
        else:
            self.reveal_wanted.emit()

    def _tick(self) -> None:
        self._left -= 1
        if self._left <= 0:
            self.hide_number()
        else:
            self._show()

    def _show(self) -> None:
        self._seconds.setText(self.tr("hides in {seconds} s").format(seconds=self._left) if self._left else "")
        self._eye.set_sign("eye-off" if self._left else "eye")
        self._copy.setVisible(bool(self._left))
        self.retranslate()
