"""Backups: where they go and when, how old the last one may be, and which copies are kept."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from privdesk.domain.copies import Copy
from privdesk.domain.office import ZONE

FRESH = timedelta(days=1)
# the reminder turns red after this
OLD = timedelta(days=3)
# how many may be kept at each place; none daily would keep nothing of today
DAILY, MONTHLY = range(1, 91), range(0, 61)
# a desk that is locked every few minutes is not copied each time
_BETWEEN_LOCKS = timedelta(hours=1)


class When(StrEnum):
    """When a backup is made by itself."""

    LOCK = "lock"
    DAILY = "daily"
    NEVER = "never"


class Tone(StrEnum):
    """How urgent a reminder is; named as the window names its colours."""

    DONE = "done"
    SOON = "soon"
    LATE = "late"


@dataclass(frozen=True)
class Place:
    """A folder for backups. `apart` says that it lay on another disk than the desk when it was chosen.

    A folder that lies beside the desk although it once did not is a medium that is not plugged in.
    """

    path: str
    apart: bool = False


@dataclass(frozen=True)
class Plan:
    """The office's plan; kept in the vault as one versioned setting, the defaults are those of a new desk."""

    places: tuple[Place, ...] = ()
    when: When = When.LOCK
    daily: int = 14
    monthly: int = 12
    version: int = 1


@dataclass(frozen=True)
class Trouble:
    """Why the last backup to a place was not made: the error's name and values, and in which sitting that was."""

    place: str
    error: str
    values: dict[str, str | int]
    session: str


@dataclass(frozen=True)
class Troubles:
    """The troubles of all places; kept in the vault as one versioned setting, so that the next sitting tells them."""

    each: tuple[Trouble, ...] = ()
    version: int = 1


def tone(last: datetime | None, now: datetime) -> Tone:
    """How urgent a backup is, by the instant of the last one; a desk without any is late."""
    if last is None or now - last > OLD:
        return Tone.LATE
    return Tone.SOON if now - last > FRESH else Tone.DONE


def next_due(plan: Plan, last: datetime | None, now: datetime) -> datetime | None:
    """From which instant on a place wants its next backup; None where none is made by itself."""
    if plan.when is When.NEVER:
        return None
    if last is None:
        return now
    if plan.when is When.LOCK:
        return last + _BETWEEN_LOCKS
    midnight = last.astimezone(ZONE).replace(hour=0, minute=0, second=0, microsecond=0)
    return midnight + timedelta(days=1)


def to_destroy(copies: Iterable[Copy], daily: int, monthly: int) -> tuple[Copy, ...]:
    """Which of the copies of one place may go.

    Kept is the newest of each of the last `daily` days and of the last `monthly` months that have one, by the office's
    calendar: time alone destroys nothing. The newest copy of all is always kept.
    """
    newest_first = sorted(copies, key=lambda copy: (copy.made_at, copy.id), reverse=True)
    days = _newest_of_each(newest_first, "%Y-%m-%d")[: max(daily, 1)]
    months = _newest_of_each(newest_first, "%Y-%m")[:monthly]
    kept = {copy.id for copy in (*days, *months)}
    return tuple(copy for copy in newest_first if copy.id not in kept)


def _newest_of_each(newest_first: Sequence[Copy], period: str) -> list[Copy]:
    found: dict[str, Copy] = {}
    for copy in newest_first:
        found.setdefault(copy.made_at.astimezone(ZONE).strftime(period), copy)
    return list(found.values())
