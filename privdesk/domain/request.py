"""A request as its list of events tells it: who asks, what is asked, what was decided, done and told."""

# ruff: noqa: ARG001  # what is registered for one kind of event takes the arguments of all

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial, reduce, singledispatch

from privdesk.domain import event as ev
from privdesk.domain.decision import Decision
from privdesk.domain.errors import ItemGone
from privdesk.domain.event import Detail, Event, Outcome, Wait
from privdesk.domain.identity import IdentityCheck
from privdesk.domain.law import ACKNOWLEDGEMENT, CLOSING, PAPERS, Channel, Medium, Requester


@dataclass(frozen=True)
class Item:
    """One asked thing with its one decision; `letter` is the issued letter that tells the decision as it stands.

    `told_on` is the day on which that letter left; `ever_told` remains where a letter replaces it.
    """

    number: int
    kind: str
    what: str = ""
    reason: str = ""
    proposed: tuple[ev.Proposed, ...] = ()
    purposes: tuple[str, ...] = ()
    medium: Medium | None = None
    decision: Decision | None = None
    ground: str | None = None
    facts: str = ""
    until: date | None = None
    rule: str | None = None
    decided_by: str | None = None
    approved_by: str | None = None
    executed_on: date | None = None
    executed: ev.Executed | None = None
    letter: int | None = None
    told_on: date | None = None
    ever_told: bool = False

    @property
    def lone(self) -> bool:
        """Whether the only person of an office approved an own decision."""
        return self.approved_by is not None and self.approved_by == self.decided_by

    @property
    def waits_for_approval(self) -> bool:
        """Whether a second person still has to approve its decision."""
        return self.decision is not None and self.decision.needs_approval and self.approved_by is None

    @property
    def waits_for_execution(self) -> bool:
        """Whether its decision still has to be carried out."""
        return self.decision is not None and self.decision.needs_execution and self.executed_on is None

    @property
    def asked(self) -> ev.Asked:
        """The item without what was decided on it."""
        return ev.Asked(**{name: getattr(self, name) for name in ev.Asked.__struct_fields__})


@dataclass(frozen=True)
class Ending:
    """When and how a request ended; `outcome` is None where the requester withdrew it."""

    on: date
    outcome: Outcome | None


@dataclass(frozen=True)
class Request:
    """What the events add up to; never changed otherwise than by one more event.

    `letters` are the templates of the issued letters by id, `sent` those of them that left the house; `closing_sent` is
    about the present ending, not one before a reopening. `papers` are wanted and not shown yet, `naming` the letters
    that name them; `papers_asked_on`: the requester was told of them. `elsewhere`: somebody else is to get the answer.
    """

    events: tuple[Event, ...]
    arrived: date
    channel: Channel
    requester: Requester
    items: tuple[Item, ...]
    person: int | None = None
    elsewhere: bool = False
    acknowledged_on: date | None = None
    papers: tuple[str, ...] = ()
    naming: frozenset[int] = frozenset()
    papers_asked_on: date | None = None
    identity: IdentityCheck | None = None
    waiting: frozenset[Wait] = frozenset()
    approval_asked: bool = False
    letters: Mapping[int, str] = field(default_factory=dict)
    sent: frozenset[int] = frozenset()
    closing_sent: bool = False
    ending: Ending | None = None

    def item(self, number: int) -> Item:
        """The item of this number; raises `ItemGone`."""
        for item in self.items:
            if item.number == number:
                return item
        raise ItemGone(item=number)

    @property
    def approval_due(self) -> bool:
        """Whether any decision waits for a second person."""
        return any(item.waits_for_approval for item in self.items)

    @property
    def papers_untold(self) -> bool:
        """Whether papers are wanted of which the requester cannot know yet."""
        return bool(self.papers) and self.papers_asked_on is None


def fold(events: Iterable[Event]) -> Request:
    """The request that these events tell, taken in the order of their entry; the first is its arrival."""
    first, *rest = sorted(events, key=lambda event: event.seq)
    if not isinstance(first.detail, ev.Received):
        raise ValueError("a request begins with its arrival")
    arrival = first.detail
    items = tuple(map(_new, arrival.items))
    request = Request((first,), first.on, arrival.channel, arrival.requester, items=items, elsewhere=arrival.elsewhere)
    return reduce(after, rest, request)


def after(request: Request, event: Event) -> Request:
    """The request with one more event; whether it may happen was asked before (`procedure.enter`)."""
    return replace(_after(event.detail, request, event), events=(*request.events, event))


@singledispatch
def _after(detail: Detail, request: Request, event: Event) -> Request:
    return request


@_after.register
def _(detail: ev.Acknowledged, request: Request, event: Event) -> Request:
    return replace(_papers_told(request, event.on), acknowledged_on=request.acknowledged_on or event.on)


@_after.register
def _(detail: ev.PersonLinked, request: Request, event: Event) -> Request:
    requester = detail.requester or request.requester
    same = (detail.person, requester) == (request.person, request.requester)
    first = request.person is None and requester is request.requester
    identity = request.identity if same or first else None
    return replace(request, person=detail.person, requester=requester, identity=identity)


@_after.register
def _(detail: ev.PartiesChanged, request: Request, event: Event) -> Request:
    return replace(request, elsewhere=detail.elsewhere, identity=None)


@_after.register
def _(detail: ev.ItemsChanged, request: Request, event: Event) -> Request:
    known = {item.asked: item for item in request.items}
    items = tuple(known.get(asked, _new(asked)) for asked in detail.items)
    return replace(request, items=items, approval_asked=False)


@_after.register
def _(detail: ev.IdentityAsked, request: Request, event: Event) -> Request:
    return _wanting(request, detail.papers)


@_after.register
def _(detail: ev.IdentityChecked, request: Request, event: Event) -> Request:
    return replace(_wanting(request, ()), identity=detail.check)


@_after.register
def _(detail: ev.IdentityFailed, request: Request, event: Event) -> Request:
    return replace(request, identity=None)


@_after.register
def _(detail: ev.Paused, request: Request, event: Event) -> Request:
    return replace(request, waiting=request.waiting | {detail.wait})


@_after.register
def _(detail: ev.Resumed, request: Request, event: Event) -> Request:
    return replace(request, waiting=request.waiting - {detail.wait})


@_after.register
def _(detail: ev.Decided, request: Request, event: Event) -> Request:
    def decided(item: Item) -> Item:
        return replace(
            _new(item.asked),
            decision=detail.decision,
            ground=detail.ground,
            facts=detail.facts,
            until=detail.until,
            rule=detail.rule,
            decided_by=event.by,
        )

    return _redecided(request, detail.item, decided)


@_after.register
def _(detail: ev.DecisionWithdrawn, request: Request, event: Event) -> Request:
    return _redecided(request, detail.item, lambda item: _new(item.asked))


@_after.register(ev.ApprovalAsked)
@_after.register(ev.SentBack)
def _(detail: ev.ApprovalAsked | ev.SentBack, request: Request, event: Event) -> Request:
    return replace(request, approval_asked=isinstance(detail, ev.ApprovalAsked))


@_after.register
def _(detail: ev.Approved, request: Request, event: Event) -> Request:
    items = tuple(replace(item, approved_by=event.by) if item.waits_for_approval else item for item in request.items)
    return replace(request, items=items, approval_asked=False)


@_after.register
def _(detail: ev.Executed, request: Request, event: Event) -> Request:
    return _with_item(request, detail.item, lambda item: replace(item, executed_on=event.on, executed=detail))


@_after.register
def _(detail: ev.ExecutionUndone, request: Request, event: Event) -> Request:
    return _overtaken(request, detail.item, lambda item: replace(item, executed_on=None, executed=None))


@_after.register
def _(detail: ev.LetterIssued, request: Request, event: Event) -> Request:
    items = tuple(
        replace(item, letter=detail.letter, told_on=None) if item.number in detail.items else item
        for item in request.items
    )
    names = request.papers and detail.template in {ACKNOWLEDGEMENT, PAPERS}
    naming = request.naming | ({detail.letter} if names else set())
    return replace(request, items=items, letters={**request.letters, detail.letter: detail.template}, naming=naming)


@_after.register
def _(detail: ev.LetterSent, request: Request, event: Event) -> Request:
    told = partial(replace, told_on=event.on, ever_told=True)
    items = tuple(told(item) if item.letter == detail.letter else item for item in request.items)
    template = request.letters.get(detail.letter)
    return replace(
        _papers_told(request, event.on) if detail.letter in request.naming else request,
        items=items,
        sent=request.sent | {detail.letter},
        closing_sent=request.closing_sent or template == CLOSING,
        acknowledged_on=request.acknowledged_on or (event.on if template == ACKNOWLEDGEMENT else None),
    )


@_after.register(ev.Closed)
@_after.register(ev.Withdrawn)
def _(detail: ev.Closed | ev.Withdrawn, request: Request, event: Event) -> Request:
    outcome = detail.outcome if isinstance(detail, ev.Closed) else None
    return replace(request, ending=Ending(event.on, outcome))


@_after.register
def _(detail: ev.Reopened, request: Request, event: Event) -> Request:
    return replace(_wanting(request, ()), ending=None, closing_sent=False)


def _wanting(request: Request, papers: tuple[str, ...]) -> Request:
    """Other papers are wanted than before, or none any more; what was told of the former counts no longer."""
    return replace(request, papers=papers, naming=frozenset(), papers_asked_on=None)


def _papers_told(request: Request, on: date) -> Request:
    return replace(request, papers_asked_on=on) if request.papers_untold else request


def _new(asked: ev.Asked) -> Item:
    return Item(asked.number, asked.kind, asked.what, asked.reason, asked.proposed, asked.purposes, asked.medium)


def _redecided(request: Request, number: int, change: Callable[[Item], Item]) -> Request:
    return replace(_overtaken(request, number, change), approval_asked=False)


def _overtaken(request: Request, number: int, change: Callable[[Item], Item]) -> Request:
    """Changing what a letter tells of one item overtakes the letter for every item it tells."""
    letter = request.item(number).letter
    items = tuple(
        replace(item, letter=None) if letter is not None and item.letter == letter and item.told_on is None else item
        for item in request.items
    )
    return _with_item(replace(request, items=items), number, change)


def _with_item(request: Request, number: int, change: Callable[[Item], Item]) -> Request:
    return replace(request, items=tuple(change(item) if item.number == number else item for item in request.items))
