"""Whatever is tried on a request, in whatever order and by whomever: what protects the customer is never passed.

The judge reads the bare list of events and shares no code with the guards.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

import pytest

from privdesk.domain import event as ev
from privdesk.domain.decision import Decision
from privdesk.domain.errors import DeskError
from privdesk.domain.event import Event, EventKind, Outcome, Wait
from privdesk.domain.party import PartyRole
from privdesk.domain.procedure import ENDED, Step, next_step, state
from privdesk.domain.request import Request, fold
from privdesk.domain.request import after as folded_after
from tests.domain.clerk import ARRIVED, CHECK, EMPOWERED, LAW, after, arrived, decided, done, led

CASES = 250
TRIES = 60
USERS = ("sato", "tanaka")
REFUSALS = {
    *("withheld", "not_held", "purpose_not_notified", "not_corrected", "not_suspended"),
    *("kept_until", "different_measure"),
}
FREE = {"CORRECT", "STOP", "STOP3P", "STOP5", "OPTOUT", "COMPLAINT"}
NO_PAPERS = {"OPTOUT", "COMPLAINT"}


def kinds(events: list[Event]) -> dict[int, str]:
    """The kind of each item as last understood."""
    lists = [e.detail.items for e in events if isinstance(e.detail, ev.Received | ev.ItemsChanged)]
    return {asked.number: asked.kind for asked in lists[-1]}


def identity_stands(events: list[Event]) -> bool:
    """Whether the last check was not followed by a failure, by another customer or by other parties."""
    person = None
    stands = False
    for event in events:
        if isinstance(event.detail, ev.PersonLinked):
            stands = stands and person in {None, event.detail.person}
            person = event.detail.person
        elif event.kind in {EventKind.IDENTITY_CHECKED, EventKind.IDENTITY_FAILED, EventKind.PARTIES_CHANGED}:
            stands = event.kind is EventKind.IDENTITY_CHECKED
    return stands


def power_shown(events: list[Event]) -> bool:
    """Whether the last check saw a mandate, if the answer goes to somebody else than who asks."""
    named = [e.detail.elsewhere for e in events if isinstance(e.detail, ev.Received | ev.PartiesChanged)]
    checks = [e.detail.check for e in events if isinstance(e.detail, ev.IdentityChecked)]
    seen = {paper.code for paper in checks[-1].papers} if checks else set()
    return not named[-1] or {"mandate", "seal_certificate"} <= seen


def told_of_papers(events: list[Event]) -> date | None:
    """The day on which the requester learned which papers are wanted; None where he cannot know, or none are wanted."""
    asked = max((n for n, e in enumerate(events) if e.kind is EventKind.IDENTITY_ASKED), default=len(events))
    since = events[asked:]
    if {e.kind for e in since} & {EventKind.IDENTITY_CHECKED, EventKind.REOPENED}:
        return None
    naming = {
        e.detail.letter
        for e in since
        if isinstance(e.detail, ev.LetterIssued) and e.detail.template in {"acknowledgement", "papers"}
    }
    heard = (
        e.on
        for e in since
        if isinstance(e.detail, ev.Acknowledged) or (isinstance(e.detail, ev.LetterSent) and e.detail.letter in naming)
    )
    return next(heard, None)


def since_decision(events: list[Event], item: int) -> list[Event]:
    """The events from the present decision on the item on, or none where it has no decision."""
    places = [
        n
        for n, event in enumerate(events)
        if isinstance(event.detail, ev.Decided | ev.DecisionWithdrawn) and event.detail.item == item
    ]
    return events[places[-1] :] if places and isinstance(events[places[-1]].detail, ev.Decided) else []


def approved(life: list[Event]) -> bool:
    """Whether somebody else approved since the decision, or, for no erasure, the only person of the office."""
    first = life[0]
    assert isinstance(first.detail, ev.Decided)
    erased = first.detail.decision is Decision.ERASED
    approvals = [(e.by, e.detail.lone) for e in life if isinstance(e.detail, ev.Approved)]
    return any(by != first.by or (lone and not erased) for by, lone in approvals)


def told(life: list[Event], item: int) -> bool:
    """Whether a letter that was written since the decision and tells the item has been sent."""
    issued = {e.detail.letter for e in life if isinstance(e.detail, ev.LetterIssued) and item in e.detail.items}
    return any(isinstance(e.detail, ev.LetterSent) and e.detail.letter in issued for e in life)


def judge_item(events: list[Event], item: int) -> None:
    """What is carried out, told or closed was decided, with identity, ground, facts and approval."""
    life = since_decision(events, item)
    assert life, "no decision"
    detail = life[0].detail
    assert isinstance(detail, ev.Decided)
    kind = kinds(events)[item]
    assert kind in NO_PAPERS or identity_stands(events), "no identity"
    assert kind in NO_PAPERS or power_shown(events), "to a stranger"
    assert detail.decision in LAW.kinds[kind].decisions
    if detail.decision.value in REFUSALS:
        assert detail.facts.strip(), "no facts"
        assert detail.ground in LAW.kinds[kind].grounds or detail.decision.value in {"not_held", "kept_until"}, (
            "no ground"
        )
    if detail.decision.value in REFUSALS | {"erased"}:
        assert approved(life), "no approval"


def judge(before: Request, event: Event) -> None:
    """The event was lawful after what had happened."""
    events, detail = list(before.events), event.detail
    if isinstance(detail, ev.Executed):
        judge_item(events, detail.item)
        assert before.person is not None
    elif isinstance(detail, ev.LetterIssued):
        for item in detail.items:
            judge_item(events, item)
    elif isinstance(detail, ev.Decided | ev.DecisionWithdrawn):
        assert not told(since_decision(events, detail.item), detail.item), "told already"
    elif isinstance(detail, ev.PartiesChanged):
        assert before.ending is None
    elif isinstance(detail, ev.Closed) and detail.outcome is Outcome.ANSWERED:
        judge_end(events)
    else:
        judge_waiting(events, event)


def judge_waiting(events: list[Event], event: Event) -> None:
    """What the office waits for, and for how long, the requester can know; no fee where none is allowed."""
    detail = event.detail
    if isinstance(detail, ev.Paused) and detail.wait is Wait.FEE:
        assert not set(kinds(events).values()) <= FREE, "a fee where none is allowed"
    elif isinstance(detail, ev.Paused) and detail.wait is Wait.PAPERS:
        assert told_of_papers(events), "the clock stands before the requester can know for what"
    elif isinstance(detail, ev.Closed) and detail.outcome is Outcome.UNVERIFIED:
        told_on = told_of_papers(events)
        assert told_on, "closed for papers of which the requester cannot know"
        assert event.on > told_on + timedelta(days=30), "closed too soon"


def judge_end(events: list[Event]) -> None:
    """Every item was answered, carried out where something was to be done, and told."""
    assert kinds(events)
    for item, kind in kinds(events).items():
        judge_item(events, item)
        life = since_decision(events, item)
        assert isinstance(life[0].detail, ev.Decided)
        acts = [
            e.kind for e in life if isinstance(e.detail, ev.Executed | ev.ExecutionUndone) and e.detail.item == item
        ]
        acted = acts[-1:] == [EventKind.EXECUTED]
        assert acted == life[0].detail.decision.needs_execution, "not carried out"
        assert kind == "OPTOUT" or told(life, item), "not told"


def tries(request: Request, random: Random) -> Iterator[ev.Detail]:
    """One try of every sort, most of them out of place."""
    item = random.choice(request.items)
    decision = random.choice(list(Decision))
    fitting = random.choice(list(LAW.kinds[item.kind].decisions))
    number = max(request.letters, default=0) + 1
    good = decided(item.kind, item.number, fitting)
    grounds = [None, "33-2-1", "34-factual", "35-2-none", good.ground]
    yield ev.PersonLinked(person=random.choice([None, 12, 13]))
    yield ev.PartiesChanged(parties=(random.choice(list(PartyRole)),), elsewhere=random.random() < 0.5)
    yield ev.ItemsChanged(
        items=tuple(
            random.choice([known.asked, ev.Asked(number=known.number, kind="CORRECT")]) for known in request.items
        )
    )
    yield ev.Acknowledged()
    yield ev.IdentityAsked(papers=random.choice([(), ("licence",), ("passport", "mandate")]))
    yield ev.IdentityChecked(check=random.choice([CHECK, EMPOWERED]))
    yield ev.IdentityFailed(reason="x")
    yield ev.Paused(wait=random.choice(list(Wait)))
    yield ev.Resumed(wait=random.choice(list(Wait)))
    yield good
    yield ev.Decided(item=item.number, decision=decision, ground=random.choice(grounds), facts=random.choice(["", "x"]))
    yield ev.Decided(item=item.number, decision=fitting, ground=random.choice(grounds), facts=random.choice(["", "x"]))
    yield ev.DecisionWithdrawn(item=item.number, reason="x")
    yield ev.Approved(lone=random.random() < 0.3)
    yield ev.SentBack(reason="x")
    yield ev.Executed(item=item.number)
    yield ev.ExecutionUndone(item=item.number, reason="x")
    for template, items in (("refusal", (item.number,)), (random.choice(["acknowledgement", "papers", "closing"]), ())):
        yield ev.LetterIssued(letter=number, template=template, items=items)
    yield ev.LetterSent(letter=random.randint(1, number))
    yield ev.Extended(until=ARRIVED + timedelta(days=random.randint(0, 60)), reason="x")
    yield ev.Closed()
    yield ev.Closed(outcome=random.choice(list(Outcome)), reason="x", into="x")
    yield ev.Reopened(reason="x")


def attempt(request: Request, random: Random) -> tuple[str, ev.Detail]:
    """Now and then the right step, so that cases get far; otherwise anything by anybody."""
    step = next_step(request, LAW)
    if step and random.random() < 0.4:
        wanted = {item.number: random.choice(list(LAW.kinds[item.kind].decisions)) for item in request.items}
        return done(request, step, wanted)
    return random.choice(USERS), random.choice(list(tries(request, random)))


@pytest.mark.parametrize("seed", range(5))
def test_no_order_of_acts_gets_past_what_protects_the_customer(seed: int):
    random = Random(seed)
    ended = paused = 0
    for _ in range(CASES // 5):
        request = arrived(*random.choices(sorted(LAW.kinds), k=random.randint(1, 3)), elsewhere=random.random() < 0.2)
        for _ in range(TRIES):
            before, (by, detail) = request, attempt(request, random)
            try:
                request = after(before, detail, by=by, days=random.randint(0, 60))
            except DeskError:
                continue
            for n in range(len(before.events), len(request.events)):
                judge(fold(request.events[:n]), request.events[n])
            assert request.papers_asked_on == told_of_papers(list(request.events))
            assert (state(request, LAW) in ENDED) == (next_step(request, LAW) is None)
        assert fold(request.events) == request
        ended += any(e.detail == ev.Closed() for e in request.events)
        paused += ev.Paused(wait=Wait.PAPERS) in [e.detail for e in request.events]
    assert ended > CASES // 50, "too few cases get to their end to show anything"
    assert paused > CASES // 50, "too few cases wait for papers to show anything"


def test_the_judge_sees_what_is_wrong():
    request = arrived("DISCLOSE")
    act = Event(2, request.events[0].at, date(2026, 11, 3), "sato", ev.Executed(item=1))
    with pytest.raises(AssertionError, match="no decision"):
        judge(request, act)
    asked = after(request, ev.IdentityAsked(papers=("licence",)))
    for wrong in (ev.Paused(wait=Wait.PAPERS), ev.Closed(outcome=Outcome.UNVERIFIED, reason="x")):
        with pytest.raises(AssertionError, match="can(not)? know"):
            judge(asked, Event(3, request.events[0].at, date(2026, 12, 31), "sato", wrong))
    stranger = ev.PartiesChanged(parties=(PartyRole.RECIPIENT,), elsewhere=True)
    answer = ev.LetterIssued(letter=1, template="disclosure", items=(1,))
    for more, wrong in (((), "no identity"), ((ev.IdentityChecked(check=CHECK),), "to a stranger")):
        settled = led(arrived("DISCLOSE"), Step.ISSUE_LETTER, {1: Decision.DISCLOSED})
        last = len(settled.events)
        for at, detail in enumerate((stranger, *more), start=last + 1):
            settled = folded_after(settled, Event(at, request.events[0].at, date(2026, 11, 3), "sato", detail))
        with pytest.raises(AssertionError, match=wrong):
            judge(settled, Event(last + 5, request.events[0].at, date(2026, 11, 3), "sato", answer))
    sent = led(arrived("DISCLOSE"), Step.CLOSE, {1: Decision.DISCLOSED})
    untold = ev.DecisionWithdrawn(item=1, reason="x")
    with pytest.raises(AssertionError, match="told already"):
        judge(sent, Event(99, request.events[0].at, date(2026, 11, 3), "sato", untold))
    heard = after(asked, ev.Acknowledged())
    early = ev.Closed(outcome=Outcome.UNVERIFIED, reason="x")
    with pytest.raises(AssertionError, match="too soon"):
        judge(heard, Event(5, request.events[0].at, date(2026, 12, 3), "sato", early))
