"""Entering a link between two people, and ending it."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QRadioButton, QWidget

from privdesk.domain.link import MUTUAL, TYPED, LinkKind, NewLink
from privdesk.domain.person import Person, Source
from privdesk.domain.text import visible
from privdesk.gui.background import Background
from privdesk.gui.customers.words import SOURCE, said
from privdesk.gui.linkwords import LINK, kind_said
from privdesk.gui.personchooser import PersonChooser
from privdesk.gui.widgets.choice import Choice
from privdesk.gui.widgets.datefield import DateField
from privdesk.gui.widgets.dialog import Entering
from privdesk.gui.widgets.field import Field
from privdesk.gui.widgets.form import Form
from privdesk.operations.desk import Desk

_SOURCES = (Source.SELF, Source.COUNTER, Source.PARTNER)
_KINDS = tuple(key for key in LINK if key[0] in TYPED)


class LinkDialog(Entering):
    """`given` with the id of who is acted for, or of this customer, and the link as it is entered with him."""

    given = Signal(int, object)

    def __init__(self, parent: QWidget, background: Background, desk: Desk, person: Person) -> None:
        super().__init__("linkDialog", parent)
        self.setMinimumWidth(600)
        self._person = person
        self._kinds, self._sources = Choice(), Choice()
        for kind, reverse in _KINDS:
            self._kinds.addItem("", f"{kind}/{int(reverse)}")
        for source in _SOURCES:
            self._sources.addItem("", str(source))
        self._kind, self._source = Field("linkKind", self._kinds), Field("linkSource", self._sources)
        self._customer, self._somebody = QRadioButton(), QRadioButton()
        self._chooser = PersonChooser("linkPerson", background)
        self._name, self._reach, self._note = Field("linkName"), Field("linkReach"), Field("linkNote")
        self._since = DateField("linkSince", desk.today)
        self._since.set_day(desk.today)
        self._told, more = Form("linkTold"), Form("linkMore")
        self._told.add(self._name, self._reach)
        more.add(self._since, self._source)
        self._customer.setObjectName("linkToCustomer")
        self._somebody.setObjectName("linkToSomebody")
        for part in (self._kind, self._customer, self._chooser, self._somebody, self._told, more, self._note):
            self.column.addWidget(part)
        self._customer.toggled.connect(self._show_side)
        self._customer.setChecked(True)
        self._kinds.currentIndexChanged.connect(self._show_side)
        self.retranslate()
        self._show_side()
        self._chooser.search.setFocus()

    def try_accept(self) -> None:
        """Give the link; whether it can be entered the desk says."""
        if not self._since.check() or self._since.day() is None:
            return
        kind, _, reverse = self._kind.text().partition("/")
        chosen = self._chooser.person() if self._customer.isChecked() else None
        if self._customer.isChecked() and chosen is None:
            self.show_wrong(self.tr("Choose the other customer from the list."))
            return
        told = (self._name.text().strip(), self._reach.text().strip()) if chosen is None else ("", "")
        whose, other = self._person.id, chosen.id if chosen else None
        if reverse == "1" and other:
            whose, other = other, whose
        new = NewLink(
            LinkKind(kind),
            self._since.day() or date.min,
            other,
            *told,
            note=self._note.text().strip(),
            source=Source(self._source.text()),
        )
        self.show_busy(on=True)
        self.given.emit(whose, new)

    def retranslate(self) -> None:
        """Set the words."""
        self.say(
            self.tr("Link {name} to somebody").format(name=visible(self._person.name)),
            self.tr("It is shown on both records. A link that no longer holds is ended, not deleted."),
            self.tr("Enter the link"),
        )
        self._kind.say(self.tr("What the other one is to this customer"))
        for place, (kind, reverse) in enumerate(_KINDS):
            self._kinds.setItemText(place, kind_said(kind, reverse=reverse))
        self._customer.setText(self.tr("The other one is a customer"))
        self._somebody.setText(self.tr("The other one is no customer"))
        self._name.say(self.tr("Name"))
        self._reach.say(self.tr("How he is reached"))
        self._since.say(self.tr("Since"))
        self._source.say(self.tr("Source"))
        self._note.say(self.tr("Note"), self.tr("e.g. mother, power of attorney seen on paper"))
        for place, source in enumerate(_SOURCES):
            self._sources.setItemText(place, said(SOURCE[source]))

    def _show_side(self) -> None:
        """Whom this customer acts for is a customer himself."""
        kind, _, reverse = self._kind.text().partition("/")
        told = reverse != "1" or LinkKind(kind) in MUTUAL
        self._somebody.setEnabled(told)
        if not told:
            self._customer.setChecked(True)
        self._somebody.setChecked(not self._customer.isChecked())
        self._chooser.setVisible(self._customer.isChecked())
        self._told.setVisible(not self._customer.isChecked())


class EndLinkDialog(Entering):
    """`given` with the last day of a link."""

    given = Signal(object)

    def __init__(self, parent: QWidget, today: date, kind: str, who: str) -> None:
        super().__init__("endLinkDialog", parent)
        self._what = (kind, who)
        self._until = DateField("linkUntil", today)
        self._until.set_day(today)
        self.column.addWidget(self._until)
        self.retranslate()
        self._until.editor.setFocus()

    def try_accept(self) -> None:
        """Give the day."""
        if self._until.check() and self._until.day():
            self.show_busy(on=True)
            self.given.emit(self._until.day())

    def retranslate(self) -> None:
        """Set the words."""
        kind, who = self._what
        text = self.tr("{kind}: {who}. The link stays on both records with its last day.")
        self.say(self.tr("End the link"), text.format(kind=kind, who=who), self.tr("End the link"))
        self._until.say(self.tr("Last day"))
