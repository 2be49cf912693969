"""Line icons in the theme's colours, drawn anew whenever the theme, the state or the screen's density changes."""

from functools import cache

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPaintEvent, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QToolButton, QWidget

from privdesk.gui.theme import color
from privdesk.resources import resource

_EMPTY = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"/>'


@cache
def _drawing(name: str) -> str:
    file = resource(f"icons/{name}.svg")
    return file.read_text("utf-8") if file.is_file() else _EMPTY


@cache
def _renderer(name: str, paint: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(_drawing(name).replace("currentColor", paint).encode()))


def draw_icon(painter: QPainter, name: str, rect: QRect | QRectF, paint: QColor) -> None:
    """Draw an icon of that name (as in `resources/icons.txt`) into `rect`."""
    _renderer(name, paint.name()).render(painter, QRectF(rect))


class _Engine(QIconEngine):
    """Draws the icon in whatever colour the theme has at that moment."""

    def __init__(self, name: str, paint: str) -> None:
        super().__init__()
        self._name = name
        self._paint = paint

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Draw, dim where the button is disabled, in the accent where it is checked."""
        paint = "edge" if mode == QIcon.Mode.Disabled else self._paint
        if state == QIcon.State.On and paint != "on_accent":
            paint = "accent"
        side = min(rect.width(), rect.height())
        draw_icon(painter, self._name, QRect(rect.left(), rect.top(), side, side), color(paint))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """The icon in device pixels."""
        made = QPixmap(size)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return made

    def clone(self) -> QIconEngine:
        """A second one, which Qt asks for when an icon is copied on write."""
        return _Engine(self._name, self._paint)


def icon(name: str, paint: str = "dim") -> QIcon:
    """A line icon by its name in `resources/icons.txt`, in a named colour of the theme; no name, no icon."""
    return QIcon(_Engine(name, paint)) if name else QIcon()


class Sign(QWidget):
    """A small icon beside words; it says nothing to a screen reader that the words do not say."""

    def __init__(self, name: str = "", paint: str = "dim", side: int = 18, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._paint = paint
        self.setFixedSize(side, side)

    def set_sign(self, name: str, paint: str = "dim") -> None:
        """Show another icon; an empty name shows none."""
        self._name = name
        self._paint = paint
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the icon."""
        if self._name:
            draw_icon(QPainter(self), self._name, self.rect(), color(self._paint))


class IconButton(QToolButton):
    """A button that is only an icon; its words are its tooltip and its name for screen readers."""

    def __init__(self, name: str, sign: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAutoRaise(True)
        self.setIconSize(QSize(18, 18))
        self.set_sign(sign)

    def set_sign(self, sign: str) -> None:
        """Show another icon."""
        self.setIcon(icon(sign))

    def say(self, text: str) -> None:
        """Set the words for the tooltip and for screen readers."""
        self.setToolTip(text)
        self.setAccessibleName(text)
