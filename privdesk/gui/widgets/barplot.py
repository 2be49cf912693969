"""The drawing of a stacked bar chart: figures in, shapes out, the same on the screen and on paper."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QFontMetrics, QPainter, QPen

from privdesk.gui.theme import color, font

# Colour is never the only sign: every second series has a pattern over its colour.
_PATTERNS = (
    Qt.BrushStyle.NoBrush,
    Qt.BrushStyle.BDiagPattern,
    Qt.BrushStyle.NoBrush,
    Qt.BrushStyle.Dense6Pattern,
    Qt.BrushStyle.NoBrush,
    Qt.BrushStyle.HorPattern,
)
_STEPS = (1, 2, 5, 10)
Part = tuple[int, int]
NOWHERE: Part = (-1, -1)


@dataclass(frozen=True)
class Series:
    """One layer of the bars: its name and its value for each month."""

    name: str
    values: tuple[int, ...]


def axis_marks(highest: int, lines: int = 4) -> list[int]:
    """Round figures for the axis, from 0 to at least `highest`."""
    if highest <= 0:
        return [0, 1]
    rough = -(-highest // lines)
    unit = 10 ** (len(str(rough)) - 1)
    step = next(unit * factor for factor in _STEPS if unit * factor >= rough)
    return [step * place for place in range(-(-highest // step) + 1)]


def fill_series(painter: QPainter, rect: QRectF, place: int) -> None:
    """Fill a bar's part, or a legend's square, in the colour and pattern of its series."""
    painter.fillRect(rect, color(f"chart{place % 6 + 1}"))
    pattern = _PATTERNS[(place + place // 6) % 6]
    if pattern != Qt.BrushStyle.NoBrush:
        over = color("card")
        over.setAlpha(120)
        painter.fillRect(rect, QBrush(over, pattern))


@dataclass(frozen=True)
class BarPlot:
    """Months side by side, series upon each other; the first lies at the foot. A part is (month, series)."""

    months: tuple[str, ...] = ()
    series: tuple[Series, ...] = ()

    def totals(self) -> list[int]:
        """The height of each month's bar."""
        return [sum(layer.values[place] for layer in self.series) for place in range(len(self.months))]

    def marks(self) -> list[int]:
        """The figures along the axis."""
        return axis_marks(max(self.totals(), default=0))

    def parts(self, area: QRectF) -> dict[Part, QRectF]:
        """Where each part that is not zero lies."""
        plot, top = self._plot(area), self.marks()[-1]
        pitch = plot.width() / max(1, len(self.months))
        width = min(56.0, pitch * 0.6)
        found: dict[Part, QRectF] = {}
        for month in range(len(self.months)):
            y = plot.bottom()
            for place, layer in enumerate(self.series):
                height = plot.height() * layer.values[month] / top
                if height:
                    left = plot.left() + pitch * (month + 0.5) - width / 2
                    found[month, place] = QRectF(left, y - height, width, max(1.0, height - 1))
                y -= height
        return found

    def part_at(self, area: QRectF, point: QPointF) -> Part:
        """The part under a point, or `NOWHERE`."""
        parts = self.parts(area).items()
        return next((part for part, rect in parts if rect.adjusted(-2, -2, 2, 2).contains(point)), NOWHERE)

    def draw(self, painter: QPainter, area: QRectF, at: Part = NOWHERE) -> None:
        """Draw the chart into `area`, the part `at` with a rim."""
        painter.setFont(font("small"))
        self._draw_axis(painter, area)
        for part, rect in self.parts(area).items():
            fill_series(painter, rect, part[1])
            if part == at:
                painter.setPen(QPen(color("text"), 2))
                painter.drawRect(rect)
        plot = self._plot(area)
        pitch = plot.width() / max(1, len(self.months))
        painter.setPen(color("dim"))
        for place, month in enumerate(self.months):
            label = QRectF(plot.left() + pitch * place, plot.bottom() + 6, pitch, 24)
            painter.drawText(label, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, month)

    def _draw_axis(self, painter: QPainter, area: QRectF) -> None:
        plot, marks = self._plot(area), self.marks()
        for mark in marks:
            y = plot.bottom() - plot.height() * mark / marks[-1]
            painter.setPen(QPen(color("line"), 1))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            painter.setPen(color("dim"))
            label = QRectF(area.left(), y - 10, plot.left() - area.left() - 8, 20)
            painter.drawText(label, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, f"{mark:,}")

    def _plot(self, area: QRectF) -> QRectF:
        metrics = QFontMetrics(font("small"))
        left = metrics.horizontalAdvance(f"{self.marks()[-1]:,}") + 12
        return area.adjusted(left, 12, -4, -metrics.height() - 10)
