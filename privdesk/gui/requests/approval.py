"""Four eyes: asking for an approval, giving it beside the clerk, and the only person of an office."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QRadioButton, QVBoxLayout, QWidget

from privdesk.domain.letter import template_of
from privdesk.domain.shown import shown
from privdesk.domain.text import visible
from privdesk.gui.posting import template_said
from privdesk.gui.requests.dialogs import CaseDialog
from privdesk.gui.requests.words import dated, local
from privdesk.gui.requests.work import CaseWork
from privdesk.gui.translation import words
from privdesk.gui.widgets.approver import ApproverDialog
from privdesk.gui.widgets.button import Button
from privdesk.gui.widgets.card import line, scrolled
from privdesk.gui.widgets.dialog import Question
from privdesk.gui.widgets.text import Paragraph, Text
from privdesk.operations import answers
from privdesk.operations.requests import Asked, Case


def waiting_said(case: Case) -> str:
    """The decisions that wait, one on each line: item, decision, ground, facts."""
    lines = []
    for asked in case.items:
        item = asked.item
        if item.decision is not None and item.waits_for_approval:
            ground = local(asked.grounds[item.ground].article) if item.ground else ""
            parts = (f"{item.number}", local(case.law.word(item.decision)), ground, visible(item.facts))
            lines.append("  ·  ".join(part for part in parts if part))
    return "\n".join(lines)


class ApprovalDialog(CaseDialog):
    """Asks a manager who finds it under Today, or one who stands beside the clerk now."""

    def __init__(self, work: CaseWork, parent: QWidget) -> None:
        super().__init__("approvalDialog", work, parent)
        self._later = QRadioButton()
        self._now = QRadioButton()
        self._later.setObjectName("approvalLater")
        self._now.setObjectName("approvalNow")
        self._later.setChecked(True)
        self.column.addWidget(Paragraph(waiting_said(work.case)))
        self.column.addWidget(self._later)
        self.column.addWidget(self._now)
        self._now.toggled.connect(lambda _: self.retranslate())
        self.retranslate()

    def act(self) -> None:
        """Ask now, or later."""
        if self._now.isChecked():
            self.accept()
            ask_beside(self.work)
        else:
            self.work.do(answers.ask_approval, dialog=self)

    def retranslate(self) -> None:
        """Set all words."""
        text = self.tr("These decisions are told only after a second person has approved them.")
        now = self._now.isChecked()
        self.say(self.tr("Approval"), text, self.tr("Go on") if now else self.tr("Ask for approval"))
        self._later.setText(self.tr("A manager approves later; it stands under Today"))
        self._now.setText(self.tr("A manager is here beside me"))


class ApproveDialog(CaseDialog):
    """Shows a manager each decision that waits, before he approves them all.

    `letter_wanted` with the letter that he wants to read first, `back_wanted` where they are to be changed.
    """

    letter_wanted = Signal(str)
    back_wanted = Signal()

    def __init__(self, work: CaseWork, parent: QWidget) -> None:
        super().__init__("approveDialog", work, parent)
        self.setMinimumWidth(560)
        waiting = [asked for asked in work.case.items if asked.item.waits_for_approval]
        decisions = QVBoxLayout()
        decisions.setContentsMargins(0, 0, 8, 0)
        self._said = [(asked, Text(role="strong"), Paragraph()) for asked in waiting]
        for _, title, said in self._said:
            decisions.addWidget(title)
            decisions.addWidget(said)
            decisions.addSpacing(8)
        decisions.addStretch(1)
        area = scrolled(decisions, "approveDecisions")
        area.setMinimumHeight(200)
        self.column.addWidget(area, 1)
        templates = dict.fromkeys(template_of(asked.item, work.case.law) for asked in waiting)
        self._letters = {name: Button(f"approveRead_{name}", "link", "file-text") for name in templates if name}
        for name, button in self._letters.items():
            button.clicked.connect(lambda _=False, name=name: self._leave_for(name))
            self.column.addLayout(line(button, None))
        self._back = Button("approveSendBack", "quiet", "undo-2")
        self._back.clicked.connect(self._send_back)
        self.column.addLayout(line(self._back, None))
        self.retranslate()
        self.verb.setFocus()

    def act(self) -> None:
        """Approve what was shown."""
        self.work.do(answers.approve, dialog=self)

    def retranslate(self) -> None:
        """Set all words."""
        text = self.tr("Once approved, these decisions are carried out and told to the requester.")
        self.say(self.tr("Approve these decisions?"), text, self.tr("Approve"))
        for asked, title, said in self._said:
            number = self.tr("Item {number}").format(number=asked.item.number)
            title.setText(f"{number}  {local(asked.kind.name)}")
            said.setText(self._of(asked))
        for name, button in self._letters.items():
            button.setText(self.tr("Read the letter: {name}").format(name=template_said(self.work.case.law, name)))
        self._back.setText(self.tr("Send the decisions back"))

    def _of(self, asked: Asked) -> str:
        item, law = asked.item, self.work.case.law
        lines = (
            [self.tr("Decision: {decision}").format(decision=local(law.word(item.decision)))] if item.decision else []
        )
        if item.ground:
            ground = asked.grounds[item.ground]
            named = f"{local(ground.article)}  {local(ground.name)}"
            lines.append(self.tr("Ground: {ground}").format(ground=named))
        if item.facts:
            lines.append(self.tr("Reason: {facts}").format(facts=visible(item.facts)))
        if item.until:
            lines.append(self.tr("Kept until {day}").format(day=dated(item.until)))
        return "\n".join(lines)

    def _leave_for(self, template: str) -> None:
        self.reject()
        self.letter_wanted.emit(template)

    def _send_back(self) -> None:
        self.reject()
        self.back_wanted.emit()


def ask_beside(work: CaseWork) -> None:
    """Let a second manager type login and password in the clerk's dialog."""
    dialog = ApproverDialog(work.host, waiting_said(work.case))
    dialog.approval_wanted.connect(
        lambda login, password: work.beside_manager(login, password, answers.approve, dialog=dialog)
    )
    dialog.open()


def ask_lone(work: CaseWork) -> None:
    """Let the only person of an office approve an own decision, who is told that log and case show it."""
    text = words(
        "case",
        shown(
            "case",
            "You are the only user of this office. The log and the case show that you approved your own decision.",
        ),
    )
    said = (words("case", _LONE[0]), f"{text}\n\n{waiting_said(work.case)}", words("case", _LONE[1]))
    question = Question("loneApproval", work.host, said)
    question.accepted.connect(lambda: work.do(answers.approve))
    question.open()


_LONE = (shown("case", "Approve your own decision?"), shown("case", "Approve all the same"))
