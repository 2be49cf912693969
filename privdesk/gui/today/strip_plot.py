"""The drawing of the strip of days: columns of even width, a bar and a name in each."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QLocale, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen

from privdesk.gui.theme import color, font
from privdesk.gui.today.words import weekday
from privdesk.operations.today import Day

_LEAST = 4  # so that a single deadline is no tower
_WIDEST = 26.0
_NAME_LINES = 3
_NUMBERS = ("30",)
_MONDAY = date(2026, 11, 23)
_CENTRE = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter


def line_height() -> int:
    """The height of a line of words below the bars."""
    return QFontMetrics(font("small")).height() + 3


@dataclass(frozen=True)
class StripPlot:
    """Days side by side; the first is today."""

    days: tuple[Day, ...] = ()

    def column(self, area: QRectF, place: int) -> QRectF:
        """The whole column of a day."""
        pitch = area.width() / max(1, len(self.days))
        return QRectF(area.left() + pitch * place, area.top(), pitch, area.height())

    def place_at(self, area: QRectF, point: QPointF) -> int:
        """The day under a point; -1 where there are no days."""
        place = int((point.x() - area.left()) * len(self.days) / max(1.0, area.width()))
        return min(len(self.days) - 1, max(0, place))

    def draw(self, painter: QPainter, area: QRectF, at: int, *, focused: bool) -> None:
        """Draw every day: its ground, its bar, its name; the day `at` with a rim."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        foot = area.bottom() - _NAME_LINES * line_height()
        top = max((day.due for day in self.days), default=0)
        for place, day in enumerate(self.days):
            column = self.column(area, place)
            if not day.is_open:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(color("hover"))
                painter.drawRoundedRect(column.adjusted(1, 0, -1, foot - column.bottom()), 4, 4)
            if place == at:
                _draw_rim(painter, column, focused=focused)
            height = (foot - line_height() - 8) * day.due / max(_LEAST, top)
            _draw_bar(painter, QRectF(column.left(), foot - height, column.width(), height), day.due, place)
            _draw_name(painter, column, day, place, foot)
        painter.setPen(QPen(color("edge"), 1))
        painter.drawLine(QPointF(area.left(), foot + 0.5), QPointF(area.right(), foot + 0.5))


def _draw_rim(painter: QPainter, column: QRectF, *, focused: bool) -> None:
    painter.setPen(QPen(color("accent" if focused else "edge"), 2 if focused else 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(column.adjusted(1, 1, -1, -1), 5, 5)


def _draw_bar(painter: QPainter, room: QRectF, due: int, place: int) -> None:
    if not due:
        return
    width = min(_WIDEST, room.width() - 8)
    bar = QRectF(room.center().x() - width / 2, room.top(), width, room.height())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color("accent" if place else "soon"))
    painter.drawRoundedRect(bar, 3, 3)
    painter.drawRect(bar.adjusted(0, min(4.0, bar.height() / 2), 0, 0))
    painter.setFont(_fitting(room.width(), _NUMBERS, strong=True))
    painter.setPen(color("text"))
    painter.drawText(QRectF(room.left(), bar.top() - line_height(), room.width(), line_height()), _CENTRE, f"{due}")


def _draw_name(painter: QPainter, column: QRectF, day: Day, place: int, foot: float) -> None:
    height = line_height()
    lines = [QRectF(column.left(), foot + 3 + height * n, column.width(), height) for n in range(_NAME_LINES)]
    painter.setFont(_fitting(column.width(), tuple(weekday(_MONDAY + timedelta(n)) for n in range(7))))
    painter.setPen(color("dim"))
    painter.drawText(lines[0], _CENTRE, weekday(day.date))
    if place == 0:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("accent"))
        painter.drawRoundedRect(lines[1].adjusted(1, 0, -1, 0), 6, 6)
    painter.setFont(_fitting(column.width(), _NUMBERS, strong=place == 0))
    painter.setPen(color("on_accent" if place == 0 else "text" if day.is_open else "dim"))
    painter.drawText(lines[1], _CENTRE, f"{day.date.day}")
    if place == 0 or day.date.day == 1:
        painter.setPen(color("dim"))
        painter.setFont(font("small", strong=True))
        name = QLocale().monthName(day.date.month, QLocale.FormatType.ShortFormat)
        painter.drawText(lines[2].adjusted(2, 0, 60, 0), Qt.AlignmentFlag.AlignVCenter, name)


def _fitting(width: float, texts: Iterable[str], *, strong: bool = False) -> QFont:
    """The small font, smaller where the widest of the texts would not fit into its column."""
    made = font("small", strong=strong)
    needed = max(QFontMetrics(made).horizontalAdvance(text) for text in texts) + 2
    if needed > width:
        made.setPixelSize(max(9, int(made.pixelSize() * width / needed)))
    return made
