"""What a clerk can do to the case in front: the one next step, and everything under More."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from privdesk.domain import event as ev
from privdesk.domain.event import Wait
from privdesk.domain.law import ACKNOWLEDGEMENT, PAPERS
from privdesk.domain.letter import due_letters
from privdesk.domain.procedure import Step
from privdesk.domain.user import Role, User
from privdesk.gui.requests.approval import ApprovalDialog, ApproveDialog, ask_beside, ask_lone
from privdesk.gui.requests.dialogs import CaseDialog, CloseDialog, ExtendDialog, NotesDialog, OwnerDialog, WaitDialog
from privdesk.gui.requests.finder import PersonDialog
from privdesk.gui.requests.head import Entry
from privdesk.gui.requests.identity import PapersDialog
from privdesk.gui.requests.items import ItemsDialog
from privdesk.gui.requests.reasons import Reasons
from privdesk.gui.requests.whoasks import PartiesDialog
from privdesk.gui.requests.work import CaseWork
from privdesk.operations import desks, requests, steps
from privdesk.operations.requests import Case


class CaseActs(QObject):
    """Opens the right question, or asks for the right tab, for each act."""

    tab_wanted = Signal(str)
    letter_wanted = Signal(str)
    send_wanted = Signal()

    def __init__(self, work: CaseWork) -> None:
        super().__init__(work.host)
        self._work = work
        self._reasons = Reasons(work)
        self._steps: dict[Step, Callable[[], None]] = {
            Step.ACKNOWLEDGE: lambda: self._write(ACKNOWLEDGEMENT),
            Step.TELL_PAPERS: lambda: self._write(PAPERS),
            Step.NAME_ITEMS: self._open(ItemsDialog),
            Step.LINK_PERSON: self._open(PersonDialog),
            Step.ASK_IDENTITY: self._open(PapersDialog),
            Step.CHECK_IDENTITY: lambda: self.tab_wanted.emit("identity"),
            Step.AWAIT_FEE: lambda: WaitDialog(work, work.host, ends=True).open(),
            Step.DECIDE: lambda: self.tab_wanted.emit("answers"),
            Step.ASK_APPROVAL: self._open(ApprovalDialog),
            Step.APPROVE: self.approve,
            Step.EXECUTE: lambda: self.tab_wanted.emit("execution"),
            Step.ISSUE_LETTER: self._answer,
            Step.SEND_LETTER: self.send_wanted.emit,
            Step.CLOSE: lambda: work.do(steps.close),
        }
        self._more: dict[str, Callable[[], None]] = {
            "note": self._reasons.note,
            "notes": self._open(NotesDialog),
            "person": self._open(PersonDialog),
            "parties": self._open(PartiesDialog),
            "items": self._open(ItemsDialog),
            "owner": self._ask_owner,
            "papers": self._open(PapersDialog),
            "acknowledged": lambda: work.do(requests.enter, ev.Acknowledged()),
            "pause": lambda: WaitDialog(work, work.host, ends=False).open(),
            "resume": lambda: WaitDialog(work, work.host, ends=True).open(),
            "extend": self._open(ExtendDialog),
            "send_back": self._reasons.send_back,
            "withdraw": self._reasons.withdraw,
            "close": self._open(CloseDialog),
            "reopen": self._reasons.reopen,
        }

    @property
    def reasons(self) -> Reasons:
        """The questions for a reason."""
        return self._reasons

    def take_step(self) -> None:
        """Do the next lawful step, or open what does it."""
        step = self._work.case.next_step
        if step is not None:
            self._steps[step]()

    def act(self, name: str) -> None:
        """Do what was chosen under More."""
        self._more[name]()

    def approve(self) -> None:
        """As a manager who did not decide it himself: once he saw it; else with a second manager beside the actor."""
        actor, request = self._work.desk.actor, self._work.case.request
        own = any(item.waits_for_approval and item.decided_by == actor.login for item in request.items)
        if actor.role is Role.MANAGER and not own:
            self._ask_approve()
        elif actor.role is Role.MANAGER:
            self._work.background.read(self._work.host, desks.everybody, then=self._approve_own)
        else:
            ask_beside(self._work)

    def entries(self, case: Case) -> Sequence[Entry | None]:
        """The menu of what else can be done; what cannot be done now is dim."""
        opened = case.request.ending is None
        waits = case.request.waiting
        identity = any(asked.kind.identity for asked in case.items)
        return (
            ("note", "notebook-text", self.tr("Add a note"), True),
            ("notes", "pencil", self.tr("Change the notes on the case"), True),
            ("owner", "user", self.tr("Hand over"), True),
            None,
            ("person", "user-check", self.tr("Change the customer"), opened),
            ("parties", "users", self.tr("Change the parties"), opened),
            ("items", "list-checks", self.tr("Change what is asked"), opened),
            ("papers", "id-card", self.tr("Settle the papers"), opened and identity),
            (
                "acknowledged",
                "mail-check",
                self.tr("Acknowledged without a letter"),
                opened and case.request.acknowledged_on is None,
            ),
            None,
            ("pause", "pause", self.tr("Stop the deadline"), opened and len(waits) < len(Wait)),
            ("resume", "play", self.tr("Let the deadline run again"), opened and bool(waits)),
            ("extend", "calendar-clock", self.tr("Extend the deadline"), opened),
            None,
            ("send_back", "undo-2", self.tr("Send the decisions back"), opened and case.request.approval_due),
            ("withdraw", "circle-x", self.tr("Withdrawn by the requester"), opened),
            ("close", "circle-check", self.tr("Close in another way"), opened),
            ("reopen", "refresh-cw", self.tr("Reopen"), not opened),
        )

    def _open(self, dialog: Callable[[CaseWork, QWidget], CaseDialog]) -> Callable[[], None]:
        return lambda: dialog(self._work, self._work.host).open()

    def _write(self, template: str) -> None:
        """Write a letter that is no answer; one that was issued and not sent is sent first."""
        request = self._work.case.request
        issued = {letter for letter, name in request.letters.items() if name == template}
        if issued - request.sent:
            self.send_wanted.emit()
        else:
            self.letter_wanted.emit(template)

    def _answer(self) -> None:
        case = self._work.case
        due = due_letters(case.request, case.law, self._work.desk.today)
        answer = next((letter.template for letter in due if letter.items), None)
        if answer is None:
            self.tab_wanted.emit("letters")
        else:
            self.letter_wanted.emit(answer)

    def _ask_approve(self) -> None:
        dialog = ApproveDialog(self._work, self._work.host)
        dialog.letter_wanted.connect(self.letter_wanted)
        dialog.back_wanted.connect(self._reasons.send_back)
        dialog.open()

    def _ask_owner(self) -> None:
        self._work.background.read(
            self._work.host,
            desks.everybody,
            then=lambda users: OwnerDialog(self._work, self._work.host, users).open(),
        )

    def _approve_own(self, users: Sequence[User]) -> None:
        if sum(user.active for user in users) == 1:
            ask_lone(self._work)
        else:
            ask_beside(self._work)
