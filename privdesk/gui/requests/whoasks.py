"""Who asks, whom it is about and who gets the answer, as the case names them, and the dialog that corrects it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from privdesk.domain.law import Requester
from privdesk.domain.party import Party, PartyRole
from privdesk.domain.text import visible
from privdesk.gui.requests.dialogs import CaseDialog
from privdesk.gui.requests.parties import NamedParties
from privdesk.gui.requests.words import ROLES, local
from privdesk.gui.requests.work import CaseWork
from privdesk.gui.translation import Translated, words
from privdesk.gui.widgets.button import Button
from privdesk.gui.widgets.card import line, scrolled
from privdesk.gui.widgets.text import Paragraph, Text
from privdesk.operations import steps
from privdesk.operations.requests import Case


class WhoAsks(Translated, QWidget):
    """The three with the ways to reach them; `change_wanted` where somebody is named wrongly."""

    change_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._case: Case | None = None
        self._change = Button("changeParties", "link", "pencil")
        self._lines = {role: (Text(role="small", tone="dim"), Paragraph()) for role in PartyRole}
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        for place, (label, said) in enumerate(self._lines.values()):
            grid.addWidget(label, place, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(said, place, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(grid)
        column.addLayout(line(self._change, None))
        self._change.clicked.connect(self.change_wanted)
        self.retranslate()

    def show_case(self, case: Case) -> None:
        """Show another case's parties."""
        self._case = case
        self.retranslate()

    def retranslate(self) -> None:
        """Say all again; who is not named has no line."""
        self._change.setText(self.tr("Change the parties"))
        case = self._case
        if case is None:
            return
        self._change.setVisible(case.request.ending is None)
        for role, (label, said) in self._lines.items():
            label.setText(words("requests", ROLES[role]))
            said.setText(_told(case, role))
            for part in (label, said):
                part.setVisible(bool(said.text()))


class PartiesDialog(CaseDialog):
    """Corrects how the parties are named and reached; the link to the customer has its own question."""

    def __init__(self, work: CaseWork, parent: QWidget) -> None:
        super().__init__("partiesDialog", work, parent)
        self.setMinimumWidth(620)
        self._named = NamedParties()
        self._named.show_parties(work.case.request.requester, work.case.parties)
        inside = QVBoxLayout()
        inside.setContentsMargins(0, 0, 8, 0)
        inside.addWidget(self._named)
        inside.addStretch(1)
        area = scrolled(inside, "partiesScroll")
        area.setMinimumHeight(360)
        self.column.addWidget(area, 1)
        self.retranslate()

    def act(self) -> None:
        """Change the parties."""
        self.work.do(steps.change_parties, self._named.parties(), dialog=self)

    def retranslate(self) -> None:
        """Set all words."""
        text = self.tr(
            "Letters to come go to these names and addresses; a customer's own address is that of his record. After a "
            "change identity is checked again; who else gets the answer shows a mandate."
        )
        self.say(self.tr("Who asks, and who gets the answer"), text, self.tr("Save the parties"))


def _told(case: Case, role: PartyRole) -> str:
    """A party on one line; a person who asks for himself is told once, with his number."""
    himself = case.request.requester is Requester.PRINCIPAL
    if role is PartyRole.PERSON and himself:
        return ""
    party = case.party(role) or Party(role)
    about = PartyRole.REQUESTER if himself else PartyRole.PERSON
    customer = case.person if role is about else None
    right = local(case.law.word(case.request.requester)) if role is PartyRole.REQUESTER else ""
    name = party.name or (customer.name if customer else "")
    home = " ".join(filter(None, (f"〒{party.postal}" if party.postal else "", " ".join(party.address.split()))))
    parts = (name, customer.number if customer else "", right, party.relation, party.phone, party.mail, home)
    return visible("  ·  ".join(part for part in parts if part))
