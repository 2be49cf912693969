"""The answers: a decision for each item, and the second person who approves what needs it."""

from contextlib import AbstractContextManager
from datetime import date

from privdesk.domain import event as ev
from privdesk.domain.correction import ensure_proposed
from privdesk.domain.decision import Decision
from privdesk.domain.errors import ErasureNotYet
from privdesk.domain.shown import shown
from privdesk.domain.user import User
from privdesk.operations import cases
from privdesk.operations.cases import Proceeding
from privdesk.operations.desk import Desk
from privdesk.operations.done import Done
from privdesk.operations.requests import NOT_OFFERED
from privdesk.operations.steps import taken_back
from privdesk.storage import users
from privdesk.storage.transaction import Connection


def decide(
    desk: Desk,
    id_: int,
    version: int,
    item: int,
    decision: Decision,
    *,
    ground: str | None = None,
    facts: str = "",
    until: date | None = None,
    rule: str | None = None,
) -> Done[int]:
    """Answer one item; `until` and `rule` (a retention rule's code) belong to what is kept.

    Raises IdentityMissing, PersonMissing, DecisionImpossible, GroundMissing, FactsMissing, KeepDateMissing,
    ItemDecided, CarriedOut, ProposalMissing, ErasureNotYet.
    """
    with cases.changing(desk, "request.decide", id_, version, item=item, decision=decision, ground=ground) as case:
        if decision in NOT_OFFERED:
            raise ErasureNotYet
        case.enter(ev.Decided(item=item, decision=decision, ground=ground, facts=facts, until=until, rule=rule))
        if decision in {Decision.CORRECTED, Decision.DELETED}:
            ensure_proposed(case.request.item(item).asked)
    return Done(
        version + 1,
        shown("done", "The decision on item {item} was recorded."),
        {"item": item},
        undo=lambda later: withdraw_decision(later, id_, version + 1, item, taken_back(later)),
    )


def withdraw_decision(desk: Desk, id_: int, version: int, item: int, reason: str) -> Done[int]:
    """Take a decision back before it is carried out.

    Raises ItemOpen, CarriedOut, ReasonNeeded.
    """
    with cases.changing(desk, "request.decide", id_, version, item=item) as case:
        case.enter(ev.DecisionWithdrawn(item=item, reason=reason))
    return Done(version + 1, shown("done", "The decision on item {item} was taken back."), {"item": item})


def ask_approval(desk: Desk, id_: int, version: int) -> Done[int]:
    """Lay the decisions that need it before a manager; he finds them under Today.

    Raises ApprovalNotDue, AlreadyDone.
    """
    with cases.changing(desk, "request.decide", id_, version) as case:
        case.enter(ev.ApprovalAsked())
    return Done(version + 1, shown("done", "Approval was asked for."))


def approve(desk: Desk, id_: int, version: int) -> Done[int]:
    """Approve every decision that waits, as the manager beside the actor or, without one, as the actor himself.

    Nobody approves an own decision, except the only active user of an office, which log and case show.
    Raises NotAllowed, ApprovalNotDue, OwnApproval.
    """
    who = desk.approver or desk.actor
    with _approving(desk, who, id_, version) as case:
        own = any(item.waits_for_approval and item.decided_by == who.login for item in case.request.items)
        lone = own and _is_alone(case.conn, who)
        case.change.detail["lone"] = lone
        case.enter(ev.Approved(lone=lone), by=who.login)
    return Done(version + 1, shown("done", "The decisions were approved."))


def send_back(desk: Desk, id_: int, version: int, reason: str) -> Done[int]:
    """Do not approve, and say why; the decisions stay for the clerk to change.

    Raises NotAllowed, ApprovalNotDue, ReasonNeeded.
    """
    who = desk.approver or desk.actor
    with _approving(desk, who, id_, version) as case:
        case.enter(ev.SentBack(reason=reason), by=who.login)
    return Done(version + 1, shown("done", "The decisions were sent back."))


def _approving(desk: Desk, who: User, id_: int, version: int) -> AbstractContextManager[Proceeding]:
    desk.need("request.approve", f"request:{id_}", who)
    # beside a manager also support may press the button: the act is the manager's
    act = "request.cosign" if desk.approver else "request.approve"
    return cases.changing(desk, act, id_, version)


def _is_alone(conn: Connection, who: User) -> bool:
    return [user.id for user in users.everybody(conn) if user.active] == [who.id]
