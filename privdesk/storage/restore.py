"""Opens a backup, and makes a desk of it in a new folder, never over one.

The restored desk keeps its id, its users and their passwords of that day. Its data lie under the desk's own opening key
again; its header counts one change of the roster more, so that its log goes on in a segment with a seed of its own.
"""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import msgspec
from msgspec.structs import replace

from privdesk.domain.errors import (
    BackupAltered,
    BackupDamaged,
    BackupNotYours,
    DataForeign,
    DeskError,
    KeysAltered,
    KeysDamaged,
    KeysElsewhere,
    KeysOlder,
    KeysSound,
    NotADesk,
    OlderCopy,
    VaultDamaged,
)
from privdesk.domain.office import ZONE
from privdesk.storage import (
    audit,
    backup,
    building,
    connection,
    container,
    copying,
    examining,
    files,
    header,
    keys,
    mark,
    migrations,
    proof,
    slots,
)
from privdesk.storage.audit import Head
from privdesk.storage.container import Digest, Manifest
from privdesk.storage.copying import Progress
from privdesk.storage.erasure import Tombstone
from privdesk.storage.header import Header
from privdesk.storage.lockfile import Lock
from privdesk.storage.migrations import Step
from privdesk.storage.slots import Unlocked
from privdesk.storage.vault import DATA, mark_of

Unlock = Callable[[Header], Unlocked]


@dataclass(frozen=True)
class Opened:
    """A backup that is proven and open: what it says of itself, who opened it, and the key of its data."""

    manifest: Manifest
    unlocked: Unlocked = field(repr=False)
    key: bytearray = field(repr=False)

    def unlock_again(self, found: Header) -> Unlocked:
        """The same person before the restored desk's header, without another hashing."""
        slot = next(one for one in found.slots if one.id == self.unlocked.slot.id)
        return slots.proven(found, slot, self.unlocked.user)

    def close(self) -> None:
        """Overwrite the keys."""
        self.unlocked.rings.wipe()
        keys.wipe(self.key)


@dataclass(frozen=True)
class Later:
    """Who was disposed of since a backup, and of when the newest list is that could not be read, if there is one."""

    stones: tuple[Tombstone, ...]
    unread: datetime | None


def opened(path: Path, unlock: Unlock) -> Opened:
    """Prove a backup's frame and open its key; the data themselves are proven when they are read.

    Raises FileUnreadable, NotABackup, BackupDamaged, BackupAltered, BackupNotYours, NewerProgram, and what `unlock`
    raises for a wrong password or sheet.
    """
    manifest = container.read(path)
    with _said_of(path):
        kept = header.decode(container.keys_of(path, manifest))
        unlocked = unlock(kept)
        sealed = manifest.seals.get(unlocked.slot.id)
        if sealed is None:
            raise BackupNotYours
        is_proven = keys.same(backup.mac_of(manifest, proof.held(unlocked.rings, "opening", kept.epoch)), manifest.mac)
        if kept.desk != manifest.desk or not is_proven:
            raise KeysAltered
        try:
            key = unlocked.user.unseal(sealed, backup.sealed_for(manifest.desk, manifest.id))
        except keys.Unopened as error:
            raise KeysAltered from error
    return Opened(manifest, unlocked, key)


def restore(
    path: Path, folder: Path, unlock: Unlock, steps: tuple[Step, ...], progress: Progress | None = None
) -> Opened:
    """Make a desk of a backup at `folder`, closed, or nothing.

    `progress` (done, total, in bytes) may raise Cancelled. Raises as `opened`, and DeskExists, DeskInUse, DiskFull,
    ReadOnlyFolder or DiskTrouble.
    """
    found = opened(path, unlock)
    with building.beside(folder) as place, _said_of(path):
        copied, data = place / f"{DATA}.backup", place / DATA
        container.extract(path, found.manifest, copied, copying.share(progress, 0, 2))
        opening = proof.held(found.unlocked.rings, "opening", found.unlocked.header.epoch)
        with closing(connection.connect(copied, keys.database_key(found.key), journal="DELETE")) as raw:
            migrations.need_known(raw, steps)
            copying.copy(raw, data, lambda: keys.database_key(opening), copying.share(progress, 1, 2))
        copying.remove(copied)
        fresh = _fresh(found.unlocked, connection.salt_of(data))
        _marked(data, opening, fresh, found.manifest)
        header.write(place, fresh)
    return found


def later_tombstones(path: Path, found: Opened, unlock: Unlock) -> Later:
    """Whom the newer backups beside this one know as disposed of, as far as they open in the same way.

    Each list is read once, and a backup of another desk, or with the same list as this one, is passed over.
    """
    stones: dict[Digest, Tombstone] = {}
    read, unread = set(), []
    for other, manifest in _newer_beside(path, found.manifest):
        if manifest.tombstones in read:
            continue
        try:
            with closing(opened(other, unlock)):
                told = msgspec.json.decode(container.tombstones_of(other, manifest), type=list[Digest])
        except (DeskError, msgspec.DecodeError):
            unread.append(manifest)
            continue
        read.add(manifest.tombstones)
        day = manifest.made_at.astimezone(ZONE).date()
        for digest in told:
            stones.setdefault(digest, Tombstone(digest, day, other.name, manifest.log.seq))
    closed = [manifest.made_at for manifest in unread if manifest.tombstones not in read]
    return Later(tuple(stones.values()), max(closed, default=None))


def put_back_keys(path: Path, folder: Path, unlock: Unlock) -> None:
    """Replace the key files of a desk, whose data file is whole, by those in a backup of it.

    Key files that can be read prove nothing, anybody could have written them: they give way to those that the data file
    knows, and to no others. Where none can be read, whether the backup's are too old is told when the desk is opened.
    Raises as `opened`, and DataMissing, DataEmpty, DataForeign, VaultDamaged, DeskInUse, KeysElsewhere, KeysOlder or
    KeysSound.
    """
    with closing(opened(path, unlock)) as found:
        kept = found.unlocked.header
        if kept.file != connection.salt_of(folder / DATA):
            raise KeysElsewhere(file=path.name)
        with _locked(folder):
            here = _readable(folder, kept.file)
            if here and not _fits(folder, found.unlocked):
                raise KeysOlder(file=path.name)
            if kept in here:
                raise KeysSound
            with files.told():
                header.write(folder, kept)


def _readable(folder: Path, salt: str) -> tuple[Header, ...]:
    """The headers of a desk that know its data file, proven by nothing."""
    try:
        return tuple(one for one in header.read(folder, salt).headers if one.file == salt)
    except (KeysDamaged, NotADesk):
        return ()


def _fits(folder: Path, unlocked: Unlocked) -> bool:
    """Whether a proven header is the one that the data file saw last."""
    opening = proof.held(unlocked.rings, "opening", unlocked.header.epoch)
    try:
        examining.need_age(folder / DATA, keys.database_key(opening), mark_of(unlocked.header), None)
    except OlderCopy:
        return False
    return True


def _newer_beside(path: Path, own: Manifest) -> list[tuple[Path, Manifest]]:
    """The later backups of the same desk in this folder whose lists say something else, the newest first."""
    later = []
    for other in path.parent.glob(f"*{backup.SUFFIX}"):
        with suppress(DeskError):
            told = container.read(other)
            if told.desk == own.desk and told.made_at > own.made_at and told.tombstones != own.tombstones:
                later.append((other, told))
    return sorted(later, key=lambda one: one[1].made_at, reverse=True)


def _fresh(unlocked: Unlocked, salt: str) -> Header:
    return proof.proved(replace(unlocked.header, file=salt), unlocked.rings, roster_changed=True)


def _marked(data: Path, opening: bytearray, fresh: Header, manifest: Manifest) -> None:
    """Let the data know their header, after a look that they end where the manifest says."""
    raw = connection.connect(data, keys.database_key(opening), journal="DELETE")
    with closing(raw), connection.engine(raw).begin() as conn:
        if audit.head(conn) != Head(manifest.log.seq, manifest.log.hash):
            raise VaultDamaged
        mark.write(conn, mark_of(fresh))


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    lock = Lock(folder)
    try:
        yield
    finally:
        lock.release()


@contextmanager
def _said_of(path: Path) -> Iterator[None]:
    """What is wrong with keys and data in a backup is said of the backup, not of the desk's own files."""
    try:
        yield
    except (KeysDamaged, VaultDamaged, DataForeign) as error:
        raise BackupDamaged(file=path.name) from error
    except KeysAltered as error:
        raise BackupAltered(file=path.name) from error
