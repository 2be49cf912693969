"""Who asks, for whom, and who gets the answer: names and ways to reach them, and the customer found or described."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from privdesk.domain.law import Law, Requester
from privdesk.domain.link import Link
from privdesk.domain.party import Party, PartyRole
from privdesk.domain.person import PersonRow
from privdesk.gui.background import Background
from privdesk.gui.requests.dialogs import fill
from privdesk.gui.requests.finder import PersonFinder
from privdesk.gui.requests.known_agents import KnownAgents
from privdesk.gui.requests.words import local
from privdesk.gui.translation import Translated
from privdesk.gui.widgets.choice import Choice
from privdesk.gui.widgets.field import Field
from privdesk.gui.widgets.form import Form
from privdesk.operations.desk import Desk

_SELF = Requester.PRINCIPAL
# what is asked of each; a customer's address stands in his record
_PARTS = {
    PartyRole.REQUESTER: ("name", "relation", "mail", "phone", "postal", "address"),
    PartyRole.PERSON: ("name",),
    PartyRole.RECIPIENT: ("name", "postal", "address"),
}


class NamedParties(Translated, QWidget):
    """The three as the request names them; whom it is about only where somebody else asks, who gets it where ticked."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._right = _SELF
        self._fields = {
            (role, part): Field(f"{role}{part.title()}") for role, parts in _PARTS.items() for part in parts
        }
        self._elsewhere = QCheckBox()
        self._elsewhere.setObjectName("recipientElsewhere")
        self.form = Form("partiesForm")
        asks, about, gets = PartyRole.REQUESTER, PartyRole.PERSON, PartyRole.RECIPIENT
        for row in (
            ((asks, "name"), (asks, "relation")),
            ((asks, "mail"), (asks, "phone")),
            ((asks, "postal"), (asks, "address")),
            ((about, "name"),),
        ):
            self.form.add(*(self._fields[each] for each in row))
        self._post = Form("recipientForm")
        self._post.add(self._fields[gets, "name"], self._fields[gets, "postal"])
        self._post.add(self._fields[gets, "address"])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for part in (self.form, self._elsewhere, self._post):
            column.addWidget(part)
        self._elsewhere.toggled.connect(self._post.setVisible)
        self._elsewhere.clicked.connect(self.edited)
        self.form.edited.connect(self.edited)
        self._post.edited.connect(self.edited)
        self._post.hide()
        self.retranslate()

    def parties(self) -> tuple[Party, ...]:
        """Those of the three that were named."""
        found = (Party(role, **self._said(role)) for role in self._asked())
        return tuple(party for party in found if party != Party(party.role))

    def show_parties(self, right: Requester, parties: tuple[Party, ...]) -> None:
        """Show what a mail, a draft or the case says of them."""
        by_role = {party.role: party for party in parties}
        for (role, part), field in self._fields.items():
            field.set_text(getattr(by_role[role], part) if role in by_role else "")
        self._elsewhere.setChecked(PartyRole.RECIPIENT in by_role)
        self.set_right(right)

    def set_right(self, right: Requester) -> None:
        """Ask for what belongs to this right."""
        self._right = right
        for each in ((PartyRole.REQUESTER, "relation"), (PartyRole.PERSON, "name")):
            self._fields[each].setVisible(right is not _SELF)

    def name_person(self, name: str) -> None:
        """Let a customer who was found be named, where nobody is yet."""
        role = PartyRole.REQUESTER if self._right is _SELF else PartyRole.PERSON
        field = self._fields[role, "name"]
        if not field.text().strip():
            field.set_text(name)

    def name_agent(self, name: str, right: Requester) -> None:
        """Let somebody who is on record ask in this right; who was named as asking for himself is whom it is about."""
        asks, about = (self._fields[role, "name"] for role in (PartyRole.REQUESTER, PartyRole.PERSON))
        if self._right is _SELF:
            about.set_text(asks.text())
        asks.set_text(name)
        self.set_right(right)

    def retranslate(self) -> None:
        """Set all words."""
        labels = {
            (PartyRole.REQUESTER, "name"): self.tr("Name of who asks"),
            (PartyRole.PERSON, "name"): self.tr("Name of whom it is about"),
            (PartyRole.RECIPIENT, "name"): self.tr("Name of who gets the answer"),
            "relation": self.tr("Relation to the customer"),
            "mail": self.tr("Mail address"),
            "phone": self.tr("Telephone"),
            "postal": self.tr("Postal code"),
            "address": self.tr("Address"),
        }
        for (role, part), field in self._fields.items():
            field.say(labels[part] if part in labels else labels[role, part])
        self._elsewhere.setText(self.tr("The answer goes to somebody else"))

    def _asked(self) -> tuple[PartyRole, ...]:
        about = (PartyRole.PERSON,) if self._right is not _SELF else ()
        gets = (PartyRole.RECIPIENT,) if self._elsewhere.isChecked() else ()
        return (PartyRole.REQUESTER, *about, *gets)

    def _said(self, role: PartyRole) -> dict[str, Any]:
        kept = (part for part in _PARTS[role] if part != "relation" or self._right is not _SELF)
        return {part: self._fields[role, part].text().strip() for part in kept}


class PartiesForm(Translated, QWidget):
    """The customer by search, in what right it is asked, and the three; what is not known yet may stay empty."""

    edited = Signal()

    def __init__(self, background: Background, law: Law, desk: Desk) -> None:
        super().__init__()
        self._law = law
        self._right = Field("requesterRight", Choice())
        self._named = NamedParties()
        self.finder = PersonFinder("intakePerson", background)
        self.agents = KnownAgents(background, desk)
        self.form = self._named.form
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for part in (self.finder, self.agents, self._right, self._named):
            column.addWidget(part)
        self._right.edited.connect(lambda: self._named.set_right(self.right()))
        self._right.edited.connect(self.edited)
        self._named.edited.connect(self.edited)
        self.finder.chosen.connect(self._take_person)
        self.agents.chosen.connect(self._take_agent)
        self.retranslate()

    def right(self) -> Requester:
        """In what right it is asked."""
        return Requester(self._right.text())

    def parties(self) -> tuple[Party, ...]:
        """Those of the three that were named."""
        return self._named.parties()

    def show_parties(self, right: Requester, parties: tuple[Party, ...]) -> None:
        """Show what a mail, or a draft, says of them."""
        self._right.set_text(right.value)
        self._named.show_parties(right, parties)

    def retranslate(self) -> None:
        """Set all words."""
        fill(self._right, {right.value: local(self._law.word(right)) for right in Requester})
        self._right.say(self.tr("Who asks"))
        self._named.set_right(self.right())

    def _take_agent(self, link: Link) -> None:
        """Whoever is on record asks."""
        self._right.set_text(Requester(link.kind).value)
        self._named.name_agent(link.name, self.right())
        self.edited.emit()

    def _take_person(self, row: PersonRow | None) -> None:
        self.agents.show_person(row.id if row else None)
        if row is not None:
            self._named.name_person(row.name)
        self.edited.emit()
