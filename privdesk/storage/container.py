"""The one file that a backup is: the encrypted data first, then what belongs to them, then what all this is.

    data · keys · tombstones · manifest · length of the manifest (8 bytes) · its SHA-256 (32) · end mark (16)

The data stand first, so that the database writes them where they stay, once. No archive format: a ZIP names each part
twice, in two places that may disagree, and a reader has to guess which one to believe. Nothing here is trusted: bounds
are checked before anything is read, and every part is proven by the digest that stands in the manifest.
"""

import hashlib
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Annotated, BinaryIO

import msgspec
from msgspec import Meta, Struct

from privdesk.domain.errors import BackupDamaged, NewerProgram, NotABackup
from privdesk.storage import files, given
from privdesk.storage.connection import PAGE_SIZE
from privdesk.storage.header import MAC_SIZE, MOST_BYTES, MOST_SLOTS, Id, canonical
from privdesk.storage.keys import SEALED_SIZE, same

FORMAT = (1, 0)
END_MARK = b"privdesk backup\n"
_LENGTH_SIZE = 8
_DIGEST_SIZE = 32
TRAILER_SIZE = _LENGTH_SIZE + _DIGEST_SIZE + len(END_MARK)
MOST_TOMBSTONES = 64 * 1024 * 1024
_MOST_DATA = 2**46
_CHUNK = 1024 * 1024

Progress = Callable[[int, int], object]
Digest = Annotated[bytes, Meta(min_length=_DIGEST_SIZE, max_length=_DIGEST_SIZE)]


class Part(Struct, frozen=True, forbid_unknown_fields=True):
    """So many bytes with this SHA-256."""

    size: Annotated[int, Meta(ge=0, le=_MOST_DATA)]
    digest: Digest


class LogEnd(Struct, frozen=True, forbid_unknown_fields=True):
    """How far the log in the data goes, and its last signed checkpoint as a note, if there is one."""

    seq: Annotated[int, Meta(ge=0, le=2**53)]
    hash: Digest
    note: Annotated[str, Meta(max_length=1000)]


class Manifest(Struct, frozen=True, forbid_unknown_fields=True):
    """What a backup is. `seals` holds its key, sealed to each slot that may open it.

    The MAC stands under a key derived from the opening ring of the epoch that the header among the parts has in force.
    """

    format: tuple[int, int]
    id: Id
    desk: Id
    made_at: Annotated[datetime, Meta(tz=True)]
    data: Part
    keys: Part
    tombstones: Part
    log: LogEnd
    seals: Annotated[
        dict[Id, Annotated[bytes, Meta(min_length=SEALED_SIZE, max_length=SEALED_SIZE)]],
        Meta(min_length=1, max_length=MOST_SLOTS),
    ]
    mac: Annotated[bytes, Meta(min_length=MAC_SIZE, max_length=MAC_SIZE)]

    @property
    def parts(self) -> tuple[Part, Part, Part]:
        """The parts in their order in the file."""
        return self.data, self.keys, self.tombstones


class _Format(Struct, frozen=True):
    format: tuple[int, int]


def part_of(content: bytes) -> Part:
    """What the manifest says of these bytes."""
    return Part(len(content), hashlib.sha256(content).digest())


def part_of_file(path: Path, progress: Progress | None = None) -> Part:
    """What the manifest says of a whole file; `progress` gets the bytes read so far, and all."""
    with files.told(), path.open("rb") as file:
        size = file.seek(0, os.SEEK_END)
        file.seek(0)
        return Part(size, _digest(file, size, None, progress))


def complete(path: Path, manifest: Manifest, keys: bytes, tombstones: bytes) -> None:
    """Turn the file of the data into a container; afterwards it is on the disk as a whole."""
    body = canonical(manifest)
    with files.told(), path.open("ab") as file:
        for content in (keys, tombstones, body, len(body).to_bytes(_LENGTH_SIZE), _sha256(body), END_MARK):
            file.write(content)
        file.flush()
        os.fsync(file.fileno())


def read(path: Path) -> Manifest:
    """What a backup says of itself, every bound checked, nothing proven but its own digest.

    Raises FileUnreadable, NotABackup, BackupDamaged or NewerProgram.
    """
    with _opened(path) as file:
        size = file.seek(0, os.SEEK_END)
        file.seek(max(size - TRAILER_SIZE, 0))
        trailer = file.read(TRAILER_SIZE)
        if len(trailer) < TRAILER_SIZE or not trailer.endswith(END_MARK):
            raise NotABackup(file=path.name)
        length = int.from_bytes(trailer[:_LENGTH_SIZE])
        rest = size - TRAILER_SIZE - length
        if length > MOST_BYTES or rest < 0:
            raise BackupDamaged(file=path.name)
        file.seek(rest)
        body = file.read(length)
    manifest = _decoded(path, body, trailer[_LENGTH_SIZE : _LENGTH_SIZE + _DIGEST_SIZE])
    if sum(part.size for part in manifest.parts) != rest or not _is_bounded(manifest):
        raise BackupDamaged(file=path.name)
    return manifest


def keys_of(path: Path, manifest: Manifest) -> bytes:
    """The copy of the key header; raises BackupDamaged if it is not what the manifest says."""
    return _small(path, manifest.keys, manifest.data.size)


def tombstones_of(path: Path, manifest: Manifest) -> bytes:
    """The list of what was disposed of; raises BackupDamaged if it is not what the manifest says."""
    return _small(path, manifest.tombstones, manifest.data.size + manifest.keys.size)


def extract(path: Path, manifest: Manifest, target: Path | None, progress: Progress | None = None) -> None:
    """Write the data to the new file `target`, or with None only prove them; `progress` as in `part_of_file`.

    Raises BackupDamaged if they are not what the manifest says; an unproven `target` is left to the caller.
    """
    with _opened(path) as file, _new(target) as out:
        if not same(_digest(file, manifest.data.size, out, progress), manifest.data.digest):
            raise BackupDamaged(file=path.name)


def _decoded(path: Path, body: bytes, digest: bytes) -> Manifest:
    if not same(_sha256(body), digest):
        raise BackupDamaged(file=path.name)
    try:
        if msgspec.json.decode(body, type=_Format).format > FORMAT:
            raise NewerProgram
        manifest = msgspec.json.decode(body, type=Manifest)
    except (msgspec.DecodeError, RecursionError) as error:
        raise BackupDamaged(file=path.name) from error
    if manifest.format != FORMAT or canonical(manifest) != body:
        raise BackupDamaged(file=path.name)
    return manifest


def _is_bounded(manifest: Manifest) -> bool:
    data, keys, tombstones = manifest.parts
    is_database = data.size >= PAGE_SIZE and data.size % PAGE_SIZE == 0
    return is_database and keys.size <= MOST_BYTES and tombstones.size <= MOST_TOMBSTONES


def _small(path: Path, part: Part, start: int) -> bytes:
    with _opened(path) as file:
        file.seek(start)
        content = file.read(part.size)
    if not same(_sha256(content), part.digest):
        raise BackupDamaged(file=path.name)
    return content


def _digest(file: BinaryIO, size: int, out: BinaryIO | None, progress: Progress | None) -> bytes:
    """The SHA-256 of the next `size` bytes, which go to `out` as well; a file that ends before gives another one."""
    digest, left = hashlib.sha256(), size
    while left and (chunk := file.read(min(_CHUNK, left))):
        digest.update(chunk)
        if out:
            out.write(chunk)
        left -= len(chunk)
        if progress:
            progress(size - left, size)
    return digest.digest()


@contextmanager
def _opened(path: Path) -> Iterator[BinaryIO]:
    file = given.opened(path)
    with files.told(), file:
        yield file


@contextmanager
def _new(target: Path | None) -> Iterator[BinaryIO | None]:
    if target is None:
        yield None
        return
    with os.fdopen(files.make_file(target), "wb") as out:
        yield out


def _sha256(content: bytes) -> bytes:
    return hashlib.sha256(content).digest()
