"""Seeds of the log's segments handed on to those who may verify since: to a new auditor, and to a new recovery sheet.

Only who holds a seed can hand it on. What was handed on needs no signature: a segment's note commits to its seed. The
table belongs to the vault and not to what the desk knows: no screen, list, export or disclosure reads it.
"""

from collections.abc import Iterator, Mapping

import sqlalchemy as sa

from privdesk.storage import keys, log_segments
from privdesk.storage.header import Slot
from privdesk.storage.log_segments import READERS, Note
from privdesk.storage.vault import Vault

_seed = sa.Table(
    "log_seed",
    sa.MetaData(),
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("slot", sa.String, primary_key=True),
    sa.Column("box_key", sa.LargeBinary, primary_key=True),
    sa.Column("sealed", sa.LargeBinary, nullable=False),
)


def handed_to(conn: sa.Connection, vault: Vault) -> Mapping[int, bytes]:
    """What was handed on to who is at the desk: sealed seeds by the numbers of their segments."""
    own = _seed.c.slot == vault.slot, _seed.c.box_key == vault.user.box_key
    return {row.number: row.sealed for row in conn.execute(sa.select(_seed.c.number, _seed.c.sealed).where(*own))}


def missing(conn: sa.Connection, vault: Vault) -> bool:
    """Whether who is at the desk holds a seed that somebody else who may verify lacks."""
    return next(_to_hand_on(conn, vault), None) is not None


def hand_on(conn: sa.Connection, vault: Vault) -> int:
    """Seal what who is at the desk holds to everybody who may verify and lacks it; how many segments that were."""
    rows = list(_to_hand_on(conn, vault))
    for note, seed, slot in rows:
        sealed = keys.seal_to(slot.box_key, bytearray(seed), log_segments.place(note.desk, note.number))
        conn.execute(_seed.insert().values(number=note.number, slot=slot.id, box_key=slot.box_key, sealed=sealed))
    return len({note.number for note, _, _ in rows})


def _to_hand_on(conn: sa.Connection, vault: Vault) -> Iterator[tuple[Note, bytes, Slot]]:
    # a key that no manager has signed yet may be anybody's
    readers = [slot for slot in vault.header.slots if slot.role in READERS and not slot.is_joining]
    own = handed_to(conn, vault)
    there = {tuple(row) for row in conn.execute(sa.select(_seed.c.number, _seed.c.slot, _seed.c.box_key))}
    for found in log_segments.proven(conn, vault):
        if found is None:
            return
        note = found.note
        seed = log_segments.seed(vault, note, own.get(note.number))
        if seed is None:
            continue
        for slot in readers:
            if not log_segments.has_seed(note, slot) and (note.number, slot.id, slot.box_key) not in there:
                yield note, seed, slot
