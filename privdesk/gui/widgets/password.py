"""A field for a password: can be shown, and notices the caps lock."""

import unicodedata

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from privdesk.gui.translation import Translated
from privdesk.gui.widgets.icon import IconButton


class PasswordField(Translated, QLineEdit):
    """`caps_lock` tells whether the last letter was typed with the caps lock on."""

    caps_lock = Signal(bool)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setTextMargins(0, 0, 34, 0)
        self._eye = IconButton(f"{name}Reveal", "eye", self)
        self._eye.setIconSize(QSize(16, 16))
        self._eye.setCursor(Qt.CursorShape.ArrowCursor)
        self._eye.clicked.connect(lambda: self.reveal(on=self.echoMode() == QLineEdit.EchoMode.Password))
        self.retranslate()

    def reveal(self, *, on: bool) -> None:
        """Show the letters, or dots."""
        self.setEchoMode(QLineEdit.EchoMode.Normal if on else QLineEdit.EchoMode.Password)
        self._eye.set_sign("eye-off" if on else "eye")
        self.retranslate()

    def take(self) -> bytearray:
        """The password as NFC in UTF-8, the same from every keyboard; the field is empty afterwards."""
        taken = bytearray(unicodedata.normalize("NFC", self.text()).encode())
        self.clear()
        self.reveal(on=False)
        return taken

    def retranslate(self) -> None:
        """Set the words of the button."""
        hidden = self.echoMode() == QLineEdit.EchoMode.Password
        self._eye.say(self.tr("Show the password") if hidden else self.tr("Hide the password"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Guess the caps lock: a capital without Shift, or a small letter with it."""
        letter = event.text()
        if letter.isascii() and letter.isalpha():
            shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.caps_lock.emit(letter.isupper() != shifted)
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the button at the right edge, inside the field."""
        super().resizeEvent(event)
        side = self.height() - 8
        self._eye.setGeometry(self.width() - side - 4, 4, side, side)
