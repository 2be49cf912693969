"""The unlocked vault: its two connections, its keys, its users; how it is made and opened stands in `opening.py`."""

from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from pathlib import Path

import sqlalchemy as sa

from privdesk.domain import password as rules
from privdesk.domain.errors import DataForeign, DeskError, DiskFull, PasswordLength
from privdesk.storage import anchor, connection, files, header, mark, slots
from privdesk.storage.anchor import Anchor
from privdesk.storage.connection import Raw
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
    for who may not read numbers; `anchor` is what this PC saw of the desk before, to be compared with the log.
    """

    folder: Path
    desk_id: str
    slot: str
    role: Role
    writer: sa.Engine
    reader: sa.Engine
    seal: Seal | None
    anchor: Anchor | None
    header: Header = field(repr=False)
    rings: Rings = field(repr=False)
    user: UserKeys = field(repr=False)
    _profile: Path | None
    _raw: tuple[Raw, Raw] = field(repr=False)
    _lock: Lock = field(repr=False)
    _is_open: bool = True

    def put_header(self, conn: sa.Connection, fresh: Header) -> None:
        """Let `fresh` take effect with the writer's transaction `conn`; if that rolls back, the old header returns."""
        old = self.header

        def restore(_conn: sa.Connection) -> None:
            self.header = old
            header.write(self.folder, old)

        sa.event.listen(conn, "rollback", restore, once=True)
        mark.write(conn, mark_of(fresh))
        try:
            with files.told():
                header.write(self.folder, fresh)
        except DiskFull:
            self.free_ballast()  # putting the old header back needs room
            raise
        self.header = fresh

    def free_ballast(self) -> None:
        """Give back the reserve of a full disk."""
        (self.folder / BALLAST).unlink(missing_ok=True)

    def leave_anchor(self, log_seq: int, log_hash: str) -> None:
        """Note outside the desk how far it has come; `log_hash` (hex) is that of the log's last entry."""
        if self._profile:
            seen = Anchor(self.header.generation, self.header.epoch, log_seq, log_hash)
            anchor.write(self._profile, self.desk_id, seen)
            self.anchor = seen

    def integrity(self) -> list[str]:
        """What is wrong with the file as a whole; empty if nothing is. Reads every page: 10 s and more at 1 GB."""
        found = [] if connection.checkpoint(self._raw[0]) else ["wal_checkpoint: busy"]
        try:
            if connection.salt_of(self.folder / DATA) not in self.header.files:
                found.append(str(DataForeign()))
        except DeskError as error:
            found.append(str(error))
        return found + connection.faults(self._raw[0])

    def close(self) -> None:
        """Lock: roll back what is open, empty the write-ahead log, drop the keys, let the next one in."""
        if not self._is_open:
            return
        self._is_open = False
        writing, reading = self._raw
        with ExitStack() as last:
            last.callback(self._lock.release)
            last.callback(self.rings.wipe)
            if self.seal:
                last.callback(self.seal.forget)
            for engine, raw in ((self.writer, writing), (self.reader, reading)):
                last.callback(raw.close)
                last.callback(engine.dispose)
            reading.rollback()
            writing.rollback()
            with suppress(DeskError), connection.told():  # what cannot be moved is safe where it is
                connection.checkpoint(writing)


def add_user(vault: Vault, conn: sa.Connection, login: str, password: str, role: Role, cost: Cost) -> str:
    """Give somebody a way in, with the rings of his role, in the writer's transaction `conn`; the id of his slot.

    Raises PasswordLength, LoginTaken, DeskFull, or KeyNotHeld for who is no manager.
    """
    need_length(password)
    fresh, slot = slots.added(vault.header, vault.rings, login, password, role, cost)
    vault.put_header(conn, fresh)
    return slot.id


def change_password(vault: Vault, conn: sa.Connection, login: str, old: str, new: str, cost: Cost) -> None:
    """Replace one's own password in the writer's transaction `conn`; raises PasswordLength or WrongPassword."""
    need_length(new)
    vault.put_header(conn, slots.rewrapped(vault.header, vault.rings, login, old, new, cost))


def verify_password(vault: Vault, login: str, password: str) -> str:
    """The slot of an approver who proves himself beside the actor; raises WrongPassword."""
    return slots.knows_password(vault.header, login, password).id


def need_length(password: str) -> None:
    """Raise PasswordLength unless it keeps the two bounds that hold in every office."""
    if not rules.LEAST <= len(password) <= rules.MOST:
        raise PasswordLength(least=rules.LEAST, most=rules.MOST)


def mark_of(current: Header) -> Mark:
    """What the data file notes of the header."""
    return Mark(current.generation, current.epoch, current.roster)
