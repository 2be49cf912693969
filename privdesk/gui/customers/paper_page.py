"""A paper about a customer in the place of his record: what would be answered today, his history, who looked."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from privdesk.domain.errors import DeskError
from privdesk.domain.person import Person
from privdesk.domain.shown import shown
from privdesk.domain.text import visible
from privdesk.gui import savefile
from privdesk.gui.background import Background
from privdesk.gui.translation import LANGUAGES, Translated, language, translated, words
from privdesk.gui.widgets.band import Band
from privdesk.gui.widgets.button import Button
from privdesk.gui.widgets.card import Card, line
from privdesk.gui.widgets.chip import Chip, ChipFace
from privdesk.gui.widgets.choice import Choice
from privdesk.gui.widgets.datefield import DateField
from privdesk.gui.widgets.field import Field
from privdesk.gui.widgets.pdfview import PdfView
from privdesk.gui.widgets.text import OneLine, Paragraph
from privdesk.operations import papers, rehearsal
from privdesk.operations.desk import Desk
from privdesk.operations.letters import Draft
from privdesk.operations.papers import Kind, Paper, Span, Way
from privdesk.operations.rehearsal import Caution, Rehearsal

_YEAR = timedelta(days=365)
_TITLES = {
    Kind.ANSWER: shown("papers", "What would we answer today?"),
    Kind.HISTORY: shown("papers", "Changes of the record"),
    Kind.LOOKS: shown("papers", "Who looked at the record"),
}
_CAUTIONS = {
    Caution.ENTRUSTED: shown(
        "papers", "Handled for another business, which alone may disclose: the letter refers to it (APPI Art. 16(4))."
    ),
    Caution.SENSITIVE: shown(
        "papers",
        "Showing that these data exist does harm: the letter says that none are held (Enforcement Order Art. 5). "
        "A manager decides that.",
    ),
    Caution.HOLDS: shown(
        "papers",
        "Holds are told with their reasons: {what}. To withhold them needs a ground of APPI Art. 33(2) and a manager.",
    ),
    Caution.NOTES: shown("papers", "The notes of the record go out word for word."),
    Caution.NO_ADDRESS: shown("papers", "No address is on file; the letter could not be sent."),
}
_READ: dict[Kind, Callable[..., Paper]] = {Kind.HISTORY: papers.history, Kind.LOOKS: papers.looks}
_GLYPHS = shown("papers", "The font lacks these characters: {glyphs}")


@dataclass(frozen=True)
class _Wanted:
    """Which paper shows, about whom, and to which field of the record it is narrowed."""

    kind: Kind
    person: Person
    field: str = ""


class PaperPage(Translated, Card):
    """Shows the pages, with their language and days to choose; what leaves the desk is logged.

    `begun` when a paper is asked for, `left` to go back to the record.
    """

    begun = Signal()
    left = Signal()

    def __init__(self, background: Background, desk: Desk) -> None:
        super().__init__(margin=12)
        self.setObjectName("paperPage")
        self._background, self._desk = background, desk
        self._wanted: _Wanted | None = None
        self._asked = 0
        self._span: Span | None = None
        self._pdf = b""
        self._cautions: dict[Caution, str] = {}
        self._back = Button("paperBack", "quiet", "arrow-left")
        self._title = OneLine(role="strong")
        self._draft = Chip()
        languages = Choice()
        for code, name in LANGUAGES.items():
            languages.addItem(name, code)
        self.language = Field("paperLanguage", languages)
        self.first, self.last = (DateField(name, desk.today) for name in ("paperFirst", "paperLast"))
        self.cautions = Band("paperCautions", "soon", "triangle-alert")
        self._wrong = Paragraph(tone="late")
        self.view = PdfView("paperPdf")
        self.save = Button("paperSave", "plain", "download")
        self.print = Button("paperPrint", "primary", "printer")
        self.column.addLayout(line(self._back, None, self._draft, self.save, self.print))
        self.column.addWidget(self._title)
        self.column.addLayout(line(self.language, self.first, self.last, None, spacing=16))
        for part in (self.cautions, self._wrong):
            self.column.addWidget(part)
        self.column.addWidget(self.view, 1)
        self._connect()
        self.retranslate()

    def show_paper(self, kind: Kind, person: Person, field: str = "") -> None:
        """Draw a paper about this customer, his answer in the language of his letters, the others in the window's."""
        self._wanted = _Wanted(kind, person, field)
        self.language.set_text(person.language if kind is Kind.ANSWER else language())
        self.first.set_day(self._desk.today - _YEAR)
        self.last.set_day(self._desk.today)
        self.retranslate()
        self.draw()
        self.begun.emit()
        self._back.setFocus()

    def draw(self) -> None:
        """Draw it as it stands now; what was asked for before is given up."""
        wanted = self._wanted
        if wanted is None or not all([self.first.check(), self.last.check()]):
            return
        self._asked += 1
        self._cautions = {}
        self._show_pdf(b"")
        self._say()
        self._span = self._chosen()
        ask = partial(self._background.write, self, otherwise=partial(self._refused, self._asked))
        person, spoken = wanted.person.id, self.language.text()
        if wanted.kind is Kind.ANSWER:
            ask(rehearsal.rehearse, person, spoken, then=partial(self._take_rehearsal, self._asked))
        elif self._span is not None:
            then = partial(self._draw_beside, self._asked, papers.drawn)
            more = (wanted.field,) if wanted.kind is Kind.HISTORY else ()
            ask(_READ[wanted.kind], person, self._span, spoken, *more, then=then)

    def retranslate(self) -> None:
        """Set all words."""
        self._back.setText(self.tr("Back to the record"))
        self._draft.set_face(ChipFace(self.tr("Draft"), "neutral"))
        self.language.say(self.tr("Language"))
        self.first.say(self.tr("From"))
        self.last.say(self.tr("To"))
        self.save.setText(self.tr("Save a copy"))
        self.print.setText(self.tr("Print"))
        if self._wanted:
            is_answer = self._wanted.kind is Kind.ANSWER
            title = words("papers", _TITLES[self._wanted.kind])
            self._title.setText(f"{title}  ·  {visible(self._wanted.person.name)}")
            self._draft.setVisible(is_answer)
            for part in (self.first, self.last):
                part.setVisible(not is_answer)
        self._say()

    def _connect(self) -> None:
        self._back.clicked.connect(self.left)
        self.language.edited.connect(self.draw)
        for field in (self.first, self.last):
            if isinstance(field.editor, QLineEdit):
                field.editor.editingFinished.connect(self._redraw)
        self.print.clicked.connect(self.view.ask_printer)
        self.view.printed.connect(partial(self._note, Way.PRINTED))
        self.save.clicked.connect(self._ask_save)

    def _redraw(self) -> None:
        """A day was left: draw again if it is another one."""
        if self._span is not None and self._chosen() not in (None, self._span):
            self.draw()

    def _chosen(self) -> Span | None:
        """The days of the list; None for an answer, which is of today, and where one of them is empty."""
        is_list = self._wanted is not None and self._wanted.kind is not Kind.ANSWER
        if not is_list or not all([self.first.check(), self.last.check()]):
            return None
        first, last = self.first.day(), self.last.day()
        return Span(first, last) if first and last else None

    def _take_rehearsal(self, asked: int, found: Rehearsal) -> None:
        if asked == self._asked:
            self._cautions = found.cautions
            self._say()
            self._draw_beside(asked, rehearsal.drawn, found)

    def _draw_beside(self, asked: int, draw: Callable[..., Any], read: object) -> None:
        """Draw what was read, with progress and without holding up what others save."""
        if asked == self._asked:
            then, otherwise = partial(self._take_pages, asked), partial(self._refused, asked)
            self._background.beside(self, draw, read, then=then, otherwise=otherwise, key="draw", long=True)

    def _take_pages(self, asked: int, pages: bytes | Draft) -> None:
        if asked != self._asked:
            return
        drawn = pages if isinstance(pages, bytes) else pages.pdf
        if isinstance(pages, Draft) and pages.missing:
            glyphs = "  ".join(dict.fromkeys(glyph.named for glyph in pages.missing))
            self._say(words("papers", _GLYPHS).format(glyphs=glyphs))
        self._show_pdf(drawn)

    def _show_pdf(self, pdf: bytes) -> None:
        self._pdf = pdf
        self.view.show_pdf(pdf)
        for button in (self.save, self.print):
            button.setEnabled(bool(pdf))

    def _refused(self, asked: int, error: DeskError) -> None:
        if asked == self._asked:
            self._say(translated(error))

    def _say(self, wrong: str = "") -> None:
        """Say what to look at before the paper leaves, and what went wrong."""
        said = [words("papers", _CAUTIONS[one]).format(what=what) for one, what in self._cautions.items()]
        self.cautions.say("\n".join(said))
        self.cautions.setVisible(bool(said))
        self._wrong.setText(wrong)
        self._wrong.setVisible(bool(wrong))

    def _ask_save(self) -> None:
        wanted = self._wanted
        if wanted:
            title, failed = self.tr("Save a copy"), self._background.failed.emit
            name = " ".join(filter(None, (words("papers", _TITLES[wanted.kind]), wanted.person.number))) + ".pdf"
            savefile.ask(self, title, name, self._pdf, failed, partial(self._note, Way.SAVED))

    def _note(self, way: Way) -> None:
        if self._wanted:
            self._background.write(self, papers.taken, self._wanted.person.id, self._wanted.kind, way)
