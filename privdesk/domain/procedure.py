"""The way of a request through the desk: its state, the one next step, the stages, and how an event enters its list.

An office writes once: that the request is in hand, and which papers it needs until when. So the papers are settled
before the acknowledgement, which then names them; who showed them at the counter, or needs none, is asked for none.
The policy deadline stands from the day on which the requester was told, not from the day on which the office settled
which papers it wants: what it asks of him (法37条1項) he can follow only once he knows it.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from privdesk.domain import event as ev
from privdesk.domain.calendar import Calendar
from privdesk.domain.event import Detail, Event, Outcome, Wait
from privdesk.domain.guard import ensure_known, identity_missing, may
from privdesk.domain.law import Channel, Law
from privdesk.domain.request import Request, after, fold


class State(StrEnum):
    """Where a request stands."""

    RECEIVED = "received"
    ACKNOWLEDGED = "acknowledged"
    AWAITING_IDENTITY = "awaiting_identity"
    AWAITING_FEE = "awaiting_fee"
    SEARCHING = "searching"
    DECIDING = "deciding"
    AWAITING_APPROVAL = "awaiting_approval"
    EXECUTING = "executing"
    TO_ANSWER = "to_answer"
    TO_SEND = "to_send"
    ANSWERED = "answered"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"
    CLOSED_UNVERIFIED = "closed_unverified"
    REFERRED = "referred"
    CONVERTED = "converted"


class Step(StrEnum):
    """What is to be done next."""

    NAME_ITEMS = "name_items"
    LINK_PERSON = "link_person"
    ASK_IDENTITY = "ask_identity"
    ACKNOWLEDGE = "acknowledge"
    TELL_PAPERS = "tell_papers"
    CHECK_IDENTITY = "check_identity"
    AWAIT_FEE = "await_fee"
    DECIDE = "decide"
    ASK_APPROVAL = "ask_approval"
    APPROVE = "approve"
    EXECUTE = "execute"
    ISSUE_LETTER = "issue_letter"
    SEND_LETTER = "send_letter"
    CLOSE = "close"


class Stage(StrEnum):
    """The stations that a case shows at its head."""

    RECEPTION = "reception"
    IDENTITY = "identity"
    DECISION = "decision"
    APPROVAL = "approval"
    EXECUTION = "execution"
    ANSWER = "answer"
    END = "end"


ENDED = frozenset({State.CLOSED, State.WITHDRAWN, State.CLOSED_UNVERIFIED, State.REFERRED, State.CONVERTED})
_ENDINGS = {
    None: State.WITHDRAWN,
    Outcome.ANSWERED: State.CLOSED,
    Outcome.UNVERIFIED: State.CLOSED_UNVERIFIED,
    Outcome.REFERRED: State.REFERRED,
    Outcome.CONVERTED: State.CONVERTED,
}
_STAGE = {
    State.RECEIVED: Stage.RECEPTION,
    State.ACKNOWLEDGED: Stage.IDENTITY,
    State.AWAITING_IDENTITY: Stage.IDENTITY,
    State.AWAITING_FEE: Stage.DECISION,
    State.SEARCHING: Stage.DECISION,
    State.DECIDING: Stage.DECISION,
    State.AWAITING_APPROVAL: Stage.APPROVAL,
    State.EXECUTING: Stage.EXECUTION,
    State.TO_ANSWER: Stage.ANSWER,
    State.TO_SEND: Stage.ANSWER,
    State.ANSWERED: Stage.END,
}


def receive(detail: ev.Received, *, at: datetime, on: date, by: str, law: Law) -> Request:
    """A new request that arrived on `on`."""
    ensure_known(detail.items, law)
    return fold([Event(1, at, on, by, detail)])


def enter(
    request: Request, detail: Detail, *, at: datetime, on: date, by: str, law: Law, calendar: Calendar
) -> Request:
    """The request after `detail` happened, and after the pause or resumption that the procedure brings with it.

    Raises a `DeskError` where the procedure does not allow the event now. What the result has more are the events
    to keep.
    """
    may(request, detail, on=on, by=by, law=law, calendar=calendar)
    now = after(request, Event(request.events[-1].seq + 1, at, on, by, detail))
    for brought in _brought_along(request, detail, now, law):
        now = after(now, Event(now.events[-1].seq + 1, at, on, by, brought))
    return now


def _brought_along(before: Request, detail: Detail, now: Request, law: Law) -> tuple[Detail, ...]:
    """The office waits from the day it told which papers are wanted, until they are here or nothing needs them."""
    waits = Wait.PAPERS in now.waiting
    if before.papers_untold and now.papers_asked_on and not waits:
        return (ev.Paused(wait=Wait.PAPERS),)
    needless = not any(law.kinds[item.kind].identity for item in now.items)
    over = isinstance(detail, ev.IdentityChecked | ev.Reopened) or (isinstance(detail, ev.ItemsChanged) and needless)
    return (ev.Resumed(wait=Wait.PAPERS),) if waits and over else ()


def state(request: Request, law: Law) -> State:
    """Where the request stands."""
    if request.ending:
        return _ENDINGS[request.ending.outcome]
    decided = [item for item in request.items if item.decision]
    if _lacks_identity(request, law):
        return _before_identity(request)
    if Wait.FEE in request.waiting:
        return State.AWAITING_FEE
    if not decided and request.identity is None:
        return State.ACKNOWLEDGED if request.acknowledged_on else State.RECEIVED
    if not decided:
        return State.SEARCHING
    if len(decided) < len(request.items):
        return State.DECIDING
    return _after_decisions(request, law)


def _before_identity(request: Request) -> State:
    if request.papers_asked_on:
        return State.AWAITING_IDENTITY
    return State.ACKNOWLEDGED if request.acknowledged_on else State.RECEIVED


def _after_decisions(request: Request, law: Law) -> State:
    if request.approval_due:
        return State.AWAITING_APPROVAL if request.approval_asked else State.DECIDING
    if any(item.waits_for_execution for item in request.items):
        return State.EXECUTING
    untold = [item for item in request.items if law.kinds[item.kind].answer and item.told_on is None]
    if any(item.letter is None for item in untold):
        return State.TO_ANSWER
    return State.TO_SEND if untold else State.ANSWERED


def next_step(request: Request, law: Law) -> Step | None:
    """The one next lawful step, or None where the request has ended."""
    now = state(request, law)
    if now in ENDED:
        return None
    if not request.items:
        return Step.NAME_ITEMS
    if now in _PLAIN_STEPS:
        return _PLAIN_STEPS[now]
    return _first_step(request, law) or _open_step(request, law)


_PLAIN_STEPS = {
    State.AWAITING_FEE: Step.AWAIT_FEE,
    State.AWAITING_APPROVAL: Step.APPROVE,
    State.EXECUTING: Step.EXECUTE,
    State.TO_ANSWER: Step.ISSUE_LETTER,
    State.TO_SEND: Step.SEND_LETTER,
    State.ANSWERED: Step.CLOSE,
}


def _first_step(request: Request, law: Law) -> Step | None:
    """What comes before the acknowledgement, because it is said in it or to whom it goes, and then itself."""
    kinds = [law.kinds[item.kind] for item in request.items if item.decision is None]
    known = request.person is not None or request.identity is not None or request.papers
    if not known and any(decision.needs_person for kind in kinds for decision in kind.decisions):
        return Step.LINK_PERSON
    if _lacks_identity(request, law) and not request.papers:
        return Step.CHECK_IDENTITY if request.channel is Channel.VISIT else Step.ASK_IDENTITY
    if request.acknowledged_on is None and any(kind.acknowledge for kind in kinds):
        return Step.ACKNOWLEDGE
    return Step.TELL_PAPERS if request.papers_untold else None


def _open_step(request: Request, law: Law) -> Step:
    """The step before all is decided and approved."""
    if _lacks_identity(request, law):
        return Step.CHECK_IDENTITY
    return Step.DECIDE if any(item.decision is None for item in request.items) else Step.ASK_APPROVAL


def _lacks_identity(request: Request, law: Law) -> bool:
    return any(identity_missing(request, item, law) for item in request.items if item.told_on is None)


@dataclass(frozen=True)
class Station:
    """A stage on the way of one request; `done` where it lies behind, `here` where the request stands."""

    stage: Stage
    done: bool
    here: bool


def stations(request: Request, law: Law) -> tuple[Station, ...]:
    """The stages that this request passes, in order; those it does not need are left out."""
    now = state(request, law)
    here = Stage.END if now in ENDED else _STAGE[now]
    if here is Stage.IDENTITY and not _needed(here, request, law):
        here = Stage.DECISION
    needed = [stage for stage in Stage if stage is here or _needed(stage, request, law)]
    place = needed.index(here)
    ended = now in ENDED
    return tuple(Station(s, n < place or ended, n == place and not ended) for n, s in enumerate(needed))


def _needed(stage: Stage, request: Request, law: Law) -> bool:
    kinds = [law.kinds[item.kind] for item in request.items]
    decisions = [item.decision for item in request.items if item.decision]
    if stage is Stage.IDENTITY:
        return any(kind.identity for kind in kinds)
    if stage is Stage.APPROVAL:
        return any(decision.needs_approval for decision in decisions)
    if stage is Stage.EXECUTION:
        return any(decision.needs_execution for decision in decisions)
    if stage is Stage.ANSWER:
        return any(kind.answer for kind in kinds)
    return True
