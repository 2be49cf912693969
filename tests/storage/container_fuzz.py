"""Backups that somebody made up: whatever stands in the file, reading it ends with a planned error or as it should.

`python -m tests.storage.container_fuzz 200000 [SEED]` tries so many and prints what they ended with.
"""

import hashlib
import json
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec
from msgspec.structs import replace

from privdesk.domain.errors import DeskError
from privdesk.storage import backup, container, header, keys, restore, roster, slots
from privdesk.storage.container import END_MARK, TRAILER_SIZE, LogEnd, Manifest
from privdesk.storage.slots import Unlocked
from tests.storage import mutations
from tests.storage.mutations import Chance, changed, noted, told

DATA = bytes(range(256)) * 16


@dataclass(frozen=True)
class Sample:
    """A sound container, what opens it, and the secret of its sheet."""

    content: bytes
    manifest: Manifest
    unlocked: Unlocked
    secret: bytes

    def unlock(self, found: header.Header) -> Unlocked:
        """The sheet's way in, which hashes nothing."""
        return slots.unlock_with_sheet(found, self.secret)


def sample(folder: Path) -> Sample:
    """A container as `backup` writes it, over data of one page."""
    secret = bytes(range(32))
    made = roster.founded("ab" * 16, "sato", "an unhurried heron waits", secret, keys.FLOOR)
    made = roster.completed(made, "cd" * 16)
    kept, tombstones = header.encode(made.header), b"[]"
    bare = Manifest(
        format=container.FORMAT,
        id="12" * 16,
        desk=made.header.desk,
        made_at=datetime(2026, 11, 22, 1, tzinfo=UTC),
        data=container.part_of(DATA),
        keys=container.part_of(kept),
        tombstones=container.part_of(tombstones),
        log=LogEnd(7, bytes(32), "a note"),
        seals=backup._seals(made.header, keys.new_key(), "12" * 16),
        mac=bytes(32),
    )
    manifest = replace(bare, mac=backup.mac_of(bare, made.rings.epochs("opening")[1]))
    path = folder / "sample.privdesk-backup"
    path.write_bytes(DATA)
    container.complete(path, manifest, kept, tombstones)
    return Sample(path.read_bytes(), manifest, made, secret)


def fuzz(tries: int, seed: int, folder: Path) -> Counter[str]:
    """Try so many made-up files; how they ended, by the name of the error."""
    chance, whole = Chance(seed), sample(folder)
    path, ended = folder / "fuzzed.privdesk-backup", Counter[str]()
    with noted(seed):
        for _ in range(tries):
            kind = chance.choice(_KINDS)
            content = kind(chance, whole)
            path.write_bytes(content)
            end = _read(path, whole)
            if end == "opened" and content != whole.content and kind not in _MAY_OPEN:
                raise AssertionError(f"{kind.__name__} opened")
            ended[end] += 1
    return ended


def _read(path: Path, whole: Sample) -> str:
    try:
        found = restore.opened(path, whole.unlock)
        container.tombstones_of(path, found.manifest)
        container.extract(path, found.manifest, None)
    except DeskError as error:
        return type(error).__name__
    return "opened"


def flipped(chance: Chance, whole: Sample) -> bytes:
    return mutations.flipped(chance, whole.content)


def flipped_end(chance: Chance, whole: Sample) -> bytes:
    return mutations.flipped(chance, whole.content, TRAILER_SIZE)


def cut(chance: Chance, whole: Sample) -> bytes:
    return mutations.cut(chance, whole.content, TRAILER_SIZE)


def moved(chance: Chance, whole: Sample) -> bytes:
    return mutations.moved(chance, whole.content)


def retold(chance: Chance, whole: Sample) -> bytes:
    """Another manifest, with a digest that fits, as a stranger can make it."""
    return _with_manifest(whole, told(changed(chance, _tree(whole.manifest))), chance)


def proved(chance: Chance, whole: Sample) -> bytes:
    """Another manifest with the right MAC, as somebody can make it who could open the desk."""
    tree = changed(chance, _tree(whole.manifest))
    try:
        forged = msgspec.json.decode(told(tree), type=Manifest)
    except msgspec.DecodeError:
        return _with_manifest(whole, told(tree), chance)
    return _with_manifest(whole, header.canonical(replace(forged, mac=_mac(whole, forged))), chance)


def other_keys(chance: Chance, whole: Sample) -> bytes:
    """Another key header, of which the manifest knows, now and then with the right MAC."""
    body = told(changed(chance, json.loads(header.canonical(whole.unlocked.header))))
    kept = body + f"\n{hashlib.sha256(body).hexdigest()}\n".encode()
    manifest = replace(whole.manifest, keys=container.part_of(kept))
    if chance.random() < 0.5:
        manifest = replace(manifest, mac=_mac(whole, manifest))
    return _joined(DATA + kept + b"[]", header.canonical(manifest))


def deep(chance: Chance, whole: Sample) -> bytes:
    return _with_manifest(whole, mutations.nested(chance), chance)


def raw(chance: Chance, whole: Sample) -> bytes:
    return _with_manifest(whole, mutations.noise(chance), chance)


_KINDS: tuple[Callable[[Chance, Sample], bytes], ...] = (
    *(flipped, flipped_end, cut, moved, retold, retold, *(proved,) * 4, *(other_keys,) * 4, deep, raw),
)
_MAY_OPEN = (proved,)


def _mac(whole: Sample, manifest: Manifest) -> bytes:
    return backup.mac_of(manifest, whole.unlocked.rings.epochs("opening")[1])


def _tree(manifest: Manifest) -> Any:
    return json.loads(header.canonical(manifest))


def _with_manifest(whole: Sample, body: bytes, chance: Chance) -> bytes:
    parts = sum(part.size for part in whole.manifest.parts)
    length = None if chance.random() < 0.95 else chance.choice((0, 1, 2**20, 2**20 + 1, 2**63, 2**64 - 1))
    return _joined(whole.content[:parts], body, length)


def _joined(parts: bytes, body: bytes, length: int | None = None) -> bytes:
    size = len(body) if length is None else length
    return parts + body + size.to_bytes(8) + hashlib.sha256(body).digest() + END_MARK


def _in_a_folder(tries: int, seed: int) -> Counter[str]:
    with tempfile.TemporaryDirectory() as folder:
        return fuzz(tries, seed, Path(folder))


if __name__ == "__main__":
    mutations.main("made-up backups", _in_a_folder, sys.argv[1:])
