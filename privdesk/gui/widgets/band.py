"""A coloured ground above what it speaks of: a sign, words that wrap, and what can be done about it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from privdesk.gui.widgets.card import on_ground
from privdesk.gui.widgets.icon import Sign
from privdesk.gui.widgets.text import Paragraph

# a paragraph has air below its last line, so that its words stand above its middle
_AIR = 6


class Band(QWidget):
    """Says something in a tone (late, soon, done or accent); the buttons stand behind the words."""

    def __init__(self, name: str, tone: str, sign: str, *buttons: QWidget) -> None:
        super().__init__()
        self.setObjectName(name)
        on_ground(self, f"band-{tone}")
        self._words = Paragraph(tone="" if tone == "accent" else tone)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 8 if buttons else 12, 4)
        row.setSpacing(10)
        row.addLayout(_raised(Sign(sign, tone)))
        row.addWidget(self._words, 1, Qt.AlignmentFlag.AlignVCenter)
        for button in buttons:
            row.addLayout(_raised(button))

    def text(self) -> str:
        """What it says."""
        return self._words.text()

    def say(self, text: str) -> None:
        """Set the words."""
        self._words.setText(text)


def _raised(part: QWidget) -> QVBoxLayout:
    """Something beside the words, in the middle of their first line where there is but one."""
    column = QVBoxLayout()
    column.setContentsMargins(0, 0, 0, _AIR)
    column.addWidget(part, alignment=Qt.AlignmentFlag.AlignVCenter)
    return column
