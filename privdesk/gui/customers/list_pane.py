"""The left side: search while typing, filters, the list, how many there are."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from privdesk.domain.purpose import Purposes
from privdesk.gui.background import Background
from privdesk.gui.customers.list_model import COUNTED_AT_ONCE, PeopleModel
from privdesk.gui.state import WindowState
from privdesk.gui.translation import Translated
from privdesk.gui.widgets.button import Button
from privdesk.gui.widgets.card import Card, line
from privdesk.gui.widgets.empty import Empty
from privdesk.gui.widgets.search import SearchField
from privdesk.gui.widgets.table import Table
from privdesk.gui.widgets.text import Text
from privdesk.operations import people

# a filter of the query by the name of its button
TOGGLES = ("suspended", "with_requests", "with_warnings")
_ON = "on"


class ListPane(Translated, Card):
    """Shows whom the query finds; `person_selected` with a row, `first_wanted` from the empty list."""

    person_selected = Signal(object)
    person_opened = Signal(object)
    first_wanted = Signal()
    waiting_wanted = Signal()

    def __init__(
        self, background: Background, purposes: Purposes, state: WindowState, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, margin=8)
        self.setObjectName("customersPane")
        self._background = background
        self.model = PeopleModel(background, purposes, self)
        self.search = SearchField("customersSearch")
        self._count = Text(role="small", tone="dim")
        self._counted = (0, True)
        self._waits = 0
        self._waiting = Button("customersWaiting", "link")
        self._toggles = {name: self._toggle(name) for name in TOGGLES}
        self._empty = Empty("users")
        self.table = Table("customersTable", self.model, self._empty)
        self.column.addWidget(self.search)
        self.column.addLayout(line(*self._toggles.values(), None, spacing=6))
        self.column.addWidget(self.table, 1)
        self.column.addLayout(line(8, self._count, None, self._waiting, 8))
        self.table.remember(state)
        self.table.chooser.show_sorted(self.model.query.sort, descending=False)
        self._connect()
        for toggle in self._toggles.values():
            _remember(toggle, state)
        self.retranslate()

    def narrow(self, **changed: Any) -> None:  # noqa: ANN401
        """Change the query, from the filters of the page."""
        self.model.ask(**changed)
        self.table.scrollToTop()

    def step(self, steps: int) -> None:
        """Select the row so many places further."""
        place = self.table.currentIndex().row() + steps
        if 0 <= place < self.model.rowCount():
            self.table.select(place)

    def select(self, person_id: int) -> None:
        """Select a customer where he is among the rows."""
        place = self.model.place_of(person_id)
        if place >= 0:
            self.table.select(place)
        else:
            self.table.clearSelection()

    def clear_query(self) -> None:
        """Find everybody again."""
        self.search.clear()
        for toggle in self._toggles.values():
            toggle.setChecked(False)
        self.model.ask(text="", status=None, **dict.fromkeys(TOGGLES, False))

    def count_text(self) -> str:
        """How many the query finds, as far as it is counted."""
        count, exact = self._counted
        return f"{count:,}" if exact else f"{COUNTED_AT_ONCE:,}+"

    def filtered(self) -> bool:
        """Whether the query leaves anybody out."""
        query = self.model.query
        return bool(query.text or query.status or any(getattr(query, name) for name in TOGGLES))

    def retranslate(self) -> None:
        """Set all words."""
        self.search.say(self.tr("Name, kana, number, phone, mail or address"))
        self.table.setAccessibleName(self.tr("Customers"))
        self._toggles["suspended"].setText(self.tr("Use limited"))
        self._toggles["with_requests"].setText(self.tr("Open requests"))
        self._toggles["with_warnings"].setText(self.tr("Warnings"))
        self._say_empty()
        self._take_count(*self._counted)
        self.set_waiting(self._waits)

    def _toggle(self, name: str) -> Button:
        made = Button(f"customers_{name}", "filter")
        made.setCheckable(True)
        made.toggled.connect(lambda on: self.narrow(**{name: on}))
        return made

    def _connect(self) -> None:
        self.search.searched.connect(lambda text: self.narrow(text=text))
        self._background.closing.connect(self.search.settle)
        self.search.settled.connect(self._log_search)
        self._waiting.clicked.connect(self.waiting_wanted)
        self.search.moved.connect(self.step)
        self.search.entered.connect(self.table.setFocus)
        self.table.row_selected.connect(self.person_selected)
        self.table.row_opened.connect(self.person_opened)
        self.table.sort_wanted.connect(lambda name, descending: self.narrow(sort=name, descending=descending))
        self.model.loaded.connect(self._say_empty)
        self.model.counted.connect(self._take_count)
        self._empty.step_wanted.connect(lambda: self.clear_query() if self.filtered() else self.first_wanted.emit())

    def set_waiting(self, count: int) -> None:
        """Say how much of the imports waits for somebody."""
        self._waits = count
        self._waiting.setText(self.tr("Waits from imports: {count}").format(count=f"{count:,}"))
        self._waiting.setVisible(count > 0)

    def _log_search(self) -> None:
        self._background.write(self, people.settled_search, self.model.query, self._counted[0])

    def _take_count(self, count: int, exact: bool) -> None:
        self._counted = (count, exact)
        self._count.setText(self.tr("{count} customers").format(count=self.count_text()))

    def _say_empty(self) -> None:
        if self.filtered():
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


def _remember(toggle: Button, state: WindowState) -> None:
    """Turn a filter on that was on in the sitting before, and note each change from now on."""
    name = toggle.objectName()
    toggle.setChecked(state.chosen(name) == _ON)
    toggle.toggled.connect(lambda on: state.choose(name, _ON if on else ""))
