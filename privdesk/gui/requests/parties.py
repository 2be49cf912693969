"""Who asks, and for whom: the right, the name and the ways to reach him, the customer found or described."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from privdesk.domain.case import Party, PartyRole
from privdesk.domain.law import Law, Requester
from privdesk.domain.person import PersonRow
from privdesk.gui.background import Background
from privdesk.gui.requests.dialogs import fill
from privdesk.gui.requests.finder import PersonFinder
from privdesk.gui.requests.words import local
from privdesk.gui.translation import Translated
from privdesk.gui.widgets.field import Field
from privdesk.gui.widgets.form import Form

_SELF = Requester.PRINCIPAL


class PartiesForm(Translated, QWidget):
    """The requester, and the customer by search; what is not known yet may stay empty."""

    edited = Signal()

    def __init__(self, background: Background, law: Law) -> None:
        super().__init__()
        self._law = law
        self._right = Field("requesterRight", QComboBox())
        self._relation = Field("requesterRelation")
        self._name = Field("requesterName")
        self._mail = Field("requesterMail")
        self._phone = Field("requesterPhone")
        self._postal = Field("requesterPostal")
        self._address = Field("requesterAddress")
        self._about = Field("personName")
        self.finder = PersonFinder("intakePerson", background)
        self.form = Form("partiesForm")
        self.form.add(self._right, self._relation)
        self.form.add(self._name, self._about)
        self.form.add(self._mail, self._phone)
        self.form.add(self._postal, self._address)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.finder)
        column.addWidget(self.form)
        self._right.edited.connect(self._show_right)
        self.form.edited.connect(self.edited)
        self.finder.chosen.connect(self._take_person)
        self.retranslate()

    def right(self) -> Requester:
        """In what right it is asked."""
        return Requester(self._right.text())

    def parties(self) -> tuple[Party, ...]:
        """Those of the three that were named."""
        asks = Party(
            PartyRole.REQUESTER,
            name=self._name.text().strip(),
            postal=self._postal.text().strip(),
            address=self._address.text().strip(),
            phone=self._phone.text().strip(),
            mail=self._mail.text().strip(),
            relation=self._relation.text().strip() if self.right() is not _SELF else "",
        )
        about = Party(PartyRole.PERSON, name=self._about.text().strip())
        others = (about,) if about.name and self.right() is not _SELF else ()
        return (*((asks,) if asks != Party(PartyRole.REQUESTER) else ()), *others)

    def show_parties(self, right: Requester, parties: tuple[Party, ...]) -> None:
        """Show what a mail, or a draft, says of them."""
        by_role = {party.role: party for party in parties}
        asks = by_role.get(PartyRole.REQUESTER, Party(PartyRole.REQUESTER))
        self._right.set_text(right.value)
        for field, text in (
            (self._relation, asks.relation),
            (self._name, asks.name),
            (self._mail, asks.mail),
            (self._phone, asks.phone),
            (self._postal, asks.postal),
            (self._address, asks.address),
            (self._about, by_role[PartyRole.PERSON].name if PartyRole.PERSON in by_role else ""),
        ):
            field.set_text(text)
        self._show_right()

    def retranslate(self) -> None:
        """Set all words."""
        fill(self._right, {right.value: local(self._law.word(right)) for right in Requester})
        self._right.say(self.tr("Who asks"))
        self._relation.say(self.tr("Relation to the customer"))
        self._name.say(self.tr("Name of who asks"))
        self._about.say(self.tr("Name of whom it is about"))
        self._mail.say(self.tr("Mail address"))
        self._phone.say(self.tr("Telephone"))
        self._postal.say(self.tr("Postal code"))
        self._address.say(self.tr("Address"))
        self._show_right()

    def _show_right(self) -> None:
        for field in (self._relation, self._about):
            field.setVisible(self.right() is not _SELF)

    def _take_person(self, row: PersonRow | None) -> None:
        field = self._name if self.right() is _SELF else self._about
        if row is not None and not field.text().strip():
            field.set_text(row.name)
        self.edited.emit()
