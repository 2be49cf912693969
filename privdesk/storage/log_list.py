"""The log as lists: page by page under a filter, and summed up for a month. The number orders, never the clock."""

from datetime import date, datetime, time, timedelta

import msgspec
import sqlalchemy as sa

from privdesk.domain.log import ActCount, LogLine, LogQuery, Month, code_of
from privdesk.domain.office import ZONE
from privdesk.storage.log_names import things_of_person
from privdesk.storage.tables import audit, user

_NAME = sa.func.coalesce(user.c.name, "")
_LINES = sa.select(audit.c.seq, audit.c.at, _NAME.label("user"), audit.c.act, audit.c.about, audit.c.detail).outerjoin(
    user, user.c.id == audit.c.user_id
)


class _Times(msgspec.Struct):
    times: tuple[datetime, ...]


def page(conn: sa.Connection, query: LogQuery, before: int | None, size: int) -> tuple[LogLine, ...]:
    """The newest `size` entries that the query wants, of those before the entry number `before`."""
    wanted = _LINES.where(*_conditions(query)).order_by(audit.c.seq.desc()).limit(size)
    if before is not None:
        wanted = wanted.where(audit.c.seq < before)
    return tuple(LogLine(row[0], row[1].astimezone(ZONE), *row[2:]) for row in conn.execute(wanted))


def count(conn: sa.Connection, query: LogQuery) -> int:
    """How many entries the query wants."""
    return conn.execute(sa.select(sa.func.count()).select_from(audit).where(*_conditions(query))).scalar_one()


def month(conn: sa.Connection, first: date, last: date) -> Month:
    """How often everybody did what from one day to another, and the place in the log that the last entry has."""
    inside = _conditions(LogQuery(since=first, until=last))
    counted = (
        sa.select(_NAME, audit.c.act, sa.func.count())
        .select_from(audit)
        .outerjoin(user, user.c.id == audit.c.user_id)
        .where(*inside)
        .group_by(audit.c.user_id, audit.c.act)
        .order_by(_NAME, audit.c.act)
    )
    end = sa.select(audit.c.seq, audit.c.hash).where(*inside).order_by(audit.c.seq.desc()).limit(1)
    ended = conn.execute(end).first()
    counts = tuple(ActCount(*row) for row in conn.execute(counted))
    return Month(first, last, counts, code_of(ended.seq, ended.hash) if ended else None)


def left_open(conn: sa.Connection) -> datetime | None:
    """When the log ended, if the last sitting was not locked: its program was killed, or the power failed."""
    ends = sa.select(audit.c.act).where(audit.c.act.in_(("desk.unlock", "desk.lock"))).order_by(audit.c.seq.desc())
    if conn.execute(ends.limit(1)).scalar() != "desk.unlock":
        return None
    return conn.execute(sa.select(audit.c.at).order_by(audit.c.seq.desc()).limit(1)).scalar()


def failed(conn: sa.Connection, session: str, about: str) -> tuple[datetime, ...]:
    """The failed logins that a sitting found on its PC and wrote down about somebody."""
    wanted = (audit.c.act == "desk.failed_login", audit.c.session == session, audit.c.about == about)
    details = conn.execute(sa.select(audit.c.detail).where(*wanted)).scalars()
    return tuple(at for detail in details for at in msgspec.json.decode(detail, type=_Times).times)


def _conditions(query: LogQuery) -> list[sa.ColumnElement[bool]]:
    found: list[sa.ColumnElement[bool]] = []
    if query.person is not None:
        found.append(audit.c.about.in_(things_of_person(query.person)))
    if query.user is not None:
        found.append(audit.c.user_id == query.user)
    if query.act:
        is_noun = query.act.endswith(".")
        found.append(audit.c.act.startswith(query.act, autoescape=True) if is_noun else audit.c.act == query.act)
    if query.acts:
        found.append(audit.c.act.in_(sorted(query.acts)))
    if query.since:
        found.append(audit.c.at >= _midnight(query.since))
    if query.until:
        found.append(audit.c.at < _midnight(query.until + timedelta(days=1)))
    return found


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), ZONE)
