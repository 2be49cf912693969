"""A drop-down whose entry changes only by a click or a key, never by the wheel."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox


class Choice(QComboBox):
    """One of a few entries; closed it leaves the wheel to the page behind, so that scrolling decides nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Pass the wheel on; the open list is a window of its own and scrolls."""
        event.ignore()
