"""How long each made-up customer has been one; told by his number alone, so that all tables agree."""

import random
from dataclasses import dataclass
from datetime import date, timedelta

_DAYS = 365 * 12
_NEWEST = 60
_LEAVING = 1 / 6
_FOREIGN_EACH = 12


@dataclass(frozen=True)
class Membership:
    """The first day, the last day with any business, and the day of leaving, if he left."""

    since: date
    last: date
    left: date | None


def number(n: int) -> str:
    """The customer number of the n-th customer."""
    return f"A{n:06d}"


def is_foreign(n: int) -> bool:
    """Whether the n-th customer reads English."""
    return n % _FOREIGN_EACH == 5


def membership(n: int, seed: int, today: date) -> Membership:
    """The n-th customer as of a day: most have been there lately, some left long ago."""
    chance = random.Random(f"{seed}/{n}")
    span = chance.randrange(_NEWEST, _DAYS)
    since = today - timedelta(days=span)
    if chance.random() >= _LEAVING:
        return Membership(since, today - timedelta(days=int(span * chance.random() ** 5)), None)
    last = since + timedelta(days=chance.randrange(span - 30))
    return Membership(since, last, last + timedelta(days=chance.randrange(1, 30)))
