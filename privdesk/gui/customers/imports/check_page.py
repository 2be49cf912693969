"""Third page of an import: what would happen, and every row that has a problem."""

from pathlib import Path

from PySide6.QtWidgets import QGridLayout, QProgressBar

from privdesk.domain.errors import DeskError, ImportedBefore
from privdesk.gui.background import Background
from privdesk.gui.customers.files import ask_where, save
from privdesk.gui.customers.imports.mapping_page import MappingPage
from privdesk.gui.customers.imports.problem_table import PROBLEMS, as_file, whole
from privdesk.gui.customers.imports.trial_run import TrialRun
from privdesk.gui.translation import translated
from privdesk.gui.widgets.button import Button
from privdesk.gui.widgets.card import line
from privdesk.gui.widgets.empty import Empty
from privdesk.gui.widgets.rows import RowsModel
from privdesk.gui.widgets.table import Table
from privdesk.gui.widgets.text import Paragraph, Text
from privdesk.gui.widgets.wizard import WizardPage
from privdesk.operations.trial import Report, RowProblem

_LOW = 120


class CheckPage(WizardPage):
    """Runs the import without writing and shows its figures."""

    def __init__(self, background: Background, columns: MappingPage) -> None:
        super().__init__("importCheck")
        self._background = background
        self._columns = columns
        self.trial = TrialRun(background, self)
        self._steps = (0, 0)
        self._error: DeskError | None = None
        self.report: Report | None = None
        self._figures = tuple(Text(role="title", tone=tone) for tone in ("", "done", "soon", "late"))
        self._words = tuple(Text(role="small", tone="dim") for _ in self._figures)
        self._busy = QProgressBar()
        self._busy.setObjectName("importChecking")
        self._busy.setTextVisible(False)
        self._stop = Button("importCheckStop")
        self._wrong = Paragraph(tone="late")
        self._empty = Empty("circle-check")
        self._model: RowsModel[RowProblem] = RowsModel(PROBLEMS, self)
        self._table = Table("importProblems", self._model, self._empty)
        self._table.setMinimumHeight(_LOW)
        self._whole = Paragraph(role="small")
        self._save = Button("importSaveProblems", "plain", "download")
        self._lay_out()
        self._stop.clicked.connect(self.trial.stop)
        self.trial.stepped.connect(self._step)
        self.trial.ended.connect(self._show)
        self.trial.failed.connect(self._fail)
        self._empty.step_wanted.connect(self.enter)
        self._table.row_selected.connect(lambda row: self._whole.setText(whole(row)))
        self._save.clicked.connect(self._ask_where)
        self._show(None)

    def _lay_out(self) -> None:
        figures = QGridLayout()
        figures.setHorizontalSpacing(40)
        for place, (figure, word) in enumerate(zip(self._figures, self._words, strict=True)):
            figures.addWidget(figure, 0, place)
            figures.addWidget(word, 1, place)
        figures.setColumnStretch(len(self._figures), 1)
        self.column.addLayout(figures)
        self.column.addLayout(line(self._busy, self._stop))
        self.column.addWidget(self._wrong)
        self.column.addWidget(self._table, 1)
        self.column.addWidget(self._whole)
        self.column.addLayout(line(self._save, None))

    def enter(self) -> None:
        """Try the import, nothing is written."""
        self._steps = (0, 0)
        self._busy.setRange(0, 0)
        if found := self._columns.preview:
            self.trial.begin(found, self._columns.received.received.partner)
        self._show(None)

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
        if not self.report.imported:
            return self.tr("Keep {count} rows to look at").format(count=f"{self.report.waiting:,}")
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
        self._stop.setText(self.tr("Stop"))
        self._table.setAccessibleName(self.tr("Rows with a problem"))
        self._save.setText(self.tr("Save this table…"))
        error = self._error
        if self.report and self.report.before:
            error = ImportedBefore(batch=self.report.before.id)
        self._wrong.setText(translated(error) if error else "")
        self._wrong.setVisible(error is not None)
        self._say_empty()

    def _say_empty(self) -> None:
        if self._error:
            self._empty.say(self.tr("Not every row was checked"), "", self.tr("Check again"))
        elif self.report:
            self._empty.say(self.tr("No row has a problem"))
        else:
            done, total = (f"{count:,}" for count in self._steps)
            count = self.tr("{done} of {total} rows").format(done=done, total=total)
            self._empty.say(self.tr("Checking every row…"), count if self._steps[1] else "")

    def _show(self, report: Report | None, error: DeskError | None = None) -> None:
        self.report, self._error = report, error
        counts = (report.rows, report.imported, report.warned, report.waiting) if report else ()
        for place, figure in enumerate(self._figures):
            figure.setText(f"{counts[place]:,}" if counts else "–")
        self._model.set_rows(report.problems if report else ())
        self._whole.setText("")
        if report and report.problems:
            self._table.select(0)
        self._save.setEnabled(bool(report and report.problems))
        for part in (self._busy, self._stop):
            part.setVisible(self.trial.running)
        self.retranslate()
        self.ready_changed.emit()

    def _fail(self, error: DeskError) -> None:
        self._show(None, error)

    def _step(self, done: int, total: int) -> None:
        self._steps = (done, total)
        self._busy.setRange(0, total)
        self._busy.setValue(done)
        self._say_empty()

    def _ask_where(self) -> None:
        ask_where(self, self.tr("Save this table"), "problems.csv", self._save_to)

    def _save_to(self, path: Path) -> None:
        if self.report:
            save(self._background, self, path, as_file(self.report.problems))
