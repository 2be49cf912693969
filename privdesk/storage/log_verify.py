"""Proves the log from its first entry to its last, with all that who verifies holds: chain, keys, notes, signatures.

What this cannot find, and what does: an older copy of the whole file put in place is found by the anchor, a backup or a
code on paper. Whoever kept an older copy knows the key of that moment and can write anew what came after it, up to the
next entry that somebody else signed, and so can the manager who opened a segment; both are found by the same three.
Inside his own sitting somebody can write what he likes in his own name.
"""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from typing import Any

import sqlalchemy as sa

from privdesk.domain.log import SIGNED, Fault, Verdict, code_of
from privdesk.storage import audit, checkpoint, keys, log_seeds, log_segments, log_state
from privdesk.storage.anchor import Anchor
from privdesk.storage.audit import BEGINNING, Head
from privdesk.storage.log_segments import Note, Signer
from privdesk.storage.log_sittings import Sittings
from privdesk.storage.tables import audit as log
from privdesk.storage.vault import Vault

Progress = Callable[[int, int], object]
Reading = Callable[[], AbstractContextManager[sa.Connection]]
_AT_ONCE = 5000
_ROWS = (
    sa.select(*audit.CHAINED, log.c.previous, log.c.hash, log.c.segment, log.c.mac, log.c.signature)
    .where(log.c.seq > sa.bindparam("after"), log.c.seq <= sa.bindparam("last"))
    .order_by(log.c.seq)
)


def verify(reading: Reading, vault: Vault, progress: Progress | None = None) -> Verdict:
    """Prove the whole log as it is now; stops at the first thing that is wrong. `progress` (done, total) may raise.

    `reading` gives a view of the file; it is let go between pieces of the work, so that lists need not wait for it.
    """
    seen = vault.anchor  # before the log, which may grow meanwhile and the anchor with it
    with reading() as conn:
        proof = _Proof(conn, vault, seen)
    fault: Fault | None = None
    at = 0
    while fault is None and proof.head.seq < proof.last.seq:
        after, last = proof.head.seq, min(proof.head.seq + _AT_ONCE, proof.last.seq)
        with reading() as conn:
            rows = conn.execute(_ROWS, {"after": after, "last": last}).all()
        fault = next((found for row in rows if (found := proof.entry(row))), None)
        if fault is None and proof.head.seq < last:
            fault = Fault.MISSING
        at = proof.head.seq + 1
        if progress:
            progress(proof.head.seq, proof.last.seq)
    if fault is None:
        fault, at = proof.end()
    return Verdict(
        entries=proof.head.seq,
        head=code_of(proof.head.seq, proof.head.hash),
        keyed=proof.keyed,
        unkeyed=tuple(proof.unkeyed),
        signatures=proof.signatures,
        signers=len(proof.signers),
        anchor=seen.log_seq if seen else None,
        fault=fault,
        at=at if fault else 0,
    )


class _Proof:
    """How far the log is proven: its head, the segment there, and the key that the next entry must have."""

    def __init__(self, conn: sa.Connection, vault: Vault, seen: Anchor | None) -> None:
        self.head, self.last = BEGINNING, audit.head(conn)
        self.keyed = self.signatures = 0
        self.unkeyed: list[tuple[int, int]] = []
        self.signers: set[bytes] = set()
        self._vault, self._seen = vault, seen
        self._state, _ = log_state.read(conn)
        self._segments = iter(list(log_segments.proven(conn, vault)))
        self._handed = log_seeds.handed_to(conn, vault)
        self._hash_seen = audit.hash_at(conn, seen.log_seq) if seen else None
        self._segment = 0
        self._is_newest = False
        self._key: bytes | None = None
        self._people: dict[bytes, Signer] = {}
        self._users: set[int | None] = set()
        self._sittings = Sittings()

    def entry(self, row: Sequence[Any]) -> Fault | None:
        """Prove the next entry; what is wrong with it, if anything."""
        *entry, previous, digest, segment, mac, signature = row
        if entry[0] != self.head.seq + 1:
            return Fault.MISSING
        if previous != self.head.hash or digest != audit.chained(previous, entry):
            return Fault.ALTERED
        if segment != self._segment and not self._enters(segment, entry):
            return Fault.SEGMENT
        if self._key:
            if not keys.same(keys.mac(self._key, digest), mac):
                return Fault.KEY
            self._key = log_state.evolved(self._key)
            self.keyed += 1
        elif self.unkeyed and self.unkeyed[-1][1] == entry[0] - 1:
            self.unkeyed[-1] = (self.unkeyed[-1][0], entry[0])
        else:
            self.unkeyed.append((entry[0], entry[0]))
        fault = self._by_whom(entry, digest, signature)
        if not fault:
            self.head = Head(entry[0], digest)
        return fault

    def end(self) -> tuple[Fault | None, int]:
        """Prove that the log ends where it was left, and that it has what this PC saw of it."""
        if not self._is_left() or next(self._segments, self) is not self:
            return Fault.CUT, self.head.seq
        seen = self._seen
        if seen and seen.log_seq and seen.has_lost(self.last.seq, (self._hash_seen or b"").hex()):
            return Fault.LOST, seen.log_seq
        return None, 0

    def _is_left(self) -> bool:
        """Whether the log was left like this: under the roster key in force, with the key that comes after the last."""
        state = self._state
        if state is None:
            return not self.head.seq
        return state.segment == self._segment and self._is_newest and self._key in (None, state.key)

    def _enters(self, number: int, entry: list[Any]) -> bool:
        """Go on to the next segment, if the entry is its rightful first one."""
        found = next(self._segments, None)
        if found is None:
            return False
        note = found.note
        if not self._is_rightful(note, number, entry, found.digest):
            return False
        self._segment, self._key = number, log_segments.seed(self._vault, note, self._handed.get(number))
        self._is_newest = found.is_newest
        self._people = {checkpoint.key_id(one.slot, one.sign_key): one for one in note.signers}
        self._users = {one.user for one in note.signers} - {None}
        return True

    def _is_rightful(self, note: Note, number: int, entry: list[Any], digest: bytes) -> bool:
        is_next = number == self._segment + 1 == note.number and note.desk == self._vault.desk_id
        is_here = (note.first, note.before) == (self.head.seq + 1, self.head.hash)
        return is_next and is_here and entry[5] == "log.segment" and digest.hex() in entry[7]

    def _by_whom(self, entry: list[Any], digest: bytes, signature: bytes | None) -> Fault | None:
        """Prove that the entry is of whom it names: by his signature where one is due, and by the sitting."""
        fault = self._signed(entry, digest, signature) if signature or entry[5] in SIGNED else None
        is_of_sitting = self._sittings.has(user=entry[3], session=entry[4], act=entry[5])
        return fault or (None if is_of_sitting else Fault.FOREIGN)

    def _signed(self, entry: list[Any], digest: bytes, signature: bytes | None) -> Fault | None:
        """Prove a signature: by the user of the entry or by the sheet, with a key that the segment's note names."""
        if signature is None:
            return Fault.UNSIGNED if entry[3] in self._users else None
        by = self._people.get(checkpoint.signer(signature))
        if by is None or not (by.role == "sheet" or by.user == entry[3]):
            return Fault.SIGNATURE
        if not checkpoint.holds(by.sign_key, signature, self._vault.desk_id, entry[0], digest):
            return Fault.SIGNATURE
        self.signatures += 1
        self.signers.add(by.sign_key)
        return None
