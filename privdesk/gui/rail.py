"""The places at the left, each with the count of what waits there."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QVBoxLayout, QWidget

from privdesk.gui.theme import BODY, color, font, size
from privdesk.gui.translation import Translated, words
from privdesk.gui.widgets.button import Button
from privdesk.gui.widgets.card import on_ground

_WIDTH = 188


def rail_width() -> int:
    """How wide the column of places is at the present size of the text."""
    return round(_WIDTH * size() / BODY)


@dataclass(frozen=True)
class Place:
    """A place of the desk; `title` is marked with `shown("places", ...)`."""

    name: str
    sign: str
    title: str


class _PlaceButton(Button):
    """Sign and name of a place, its count at the right."""

    def __init__(self, place: Place) -> None:
        super().__init__(f"place_{place.name}", "place", place.sign)
        self.place = place
        self._count = 0
        self.setCheckable(True)
        self.setIconSize(QSize(28, 18))

    def set_count(self, count: int) -> None:
        """Show how much work waits there; nothing for 0."""
        self._count = count
        self.say()

    def say(self) -> None:
        """Set the name, for screen readers with the count."""
        title = words("places", self.place.title)
        self.setText(title)
        self.setAccessibleName(f"{title} {self._count}" if self._count else title)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the count over the button."""
        super().paintEvent(event)
        if self._count:
            painter = QPainter(self)
            painter.setFont(font("small", strong=self.isChecked()))
            painter.setPen(color("accent" if self.isChecked() else "dim"))
            inside = self.rect().adjusted(0, 0, -12, 0)
            painter.drawText(inside, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, f"{self._count:,}")


class Rail(Translated, QFrame):
    """A column of places of which one is in front; `place_wanted` asks for another."""

    place_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        on_ground(self, "rail")
        self.setFixedWidth(rail_width())
        self._buttons: dict[str, _PlaceButton] = {}
        self._group = QButtonGroup(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(10, 14, 10, 14)
        self._column.setSpacing(2)
        self._column.addStretch(1)

    def add(self, place: Place) -> None:
        """Put a place below the others."""
        button = _PlaceButton(place)
        button.say()
        button.clicked.connect(lambda: self.place_wanted.emit(place.name))
        self._group.addButton(button)
        self._buttons[place.name] = button
        self._column.insertWidget(self._column.count() - 1, button)

    def names(self) -> list[str]:
        """The places from top to bottom."""
        return list(self._buttons)

    def set_current(self, name: str) -> None:
        """Mark a place as the one in front."""
        self._buttons[name].setChecked(True)

    def set_count(self, name: str, count: int) -> None:
        """Show how much work waits at a place."""
        self._buttons[name].set_count(count)

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.setFixedWidth(rail_width())

    def retranslate(self) -> None:
        """Say the names of the places again."""
        for button in self._buttons.values():
            button.say()
