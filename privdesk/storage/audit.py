"""The log of every change and every look: append-only, each entry chained to the one before by its hash.

Entries hold ids and names of fields, never values.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from privdesk.storage.tables import audit

GENESIS = bytes(32)
_DOMAIN = b"privdesk-audit-1"


@dataclass(frozen=True)
class Entry:
    """What happened: `about` names the thing as noun:id, `detail` is canonical JSON."""

    seq: int
    at: datetime
    user: int | None
    session: str
    act: str
    about: str
    detail: str


@dataclass(frozen=True)
class Head:
    """The end of the chain, to be compared with what was seen elsewhere."""

    seq: int
    hash: bytes


def guard(conn: sa.Connection) -> None:
    """Let the log only grow, also past REPLACE, which the authorizer cannot see; part of a migration."""
    refuse = "BEGIN SELECT RAISE(ABORT, 'the log only grows'); END"
    conn.exec_driver_sql(
        "CREATE TRIGGER audit_grows BEFORE INSERT ON audit "
        f"WHEN new.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM audit) {refuse}"
    )
    for event in ("UPDATE", "DELETE"):
        conn.exec_driver_sql(f"CREATE TRIGGER audit_no_{event.lower()} BEFORE {event} ON audit {refuse}")


def append(
    conn: sa.Connection,
    *,
    at: datetime,
    user: int | None,
    session: str,
    act: str,
    about: str,
    detail: Mapping[str, object],
) -> Head:
    """Write one entry inside the transaction of what it tells of."""
    last = head(conn)
    zone = at.strftime("%z")
    text = json.dumps(detail, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    digest = _hash(last.hash, last.seq + 1, at, zone, user, session, act, about, text)
    conn.execute(
        audit.insert().values(
            seq=last.seq + 1,
            at=at,
            zone=zone,
            user_id=user,
            session=session,
            act=act,
            about=about,
            detail=text,
            previous=last.hash,
            hash=digest,
        )
    )
    return Head(last.seq + 1, digest)


def head(conn: sa.Connection) -> Head:
    """The newest entry's number and hash; an empty log has number 0."""
    row = conn.execute(sa.select(audit.c.seq, audit.c.hash).order_by(audit.c.seq.desc()).limit(1)).first()
    return Head(row.seq, row.hash) if row else Head(0, GENESIS)


def broken_at(conn: sa.Connection) -> int | None:
    """The number of the first entry that is missing or does not follow from the one before; None if the chain holds."""
    expected, previous = 1, GENESIS
    for row in conn.execute(sa.select(audit).order_by(audit.c.seq)):
        digest = _hash(previous, row.seq, row.at, row.zone, row.user_id, row.session, row.act, row.about, row.detail)
        if row.seq != expected or row.previous != previous or row.hash != digest:
            return expected
        expected, previous = row.seq + 1, row.hash
    return None


def about(conn: sa.Connection, thing: str, limit: int = 200) -> tuple[Entry, ...]:
    """What happened to one thing, newest first."""
    query = sa.select(audit).where(audit.c.about == thing).order_by(audit.c.seq.desc()).limit(limit)
    return tuple(
        Entry(row.seq, row.at, row.user_id, row.session, row.act, row.about, row.detail) for row in conn.execute(query)
    )


def _hash(previous: bytes, seq: int, at: datetime, zone: str, *rest: object) -> bytes:
    instant = int(at.timestamp() * 1_000_000)
    leaf = json.dumps([seq, instant, zone, *rest], separators=(",", ":"), ensure_ascii=False).encode()
    return hashlib.sha256(_DOMAIN + previous + hashlib.sha256(b"\0" + leaf).digest()).digest()
