"""A bar chart with what belongs to it: title, legend, the same figures as a table, and a print."""

from collections.abc import Sequence
from operator import itemgetter

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QStackedWidget, QWidget

from privdesk.domain.shown import shown
from privdesk.gui.theme import color, font, on_paper
from privdesk.gui.translation import Translated, words
from privdesk.gui.widgets.barchart import BarChart, Legend
from privdesk.gui.widgets.barplot import BarPlot, Series
from privdesk.gui.widgets.button import Button
from privdesk.gui.widgets.card import Card, line
from privdesk.gui.widgets.rows import Column, RowsModel
from privdesk.gui.widgets.table import Table
from privdesk.gui.widgets.text import OneLine


class BarCard(Translated, Card):
    """Title, legend, the chart, the same figures as a table behind it, and a print of it."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.chart = BarChart(f"{name}Chart")
        self._title = OneLine(role="strong")
        self._legend = Legend()
        self._switch = Button(f"{name}AsTable", "quiet", "table")
        self._switch.setCheckable(True)
        self._print = Button(f"{name}Print", "quiet", "printer")
        self._table: Table | None = None
        self._stack = QStackedWidget()
        self._stack.addWidget(self.chart)
        self.column.addLayout(line(self._title, self._switch, self._print))
        self.column.addWidget(self._legend)
        self.column.addWidget(self._stack, 1)
        self._switch.toggled.connect(lambda on: self._stack.setCurrentIndex(1 if on else 0))
        self._print.clicked.connect(self._ask_printer)
        self.retranslate()

    def set_bars(self, title: str, months: Sequence[str], series: Sequence[Series]) -> None:
        """Show these figures as bars and as a table."""
        plot = BarPlot(tuple(months), tuple(series))
        self._title.setText(title)
        self._legend.set_names([layer.name for layer in series])
        self._make_room()
        self.chart.setAccessibleName(title)
        self.chart.set_plot(plot)
        if self._table:
            self._table.deleteLater()
            self._stack.removeWidget(self._table)
        self._table = _table(f"{self.objectName()}Table", plot)
        self._stack.addWidget(self._table)
        self._stack.setCurrentIndex(1 if self._switch.isChecked() else 0)

    def retranslate(self) -> None:
        """Set the words of the buttons."""
        self._switch.setText(self.tr("As a table"))
        self._print.setText(self.tr("Print"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep room for every line of the legend; a splitter around the card would not ask how high it is."""
        super().resizeEvent(event)
        self._make_room()

    def print_to(self, printer: QPrinter) -> None:
        """Print the chart with its title and legend across the page."""
        painter = QPainter(printer)
        factor = printer.resolution() / 96
        painter.scale(factor, factor)
        page = printer.pageLayout().paintRectPixels(96)
        with on_paper():
            painter.setFont(font("title", strong=True))
            painter.setPen(color("text"))
            painter.drawText(QPointF(0, 24), self._title.text())
            self._legend.draw(painter, QPointF(0, 36), page.width())
            top = 44 + self._legend.heightForWidth(page.width())
            self.chart.plot.draw(painter, QRectF(0, top, page.width(), min(page.height() - top, 420)))
        painter.end()

    def _make_room(self) -> None:
        edges = self.column.contentsMargins()
        self._legend.setFixedHeight(self._legend.heightForWidth(self.width() - edges.left() - edges.right()))

    def _ask_printer(self) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self.print_to(printer))
        QDialog.open(dialog)


def _table(name: str, plot: BarPlot) -> Table:
    titles = (words("columns", shown("columns", "Month")), *(layer.name for layer in plot.series))
    titles = (*titles, words("columns", shown("columns", "Total")))
    columns = [
        Column[tuple[str, ...]](f"c{place}", title, itemgetter(place), right=place > 0, stretch=place == 0)
        for place, title in enumerate(titles)
    ]
    model: RowsModel[tuple[str, ...]] = RowsModel(columns)
    values = zip(plot.months, *([f"{value:,}" for value in layer.values] for layer in plot.series), strict=True)
    rows = [(*row, f"{total:,}") for row, total in zip(values, plot.totals(), strict=True)]
    model.set_rows(rows)
    table = Table(name, model)
    model.setParent(table)
    table.setAccessibleName(titles[0])
    return table
