"""The due list as the dashboard reads it: counts from one index, a page of lines by key, the lines of one person.

Each query is built once for every shape that it has: building one takes longer than running it.
"""

from collections.abc import Sequence
from datetime import date
from functools import cache
from itertools import pairwise
from typing import Any

import sqlalchemy as sa

from privdesk.domain.category import Category
from privdesk.domain.due import DueQuery, DueRow, Ending, Reason, Tile
from privdesk.storage import rules
from privdesk.storage.tables import person_list, request, retention

# day, category and id of a line; lines without a day come last
Key = tuple[date, str, int]
_Shape = tuple[Tile | None, bool, bool]
_UNKNOWN = (Ending.NO_DATE, Ending.NO_RULE)
_line = retention.c
_dated = (_line.held == 0, _line.ending == Ending.DATED)
_about_person = _line.person_id.is_not(None)
_LINES = (
    sa.select(
        *(_line.id, _line.person_id, _line.request_id),
        sa.case((_about_person, person_list.c.number), else_=request.c.number),
        sa.case((_about_person, person_list.c.name), else_=request.c.person_name),
        *(_line.category, _line.records, _line.held),
        *(_line.ending, _line.rule, _line.rule_version, _line.started, _line.keep_until),
    )
    .outerjoin(person_list, person_list.c.person_id == _line.person_id)
    .outerjoin(request, request.c.id == _line.request_id)
)
_OF_PERSON = _LINES.where(_line.person_id == sa.bindparam("person")).order_by(_line.category)


def by_stretch(conn: sa.Connection, firsts: Sequence[date]) -> tuple[tuple[date, Category, int], ...]:
    """How many lines that nothing holds end from each day of `firsts` until before the next, by category.

    The last of `firsts` only ends the stretch before it.
    """
    found = conn.execute(_stretches(len(firsts) - 1), {f"day{place}": first for place, first in enumerate(firsts)})
    return tuple((firsts[place], Category(category), count) for place, category, count in found)


def count(conn: sa.Connection, query: DueQuery, today: date) -> int:
    """How many lines a query has."""
    return int(conn.execute(_count(_shape(query, today)), _values(query, today)).scalar_one())


def page(
    conn: sa.Connection, query: DueQuery, today: date, after: Key | None, size: int
) -> tuple[tuple[DueRow, ...], Key | None]:
    """The next `size` lines after the key `after`, the earliest end first, and the key to go on from."""
    chosen = _page(_shape(query, today), after is not None)
    key = dict(zip(("after_day", "after_category", "after_id"), after, strict=True)) if after else {}
    found = _rows(conn, chosen, {**_values(query, today), **key, "size": size + 1})
    last = found[size - 1] if len(found) > size else None
    return found[:size], (last.keep_until or date.max, last.category, last.id) if last else None


def everything(conn: sa.Connection, query: DueQuery, today: date) -> tuple[DueRow, ...]:
    """All lines of a query, the earliest end first."""
    return _rows(conn, _all(_shape(query, today)), _values(query, today))


def of_person(conn: sa.Connection, person_id: int) -> tuple[DueRow, ...]:
    """All that is held of one person, by category."""
    return _rows(conn, _OF_PERSON, {"person": person_id})


def _shape(query: DueQuery, today: date) -> _Shape:
    """What decides on the words of a query, not on its values: what no day decides, days, one category."""
    return query.tile, query.days(today) is not None, query.category is not None


def _values(query: DueQuery, today: date) -> dict[str, object]:
    first, last = query.days(today) or (None, None)
    return {"first": first, "last": last, "category": query.category}


@cache
def _stretches(count: int) -> sa.CompoundSelect[Any]:
    """The place of a stretch, a category, and how many lines end in both."""
    days = [sa.bindparam(f"day{place}", type_=sa.Date) for place in range(count + 1)]
    return sa.union_all(
        *(
            sa.select(sa.literal(place), _line.category, sa.func.count())
            .where(*_dated, _line.keep_until >= first, _line.keep_until < following)
            .group_by(_line.category)
            for place, (first, following) in enumerate(pairwise(days))
        )
    )


@cache
def _count(shape: _Shape) -> sa.Select[Any]:
    return sa.select(sa.func.count()).select_from(retention).where(*_chosen(shape))


@cache
def _page(shape: _Shape, goes_on: bool) -> sa.Select[Any]:
    order = _order(shape)
    chosen = _LINES.where(*_chosen(shape)).order_by(*order).limit(sa.bindparam("size", type_=sa.Integer))
    if not goes_on:
        return chosen
    key = (
        sa.bindparam("after_day", type_=sa.Date),
        sa.bindparam("after_category", type_=sa.String),
        sa.bindparam("after_id", type_=sa.Integer),
    )
    return chosen.where(sa.tuple_(*order) > sa.tuple_(*key))


@cache
def _all(shape: _Shape) -> sa.Select[Any]:
    return _LINES.where(*_chosen(shape)).order_by(*_order(shape))


def _order(shape: _Shape) -> tuple[sa.ColumnElement[Any], ...]:
    # only lines with a day can be read off the index in the order of their days
    _, by_day, _ = shape
    day = _line.keep_until if by_day else sa.func.coalesce(_line.keep_until, date.max)
    return day, _line.category, _line.id


def _chosen(shape: _Shape) -> tuple[sa.ColumnElement[bool], ...]:
    tile, by_day, of_category = shape
    conditions: list[sa.ColumnElement[bool]] = []
    if tile is Tile.HELD:
        conditions = [_line.held > 0]
    elif tile is Tile.NO_DATE:
        conditions = [_line.held == 0, _line.ending.in_(_UNKNOWN)]
    elif by_day:
        conditions = [*_dated, _line.keep_until.between(sa.bindparam("first"), sa.bindparam("last"))]
    if of_category:
        conditions.append(_line.category == sa.bindparam("category"))
    return tuple(conditions)


def _rows(conn: sa.Connection, query: sa.Select[Any], values: dict[str, object]) -> tuple[DueRow, ...]:
    known, found = rules.by_version(conn), []
    for id_, person, asked, number, name, category, records, held, *why in conn.execute(query, values).all():
        ending, code, version, started, until = why
        reason = Reason(Ending(ending), known.get((code, version)), started, until)
        found.append(DueRow(id_, person, asked, number or "", name or "", Category(category), records, reason, held))
    return tuple(found)
