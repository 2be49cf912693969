"""Works out until when everything is kept, and writes it beside each record and per person and category.

An open request about a person holds what is held of him by itself: no row in `hold` stands for it.
Nothing is computed twice: one set of facts has one end, and rows that say the same already are not written again.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from itertools import chain
from typing import Any

import sqlalchemy as sa

from privdesk.domain.category import Category
from privdesk.domain.office import Office
from privdesk.storage import bulk, retention_facts
from privdesk.storage.people_rows import Fresh
from privdesk.storage.retention_ends import End, Ends
from privdesk.storage.retention_facts import Ids, Owner, among
from privdesk.storage.tables import hold, person, person_list, request, retention

Progress = Callable[[int, int], None]
_AT_ONCE = 500
_COLUMNS = ("person_id", "request_id", "category", "records", "keep_until", "rule", "rule_version", "ending", "started")
_LINE = (*_COLUMNS, "held")
_Lines = dict[tuple[Owner, Category], tuple[int, End]]


def end_of(person_id: sa.ColumnElement[int]) -> sa.ScalarSelect[Any]:
    """The last day of all that is held of a person; empty while the end of anything is not known."""
    known = sa.func.count(retention.c.keep_until) == sa.func.count()
    last = sa.case((known, sa.func.max(retention.c.keep_until)))
    return sa.select(last).where(retention.c.person_id == person_id).scalar_subquery()


# built once, as in `retention_facts`
_ABOUT_WHOM = sa.select(request.c.person_id).where(among(request.c.id), request.c.person_id.is_not(None))
_HOLDS = (
    sa.select(hold.c.person_id, sa.func.count().label("n"))
    .where(among(hold.c.person_id), hold.c.lifted_on.is_(None))
    .group_by(hold.c.person_id)
)
_THEIRS = sa.select(retention.c.id, *(retention.c[name] for name in _LINE)).where(
    sa.or_(
        retention.c.person_id.in_(sa.bindparam("people", expanding=True)),
        retention.c.request_id.in_(sa.bindparam("requests", expanding=True)),
    )
)
_DROP = sa.delete(retention).where(among(retention.c.id))
_MARK = (
    sa.update(person_list)
    .where(among(person_list.c.person_id))
    .values(
        keep_until=end_of(person_list.c.person_id),
        held=sa.select(sa.func.count())
        .select_from(hold)
        .where(hold.c.person_id == person_list.c.person_id, hold.c.lifted_on.is_(None))
        .scalar_subquery(),
    )
)


def enter(conn: sa.Connection, people: Iterable[Fresh]) -> None:
    """Write until when everything of new people is kept; the ends stand beside their records already."""
    lines = (
        (one.id, None, category, count, end.until, end.rule, end.version, end.ending, end.started, 0)
        for one in people
        for category, (count, end) in one.kept.items()
    )
    bulk.insert(conn, retention, _LINE, lines)


def renew(conn: sa.Connection, office: Office, person_ids: Iterable[int]) -> None:
    """Work out anew the ends of all that is held of these people and of the requests about them; part of other acts."""
    _renew_people(conn, Ends(conn, office), list(person_ids))


def renew_requests(conn: sa.Connection, office: Office, request_ids: Iterable[int]) -> None:
    """Work out anew what is kept of these requests; where one is about a person, of that person as a whole."""
    wanted, ends = list(request_ids), Ends(conn, office)
    people: set[int] = set()
    for block in _blocks(wanted):
        people |= set(conn.execute(_ABOUT_WHOM, {"ids": block}).scalars())
        _renew_block(conn, ends, block)
    _renew_people(conn, ends, sorted(people))


def renew_all(conn: sa.Connection, office: Office, progress: Progress) -> int:
    """Work out everything anew; returns how many people there are. `progress` may raise to stop it."""
    ends = Ends(conn, office)
    people = conn.execute(sa.select(person.c.id).order_by(person.c.id)).scalars().all()
    for done, block in enumerate(_blocks(people)):
        progress(done * _AT_ONCE, len(people))
        _renew_people(conn, ends, block)
    alone = conn.execute(sa.select(request.c.id).where(request.c.person_id.is_(None))).scalars().all()
    for block in _blocks(alone):
        _renew_block(conn, ends, block)
    progress(len(people), len(people))
    return len(people)


def _renew_people(conn: sa.Connection, ends: Ends, people: Sequence[int]) -> None:
    for block in _blocks(people):
        _renew_block(conn, ends, retention_facts.requests_about(conn, block), block)


def _renew_block(conn: sa.Connection, ends: Ends, requests: Ids, people: Ids = ()) -> None:
    """Renew requests and the people they are about, or, without `people`, only the requests that are about nobody."""
    lines: _Lines = {}
    changed: dict[sa.Table, list[tuple[date | None, str, int]]] = defaultdict(list)
    held: Counter[int | None] = Counter(_holds(conn, people))
    for record in chain(retention_facts.of_people(conn, people), retention_facts.of_requests(conn, requests)):
        end = ends.of(record.facts)
        if record.table is not None and (end.until, end.rule) != (record.keep_until, record.keep_rule):
            changed[record.table].append((end.until, end.rule, record.id))
        if record.owner[0] and not people:
            continue
        key = record.owner, record.facts.category
        count, most = lines.get(key, (0, end))
        lines[key] = count + record.records, max(most, end)
        held[record.owner[0]] += retention_facts.is_open(record)
    for table, rows in changed.items():
        _write_ends(conn, table, rows)
    _write_lines(conn, lines, held, requests, people)


def _write_ends(conn: sa.Connection, table: sa.Table, rows: Iterable[tuple[date | None, str, int]]) -> None:
    """Past the layers that would take longer than the writing itself, as `bulk` does for new rows."""
    stored: Callable[[date | None], Any] = table.c.keep_until.type.bind_processor(conn.dialect) or (lambda day: day)
    name = conn.dialect.identifier_preparer.format_table(table)
    found = [(stored(until), rule, id_) for until, rule, id_ in rows]
    conn.exec_driver_sql(f"UPDATE {name} SET keep_until = ?, keep_rule = ? WHERE id = ?", found)  # noqa: S608


def _write_lines(conn: sa.Connection, lines: _Lines, held: Counter[int | None], requests: Ids, people: Ids) -> None:
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
    for row in conn.execute(_THEIRS, {"people": people, "requests": requests}):
        line = tuple(row)[1:]
        if line in wanted:
            wanted.discard(line)
        else:
            gone.append(row.id)
            changed.add(row.person_id)
    for block in _blocks(gone):
        conn.execute(_DROP, {"ids": block})
    bulk.insert(conn, retention, _LINE, sorted(wanted, key=lambda line: (line[0] or 0, line[1] or 0, line[2])))
    changed |= {line[0] for line in wanted}
    for block in _blocks(sorted(changed - {None})):
        conn.execute(_MARK, {"ids": block})


def _holds(conn: sa.Connection, people: Ids) -> dict[int, int]:
    return {row.person_id: row.n for row in conn.execute(_HOLDS, {"ids": people})} if people else {}


def _blocks(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    for start in range(0, len(ids), _AT_ONCE):
        yield ids[start : start + _AT_ONCE]
