"""What can stand at the right of the lists, each part built when it is first needed."""

from functools import cached_property

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from privdesk.gui.background import Background
from privdesk.gui.requests.case import CaseView
from privdesk.gui.requests.intake import IntakeForm
from privdesk.gui.requests.letterpage import DraftPage, IssuedPage
from privdesk.gui.requests.message import MessageView
from privdesk.gui.requests.work import CaseWork
from privdesk.gui.theme import BODY, size
from privdesk.gui.translation import Translated
from privdesk.gui.widgets.card import Card
from privdesk.gui.widgets.empty import Empty
from privdesk.operations.desk import Desk

# its parts shrink by themselves down to this, at the usual size of letters
_LEAST = 440


class Parts(Translated, QStackedWidget):
    """A case, one of its letters, a mail, the form of a new request, or nothing; passes on what they want."""

    intake_wanted = Signal()
    person_wanted = Signal(int)
    draft_wanted = Signal(str)
    instead_wanted = Signal(object)
    read_wanted = Signal(object)
    aside_wanted = Signal(int, int)
    taken = Signal(int)

    def __init__(self, background: Background, desk: Desk) -> None:
        super().__init__()
        self._background = background
        self._desk = desk
        self.work = CaseWork(background, desk, self)
        self._empty = Empty("clipboard-list")
        self._empty.step_wanted.connect(self.intake_wanted)
        self._blank = Card()
        self._blank.column.addWidget(self._empty)
        self.addWidget(self._blank)
        self._keep_room()
        self.retranslate()

    @cached_property
    def case(self) -> CaseView:
        """The case with its tabs."""
        part = CaseView(self.work)
        part.draft_wanted.connect(self.draft_wanted)
        part.read_wanted.connect(self.read_wanted)
        part.person_wanted.connect(self.person_wanted)
        self.addWidget(part)
        return part

    @cached_property
    def draft(self) -> DraftPage:
        """A letter to issue."""
        part = DraftPage(self.work)
        part.issued.connect(self.read_wanted)
        part.left.connect(self.leave_top)
        self.addWidget(part)
        return part

    @cached_property
    def letter(self) -> IssuedPage:
        """A letter that was issued."""
        part = IssuedPage(self.work)
        part.instead_wanted.connect(self.instead_wanted)
        part.left.connect(self.leave_top)
        self.addWidget(part)
        return part

    @cached_property
    def message(self) -> MessageView:
        """A mail to sort."""
        part = MessageView(self._background, self._desk.law_on(self._desk.today))
        part.aside_wanted.connect(self.aside_wanted)
        self.addWidget(part)
        return part

    @cached_property
    def intake(self) -> IntakeForm:
        """The form of a new request."""
        part = IntakeForm(self._background, self._desk)
        part.taken.connect(self.taken)
        part.left.connect(self.leave_top)
        self.addWidget(part)
        return part

    def is_front(self, *parts: type[QWidget]) -> bool:
        """Whether one of these parts shows."""
        return isinstance(self.currentWidget(), parts)

    def is_blank(self) -> bool:
        """Whether nothing is open."""
        return self.currentWidget() is self._blank

    def clear(self) -> None:
        """Show nothing."""
        self.setCurrentWidget(self._blank)

    def leave_top(self) -> None:
        """Close what is on top: a letter goes back to its case, a form to the case before."""
        if not self.is_front(DraftPage, IssuedPage, IntakeForm):
            return
        if self.work.has_case:
            self.setCurrentWidget(self.case)
            self.case.head.step.setFocus()
        else:
            self.clear()

    def leave_message(self) -> None:
        """Show nothing more of a mail that was sorted."""
        if self.is_front(MessageView):
            self.clear()

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
