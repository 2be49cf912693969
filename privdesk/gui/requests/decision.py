"""The form that decides one item: only what the law lets the office say, with a sentence to start the facts from."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from privdesk.domain.decision import Decision
from privdesk.domain.errors import DeskError
from privdesk.domain.retention import Rule
from privdesk.domain.text import visible
from privdesk.gui.drafts import Draft, Typed
from privdesk.gui.requests.dialogs import fill
from privdesk.gui.requests.words import kind_faces, local
from privdesk.gui.requests.work import CaseWork
from privdesk.gui.translation import Translated, translated
from privdesk.gui.widgets.button import Button
from privdesk.gui.widgets.card import line
from privdesk.gui.widgets.chip import Chip
from privdesk.gui.widgets.choice import Choice
from privdesk.gui.widgets.datefield import DateField
from privdesk.gui.widgets.field import Field
from privdesk.gui.widgets.form import Form
from privdesk.gui.widgets.text import OneLine, Paragraph
from privdesk.operations import answers
from privdesk.operations.requests import Asked, Case

# a search that found nothing, in the letter's language
_SEARCHED = {
    "ja": "顧客名簿、取引記録、受信メール及び発送文書を、お名前、ご住所、電話番号及びメールアドレスで検索しました。",
    "en": "We searched our customer list, transactions, mails and letters by name, address, phone and mail address.",
}


class DecisionForm(Translated, QWidget):
    """Shows one item of the case and records the decision on it."""

    take_back_wanted = Signal(int)

    def __init__(self, work: CaseWork, rules: Mapping[str, Rule]) -> None:
        super().__init__()
        self.setObjectName("decisionForm")
        self._work = work
        self.rules = rules
        self._asked: Asked | None = None
        self.keep_until: date | None = None
        self._prefilled = ""
        self._kind = Chip()
        self._what = OneLine(role="strong")
        self._reason = Paragraph(role="small", tone="dim")
        self.decision = Field("decision", Choice())
        self.ground = Field("ground", Choice())
        self.until = DateField("keepUntil", work.desk.today)
        self.rule = Field("keepRule", Choice())
        self.facts = Field("facts", QPlainTextEdit())
        self.record = Button("recordDecision", "primary", "check")
        self._take_back = Button("takeBackDecision", "quiet", "undo-2")
        self._done = Paragraph(role="small", tone="dim")
        self._form = Form("decisionFields")
        self._lay_out()
        self.draft = Draft(self, work.background, self._form.texts)
        self._form.edited.connect(self.draft.note)
        self.decision.edited.connect(self._choose_decision)
        self.ground.edited.connect(self._choose_ground)
        self.record.clicked.connect(self.decide)
        self._take_back.clicked.connect(self._want_back)
        self.retranslate()

    def show_item(self, asked: Asked) -> None:
        """Show an item; what was typed for the same open item stays."""
        if self._asked == asked:
            return
        self.draft.keep()
        self._asked = asked
        item = asked.item
        self._offer()
        self._prefilled = ""
        self.decision.set_text(item.decision or "")
        self.ground.set_text(item.ground or "")
        self.facts.set_text(item.facts)
        self.until.set_day(item.until or self.keep_until)
        self.rule.set_text(item.rule or "")
        self._choose_decision()
        self._show_done()
        place = f"request:{self._work.case.id}:item:{item.number}"
        self.draft.begin(place if self.record.isEnabled() else "", self._restore)

    def decide(self) -> None:
        """Record the decision, if the form says enough."""
        if self._asked is None or not self.decision.text():
            self.decision.show_wrong(self.tr("Choose a decision."))
            self.decision.editor.setFocus()
            return
        chosen = Decision(self.decision.text())
        try:
            until = self.until.day() if chosen is Decision.KEPT_UNTIL else None
        except DeskError as error:
            self.until.show_wrong(translated(error))
            return
        place = self.draft.place
        self._work.do(
            answers.decide,
            self._asked.item.number,
            chosen,
            ground=self.ground.text() or None if chosen.needs_ground else None,
            facts=self.facts.text().strip(),
            until=until,
            rule=self.rule.text() or None if chosen is Decision.KEPT_UNTIL else None,
            then=lambda _: self.draft.drop(place),
        )

    def begin(self) -> None:
        """Put the cursor where the form begins."""
        self.decision.editor.setFocus()

    def retranslate(self) -> None:
        """Set all words."""
        self.decision.say(self.tr("Decision"))
        self.ground.say(self.tr("Ground in the law"))
        self.until.say(self.tr("Kept until"))
        self.rule.say(self.tr("Because of the rule"))
        self._take_back.setText(self.tr("Take back"))
        self._offer()
        self._choose_decision()
        self._show_done()

    def _restore(self, kept: Typed) -> None:
        self._form.set_texts(dict(kept))
        self._choose_decision()

    def _lay_out(self) -> None:
        form = self._form
        form.add(self.decision)
        form.add(self.ground)
        form.add(self.until, self.rule)
        form.add(self.facts)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(line(self._kind, self._what))
        column.addWidget(self._reason)
        column.addWidget(form)
        column.addWidget(self._done)
        column.addLayout(line(self._take_back, None, self.record))
        column.addStretch(1)

    def _offer(self) -> None:
        if self._asked is None:
            return
        law, asked = self._work.case.law, self._asked
        self._kind.set_face(next(iter(kind_faces(law, [asked.item.kind]))))
        self._what.setText(visible(asked.item.what) or local(asked.kind.name))
        self._reason.setText(visible(asked.item.reason))
        self._reason.setVisible(bool(asked.item.reason))
        decisions = {decision.value: local(law.word(decision)) for decision in asked.decisions}
        fill(self.decision, {"": self.tr("Choose a decision"), **decisions})
        grounds = {code: f"{local(one.article)}  {local(one.name)}" for code, one in asked.grounds.items()}
        fill(self.ground, {"": self.tr("Choose a ground"), **grounds})
        fill(self.rule, {"": self.tr("Choose a rule"), **{code: local(one.name) for code, one in self.rules.items()}})

    def _choose_decision(self) -> None:
        chosen = Decision(self.decision.text()) if self.decision.text() else None
        kept = chosen is Decision.KEPT_UNTIL
        self.ground.setVisible(chosen is not None and chosen.needs_ground)
        self.until.setVisible(kept)
        self.rule.setVisible(kept)
        self.facts.setVisible(chosen is not None)
        hint = self.tr("Written into the letter. Replace every ○○ and … with what is true here.")
        if chosen is not None and chosen.needs_facts:
            label = self.tr("Where we searched") if chosen is Decision.NOT_HELD else self.tr("Facts in one sentence")
            self.facts.say(label, hint)
        else:
            self.facts.say(self.tr("What the letter adds (may stay empty)"))
        if chosen is Decision.NOT_HELD:
            self._prefill(_SEARCHED[self._letter_language()])
        needs = chosen is not None and chosen.needs_approval
        self.record.setText(self.tr("Propose the refusal") if needs else self.tr("Record the decision"))

    def _choose_ground(self) -> None:
        if self._asked is not None and self.ground.text() in self._asked.grounds:
            self._prefill(self._asked.grounds[self.ground.text()].fact.in_(self._letter_language()))

    def _prefill(self, sentence: str) -> None:
        """Put a sentence in place of none, or of an earlier one that nobody has touched."""
        if self.facts.text().strip() in {"", self._prefilled}:
            self.facts.set_text(sentence)
            self._prefilled = sentence

    def _letter_language(self) -> str:
        return self._work.case.language if self._work.case.language in _SEARCHED else "ja"

    def _show_done(self) -> None:
        if self._asked is None:
            return
        item, case = self._asked.item, self._work.case
        self._done.setText("  ·  ".join(self._marks(case)))
        self._done.setVisible(bool(self._done.text()))
        fixed = bool(item.executed_on or item.ever_told) or case.request.ending is not None
        for part in (self.decision, self.ground, self.until, self.rule, self.facts, self.record):
            part.setEnabled(not fixed)
        self._take_back.setVisible(item.decision is not None and not fixed)

    def _marks(self, case: Case) -> list[str]:
        item = self._asked.item if self._asked else case.items[0].item
        by = {entry.event.by: entry.user for entry in case.timeline}
        marks = []
        if item.decided_by:
            marks.append(self.tr("decided by {name}").format(name=visible(by.get(item.decided_by, item.decided_by))))
        if item.waits_for_approval:
            marks.append(self.tr("waits for approval"))
        if item.lone:
            marks.append(self.tr("approved by the only user of the office"))
        elif item.approved_by:
            marks.append(self.tr("approved by {name}").format(name=visible(by.get(item.approved_by, item.approved_by))))
        if item.executed_on:
            marks.append(self.tr("carried out on {day}").format(day=item.executed_on.isoformat()))
        if item.told_on:
            marks.append(self.tr("told on {day}").format(day=item.told_on.isoformat()))
        return marks

    def _want_back(self) -> None:
        if self._asked is not None:
            self.take_back_wanted.emit(self._asked.item.number)
