"""Looks a data file over before the opening of its desk changes anything: its format, its age, the end of its log."""

from pathlib import Path

import sqlalchemy as sa

from privdesk.domain.errors import KeysAltered, LogBroken, OlderCopy, OlderLog, OlderThanSeen
from privdesk.storage import audit, connection, mark, migrations, proof
from privdesk.storage.anchor import Anchor
from privdesk.storage.header import Header
from privdesk.storage.mark import Mark
from privdesk.storage.migrations import Step


def need_format(path: Path, key: bytearray, steps: tuple[Step, ...]) -> None:
    """Raise DataForeign or NewerProgram for a file that these `steps` do not make."""
    with connection.looking(path, key) as raw:
        migrations.need_known(raw, steps)


def need_age(path: Path, key: bytearray, current: Mark, seen: Anchor | None) -> None:
    """Raise OlderCopy unless the file is of one age with the header `current` and goes on from what this PC has `seen`.

    OlderThanSeen for an older header; of the log: OlderLog where entries are missing, LogBroken where those since then
    do not follow from one another.
    """
    if seen and seen.is_newer_than(current.generation, current.epoch, current.roster):
        raise OlderThanSeen(when=seen.when)
    with connection.looking(path, key) as raw, connection.engine(raw, read_only=True).connect() as conn:
        known = mark.read(conn)
        if known and not known.fits(current):
            raise OlderCopy
        if seen and seen.log_seq:
            _need_log(conn, seen)


def need_heir(current: Header, seen: Anchor | None) -> None:
    """Raise KeysAltered unless the roster is signed with the key that this PC has `seen`, or with a later one."""
    if seen and seen.roster_key and not proof.is_heir_of(seen.roster_key, current):
        raise KeysAltered


def _need_log(conn: sa.Connection, seen: Anchor) -> None:
    last, then = audit.head(conn), audit.hash_at(conn, seen.log_seq)
    if then is None or seen.has_lost(last.seq, then.hex()):
        raise OlderLog(when=seen.when, seen=seen.log_seq, here=last.seq)
    broken = audit.broken_at(conn, audit.Head(seen.log_seq, then))
    if broken:
        raise LogBroken(entry=broken)
