"""Four eyes: asking for an approval, giving it beside the clerk, and the only person of an office."""

from PySide6.QtWidgets import QRadioButton, QWidget

from privdesk.domain.shown import shown
from privdesk.domain.text import visible
from privdesk.gui.requests.dialogs import CaseDialog
from privdesk.gui.requests.words import local
from privdesk.gui.requests.work import CaseWork
from privdesk.gui.translation import words
from privdesk.gui.widgets.approver import ApproverDialog
from privdesk.gui.widgets.dialog import Question
from privdesk.gui.widgets.text import Paragraph
from privdesk.operations import answers
from privdesk.operations.requests import Case


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
