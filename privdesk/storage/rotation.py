"""Exchanges the data file for one under new keys: export, verify, one switch. Never `rekey`, which can lose the file.

    data.db.new  the copy, under the keys of the next epoch; the entry that tells of the change is in it already
    keys.new     the key header that goes with it

Both lie beside the old ones until `data.db.new` is renamed over `data.db`: in that instant users, roles and keys change
with the file, because that header counts which knows the salt of the file that is there. A kill before leaves the old
state, a kill after the new one; the next opening clears away what is left.
"""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from shutil import disk_usage

import sqlalchemy as sa
from msgspec.structs import replace as with_

from privdesk.domain.errors import BackupUnderWay, DeskError, DiskFull, FileInUse, VaultDamaged
from privdesk.storage import audit, connection, copying, doors, files, header, keys, mark, roster, sealed
from privdesk.storage.copying import Progress
from privdesk.storage.header import Header
from privdesk.storage.keys import Rings
from privdesk.storage.seal import Seal
from privdesk.storage.vault import DATA, Vault, mark_of

NEW = f"{DATA}.new"


@dataclass(frozen=True)
class _Next:
    """What follows: a header that still lacks file and signature, its rings, and whether numbers are sealed anew."""

    header: Header
    rings: Rings
    reseal: bool

    def key(self) -> bytearray:
        """The raw key of the next file, each time in memory of its own."""
        return keys.database_key(self.rings.epochs("opening")[self.header.epoch])


@contextmanager
def rotating(
    vault: Vault, change: Callable[[Header], Header] = lambda kept: kept, progress: Progress | None = None
) -> Iterator[Vault]:
    """The vault as it will be, with who may open it as `change` says; what is written to it comes with the switch.

    At the end of the block `vault` itself has gone over to the new file; if anything fails before, all is as it was.
    Raises what `change` raises, KeyNotHeld, Cancelled, BackupUnderWay, DiskFull, DiskTrouble, FileInUse, VaultDamaged.
    """
    with files.told(), connection.told(), _alone(vault), ExitStack() as last:
        _need_room(vault.folder)
        header.write(vault.folder, vault.header)
        clear(vault.folder)
        held = last.enter_context(vault.writer.connect())  # nobody else writes meanwhile
        held.begin()
        following = _following(vault, change)
        undo = last.enter_context(ExitStack())
        undo.callback(_take_back, vault.folder, vault.header)
        undo.callback(following.rings.wipe)
        fresh = _made(vault, following, progress)
        undo.callback(fresh.forget)
        try:
            yield fresh
        finally:
            fresh.doors.close()
        files.sync_file(vault.folder / NEW)
        header.write_next(vault.folder, fresh.header)
        with vault.exchanging():
            held.close()
            _switch(vault)
            undo.pop_all()
            vault.go_over(fresh, doors.opened(vault.folder / DATA, following.key, on_full=vault.free_ballast))
        with suppress(DeskError), files.told():  # the next opening does it as well
            header.write(vault.folder, vault.header)
            clear(vault.folder)


@contextmanager
def _alone(vault: Vault) -> Iterator[None]:
    """At once or not at all: the user decides whether to wait for a backup."""
    if not vault.copying.acquire(blocking=False):
        raise BackupUnderWay
    try:
        yield
    finally:
        vault.copying.release()


def clear(folder: Path) -> None:
    """Remove what a rotation that was killed has left, whether or not it took effect."""
    header.clear(folder)
    copying.remove(folder / NEW)


def _take_back(folder: Path, before: Header) -> None:
    """Clear away what did not come to the switch; after it, the new header may lie in no other copy yet."""
    if connection.salt_of(folder / DATA) == before.file:
        clear(folder)


def _need_room(folder: Path) -> None:
    """Say at once that the disk is too full, and not after minutes."""
    needed = (folder / DATA).stat().st_size
    if disk_usage(folder).free < needed + needed // 4:
        raise DiskFull


def _following(vault: Vault, change: Callable[[Header], Header]) -> _Next:
    before, after = vault.header, change(vault.header)
    renewed, rings = roster.renewed(before, vault.rings, reroster="roster" in roster.lost(before, after))
    # once more, so that slots which the change makes are pinned to the roster key of the next epoch
    return _Next(change(renewed), rings, roster.must_reseal(before, after))


def _made(vault: Vault, following: _Next, progress: Progress | None) -> Vault:
    """The new file, a verified copy in which numbers are sealed anew if they must, opened with its finished header."""
    target, rings = vault.folder / NEW, following.rings
    source = connection.connect(vault.folder / DATA, _key(vault))
    try:
        copying.copy(source, target, following.key, progress)
    finally:
        source.close()
    opened = doors.opened(target, following.key)
    try:
        if following.reseal:
            _reseal(vault, opened.writer, rings, progress)
        finished = roster.signed(with_(following.header, file=connection.salt_of(target)), rings)
        with vault.reading() as before, opened.writer.begin() as conn:
            if audit.head(conn) != audit.head(before):
                raise VaultDamaged
            mark.write(conn, mark_of(finished))
    except BaseException:
        opened.close()
        raise
    seal = Seal(vault.desk_id, rings.epochs("number"))
    # no anchor is left for what may never take effect
    return replace(vault, doors=opened, header=finished, rings=rings, seal=seal, profile=None)


def _reseal(vault: Vault, writer: sa.Engine, rings: Rings, progress: Progress | None) -> None:
    seal = Seal(vault.desk_id, rings.epochs("number"))
    try:
        with writer.begin() as conn:
            sealed.renew(conn, seal, progress)
    finally:
        seal.forget()
    rings.keep_newest("number")


def _switch(vault: Vault) -> None:
    """Let go of the old file and put the new one in its place; if that fails, the old one is open again.

    If it is in its place but perhaps not for good, nothing is open: the next opening finds out which one is there.
    """
    data = vault.folder / DATA
    if not vault.doors.settle():
        raise FileInUse
    vault.doors.close()
    try:
        if any((vault.folder / f"{name}-wal").exists() for name in (DATA, NEW)):  # it would belong to the other file
            raise FileInUse
        files.move(vault.folder / NEW, data)
    except BaseException:
        if connection.salt_of(data) == vault.header.file:
            vault.doors = doors.opened(data, lambda: _key(vault), on_full=vault.free_ballast)
        raise


def _key(vault: Vault) -> bytearray:
    return keys.database_key(vault.rings.epochs("opening")[vault.header.epoch])
