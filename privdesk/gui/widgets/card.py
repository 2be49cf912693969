"""The white ground that things lie on, and a line of widgets with even gaps."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget


def on_ground(widget: QWidget, ground: str) -> None:
    """Give a widget a ground of `app.qss`: page, card, rail, bar, foot, clear or a band in a tone."""
    widget.setProperty("ground", ground)
    widget.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)


class Card(QFrame):
    """A framed ground; add widgets to `column`."""

    def __init__(self, parent: QWidget | None = None, margin: int = 16, spacing: int = 8) -> None:
        super().__init__(parent)
        on_ground(self, "card")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(margin, margin, margin, margin)
        self.column.setSpacing(spacing)


def line(*parts: QWidget | int | None, spacing: int = 8) -> QHBoxLayout:
    """Widgets side by side; a number is a gap of so many pixels, None the room that is left."""
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(spacing)
    for part in parts:
        if part is None:
            row.addStretch(1)
        elif isinstance(part, int):
            row.addSpacing(part)
        else:
            row.addWidget(part, alignment=Qt.AlignmentFlag(0))
    return row


def scrolled(inside: QLayout, name: str) -> QScrollArea:
    """An area that scrolls what does not fit, up and down only."""
    ground = QWidget()
    on_ground(ground, "clear")
    ground.setLayout(inside)
    area = QScrollArea()
    area.setObjectName(name)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(ground)
    return area
