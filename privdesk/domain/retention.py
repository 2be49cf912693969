"""How long data are kept: rules as dated data, the day each of them ends, the latest of these, and holds."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

import msgspec

from privdesk.domain.category import Category
from privdesk.domain.law import Mark, Text
from privdesk.domain.period import last_day, month_end

_MONTHS = 12


class Trigger(StrEnum):
    """What a period starts from; `BUSINESS_YEAR` is computed from the day of the record."""

    RELATIONSHIP_ENDED = "relationship_ended"
    LAST_ACTIVITY = "last_activity"
    RECORDED = "recorded"
    BUSINESS_YEAR = "business_year"
    REQUEST_CLOSED = "request_closed"
    LAST_PROVISION = "last_provision"
    LAST_MAIL = "last_mail"
    DELIVERED = "delivered"


class OnExpiry(StrEnum):
    """What is proposed when the period is over; nothing happens by the clock alone."""

    DELETE = "delete"
    ANONYMISE = "anonymise"
    REVIEW = "review"


class Condition(StrEnum):
    """What must be true of an office or a record for some rules to apply."""

    LOSS_YEAR = "loss_year"
    DESIGNATED_BUSINESS = "designated_business"
    MAIL_ORDER = "mail_order"
    DELIVERS_GOODS = "delivers_goods"
    SINGLE_RECORD = "single_record"
    BATCHED_RECORD = "batched_record"
    CONTRACT_RECORD = "contract_record"


class Rule(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One version of a rule for one category.

    `offset_months` counts from the end of the business year; `duty` says that a law forbids to dispose earlier.
    """

    code: str
    version: int
    valid_from: date
    category: Category
    name: Text
    trigger: Trigger
    offset_months: int = 0
    years: int = 0
    months: int = 0
    days: int = 0
    when: Condition | None = None
    duty: bool
    basis: Text
    mark: Mark
    on_expiry: OnExpiry


class Rules(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The rules an office starts with, and the words for their triggers, conditions and ends."""

    rules: tuple[Rule, ...] = msgspec.field(name="rule")
    words: dict[str, dict[str, Text]] = msgspec.field(name="word")

    def word(self, member: StrEnum) -> Text:
        """The wording of a `Trigger`, `Condition` or `OnExpiry`."""
        return self.words[type(member).__name__.lower()][member.value]


@dataclass(frozen=True)
class TriggerFacts:
    """What is known of a record: the days on which triggers happened, and which conditions are true."""

    days: Mapping[Trigger, date] = field(default_factory=dict)
    conditions: frozenset[Condition] = frozenset()


@dataclass(frozen=True)
class End:
    """What one rule says of a record; `until` is None while `started` is not known."""

    rule: Rule
    started: date | None
    until: date | None


@dataclass(frozen=True)
class Kept:
    """Until which last day a record is kept, and because of what.

    `until` is None where no rule applies or a rule that applies has no start yet: then no end is in
    sight.
    `because` is the rule that decides; `others` are those that end no later.
    """

    until: date | None
    because: End | None
    others: tuple[End, ...] = ()


@dataclass(frozen=True)
class Hold:
    """A named stop of disposal with a reason and an owner; it holds through its last day `lifted_on`."""

    name: str
    reason: str
    owner: str
    placed_on: date
    review_on: date | None = None
    lifted_on: date | None = None

    def in_force(self, day: date) -> bool:
        """Whether it holds on `day`."""
        return self.placed_on <= day and (self.lifted_on is None or day <= self.lifted_on)


def parsed(data: bytes) -> Rules:
    """Decode a rule file; an unknown or missing key is a defect of the file and raises `msgspec.ValidationError`."""
    return msgspec.toml.decode(data, type=Rules)


def rules_on(rules: Iterable[Rule], day: date) -> tuple[Rule, ...]:
    """Of each rule the version in force on `day`."""
    current: dict[str, Rule] = {}
    for rule in sorted(rules, key=lambda rule: (rule.valid_from, rule.version)):
        if rule.valid_from <= day:
            current[rule.code] = rule
    return tuple(current.values())


def started(rule: Rule, facts: TriggerFacts, fiscal_year_end_month: int) -> date | None:
    """The day after which the rule's period runs, or None where the facts do not tell it."""
    if rule.trigger is not Trigger.BUSINESS_YEAR:
        return facts.days.get(rule.trigger)
    recorded = facts.days.get(Trigger.RECORDED)
    if recorded is None:
        return None
    return month_end(recorded, (fiscal_year_end_month - recorded.month) % _MONTHS + rule.offset_months)


def keep_until(rules: Iterable[Rule], category: Category, facts: TriggerFacts, fiscal_year_end_month: int) -> Kept:
    """The latest end among the rules that apply to a record of `category`; one that has not begun outlasts all others.

    `rules` are those in force (`rules_on`).
    """
    found = [
        _end(rule, facts, fiscal_year_end_month)
        for rule in rules
        if rule.category is category and (rule.when is None or rule.when in facts.conditions)
    ]
    if not found:
        return Kept(None, None)
    first, *others = sorted(found, key=_weight, reverse=True)
    return Kept(first.until, first, tuple(others))


def _end(rule: Rule, facts: TriggerFacts, fiscal_year_end_month: int) -> End:
    start = started(rule, facts, fiscal_year_end_month)
    return End(rule, start, start and last_day(start, years=rule.years, months=rule.months, days=rule.days))


def _weight(end: End) -> tuple[date, bool, str]:
    """What ends later weighs more, most of all what has no end; at the same end a duty outweighs an interest."""
    return end.until or date.max, end.rule.duty, end.rule.code


def disposable(kept: Kept, holds: Iterable[Hold], today: date) -> bool:
    """Whether a record may be put on a disposal list: its last day is known and over, and no hold stands."""
    return kept.until is not None and kept.until < today and not any(hold.in_force(today) for hold in holds)
