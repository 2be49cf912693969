"""The unlocked vault: its two connections, its keys, its users; how it is made and opened stands in `opening.py`."""

import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import sqlalchemy as sa

from privdesk.domain import password as rules
from privdesk.domain.errors import DataForeign, DeskError, DiskFull, OwnPasswordNeeded, PasswordLength, WrongPassword
from privdesk.domain.office import ZONE
from privdesk.storage import anchor, connection, files, header, keys, mark, proof, roster, slots, transaction
from privdesk.storage.anchor import Anchor
from privdesk.storage.connection import Raw
from privdesk.storage.doors import Doors
from privdesk.storage.header import Header, Role
from privdesk.storage.keys import Cost, Rings, UserKeys
from privdesk.storage.lockfile import Lock
from privdesk.storage.mark import Mark
from privdesk.storage.seal import Seal

DATA = "data.db"
BALLAST = "ballast.bin"


@dataclass
class Vault:
    """An unlocked desk file: one writing and one reading connection, and the keys that this user's role holds.

    `slot` is the id by which the key header knows the user, `role` what the signed roster says of him; `seal` is None
    for who may not read numbers; `anchor` is what this PC saw of the desk before, to be compared with the log. A backup
    and an exchange of the file hold `copying`, one at a time.
    """

    folder: Path
    desk_id: str
    slot: str
    role: Role
    doors: Doors
    seal: Seal | None
    anchor: Anchor | None
    header: Header = field(repr=False)
    rings: Rings = field(repr=False)
    user: UserKeys = field(repr=False)
    profile: Path | None
    _lock: Lock = field(repr=False)
    _is_open: bool = True
    _passing: threading.RLock = field(default_factory=threading.RLock, repr=False)
    copying: threading.Lock = field(default_factory=threading.Lock, repr=False)

    @property
    def writer(self) -> sa.Engine:
        """The connection that writes."""
        return self.doors.writer

    @property
    def reader(self) -> sa.Engine:
        """The connection that only reads; threads share it through `reading`."""
        return self.doors.reader

    @property
    def is_joining(self) -> bool:
        """Whether who is at the desk has keys that no manager has signed yet, and so holds the opening ring alone."""
        return any(slot.id == self.slot and slot.is_joining for slot in self.header.slots)

    @contextmanager
    def reading(self) -> Iterator[sa.Connection]:
        """A consistent view of the file; who reads on another thread, or exchanges the file, waits until it ends."""
        with self._passing, transaction.reading(self.reader) as conn:
            yield conn

    @contextmanager
    def reading_apart(self) -> Iterator[sa.Connection]:
        """A consistent view over a connection of its own, for what takes minutes: nobody waits for it but new keys.

        Raises KeyNotHeld for a vault that was closed.
        """
        with self.copying, ExitStack() as last:
            key = keys.database_key(proof.held(self.rings, "opening", self.header.epoch))
            raw = connection.connect(self.folder / DATA, key, read_only=True)
            last.callback(raw.close)
            apart = connection.engine(raw, read_only=True)
            last.callback(apart.dispose)
            connection.guard(raw, read_only=True)
            yield last.enter_context(transaction.reading(apart))

    @contextmanager
    def exchanging(self) -> Iterator[None]:
        """Keep readers out while the file is exchanged."""
        with self._passing:
            yield

    def put_header(self, conn: sa.Connection, fresh: Header) -> None:
        """Let `fresh` take effect with the writer's transaction `conn`; if that is not committed, the old one returns.

        A failed commit tells nobody but its caller, so that it is the file that is asked when the transaction is over.
        """
        old = self.header

        def settle(raw: Raw, _record: object) -> None:
            with suppress(DeskError), files.told(), connection.told():
                if mark.generation(raw) == fresh.generation:
                    header.write(self.folder, fresh)
                else:
                    self.header = old
                header.clear(self.folder)

        sa.event.listen(self.writer.pool, "checkin", settle, once=True)
        mark.write(conn, mark_of(fresh))
        self.header = fresh
        try:
            with files.told():
                if (self.folder / header.NEXT).exists():  # the disk was full after the last change
                    header.write(self.folder, old)
                header.write_next(self.folder, fresh)
        except DiskFull:
            self.free_ballast()
            raise

    def free_ballast(self) -> None:
        """Give back the reserve of a full disk."""
        (self.folder / BALLAST).unlink(missing_ok=True)

    def leave_anchor(self, log_seq: int, log_hash: str, *, lasting: bool = True) -> None:
        """Note outside the desk how far it has come; `log_hash` (hex) is that of the log's last entry.

        `lasting` as in `anchor.write`.
        """
        if self.profile:
            when = datetime.now(ZONE).strftime("%Y-%m-%d %H:%M")
            known = self.header
            seen = Anchor(known.generation, known.epoch, log_seq, log_hash, when, known.roster, known.roster_key)
            anchor.write(self.profile, self.desk_id, seen, lasting=lasting)
            if self.anchor:  # what this sitting itself notes is nothing that was seen before
                self.anchor = seen

    def integrity(self) -> list[str]:
        """What is wrong with the file as a whole; empty if nothing is. Reads every page: 10 s and more at 1 GB."""
        found = [] if self.doors.settle() else ["wal_checkpoint: busy"]
        try:
            if connection.salt_of(self.folder / DATA) != self.header.file:
                found.append(str(DataForeign()))
        except DeskError as error:
            found.append(str(error))
        return found + self.doors.faults()

    def close(self) -> None:
        """Lock: roll back what is open, empty the write-ahead log, drop the keys, let the next one in."""
        if not self._is_open:
            return
        self._is_open = False
        with ExitStack() as last:
            last.callback(self._lock.release)
            last.callback(self.forget)
            self.doors.close()

    def go_over(self, fresh: "Vault", doors: Doors) -> None:
        """Work from now on with the file behind `doors` and what `fresh` knows of it."""
        self.forget()
        self.doors, self.header, self.rings, self.seal = doors, fresh.header, fresh.rings, fresh.seal

    def forget(self) -> None:
        """Overwrite the keys."""
        self.rings.wipe()
        if self.seal:
            self.seal.forget()


def add_user(
    vault: Vault, conn: sa.Connection, login: str, password: str, role: Role, cost: Cost, *, invited: bool = False
) -> str:
    """Give somebody a way in, with the rings of his role, in the writer's transaction `conn`; the id of his slot.

    Who is `invited` can use the password once. Raises PasswordLength, LoginTaken, DeskFull, or KeyNotHeld for who is no
    manager.
    """
    need_length(password)
    changed, slot = roster.added(vault.header, login, password, role, cost, invited=invited)
    change_roster(vault, conn, lambda _before: changed)
    return slot.id


def change_roster(vault: Vault, conn: sa.Connection, edit: Callable[[Header], Header]) -> None:
    """Let another roster take effect with the writer's transaction `conn`; who loses a ring needs a rotation instead.

    Raises what `edit` raises, or KeyNotHeld for who is no manager.
    """
    changed = edit(vault.header)
    if roster.lost(vault.header, changed):
        raise ValueError("who loses a ring must not keep its key")
    vault.put_header(conn, roster.signed(changed, vault.rings))


def accept(vault: Vault, conn: sa.Connection, login: str, single_use: str, own: str, cost: Cost) -> None:
    """Take keys and a password of one's own in the place of those of the invitation.

    Raises PasswordLength, WrongPassword.
    """
    need_length(own)
    if not roster.slot_with(vault.header, vault.slot).invited:
        raise WrongPassword
    fresh, _, user = roster.accepted(vault.header, vault.rings, login, single_use, own, cost)
    vault.put_header(conn, fresh)
    vault.user = user


def change_password(vault: Vault, conn: sa.Connection, login: str, old: str, new: str, cost: Cost) -> None:
    """Replace one's own password in the writer's transaction `conn`; raises PasswordLength or WrongPassword."""
    need_length(new)
    vault.put_header(conn, roster.rewrapped(vault.header, vault.rings, login, old, new, cost))


def verify_password(vault: Vault, login: str, password: str) -> str:
    """The slot of an approver who proves himself beside the actor; raises WrongPassword or OwnPasswordNeeded."""
    slot = slots.knows_password(vault.header, login, password)
    if slot.invited:
        raise OwnPasswordNeeded
    return slot.id


def need_length(password: str) -> None:
    """Raise PasswordLength unless it keeps the two bounds that hold in every office."""
    if not rules.LEAST <= len(password) <= rules.MOST:
        raise PasswordLength(least=rules.LEAST, most=rules.MOST)


def mark_of(current: Header) -> Mark:
    """What the data file notes of the header."""
    return Mark(current.generation, current.epoch, current.roster)
