"""What the office's rules say of a set of facts: until when, by which rule, since when."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

import sqlalchemy as sa

from privdesk.domain.category import Category
from privdesk.domain.due import Ending
from privdesk.domain.office import Office
from privdesk.domain.period import month_end
from privdesk.domain.retention import Condition, Rule, Trigger, TriggerFacts, keep_until
from privdesk.storage import rules
from privdesk.storage.retention_facts import Facts

_KNOWN_ENDS = 50_000
_MONTHS = 12
# of several records in one category the one that leaves most open speaks for all
_RANK = {Ending.DATED: 0, Ending.RUNNING: 1, Ending.NO_RULE: 2, Ending.NO_DATE: 3}


class End(NamedTuple):
    """Until when, and why; compared by its first field, what is kept longer weighs more."""

    weight: tuple[int, date, bool, str]
    until: date | None
    rule: str
    version: int
    ending: Ending
    started: date | None


class Ends:
    """The ends of all facts by some rules, else by those that were applied last; the same facts are reckoned once."""

    def __init__(self, conn: sa.Connection, office: Office, by: Iterable[Rule] | None = None) -> None:
        practice = rules.practice(conn)
        always = {
            Condition.DESIGNATED_BUSINESS: practice.designated_business,
            Condition.MAIL_ORDER: practice.mail_order,
            Condition.DELIVERS_GOODS: practice.delivers_goods,
        }
        self._ours = {condition for condition, is_true in always.items() if is_true}
        self._year_end, self._loss_years = office.fiscal_year_end_month, practice.loss_years
        self._rules: dict[Category, list[Rule]] = defaultdict(list)
        for rule in rules.in_force(conn, rules.applied(conn).on) if by is None else by:
            self._rules[rule.category].append(rule)
        self._needed = {category: _needed(self._rules[category]) for category in Category}
        self._known: dict[tuple[object, ...], End] = {}

    def of(self, facts: Facts) -> End:
        """The end of a record of which this is known."""
        needed = self._needed[facts.category]
        key = (facts.category, facts.condition, facts.awaited, *[one for one in facts.days if one[0] in needed])
        found = self._known.get(key)
        if found is None:
            if len(self._known) >= _KNOWN_ENDS:
                self._known.clear()
            found = self._known[key] = self._reckoned(facts)
        return found

    def _reckoned(self, facts: Facts) -> End:
        days = {trigger: day for trigger, day in facts.days if day}
        conditions = self._ours | ({facts.condition} if facts.condition else set())
        if _business_year(days.get(Trigger.RECORDED), self._year_end) in self._loss_years:
            conditions.add(Condition.LOSS_YEAR)
        known = TriggerFacts(days, frozenset(conditions))
        return _reckoned(self._rules[facts.category], facts, known, self._year_end)


def _needed(candidates: Sequence[Rule]) -> frozenset[Trigger]:
    """The triggers whose days these rules look at; a day that none looks at would only make equal cases differ."""
    asked = {rule.trigger for rule in candidates}
    by_year = Trigger.BUSINESS_YEAR in asked or any(rule.when is Condition.LOSS_YEAR for rule in candidates)
    return frozenset(asked | {Trigger.RECORDED} if by_year else asked)


def _reckoned(candidates: Iterable[Rule], facts: Facts, known: TriggerFacts, year_end: int) -> End:
    kept = keep_until(candidates, facts.category, known, year_end)
    if kept.because is None:
        return End(_weight(Ending.NO_RULE, None, False, ""), None, "", 0, Ending.NO_RULE, None)
    endless = [one for one in (kept.because, *kept.others) if one.until is None]
    missing = [one for one in endless if one.rule.trigger is not facts.awaited]
    decides = (missing or endless or [kept.because])[0]
    ending = Ending.NO_DATE if missing else Ending.RUNNING if endless else Ending.DATED
    rule = decides.rule
    weight = _weight(ending, decides.until, rule.duty, rule.code)
    return End(weight, decides.until, rule.code, rule.version, ending, decides.started)


def _weight(ending: Ending, until: date | None, duty: bool, code: str) -> tuple[int, date, bool, str]:
    return _RANK[ending], until or date.max, duty, code


def _business_year(recorded: date | None, year_end: int) -> int | None:
    """The year in which the business year of a day ends, which is over with the month `year_end`."""
    return month_end(recorded, (year_end - recorded.month) % _MONTHS).year if recorded else None
