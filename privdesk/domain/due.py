"""What the desk tells of retention: why something is kept, what is due when, and which holds stop it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from privdesk.domain.category import Category
from privdesk.domain.period import month_end
from privdesk.domain.retention import Hold, Rule, Rules

_WARNED = timedelta(days=30)


class Ending(StrEnum):
    """Whether the last day is known; else whether its start is still to come or not recorded, or no rule applies."""

    DATED = "dated"
    RUNNING = "running"
    NO_DATE = "no_date"
    NO_RULE = "no_rule"


@dataclass(frozen=True)
class Reason:
    """Until which last day something is kept, and because of which rule that runs from the day `started`."""

    ending: Ending
    rule: Rule | None
    started: date | None
    until: date | None


@dataclass(frozen=True)
class Practice:
    """What the office says of itself that some rules depend on.

    A `designated_business` has the duties of the Act on Prevention of Transfer of Criminal Proceeds. `loss_years` are
    the years in which its business years with a tax loss ended.
    """

    loss_years: tuple[int, ...] = ()
    mail_order: bool = False
    delivers_goods: bool = False
    designated_business: bool = False
    version: int = 1


@dataclass(frozen=True)
class Applied:
    """What all ends were last worked out with: the rules of the day `on`, and the end of the business year."""

    on: date
    fiscal_year_end_month: int


@dataclass(frozen=True)
class RuleVersion:
    """A version of a rule, whether it is switched on, and who made it (None: it came with the desk)."""

    rule: Rule
    active: bool
    user: int | None


@dataclass(frozen=True)
class Effect:
    """What a changed rule would do: how many records of its category get another end, and how many are then over.

    `estimated` says that only a part of the people was looked at, and the figures were scaled up.
    """

    records: int
    changed: int
    over: int
    estimated: bool


@dataclass(frozen=True)
class PlacedHold:
    """A hold on a person, with the request that caused it and why it was lifted."""

    id: int
    person: int
    hold: Hold
    request: int | None
    lifted_why: str
    version: int


class Tile(StrEnum):
    """The figures at the head of the dashboard; no record is counted in two of them."""

    OVERDUE = "overdue"
    DAYS_30 = "days_30"
    DAYS_60 = "days_60"
    DAYS_90 = "days_90"
    HELD = "held"
    NO_DATE = "no_date"

    def days(self, today: date) -> tuple[date, date] | None:
        """The first and last day of a tile that counts by the date; None for the other two.

        A last day that is today is not over, so it belongs to the next 30 days.
        """
        yesterday = today - timedelta(days=1)
        return {
            Tile.OVERDUE: (date.min, yesterday),
            Tile.DAYS_30: (today, today + _WARNED),
            Tile.DAYS_60: (today + _WARNED + timedelta(days=1), today + 2 * _WARNED),
            Tile.DAYS_90: (today + 2 * _WARNED + timedelta(days=1), today + 3 * _WARNED),
        }.get(self)


@dataclass(frozen=True)
class Month:
    """One bar: how many lines end in the month that begins on `first`, by category; None for what is overdue."""

    first: date | None
    counts: Mapping[Category, int]


@dataclass(frozen=True)
class Dashboard:
    """The manager's figures; a line is what is held of one person, or one request, in one category.

    `stale` says that rules or the office's profile changed and the ends must be worked out again.
    """

    tiles: Mapping[Tile, int]
    months: tuple[Month, ...]
    stale: bool


@dataclass(frozen=True)
class DueQuery:
    """What the due list shows: a tile, or a month (its first day), or everything, all or one category."""

    tile: Tile | None = None
    month: date | None = None
    category: Category | None = None

    def days(self, today: date) -> tuple[date, date] | None:
        """The first and last day asked for; None where the question is not about days."""
        if self.tile:
            return self.tile.days(today)
        return (max(self.month, today), month_end(self.month)) if self.month else None


@dataclass(frozen=True)
class DueRow:
    """What is held of one person in one category; of a request without one, `person` is None.

    `held` counts named holds and open requests; what is held is never due.
    """

    id: int
    person: int | None
    request: int | None
    number: str
    name: str
    category: Category
    records: int
    reason: Reason
    held: int

    @property
    def keep_until(self) -> date | None:
        """The last day, if it is known."""
        return self.reason.until


def reason_text(reason: Reason, rules: Rules, language: str) -> str:
    """The reason as a sentence in `language`, without its full stop; `rules` gives the words."""
    sentence = rules.words["ending"][reason.ending].in_(language)
    if reason.rule is None:
        return sentence
    rule = reason.rule
    return sentence.format(
        until=reason.until,
        name=rule.name.in_(language),
        basis=rule.basis.in_(language),
        trigger=rules.word(rule.trigger).in_(language),
        start=_start(reason, rule, rules, language),
        period=period_text(rule, rules, language),
    )


def _start(reason: Reason, rule: Rule, rules: Rules, language: str) -> str:
    how = rules.words["start"]["moved" if rule.offset_months else "plain"].in_(language)
    trigger = rules.word(rule.trigger).in_(language)
    return how.format(trigger=trigger, day=reason.started, months=rule.offset_months)


def period_text(rule: Rule, rules: Rules, language: str) -> str:
    """The length of a rule's period, such as 7 years."""
    words = rules.words["period"]
    parts = (("year", rule.years), ("month", rule.months), ("day", rule.days))
    return " ".join(words[unit if n == 1 else f"{unit}s"].in_(language).format(n=n) for unit, n in parts if n)
