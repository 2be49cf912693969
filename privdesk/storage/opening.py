"""Makes a desk's folder or opens one, as a whole; what fails on the way leaves every file as it was.

Files: `data.db` (encrypted), `keys` and `keys.2` (the key header), `lock`, `ballast.bin` (freed when the disk is full),
after a migration `data.db.before-N` until the next opening, during a rotation `data.db.new` and `keys.new`.
"""

import os
import secrets
import shutil
from collections.abc import Callable
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from pathlib import Path

import sqlalchemy as sa

from privdesk.domain.errors import (
    DataForeign,
    DeskClosed,
    DeskError,
    DiskFull,
    KeysAltered,
    KeysDamaged,
    NotADesk,
    OlderCopy,
    OwnPasswordNeeded,
    WrongPassword,
    WrongSheet,
)
from privdesk.storage import (
    anchor,
    building,
    connection,
    doors,
    examining,
    files,
    header,
    keys,
    mark,
    migrations,
    recovery,
    roster,
    rotation,
    slots,
)
from privdesk.storage.anchor import Anchor
from privdesk.storage.connection import Raw
from privdesk.storage.header import Header
from privdesk.storage.keys import Cost
from privdesk.storage.lockfile import Lock
from privdesk.storage.migrations import STEPS, Step
from privdesk.storage.seal import Seal
from privdesk.storage.slots import Unlocked
from privdesk.storage.vault import BALLAST, DATA, Vault, mark_of, need_length

BALLAST_SIZE = 32 * 1024 * 1024
# what the write-ahead log takes before SQLite moves it into the file
_LEAST_ROOM = 4 * 1024 * 1024
_SHEET = "recovery sheet"
# of several headers one may have been tampered with, or may never have taken effect: the other may still open
_NOT_BY_THIS = (WrongPassword, WrongSheet, KeysAltered, OlderCopy)


@dataclass(frozen=True)
class Terms:
    """How a desk is opened: the policy's cost of hashing, this PC's profile folder, the schema, the ballast's size.

    With `accepting` an older copy is opened too; it raises what it has against who does so.
    """

    cost: Cost = keys.DEFAULT
    profile: Path | None = None
    accepting: Callable[[Unlocked], object] | None = None
    steps: tuple[Step, ...] = STEPS
    ballast: int = BALLAST_SIZE


_TERMS = Terms()


def create(
    folder: Path,
    login: str,
    password: str,
    *,
    terms: Terms = _TERMS,
    secret: bytes | None = None,
    first: Callable[[Vault], None] | None = None,
) -> tuple[Vault, bytes]:
    """A new desk with its first manager, opened, and the secret of its recovery sheet (`secret` itself if given).

    It is built beside `folder` and renamed at the end, so that a kill leaves nothing half; `first` writes what must be
    in it from the first moment. Raises PasswordLength, ProfileClosed or what `building.beside` raises.
    """
    need_length(password)
    secret = secret or recovery.new_secret()
    with building.beside(folder) as path:
        made = _build(path, login, password, secret, terms)
        if first:
            _first(path, login, made, terms, first)
    return _entered(folder, login, slots.proven(made.header, made.slot, made.user), terms), secret


def open_vault(folder: Path, login: str, password: str, *, terms: Terms = _TERMS, first_time: bool = False) -> Vault:
    """Unlock a desk; a single-use password opens it only for the `first_time`, to be replaced by one's own at once.

    Raises NotADesk, DeskClosed, NetworkFolder, ReadOnlyFolder, NotPlain, KeysDamaged, KeysAltered, NewerProgram,
    WrongPassword, OwnPasswordNeeded, DeskInUse, DataMissing, DataEmpty, DataForeign, VaultDamaged, OlderCopy,
    LogBroken, ProfileClosed or DiskFull; nothing on disk has changed then.
    """

    def unlock(found: Header) -> Unlocked:
        unlocked = slots.unlock(found, login, password)
        if unlocked.slot.invited and not first_time:
            unlocked.rings.wipe()
            raise OwnPasswordNeeded
        return unlocked

    vault = enter(folder, login, unlock, terms)
    own = roster.slot_with(vault.header, vault.slot)
    is_weak = own.cost is not None and own.cost.is_weaker_than(terms.cost)
    if (is_weak or own.pin != vault.header.roster_key) and not own.invited:
        with suppress(DeskError), connection.told(), vault.writer.begin() as conn:  # it can wait for another day
            vault.put_header(conn, roster.rewrapped(vault.header, vault.rings, login, password, password, terms.cost))
    return vault


def unlock_with_sheet(folder: Path, secret: bytes, *, terms: Terms = _TERMS) -> Vault:
    """Unlock a desk with the recovery sheet's secret, all rings included; raises WrongSheet, else as `open_vault`."""
    return enter(folder, _SHEET, lambda found: slots.unlock_with_sheet(found, secret), terms)


def enter(folder: Path, login: str, unlock: Callable[[Header], Unlocked], terms: Terms) -> Vault:
    """Unlock a desk in the way that `unlock` knows; others are told that `login` works here. Raises as `open_vault`."""
    refusals: list[DeskError] = []
    for candidate in _found(folder).headers:
        try:
            return _entered(folder, login, unlock(candidate), terms)
        except _NOT_BY_THIS as error:
            refusals.append(error)
    raise next((one for one in refusals if isinstance(one, WrongPassword | WrongSheet)), refusals[-1])


def _found(folder: Path) -> header.Found:
    """The header as it lies there, after all that can be told before the password."""
    with files.told(denied=DeskClosed):
        if not folder.is_dir():
            raise NotADesk(folder=folder.name)
        try:
            found = header.read(folder, _salt(folder))
        except NotADesk as error:
            if (folder / DATA).is_file():
                raise KeysDamaged from error
            raise
    connection.salt_of(folder / DATA)
    files.need_writable(folder, building.is_own)
    return found


def _salt(folder: Path) -> str:
    """What tells which of several headers is in force; empty where the data file cannot tell."""
    try:
        return connection.salt_of(folder / DATA)
    except DeskError:
        return ""


def _entered(folder: Path, login: str, unlocked: Unlocked, terms: Terms) -> Vault:
    """The last part of opening: nothing is written before everything is proven."""
    with ExitStack() as undo:
        undo.callback(unlocked.rings.wipe)
        lock = Lock(folder)
        undo.callback(lock.release)
        current = header.read(folder, _salt(folder))
        if unlocked.header not in current.headers:
            raise OlderCopy  # somebody changed it while the password was hashed
        opening = _opening_key(folder, unlocked)
        seen = _examined(folder, unlocked, opening, terms)
        with files.told():
            files.tighten(folder)
            _make_room(folder, undo)
        opened = doors.opened(
            folder / DATA,
            lambda: keys.database_key(opening),
            on_full=lambda: (folder / BALLAST).unlink(missing_ok=True),
            prepare=lambda raw, writer: _prepare(folder, raw, writer, unlocked, opening, terms),
        )
        undo.callback(opened.close)
        lock.name_holder(login)
        _settle(folder, unlocked.header, is_whole=len(current.headers) == 1 and not current.wants_repair, terms=terms)
        numbers = unlocked.rings.epochs("number")
        vault = Vault(
            folder=folder,
            desk_id=unlocked.header.desk,
            slot=unlocked.slot.id,
            role=unlocked.slot.role,
            doors=opened,
            seal=Seal(unlocked.header.desk, numbers) if numbers else None,
            anchor=seen,
            header=unlocked.header,
            rings=unlocked.rings,
            user=unlocked.user,
            profile=terms.profile,
            _lock=lock,
        )
        undo.pop_all()
    return vault


def _opening_key(folder: Path, unlocked: Unlocked) -> bytearray:
    """The key under which the data file lies, told by its readable salt."""
    opening = unlocked.rings.get("opening", unlocked.header.epoch)
    if opening is None or connection.salt_of(folder / DATA) != unlocked.header.file:
        raise DataForeign
    return opening


def _examined(folder: Path, unlocked: Unlocked, opening: bytearray, terms: Terms) -> Anchor | None:
    """What this PC saw of the desk last, after all was proven that can be proven without changing anything."""
    current = unlocked.header
    seen = anchor.read(terms.profile, current.desk) if terms.profile else None
    examining.need_format(folder / DATA, keys.database_key(opening), terms.steps)
    if terms.accepting:
        terms.accepting(unlocked)
    else:
        key = keys.database_key(opening)
        examining.need_age(folder / DATA, key, mark_of(current), seen)
        examining.need_heir(current, seen)
    return seen


def _make_room(folder: Path, undo: ExitStack) -> None:
    """Free the ballast of a disk that is full already; `undo` puts it back and leaves no empty file beside the data."""
    ballast, beside = folder / BALLAST, connection.sides(folder / DATA)
    if ballast.exists() and shutil.disk_usage(folder).free < _LEAST_ROOM:
        undo.callback(files.make_ballast, ballast, ballast.stat().st_size)
        ballast.unlink()
    if not any(side.exists() for side in beside):
        undo.callback(_drop_empty, *beside)


def _drop_empty(log: Path, index: Path) -> None:
    if not log.exists() or not log.stat().st_size:
        log.unlink(missing_ok=True)
        index.unlink(missing_ok=True)


def _prepare(folder: Path, raw: Raw, writer: sa.Engine, unlocked: Unlocked, opening: bytearray, terms: Terms) -> None:
    """Bring the schema up to date, and note the header in the file."""
    current = mark_of(unlocked.header)
    with connection.told(), files.told():
        with writer.connect() as conn:
            known = mark.read(conn)
        if not migrations.run(raw, writer, folder / DATA, lambda: keys.database_key(opening), terms.steps):
            migrations.drop_copies(folder / DATA)
        if known != current:
            with writer.begin() as conn:
                mark.write(conn, current)


def _settle(folder: Path, current: Header, *, is_whole: bool, terms: Terms) -> None:
    """What waits for a successful opening: repair of a header copy, what a kill has left, ballast."""
    with suppress(DiskFull), files.told():  # the copy that counts is there; the others wait for room
        if not is_whole:
            header.write(folder, current)
        rotation.clear(folder)
    with files.told():
        if shutil.disk_usage(folder).free > 4 * terms.ballast:
            files.make_ballast(folder / BALLAST, terms.ballast)


def _build(folder: Path, login: str, password: str, secret: bytes, terms: Terms) -> Unlocked:
    with ExitStack() as last:
        last.callback(Lock(folder).release)
        made = roster.founded(secrets.token_hex(16), login, password, secret, terms.cost)
        path = folder / DATA
        os.close(files.make_file(path))
        raw = connection.connect(path, keys.database_key(made.rings.epochs("opening")[1]))
        last.callback(raw.close)
        writer = connection.engine(raw)
        migrations.build(raw, writer, terms.steps)
        connection.checkpoint(raw)
        whole = roster.completed(made, connection.salt_of(path))
        with writer.begin() as conn:
            mark.write(conn, mark_of(whole.header))
        connection.checkpoint(raw)
        header.write(folder, whole.header)
        files.make_ballast(folder / BALLAST, terms.ballast)
    return whole


def _first(folder: Path, login: str, made: Unlocked, terms: Terms, first: Callable[[Vault], None]) -> None:
    vault = _entered(folder, login, slots.proven(made.header, made.slot, made.user), terms)
    try:
        first(vault)
    finally:
        vault.close()
