"""The log of every change and every look: append-only, each entry chained to the one before by its hash.

Beside the hash stands its MAC under a key that moves on with every entry and never back: who holds the file can go on
writing, but cannot write the past anew. Entries hold ids and names of fields, never values.
"""

import hashlib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

import msgspec
import sqlalchemy as sa

from privdesk.domain.log import CLOCK_SLACK, SIGNED
from privdesk.domain.user import User
from privdesk.storage import checkpoint, keys, log_segments, log_state
from privdesk.storage.header import canonical
from privdesk.storage.log_state import State
from privdesk.storage.ready import Ready
from privdesk.storage.tables import audit
from privdesk.storage.vault import Vault

Things = sa.SelectBase

GENESIS = bytes(32)
# so many entries lie between two signatures at most, if whoever works can sign
SIGNED_EVERY = 100
_DOMAIN = b"privdesk-audit-1"
_ZONE = len("+09:00")
_HEAD = sa.select(audit.c.seq, audit.c.hash).order_by(audit.c.seq.desc()).limit(1)
_INSERT = Ready(sa.insert(audit), audit)
# what the hash is of; the instant as the text that is stored, in UTC to the microsecond
CHAINED = (
    audit.c.seq,
    sa.type_coerce(audit.c.at, sa.String).label("instant"),
    audit.c.zone,
    audit.c.user_id,
    audit.c.session,
    audit.c.act,
    audit.c.about,
    audit.c.detail,
)


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


BEGINNING = Head(0, GENESIS)


def append(
    conn: sa.Connection,
    vault: Vault,
    *,
    at: datetime,
    by: User | None,
    session: str,
    act: str,
    about: str,
    detail: Mapping[str, object],
) -> Head:
    """Write one entry inside the transaction of what it tells of.

    Before it stand, where they are due, an entry that opens a new segment, and one for a clock that was set back.
    Raises KeyNotHeld if a log has no segment yet and who writes may open none.
    """
    pen = _Pen(conn, vault, at, by, session)
    before = pen.last_at
    if before and at < before - CLOCK_SLACK:
        pen.write("clock.back", "desk", {"before": before.isoformat(), "now": at.astimezone(UTC).isoformat()})
    pen.write(act, about, detail)
    return pen.put_down()


class _Pen:
    """Writes the entries of one act: the head of the chain and the key move on with each."""

    def __init__(self, conn: sa.Connection, vault: Vault, at: datetime, by: User | None, session: str) -> None:
        self._conn, self._vault, self._at, self._by, self._session = conn, vault, at, by, session
        state, last = log_state.read(conn)
        self.last_at = last.at if last else None
        self._head = Head(last.seq, last.hash) if last else BEGINNING
        if state is None or (state.roster != vault.header.roster and log_segments.may_open(vault)):
            state = self._opened(state)
        self._state = state

    def write(self, act: str, about: str, detail: Mapping[str, object]) -> None:
        """Add one entry to the chain."""
        self._state = self._written(self._state, act, about, detail)

    def put_down(self) -> Head:
        """Leave the next entry's key in the file, in the place of the last one's."""
        log_state.write(self._conn, replace(self._state, latest=max(self._state.latest, self._at)))
        return self._head

    def _opened(self, old: State | None) -> State:
        number = old.segment + 1 if old else 1
        seed, note = log_segments.enter(self._conn, self._vault, number, self._head.seq + 1, self._head.hash)
        fresh = State(number, self._vault.header.roster, bytes(seed), old.latest if old else self._at)
        keys.wipe(seed)
        if old is None:
            log_state.enter(self._conn, fresh)
        return self._written(fresh, "log.segment", f"segment:{number}", {"note": note.hex()})

    def _written(self, state: State, act: str, about: str, detail: Mapping[str, object]) -> State:
        seq, zone, text = self._head.seq + 1, self._at.isoformat()[-_ZONE:], canonical(detail).decode()
        user = self._by.id if self._by else None
        instant = log_state.stored(self._at)
        digest = chained(self._head.hash, (seq, instant, zone, user, self._session, act, about, text))
        row = {
            "seq": seq,
            "at": instant,
            "zone": zone,
            "user_id": user,
            "session": self._session,
            "act": act,
            "about": about,
            "detail": text,
            "previous": self._head.hash,
            "hash": digest,
            "segment": state.segment,
            "mac": keys.mac(state.key, digest),
            "signature": self._signature(state.segment, seq, digest, act),
        }
        _INSERT.execute(self._conn, row)
        self._head = Head(seq, digest)
        return replace(state, key=log_state.evolved(state.key))

    def _signature(self, segment: int, seq: int, digest: bytes, act: str) -> bytes | None:
        """The checkpoint of who writes, where one is due and the keys at the desk are his own or the sheet's."""
        vault, by = self._vault, self._by
        if not (act in SIGNED or seq % SIGNED_EVERY == 0) or by is None:
            return None
        if by.slot != vault.slot and vault.role != "sheet":
            return None
        if not log_segments.can_sign(self._conn, vault, segment):
            return None
        return checkpoint.signed(vault.user, vault.slot, vault.desk_id, seq, digest)


def chained(previous: bytes, entry: Sequence[object]) -> bytes:
    """The hash of an entry, given as the values of the columns CHAINED, after the one before."""
    leaf = hashlib.sha256(b"\0" + msgspec.json.encode(entry)).digest()
    return hashlib.sha256(_DOMAIN + previous + leaf).digest()


def head(conn: sa.Connection) -> Head:
    """The newest entry's number and hash; an empty log has number 0."""
    row = conn.execute(_HEAD).first()
    return Head(row.seq, row.hash) if row else BEGINNING


def hash_at(conn: sa.Connection, seq: int) -> bytes | None:
    """The hash of the entry number `seq`; None if there is none."""
    return conn.execute(sa.select(audit.c.hash).where(audit.c.seq == seq)).scalar()


def broken_at(conn: sa.Connection, after: Head = BEGINNING) -> int | None:
    """The number of the first entry after `after` that is missing or does not follow from the one before, or None.

    Proves the chain only, which is quick; what else can be proved stands in `log_verify`.
    """
    expected, previous = after.seq + 1, after.hash
    query = sa.select(*CHAINED, audit.c.previous, audit.c.hash).where(audit.c.seq > after.seq)
    for row in conn.execute(query.order_by(audit.c.seq).execution_options(yield_per=1000)):
        *entry, before, digest = row
        if row.seq != expected or before != previous or digest != chained(previous, entry):
            return expected
        expected, previous = row.seq + 1, digest
    return None


def when_last(conn: sa.Connection, thing: str, acts: Collection[str]) -> datetime | None:
    """When one of these acts was last done to one thing."""
    query = sa.select(audit.c.at).where(audit.c.about == thing, audit.c.act.in_(acts))
    return conn.execute(query.order_by(audit.c.seq.desc()).limit(1)).scalar()


def details(conn: sa.Connection, thing: str, act: str, user: int, since: datetime) -> tuple[str, ...]:
    """The details of what a user did to one thing by one act since then, newest first."""
    query = sa.select(audit.c.detail).where(audit.c.about == thing, audit.c.act == act, audit.c.user_id == user)
    return tuple(conn.execute(query.where(audit.c.at >= since).order_by(audit.c.seq.desc())).scalars())


def about(conn: sa.Connection, things: str | Things, limit: int = 200) -> tuple[Entry, ...]:
    """What happened to one thing, or to those that a selection finds, newest first."""
    query = sa.select(audit).where(audit.c.about.in_([things] if isinstance(things, str) else things))
    rows = conn.execute(query.order_by(audit.c.seq.desc()).limit(limit))
    return tuple(Entry(row.seq, row.at, row.user_id, row.session, row.act, row.about, row.detail) for row in rows)
