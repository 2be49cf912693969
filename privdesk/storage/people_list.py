"""The list of customers: a narrow table kept beside the people, read a page at a time by key."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from typing import Any

import sqlalchemy as sa

from privdesk.domain.person import SORTS, PeopleQuery, PersonRow, Status
from privdesk.domain.purpose import Stand
from privdesk.storage import search
from privdesk.storage.purposes import BLOCKING
from privdesk.storage.retention_facts import among
from privdesk.storage.tables import person_list, person_purpose

Key = tuple[Any, int]
# up to here the hits are sorted; beyond, the list is walked in order and each row is looked up in the index
_FEW = 2000
# what weighs more first
_LIMITS = sorted(BLOCKING, key=list(Stand).index, reverse=True)
_STANDS = (
    sa.select(person_purpose.c.person_id, person_purpose.c.state)
    .where(among(person_purpose.c.person_id), person_purpose.c.state.in_(BLOCKING), person_purpose.c.until.is_(None))
    .distinct()
)


def page(
    conn: sa.Connection, query: PeopleQuery, after: Key | None = None, size: int = 100
) -> tuple[tuple[PersonRow, ...], Key | None]:
    """The next `size` lines after the key `after`, and the key to go on from (None at the end)."""
    chosen = _ordered(_chosen(conn, query), query)
    found: list[sa.Row[Any]] = []
    for part in _parts(query, after):
        found += conn.execute(chosen.where(part).limit(size + 1 - len(found))).all()
        if len(found) > size:
            break
    last = found[size - 1] if len(found) > size else None
    return lines(conn, found[:size]), (getattr(last, query.sort), last.person_id) if last else None


def count(conn: sa.Connection, query: PeopleQuery, up_to: int | None = None) -> int:
    """How many lines the query has; counting stops at `up_to`."""
    chosen = _chosen(conn, query).with_only_columns(person_list.c.person_id)
    if up_to is not None:
        chosen = chosen.limit(up_to)
    return conn.execute(sa.select(sa.func.count()).select_from(chosen.subquery())).scalar_one()


def ids(conn: sa.Connection, query: PeopleQuery, *, with_suspended: bool) -> Iterator[int]:
    """Everybody the query finds, in its order, with or without those who suspended or opted out of a purpose."""
    chosen = _chosen(conn, query).with_only_columns(person_list.c.person_id)
    if not with_suspended:
        chosen = chosen.where(person_list.c.suspended == 0)
    return iter(conn.execute(_ordered(chosen, query)).scalars())


def lines(conn: sa.Connection, rows: Sequence[sa.Row[Any]]) -> tuple[PersonRow, ...]:
    """Rows of `person_list` as the list shows them."""
    stands: dict[int, set[str]] = defaultdict(set)
    if limited := [row.person_id for row in rows if row.suspended]:
        for one in conn.execute(_STANDS, {"ids": limited}):
            stands[one.person_id].add(one.state)
    return tuple(_row(row, stands.get(row.person_id, ())) for row in rows)


def _chosen(conn: sa.Connection, query: PeopleQuery) -> sa.Select[Any]:
    chosen = sa.select(person_list)
    for condition, wanted in (
        (person_list.c.status == query.status, query.status is not None),
        (person_list.c.suspended > 0, query.suspended),
        (person_list.c.open_requests > 0, query.with_requests),
        (person_list.c.warnings > 0, query.with_warnings),
    ):
        if wanted:
            chosen = chosen.where(condition)
    asked = search.asked(query.text)
    if not asked:
        return chosen.where(sa.false()) if query.text.strip() else chosen
    found = search.sorted_hits if search.is_rare(conn, asked, _FEW) else search.walked
    return chosen.where(found(asked, person_list.c.person_id))


def _sorted_by(query: PeopleQuery) -> sa.Column[Any]:
    if query.sort not in SORTS:
        raise ValueError(query.sort)
    return person_list.c[query.sort]


def _ordered(chosen: sa.Select[Any], query: PeopleQuery) -> sa.Select[Any]:
    order = _sorted_by(query), person_list.c.person_id
    return chosen.order_by(*(column.desc() if query.descending else column for column in order))


def _parts(query: PeopleQuery, after: Key | None) -> tuple[sa.ColumnElement[bool], ...]:
    """What lies behind a key, in one or two stretches of the index: empty values come first, descending last."""
    if after is None:
        return (sa.true(),)
    column, (value, id_) = _sorted_by(query), after
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
