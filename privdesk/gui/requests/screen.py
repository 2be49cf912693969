"""The place Requests: tabs and lists at the left, at the right the one thing, each act one step away."""

from functools import cached_property

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from privdesk.domain.case import RequestQuery, Tab
from privdesk.domain.matrix import roles_of
from privdesk.domain.message import MessageState
from privdesk.domain.person import PersonRow
from privdesk.gui.background import Background
from privdesk.gui.requests.case import CaseView
from privdesk.gui.requests.intake import IntakeForm
from privdesk.gui.requests.letterpage import IssuedPage
from privdesk.gui.requests.lists import Lists
from privdesk.gui.requests.mailfiles import MailFiles
from privdesk.gui.requests.message import MailBeside, MessageView
from privdesk.gui.requests.side import Side
from privdesk.gui.requests.tabs import INBOX
from privdesk.gui.state import WindowState
from privdesk.gui.widgets.button import Button
from privdesk.gui.widgets.card import line
from privdesk.gui.widgets.icon import icon
from privdesk.gui.widgets.page import Command, Page
from privdesk.operations.desk import Desk
from privdesk.operations.messages import OpenedMessage


class Left(QStackedWidget):
    """The lists, or the mail in their place for as long as the form that it fills is in front."""

    def __init__(self, background: Background, lists: Lists) -> None:
        super().__init__()
        self._background = background
        self._lists = lists
        self.addWidget(lists)

    @cached_property
    def mail(self) -> MailBeside:
        """The mail that a request is typed in from."""
        part = MailBeside(self._background)
        part.left.connect(self.show_lists)
        self.addWidget(part)
        return part

    def show_mail(self, opened: OpenedMessage | None) -> None:
        """Show a mail, or the lists where there is none."""
        if opened is None:
            self.show_lists()
        else:
            self.mail.show_message(opened)
            self.setCurrentWidget(self.mail)

    def show_lists(self) -> None:
        """Show the lists again."""
        self.setCurrentWidget(self._lists)


class RequestsPage(Page):
    """Lists and side; `person_wanted` and `letter_wanted` ask for what belongs to another place."""

    nouns = frozenset({"requests", "letters"})
    person_wanted = Signal(int)
    letter_wanted = Signal(int)

    def __init__(self, background: Background, desk: Desk, state: WindowState, parent: QWidget | None = None) -> None:
        super().__init__("requests", parent)
        self._background = background
        self._state = state
        self.lists = Lists(background, desk, state)
        self.side = Side(background, desk)
        self.mails = MailFiles(background, self)
        self._new = Button("takeInRequest", "primary", "plus")
        self._take = Button("takeInMails", "plain", "mail")
        self.add_actions([self._take, self._new])
        self._takes_in = desk.actor.role in roles_of("requests.take_in")
        for button in (self._take, self._new):
            button.setVisible(self._takes_in)
        self._splitter = QSplitter()
        self._splitter.setObjectName("requestsSplitter")
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(12)
        self._left = Left(background, self.lists)
        self._splitter.addWidget(self._left)
        self._splitter.addWidget(self.side)
        self._splitter.setStretchFactor(0, 1)
        self._splitter.setStretchFactor(1, 1)
        self._splitter.setSizes([540, 500])
        state.restore("requests/splitter", self._splitter)
        self.column.addLayout(line(self.lists.tabs, None, self.lists.search))
        self.column.addWidget(self._splitter, 1)
        self._connect()
        self.retranslate()

    def open_request(self, id_: int) -> None:
        """Show a request, from wherever somebody asked for it."""
        self.side.enter_request(id_)

    def open_message(self, id_: int) -> None:
        """Show a mail of the inbox."""
        self.lists.show_inbox(id_)
        self.side.open_message(id_, begin=True)

    def new_request(self, person: PersonRow | None = None) -> None:
        """Open the form of a new request, for a customer where one is given and for who may take one in."""
        if self._takes_in:
            self.side.new_request(person)

    def show_query(self, query: RequestQuery | MessageState) -> None:
        """Show the list that another place asks for; for a state of mails it is the inbox."""
        if isinstance(query, RequestQuery):
            self.lists.show_query(query)
        else:
            self.lists.show_inbox()

    def commands(self) -> dict[str, Command]:
        """Search, new, edit, save, print, close and read again."""
        side = self.side
        found: dict[str, Command] = {
            "find": self._find,
            "new": self.new_request,
            "close": side.leave_top,
            "reload": self.reload,
        }
        if side.is_front(IntakeForm):
            found["save"] = side.intake.take_in
        if side.is_front(IssuedPage):
            found |= {"print": side.letter.view.ask_print, "save": side.letter.view.ask_save}
        if side.is_front(CaseView):
            found["edit"] = lambda: side.case.go("answers")
        return found

    def reload(self) -> None:
        """Read the lists and what stands at the right again."""
        self.lists.reload()
        self.side.reload()

    def help_text(self) -> str:
        """What F1 tells."""
        return self.tr(
            "The list shows the requests of one state; Up and Down choose, Enter goes into the case. The button at the "
            "top of a case is always the next lawful step. Mails can be dropped here: each is read, and a request is "
            "proposed; nothing becomes a request before you say so. A clock tells why its date is what it is."
        )

    def retranslate(self) -> None:
        """Set all words."""
        self.set_title(self.tr("Requests"))
        self._new.setText(self.tr("Take in a request"))
        self._new.setToolTip(self.tr("Ctrl+N"))
        self._take.setText(self.tr("Take in mails"))

    def _connect(self) -> None:
        lists, side = self.lists, self.side
        lists.request_chosen.connect(side.open_request)
        lists.message_chosen.connect(side.open_message)
        lists.case_wanted.connect(self._enter)
        lists.intake_wanted.connect(lambda: self.new_request())
        lists.mails_wanted.connect(self._ask_mails)
        lists.tabs.tabBarClicked.connect(lambda _: self._left.show_lists())
        lists.sorted_away.connect(side.leave_message)
        side.beside_wanted.connect(self._left.show_mail)
        side.currentChanged.connect(lambda _: self._weigh())
        side.entered.connect(lambda id_, tab: lists.show_query(RequestQuery(tab=tab), unless=id_))
        side.moved.connect(lists.tabs.follow)
        side.shown.connect(lists.show_open)
        side.intake_wanted.connect(lambda: self.new_request())
        side.person_wanted.connect(self.person_wanted)
        self.mails.taken.connect(self.open_message)
        self._new.clicked.connect(lambda: self.new_request())
        self._take.clicked.connect(self._ask_mails)
        self._splitter.splitterMoved.connect(lambda *_: self._state.keep("requests/splitter", self._splitter))

    def _weigh(self) -> None:
        """One primary button: what stands at the right has its own."""
        alone = self.side.is_blank()
        self._new.set_kind("primary" if alone else "plain")
        self._new.setIcon(icon("plus", "on_accent" if alone else "dim"))

    def _enter(self) -> None:
        side = self.side
        (side.message.start if side.is_front(MessageView) else side.case.head.step).setFocus()

    def _find(self) -> None:
        self._left.show_lists()
        if self.lists.tabs.name() == INBOX:
            self.lists.tabs.go(Tab.WORKING.value)
        self.lists.search.setFocus()
        self.lists.search.selectAll()

    def _ask_mails(self) -> None:
        self.mails.ask(self.tr("Take in mails"), self.tr("Mail files") + " (*.eml *.EML)")
