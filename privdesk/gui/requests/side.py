"""The right side: one thing at a time, a case, one of its letters, a mail, or a new request."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from privdesk.domain.case import STATES, NewRequest
from privdesk.domain.errors import DeskError
from privdesk.domain.letter import LetterRow
from privdesk.domain.person import PersonRow
from privdesk.gui.background import Background
from privdesk.gui.requests.case import CaseView
from privdesk.gui.requests.intake import IntakeForm
from privdesk.gui.requests.letterpage import DraftPage, IssuedPage
from privdesk.gui.requests.mailflow import MailFlow
from privdesk.gui.requests.message import MessageView
from privdesk.gui.theme import BODY, size
from privdesk.gui.translation import Translated
from privdesk.gui.widgets.card import Card
from privdesk.gui.widgets.empty import Empty
from privdesk.operations import messages, requests
from privdesk.operations.desk import Desk
from privdesk.operations.requests import Case

# its parts shrink by themselves down to this, at the usual size of letters
_LEAST = 440


class Side(Translated, QStackedWidget):
    """Reads what it shows; `shown` with the request after it was read, `entered` with the tab of one just taken in.

    `beside_wanted` with the mail that shall be seen beside what shows, or None.
    """

    shown = Signal(int)
    entered = Signal(object)
    beside_wanted = Signal(object)
    intake_wanted = Signal()

    def __init__(self, background: Background, desk: Desk) -> None:
        super().__init__()
        self._background = background
        self._empty = Empty("clipboard-list")
        self.case = CaseView(background, desk)
        self.draft = DraftPage(self.case.work)
        self.letter = IssuedPage(self.case.work)
        self.message = MessageView(background, desk.law_on(desk.today))
        self.intake = IntakeForm(background, desk)
        self.mail = MailFlow(background, desk, self.message, self)
        self._keep_room()
        blank = Card()
        blank.column.addWidget(self._empty)
        for part in (blank, self.case, self.draft, self.letter, self.message, self.intake):
            self.addWidget(part)
        self._connect()
        self.retranslate()

    def open_request(self, id_: int) -> None:
        """Show a request; the look is logged."""
        self._background.write(self, requests.open_request, id_, then=self._take_case, otherwise=self._refused)

    def open_message(self, id_: int, *, begin: bool = False) -> None:
        """Show a mail; the look is logged. With `begin` the keyboard goes to what is likely done with it."""
        self.mail.open(id_, begin=begin)

    def leave_message(self) -> None:
        """Show nothing more of a mail that was sorted."""
        if self.is_front(self.message):
            self.setCurrentIndex(0)

    def new_request(self, person: PersonRow | None = None) -> None:
        """Show the form of a new request, with what was typed before."""
        if person is not None:
            self.intake.parties.finder.choose(person)
        self.setCurrentWidget(self.intake)
        self.intake.begin()

    def reload(self) -> None:
        """Read again what shows."""
        if self.currentWidget() in (self.case, self.draft, self.letter) and self.case.work.has_case:
            id_ = self.case.work.case.id
            self._background.write(self, requests.open_request, id_, then=self._follow, otherwise=self._refused)

    def leave_top(self) -> None:
        """Close what is on top: a letter goes back to its case, a form to the case before."""
        if self.currentWidget() in (self.draft, self.letter, self.intake):
            self.setCurrentIndex(1 if self.case.work.has_case else 0)
            self.case.head.step.setFocus()

    def is_front(self, part: QWidget) -> bool:
        """Whether this part shows."""
        return self.currentWidget() is part

    def changeEvent(self, event: QEvent) -> None:
        """Larger letters need more room."""
        if event.type() == QEvent.Type.FontChange:
            self._keep_room()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Set the words of the empty side."""
        text = self.tr("Choose a request at the left, or take a new one in. The desk then says each next step.")
        self._empty.say(self.tr("Nothing is open"), text, self.tr("Take in a request"))

    def _keep_room(self) -> None:
        self.setMinimumWidth(round(_LEAST * size() / BODY))

    def _connect(self) -> None:
        self._empty.step_wanted.connect(self.intake_wanted)
        self.case.draft_wanted.connect(self._write)
        self.case.read_wanted.connect(self._read)
        self.case.work.stale.connect(self.reload)
        self.draft.issued.connect(self._read)
        self.letter.instead_wanted.connect(self._write_instead)
        for taken in (self.intake.taken, self.mail.joined):
            taken.connect(self._enter_request)
        self.currentChanged.connect(lambda _: self._show_beside())
        for left in (self.draft.left, self.letter.left, self.intake.left):
            left.connect(self.leave_top)
        self.mail.opened.connect(lambda: self.setCurrentWidget(self.message))
        self.mail.form_wanted.connect(self._fill)
        self.message.aside_wanted.connect(self.case.acts.reasons.set_aside)

    def _take_case(self, case: Case) -> None:
        self.case.show_case(case)
        self.setCurrentWidget(self.case)
        self.shown.emit(case.id)

    def _enter_request(self, id_: int) -> None:
        """Show the case that a mail or the form led to, with the keyboard on its next step."""

        def begin(case: Case) -> None:
            self._take_case(case)
            self.entered.emit(next((tab for tab, states in STATES.items() if case.state in states), None))
            self.case.head.step.setFocus()

        self._background.write(self, requests.open_request, id_, then=begin, otherwise=self._refused)

    def _follow(self, case: Case) -> None:
        self.case.show_case(case)
        if self.is_front(self.letter):
            self.letter.follow()
        if self.is_front(self.draft):
            self.draft.draw()
        self.shown.emit(case.id)

    def _write(self, template: str) -> None:
        self.draft.write(template)
        self.setCurrentWidget(self.draft)
        self.draft.begin()

    def _write_instead(self, row: LetterRow) -> None:
        self.draft.write_instead(row)
        self.setCurrentWidget(self.draft)
        self.draft.begin()

    def _read(self, row: LetterRow) -> None:
        self.letter.show_letter(row)
        self.setCurrentWidget(self.letter)
        self.letter.begin()

    def _fill(self, new: NewRequest, person: PersonRow | None) -> None:
        self.intake.show_new(new, person)
        self.new_request()

    def _show_beside(self) -> None:
        """While a request is typed in from a mail, the mail stays in sight; a draft's is opened again, and logged."""
        wanted = self.intake.message if self.is_front(self.intake) else None
        opened = self.message.opened
        if wanted is not None and (opened is None or opened.row.id != wanted):
            self._background.write(self, messages.open_message, wanted, then=self.beside_wanted.emit)
        else:
            self.beside_wanted.emit(opened if wanted is not None else None)

    def _refused(self, error: DeskError) -> None:
        self._background.failed.emit(error)
        self.case.work.clear()
        self.setCurrentIndex(0)
