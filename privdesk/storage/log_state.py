"""Where the log's key stands: one row that each entry overwrites, so that nobody finds the key of an older entry here.

It belongs to the vault and not to what the desk knows: no screen, list, export or disclosure reads it. Until the file's
write-ahead log is emptied, at the latest at lock, the overwritten keys of this sitting can still be found in that one.
"""

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime

import sqlalchemy as sa

from privdesk.storage.ready import Ready
from privdesk.storage.tables import Instant, audit

_state = sa.Table(
    "log_state",
    sa.MetaData(),
    sa.Column("segment", sa.Integer, nullable=False),
    sa.Column("roster", sa.Integer, nullable=False),
    sa.Column("key", sa.LargeBinary, nullable=False),
    sa.Column("latest", Instant, nullable=False),
)
_newest = sa.select(sa.func.max(audit.c.seq)).scalar_subquery()
# one statement, because every look at a record waits for it
_read = sa.select(_state, audit.c.seq, audit.c.hash, audit.c.at).select_from(
    sa.outerjoin(_state, audit, audit.c.seq == _newest)
)
_update = Ready(sa.update(_state), _state)
_insert = sa.insert(_state)
_EVOLVE = b"evolve"


@dataclass(frozen=True)
class State:
    """The segment that is written, the roster it was opened under, the next entry's key, the latest instant seen."""

    segment: int
    roster: int
    key: bytes
    latest: datetime


@dataclass(frozen=True)
class Last:
    """The number, hash and instant of the newest entry."""

    seq: int
    hash: bytes
    at: datetime


def read(conn: sa.Connection) -> tuple[State | None, Last | None]:
    """Where the log stands, and its newest entry; nothing before the first."""
    row = conn.execute(_read).first()
    if row is None:
        return None, None
    segment, roster, key, latest, *last = row
    return State(segment, roster, key, latest), Last(*last) if last[0] else None


def latest(conn: sa.Connection) -> datetime | None:
    """The latest instant at which anything was logged, whatever was written since with the clock set back."""
    return conn.execute(sa.select(_state.c.latest)).scalar()


def settle(conn: sa.Connection, now: datetime) -> None:
    """Take `now` for the latest instant: the clock was wrong before."""
    conn.execute(sa.update(_state).values(latest=now))


def enter(conn: sa.Connection, first: State) -> None:
    """Note where a new log stands."""
    conn.execute(_insert, vars(first))


def write(conn: sa.Connection, now: State) -> None:
    """Overwrite the row; the old key is gone with the transaction's end (`secure_delete`)."""
    _update.execute(conn, {**vars(now), "latest": stored(now.latest)})


def stored(at: datetime) -> str:
    """An instant as it is stored and as the chain of hashes takes it in: UTC to the microsecond."""
    return at.astimezone(UTC).replace(tzinfo=None).isoformat(" ", "microseconds")


def evolved(key: bytes) -> bytes:
    """The key of the next entry; there is no way back."""
    return hashlib.sha256(_EVOLVE + key).digest()
