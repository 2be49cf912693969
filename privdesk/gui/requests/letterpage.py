"""One letter across the whole side: a draft to issue, or an issued one to print, save and send."""

from functools import partial
from typing import Literal

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from privdesk.domain.errors import DeskError
from privdesk.domain.letter import LetterQuery, LetterRow, LetterState
from privdesk.gui.letterview import LetterView
from privdesk.gui.posting import template_said
from privdesk.gui.requests.dialogs import fill
from privdesk.gui.requests.wholenumbers import WholeNumbers
from privdesk.gui.requests.work import CaseWork
from privdesk.gui.translation import LANGUAGES, Translated, translated
from privdesk.gui.widgets.button import Button
from privdesk.gui.widgets.card import Card, line
from privdesk.gui.widgets.chip import Chip, ChipFace
from privdesk.gui.widgets.choice import Choice
from privdesk.gui.widgets.field import Field
from privdesk.gui.widgets.pdfview import PdfView
from privdesk.gui.widgets.text import OneLine, Paragraph
from privdesk.operations import letters
from privdesk.operations.done import Done
from privdesk.operations.letter_facts import Wanted
from privdesk.operations.letters import Draft, Page


class DraftPage(Translated, Card):
    """A letter as it would be issued now; `issued` with its line, `left` goes back to the case."""

    issued = Signal(object)
    left = Signal()

    def __init__(self, work: CaseWork) -> None:
        super().__init__(margin=12)
        self.setObjectName("draftPage")
        self._work = work
        self._template = ""
        self._replaces: LetterRow | None = None
        self._back = Button("draftBack", "quiet", "arrow-left")
        self._title = OneLine(role="strong")
        self._chip = Chip()
        self.language = Field("letterLanguage", Choice())
        self.whole = WholeNumbers(work)
        self._instead = Paragraph(role="small", tone="dim")
        self._wrong = Paragraph(tone="late")
        self.view = PdfView("draftPdf")
        self.issue = Button("issueLetter", "primary", "stamp")
        self.column.addLayout(line(self._back, self._title, self._chip, self.issue))
        self.column.addLayout(line(self.language, None))
        self.column.addWidget(self.whole)
        self.column.addWidget(self._instead)
        self.column.addWidget(self._wrong)
        self.column.addWidget(self.view, 1)
        self._back.clicked.connect(self.left)
        self.language.edited.connect(self.draw)
        self.whole.changed.connect(self.draw)
        self.issue.clicked.connect(self._issue)
        self.retranslate()

    def write(self, template: str) -> None:
        """Show a draft of a letter in the language of the request."""
        self._begin(template, None, self._work.case.language)

    def write_instead(self, row: LetterRow) -> None:
        """Show a draft of the letter that replaces an issued one, in its language; the issued one stays as it is."""
        self._begin(row.template, row, row.language)

    def begin(self) -> None:
        """Put the keyboard on what is done with the draft."""
        self.issue.setFocus()

    def draw(self) -> None:
        """Draw the draft as the case stands now."""
        self._say_wrong("")
        self.whole.offer(self._template, self._replaces.id if self._replaces else None)
        self._work.background.write(
            self,
            letters.preview,
            self._work.case.id,
            self._wanted(),
            then=self._take_draft,
            otherwise=self._refused,
        )

    def retranslate(self) -> None:
        """Set all words."""
        self._back.setText(self.tr("Back to the case"))
        fill(self.language, dict(LANGUAGES))
        self.language.say(self.tr("Language of the letter"))
        self.issue.setText(self.tr("Issue the letter"))
        self._chip.set_face(ChipFace(self.tr("Draft"), "neutral"))
        if self._template:
            self._title.setText(template_said(self._work.case.law, self._template))
        if self._replaces is not None:
            text = self.tr("In place of letter {number}, which it names and which is kept as it is.")
            self._instead.setText(text.format(number=self._replaces.number))
        self._instead.setVisible(self._replaces is not None)

    def _begin(self, template: str, replaces: LetterRow | None, language: str) -> None:
        self._template, self._replaces = template, replaces
        self.language.set_text(language)
        self.whole.reason = ""
        self.retranslate()
        self.view.show_pdf(b"")
        self.draw()

    def _wanted(self) -> Wanted:
        language: Literal["ja", "en"] = "en" if self.language.text() == "en" else "ja"
        replaces = self._replaces.id if self._replaces else None
        why = self.whole.reason
        return Wanted(self._template, language, replaces=replaces, whole_numbers=bool(why), numbers_for=why)

    def _take_draft(self, draft: Draft) -> None:
        self.view.show_pdf(draft.pdf)
        if draft.missing:
            glyphs = "  ".join(dict.fromkeys(glyph.named for glyph in draft.missing))
            self._say_wrong(self.tr("The font lacks these characters: {glyphs}").format(glyphs=glyphs))

    def _issue(self) -> None:
        case = self._work.case
        self._say_wrong("")
        self._work.background.write(
            self,
            letters.issue,
            case.id,
            case.version,
            self._wanted(),
            then=self._take_issued,
            otherwise=self._refused,
        )

    def _take_issued(self, done: Done[int]) -> None:
        query = LetterQuery(request=self._work.case.id)
        self._work.background.read(self, letters.page, query, then=partial(self._tell, done.value), key="row")

    def _tell(self, id_: int, page: Page) -> None:
        for row in page.rows:
            if row.id == id_:
                self.issued.emit(row)

    def _refused(self, error: DeskError) -> None:
        self._say_wrong(translated(error))

    def _say_wrong(self, sentence: str) -> None:
        self._wrong.setText(sentence)
        self._wrong.setVisible(bool(sentence))


class IssuedPage(Translated, QWidget):
    """An issued letter of the case; `left` goes back to it, `instead_wanted` asks for one that replaces this one."""

    left = Signal()
    instead_wanted = Signal(object)

    def __init__(self, work: CaseWork) -> None:
        super().__init__()
        self.setObjectName("issuedPage")
        self._work = work
        self._back = Button("letterBack", "quiet", "arrow-left")
        self._instead = Button("letterInstead", "quiet", "refresh-cw")
        self.view = LetterView(work.background, work.desk)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(line(self._back, None, self._instead))
        column.addWidget(self.view, 1)
        self.view.print.installEventFilter(self)
        self._back.clicked.connect(self.left)
        self._instead.clicked.connect(lambda: self.instead_wanted.emit(self.view.row))
        self.view.request_wanted.connect(lambda _: self.left.emit())
        self.retranslate()

    def show_letter(self, row: LetterRow) -> None:
        """Show a letter; one that was replaced, or whose case has ended, cannot be replaced any more."""
        self.view.show_letter(row)
        self._instead.setVisible(not row.replaced_by and self._work.case.request.ending is None)

    def begin(self) -> None:
        """Put the keyboard on what is done next with the letter; it is printed as soon as its pages are there."""
        row = self.view.row
        due = {LetterState.ISSUED: self.view.print, LetterState.PRINTED: self.view.sent}
        button = due.get(row.state, self._back) if row else self._back
        (button if button.isEnabled() else self._back).setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go on to the printing, unless the keyboard went elsewhere meanwhile."""
        if event.type() == QEvent.Type.EnabledChange and self._back.hasFocus():
            self.begin()
        return False

    def follow(self) -> None:
        """The case went on: read the letter's line again."""
        query = LetterQuery(request=self._work.case.id)
        self._work.background.read(self, letters.page, query, then=self._take_rows, key="row")

    def retranslate(self) -> None:
        """Set the words of the ways out."""
        self._back.setText(self.tr("Back to the case"))
        self._instead.setText(self.tr("Write a letter that replaces it"))

    def _take_rows(self, page: Page) -> None:
        front = self.view.row
        for row in page.rows:
            if front is not None and row.id == front.id:
                follows = self.view.print.hasFocus() or self.view.sent.hasFocus()
                self.show_letter(row)
                if follows:
                    self.begin()
