"""The entries: filters at the left, the list, and below it the one that is selected."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from privdesk.domain.log import LogQuery
from privdesk.domain.person import PersonRow
from privdesk.gui.background import Background
from privdesk.gui.log.dialogs import ChooseCustomer
from privdesk.gui.log.entry import EntryView
from privdesk.gui.log.filters import LogFilters
from privdesk.gui.log.model import LogModel
from privdesk.gui.logged import Telling
from privdesk.gui.state import WindowState
from privdesk.gui.theme import BODY, size
from privdesk.gui.translation import Translated
from privdesk.gui.widgets.button import Button
from privdesk.gui.widgets.card import Card, line, scrolled
from privdesk.gui.widgets.empty import Empty
from privdesk.gui.widgets.table import Table
from privdesk.gui.widgets.text import OneLine
from privdesk.operations import desks, search
from privdesk.operations.desk import Desk

_FILTERS = 192


class EntriesPane(Translated, QWidget):
    """Shows what a query finds; `thing_wanted` with noun and id of what an entry leads to.

    `own` is the id of a user who sees no more than what he did himself.
    """

    thing_wanted = Signal(str, int)

    def __init__(
        self, background: Background, desk: Desk, state: WindowState, leads_to: frozenset[str], own: int | None
    ) -> None:
        super().__init__()
        self.setObjectName("logEntries")
        self._background = background
        self._own = own
        self._count = 0
        telling = Telling(desk.law_on(desk.today), desk.reference.purposes)
        self._telling = telling
        self.model = LogModel(background, telling, desk.today, own, self)
        self.filters = LogFilters(desk.today, own=own is not None)
        self.table = Table("logTable", self.model, Empty("history"))
        self.table.remember(state)
        self.entry = EntryView(telling, leads_to, own=own is not None)
        self._said = OneLine(role="small", tone="dim")
        self._newest = Button("logNewest", "link", "arrow-up")
        self._lay_out(state)
        self._connect()
        self._read_users()
        self.retranslate()

    def show_query(self, query: LogQuery, start: int | None = None, who: str = "") -> None:
        """Read another query; `who` is the name of its customer where that is known."""
        self.filters.show_query(query, who)
        self.entry.show_line(None)
        self.model.ask(query, start)
        if query.person is not None and not who:
            ids = [query.person]
            self._background.read(self, search.lines, ids, then=lambda found: self._name(query, found), key="who")

    def reload(self) -> None:
        """Read again, the users too."""
        self.model.reload()
        self._read_users()

    def choose_customer(self) -> None:
        """Ask for a customer."""
        dialog = ChooseCustomer(self, self._background)
        dialog.chosen.connect(self._take_customer)
        dialog.open()

    def retranslate(self) -> None:
        """Set all words."""
        self.table.setAccessibleName(self.tr("Entries of the log"))
        self._newest.setText(self.tr("Back to the newest"))
        self._say_count(self._count)
        if self.model.filtered:
            text = self.tr("No entry has all of this. Take a filter away, or show everything.")
            self.table.empty.say(self.tr("Nothing found"), text, self.tr("Show everything"))
        else:
            text = self.tr("Whatever somebody does or looks at from now on stands here.")
            self.table.empty.say(self.tr("No entries yet"), text)

    def _lay_out(self, state: WindowState) -> None:
        listed = Card(margin=8)
        listed.column.addWidget(self.table, 1)
        listed.column.addLayout(line(8, self._said, self._newest, 8))
        split = QSplitter()
        split.setOrientation(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(12)
        split.addWidget(listed)
        split.addWidget(self.entry)
        split.setStretchFactor(0, 1)
        narrow = QVBoxLayout()
        narrow.setContentsMargins(0, 0, 0, 0)
        narrow.addWidget(self.filters)
        area = scrolled(narrow, "logFilterArea")
        area.setFixedWidth(round(_FILTERS * size() / BODY))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(area)
        row.addWidget(split, 1)
        state.restore("log/splitter", split)
        split.splitterMoved.connect(lambda *_: state.keep("log/splitter", split))

    def _connect(self) -> None:
        self.filters.changed.connect(self._take_filters)
        self.filters.customer_wanted.connect(self.choose_customer)
        self.table.row_selected.connect(self.entry.show_line)
        self.table.empty.step_wanted.connect(lambda: self.show_query(LogQuery()))
        self.model.loaded.connect(self._follow)
        self.model.counted.connect(self._say_count)
        self.entry.thing_wanted.connect(self.thing_wanted)
        self.entry.query_wanted.connect(self.show_query)
        self._newest.clicked.connect(lambda: self.show_query(self.model.query))

    def _take_filters(self, query: LogQuery) -> None:
        same = query.person is not None and query.person == self.model.query.person
        self.show_query(query, who=self.filters.who if same else "")

    def _take_customer(self, row: PersonRow) -> None:
        self.show_query(replace(self.model.query, person=row.id), who=f"{row.number} {row.name}")

    def _name(self, query: LogQuery, found: Mapping[int, PersonRow]) -> None:
        for row in found.values():
            self.filters.show_query(query, f"{row.number} {row.name}")

    def _follow(self) -> None:
        """The entry that was gone to is in front; else the list begins at its top."""
        self.retranslate()
        self._newest.setVisible(self.model.start is not None)
        if self.model.start is not None:
            place = self.model.place_of(self.model.start)
            self.table.select(place)
            self.table.scrollTo(self.model.index(place, 0), Table.ScrollHint.PositionAtCenter)

    def _read_users(self) -> None:
        if self._own is None:
            self._background.read(self, desks.everybody, then=self.filters.set_users, key="users")

    def _say_count(self, count: int) -> None:
        self._count = count
        said = self.tr("{count} entries").format(count=f"{count:,}")
        if self._own is not None:
            said = self.tr("{count} entries of your own").format(count=f"{count:,}")
        self._said.setText(said)
