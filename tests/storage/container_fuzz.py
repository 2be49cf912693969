"""Backups that somebody made up: whatever stands in the file, reading it ends with a planned error or as it should.

`python -m tests.storage.container_fuzz 200000 [SEED]` tries so many and prints what they ended with.
"""

import hashlib
import json
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from copy import deepcopy
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

DATA = bytes(range(256)) * 16
_ODD: tuple[Any, ...] = (
    *(None, True, 0, -1, 1, 2**31, 2**53, 2**53 + 1, 2**63, 2**200, 1e308, 0.5),
    *("", "0", "x" * 2000, "é\u202e\x00", "/../../etc/passwd", "A" * 107 + "=", "0" * 32, "f" * 32),
    *("2026-11-22T01:00:00Z", "2026-11-22T01:00:00", "0000-00-00T00:00:00Z", "9999-12-31T23:59:59+23:59"),
    *([], {}, [[]], {"": {}}, [0] * 100, {"format": [1, 0]}),
)


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
    chance, whole = random.Random(seed), sample(folder)
    path, ended = folder / "fuzzed.privdesk-backup", Counter[str]()
    for _ in range(tries):
        kind = chance.choice(_KINDS)
        content = kind(chance, whole)
        path.write_bytes(content)
        end = _read(path, whole)
        if end == "opened" and content != whole.content and kind not in _MAY_OPEN:
            raise AssertionError(f"{kind.__name__} with seed {seed} opened")
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


def flipped(chance: random.Random, whole: Sample) -> bytes:
    content = bytearray(whole.content)
    for _ in range(chance.choice((1, 1, 2, 8))):
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    return bytes(content)


def flipped_end(chance: random.Random, whole: Sample) -> bytes:
    content = bytearray(whole.content)
    content[-1 - chance.randrange(TRAILER_SIZE)] = chance.randrange(256)
    return bytes(content)


def cut(chance: random.Random, whole: Sample) -> bytes:
    at = chance.randrange(len(whole.content))
    end = whole.content[-TRAILER_SIZE:] if chance.random() < 0.3 else b""
    return whole.content[:at] + end


def moved(chance: random.Random, whole: Sample) -> bytes:
    content, size = whole.content, chance.choice((1, 16, 512, 4096))
    start, to = chance.randrange(len(content)), chance.randrange(len(content))
    block = content[start : start + size]
    if chance.random() < 0.5:
        return content[:to] + block + content[to:]
    return content[:to] + block + content[to + len(block) :]


def retold(chance: random.Random, whole: Sample) -> bytes:
    """Another manifest, with a digest that fits, as a stranger can make it."""
    return _with_manifest(whole, _told(_changed(chance, _tree(whole.manifest))), chance)


def proved(chance: random.Random, whole: Sample) -> bytes:
    """Another manifest with the right MAC, as somebody can make it who could open the desk."""
    tree = _changed(chance, _tree(whole.manifest))
    try:
        forged = msgspec.json.decode(_told(tree), type=Manifest)
    except msgspec.DecodeError:
        return _with_manifest(whole, _told(tree), chance)
    forged = replace(forged, mac=backup.mac_of(forged, whole.unlocked.rings.epochs("opening")[1]))
    return _with_manifest(whole, header.canonical(forged), chance)


def other_keys(chance: random.Random, whole: Sample) -> bytes:
    """Another key header, of which the manifest knows."""
    body = json.loads(header.encode(whole.unlocked.header).rsplit(b"\n", 2)[0])
    changed = _told(_changed(chance, body))
    kept = changed + b"\n" + hashlib.sha256(changed).hexdigest().encode() + b"\n"
    manifest = replace(whole.manifest, keys=container.part_of(kept))
    return _joined(DATA + kept + b"[]", header.canonical(manifest))


def deep(chance: random.Random, whole: Sample) -> bytes:
    """A manifest that is nested without end."""
    sign = chance.choice(("[", '{"a":'))
    return _with_manifest(whole, (sign * chance.choice((100, 10_000, 200_000))).encode(), chance)


def raw(chance: random.Random, whole: Sample) -> bytes:
    """Bytes that are no JSON where the manifest should be."""
    return _with_manifest(whole, chance.randbytes(chance.choice((0, 1, 100, 5000))), chance)


_KINDS: tuple[Callable[[random.Random, Sample], bytes], ...] = (
    *(flipped, flipped_end, cut, moved, retold, retold, proved, proved, other_keys, other_keys, deep, raw),
)
_MAY_OPEN = (proved,)


def _tree(manifest: Manifest) -> Any:
    return json.loads(header.canonical(manifest))


def _told(tree: Any) -> bytes:
    return json.dumps(tree, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def _changed(chance: random.Random, tree: Any) -> Any:
    """One to three odd things at random places of a JSON tree."""
    for _ in range(chance.choice((1, 1, 2, 3))):
        spot, at = tree, None
        while isinstance(spot, dict | list) and spot and (at is None or chance.random() < 0.7):
            holder = spot
            at = chance.choice(list(spot)) if isinstance(spot, dict) else chance.randrange(len(spot))
            spot = holder[at]
        what = chance.randrange(4)
        if what == 0 and isinstance(holder, dict):
            holder[chance.choice(("", "size", "extra", "f" * 32))] = deepcopy(chance.choice(_ODD))
        elif what == 1:
            del holder[at]
        elif what == 2 and isinstance(spot, int) and not isinstance(spot, bool):
            holder[at] = spot + chance.choice((-1, 1, 4096, -4096, 2**40))
        else:
            holder[at] = deepcopy(chance.choice(_ODD))
        if not tree:
            break
    return tree


def _with_manifest(whole: Sample, body: bytes, chance: random.Random) -> bytes:
    parts = sum(part.size for part in whole.manifest.parts)
    length = None if chance.random() < 0.95 else chance.choice((0, 1, 2**20, 2**20 + 1, 2**63, 2**64 - 1))
    return _joined(whole.content[:parts], body, length)


def _joined(parts: bytes, body: bytes, length: int | None = None) -> bytes:
    size = len(body) if length is None else length
    return parts + body + size.to_bytes(8) + hashlib.sha256(body).digest() + END_MARK


def main(arguments: list[str]) -> None:
    """Try and tell."""
    tries, seed = int(arguments[0]), int(arguments[1]) if len(arguments) > 1 else random.SystemRandom().getrandbits(32)
    with tempfile.TemporaryDirectory() as folder:
        ended = fuzz(tries, seed, Path(folder))
    lines = [f"seed {seed}: {tries} made-up backups", *(f"{count:>9}  {name}" for name, count in ended.most_common())]
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
