"""The form of an identity check: how, by whom, when, which papers or facts; it says at once what is still missing."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from privdesk.domain.errors import DeskError, MethodNotAccepted
from privdesk.domain.identity import IdentityCheck, ensure_sufficient
from privdesk.domain.law import Channel, Law, Method, Proof, Requester
from privdesk.domain.user import User
from privdesk.gui.requests.dialogs import fill
from privdesk.gui.requests.papers import PapersEditor
from privdesk.gui.requests.words import field_word, local
from privdesk.gui.translation import Translated, translated
from privdesk.gui.widgets.button import Button
from privdesk.gui.widgets.card import line
from privdesk.gui.widgets.datefield import DateField
from privdesk.gui.widgets.field import Field
from privdesk.gui.widgets.form import Form
from privdesk.gui.widgets.icon import Sign
from privdesk.gui.widgets.text import Paragraph, Text

# what can be matched against the record; only the names are kept, never the values
_FACTS = ("name", "birth", "address", "phones", "mails", "bank", "card", "licence")
_BY_PAPERS = frozenset({Method.ORIGINALS, Method.COPIES})


class CheckForm(Translated, QWidget):
    """`check_made` with a check that suffices; `failed_wanted` where what was shown does not."""

    check_made = Signal(object)
    failed_wanted = Signal()

    def __init__(self, law: Law, party: Requester, channel: Channel, today: date, actor: User) -> None:
        super().__init__()
        self.setObjectName("checkForm")
        self._law, self._party = law, party
        self._users: tuple[User, ...] = (actor,)
        self._channel = Field("checkChannel", QComboBox())
        self._method = Field("checkMethod", QComboBox())
        self._by = Field("checkBy", QComboBox())
        self._on = DateField("checkOn", today)
        self._papers = PapersEditor(law, today, agent=party is not Requester.PRINCIPAL)
        self._facts = {name: QCheckBox() for name in _FACTS}
        self._facts_label = Text(role="small", tone="dim")
        self._reference = Field("checkReference", QLineEdit())
        self._note = Field("checkNote", QLineEdit())
        self._sign = Sign("circle-alert", "soon")
        self._missing = Paragraph()
        self.verb = Button("recordCheck", "primary", "badge-check")
        self._failed = Button("identityFailed", "quiet", "circle-x")
        self._lay_out()
        self.retranslate()
        self._channel.set_text(channel.value)
        self._offer_methods()
        self._by.set_text(actor.login)
        self._on.set_day(today)
        self._connect()
        self._look()

    def set_users(self, users: tuple[User, ...]) -> None:
        """Offer these people as who looked."""
        self._users = tuple(user for user in users if user.active)
        self.retranslate()

    def check(self) -> IdentityCheck:
        """What was typed; raises BadDate."""
        method = Method(self._method.text())
        by_papers = method in _BY_PAPERS
        # an agent shows his right on paper, however he shows who he is
        papers = self._papers.papers() if by_papers or self._party is not Requester.PRINCIPAL else ()
        return IdentityCheck(
            party=self._party,
            channel=Channel(self._channel.text()),
            method=method,
            checked_by=self._by.text(),
            on=self._on.day() or date.min,
            papers=papers,
            facts=() if by_papers else tuple(name for name, box in self._facts.items() if box.isChecked()),
            reference="" if by_papers else self._reference.text().strip(),
            note=self._note.text().strip(),
        )

    def begin(self) -> None:
        """Put the cursor where the form begins."""
        self._method.editor.setFocus()

    def retranslate(self) -> None:
        """Set all words."""
        law = self._law
        channels = dict.fromkeys(proof.channel for proof in law.proofs)
        fill(self._channel, {channel.value: local(law.word(channel)) for channel in channels})
        self._offer_methods()
        fill(self._by, {user.login: user.name for user in self._users})
        self._channel.say(self.tr("Came by"))
        self._method.say(self.tr("Shown by"))
        self._by.say(self.tr("Checked by"))
        self._on.say(self.tr("Checked on"))
        self._facts_label.setText(self.tr("Registered facts that matched (only their names are kept)"))
        for name, box in self._facts.items():
            box.setText(field_word(name))
        hint = self.tr("For example: called 03-1234-…89 at 14:20; time of the login")
        self._reference.say(self.tr("How the contact on file was used"), hint)
        self._note.say(self.tr("Remark"))
        self.verb.setText(self.tr("Record the check"))
        self._failed.setText(self.tr("It does not suffice"))
        self._look()

    def _lay_out(self) -> None:
        head = Form("checkFields")
        head.add(self._channel, self._method)
        head.add(self._by, self._on)
        facts = QGridLayout()
        for place, (name, box) in enumerate(self._facts.items()):
            box.setObjectName(f"fact_{name}")
            facts.addWidget(box, place // 3, place % 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(head)
        column.addWidget(self._papers)
        column.addWidget(self._facts_label)
        column.addLayout(facts)
        column.addWidget(self._reference)
        column.addWidget(self._note)
        missing = line(self._sign)
        missing.addWidget(self._missing, 1)
        column.addLayout(missing)
        column.addLayout(line(self._failed, None, self.verb))

    def _connect(self) -> None:
        self._channel.edited.connect(self._offer_methods)
        for field in (self._channel, self._method, self._by, self._on, self._reference):
            field.edited.connect(self._look)
        for box in self._facts.values():
            box.toggled.connect(self._look)
        self._papers.edited.connect(self._look)
        self.verb.clicked.connect(self._make)
        self._failed.clicked.connect(self.failed_wanted)

    def _offer_methods(self) -> None:
        channel = self._channel.text()
        methods = [proof.method for proof in self._law.proofs if proof.channel == channel]
        fill(self._method, {method.value: local(self._law.word(method)) for method in methods})

    def _proof(self) -> Proof:
        wanted = (self._channel.text(), self._method.text())
        for proof in self._law.proofs:
            if (proof.channel.value, proof.method.value) == wanted:
                return proof
        raise MethodNotAccepted

    def _look(self) -> None:
        """Say what is missing, and hide what this way of showing identity does not ask for."""
        proof = self._proof()
        by_papers = proof.method in _BY_PAPERS
        self._papers.setVisible(by_papers or self._party is not Requester.PRINCIPAL)
        for part in (self._facts_label, *self._facts.values()):
            part.setVisible(bool(proof.facts))
        self._reference.setVisible(proof.reference)
        missing = self._lacks()
        self._sign.set_sign("circle-alert" if missing else "circle-check", "soon" if missing else "done")
        self._missing.setText(missing or self.tr("Enough to show who asks, and by what right."))
        self._missing.set_tone("soon" if missing else "done")
        self.verb.setEnabled(not missing)

    def _lacks(self) -> str:
        try:
            ensure_sufficient(self.check(), self._law)
        except DeskError as error:
            return translated(error)
        return ""

    def _make(self) -> None:
        if not self._lacks():
            self.check_made.emit(self.check())
