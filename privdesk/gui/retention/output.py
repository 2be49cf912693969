"""What leaves the place of retention: a print of the page, and the due list as a file; both are logged first."""

from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QPageLayout
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog

from privdesk.domain.due import DueQuery, Tile
from privdesk.domain.errors import DeskError
from privdesk.gui import savefile
from privdesk.gui.background import Background
from privdesk.gui.retention.overview import Overview
from privdesk.gui.retention.paper import Paper, Report
from privdesk.gui.retention.words import TILES, Wording, dated
from privdesk.gui.translation import language, words
from privdesk.operations import retention
from privdesk.operations.desk import Desk
from privdesk.operations.retention import DUE_COLUMNS
from privdesk.operations.sheets import Cell, SheetFormat, written

_Table = tuple[tuple[Cell, ...], ...]


class Output(QObject):
    """Prints and exports what an overview shows; `failed` with an expected error, `saved` with a file's name."""

    printed = Signal()
    saved = Signal()
    failed = Signal(object)

    def __init__(self, background: Background, desk: Desk, overview: Overview, wording: Wording) -> None:
        super().__init__(overview)
        self._background = background
        self._desk = desk
        self._overview = overview
        self._wording = wording

    def ask_printer(self) -> None:
        """Let the user choose the printer, then print."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageOrientation(QPageLayout.Orientation.Landscape)
        dialog = QPrintDialog(printer, self._overview)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self.print_to(printer))
        QDialog.open(dialog)

    def print_to(self, printer: QPrinter) -> None:
        """Print figures, bars and the whole list that is shown, as soon as it is in the log."""
        query = self._overview.due.model.query
        then = partial(self._draw, printer, query)
        self._background.write(self, retention.due_as_table, query, language(), then=then)

    def export(self, format_: SheetFormat) -> None:
        """Write the list that is shown to a file, as soon as it is in the log."""
        query = self._overview.due.model.query
        then = partial(self._write, format_)
        self._background.write(self, retention.due_as_table, query, language(), then=then)

    def _draw(self, printer: QPrinter, query: DueQuery, table: _Table) -> None:
        found = self._overview.shown
        if found is None:
            return
        report = Report(
            title=self.tr("Retention – {office}").format(office=self._desk.office.name),
            said_on=self.tr("As of {day}").format(day=dated(self._desk.today)),
            figures=tuple(f"{words('retention', TILES[span].title)}: {found.tiles[span]:,}" for span in Tile),
            chart_title=self._overview.chart_title(),
            plot=self._overview.bars.chart.plot,
            shows=self._wording.shows(query),
            headers=_headers(),
            rows=tuple(tuple("" if cell is None else str(cell) for cell in row) for row in table),
        )
        Paper(printer, report).draw()
        self.printed.emit()

    def _write(self, format_: SheetFormat, table: _Table) -> None:
        then = partial(self._ask_place, format_)
        self._background.beside(self, written, format_, _headers(), table, then=then, otherwise=self._fail)

    def _ask_place(self, format_: SheetFormat, content: bytes) -> None:
        name = self.tr("due-list-{day}").format(day=self._desk.today.isoformat())
        title = self.tr("Save the due list")
        savefile.ask(self._overview, title, f"{name}.{format_}", content, self._fail, self.saved.emit)

    def _fail(self, error: DeskError) -> None:
        self.failed.emit(error)


def _headers() -> tuple[str, ...]:
    return tuple(words("due", header) for header in DUE_COLUMNS)
