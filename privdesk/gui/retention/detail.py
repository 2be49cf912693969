"""The right side of a list of retention: what is selected in words, and what can be done with it."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from privdesk.gui.theme import BODY, size
from privdesk.gui.widgets.button import Button
from privdesk.gui.widgets.card import on_ground, scrolled
from privdesk.gui.widgets.text import Paragraph

_WIDTH = 264
_LEAST = 24


class Detail(QWidget):
    """A title, some paragraphs, buttons at the foot."""

    def __init__(self, name: str, buttons: Sequence[Button]) -> None:
        super().__init__()
        self.setObjectName(name)
        on_ground(self, "clear")
        self.setFixedWidth(round(_WIDTH * size() / BODY))
        self._title = Paragraph(role="strong")
        self._text = Paragraph()
        self._more = Paragraph(role="small", tone="dim")
        self._buttons = tuple(buttons)
        words = QVBoxLayout()
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(4)
        words.addWidget(self._text)
        words.addWidget(self._more)
        words.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 4, 8, 8)
        column.setSpacing(6)
        column.addWidget(self._title)
        area = scrolled(words, f"{name}Words")
        area.setMinimumHeight(_LEAST)
        column.addWidget(area, 1)
        for button in self._buttons:
            column.addWidget(button)

    def say(self, title: str, text: str, more: str = "") -> None:
        """Show what is selected; nothing at all with an empty title."""
        self._title.setText(title)
        self._text.setText(text)
        self._more.setText(more)
        self._more.setVisible(bool(more))
        for button in self._buttons:
            button.setEnabled(bool(title))

    def said(self) -> str:
        """What is shown, for who cannot see it."""
        return "\n".join(filter(None, (self._title.text(), self._text.text(), self._more.text())))
