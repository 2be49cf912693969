"""Suggestions that two records are one person's, and what was decided on them; the lower id stands first."""

from collections.abc import Iterable
from datetime import datetime

import sqlalchemy as sa

from privdesk.domain.resemblance import Decision, Said
from privdesk.storage import merged
from privdesk.storage.tables import person, person_resemblance

Pair = tuple[int, int]
_r = person_resemblance.c
# so many are counted; beyond, "more" says enough
COUNTED = 10_000


def pair(one: int, other: int) -> Pair:
    """Two ids in the order in which they are kept."""
    return (one, other) if one < other else (other, one)


def said(conn: sa.Connection, two: Pair) -> Said:
    """What was decided on two records last."""
    row = conn.execute(sa.select(person_resemblance).where(_of(two))).first()
    return Said(Decision(row.state), row.reason, row.at, row.user_id) if row else Said(Decision.OPEN)


def say(conn: sa.Connection, two: Pair, what: Said, weight: int, now: datetime) -> None:
    """Note a decision, or that it was taken back."""
    values = {"state": what.state, "reason": what.reason, "at": what.at or now, "user_id": what.user}
    if not conn.execute(sa.update(person_resemblance).where(_of(two)).values(**values)).rowcount:
        one, other = two
        conn.execute(person_resemblance.insert().values(person_id=one, other_id=other, weight=weight, **values))


def settled(conn: sa.Connection, person_id: int) -> frozenset[int]:
    """Those who were decided on beside a person, or beside a record that was merged into his; by their present ids."""
    his = merged.ids_of(person_id)
    found: set[int] = set()
    for mine, theirs in ((_r.person_id, _r.other_id), (_r.other_id, _r.person_id)):
        kept = sa.func.coalesce(person.c.merged_into, person.c.id)
        query = sa.select(kept).join(person_resemblance, theirs == person.c.id)
        found |= set(conn.execute(query.where(mine.in_(his), _r.state != Decision.OPEN)).scalars())
    return frozenset(found)


def replace_open(conn: sa.Connection, found: Iterable[tuple[Pair, int]], now: datetime) -> int:
    """Let the worklist be what was found, but for what was decided before; returns how much waits."""
    conn.execute(sa.delete(person_resemblance).where(_r.state == Decision.OPEN))
    return add(conn, found, now)


def add(conn: sa.Connection, found: Iterable[tuple[Pair, int]], now: datetime) -> int:
    """Put pairs with their weights on the worklist that are not known yet; returns how many waits now."""
    for (one, other), weight in found:
        if other in settled(conn, one):
            continue
        blank = {"state": Decision.OPEN, "reason": "", "at": now}
        known = sa.select(_r.id).where(_of((one, other)))
        if conn.execute(known).first() is None:
            conn.execute(person_resemblance.insert().values(person_id=one, other_id=other, weight=weight, **blank))
    return count(conn)


def waiting(conn: sa.Connection, batch: int | None, start: int, size: int) -> tuple[Pair, ...]:
    """Pairs of the worklist, of one import or of all, the weightiest first."""
    query = _open(batch).with_only_columns(_r.person_id, _r.other_id)
    rows = conn.execute(query.order_by(_r.weight.desc(), _r.id).offset(start).limit(size))
    return tuple((row.person_id, row.other_id) for row in rows)


def count(conn: sa.Connection, batch: int | None = None) -> int:
    """How many pairs wait, of one import or of all; counting stops at COUNTED."""
    return conn.execute(sa.select(sa.func.count()).select_from(_open(batch).limit(COUNTED).subquery())).scalar_one()


def _open(batch: int | None) -> sa.Select[tuple[int]]:
    """Without those of which one record was merged meanwhile."""
    one, other = person.alias(), person.alias()
    query = (
        sa.select(_r.id)
        .join(one, one.c.id == _r.person_id)
        .join(other, other.c.id == _r.other_id)
        .where(_r.state == Decision.OPEN, one.c.merged_into.is_(None), other.c.merged_into.is_(None))
    )
    return query if batch is None else query.where(sa.or_(one.c.batch_id == batch, other.c.batch_id == batch))


def _of(two: Pair) -> sa.ColumnElement[bool]:
    return sa.and_(_r.person_id == two[0], _r.other_id == two[1])
