"""The left side: the tabs by state with their counts, the search, the list of requests and the inbox."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget

from privdesk.domain.case import RequestQuery, RequestRow, Tab
from privdesk.domain.message import MessageRow
from privdesk.gui.background import Background
from privdesk.gui.paged import PagedModel
from privdesk.gui.requests.columns import message_columns, request_columns
from privdesk.gui.requests.tabs import ALL, INBOX, StateTabs
from privdesk.gui.state import WindowState
from privdesk.gui.translation import Translated
from privdesk.gui.widgets.card import Card
from privdesk.gui.widgets.empty import Empty
from privdesk.gui.widgets.rows import RowsModel
from privdesk.gui.widgets.search import SearchField
from privdesk.gui.widgets.table import Table
from privdesk.operations import messages, requests
from privdesk.operations.desk import Desk

# where the day begins: with what waits for the clerk
_FIRST = (Tab.WORKING, Tab.NEW, Tab.APPROVAL, Tab.SENDING, Tab.WAITING)
_PAUSE = 120


class RequestsModel(PagedModel[RequestRow, RequestQuery]):
    """The requests that are worked on, until something else is asked."""

    def __init__(self, background: Background, desk: Desk, parent: QObject) -> None:
        columns = request_columns(desk.law_on(desk.today), lambda: desk.today)
        super().__init__(background, requests.page, RequestQuery(tab=Tab.WORKING), columns, parent)


class Inbox(Table):
    """The mails that wait; `front` is the one that stands at the right."""

    def __init__(self, desk: Desk) -> None:
        self.mails: RowsModel[MessageRow] = RowsModel(message_columns(desk.law_on(desk.today)))
        super().__init__("inboxTable", self.mails, Empty("mailbox"))
        self.mails.setParent(self)
        self.front = 0

    def show_mails(self, mails: Sequence[MessageRow]) -> bool:
        """Show these mails; the one in front stays marked. Where it was sorted away the next one is; tells whether."""
        self.front = next((mail.id for mail in self.selected()), self.front)
        place = next((place for place, mail in enumerate(self.mails.rows) if mail.id == self.front), 0)
        gone = self.front != 0 and all(mail.id != self.front for mail in mails)
        self.mails.set_rows(mails)
        if gone:
            self.front = mails[min(place, len(mails) - 1)].id if mails else 0
        self.mark(self.front)
        return gone

    def mark(self, id_: int) -> None:
        """Mark a mail as the one in front, as soon as it is there."""
        self.front = id_
        for place, mail in enumerate(self.mails.rows):
            if mail.id == id_:
                self.select(place)


class Lists(Translated, Card):
    """Shows one list at a time; `request_chosen` and `message_chosen` shortly after a row came in front.

    `sorted_away` when the mail in front, the last one, was sorted.
    """

    request_chosen = Signal(int)
    message_chosen = Signal(int)
    case_wanted = Signal()
    intake_wanted = Signal()
    mails_wanted = Signal()
    sorted_away = Signal()

    def __init__(self, background: Background, desk: Desk, state: WindowState) -> None:
        super().__init__(margin=8)
        self.setObjectName("requestLists")
        self._background = background
        self._open = 0
        self._begun = False
        self._given = RequestQuery()
        self.tabs = StateTabs(state)
        self.search = SearchField("requestSearch")
        self.search.setFixedWidth(216)
        self.model = RequestsModel(background, desk, self)
        self.table = Table("requestTable", self.model, Empty("clipboard-list"))
        self.inbox = Inbox(desk)
        self._stack = QStackedWidget()
        for table in (self.table, self.inbox):
            self._stack.addWidget(table)
            table.remember(state)
        self.table.chooser.show_sorted("due", descending=False)
        self.column.addWidget(self._stack)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._connect()
        self._show_list(self.tabs.name())
        self.retranslate()

    def reload(self) -> None:
        """Read the list, the inbox and the counts again."""
        self.model.reload()
        query = RequestQuery(text=self.model.query.text)
        self._background.read(self, requests.counts, query, then=self._take_counts, key="counts")
        self._background.read(self, messages.inbox, then=self._take_mails, key="inbox")

    def show_query(self, query: RequestQuery, unless: int = 0) -> None:
        """Show what another place asks for: a tab, or all that is due by a day; nothing else where this one shows."""
        if self.tabs.name() != INBOX and self.model.place_of(unless) >= 0:
            return
        self.search.setText(query.text)
        self._given = query
        name = query.tab.value if query.tab else ALL
        if name == self.tabs.name():
            self._show_list(name)
        else:
            self.tabs.go(name)

    def show_open(self, id_: int) -> None:
        """Mark the request that stands at the right, where it is in the list."""
        self._open = id_
        place = self.model.place_of(id_)
        if place < 0:
            self.table.clearSelection()
        elif place != self.table.currentIndex().row() or not self.table.selected():
            self.table.select(place)
            self._pause.stop()

    def show_inbox(self, message: int = 0) -> None:
        """Bring the inbox in front, with a mail marked as soon as it is there; counts that come late change nothing."""
        self._begun = True
        self.tabs.go(INBOX)
        if message:
            self.inbox.mark(message)
            self._pause.stop()

    def step(self, by: int) -> None:
        """Select the row so many places further."""
        table = self.inbox if self.tabs.name() == INBOX else self.table
        place = table.currentIndex().row() + by
        if 0 <= place < table.model().rowCount():
            table.select(place)

    def retranslate(self) -> None:
        """Set all words."""
        self.search.say(self.tr("Number or name"))
        self.table.setAccessibleName(self.tr("Requests"))
        self.inbox.setAccessibleName(self.tr("Mails that wait"))
        self.inbox.empty.say(
            self.tr("The inbox is empty"),
            self.tr("Drop mail files (.eml) here. Each one is read, and a request is proposed; you decide."),
            self.tr("Take in mails"),
        )
        self._say_empty()

    def _connect(self) -> None:
        self.tabs.chosen.connect(self._show_list)
        self.search.searched.connect(self._search)
        self._background.closing.connect(self.search.settle)
        self.search.settled.connect(lambda: self._background.write(self, requests.settled_search, self.model.query))
        self.search.moved.connect(self.step)
        self.search.entered.connect(lambda: (self.inbox if self.tabs.name() == INBOX else self.table).setFocus())
        self.model.loaded.connect(lambda: self.show_open(self._open))
        self.table.row_selected.connect(lambda _: self._pause.start())
        self.inbox.row_selected.connect(lambda _: self._pause.start())
        for table in (self.table, self.inbox):
            table.row_opened.connect(self._enter)
        self.table.sort_wanted.connect(lambda name, down: self.model.ask(sort=name, descending=down))
        self._pause.timeout.connect(self._choose)
        self.table.empty.step_wanted.connect(self.intake_wanted)
        self.inbox.empty.step_wanted.connect(self.mails_wanted)

    def _enter(self, row: RequestRow | MessageRow) -> None:
        """Open a row that was only under the cursor, then go into it."""
        table = self.inbox if isinstance(row, MessageRow) else self.table
        if row not in table.selected():
            table.select(table.currentIndex().row())
            self._pause.stop()
            self._choose()
        self.case_wanted.emit()

    def _choose(self) -> None:
        if self.tabs.name() == INBOX:
            for mail in self.inbox.selected()[:1]:
                self.message_chosen.emit(mail.id)
            return
        for row in self.table.selected()[:1]:
            if row.id != self._open:
                self._open = row.id
                self.request_chosen.emit(row.id)

    def _show_list(self, name: str) -> None:
        self._stack.setCurrentWidget(self.inbox if name == INBOX else self.table)
        self.search.setVisible(name != INBOX)
        if name == INBOX:
            return
        self._begun = True
        # how another place narrowed the list ends with the next tab
        given = self._given if name == ALL else RequestQuery(tab=Tab(name))
        self._given = RequestQuery()
        self.tabs.say_due_by(given.due_by)
        self.model.ask(tab=given.tab, due_by=given.due_by, kind=given.kind, owner=given.owner, person=given.person)
        self._say_empty()

    def _search(self, text: str) -> None:
        self.model.ask(text=text)
        self._background.read(self, requests.counts, RequestQuery(text=text), then=self._take_counts, key="counts")
        self._say_empty()

    def _take_counts(self, counts: Mapping[Tab, int]) -> None:
        self.tabs.set_counts({tab.value: count for tab, count in counts.items() if tab is not Tab.DONE})
        if not self._begun:
            first = self.tabs.last or next((tab.value for tab in _FIRST if counts.get(tab)), INBOX)
            self._begun = True
            self.tabs.go(first)

    def _take_mails(self, mails: tuple[MessageRow, ...]) -> None:
        gone = self.inbox.show_mails(mails)
        if not gone:
            self._pause.stop()
        elif not mails:
            self.sorted_away.emit()
        self.tabs.set_counts({INBOX: len(mails)})

    def _say_empty(self) -> None:
        if self.model.query.text:
            self.table.empty.say(self.tr("Nothing found"), self.tr("No request here has this number or name."))
        else:
            self.table.empty.say(
                self.tr("Nothing here"),
                self.tr("A request stays in this list as long as it is in this state."),
                self.tr("Take in a request"),
            )
