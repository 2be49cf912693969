"""The log's segments: each under a seed of its own that is sealed to those who may verify, auditors and the sheet.

A segment begins whenever the roster changed: somebody came, went or got other keys, or the sheet was replaced. Its note
names everybody who could sign in it, so that signatures of people who left can still be proved, commits to the head of
the segment before, and is signed with the roster key, which only managers and the sheet hold.
"""

import hashlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass

import msgspec
import sqlalchemy as sa
from msgspec import Struct

from privdesk.storage import keys, proof
from privdesk.storage.header import Slot, canonical
from privdesk.storage.tables import log_segment, user
from privdesk.storage.vault import Vault

READERS = ("auditor", "sheet")
_SIGNED = b"privdesk log segment 1|"


class Signer(Struct, frozen=True, forbid_unknown_fields=True):
    """Somebody who could sign in a segment; `user` is None for the recovery sheet."""

    slot: str
    user: int | None
    role: str
    sign_key: bytes


class Note(Struct, frozen=True, forbid_unknown_fields=True):
    """What a segment is: `before` is the hash of the last entry before it, `seeds` the sealed seed by slot."""

    desk: str
    number: int
    first: int
    before: bytes
    roster: int
    commitment: bytes
    signers: tuple[Signer, ...]
    seeds: dict[str, bytes]


@dataclass(frozen=True)
class Proven:
    """A note that a manager signed, its SHA-256, and whether the roster key in force is the one that signed it."""

    note: Note
    digest: bytes
    is_newest: bool


def may_open(vault: Vault) -> bool:
    """Whether who is at the desk holds the key that signs a segment's note."""
    return vault.rings.get("roster", vault.header.newest("roster")) is not None


def enter(conn: sa.Connection, vault: Vault, number: int, first: int, before: bytes) -> tuple[bytearray, bytes]:
    """Open the segment `number` with the entry `first`: its seed, and the SHA-256 of its note.

    Raises KeyNotHeld for who may not open one.
    """
    ring, seed = proof.held(vault.rings, "roster", vault.header.newest("roster")), keys.new_key()
    people = {row.slot: row.id for row in conn.execute(sa.select(user.c.slot, user.c.id))}
    # an invitation's keys, and who chose others with them, may be anybody's
    slots, here = [slot for slot in vault.header.slots if not slot.is_joining], place(vault.desk_id, number)
    note = canonical(
        Note(
            desk=vault.desk_id,
            number=number,
            first=first,
            before=before,
            roster=vault.header.roster,
            commitment=hashlib.sha256(seed).digest(),
            signers=tuple(Signer(slot.id, people.get(slot.id), slot.role, slot.sign_key) for slot in slots),
            seeds={slot.id: keys.seal_to(slot.box_key, seed, here) for slot in slots if slot.role in READERS},
        )
    )
    signature = keys.roster_sign(ring, _SIGNED + note)
    conn.execute(log_segment.insert().values(number=number, first=first, note=note, signature=signature))
    return seed, hashlib.sha256(note).digest()


def can_sign(conn: sa.Connection, vault: Vault, number: int) -> bool:
    """Whether the segment's note names who is at the desk with the key that he signs with now."""
    content = conn.execute(sa.select(log_segment.c.note).where(log_segment.c.number == number)).scalar_one()
    note = msgspec.json.decode(content, type=Note)
    return any((one.slot, one.sign_key) == (vault.slot, vault.user.sign_key) for one in note.signers)


def proven(conn: sa.Connection, vault: Vault) -> Iterator[Proven | None]:
    """The segments in their order; None in the place of one that was not signed with the roster key of its time.

    After the first one under a newer roster key the older keys sign no more: who lost the ring may have kept them.
    """
    left = list(vault.header.roster_keys)
    for row in conn.execute(sa.select(log_segment).order_by(log_segment.c.number)):
        while left and not keys.is_signed(left[0], row.signature, _SIGNED + row.note):
            del left[0]
        yield _read(row.note, is_newest=len(left) == 1) if left else None


def seed(vault: Vault, note: Note, handed: bytes | None = None) -> bytes | None:
    """The seed of a segment, from its note or as it was `handed` on.

    None for who may not verify, or if what was sealed is not what the note commits to.
    """
    for sealed in filter(None, (note.seeds.get(vault.slot), handed)):
        with suppress(keys.Unopened):
            opened = bytes(vault.user.unseal(sealed, place(note.desk, note.number)))
            if keys.same(hashlib.sha256(opened).digest(), note.commitment):
                return opened
    return None


def has_seed(note: Note, slot: Slot) -> bool:
    """Whether the note itself holds the seed for the keys that a slot has now; both of its keys are made at once."""
    return slot.id in note.seeds and any((one.slot, one.sign_key) == (slot.id, slot.sign_key) for one in note.signers)


def _read(content: bytes, *, is_newest: bool) -> Proven | None:
    try:
        return Proven(msgspec.json.decode(content, type=Note), hashlib.sha256(content).digest(), is_newest)
    except msgspec.DecodeError:
        return None


def place(desk: str, number: int) -> str:
    """What the seed of a segment is bound to when it is sealed."""
    return f"{desk}|log|{number}"
