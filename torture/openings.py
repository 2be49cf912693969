"""The vault is opened and closed again and again in one process, which must not grow: memory, handles, threads."""

import gc
import os
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from privdesk.domain.person import PeopleQuery
from privdesk.operations import desks, people
from torture.cycles import held
from torture.figure import Figure
from torture.office.made import LOGIN, NOW, PASSWORD, Made, customer, made

OPENINGS = 2000
# by then everything is loaded that stays
_WARM = 200
_BY_PASSWORD = 20
_MOST_KIB = 1024


def figures(folder: Path) -> Iterator[Figure]:
    """What the process holds early beside the end; every twentieth time by password, else by the recovery sheet."""
    known = made(folder)
    desk = known.open()
    people.add(desk, customer(1))
    desk.vault.close()
    early, late = (_held_after(known, times, folder) for times in (_WARM, OPENINGS - _WARM))
    grown = [name for name in early if late[name] > early[name] + (_MOST_KIB if name == "memory" else 0)]
    seen = ", ".join(f"{name} {early[name]:,} and {late[name]:,}" for name in early)
    yield Figure("openings of the vault", OPENINGS, len(grown), f"after {_WARM} and at the end: {seen}")


def _held_after(known: Made, times: int, folder: Path) -> dict[str, int]:
    for number in range(times):
        _opened(known, by_password=number % _BY_PASSWORD == 0)
    gc.collect()
    return asdict(held(os.getpid(), folder))


def _opened(known: Made, *, by_password: bool) -> None:
    """Open it, look at the first page, lock it."""
    if by_password:
        desk = desks.unlock(known.folder, LOGIN, PASSWORD, known.reference, lambda: NOW, known.terms)
    else:
        desk = known.open()
    if not people.page(desk, PeopleQuery()).rows:
        raise AssertionError("an empty desk")
    desks.lock(desk)
