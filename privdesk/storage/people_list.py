"""The list of customers: a narrow table kept beside the people, read a page at a time by key."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import Any

import sqlalchemy as sa

from privdesk.domain.person import SORTS, PeopleQuery, PersonRow, Status
from privdesk.domain.purpose import Stand
from privdesk.storage import search
from privdesk.storage.purposes import BLOCKING
from privdesk.storage.retention_facts import among
from privdesk.storage.tables import person_list, person_purpose

Key = tuple[Any, int]
_Filter = tuple[sa.Column[Any], Callable[[sa.ColumnElement[Any]], sa.ColumnElement[bool]]]
_How = Callable[[tuple[search.Asked, ...], sa.Column[int]], sa.ColumnElement[bool]]
# up to here the hits of a search or filter are sorted; beyond, the list is walked in order and each row is looked at
_FEW = 2000
# what weighs more first
_LIMITS = sorted(BLOCKING, key=list(Stand).index, reverse=True)
_STANDS = (
    sa.select(person_purpose.c.person_id, person_purpose.c.state)
    .where(among(person_purpose.c.person_id), person_purpose.c.state.in_(BLOCKING), person_purpose.c.until.is_(None))
    .distinct()
)


def page(
    conn: sa.Connection, query: PeopleQuery, after: Key | None = None, size: int = 100, *, by_shown: bool = False
) -> tuple[tuple[PersonRow, ...], Key | None]:
    """The next `size` lines after the key `after`, and the key to go on from (None at the end).

    With `by_shown` only what a line shows is searched, for who may not see the rest: a hit alone would tell of it.
    """
    conditions, by = _plan(conn, query)
    chosen = _ordered(sa.select(person_list).where(*conditions, *_shown(query, by_shown)), query, by)
    found: list[sa.Row[Any]] = []
    for part in _parts(query, by, after):
        found += conn.execute(chosen.where(part).limit(size + 1 - len(found))).all()
        if len(found) > size:
            break
    last = found[size - 1] if len(found) > size else None
    return lines(conn, found[:size]), (getattr(last, query.sort), last.person_id) if last else None


def count(conn: sa.Connection, query: PeopleQuery, up_to: int | None = None, *, by_shown: bool = False) -> int:
    """How many lines the query has; counting stops at `up_to`. `by_shown` as in `page`."""
    filters, asked, shown = _filters(query), search.asked(query.text), _shown(query, by_shown)
    if len(asked) == 1 and not filters and not shown:
        chosen = asked[0].hits  # all who are in the index are on the list
    else:
        found = _found(query, asked, search.sorted_hits)
        chosen = sa.select(person_list.c.person_id).where(*_plain(filters), *found, *shown)
    if up_to is not None:
        chosen = chosen.limit(up_to)
    return conn.execute(sa.select(sa.func.count()).select_from(chosen.subquery())).scalar_one()


def ids(conn: sa.Connection, query: PeopleQuery, *, with_suspended: bool) -> Iterator[int]:
    """Everybody the query finds, in its order, with or without those who suspended or opted out of a purpose."""
    conditions, by = _plan(conn, query)
    chosen = sa.select(person_list.c.person_id).where(*conditions)
    if not with_suspended:
        chosen = chosen.where(search.hidden(person_list.c.suspended) == 0)
    return iter(conn.execute(_ordered(chosen, query, by)).scalars())


def lines(conn: sa.Connection, rows: Sequence[sa.Row[Any]]) -> tuple[PersonRow, ...]:
    """Rows of `person_list` as the list shows them."""
    stands: dict[int, set[str]] = defaultdict(set)
    if limited := [row.person_id for row in rows if row.suspended]:
        for one in conn.execute(_STANDS, {"ids": limited}):
            stands[one.person_id].add(one.state)
    return tuple(_row(row, stands.get(row.person_id, ())) for row in rows)


def _plan(conn: sa.Connection, query: PeopleQuery) -> tuple[list[sa.ColumnElement[bool]], sa.ColumnElement[Any]]:
    """The conditions of a query, and the column it is sorted by, hidden where the hits are few enough to be sorted.

    SQLite knows nothing of how many rows a condition has, and would sort a million or walk through all for ten.
    """
    column, filters, asked = _sorted_by(query), _filters(query), search.asked(query.text)
    if asked and search.is_rare(conn, asked, _FEW):
        return [*_hidden(filters), *_found(query, asked, search.sorted_hits)], search.hidden(column)
    found = _found(query, asked, search.walked)
    rare = next((one for one in filters if _is_rare(conn, one)), None)
    if rare is not None:
        rest = [one for one in filters if one is not rare]
        return [*_plain([rare]), *_hidden(rest), *found], search.hidden(column)
    same = [one for one in filters if one[0] is column]
    return [*_plain(same), *_hidden([one for one in filters if one[0] is not column]), *found], column


def _filters(query: PeopleQuery) -> list[_Filter]:
    """Each filter of a query as a column, and what is asked of it."""
    c = person_list.c
    wanted: list[tuple[_Filter, bool]] = [
        ((c.status, lambda column: column == query.status), query.status is not None),
        ((c.suspended, _is_some), query.suspended),
        ((c.open_requests, _is_some), query.with_requests),
        ((c.warnings, _is_some), query.with_warnings),
    ]
    return [one for one, is_wanted in wanted if is_wanted]


def _is_some(column: sa.ColumnElement[Any]) -> sa.ColumnElement[bool]:
    return column > 0


def _plain(filters: Iterable[_Filter]) -> Iterator[sa.ColumnElement[bool]]:
    return (asked(column) for column, asked in filters)


def _hidden(filters: Iterable[_Filter]) -> Iterator[sa.ColumnElement[bool]]:
    return (asked(search.hidden(column)) for column, asked in filters)


def _is_rare(conn: sa.Connection, one: _Filter) -> bool:
    hits = sa.select(person_list.c.person_id).where(*_plain([one])).limit(_FEW + 1).subquery()
    return bool(conn.execute(sa.select(sa.func.count()).select_from(hits)).scalar_one() <= _FEW)


def _found(query: PeopleQuery, asked: tuple[search.Asked, ...], how: _How) -> tuple[sa.ColumnElement[bool], ...]:
    """What a search asks; one for nothing that can be searched finds nobody."""
    if asked:
        return (how(asked, person_list.c.person_id),)
    return (sa.false(),) if query.text.strip() else ()


def _shown(query: PeopleQuery, by_shown: bool) -> tuple[sa.ColumnElement[bool], ...]:
    c = person_list.c
    return (search.within(query.text, (c.number, c.name, c.kana)),) if by_shown and query.text.strip() else ()


def _sorted_by(query: PeopleQuery) -> sa.Column[Any]:
    if query.sort not in SORTS:
        raise ValueError(query.sort)
    return person_list.c[query.sort]


def _ordered(chosen: sa.Select[Any], query: PeopleQuery, by: sa.ColumnElement[Any]) -> sa.Select[Any]:
    order: tuple[sa.ColumnElement[Any], ...] = by, person_list.c.person_id
    return chosen.order_by(*(column.desc() if query.descending else column for column in order))


def _parts(query: PeopleQuery, column: sa.ColumnElement[Any], after: Key | None) -> tuple[sa.ColumnElement[bool], ...]:
    """What lies behind a key, in one or two stretches of the index: empty values come first, descending last."""
    if after is None:
        return (sa.true(),)
    value, id_ = after
    key = sa.tuple_(column, person_list.c.person_id)
    place = sa.tuple_(sa.literal(value, column.type), sa.literal(id_))
    if query.descending:
        if value is None:
            return (sa.and_(column.is_(None), person_list.c.person_id < id_),)
        return key < place, column.is_(None)
    if value is None:
        return sa.and_(column.is_(None), person_list.c.person_id > id_), column.is_not(None)
    return (key > place,)


def _row(row: sa.Row[Any], stands: Collection[str]) -> PersonRow:
    return PersonRow(
        row.person_id,
        row.number,
        row.name,
        row.kana,
        row.birth,
        Status(row.status),
        row.suspended,
        row.open_requests,
        row.last_activity,
        row.keep_until,
        row.held,
        row.warnings,
        tuple(stand for stand in _LIMITS if stand in stands) if stands else (),
    )
