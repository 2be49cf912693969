"""The transactions of one customer number that nobody had, and the customer to whom a human gives them."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from privdesk.domain.batch import Likeness
from privdesk.domain.person import PeopleQuery, PersonRow
from privdesk.domain.shown import shown
from privdesk.domain.text import visible
from privdesk.domain.transaction import Given, Transaction
from privdesk.gui.background import Background
from privdesk.gui.customers.facts import Fact, Facts
from privdesk.gui.customers.record_tables import TRANSACTIONS
from privdesk.gui.customers.words import day_text, said
from privdesk.gui.translation import Translated
from privdesk.gui.widgets.button import Button
from privdesk.gui.widgets.card import Card, line
from privdesk.gui.widgets.empty import Empty
from privdesk.gui.widgets.rows import Column, RowsModel
from privdesk.gui.widgets.search import SearchField
from privdesk.gui.widgets.table import Table
from privdesk.gui.widgets.text import Paragraph, Text
from privdesk.operations import people, waiting
from privdesk.operations.people import Page
from privdesk.operations.waiting import Suggestion

_MOST = 50
_GROUND = {
    Likeness.NUMBER: shown("customers", "this number now"),
    Likeness.CONTACT: shown("customers", "phone or mail"),
    Likeness.BORN: shown("customers", "name and birth date"),
    Likeness.BEFORE: shown("customers", "given before"),
    Likeness.SIMILAR: shown("customers", "similar number"),
}


@dataclass(frozen=True)
class Alone:
    """What a partner reported under one customer number that nobody had."""

    partner: str
    number: str
    given: Given
    transactions: tuple[Transaction, ...]


@dataclass(frozen=True)
class _Candidate:
    person: PersonRow
    ground: Likeness | None = None


_CANDIDATES: tuple[Column[_Candidate], ...] = (
    Column("number", shown("columns", "Number"), lambda row: visible(row.person.number), 104),
    Column("name", shown("columns", "Name"), lambda row: visible(row.person.name), 110, stretch=True),
    Column("birth", shown("columns", "Born"), lambda row: day_text(row.person.birth), 104, minor=True),
    Column(
        "ground",
        shown("columns", "Why"),
        lambda row: said(_GROUND[row.ground]) if row.ground else "",
        126,
        tone=lambda _row: "dim",
    ),
)


class MatchPane(Translated, Card):
    """Shows what was reported, suggests customers with the ground for each, searches others, and gives."""

    def __init__(self, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("matchPane")
        self._background = background
        self._alone: Alone | None = None
        self._suggested: tuple[_Candidate, ...] = ()
        self._title = Text(role="title")
        self._text = Paragraph(tone="dim")
        self._facts = Facts("matchFacts")
        self._reported: RowsModel[Transaction] = RowsModel(TRANSACTIONS, self)
        self.reported = Table("matchTransactions", self._reported)
        self._head = Text(role="strong")
        self.search = SearchField("matchSearch")
        self._empty = Empty("user")
        self._model: RowsModel[_Candidate] = RowsModel(_CANDIDATES, self)
        self.found = Table("matchFound", self._model, self._empty)
        self._give = Button("matchGive", "primary", "user-check")
        parts = (self._title, self._text, self._facts, self.reported, self._head, self.search, self.found)
        for part, stretch in zip(parts, (0, 0, 0, 2, 0, 0, 3), strict=True):
            self.column.addWidget(part, stretch)
        self.column.addLayout(line(None, self._give))
        self.search.searched.connect(self._ask)
        self.search.entered.connect(self.found.setFocus)
        self.found.selectionModel().selectionChanged.connect(self._show_verb)
        self.found.row_opened.connect(lambda _: self._do())
        self._model.modelReset.connect(self._show_verb)
        self._give.clicked.connect(self._do)
        self.retranslate()

    def show_alone(self, alone: Alone) -> None:
        """Show others, and ask who may be meant."""
        self._alone, self._suggested = alone, ()
        self._reported.set_rows(alone.transactions)
        self._model.set_rows(())
        self.search.clear()
        self._background.read(
            self,
            waiting.suggested,
            alone.partner,
            alone.number,
            alone.given,
            then=self._take_suggested,
            key="suggested",
        )
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words."""
        self._text.setText(self.tr("Nobody has this customer number. Say whose transactions these are."))
        self._head.setText(self.tr("Whose are they?"))
        self.search.say(self.tr("Search another: name, kana, number, phone, mail or address"))
        self.reported.setAccessibleName(self.tr("Transactions without a customer"))
        self.found.setAccessibleName(self.tr("Customers who may be meant"))
        self._empty.say(self.tr("Nobody is suggested"), self.tr("Search the customer above."))
        if self._alone:
            number = visible(self._alone.number) or self.tr("no customer number")
            self._title.setText(number)
            self._facts.set_facts(
                [
                    Fact(self.tr("Partner"), visible(self._alone.partner)),
                    *self._given(self._alone.given),
                    Fact(self.tr("Transactions"), f"{len(self._alone.transactions):,}"),
                ]
            )
        self._show_verb()

    def _given(self, given: Given) -> list[Fact]:
        """What the partner says of the customer."""
        facts = (
            (self.tr("Name"), given.name),
            (self.tr("Kana"), given.kana),
            (self.tr("Born"), day_text(given.birth) if given.birth else ""),
            (self.tr("Phone"), ", ".join(given.phones)),
            (self.tr("Mail"), ", ".join(given.mails)),
        )
        return [Fact(label, visible(text)) for label, text in facts if text]

    def _take_suggested(self, found: Sequence[Suggestion]) -> None:
        self._suggested = tuple(_Candidate(one.person, one.ground) for one in found)
        self._show(self._suggested)

    def _ask(self, text: str) -> None:
        if not text.strip():
            self._show(self._suggested)
            return
        self._background.read(self, people.page, PeopleQuery(text=text), None, _MOST, then=self._take_page, key="find")

    def _take_page(self, page: Page) -> None:
        if self.search.text().strip():
            self._show(tuple(_Candidate(row) for row in page.rows))

    def _show(self, candidates: Sequence[_Candidate]) -> None:
        self._model.set_rows(candidates)
        if len(candidates) == 1:
            self.found.select(0)

    def _show_verb(self, *_: object) -> None:
        chosen = self.found.selected()
        self._give.setEnabled(len(chosen) == 1)
        name = visible(chosen[0].person.name) if len(chosen) == 1 else ""
        self._give.setText(self.tr("Give them to {name}").format(name=name) if name else self.tr("Give them"))

    def _do(self) -> None:
        chosen = self.found.selected()
        if self._alone and len(chosen) == 1:
            ids = [one.id for one in self._alone.transactions]
            self._background.write(self, waiting.match_all, ids, chosen[0].person.id)


def grouped(transactions: Sequence[Transaction]) -> list[Alone]:
    """The transactions by what their partner says of the customer, in the order in which each first comes."""
    groups: dict[tuple[str, str, Given], list[Transaction]] = {}
    for one in transactions:
        groups.setdefault((one.partner, one.customer_number, one.given), []).append(one)
    return [Alone(*key, tuple(those)) for key, those in groups.items()]
