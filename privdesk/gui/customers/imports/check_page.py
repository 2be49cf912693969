"""Third page of an import: what would happen, and every row that has a problem."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QGridLayout, QProgressBar

from privdesk.domain.errors import DeskError, ImportedBefore
from privdesk.gui.background import Background
from privdesk.gui.customers.files import ask_where, save
from privdesk.gui.customers.imports.mapping_page import MappingPage
from privdesk.gui.customers.imports.problem_table import PROBLEMS, as_file
from privdesk.gui.translation import translated
from privdesk.gui.widgets.button import Button
from privdesk.gui.widgets.card import line
from privdesk.gui.widgets.empty import Empty
from privdesk.gui.widgets.rows import RowsModel
from privdesk.gui.widgets.table import Table
from privdesk.gui.widgets.text import Paragraph, Text
from privdesk.gui.widgets.wizard import WizardPage
from privdesk.operations import batches
from privdesk.operations.batches import Report, RowProblem
from privdesk.operations.desk import Desk
from privdesk.operations.preview import Preview

_LOW = 220


class CheckPage(WizardPage):
    """Runs the import without writing and shows its figures."""

    def __init__(self, background: Background, columns: MappingPage) -> None:
        super().__init__("importCheck")
        self._background = background
        self._columns = columns
        self.report: Report | None = None
        self._figures = tuple(Text(role="title", tone=tone) for tone in ("", "done", "soon", "late"))
        self._words = tuple(Text(role="small", tone="dim") for _ in self._figures)
        self._busy = QProgressBar()
        self._busy.setObjectName("importChecking")
        self._busy.setRange(0, 0)
        self._busy.setTextVisible(False)
        self._wrong = Paragraph(tone="late")
        self._empty = Empty("circle-check")
        self._model: RowsModel[RowProblem] = RowsModel(PROBLEMS, self)
        self._table = Table("importProblems", self._model, self._empty)
        self._table.setMinimumHeight(_LOW)
        self._save = Button("importSaveProblems", "plain", "download")
        figures = QGridLayout()
        figures.setHorizontalSpacing(40)
        for place, (figure, word) in enumerate(zip(self._figures, self._words, strict=True)):
            figures.addWidget(figure, 0, place)
            figures.addWidget(word, 1, place)
        figures.setColumnStretch(len(self._figures), 1)
        self.column.addLayout(figures)
        self.column.addWidget(self._busy)
        self.column.addWidget(self._wrong)
        self.column.addWidget(self._table, 1)
        self.column.addLayout(line(self._save, None))
        self._save.clicked.connect(self._ask_where)
        self._show(None)

    def enter(self) -> None:
        """Try the import, nothing is written."""
        self._show(None)
        found = self._columns.preview
        if found:
            self._busy.show()
            self._background.read(self, partial(_tried, found), then=self._show, otherwise=self._take_error, key="try")

    def step(self) -> str:
        """The word for the line of steps."""
        return self.tr("Check")

    def title(self) -> str:
        """The title."""
        return self.tr("What would happen")

    def text(self) -> str:
        """What it means."""
        return self.tr(
            "Nothing was written yet. A field that cannot be read keeps its text with a warning; a row that cannot be "
            "a customer waits until somebody looks at it. The import can be undone."
        )

    def next_text(self) -> str:
        """The verb with the number of rows."""
        if self.report is None or not self.ready():
            return self.tr("Import")
        return self.tr("Import {count} rows").format(count=f"{self.report.imported:,}")

    def ready(self) -> bool:
        """Whether the same file has not been imported before."""
        return self.report is not None and self.report.before is None and self.report.rows > 0

    def retranslate(self) -> None:
        """Set the words of the contents."""
        texts = (
            self.tr("rows in the file"),
            self.tr("can be imported"),
            self.tr("of them with a warning"),
            self.tr("wait for somebody"),
        )
        for word, text in zip(self._words, texts, strict=True):
            word.setText(text)
        self._busy.setAccessibleName(self.tr("Checking every row"))
        self._table.setAccessibleName(self.tr("Rows with a problem"))
        self._save.setText(self.tr("Save this table…"))
        self._empty.say(self.tr("Checking every row…") if self.report is None else self.tr("No row has a problem"))
        if self.report and self.report.before:
            self._wrong.setText(translated(ImportedBefore(batch=self.report.before.id)))

    def _show(self, report: Report | None) -> None:
        self.report = report
        counts = (report.rows, report.imported, report.warned, report.waiting) if report else ()
        for place, figure in enumerate(self._figures):
            figure.setText(f"{counts[place]:,}" if counts else "–")
        self._busy.hide()
        self._model.set_rows(report.problems if report else ())
        self._save.setEnabled(bool(report and report.problems))
        self._wrong.setVisible(bool(report and report.before))
        self.retranslate()
        self.ready_changed.emit()

    def _take_error(self, error: DeskError) -> None:
        self._show(None)
        self._wrong.setText(translated(error))
        self._wrong.show()

    def _ask_where(self) -> None:
        ask_where(self, self.tr("Save this table"), "problems.csv", self._save_to)

    def _save_to(self, path: Path) -> None:
        if self.report:
            save(self._background, self, path, as_file(self.report.problems))


def _tried(found: Preview, desk: Desk) -> Report:
    return batches.dry_run(desk, found.file, found.kind, found.mapping)
