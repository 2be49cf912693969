"""Counts what a suspension refused, for the manager; whom it concerned stands in the log alone."""

from datetime import date, datetime

import sqlalchemy as sa

from privdesk.domain.office import ZONE
from privdesk.domain.purpose import AttemptCount
from privdesk.storage.tables import use_attempt, user

_a = use_attempt.c


def note(conn: sa.Connection, *, at: datetime, user_id: int, purpose: str, act: str, people: int) -> None:
    """Count an attempt at a use that was refused for so many people."""
    month = at.astimezone(ZONE).date().replace(day=1)
    values = {"month": month, "at": at, "user_id": user_id, "purpose": purpose, "act": act, "people": people}
    conn.execute(use_attempt.insert().values(**values))


def counts(conn: sa.Connection, since: date) -> tuple[AttemptCount, ...]:
    """How often whom tried what, by month (as its first day) from that of `since` on, the newest first."""
    query = (
        sa.select(_a.month, _a.purpose, _a.user_id, user.c.name, sa.func.count(), sa.func.sum(_a.people))
        .join(user, user.c.id == _a.user_id)
        .where(_a.month >= since.replace(day=1))
        .group_by(_a.month, _a.purpose, _a.user_id)
        .order_by(_a.month.desc(), _a.purpose, user.c.name)
    )
    return tuple(AttemptCount(*row) for row in conn.execute(query))


def by_purpose(conn: sa.Connection, since: datetime) -> dict[str, int]:
    """How many attempts there were since an instant, by purpose, the most frequent first."""
    times = sa.func.count().label("times")
    query = sa.select(_a.purpose, times).where(_a.at >= since).group_by(_a.purpose)
    return {row.purpose: row.times for row in conn.execute(query.order_by(times.desc(), _a.purpose))}
