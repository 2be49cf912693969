"""Finds the customer whom a request is about: suggestions with their grounds, and a search as you type."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from privdesk.domain.case import Hints, Match
from privdesk.domain.law import Requester
from privdesk.domain.party import PartyRole
from privdesk.domain.person import PeopleQuery, PersonRow
from privdesk.domain.shown import shown
from privdesk.domain.text import visible
from privdesk.gui.background import Background
from privdesk.gui.requests.dialogs import CaseDialog, fill
from privdesk.gui.requests.words import local
from privdesk.gui.requests.work import CaseWork
from privdesk.gui.theme import row_height
from privdesk.gui.translation import Translated, words
from privdesk.gui.widgets.choice import Choice
from privdesk.gui.widgets.field import Field
from privdesk.gui.widgets.search import SearchField
from privdesk.gui.widgets.text import Text
from privdesk.operations import messages, people, steps
from privdesk.operations.messages import Suggestion
from privdesk.operations.people import Page

_MOST = 8
_SHOWN = 5
GROUNDS = {
    Match.NUMBER: shown("requests", "customer number"),
    Match.NAME_AND_BIRTH: shown("requests", "name and date of birth"),
    Match.MAIL: shown("requests", "mail address"),
    Match.PHONE: shown("requests", "telephone number"),
    Match.NAME: shown("requests", "name"),
}


def grounds_said(suggestion: Suggestion) -> str:
    """Why a customer is suggested: "same name, mail address"."""
    named = words("requests", shown("requests", ", ")).join(
        words("requests", GROUNDS[one]) for one in suggestion.grounds
    )
    return words("requests", shown("requests", "same {grounds}")).format(grounds=named)


def person_said(row: PersonRow) -> str:
    """A customer on one line, so that two of the same name can be told apart."""
    parts = (visible(row.number), visible(row.name), visible(row.kana), row.birth.isoformat() if row.birth else "")
    return "  ".join(part for part in parts if part)


def suggestion_said(one: Suggestion) -> str:
    """A suggested customer with the grounds before what may be cut."""
    row = one.person
    more = " ".join(part for part in (visible(row.kana), row.birth.isoformat() if row.birth else "") if part)
    return f"{visible(row.number)}  {visible(row.name)}  –  {grounds_said(one)}  –  {more}"


class PersonFinder(Translated, QWidget):
    """A search field over the customers it finds; `chosen` with a row, or None where nobody is chosen any more."""

    chosen = Signal(object)

    def __init__(self, name: str, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._background = background
        self._person: PersonRow | None = None
        self._label = Text(role="small", tone="dim")
        self.search = SearchField(f"{name}Search")
        self.found = QListWidget()
        self.found.setObjectName(f"{name}Found")
        self.found.setUniformItemSizes(True)
        self.found.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._label)
        column.addWidget(self.search)
        column.addWidget(self.found)
        self.search.searched.connect(self._ask)
        self.search.moved.connect(self._move)
        self.search.entered.connect(self._enter)
        self.found.itemClicked.connect(lambda item: self.choose(item.data(Qt.ItemDataRole.UserRole)))
        self.found.itemActivated.connect(lambda item: self.choose(item.data(Qt.ItemDataRole.UserRole)))
        self._show([])
        self.retranslate()

    @property
    def person(self) -> PersonRow | None:
        """Who is chosen."""
        return self._person

    def choose(self, row: PersonRow | None) -> None:
        """Take a customer; the field then says who he is."""
        self._person = row
        if row is not None:
            self.search.setText(person_said(row))
            self._show([])
        self.chosen.emit(row)

    def suggest(self, suggestions: Sequence[Suggestion]) -> None:
        """Offer these customers before anything is typed."""
        self._show([(suggestion_said(one), one.person) for one in suggestions])

    def clear(self) -> None:
        """Nobody is chosen, nothing is typed."""
        self._person = None
        self.search.clear()
        self._show([])

    def retranslate(self) -> None:
        """Set all words."""
        self._label.setText(self.tr("Customer"))
        self.search.say(self.tr("Name, kana, number, phone, mail or address"))
        self.found.setAccessibleName(self.tr("Customers found"))

    def _ask(self, text: str) -> None:
        if self._person is not None and text == person_said(self._person):
            return
        if self._person is not None:
            self.choose(None)
        if not text.strip():
            self._show([])
            return
        self._background.read(self, people.page, PeopleQuery(text=text), None, _MOST, then=self._take, key="find")

    def _take(self, page: Page) -> None:
        self._show([(person_said(row), row) for row in page.rows])

    def _show(self, lines: Sequence[tuple[str, PersonRow]]) -> None:
        self.found.clear()
        for text, row in lines:
            item = QListWidgetItem(text, self.found)
            item.setData(Qt.ItemDataRole.UserRole, row)
        self.found.setVisible(bool(lines))
        self.found.setFixedHeight(min(_SHOWN, len(lines)) * (row_height() + 2) + 4)
        if lines:
            self.found.setCurrentRow(0)

    def _move(self, by: int) -> None:
        self.found.setCurrentRow(min(self.found.count() - 1, max(0, self.found.currentRow() + by)))

    def _enter(self) -> None:
        item = self.found.currentItem()
        if item is not None and not self.found.isHidden():
            self.choose(item.data(Qt.ItemDataRole.UserRole))


class PersonDialog(CaseDialog):
    """Says which customer the request is about, and in what right it is asked."""

    def __init__(self, work: CaseWork, parent: QWidget) -> None:
        super().__init__("personDialog", work, parent)
        self.setMinimumWidth(600)
        self.finder = PersonFinder("linkPerson", work.background)
        self._right = Field("linkRight", Choice())
        self.form.add(self._right)
        self.column.insertWidget(0, self.finder)
        self.finder.chosen.connect(lambda row: self.verb.setEnabled(row is not None))
        self.verb.setEnabled(False)
        self.retranslate()
        self._right.set_text(work.case.request.requester.value)
        work.background.read(self, messages.suggest, self._hints(), then=self.finder.suggest)
        self.finder.search.setFocus()

    def act(self) -> None:
        """Link the customer."""
        if self.finder.person is not None:
            right = Requester(self._right.text())
            told = right if right is not self.work.case.request.requester else None
            self.work.do(steps.link_person, self.finder.person.id, told, dialog=self)

    def retranslate(self) -> None:
        """Set all words."""
        law = self.work.case.law
        text = self.tr("Everything that follows is done to this customer's record. Another one needs another check.")
        self.say(self.tr("Whom is it about?"), text, self.tr("Link the customer"))
        fill(self._right, {right.value: local(law.word(right)) for right in Requester})
        self._right.say(self.tr("Who asks"))

    def _hints(self) -> Hints:
        case = self.work.case
        parties = [case.party(PartyRole.PERSON), case.party(PartyRole.REQUESTER)]
        named = [party for party in parties if party is not None]
        about = named[:1] if case.request.requester is not Requester.PRINCIPAL else named
        return Hints(
            mails=tuple(party.mail for party in about if party.mail),
            phones=tuple(party.phone for party in about if party.phone),
            names=tuple(dict.fromkeys(party.name for party in about if party.name)),
        )
