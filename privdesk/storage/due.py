"""Reads what is due: counts from one index, a page of lines by key, the lines of one person."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import Any

import sqlalchemy as sa

from privdesk.domain.category import Category
from privdesk.domain.due import DueQuery, DueRow, Ending, Reason, Tile
from privdesk.storage import rules
from privdesk.storage.tables import person_list, request, retention

# day, category and id of a line; lines without a day come last
Key = tuple[date, str, int]
_UNKNOWN = (Ending.NO_DATE, Ending.NO_RULE)
_line = retention.c
_dated = (_line.held == 0, _line.ending == Ending.DATED)


def by_stretch(conn: sa.Connection, firsts: Sequence[date]) -> tuple[tuple[date, Category, int], ...]:
    """How many lines that nothing holds end from each day of `firsts` until before the next, by category.

    The last of `firsts` only ends the stretch before it.
    """
    stretches = [
        sa.select(sa.literal(first), _line.category, sa.func.count())
        .where(*_dated, _line.keep_until >= first, _line.keep_until < following)
        .group_by(_line.category)
        for first, following in pairwise(firsts)
    ]
    found = conn.execute(sa.union_all(*stretches))
    return tuple((first, Category(category), count) for first, category, count in found)


def count(conn: sa.Connection, query: DueQuery, today: date) -> int:
    """How many lines a query has."""
    return conn.execute(sa.select(sa.func.count()).select_from(retention).where(*_chosen(query, today))).scalar_one()


def page(
    conn: sa.Connection, query: DueQuery, today: date, after: Key | None, size: int
) -> tuple[tuple[DueRow, ...], Key | None]:
    """The next `size` lines after the key `after`, the earliest end first, and the key to go on from."""
    order = _order(query, today)
    chosen = _lines().where(*_chosen(query, today)).order_by(*order).limit(size + 1)
    if after is not None:
        chosen = chosen.where(sa.tuple_(*order) > sa.tuple_(*map(sa.literal, after)))
    found = tuple(_rows(conn, chosen))
    last = found[size - 1] if len(found) > size else None
    return found[:size], (last.keep_until or date.max, last.category, last.id) if last else None


def everything(conn: sa.Connection, query: DueQuery, today: date) -> Iterator[DueRow]:
    """All lines of a query, the earliest end first."""
    return _rows(conn, _lines().where(*_chosen(query, today)).order_by(*_order(query, today)))


def of_person(conn: sa.Connection, person_id: int) -> tuple[DueRow, ...]:
    """All that is held of one person, by category."""
    return tuple(_rows(conn, _lines().where(_line.person_id == person_id).order_by(_line.category)))


def _order(query: DueQuery, today: date) -> tuple[sa.ColumnElement[Any], ...]:
    # only lines with a day can be read off the index in the order of their days
    day = _line.keep_until if query.days(today) else sa.func.coalesce(_line.keep_until, date.max)
    return day, _line.category, _line.id


def _chosen(query: DueQuery, today: date) -> tuple[sa.ColumnElement[bool], ...]:
    conditions: list[sa.ColumnElement[bool]] = []
    if query.tile is Tile.HELD:
        conditions = [_line.held > 0]
    elif query.tile is Tile.NO_DATE:
        conditions = [_line.held == 0, _line.ending.in_(_UNKNOWN)]
    elif (days := query.days(today)) is not None:
        conditions = [*_dated, _line.keep_until.between(*days)]
    if query.category:
        conditions.append(_line.category == query.category)
    return tuple(conditions)


def _lines() -> sa.Select[Any]:
    about_person = _line.person_id.is_not(None)
    return (
        sa.select(
            *(_line.id, _line.person_id, _line.request_id),
            sa.case((about_person, person_list.c.number), else_=request.c.number),
            sa.case((about_person, person_list.c.name), else_=request.c.person_name),
            *(_line.category, _line.records, _line.held),
            *(_line.ending, _line.rule, _line.rule_version, _line.started, _line.keep_until),
        )
        .outerjoin(person_list, person_list.c.person_id == _line.person_id)
        .outerjoin(request, request.c.id == _line.request_id)
    )


def _rows(conn: sa.Connection, query: sa.Select[Any]) -> Iterator[DueRow]:
    known = rules.by_version(conn)
    for id_, person, asked, number, name, category, records, held, *why in conn.execute(query):
        ending, code, version, started, until = why
        reason = Reason(Ending(ending), known.get((code, version)), started, until)
        yield DueRow(id_, person, asked, number or "", name or "", Category(category), records, reason, held)
