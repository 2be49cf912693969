"""The orders of the list of customers: by each column that has an index, ties broken by id."""

from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from privdesk.domain.person import SORTS
from privdesk.storage import search
from privdesk.storage.tables import person_list

# by what a page goes on: the value of the column that it is sorted by, and the person's id
Key = tuple[Any, int]
_list = person_list.c


@dataclass(frozen=True)
class Order:
    """One order of the list; raises ValueError for a column that has no index."""

    sort: str = "sort_name"
    descending: bool = False

    def __post_init__(self) -> None:
        if self.sort not in SORTS:
            raise ValueError(self.sort)

    @property
    def by_name(self) -> bool:
        """Whether it is the order in which the search index has its hits."""
        return self.sort == "sort_name"

    def turned(self) -> "Order":
        """The same from its end."""
        return Order(self.sort, not self.descending)

    def key(self, row: sa.Row[Any]) -> Key:
        """The key of a line."""
        return getattr(row, self.sort), row.person_id

    def of(self, chosen: sa.Select[Any], *, hidden: bool = False) -> sa.Select[Any]:
        """Lines in this order: by walking its index, or, where the index is `hidden`, by sorting."""
        return chosen.order_by(*(one.desc() if self.descending else one for one in self._columns(hidden=hidden)))

    def behind(self, after: Key | None, *, hidden: bool = False) -> tuple[sa.ColumnElement[bool], ...]:
        """What lies behind a key, in one or two stretches of the index: empty values come first, descending last."""
        if after is None:
            return (sa.true(),)
        columns = self._columns(hidden=hidden)
        values = (search.stretch(after[0]), *after) if self.by_name else after
        place = sa.tuple_(*(sa.literal(value, column.type) for value, column in zip(values, columns, strict=True)))
        key = sa.tuple_(*columns)
        if self.descending:
            return self._before(key, place, after)
        if after[0] is None:
            return sa.and_(columns[0].is_(None), columns[-1] > after[1]), columns[0].is_not(None)
        return (key > place,)

    def _before(self, key: sa.Tuple, place: sa.Tuple, after: Key) -> tuple[sa.ColumnElement[bool], ...]:
        first, *_, last = key.clauses
        if after[0] is None:
            return (sa.and_(first.is_(None), last < after[1]),)
        return key < place, first.is_(None)

    def _columns(self, *, hidden: bool) -> tuple[sa.ColumnElement[Any], ...]:
        first, *rest = ("stretch", "sort_name") if self.by_name else (self.sort,)
        column = _list[first]
        return (search.hidden(column) if hidden else column, *(_list[name] for name in rest), _list.person_id)
