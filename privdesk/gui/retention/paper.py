"""The page of retention on paper: figures, bars, and the list as it is shown, over as many sheets as it needs."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtPrintSupport import QPrinter

from privdesk.gui.theme import color, font, on_paper
from privdesk.gui.widgets.barchart import Legend
from privdesk.gui.widgets.barplot import BarPlot

_DPI = 96
_CHART = 240
_FOOT = 24
_AIR = 6
# how the width is shared by number, name, data, records, kept until, holds, reason
_SHARES = (9, 14, 17, 5, 10, 5, 40)
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop


@dataclass(frozen=True)
class Report:
    """What is printed; `figures` are the tiles as words, `shows` says what the list is about."""

    title: str
    said_on: str
    figures: tuple[str, ...]
    chart_title: str
    plot: BarPlot
    shows: str
    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class Paper:
    """Draws a report on a printer, sheet by sheet."""

    def __init__(self, printer: QPrinter, report: Report) -> None:
        self._printer = printer
        self._report = report
        self._painter = QPainter(printer)
        factor = printer.resolution() / _DPI
        self._painter.scale(factor, factor)
        self._page = QRectF(QPointF(0, 0), printer.pageLayout().paintRectPixels(_DPI).size().toSizeF())
        self._at = 0.0
        self._sheet = 1

    def draw(self) -> None:
        """Draw everything, in the colours for white paper."""
        with on_paper():
            self._line(self._report.title, "title", strong=True)
            self._line(self._report.said_on, "small")
            self._line("   ".join(self._report.figures))
            self._draw_chart()
            self._line(self._report.shows, strong=True)
            self._row(self._report.headers, strong=True)
            for row in self._report.rows:
                self._row(row)
            self._foot()
        self._painter.end()

    def _draw_chart(self) -> None:
        self._at += _AIR
        self._line(self._report.chart_title, strong=True)
        legend = Legend()
        legend.set_names([layer.name for layer in self._report.plot.series])
        legend.draw(self._painter, QPointF(0, self._at), self._page.width())
        self._at += legend.heightForWidth(round(self._page.width()))
        self._report.plot.draw(self._painter, QRectF(0, self._at, self._page.width(), _CHART))
        self._at += _CHART + _AIR

    def _line(self, text: str, role: str = "body", *, strong: bool = False) -> None:
        self._painter.setFont(font(role, strong=strong))
        self._painter.setPen(color("text"))
        room = self._painter.boundingRect(QRectF(0, self._at, self._page.width(), 1000), _WRAP, text)
        self._painter.drawText(room, _WRAP, text)
        self._at = room.bottom() + _AIR

    def _row(self, cells: Sequence[str], *, strong: bool = False) -> None:
        self._painter.setFont(font("small", strong=strong))
        rooms = self._rooms(cells)
        height = max(room.height() for room in rooms) + _AIR
        if self._at + height > self._page.height() - _FOOT:
            self._foot()
            self._printer.newPage()
            self._sheet += 1
            self._at = 0.0
            if not strong:
                self._row(self._report.headers, strong=True)
            self._painter.setFont(font("small", strong=strong))
            rooms = self._rooms(cells)
        self._painter.setPen(color("text"))
        for room, text in zip(rooms, cells, strict=True):
            self._painter.drawText(room, _WRAP, text)
        self._at += height
        self._painter.setPen(QPen(color("line"), 1))
        self._painter.drawLine(QPointF(0, self._at - 2), QPointF(self._page.width(), self._at - 2))

    def _rooms(self, cells: Sequence[str]) -> list[QRectF]:
        """Where each cell lies, as high as its words need."""
        left, rooms = 0.0, []
        for text, share in zip(cells, _SHARES, strict=True):
            width = self._page.width() * share / sum(_SHARES)
            asked = QRectF(left, self._at, width - 8, 1000)
            needed = self._painter.boundingRect(asked, _WRAP, text or " ")
            rooms.append(QRectF(left, self._at, width - 8, needed.height()))
            left += width
        return rooms

    def _foot(self) -> None:
        self._painter.setFont(font("small"))
        self._painter.setPen(color("dim"))
        foot = QRectF(0, self._page.height() - _FOOT, self._page.width(), _FOOT)
        self._painter.drawText(foot, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom, f"{self._sheet}")
