"""Unlocking beside what it cannot do without: a bare open of the same file, or the bare hashing of the password."""

import os
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from sqlcipher3 import dbapi2

from bench import large
from bench.harness import Comparison, timed
from privdesk import app
from privdesk.demo.office import PASSWORD
from privdesk.domain.office import Office
from privdesk.domain.person import PeopleQuery
from privdesk.operations import desks, people, today
from privdesk.operations.desk import Desk
from privdesk.operations.desks import Founder
from privdesk.storage import header, keys, opening
from privdesk.storage.vault import DATA

_SALT = 16


def comparisons(folder: Path) -> Iterator[Comparison]:
    """Without hashing at a new desk, then by password at a large one until the first pages have what they show."""
    yield _by_sheet(folder)
    yield from _by_password(large.office(folder))


def _by_sheet(folder: Path) -> Comparison:
    """Header, slot, roster, lock, both connections with every setting read back, against one bare connection.

    The recovery sheet opens without hashing and goes the same way as a password otherwise.
    """
    path, sheet = folder / "unlock.privdesk", desks.new_sheet()
    founder = Founder("sato", "佐藤 恵", "an unhurried heron waits")
    desk = desks.create(path, Office(name="見本商事株式会社"), founder, sheet, app.reference(), app.now, large.TERMS)
    ring = bytes(desk.vault.rings.get("opening", 1) or b"")
    desks.lock(desk)

    def unlock() -> None:
        opening.unlock_with_sheet(path, sheet.secret, terms=large.TERMS).close()

    def bare() -> None:
        raw = dbapi2.connect(str(path / DATA))
        raw.set_key(keys.database_key(bytearray(ring)))
        raw.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        raw.close()

    return Comparison("unlock", timed(unlock), timed(bare), goal=10)


def _by_password(path: Path) -> Iterator[Comparison]:
    """Hashing, and at most half a second more, whatever lies in the file; to lock takes no longer than that either."""
    slot = header.read(path).headers[-1].slot_of(large.LOGIN)
    if slot is None or slot.cost is None:
        raise LookupError(large.LOGIN)
    hashing = timed(partial(keys.password_key, PASSWORD, os.urandom(_SALT), slot.cost))
    subjects = {"unlock by password": _unlock(path), "and look": _unlock(path, _look), "lock": _lock(path)}
    for name, subject in subjects.items():
        yield Comparison(name, subject, hashing, goal=1, rounds=10, more=0.5)


def _unlock(path: Path, then: Callable[[Desk], None] | None = None) -> Callable[[], float]:
    def run() -> float:
        start = time.perf_counter()
        desk = large.unlocked(path)
        if then:
            then(desk)
        took = time.perf_counter() - start
        desks.lock(desk)
        return took

    return run


def _look(desk: Desk) -> None:
    """What the window reads first: the page Today, the list of customers and how long it is."""
    today.today(desk)
    people.page(desk, PeopleQuery())
    people.count(desk, PeopleQuery(), 10_000)


def _lock(path: Path) -> Callable[[], float]:
    def run() -> float:
        desk = large.unlocked(path)
        return timed(lambda: desks.lock(desk))()

    return run
