"""The left side: search while typing, filters, the list, how many there are."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from privdesk.domain.person import PersonRow
from privdesk.gui.background import Background
from privdesk.gui.customers.filter_words import LABELS
from privdesk.gui.customers.filtering import Filtering
from privdesk.gui.customers.list_foot import ListFoot
from privdesk.gui.customers.list_model import PeopleModel
from privdesk.gui.customers.lookup import LookupLine
from privdesk.gui.state import WindowState
from privdesk.gui.translation import Translated, words
from privdesk.gui.widgets.card import Card
from privdesk.gui.widgets.empty import Empty
from privdesk.gui.widgets.search import SearchField
from privdesk.gui.widgets.table import Table
from privdesk.gui.widgets.text import Paragraph
from privdesk.operations import people_list
from privdesk.operations.desk import Desk


class ListPane(Translated, Card):
    """Shows whom the query finds; `person_selected` with a row, `first_wanted` from the empty list."""

    person_selected = Signal(object)
    person_opened = Signal(object)
    first_wanted = Signal()
    waiting_wanted = Signal()

    def __init__(self, background: Background, desk: Desk, state: WindowState, parent: QWidget | None = None) -> None:
        super().__init__(parent, margin=8)
        self.setObjectName("customersPane")
        self._background = background
        self.model = PeopleModel(background, desk.reference.purposes, self)
        self.search = SearchField("customersSearch")
        self.filtering = Filtering(background, desk, state, self.model)
        self._lookup = LookupLine()
        self._gone = Paragraph(role="small", tone="late")
        self.foot = ListFoot()
        self._empty = Empty("users")
        self.table = Table("customersTable", self.model, self._empty)
        self.column.addWidget(self.search)
        self.column.addWidget(self._lookup, alignment=Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self.filtering.bar)
        self.column.addWidget(self._gone)
        self.column.addWidget(self.table, 1)
        self.column.addWidget(self.foot)
        self.table.remember(state)
        self.table.chooser.show_sorted(self.model.query.sort, descending=False)
        self._connect()
        self._say_gone(())
        self.retranslate()

    def reload(self) -> None:
        """Read the list again where it is, and what it can be narrowed by."""
        self.model.reload()
        self.filtering.reload()

    def step(self, steps: int) -> None:
        """Select the row so many places further."""
        place = self.table.currentIndex().row() + steps
        if 0 <= place < self.model.rowCount():
            self.table.select(place)

    def select(self, person_id: int) -> None:
        """Select a customer where he is among the rows, unless several are selected."""
        place = self.model.place_of(person_id)
        if sum(map(len, self.table.places())) > 1 or range(place, place + 1) in self.table.places():
            return
        if place >= 0:
            self.table.select(place)
        else:
            self.table.clearSelection()

    def retranslate(self) -> None:
        """Set all words."""
        self.search.say(self.tr("Name, kana, number, phone, mail or address"))
        self.table.setAccessibleName(self.tr("Customers"))
        self._say_empty()

    def _connect(self) -> None:
        filtering = self.filtering
        self.search.searched.connect(lambda text: filtering.narrow(text=text))
        self.search.textChanged.connect(self._lookup.follow)
        self._background.closing.connect(self.search.settle)
        self.search.settled.connect(self._log_search)
        self.foot.waiting_wanted.connect(self.waiting_wanted)
        self.search.moved.connect(self.step)
        self.search.entered.connect(self._enter)
        self._lookup.wanted.connect(
            lambda text: self._background.write(self, people_list.find_number, text, then=self._take_found)
        )
        filtering.changed.connect(self._follow_query)
        filtering.gone.connect(self._say_gone)
        self.table.row_selected.connect(self.person_selected)
        self.table.row_opened.connect(self.person_opened)
        self.table.picked.connect(self.foot.set_selected)
        self.table.sort_wanted.connect(lambda name, descending: filtering.narrow(sort=name, descending=descending))
        self.model.loaded.connect(self._say_empty)
        self.model.counting.counted.connect(self.foot.set_count)
        self._empty.step_wanted.connect(
            lambda: filtering.clear() if filtering.leaves_out() else self.first_wanted.emit()
        )

    def _follow_query(self) -> None:
        query = self.model.query
        if query.text != self.search.text():
            self.search.show_text(query.text)
        self.table.chooser.show_sorted(query.sort, descending=query.descending)
        self.table.scrollToTop()

    def _enter(self) -> None:
        if self._lookup.isVisible() and not self.model.rowCount():
            self._lookup.look_up()
        else:
            self.table.setFocus()

    def _take_found(self, rows: Sequence[PersonRow]) -> None:
        self.search.show_text("")
        self.model.query = replace(self.model.query, text="")
        self.model.show_found(rows)
        self.filtering.show_found()
        if len(rows) == 1:
            self.table.select(0)
        self.table.setFocus()

    def _log_search(self) -> None:
        self._background.write(self, people_list.settled_search, self.model.query, self.foot.count)

    def _say_gone(self, fields: Sequence[str]) -> None:
        named = "・".join(words("filters", LABELS[name]) for name in fields)
        said = self.tr("What this filter names is gone and was left out: {what}")
        self._gone.setText(said.format(what=named))
        self._gone.setVisible(bool(fields))

    def _say_empty(self) -> None:
        if self.model.found is not None:
            self._empty.say(
                self.tr("Nobody has this number"),
                self.tr("Only a whole number finds its holder: of a bank account with the codes of bank and branch."),
                self.tr("Show all customers"),
            )
        elif self.filtering.leaves_out():
            self._empty.say(
                self.tr("Nobody found"),
                self.tr("Any part of a name, kana, number, phone, mail address or address will do."),
                self.tr("Show all customers"),
            )
        else:
            self._empty.say(
                self.tr("No customers yet"),
                self.tr("Import the table that you have, drop it here, or enter the first customer with Ctrl+N."),
                self.tr("Import a table"),
            )
