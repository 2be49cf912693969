"""The form of an identity check: how, when, which papers or facts; it says at once what is still missing."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from privdesk.domain.errors import DeskError, MethodNotAccepted
from privdesk.domain.identity import IdentityCheck, Seen, ensure_sufficient
from privdesk.domain.law import Channel, Law, Method, Proof, Requester
from privdesk.domain.user import User
from privdesk.gui.requests.dialogs import fill
from privdesk.gui.requests.papers import PapersEditor
from privdesk.gui.requests.words import field_word, local
from privdesk.gui.translation import Translated, translated
from privdesk.gui.widgets.button import Button
from privdesk.gui.widgets.card import line
from privdesk.gui.widgets.choice import Choice
from privdesk.gui.widgets.datefield import DateField
from privdesk.gui.widgets.field import Field
from privdesk.gui.widgets.form import Form
from privdesk.gui.widgets.icon import Sign
from privdesk.gui.widgets.text import Paragraph, Text

# what can be matched against the record; only the names are kept, never the values
_FACTS = ("name", "birth", "address", "phones", "mails", "bank", "card", "licence")
_BY_PAPERS = frozenset({Method.ORIGINALS, Method.COPIES})


class CheckForm(Translated, QWidget):
    """`check_made` with a check that suffices; `failed_wanted` where what was shown does not.

    It begins with the way in which the papers that were `asked` for come, else with the way of the request.
    """

    check_made = Signal(object)
    failed_wanted = Signal()

    def __init__(
        self,
        law: Law,
        party: Requester,
        channel: Channel,
        today: date,
        actor: User,
        *,
        elsewhere: bool,
        asked: tuple[str, ...] = (),
    ) -> None:
        super().__init__()
        self.setObjectName("checkForm")
        self._law, self._party, self._by, self._elsewhere = law, party, actor, elsewhere
        # an agent shows his right on paper, however he shows who he is; so does another who gets the answer
        self._right_shown = elsewhere or party is not Requester.PRINCIPAL
        self._channel = Field("checkChannel", Choice())
        self._method = Field("checkMethod", Choice())
        self._on = DateField("checkOn", today)
        self._papers = PapersEditor(law, today, agent=self._right_shown, asked=asked)
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
        self._begin_with(channel, by_papers=bool(asked))
        self._on.set_day(today)
        self._connect()
        self._look()

    def check(self) -> IdentityCheck:
        """What was typed; raises BadDate."""
        method = Method(self._method.text())
        by_papers = method in _BY_PAPERS
        papers = self._papers.papers() if by_papers or self._right_shown else ()
        return IdentityCheck(
            party=self._party,
            channel=Channel(self._channel.text()),
            method=method,
            checked_by=self._by.login,
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
        self._channel.say(self.tr("Came by"))
        self._method.say(self.tr("Shown by"))
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
        head.add(self._on)
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
        for way in (self._channel, self._method):
            way.edited.connect(self._expect)
        for field in (self._channel, self._method, self._on, self._reference):
            field.edited.connect(self._look)
        for box in self._facts.values():
            box.toggled.connect(self._look)
        self._papers.edited.connect(self._look)
        self.verb.clicked.connect(self._make)
        self._failed.clicked.connect(self.failed_wanted)

    def _begin_with(self, channel: Channel, *, by_papers: bool) -> None:
        proofs = [proof for proof in self._law.proofs if proof.method in _BY_PAPERS]
        if by_papers and proofs:
            first = next((proof for proof in proofs if proof.channel is channel), None)
            channel = (first or next((one for one in proofs if one.method is Method.COPIES), proofs[0])).channel
        self._channel.set_text(channel.value)
        self._offer_methods()
        self._expect()

    def _expect(self) -> None:
        """What is sent is a copy, what is brought the paper itself."""
        self._papers.expect(Seen.COPY if self._method.text() == Method.COPIES else Seen.ORIGINAL)

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
        self._papers.setVisible(by_papers or self._right_shown)
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
            ensure_sufficient(self.check(), self._law, elsewhere=self._elsewhere)
        except DeskError as error:
            return translated(error)
        return ""

    def _make(self) -> None:
        if not self._lacks():
            self.check_made.emit(self.check())
