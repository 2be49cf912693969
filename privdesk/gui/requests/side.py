"""The right side: one thing at a time, a case, one of its letters, a mail, or a new request."""

from collections.abc import Callable
from functools import cached_property, partial

from PySide6.QtCore import Signal

from privdesk.domain.case import STATES, NewRequest, Tab
from privdesk.domain.errors import DeskError
from privdesk.domain.letter import LetterRow
from privdesk.domain.person import PersonRow
from privdesk.gui.background import Background
from privdesk.gui.requests.case import CaseView
from privdesk.gui.requests.intake import IntakeForm
from privdesk.gui.requests.letterpage import DraftPage, IssuedPage
from privdesk.gui.requests.mailflow import MailFlow
from privdesk.gui.requests.parts import Parts
from privdesk.operations import messages, requests
from privdesk.operations.desk import Desk
from privdesk.operations.requests import Case


class Side(Parts):
    """Reads what it shows; `shown` with the request after it was read, `entered` also with its tab where it was opened
    from elsewhere than the lists; `moved` with the tab into which a step took the case in front.

    `beside_wanted` with the mail that shall be seen beside what shows, or None.
    """

    shown = Signal(int)
    entered = Signal(int, object)
    moved = Signal(object)
    beside_wanted = Signal(object)

    def __init__(self, background: Background, desk: Desk) -> None:
        super().__init__(background, desk)
        self.work.stale.connect(self.reload)
        self.currentChanged.connect(lambda _: self._show_beside())
        self.taken.connect(partial(self.enter_request, begin=True))
        self.aside_wanted.connect(lambda *mail: self.case.acts.reasons.set_aside(*mail))
        self.draft_wanted.connect(lambda template: self._write(lambda: self.draft.write(template)))
        self.instead_wanted.connect(lambda row: self._write(lambda: self.draft.write_instead(row)))
        self.read_wanted.connect(self._read)

    @cached_property
    def mail(self) -> MailFlow:
        """What becomes of the mail."""
        flow = MailFlow(self._background, self._desk, self.message, self)
        flow.opened.connect(lambda: self.setCurrentWidget(self.message))
        flow.form_wanted.connect(self._fill)
        flow.joined.connect(partial(self.enter_request, begin=True))
        return flow

    def open_request(self, id_: int) -> None:
        """Show a request; the look is logged."""
        self._open(id_, self._take_case)

    def enter_request(self, id_: int, *, begin: bool = False) -> None:
        """As `open_request`, from elsewhere than the lists. With `begin` the keyboard goes to the next step."""

        def enter(case: Case) -> None:
            self._take_case(case)
            self.entered.emit(case.id, _tab_of(case))
            if begin:
                self.case.head.step.setFocus()

        self._open(id_, enter)

    def open_message(self, id_: int, *, begin: bool = False) -> None:
        """Show a mail; the look is logged. With `begin` the keyboard goes to what is likely done with it."""
        self.mail.open(id_, begin=begin)

    def new_request(self, person: PersonRow | None = None) -> None:
        """Show the form of a new request, with what was typed before."""
        if person is not None:
            self.intake.parties.finder.choose(person)
        self.setCurrentWidget(self.intake)
        self.intake.begin()

    def reload(self) -> None:
        """Read again what shows."""
        if self.is_front(CaseView, DraftPage, IssuedPage) and self.work.has_case:
            self._open(self.work.case.id, self._follow)

    def _open(self, id_: int, then: Callable[[Case], None]) -> None:
        self._background.write(self, requests.open_request, id_, then=then, otherwise=self._refused)
        _ = self.case  # built while the request is read

    def _take_case(self, case: Case) -> None:
        self.case.show_case(case)
        self.setCurrentWidget(self.case)
        self.shown.emit(case.id)

    def _follow(self, case: Case) -> None:
        before = _tab_of(self.work.case) if self.work.is_about(case.id) else None
        self.case.show_case(case)
        if before not in (None, _tab_of(case)):
            self.moved.emit(_tab_of(case))
        if self.is_front(IssuedPage):
            self.letter.follow()
        if self.is_front(DraftPage):
            self.draft.draw()
        self.shown.emit(case.id)

    def _write(self, fill: Callable[[], None]) -> None:
        fill()
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
        wanted = self.intake.message if self.is_front(IntakeForm) else None
        if wanted is None:
            self.beside_wanted.emit(None)
            return
        opened = self.message.opened
        if opened is None or opened.row.id != wanted:
            self._background.write(self, messages.open_message, wanted, then=self.beside_wanted.emit)
        else:
            self.beside_wanted.emit(opened)

    def _refused(self, error: DeskError) -> None:
        self._background.failed.emit(error)
        self.work.clear()
        self.clear()


def _tab_of(case: Case) -> Tab | None:
    return next((tab for tab, states in STATES.items() if case.state in states), None)
