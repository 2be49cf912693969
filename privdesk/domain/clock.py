"""The clocks of a request: pure functions of its events, the law and the office's calendar, each with its reckoning."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from privdesk.domain import event as ev
from privdesk.domain.calendar import Calendar
from privdesk.domain.event import Detail, Wait
from privdesk.domain.law import Law
from privdesk.domain.request import Request


class Reckoning(StrEnum):
    """The sorts of steps from the arrival to a date."""

    ARRIVED = "arrived"
    PERIOD = "period"
    OPEN_DAYS = "open_days"
    WAITED = "waited"
    EXTENDED = "extended"
    MOVED = "moved"
    REFUSED = "refused"
    BEFORE = "before"


@dataclass(frozen=True)
class Leg:
    """One step of a reckoning: so many calendar `days` (negative: back) lead to `day`; `count` are business days."""

    why: Reckoning
    days: int
    day: date
    count: int = 0
    since: date | None = None
    until: date | None = None
    reason: str = ""


@dataclass(frozen=True)
class Deadline:
    """A date with its explanation: the first leg is the arrival, the days of all add up to `due`.

    While `paused_since` is set the office waits for the requester, and `due` is the earliest day it can become.
    """

    due: date
    legs: tuple[Leg, ...]
    paused_since: date | None = None


@dataclass(frozen=True)
class Clocks:
    """The three clocks of a request; `lawsuit` is None where no asked kind can be sued for (Art. 39)."""

    policy: Deadline
    lawsuit: Deadline | None
    target: Deadline


def clocks(request: Request, law: Law, calendar: Calendar) -> Clocks:
    """All three clocks; the same whatever the order in which the events were entered."""
    policy = _policy(request, law, calendar)
    return Clocks(policy, _lawsuit(request, law), _target(policy, law, calendar))


def acknowledge_by(request: Request, law: Law, calendar: Calendar) -> Deadline:
    """The last day to acknowledge, in business days after the arrival."""
    return _open_days(request, law.days.acknowledge, calendar)


def ask_papers_by(request: Request, law: Law, calendar: Calendar) -> Deadline:
    """The last day to ask for missing papers, in business days after the arrival."""
    return _open_days(request, law.days.papers, calendar)


def outer_limit(request: Request, law: Law, calendar: Calendar) -> Deadline:
    """The day beyond which no extension may reach; waiting for the requester moves it too."""
    return _counted(request, law.days.limit, calendar)


def said(leg: Leg, law: Law, language: str, dated: Callable[[date], str]) -> str:
    """One step of a reckoning as a sentence, with dates as `dated` writes them."""
    return (
        law.word(leg.why)
        .in_(language)
        .format(
            days=leg.days,
            day=dated(leg.day),
            count=leg.count,
            since=dated(leg.since) if leg.since else "",
            until=dated(leg.until) if leg.until else "",
            reason=leg.reason,
        )
    )


def _policy(request: Request, law: Law, calendar: Calendar) -> Deadline:
    extensions = [(e.on, e.detail.until, e.detail.reason) for e in request.events if isinstance(e.detail, ev.Extended)]
    if not extensions:
        return _counted(request, law.days.answer, calendar)
    on, until, reason = max(extensions)
    legs = [*_start(request, law.days.answer)]
    legs.append(Leg(Reckoning.EXTENDED, (until - legs[-1].day).days, until, since=on, reason=reason))
    return _finished(request, legs, on, calendar)


def _lawsuit(request: Request, law: Law) -> Deadline | None:
    """Article 39: two weeks after arrival, which nothing stops and no holiday moves; at once on a refusal."""
    suable = [item for item in request.items if law.kinds[item.kind].lawsuit]
    if not suable:
        return None
    legs = [*_start(request, law.days.lawsuit)]
    refused = [item.told_on for item in suable if item.told_on and item.decision and item.decision.is_refusal]
    if refused and (day := min(refused)) < legs[-1].day:
        legs.append(Leg(Reckoning.REFUSED, (day - legs[-1].day).days, day))
    return Deadline(legs[-1].day, tuple(legs))


def _target(policy: Deadline, law: Law, calendar: Calendar) -> Deadline:
    day = calendar.before(policy.due, law.days.target)
    leg = Leg(Reckoning.BEFORE, (day - policy.due).days, day, count=law.days.target)
    return Deadline(day, (*policy.legs, leg), policy.paused_since)


def _open_days(request: Request, count: int, calendar: Calendar) -> Deadline:
    day = calendar.after(request.arrived, count)
    leg = Leg(Reckoning.OPEN_DAYS, (day - request.arrived).days, day, count=count)
    return Deadline(day, (Leg(Reckoning.ARRIVED, 0, request.arrived), leg))


def _counted(request: Request, days: int, calendar: Calendar) -> Deadline:
    return _finished(request, [*_start(request, days)], request.arrived, calendar)


def _start(request: Request, days: int) -> Iterator[Leg]:
    yield Leg(Reckoning.ARRIVED, 0, request.arrived)
    yield Leg(Reckoning.PERIOD, days, request.arrived + timedelta(days=days))


def _finished(request: Request, legs: list[Leg], since: date, calendar: Calendar) -> Deadline:
    """Add the waiting from `since` on, and move the end to a business day."""
    for start, end in _standstills(request, since):
        days = (end - start).days
        legs.append(Leg(Reckoning.WAITED, days, legs[-1].day + timedelta(days=days), since=start, until=end))
    due = calendar.next_open(legs[-1].day)
    if due != legs[-1].day:
        legs.append(Leg(Reckoning.MOVED, (due - legs[-1].day).days, due))
    return Deadline(due, tuple(legs), _paused_since(request))


def _standstills(request: Request, since: date) -> Iterator[tuple[date, date]]:
    """The times without overlap in which the policy deadline stood still: waiting, or closed and reopened later."""
    spans = sorted(
        (max(start, since), end) for start, end in _spans(request) if end is not None and max(start, since) < end
    )
    while spans:
        start, end = spans.pop(0)
        while spans and spans[0][0] <= end:
            end = max(end, spans.pop(0)[1])
        yield start, end


def _paused_since(request: Request) -> date | None:
    if request.ending:
        return None
    return min((start for start, end in _spans(request) if end is None), default=None)


def _spans(request: Request) -> Iterator[tuple[date, date | None]]:
    for wait in Wait:
        yield from _paired(
            request,
            lambda detail, wait=wait: isinstance(detail, ev.Paused) and detail.wait is wait,  # type: ignore[misc]
            lambda detail, wait=wait: isinstance(detail, ev.Resumed) and detail.wait is wait,  # type: ignore[misc]
        )
    yield from _paired(
        request,
        lambda detail: isinstance(detail, ev.Closed | ev.Withdrawn),
        lambda detail: isinstance(detail, ev.Reopened),
    )


def _paired(
    request: Request, begins: Callable[[Detail], bool], ends: Callable[[Detail], bool]
) -> Iterator[tuple[date, date | None]]:
    """Pauses of one sort never nest, so the n-th end by date belongs to the n-th start."""
    starts = sorted(event.on for event in request.events if begins(event.detail))
    stops: list[date | None] = [*sorted(event.on for event in request.events if ends(event.detail))]
    stops += [None] * (len(starts) - len(stops))
    return zip(starts, stops, strict=True)
