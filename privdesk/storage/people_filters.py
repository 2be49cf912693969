"""What the list of customers can be narrowed by: each filter as a condition on a line, and as those who pass it."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import sqlalchemy as sa

from privdesk.domain.person import Kept, PeopleQuery
from privdesk.domain.purpose import Stand
from privdesk.storage import search
from privdesk.storage.purposes import BLOCKING, standing_on
from privdesk.storage.tables import batch, partner_transaction, person, person_list, person_purpose

# up to here those who pass are sorted; beyond, the list is walked in order and each line is looked at
FEW = 2000
# up to here they are written down before the walk, where a line does not tell by itself whether it passes
SOME = 50_000
SOON = timedelta(days=90)
_list = person_list.c
_NONE = sa.literal_column("0", sa.Integer)  # written out, because only then an index of the few who have any is chosen


@dataclass(frozen=True)
class Filter:
    """Who passes, as ids, and the same as a condition on a line of a walk.

    `bare` is the condition for lines that are looked up by it, where they tell by themselves; if they do so in the
    index of whatever column the list is sorted by, the filter is `indexed`.
    """

    hits: sa.Select[Any]
    condition: sa.ColumnElement[bool]
    bare: sa.ColumnElement[bool] | None = None
    indexed: bool = False

    def count(self, conn: sa.Connection, most: int) -> int:
        """How many pass, perhaps counted several times; counting stops at `most`."""
        return conn.execute(sa.select(sa.func.count()).select_from(self.hits.limit(most).subquery())).scalar_one()

    @property
    def driving(self) -> sa.ColumnElement[bool]:
        """The condition by which those who pass are looked up one by one."""
        return _list.person_id.in_(self.hits)

    @property
    def noted(self) -> sa.ColumnElement[bool]:
        """The condition by which those who pass are written down, and each line of a walk is looked up among them."""
        return search.hidden(_list.person_id).in_(self.hits)

    def walked(self, conn: sa.Connection) -> sa.ColumnElement[bool]:
        """The condition on the lines of a walk that takes the least for as many as pass."""
        return self.condition if self.indexed or self.count(conn, SOME + 1) > SOME else self.noted


def of_query(query: PeopleQuery, today: date | None) -> list[Filter]:
    """The filters of a query; its text is none of them.

    Raises ValueError where one depends on the day and none is given.
    """
    day = today or date.min
    if today is None and (query.blocked_for or query.consented_to or query.kept):
        raise ValueError("a filter needs the day")
    wanted: list[tuple[bool, Callable[[], Filter]]] = [
        (query.status is not None, lambda: _plain(_list.status, lambda column: column == query.status)),
        (query.suspended, lambda: _some(_list.suspended)),
        (query.with_requests, lambda: _some(_list.open_requests)),
        (query.with_warnings, lambda: _some(_list.warnings)),
        (bool(query.blocked_for), lambda: _standing(query.blocked_for, day, BLOCKING)),
        (bool(query.consented_to), lambda: _standing(query.consented_to, day, [Stand.CONSENTED])),
        (query.partner is not None, lambda: _given_by(query.partner)),
        (query.kept is not None, lambda: _kept(query.kept, day)),
        (bool(query.only), lambda: _plain(_list.person_id, lambda column: column.in_(query.only))),
    ]
    return [make() for is_wanted, make in wanted if is_wanted]


def _plain(column: sa.Column[Any], asked: Callable[[sa.ColumnElement[Any]], sa.ColumnElement[bool]]) -> Filter:
    bare = asked(column)
    return Filter(sa.select(_list.person_id).where(bare), asked(search.hidden(column)), bare, indexed=True)


def _some(column: sa.Column[int]) -> Filter:
    return _plain(column, lambda asked: asked > _NONE)


def _standing(code: str, day: date, stands: Collection[Stand]) -> Filter:
    hits = standing_on(code, day, stands)
    return Filter(hits, hits.where(person_purpose.c.person_id == _list.person_id).exists())


def _given_by(partner: int | None) -> Filter:
    """Those who have a transaction of this partner, or came in one of its tables."""
    given = partner_transaction.c.partner_id == partner
    tables = sa.select(batch.c.id).where(batch.c.partner_id == partner)
    came = person.c.batch_id.in_(tables)
    hits = sa.union_all(
        sa.select(partner_transaction.c.person_id).where(given, partner_transaction.c.person_id.is_not(None)),
        sa.select(person.c.id).where(came),
    )
    of_line = partner_transaction.c.person_id == _list.person_id
    either = sa.or_(
        sa.exists().where(given, of_line),
        sa.exists().where(person.c.id == _list.person_id, came),
    )
    return Filter(sa.select(hits.subquery().c.person_id), either)


def _kept(kept: Kept | None, today: date) -> Filter:
    until, held = _list.keep_until, _list.held
    if kept is Kept.HELD:
        return _some(held)
    if kept is Kept.OPEN:
        asked: Callable[[sa.ColumnElement[Any]], sa.ColumnElement[bool]] = lambda day: day.is_(None)  # noqa: E731
    elif kept is Kept.SOON:
        asked = lambda day: sa.and_(day >= today, day <= today + SOON)  # noqa: E731
    else:
        asked = lambda day: day < today  # noqa: E731
    free = search.hidden(held) == 0
    bare = sa.and_(asked(until), free)
    return Filter(sa.select(_list.person_id).where(bare), sa.and_(free, asked(search.hidden(until))), bare)
