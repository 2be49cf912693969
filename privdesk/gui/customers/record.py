"""The right side: one customer, his head above and everything about him in tabs."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from privdesk.domain.batch import FieldWarning
from privdesk.domain.errors import DeskError
from privdesk.domain.particular import Number
from privdesk.domain.person import NewNumber, Origin, Source
from privdesk.domain.purpose import Purpose
from privdesk.domain.user import Role
from privdesk.gui.background import Background
from privdesk.gui.customers import record_tables as tables
from privdesk.gui.customers.history_tab import HistoryTab
from privdesk.gui.customers.links_tab import LinksTab
from privdesk.gui.customers.looks_tab import LooksTab
from privdesk.gui.customers.number_dialog import NumberDialog
from privdesk.gui.customers.numbers_tab import NumbersTab
from privdesk.gui.customers.profile_tab import NUMBER_FIELDS, ProfileTab
from privdesk.gui.customers.purposes_tab import PurposesTab
from privdesk.gui.customers.record_head import RecordHead
from privdesk.gui.customers.record_tables import LinesTab
from privdesk.gui.customers.sameness_band import SamenessBand
from privdesk.gui.customers.transactions_tab import TransactionsTab
from privdesk.gui.translation import Translated
from privdesk.gui.widgets.card import Card
from privdesk.gui.widgets.icon import icon
from privdesk.gui.widgets.text import Text
from privdesk.operations import people, retention, waiting
from privdesk.operations.desk import Desk
from privdesk.operations.papers import Kind
from privdesk.operations.people import Record

# the lists that are read when their tab is in front
_READ_LATER: dict[str, Callable[..., Any]] = {
    "retention": retention.kept_because,
    "history": people.history,
    "looks": people.who_looked,
}


class RecordView(Translated, QWidget):
    """Opens a customer by id, which is a look that is logged; `gone` where he is no longer there."""

    shown = Signal(object)
    gone = Signal(object)
    mend_wanted = Signal(object)
    request_opened = Signal(int)
    letter_opened = Signal(int)
    looks_wanted = Signal(int, object)
    batch_opened = Signal(int)
    person_wanted = Signal(int)
    paper_wanted = Signal(object, object, str)

    def __init__(self, background: Background, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("customerRecord")
        self._background = background
        self._desk = desk
        self.record: Record | None = None
        self._office: Mapping[str, Purpose] = desk.reference.purposes.purposes
        self.head = RecordHead(desk)
        self.tabs = QTabWidget()
        self.tabs.setObjectName("customerTabs")
        self.tabs.setDocumentMode(True)
        self.profile = ProfileTab(desk)
        self.numbers = NumbersTab(background)
        self.purposes = PurposesTab(background, desk)
        self.transactions = TransactionsTab(background)
        self.links = LinksTab(background, desk)
        self.sameness = SamenessBand(background, desk)
        self.lists = _lists(desk)
        self.tabs.tabBar().setProperty("kind", "dense")
        self._letters = Text(role="strong")
        for tab in (self.profile, self.numbers, self.purposes, self.transactions, self.links, *self._list_tabs()):
            self.tabs.addTab(tab, "")
        ground = Card(margin=14)
        ground.column.addWidget(self.tabs)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.head)
        column.addWidget(self.sameness)
        column.addWidget(ground, 1)
        self._connect()
        self.retranslate()

    def open_person(self, person_id: int) -> None:
        """Read a record and show it; the tab stays."""
        if self.record is None or self.record.person.id != person_id:
            self.numbers.hide_numbers()
        self._background.write(self, people.open_person, person_id, then=self._take_record, otherwise=self._take_error)

    def set_office(self, office: Mapping[str, Purpose]) -> None:
        """Take the office's purposes as they are now."""
        self._office = office

    def show_draft(self, *, there: bool) -> None:
        """Say in the head whether changes of this record wait to be saved."""
        if self.record:
            self.head.show_record(self.record, self._office, draft=there)

    def retranslate(self) -> None:
        """Set the words of the tabs."""
        words = {
            "requests": (self.tr("Requests"), self.tr("No requests")),
            "letters": (self.tr("Letters"), self.tr("No letters")),
            "retention": (self.tr("Retention"), self.tr("Nothing is kept that has a period")),
            "history": (self.tr("History"), self.tr("Nothing was changed since it was entered")),
            "looks": (self.tr("Looks"), self.tr("Nobody has looked")),
        }
        for name, said in words.items():
            if name in self.lists:
                self.lists[name].say(*said)
        titles = [
            self.tr("Profile"),
            self.tr("Numbers"),
            self.tr("Purposes"),
            self.tr("Transactions"),
            self.tr("Links"),
        ]
        self._letters.setText(words["letters"][0])
        for place, title in enumerate(titles + [words[name][0] for name in self.lists if name != "letters"]):
            self.tabs.setTabText(place, title)
        for part in (self.tabs, self.tabs.tabBar()):
            part.setAccessibleName(self.tr("Record of the customer"))

    def _list_tabs(self) -> list[QWidget]:
        """The lists, the letters below the requests that they answer."""
        both = QWidget()
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.lists["requests"], 3)
        column.addWidget(self._letters)
        column.addWidget(self.lists["letters"], 2)
        return [both if name == "requests" else tab for name, tab in self.lists.items() if name != "letters"]

    def _connect(self) -> None:
        for tab in (self.profile, self.numbers):
            tab.settle_wanted.connect(lambda warning: self._background.write(self, waiting.mend_warning, warning.id))
        self.profile.mend_wanted.connect(self.mend_wanted)
        self.numbers.add_wanted.connect(self.add_number)
        self.lists["requests"].opened.connect(lambda row: self.request_opened.emit(row.id))
        self.lists["letters"].opened.connect(lambda row: self.letter_opened.emit(row.id))
        self.lists["retention"].show_whole(lambda row: tables.kept_text(row, self._desk))
        self.transactions.batch_wanted.connect(self.batch_opened)
        for part in (self.links, self.sameness):
            part.person_wanted.connect(self.person_wanted)
        self.head.answer_wanted.connect(lambda person: self.paper_wanted.emit(Kind.ANSWER, person, ""))
        if isinstance(history := self.lists["history"], HistoryTab):
            history.print_wanted.connect(partial(self._want_paper, Kind.HISTORY))
        if isinstance(looks := self.lists.get("looks"), LooksTab):
            looks.log_wanted.connect(self._want_looks)
            looks.print_wanted.connect(partial(self._want_paper, Kind.LOOKS))
        self.tabs.currentChanged.connect(self._load_tab)

    def _want_looks(self, entry: int | None) -> None:
        if self.record:
            self.looks_wanted.emit(self.record.person.id, entry)

    def _want_paper(self, kind: Kind, field: str = "") -> None:
        if self.record:
            self.paper_wanted.emit(kind, self.record.person, field)

    def add_number(self, settled: FieldWarning | None = None) -> None:
        """Ask for a number and add it; it may settle what an import could not read."""
        if self.record:
            dialog = NumberDialog(self, self._desk, self.record.person.numbers)
            dialog.given.connect(partial(self._add_numbers, self.record.person.id, settled))
            dialog.open()

    def _add_numbers(
        self,
        person_id: int,
        settled: FieldWarning | None,
        numbers: tuple[NewNumber, ...],
        source: Source,
        replaced: Number | None,
    ) -> None:
        origin = Origin(source, self._desk.today)
        for number in numbers:
            old = replaced.id if replaced and replaced.kind is number.kind else None
            self._background.write(self, people.add_number, person_id, number, origin, old)
        if settled:
            self._background.write(self, waiting.mend_warning, settled.id)

    def _take_record(self, record: Record) -> None:
        if self.record is None or self.record.person.id != record.person.id:
            self.transactions.clear()
            for name in _READ_LATER.keys() & self.lists.keys():
                self.lists[name].set_rows(())
        self.record = record
        self.profile.show_record(record)
        self.numbers.show_record(record)
        self.purposes.show_record(record, self._office)
        self.links.show_record(record)
        self.sameness.show_record(record)
        self.lists["requests"].set_rows(record.requests)
        self.lists["letters"].set_rows(record.letters)
        self._mark_tabs(record)
        self._load_tab()
        self.head.show_record(record, self._office, draft=False)
        self.shown.emit(record)

    def _mark_tabs(self, record: Record) -> None:
        """A sign at the tab where something waits to be mended."""
        fields = {warning.field for warning in record.warnings if warning.mended_at is None}
        sign = icon("triangle-alert", "soon")
        self.tabs.setTabIcon(0, sign if fields - NUMBER_FIELDS else QIcon())
        self.tabs.setTabIcon(1, sign if fields & NUMBER_FIELDS else QIcon())

    def _take_error(self, error: DeskError) -> None:
        self.record = None
        self.gone.emit(error)

    def _load_tab(self, _place: int = 0) -> None:
        """Read what only this tab shows."""
        front = self.tabs.currentWidget()
        if self.record is None:
            return
        if front is self.transactions:
            self.transactions.show_person(self.record.person.id)
        for name, read in _READ_LATER.items():
            if self.lists.get(name) is front:
                self._background.write(self, read, self.record.person.id, then=self.lists[name].set_rows)


def _lists(desk: Desk) -> dict[str, LinesTab]:
    made = {
        "requests": LinesTab("personRequests", tables.request_columns(desk), "inbox"),
        "letters": LinesTab("personLetters", tables.letter_columns(desk), "mail"),
        "retention": LinesTab("personRetention", tables.retention_columns(desk), "archive"),
        "history": HistoryTab(desk),
    }
    if desk.actor.role is not Role.SUPPORT:
        made["looks"] = LooksTab()
    return made
