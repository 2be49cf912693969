"""Makes a backup: a copy of the open desk under a key of its own, in one file, proven before it gets its name.

The key is sealed to every manager's public key and to the recovery sheet's, so that whoever makes the backup need not
be able to open it. The MAC tells that somebody who could open the desk made it, the header copy says who may open it.
"""

import secrets
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from shutil import disk_usage

import sqlalchemy as sa
from msgspec.structs import replace

from privdesk.domain.errors import (
    BackupDamaged,
    BackupDisturbed,
    DiskFull,
    DiskTrouble,
    FileTaken,
    MediumFaulty,
    MediumFull,
    MediumReadOnly,
    PlaceMissing,
    ReadOnlyFolder,
)
from privdesk.storage import (
    audit,
    checkpoint,
    connection,
    container,
    copying,
    erasure,
    files,
    header,
    keys,
    mark,
    proof,
)
from privdesk.storage.container import FORMAT, LogEnd, Manifest
from privdesk.storage.copying import Progress
from privdesk.storage.header import MAC_SIZE, Header, canonical
from privdesk.storage.tables import audit as log
from privdesk.storage.vault import DATA, Vault, mark_of

SUFFIX = ".privdesk-backup"
_SEALED_TO = ("manager", "sheet")
_UNPROVED = bytes(MAC_SIZE)
_ASK_EVERY_S = 0.1


@dataclass(frozen=True)
class Backup:
    """A backup that was made: its file, and how far the log in it goes."""

    uid: str
    path: Path
    made_at: datetime
    size: int
    log_seq: int


def make(vault: Vault, folder: Path, now: datetime, progress: Progress | None = None) -> Backup:
    """Write a backup into `folder`, which only its owner can read, and prove it by opening it.

    It has a connection of its own, so nobody waits for it; `progress` (done, total, in bytes) may raise Cancelled, and
    then nothing is left. Raises PlaceMissing, MediumFull, MediumReadOnly, MediumFaulty, FileTaken, BackupDisturbed or
    VaultDamaged.
    """
    if not files.answers(folder):
        raise PlaceMissing(place=str(folder))
    with _said_of(folder), _alone(vault, progress):
        return _made(vault, folder, now, progress)


def mac_of(manifest: Manifest, opening: bytearray) -> bytes:
    """The MAC that a manifest must have under the opening ring of the epoch that its header has in force."""
    under = keys.derived(opening, "backup")
    try:
        return keys.mac(under, b"privdesk backup 1|" + canonical(replace(manifest, mac=_UNPROVED)))
    finally:
        keys.wipe(under)


def sealed_for(desk: str, uid: str) -> str:
    """The place for which the key of a backup is sealed."""
    return f"{desk}|backup|{uid}"


@contextmanager
def _alone(vault: Vault, progress: Progress | None) -> Iterator[None]:
    """Wait until new keys are in force, which takes no longer than a backup itself."""
    while not vault.copying.acquire(timeout=_ASK_EVERY_S):
        if progress:
            progress(0, 0)
    try:
        yield
    finally:
        vault.copying.release()


def _made(vault: Vault, folder: Path, now: datetime, progress: Progress | None) -> Backup:
    with files.told():
        if disk_usage(folder).free < (vault.folder / DATA).stat().st_size:
            raise DiskFull
    path = folder / f"{vault.folder.stem}-{now:%Y%m%d-%H%M%S}{SUFFIX}"
    if path.exists():
        raise FileTaken(file=path.name)
    # one name for all that is under way: what a kill left is written over the next time
    part = folder / f".{vault.desk_id}.part"
    try:
        manifest = _written(vault, part, now, progress)
        with files.told():
            part.rename(path)
            files.sync_folder(folder)
    except BaseException:
        copying.remove(part)
        raise
    return Backup(manifest.id, path, now, path.stat().st_size, manifest.log.seq)


def _written(vault: Vault, part: Path, now: datetime, progress: Progress | None) -> Manifest:
    """Write the container and read it back from the medium."""
    current, key = vault.header, keys.new_key()
    # of its own, because the desk's keys may be exchanged before the end
    opening = proof.held(vault.rings, "opening", current.epoch).copy()
    try:
        with closing(connection.connect(vault.folder / DATA, keys.database_key(opening))) as raw:
            copying.copy(raw, part, lambda: keys.database_key(key), copying.share(progress, 0, 3))
        bare, tombstones = _described(part, current, key, now, copying.share(progress, 1, 3))
        manifest = replace(bare, mac=mac_of(bare, opening))
    finally:
        keys.wipe(key)
        keys.wipe(opening)
    kept = header.encode(current)
    container.complete(part, manifest, kept, tombstones)
    files.drop_cached(part)
    try:
        is_kept = container.read(part) == manifest and container.keys_of(part, manifest) == kept
        container.extract(part, manifest, None, copying.share(progress, 2, 3))
    except BackupDamaged:
        is_kept = False
    if not is_kept:
        raise MediumFaulty(place=str(part.parent))
    return manifest


@contextmanager
def _said_of(folder: Path) -> Iterator[None]:
    """What the disk does here it does at the place, not to the desk."""
    try:
        yield
    except DiskFull as error:
        raise MediumFull(place=str(folder)) from error
    except ReadOnlyFolder as error:
        raise MediumReadOnly(place=str(folder)) from error
    except DiskTrouble as error:
        raise MediumFaulty(place=str(folder)) from error


def _described(
    part: Path, current: Header, key: bytearray, now: datetime, progress: Progress | None
) -> tuple[Manifest, bytes]:
    """What the copy is, told by the copy itself, still without its MAC; and its list of what was disposed of."""
    raw = connection.connect(part, keys.database_key(key), read_only=True, journal="DELETE")
    engine = connection.engine(raw, read_only=True)
    with closing(raw), connection.told(), engine.connect() as conn:
        noted = mark.read(conn)
        if noted is None or not noted.fits(mark_of(current)):
            raise BackupDisturbed
        head = audit.head(conn)
        end = LogEnd(head.seq, head.hash, _note(conn, current))
        tombstones = canonical([one.digest for one in erasure.tombstones(conn)])
    uid = secrets.token_hex(16)
    manifest = Manifest(
        format=FORMAT,
        id=uid,
        desk=current.desk,
        made_at=now.astimezone(UTC).replace(microsecond=0),
        data=container.part_of_file(part, progress),
        keys=container.part_of(header.encode(current)),
        tombstones=container.part_of(tombstones),
        log=end,
        seals=_seals(current, key, uid),
        mac=_UNPROVED,
    )
    return manifest, tombstones


def _seals(current: Header, key: bytearray, uid: str) -> dict[str, bytes]:
    """The backup's key for all who may open it; a single-use password does not, because it was told to somebody."""
    who = [slot for slot in current.slots if slot.role in _SEALED_TO and not slot.is_joining]
    return {slot.id: keys.seal_to(slot.box_key, key, sealed_for(current.desk, uid)) for slot in who}


def _note(conn: sa.Connection, current: Header) -> str:
    """The last signed checkpoint, where its signer is still known; it goes no further than the copy."""
    signed = sa.select(log.c.seq, log.c.hash, log.c.signature).where(log.c.signature.is_not(None))
    row = conn.execute(signed.order_by(log.c.seq.desc()).limit(1)).first()
    if row is None:
        return ""
    by = checkpoint.signer(row.signature)
    slots = [slot for slot in current.slots if checkpoint.key_id(slot.id, slot.sign_key) == by]
    return checkpoint.note(slots[0].id, row.signature, current.desk, row.seq, row.hash) if slots else ""
