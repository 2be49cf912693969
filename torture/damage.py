"""Bits that flip and files that are cut: every opening ends with a sentence, or with all that was there.

A fault in a page that no opening and no look meets must be told by the check of the whole desk. One desk was closed,
the other was left by a killed program, so that its last changes stand in the write-ahead log only.
"""

import random
from collections.abc import Iterator
from pathlib import Path

from privdesk.operations import backups, desks, people
from torture.figure import Figure
from torture.office.made import customer, made, state
from torture.office.specimen import Damaged, Specimen, kept, restored, tried

_CUSTOMERS, _LATE = 40, 12
_FLIPS = {"data.db": 900, "data.db-wal": 700, "keys": 500, "keys.2": 300}
_FLIPS_IN_BACKUP = 600
_STEP, _CUT_UP_TO, _CUTS = 512, 256 * 1024, 500
_CUTS_OF_BACKUP = 100
_SEED = 11


def figures(folder: Path) -> Iterator[Figure]:
    """Flips first, then cuts."""
    office, chance, medium = made(folder), random.Random(_SEED), folder / "medium"
    medium.mkdir()
    desk = office.open()
    for number in range(_CUSTOMERS):
        people.add(desk, customer(number))
    backups.run(desk, medium)
    in_backup = state(desk)
    (backup,) = (path.read_bytes() for path in medium.iterdir())
    desks.lock(desk)
    desk = office.open()
    closed = kept(office, folder / "closed", desk)
    for number in range(_CUSTOMERS, _CUSTOMERS + _LATE):
        people.add(desk, customer(number))
    killed = kept(office, folder / "killed", desk)
    desk.vault.close()
    for name, count in _FLIPS.items():
        yield tried(f"bit flips in {name}", killed, _flips(killed, name, count, chance))
    yield tried("cuts of the key files, one or both, everywhere", closed, _cuts_of_headers(closed), check=False)
    yield tried("cuts of data.db", closed, _cuts(closed, "data.db", chance))
    yield tried("cuts of data.db of a killed program", killed, _cuts(killed, "data.db", chance))
    yield tried("cuts of data.db-wal", killed, _cuts(killed, "data.db-wal", chance))
    flips = (_flipped(backup, chance) for _ in range(_FLIPS_IN_BACKUP))
    yield restored("bit flips in a backup", office, in_backup, flips)
    cuts = (backup[: chance.randrange(len(backup))] for _ in range(_CUTS_OF_BACKUP))
    yield restored("cuts of a backup", office, in_backup, cuts)


def _flips(specimen: Specimen, name: str, count: int, chance: random.Random) -> Iterator[Damaged]:
    content = specimen.content(name)
    return ({name: _flipped(content, chance)} for _ in range(count))


def _flipped(content: bytes, chance: random.Random) -> bytes:
    """With one bit of it turned."""
    place = chance.randrange(len(content))
    return content[:place] + bytes([content[place] ^ 1 << chance.randrange(8)]) + content[place + 1 :]


def _cuts_of_headers(specimen: Specimen) -> Iterator[Damaged]:
    content = specimen.content("keys")
    for length in range(len(content)):
        for names in (("keys",), ("keys.2",), ("keys", "keys.2")):
            yield {name: content[:length] for name in names}


def _cuts(specimen: Specimen, name: str, chance: random.Random) -> Iterator[Damaged]:
    """At every sector near the beginning, at nothing at all, and anywhere."""
    content = specimen.content(name)
    for length in range(0, min(_CUT_UP_TO, len(content)), _STEP):
        yield {name: content[:length]}
    for _ in range(_CUTS):
        yield {name: content[: chance.randrange(len(content))]}
