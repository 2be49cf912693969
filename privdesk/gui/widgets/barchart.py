"""A stacked bar chart by month that can be read by pointer, by key and by screen reader."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from privdesk.gui.theme import color, font
from privdesk.gui.widgets.barplot import NOWHERE, BarPlot, Part, fill_series
from privdesk.gui.widgets.text import plain

_STEPS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, 1), Qt.Key.Key_Down: (0, -1)}
_LEGEND_LINE = 20
_LEGEND_WIDTH = 320
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class BarChart(QWidget):
    """The bars; arrows walk over them, Enter or a click emits `part_wanted(month, series)`."""

    part_wanted = Signal(int, int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.plot = BarPlot()
        self._at: Part = NOWHERE
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_plot(self, plot: BarPlot) -> None:
        """Show other figures."""
        self.plot, self._at = plot, NOWHERE
        totals = zip(plot.months, plot.totals(), strict=True)
        self.setAccessibleDescription(", ".join(f"{month} {total}" for month, total in totals))
        self.update()

    def sizeHint(self) -> QSize:
        """A chart that can be read."""
        return QSize(640, 240)

    def minimumSizeHint(self) -> QSize:
        """Below this nobody can read it."""
        return QSize(320, 160)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw on the screen."""
        self.plot.draw(QPainter(self), QRectF(self.rect()), self._at)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Say the value under the pointer."""
        self._go(self.plot.part_at(QRectF(self.rect()), event.position()))
        QToolTip.showText(event.globalPosition().toPoint(), plain(self.said()) if self.said() else "", self)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Ask for what the part counts."""
        self._go(self.plot.part_at(QRectF(self.rect()), event.position()))
        self._want()

    def leaveEvent(self, event: QEvent) -> None:
        """The pointer has gone."""
        if not self.hasFocus():
            self._go(NOWHERE)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk with the arrows, ask with Enter."""
        key = Qt.Key(event.key())
        if key in _ENTER:
            self._want()
        elif key in _STEPS and self.plot.months and self.plot.series:
            across, up = _STEPS[key]
            month = min(len(self.plot.months) - 1, max(0, self._at[0] + across))
            self._go((month, min(len(self.plot.series) - 1, max(0, self._at[1] + up))))
        else:
            super().keyPressEvent(event)

    def said(self) -> str:
        """The part in front in words: month, series, value, and the month's total."""
        month, place = self._at
        if month < 0:
            return ""
        layer = self.plot.series[place]
        value, total = f"{layer.values[month]:,}", f"{self.plot.totals()[month]:,}"
        text = self.tr("{month}, {series}: {value} of {total}")
        return text.format(month=self.plot.months[month], series=layer.name, value=value, total=total)

    def _want(self) -> None:
        if self._at != NOWHERE:
            self.part_wanted.emit(*self._at)

    def _go(self, at: Part) -> None:
        if at != self._at:
            self._at = at
            self.setAccessibleName(self.said())
            self.update()


class Legend(QWidget):
    """The names of the series beside their colours."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: tuple[str, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_names(self, names: Sequence[str]) -> None:
        """Show these names, in the order of the series."""
        self._names = tuple(names)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """All names on one line, or on as many as a third of a usual window makes of them."""
        return QSize(min(_LEGEND_WIDTH, sum(self._width(name) for name in self._names)), _LEGEND_LINE)

    def minimumSizeHint(self) -> QSize:
        """The longest name; the others go on lines of their own."""
        return QSize(max((self._width(name) for name in self._names), default=0), _LEGEND_LINE)

    def heightForWidth(self, width: int) -> int:
        """As many lines as the names need at this width."""
        return max((int(at.y()) for at in self._places(width)), default=0) + _LEGEND_LINE

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw square and name, one after the other."""
        spare = self.height() - self.heightForWidth(self.width())
        self.draw(QPainter(self), QPointF(0, spare // 2), self.width())

    def draw(self, painter: QPainter, at: QPointF, width: float) -> None:
        """Draw from `at`, on the screen or on paper, in lines no wider than `width`."""
        painter.setFont(font("small"))
        for place, (name, spot) in enumerate(zip(self._names, self._places(width), strict=True)):
            left, top = at.x() + spot.x(), at.y() + spot.y()
            fill_series(painter, QRectF(left, top + 4, 12, 12), place)
            painter.setPen(color("dim"))
            painter.drawText(QRectF(left + 18, top, 400, _LEGEND_LINE), Qt.AlignmentFlag.AlignVCenter, name)

    def _places(self, width: float) -> list[QPointF]:
        places, at = [], QPointF(0, 0)
        for name in self._names:
            if at.x() and at.x() + self._width(name) > width:
                at = QPointF(0, at.y() + _LEGEND_LINE)
            places.append(QPointF(at))
            at.setX(at.x() + self._width(name))
        return places

    def _width(self, name: str) -> int:
        return QFontMetrics(font("small")).horizontalAdvance(name) + 36
