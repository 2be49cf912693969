"""Reads lines of the list of customers: sorted, met on a walk, or along the hits of the search index."""

from collections.abc import Collection, Iterable, Sequence
from typing import Any

import sqlalchemy as sa

from privdesk.storage import search
from privdesk.storage.people_filters import FEW
from privdesk.storage.people_order import Key, Order
from privdesk.storage.tables import person_list

Condition = sa.ColumnElement[bool]
Conditions = Collection[Condition]
Rows = list[sa.Row[Any]]

# of so many lines the text is read before the walk goes on, if at most so many in all will fill the page
_TASTE, _READ = 300, 1500
_list = person_list.c
# what a line shows, as PersonRow has it, and by what it is sorted
COLUMNS = tuple(
    _list[name]
    for name in (
        *("person_id", "number", "name", "kana", "birth", "status", "suspended", "open_requests", "last_activity"),
        *("keep_until", "held", "warnings", "sort_name"),
    )
)


def in_order(conn: sa.Connection, order: Order, after: Key | None, size: int, conditions: Conditions) -> Rows:
    """The lines behind a key, all that pass being sorted; for conditions that leave few."""
    chosen = order.of(sa.select(*COLUMNS).where(*conditions), hidden=True)
    return _parts(conn, chosen, order.behind(after, hidden=True), size)


def met(conn: sa.Connection, order: Order, after: Key | None, size: int, conditions: Conditions) -> Rows:
    """The lines behind a key that are met on a walk along the index of the order; for conditions that leave many."""
    return _parts(conn, order.of(sa.select(*COLUMNS).where(*conditions)), order.behind(after), size)


def these(conn: sa.Connection, order: Order, ids: Sequence[int], conditions: Conditions = ()) -> Rows:
    """The lines of these people."""
    return in_order(conn, order, None, len(ids), [search.among(_list.person_id, ids), *conditions]) if ids else []


def tasted(
    conn: sa.Connection, order: Order, after: Key | None, size: int, conditions: Conditions, read: Conditions
) -> Rows | None:
    """The lines that are met on a walk which reads the text of each; None if too many would have to be read."""
    found: Rows = []
    walked = 0
    while len(found) < size:
        if walked and walked * size > _READ * len(found):
            return None
        keys = order.of(sa.select(_list[order.sort], _list.person_id).where(*conditions))
        some = _parts(conn, keys, order.behind(after), _TASTE)
        found += these(conn, order, [row.person_id for row in some], read)
        if len(some) < _TASTE:
            break
        walked, after = walked + _TASTE, order.key(some[-1])
    return found[:size]


def of_hits(
    conn: sa.Connection, order: Order, after: Key | None, size: int, asked: search.Asked, rest: Conditions
) -> Rows:
    """The hits behind a key in the order of names."""
    if after is None:
        return _behind(conn, order, None, size, asked, rest)
    stretch = search.stretch(after[0])
    found = _in_stretch(conn, order, after, size, asked, stretch, rest)
    return found + _behind(conn, order, stretch, size - len(found), asked, rest)


def at_hit(conn: sa.Connection, order: Order, place: int, size: int, asked: search.Asked) -> Rows:
    """The hits from a place on in the order of names."""
    at = asked.at(conn, place, back=order.descending)
    if at is None:
        return []
    stretch, before = at
    found = _in_stretch(conn, order, None, place - before + size, asked, stretch, ())[place - before :]
    return found + _behind(conn, order, stretch, size - len(found), asked, ())


def count(conn: sa.Connection, chosen: sa.Select[Any]) -> int:
    """How many rows a query has."""
    return conn.execute(sa.select(sa.func.count()).select_from(chosen.subquery())).scalar_one()


def _behind(
    conn: sa.Connection, order: Order, stretch: int | None, size: int, asked: search.Asked, rest: Conditions
) -> Rows:
    """The hits behind a stretch, a stretch at a time: the index has them in the order of stretches, not within them."""
    found: Rows = []
    while len(found) < size:
        hits = asked.next(conn, stretch, size, back=order.descending)
        stretch = hits[-1][0] if hits else None
        is_all = len(hits) < size
        found += these(conn, order, [id_ for one, id_ in hits if is_all or one != stretch], rest)
        if is_all or stretch is None:
            break
        found += _in_stretch(conn, order, None, size - len(found), asked, stretch, rest)
    return found[:size]


def _in_stretch(
    conn: sa.Connection,
    order: Order,
    after: Key | None,
    size: int,
    asked: search.Asked,
    stretch: int,
    rest: Conditions,
) -> Rows:
    """The hits in one stretch: sorted if they are few, else met on a walk through it."""
    hits = asked.hits_in(stretch)
    if count(conn, hits.limit(FEW + 1)) <= FEW:
        return in_order(conn, order, after, size, [_list.person_id.in_(hits), *rest])
    noted = search.hidden(_list.person_id).in_(hits)
    return met(conn, order, after, size, [_list.stretch == stretch, noted, *rest])


def _parts(conn: sa.Connection, chosen: sa.Select[Any], parts: Iterable[Condition], size: int) -> Rows:
    found: Rows = []
    for part in parts:
        if len(found) < size:
            found += conn.execute(chosen.where(part).limit(size - len(found))).all()
    return found
