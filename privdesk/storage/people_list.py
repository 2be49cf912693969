"""The list of customers: a narrow table kept beside the people, read a page at a time by key."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from datetime import date
from typing import Any

import sqlalchemy as sa

from privdesk.domain.person import PeopleQuery, PersonRow, Status
from privdesk.domain.purpose import Stand
from privdesk.storage.people_lines import COLUMNS
from privdesk.storage.people_order import Key, Order
from privdesk.storage.people_walk import Walk
from privdesk.storage.purposes import BLOCKING
from privdesk.storage.retention_facts import among
from privdesk.storage.tables import person_purpose

_STATUS = [column.name for column in COLUMNS].index("status")
# what weighs more first
_LIMITS = sorted(BLOCKING, key=list(Stand).index, reverse=True)
_STANDS = (
    sa.select(person_purpose.c.person_id, person_purpose.c.state)
    .where(among(person_purpose.c.person_id), person_purpose.c.state.in_(BLOCKING), person_purpose.c.until.is_(None))
    .distinct()
)


def page(
    conn: sa.Connection,
    query: PeopleQuery,
    after: Key | None = None,
    size: int = 100,
    *,
    today: date | None = None,
    by_shown: bool = False,
) -> tuple[tuple[PersonRow, ...], Key | None]:
    """The next `size` lines after the key `after`, and the key to go on from (None at the end).

    With `by_shown` only what a line shows is searched, for who may not see the rest: a hit alone would tell of it.
    `today` is needed by the filters that depend on the day.
    """
    order = Order(query.sort, query.descending)
    found = Walk(conn, query, today, by_shown=by_shown).page(order, after, size + 1)
    last = found[size - 1] if len(found) > size else None
    return lines(conn, found[:size]), order.key(last) if last else None


def page_at(
    conn: sa.Connection,
    query: PeopleQuery,
    place: int,
    size: int,
    *,
    today: date | None = None,
    by_shown: bool = False,
) -> tuple[PersonRow, ...]:
    """The `size` lines from the `place`-th on, counted from 0; the rest as in `page`."""
    order = Order(query.sort, query.descending)
    return lines(conn, Walk(conn, query, today, by_shown=by_shown).at(order, place, size))


def place_of(
    conn: sa.Connection, query: PeopleQuery, id_: int, *, today: date | None = None, by_shown: bool = False
) -> int | None:
    """Which line of the query a customer is, counted from 0; None where he is none of them. The rest as in `page`."""
    order = Order(query.sort, query.descending)
    return Walk(conn, query, today, by_shown=by_shown).place_of(order, id_)


def count(
    conn: sa.Connection,
    query: PeopleQuery,
    up_to: int | None = None,
    *,
    today: date | None = None,
    by_shown: bool = False,
) -> int:
    """How many lines the query has; counting stops at `up_to`. The rest as in `page`."""
    return Walk(conn, query, today, by_shown=by_shown).count(up_to)


def ids(conn: sa.Connection, query: PeopleQuery, *, with_suspended: bool, today: date | None = None) -> Iterator[int]:
    """Everybody the query finds, in its order, with or without those who suspended or opted out of a purpose."""
    order = Order(query.sort, query.descending)
    return Walk(conn, query, today).ids(order, with_suspended=with_suspended)


def lines(conn: sa.Connection, rows: Sequence[sa.Row[Any]]) -> tuple[PersonRow, ...]:
    """Rows of `people_lines.COLUMNS` as the list shows them."""
    stands: dict[int, set[str]] = defaultdict(set)
    if limited := [row.person_id for row in rows if row.suspended]:
        for one in conn.execute(_STANDS, {"ids": limited}):
            stands[one.person_id].add(one.state)
    return tuple(_row(row, stands.get(row.person_id, ())) for row in rows)


def _row(row: sa.Row[Any], stands: Collection[str]) -> PersonRow:
    # by their places: by their names it takes twice as long
    line: list[Any] = list(row)
    line[_STATUS] = Status(line[_STATUS])
    line[-1] = tuple(stand for stand in _LIMITS if stand in stands) if stands else ()
    return PersonRow(*line)
