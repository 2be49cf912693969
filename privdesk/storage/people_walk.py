"""Finds the lines of the list of customers that a query asks for, by the plan that takes the least.

SQLite knows nothing of how many lines a condition leaves, and would sort a million of them or walk through all for ten:
the few are sorted, the many are met soon on a walk in the order that is asked for.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

import sqlalchemy as sa

from privdesk.domain.person import PeopleQuery
from privdesk.storage import people_filters, people_lines, search
from privdesk.storage.people_filters import FEW, Filter
from privdesk.storage.people_lines import COLUMNS, Condition, Rows
from privdesk.storage.people_order import Key, Order
from privdesk.storage.tables import person_list

# up to here the hits of a search are sorted
_FEW = 1000
# up to here a place is reached from the beginning as a page is
_NEAR = 2000
_list = person_list.c


class Walk:
    """One query of the list; `today` and `by_shown` as in `people_list.page`."""

    def __init__(self, conn: sa.Connection, query: PeopleQuery, today: date | None, *, by_shown: bool = False) -> None:
        self._conn = conn
        self._filters = people_filters.of_query(query, today)
        self._asked = search.asked(query.text)
        # what can be searched by nothing finds nobody
        self._is_empty = bool(query.text.strip()) and not self._asked
        shown = (_list.number, _list.name, _list.kana)
        self._shown = [search.within(query.text, shown)] if by_shown and self._asked else []
        self._read = [*search.stands_in(query.text, _list.text), *self._shown]

    def page(self, order: Order, after: Key | None, size: int) -> Rows:
        """The next lines behind a key."""
        if self._is_empty:
            return []
        conn = self._conn
        rare = next((one for one in self._filters if one.count(conn, FEW + 1) <= FEW), None)
        # along the hits there are many walks, none long enough to write down for it who passes
        is_along = self._asked is not None and order.by_name
        rest = [one for one in self._filters if one is not rare]
        walked = [one.condition if is_along else one.walked(conn) for one in rest]
        if rare is not None:
            return people_lines.in_order(conn, order, after, size, [rare.driving, *walked, *self._read])
        if self._asked is None:
            return people_lines.met(conn, order, after, size, walked)
        return self._found(self._asked, order, after, size, walked)

    def at(self, order: Order, place: int, size: int) -> Rows:
        """The lines from a place of the order on."""
        if self._is_empty:
            return []
        if self._asked and order.by_name and not (self._filters or self._shown):
            return people_lines.at_hit(self._conn, order, place, size, self._asked)
        if place + size <= _NEAR and not self._is_indexed:
            return self.page(order, None, place + size)[place:]
        chosen = order.of(sa.select(_list.person_id).where(*self._noted())).limit(size).offset(place)
        return people_lines.these(self._conn, order, self._conn.execute(chosen).scalars().all())

    def count(self, up_to: int | None = None) -> int:
        """How many lines there are; counting stops at `up_to`."""
        if self._is_empty:
            return 0
        if self._asked and not (self._filters or self._shown):
            chosen = self._asked.hits  # all who are in the index are on the list
        elif up_to is not None and not self._asked and (driving := next(self._beside_list(), None)):
            chosen = self._driven(driving)
        else:
            conditions = (one.noted if one.bare is None else one.bare for one in self._filters)
            chosen = sa.select(_list.person_id).where(*conditions, *self._searched())
        return people_lines.count(self._conn, chosen.limit(up_to))

    def place_of(self, order: Order, id_: int) -> int | None:
        """Which line a customer is in an order, counted from 0; None where he is none of them."""
        conditions = [*(one.condition for one in self._filters), *self._read]
        row = self._conn.execute(sa.select(*COLUMNS).where(_list.person_id == id_, *conditions)).first()
        if row is None or self._is_empty:
            return None
        back = order.turned()
        chosen = sa.select(_list.person_id).where(*self._noted())
        return sum(people_lines.count(self._conn, chosen.where(part)) for part in back.behind(back.key(row)))

    def ids(self, order: Order, *, with_suspended: bool) -> Iterator[int]:
        """Everybody, in an order, with or without those who suspended or opted out of a purpose."""
        if self._is_empty:
            return iter(())
        chosen = sa.select(_list.person_id).where(*self._noted())
        if not with_suspended:
            chosen = chosen.where(search.hidden(_list.suspended) == 0)
        return iter(self._conn.execute(order.of(chosen)).scalars())

    @property
    def _is_indexed(self) -> bool:
        """Whether the index of the order tells of every line whether it is wanted."""
        return self._asked is None and all(one.indexed for one in self._filters)

    def _found(
        self, asked: search.Asked, order: Order, after: Key | None, size: int, walked: Sequence[Condition]
    ) -> Rows:
        """The next lines behind a key that a search finds, which other conditions leave many of."""
        conn, rest = self._conn, [*walked, *self._shown]
        ids = conn.execute(asked.hits.limit(_FEW + 1)).scalars().all()
        if len(ids) <= _FEW:
            conditions = [search.among(_list.person_id, ids), *rest]
            return people_lines.in_order(conn, order, after, size, conditions) if ids else []
        if order.by_name:
            return people_lines.of_hits(conn, order, after, size, asked, rest)
        tasted = people_lines.tasted(conn, order, after, size, walked, self._read)
        return people_lines.met(conn, order, after, size, [*rest, *self._searched()]) if tasted is None else tasted

    def _searched(self) -> list[Condition]:
        """The text for a walk: the hits are written down, and each line is looked up among them."""
        return [search.hidden(_list.person_id).in_(self._asked.hits), *self._shown] if self._asked else []

    def _noted(self) -> list[Condition]:
        """Text and filters for a walk through everything."""
        return [*(one.condition if one.indexed else one.noted for one in self._filters), *self._searched()]

    def _beside_list(self) -> Iterator[Filter]:
        return (one for one in self._filters if one.bare is None)

    def _driven(self, driving: Filter) -> sa.Select[Any]:
        """Those who pass all filters, looked up by one of them, which may name somebody twice."""
        hits = driving.hits.subquery()
        rest = (one.condition for one in self._filters if one is not driving)
        return sa.select(_list.person_id).join(hits, hits.c.person_id == _list.person_id).where(*rest).distinct()
