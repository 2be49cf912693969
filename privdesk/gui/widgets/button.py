"""Buttons: one primary per screen, quiet ones beside it, red ones only for what destroys."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from privdesk.gui.widgets.icon import icon

_PAINTS = {"primary": "on_accent", "danger": "late", "link": "accent"}


class Button(QPushButton):
    """A verb to press; `kind` is plain, primary, danger, quiet or link."""

    def __init__(self, name: str, kind: str = "plain", sign: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("kind", kind)
        self.setAutoDefault(False)
        # wider than high: the icon is drawn at the left, which leaves a gap before the words
        self.setIconSize(QSize(21, 16))
        if sign:
            self.setIcon(icon(sign, _PAINTS.get(kind, "dim")))
        if kind == "link":
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the keyboard, never the verb of the dialog around it."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def set_kind(self, kind: str) -> None:
        """Look like another kind of button from now on."""
        self.setProperty("kind", kind)
        self.style().unpolish(self)
        self.style().polish(self)
