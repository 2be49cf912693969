"""The report of a month: chosen, drawn, looked at, printed, saved."""

from datetime import date, timedelta

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from privdesk.domain.log import Month
from privdesk.gui import savefile
from privdesk.gui.background import Background
from privdesk.gui.theme import BODY, size
from privdesk.gui.translation import Translated, language
from privdesk.gui.widgets.button import Button
from privdesk.gui.widgets.card import Card
from privdesk.gui.widgets.choice import Choice
from privdesk.gui.widgets.empty import Empty
from privdesk.gui.widgets.field import Field
from privdesk.gui.widgets.pdfview import PdfView
from privdesk.gui.widgets.text import Paragraph
from privdesk.operations import log, log_report
from privdesk.operations.desk import Desk

_CHOOSER = 260
_MONTHS = 24


class ReportPane(Translated, QWidget):
    """The month at the left, the pages at the right; `drawn` when there are other pages to print and save."""

    drawn = Signal()

    def __init__(self, background: Background, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("logReport")
        self._background = background
        self._desk = desk
        self._pdf = b""
        self._first = date.min
        self.month = Field("logMonth", Choice())
        self._text = Paragraph(tone="dim")
        self.draw = Button("logReportDraw", "primary", "file-text")
        self.print = Button("logReportPrint", "plain", "printer")
        self.save = Button("logReportSave", "plain", "download")
        self.pages = PdfView("logReportPages")
        self._empty = Empty("file-text")
        self._side = QStackedWidget()
        self._lay_out()
        self.draw.clicked.connect(self.begin)
        self._empty.step_wanted.connect(self.begin)
        self.print.clicked.connect(self.pages.ask_printer)
        self.save.clicked.connect(self.ask_save)
        self.retranslate()
        self.month.set_text((_begin(desk.today) - timedelta(days=1)).strftime("%Y-%m"))

    @property
    def there(self) -> bool:
        """Whether pages show."""
        return bool(self._pdf)

    def begin(self) -> None:
        """Count the month, which is logged, and draw its report."""
        year, number = map(int, self.month.text().split("-"))
        self._background.write(self, log.month, year, number, then=self._take)

    def ask_save(self) -> None:
        """Let the user choose where the report goes."""
        name = self.tr("log-report-{month}").format(month=f"{self._first:%Y-%m}")
        title, failed = self.tr("Save the report"), self._background.failed.emit
        savefile.ask(self, title, f"{name}.pdf", self._pdf, failed, lambda: None)

    def retranslate(self) -> None:
        """Set all words; pages that were drawn stay in their language."""
        self.month.say(self.tr("Month"))
        self._text.setText(
            self.tr(
                "Says who did what how often, what was refused, and the code that binds the log up to there. Print it, "
                "have it signed, and keep it apart from this PC: with its code the log can be compared later."
            )
        )
        self.draw.setText(self.tr("Draw the report"))
        self.print.setText(self.tr("Print"))
        self.save.setText(self.tr("Save a copy"))
        self._empty.say(
            self.tr("No report is drawn yet"),
            self.tr("Choose the month at the left; drawing it is noted in the log."),
            self.tr("Draw the report"),
        )
        self._fill()

    def _lay_out(self) -> None:
        chooser = Card(margin=12, spacing=12)
        chooser.setFixedWidth(round(_CHOOSER * size() / BODY))
        for part in (self.month, self.draw, self.print, self.save, self._text):
            chooser.column.addWidget(part)
        chooser.column.addStretch(1)
        for button in (self.print, self.save):
            button.setEnabled(False)
        shown = Card(margin=8)
        self._side.addWidget(self._empty)
        self._side.addWidget(self.pages)
        shown.column.addWidget(self._side)
        left = QVBoxLayout()
        left.addWidget(chooser)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addLayout(left)
        row.addWidget(shown, 1)

    def _fill(self) -> None:
        """The months back from this one, which may be reported while it runs."""
        box, chosen = self.month.editor, self.month.text()
        assert isinstance(box, QComboBox)
        box.clear()
        first = _begin(self._desk.today)
        for _ in range(_MONTHS):
            name = self.tr("{month} {year}").format(month=QLocale().monthName(first.month), year=first.year)
            box.addItem(name, first.strftime("%Y-%m"))
            first = _begin(first - timedelta(days=1))
        self.month.set_text(chosen)

    def _take(self, found: Month) -> None:
        self._first = found.first
        office, today, who = self._desk.office.name, self._desk.today, self._desk.actor.name
        self._background.beside(
            self, log_report.drawn, found, office, today, who, language(), then=self._show, key="drawn"
        )

    def _show(self, pdf: bytes) -> None:
        self._pdf = pdf
        self.pages.show_pdf(pdf)
        self._side.setCurrentWidget(self.pages)
        for button in (self.print, self.save):
            button.setEnabled(True)
        self.drawn.emit()


def _begin(day: date) -> date:
    return day.replace(day=1)
