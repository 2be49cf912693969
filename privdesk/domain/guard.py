"""What protects the customer: whether an event may happen to a request now."""

# ruff: noqa: ARG001  # what is registered for one kind of event takes the arguments of all

from dataclasses import dataclass
from datetime import date, timedelta
from functools import singledispatch

from privdesk.domain import errors
from privdesk.domain import event as ev
from privdesk.domain.calendar import Calendar
from privdesk.domain.clock import clocks, outer_limit
from privdesk.domain.decision import Decision
from privdesk.domain.event import Detail, Outcome, Wait
from privdesk.domain.identity import ensure_sufficient
from privdesk.domain.law import Law
from privdesk.domain.request import Item, Request


@dataclass(frozen=True)
class _Case:
    """The request with what else a guard looks at."""

    request: Request
    on: date
    by: str
    law: Law
    calendar: Calendar


def may(request: Request, detail: Detail, *, on: date, by: str, law: Law, calendar: Calendar) -> None:
    """Raise the `DeskError` that says why `detail` may not happen on `on` by the user `by`; return where it may.

    What a user's role allows is asked elsewhere; this is what the procedure allows.
    """
    if on < request.arrived:
        raise errors.BeforeArrival(day=on.isoformat())
    if request.ending and not isinstance(detail, ev.Reopened | ev.Note):
        raise errors.RequestEnded
    if isinstance(detail, ev.ApprovalAsked | ev.Approved | ev.SentBack) and not request.approval_due:
        raise errors.ApprovalNotDue
    _guard(detail, _Case(request, on, by, law, calendar))


def identity_missing(request: Request, item: Item, law: Law) -> bool:
    """Whether identity must be checked before anything is decided, told or done about the item."""
    return law.kinds[item.kind].identity and request.identity is None


def ensure_known(items: tuple[ev.Asked, ...], law: Law) -> None:
    """Raise `ValueError` where two items share a number or the law has no such kind."""
    if len({asked.number for asked in items}) < len(items):
        raise ValueError("two items have the same number")
    if unknown := {asked.kind for asked in items} - law.kinds.keys():
        raise ValueError(f"the law has no kind {unknown}")


@singledispatch
def _guard(detail: Detail, case: _Case) -> None:
    """Notes may always be made, and parties be named otherwise."""


@_guard.register
def _(detail: ev.Received, case: _Case) -> None:
    raise errors.AlreadyDone


@_guard.register
def _(detail: ev.Acknowledged, case: _Case) -> None:
    if case.request.acknowledged_on and not case.request.papers_untold:
        raise errors.AlreadyDone


@_guard.register
def _(detail: ev.PersonLinked, case: _Case) -> None:
    request = case.request
    corrected = request.person is not None or detail.requester not in {None, request.requester}
    for item in request.items:
        if item.decision is Decision.NOT_HELD or (item.decision and corrected):
            raise errors.ItemDecided(item=item.number)


@_guard.register
def _(detail: ev.ItemsChanged, case: _Case) -> None:
    if not detail.items:
        raise errors.ItemsMissing
    ensure_known(detail.items, case.law)
    for item in case.request.items:
        if item.decision and item.asked not in detail.items:
            raise errors.ItemDecided(item=item.number)


@_guard.register
def _(detail: ev.IdentityAsked, case: _Case) -> None:
    if not any(case.law.kinds[item.kind].identity for item in case.request.items):
        raise errors.PapersNotNeeded
    if not detail.papers:
        raise errors.PapersUnnamed
    if unknown := set(detail.papers) - case.law.papers.keys():
        raise ValueError(f"the law has no paper {unknown}")


@_guard.register
def _(detail: ev.IdentityChecked, case: _Case) -> None:
    if detail.check.party is not case.request.requester:
        raise errors.PartyDiffers
    ensure_sufficient(detail.check, case.law, elsewhere=case.request.elsewhere)


@_guard.register(ev.IdentityFailed)
@_guard.register(ev.SentBack)
@_guard.register(ev.Withdrawn)
def _(detail: ev.IdentityFailed | ev.SentBack | ev.Withdrawn, case: _Case) -> None:
    _need_reason(detail.reason)


@_guard.register
def _(detail: ev.Paused, case: _Case) -> None:
    if detail.wait in case.request.waiting:
        raise errors.AlreadyWaiting
    if detail.wait is Wait.PAPERS and case.request.papers_asked_on is None:
        raise errors.PapersNotAsked
    if detail.wait is Wait.FEE and not any(case.law.kinds[item.kind].fee for item in case.request.items):
        raise errors.FeeForbidden


@_guard.register
def _(detail: ev.Resumed, case: _Case) -> None:
    if detail.wait not in case.request.waiting:
        raise errors.NotWaiting


@_guard.register
def _(detail: ev.Decided, case: _Case) -> None:
    item = _still_open(case, detail.item)
    kind = case.law.kinds[item.kind]
    if detail.decision not in kind.decisions:
        raise errors.DecisionImpossible(item=item.number)
    _need_identity(case, item)
    _need_person(case, item, detail.decision)
    if detail.decision.needs_ground and detail.ground not in kind.grounds:
        raise errors.GroundMissing(item=item.number)
    if detail.decision.needs_facts and not detail.facts.strip():
        raise errors.FactsMissing(item=item.number)
    if detail.decision is Decision.KEPT_UNTIL and not (detail.until and detail.rule):
        raise errors.KeepDateMissing(item=item.number)


@_guard.register
def _(detail: ev.DecisionWithdrawn, case: _Case) -> None:
    _need_reason(detail.reason)
    if _still_open(case, detail.item).decision is None:
        raise errors.ItemOpen(item=detail.item)


@_guard.register
def _(detail: ev.ApprovalAsked, case: _Case) -> None:
    if case.request.approval_asked:
        raise errors.AlreadyDone


@_guard.register
def _(detail: ev.Approved, case: _Case) -> None:
    own = [item.decision for item in case.request.items if item.waits_for_approval and item.decided_by == case.by]
    # to erase takes two people, even in an office of one
    if own and (not detail.lone or Decision.ERASED in own):
        raise errors.OwnApproval


@_guard.register
def _(detail: ev.Executed, case: _Case) -> None:
    item = case.request.item(detail.item)
    if item.executed_on:
        raise errors.CarriedOut(item=item.number)
    if item.decision is None or not item.decision.needs_execution:
        raise errors.NothingToCarryOut(item=item.number)
    _need_identity(case, item)
    _need_person(case, item, item.decision)
    if item.waits_for_approval:
        raise errors.ApprovalMissing(item=item.number)


@_guard.register
def _(detail: ev.ExecutionUndone, case: _Case) -> None:
    item = case.request.item(detail.item)
    _need_reason(detail.reason)
    if not item.executed_on:
        raise errors.NotCarriedOut(item=item.number)
    if item.ever_told or item.decision is Decision.ERASED:
        raise errors.CarriedOut(item=item.number)


@_guard.register
def _(detail: ev.LetterIssued, case: _Case) -> None:
    if detail.letter in case.request.letters:
        raise errors.AlreadyDone
    if case.law.letters[detail.template].answer != bool(detail.items):
        raise ValueError("an answer tells items, and no other letter does")
    for number in detail.items:
        _need_settled(case, case.request.item(number))


@_guard.register
def _(detail: ev.LetterSent, case: _Case) -> None:
    letter, request = detail.letter, case.request
    if letter in request.sent:
        raise errors.AlreadyDone
    answers = letter in request.letters and case.law.letters[request.letters[letter]].answer
    if letter not in request.letters or (answers and all(item.letter != letter for item in request.items)):
        raise errors.LetterNotIssued


@_guard.register
def _(detail: ev.Extended, case: _Case) -> None:
    _need_reason(detail.reason)
    limit = outer_limit(case.request, case.law, case.calendar).due
    if detail.until <= (due := clocks(case.request, case.law, case.calendar).policy.due):
        raise errors.ExtensionNotLater(due=due.isoformat())
    if detail.until > limit:
        raise errors.ExtensionTooLong(limit=limit.isoformat())


@_guard.register
def _(detail: ev.Reopened, case: _Case) -> None:
    if not case.request.ending:
        raise errors.RequestOpen
    if case.on < case.request.ending.on:
        raise errors.BeforeArrival(day=case.on.isoformat())
    _need_reason(detail.reason)


@_guard.register
def _(detail: ev.Closed, case: _Case) -> None:
    if detail.outcome is Outcome.ANSWERED:
        _may_close_answered(case)
        return
    _need_reason(detail.reason)
    if any(item.decision for item in case.request.items):
        raise errors.AnswerBegun
    if detail.outcome is Outcome.CONVERTED:
        _need_reason(detail.into)
        return
    if detail.outcome is Outcome.UNVERIFIED:
        _may_close_unverified(case)
    if not case.request.closing_sent:
        raise errors.ClosingNotSent


def _may_close_answered(case: _Case) -> None:
    if not case.request.items:
        raise errors.ItemsMissing
    for item in case.request.items:
        _need_settled(case, item)
        if case.law.kinds[item.kind].answer and item.told_on is None:
            raise errors.AnswerNotSent(item=item.number)


def _may_close_unverified(case: _Case) -> None:
    request = case.request
    if request.papers_asked_on is None:
        raise errors.PapersNotAsked
    day = request.papers_asked_on + timedelta(days=case.law.days.abandon)
    if case.on <= day:
        raise errors.TooSoonToClose(day=day.isoformat())


def _still_open(case: _Case, number: int) -> Item:
    """The item, on which another decision may be made, or none: nothing was done or told of the present one."""
    item = case.request.item(number)
    if item.executed_on:
        raise errors.CarriedOut(item=number)
    if item.ever_told:
        raise errors.ItemTold(item=number)
    return item


def _need_settled(case: _Case, item: Item) -> None:
    """The item is decided, approved and carried out, for a requester who is known."""
    if item.decision is None:
        raise errors.ItemOpen(item=item.number)
    _need_identity(case, item)
    if item.waits_for_approval:
        raise errors.ApprovalMissing(item=item.number)
    if item.waits_for_execution:
        raise errors.NotCarriedOut(item=item.number)


def _need_identity(case: _Case, item: Item) -> None:
    if identity_missing(case.request, item, case.law):
        raise errors.IdentityMissing(item=item.number)


def _need_person(case: _Case, item: Item, decision: Decision) -> None:
    if decision.needs_person and case.request.person is None:
        raise errors.PersonMissing(item=item.number)


def _need_reason(reason: str) -> None:
    if not reason.strip():
        raise errors.ReasonNeeded
