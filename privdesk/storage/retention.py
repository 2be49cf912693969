"""Works out until when everything is kept, and writes it beside each record and per person and category.

An open request about a person holds what is held of him by itself: no row in `hold` stands for it.
Nothing is computed twice: one set of facts has one end, and rows that say the same already are not written again.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

import sqlalchemy as sa

from privdesk.domain.category import Category
from privdesk.domain.due import Ending
from privdesk.domain.office import Office
from privdesk.domain.period import month_end
from privdesk.domain.retention import Condition, Rule, Trigger, TriggerFacts, keep_until
from privdesk.storage import bulk, retention_facts, rules
from privdesk.storage.retention_facts import Facts, Ids, Owner, Record
from privdesk.storage.tables import hold, person, person_list, request, retention

Progress = Callable[[int, int], None]
_AT_ONCE = 500
_KNOWN_ENDS = 50_000
_MONTHS = 12
_COLUMNS = ("person_id", "request_id", "category", "records", "keep_until", "rule", "rule_version", "ending", "started")
_LINE = (*_COLUMNS, "held")
# of several records in one category the one that leaves most open speaks for all
_RANK = {Ending.DATED: 0, Ending.RUNNING: 1, Ending.NO_RULE: 2, Ending.NO_DATE: 3}


class _End(NamedTuple):
    """Until when, and why; compared by its first field, what is kept longer weighs more."""

    weight: tuple[int, date, bool, str]
    until: date | None
    rule: str
    version: int
    ending: Ending
    started: date | None


_Ends = Callable[[Facts], _End]
_Lines = dict[tuple[Owner, Category], tuple[int, _End]]


def renew(conn: sa.Connection, office: Office, person_ids: Iterable[int]) -> None:
    """Work out anew the ends of all that is held of these people and of the requests about them; part of other acts."""
    _renew_people(conn, _ends(conn, office), list(person_ids))


def renew_requests(conn: sa.Connection, office: Office, request_ids: Iterable[int]) -> None:
    """Work out anew what is kept of these requests; where one is about a person, of that person as a whole."""
    wanted, ends = list(request_ids), _ends(conn, office)
    people: set[int] = set()
    for block in _blocks(wanted):
        about = sa.select(request.c.person_id).where(request.c.id.in_(block), request.c.person_id.is_not(None))
        people |= set(conn.execute(about).scalars())
        _renew_block(conn, ends, _ids(request, block), None)
    _renew_people(conn, ends, sorted(people))


def renew_all(conn: sa.Connection, office: Office, progress: Progress) -> int:
    """Work out everything anew; returns how many people there are. `progress` may raise to stop it."""
    ends = _ends(conn, office)
    people = conn.execute(sa.select(person.c.id).order_by(person.c.id)).scalars().all()
    for done, block in enumerate(_blocks(people)):
        progress(done * _AT_ONCE, len(people))
        _renew_people(conn, ends, block)
    alone = conn.execute(sa.select(request.c.id).where(request.c.person_id.is_(None))).scalars().all()
    for block in _blocks(alone):
        _renew_block(conn, ends, _ids(request, block), None)
    progress(len(people), len(people))
    return len(people)


def end_of(person_id: sa.ColumnElement[int]) -> sa.ScalarSelect[Any]:
    """The last day of all that is held of a person; empty while the end of anything is not known."""
    known = sa.func.count(retention.c.keep_until) == sa.func.count()
    last = sa.case((known, sa.func.max(retention.c.keep_until)))
    return sa.select(last).where(retention.c.person_id == person_id).scalar_subquery()


def _renew_people(conn: sa.Connection, ends: _Ends, people: Sequence[int]) -> None:
    for block in _blocks(people):
        chosen = _ids(person, block)
        _renew_block(conn, ends, retention_facts.requests_about(chosen), chosen)


def _renew_block(conn: sa.Connection, ends: _Ends, requests: Ids, people: Ids | None) -> None:
    """Renew requests and the people they are about, or, without `people`, only the requests that are about nobody."""
    lines: _Lines = {}
    changed: dict[sa.Table, list[tuple[date | None, str, int]]] = defaultdict(list)
    held: Counter[int | None] = Counter(_holds(conn, people) if people is not None else {})
    for record in _records(conn, requests, people):
        end = ends(record.facts)
        if record.table is not None and (end.until, end.rule) != (record.keep_until, record.keep_rule):
            changed[record.table].append((end.until, end.rule, record.id))
        if people is None and record.owner[0]:
            continue
        key = record.owner, record.facts.category
        count, most = lines.get(key, (0, end))
        lines[key] = count + record.records, max(most, end)
        held[record.owner[0]] += retention_facts.is_open(record)
    for table, rows in changed.items():
        _write_ends(conn, table, rows)
    _write_lines(conn, lines, held, requests, people)


def _records(conn: sa.Connection, requests: Ids, people: Ids | None) -> Iterator[Record]:
    if people is not None:
        yield from retention_facts.of_people(conn, people)
    yield from retention_facts.of_requests(conn, requests)


def _write_ends(conn: sa.Connection, table: sa.Table, rows: Iterable[tuple[date | None, str, int]]) -> None:
    """Past the layers that would take longer than the writing itself, as `bulk` does for new rows."""
    stored: Callable[[date | None], Any] = table.c.keep_until.type.bind_processor(conn.dialect) or (lambda day: day)
    name = conn.dialect.identifier_preparer.format_table(table)
    found = [(stored(until), rule, id_) for until, rule, id_ in rows]
    conn.exec_driver_sql(f"UPDATE {name} SET keep_until = ?, keep_rule = ? WHERE id = ?", found)  # noqa: S608


def _write_lines(
    conn: sa.Connection, lines: _Lines, held: Counter[int | None], requests: Ids, people: Ids | None
) -> None:
    mine: sa.ColumnElement[bool] = retention.c.request_id.in_(requests)
    if people is not None:
        mine = sa.or_(mine, retention.c.person_id.in_(people))
    wanted = {
        (
            *owner,
            category,
            count,
            end.until,
            end.rule,
            end.version,
            end.ending,
            end.started,
            held[owner[0]] if owner[0] else 0,
        )
        for (owner, category), (count, end) in lines.items()
    }
    gone, changed = [], set()
    for row in conn.execute(sa.select(retention.c.id, *(retention.c[name] for name in _LINE)).where(mine)):
        line = tuple(row)[1:]
        if line in wanted:
            wanted.discard(line)
        else:
            gone.append(row.id)
            changed.add(row.person_id)
    for block in _blocks(gone):
        conn.execute(sa.delete(retention).where(retention.c.id.in_(block)))
    bulk.insert(conn, retention, _LINE, sorted(wanted, key=lambda line: (line[0] or 0, line[1] or 0, line[2])))
    changed |= {line[0] for line in wanted}
    for block in _blocks(sorted(changed - {None})):
        values = {"keep_until": end_of(person_list.c.person_id), "held": _named_holds()}
        conn.execute(sa.update(person_list).where(person_list.c.person_id.in_(block)).values(values))


def _ends(conn: sa.Connection, office: Office) -> _Ends:
    """What says the end of any facts, by the rules that were applied last."""
    practice, in_force = rules.practice(conn), rules.in_force(conn, rules.applied(conn).on)
    by_category: dict[Category, list[Rule]] = defaultdict(list)
    for rule in in_force:
        by_category[rule.category].append(rule)
    always = {
        Condition.DESIGNATED_BUSINESS: office.specified_business,
        Condition.MAIL_ORDER: practice.mail_order,
        Condition.DELIVERS_GOODS: practice.delivers_goods,
    }
    ours = {condition for condition, is_true in always.items() if is_true}

    needed = {category: _needed(by_category[category]) for category in Category}
    known: dict[tuple[object, ...], _End] = {}

    def end(facts: Facts) -> _End:
        asked = needed[facts.category]
        days = [one for one in facts.days if one[0] in asked]
        key = (facts.category, facts.condition, facts.awaited, *days)
        found = known.get(key)
        if found is None:
            if len(known) >= _KNOWN_ENDS:
                known.clear()
            found = known[key] = reckoned(facts)
        return found

    def reckoned(facts: Facts) -> _End:
        days = {trigger: day for trigger, day in facts.days if day}
        conditions = ours | ({facts.condition} if facts.condition else set())
        if _business_year(days.get(Trigger.RECORDED), office.fiscal_year_end_month) in practice.loss_years:
            conditions.add(Condition.LOSS_YEAR)
        return _reckoned(by_category[facts.category], facts, TriggerFacts(days, frozenset(conditions)), office)

    return end


def _needed(candidates: Sequence[Rule]) -> frozenset[Trigger]:
    """The triggers whose days these rules look at; a day that none looks at would only make equal cases differ."""
    asked = {rule.trigger for rule in candidates}
    by_year = Trigger.BUSINESS_YEAR in asked or any(rule.when is Condition.LOSS_YEAR for rule in candidates)
    return frozenset(asked | {Trigger.RECORDED} if by_year else asked)


def _reckoned(candidates: Iterable[Rule], facts: Facts, known: TriggerFacts, office: Office) -> _End:
    kept = keep_until(candidates, facts.category, known, office.fiscal_year_end_month)
    if kept.because is None:
        return _End(_weight(Ending.NO_RULE, None, False, ""), None, "", 0, Ending.NO_RULE, None)
    endless = [one for one in (kept.because, *kept.others) if one.until is None]
    missing = [one for one in endless if one.rule.trigger is not facts.awaited]
    decides = (missing or endless or [kept.because])[0]
    ending = Ending.NO_DATE if missing else Ending.RUNNING if endless else Ending.DATED
    rule = decides.rule
    weight = _weight(ending, decides.until, rule.duty, rule.code)
    return _End(weight, decides.until, rule.code, rule.version, ending, decides.started)


def _weight(ending: Ending, until: date | None, duty: bool, code: str) -> tuple[int, date, bool, str]:
    return _RANK[ending], until or date.max, duty, code


def _business_year(recorded: date | None, fiscal_year_end_month: int) -> int | None:
    """The year in which the business year of a day ends."""
    return month_end(recorded, (fiscal_year_end_month - recorded.month) % _MONTHS).year if recorded else None


def _holds(conn: sa.Connection, people: Ids) -> dict[int, int]:
    query = sa.select(hold.c.person_id, sa.func.count().label("n")).where(hold.c.person_id.in_(people))
    return {
        row.person_id: row.n for row in conn.execute(query.where(hold.c.lifted_on.is_(None)).group_by(hold.c.person_id))
    }


def _named_holds() -> sa.ScalarSelect[int]:
    query = sa.select(sa.func.count()).select_from(hold)
    return query.where(hold.c.person_id == person_list.c.person_id, hold.c.lifted_on.is_(None)).scalar_subquery()


def _ids(table: sa.Table, block: Sequence[int]) -> Ids:
    return sa.select(table.c.id).where(table.c.id.in_(block))


def _blocks(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    for start in range(0, len(ids), _AT_ONCE):
        yield ids[start : start + _AT_ONCE]
