"""What stands where nothing is: a sentence saying what belongs here, and the first step."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from privdesk.gui.widgets.button import Button
from privdesk.gui.widgets.icon import Sign
from privdesk.gui.widgets.text import Paragraph, Text


class Empty(QWidget):
    """An icon, a line, an explanation, and a button that emits `step_wanted`."""

    step_wanted = Signal()

    def __init__(self, sign: str = "inbox", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = Text(role="strong")
        self._text = Paragraph(tone="dim")
        self._button = Button("firstStep")
        self._button.clicked.connect(self.step_wanted)
        middle = Qt.AlignmentFlag.AlignHCenter
        self._title.setAlignment(middle)
        self._text.setAlignment(middle)
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addStretch(2)
        column.addWidget(Sign(sign, "edge", 36), alignment=middle)
        column.addSpacing(4)
        column.addWidget(self._title)
        column.addWidget(self._text, alignment=middle)
        column.addSpacing(8)
        column.addWidget(self._button, alignment=middle)
        column.addStretch(3)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the explanation into short lines."""
        super().resizeEvent(event)
        self._fit()

    def say(self, title: str, text: str = "", step: str = "") -> None:
        """Set the words; without `step` there is no button."""
        self._title.setText(title)
        self._text.setText(text)
        self._text.setVisible(bool(text))
        self._button.setText(step)
        self._button.setVisible(bool(step))
        self._fit()

    def _fit(self) -> None:
        width = min(400, max(120, self.width() - 32))
        self._text.setFixedSize(width, self._text.heightForWidth(width))
