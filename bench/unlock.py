"""Unlocking without the hashing of the password, beside a raw sqlcipher3 open of the same file with the same key."""

from collections.abc import Iterator
from pathlib import Path

from sqlcipher3 import dbapi2

from bench.harness import Comparison, timed
from privdesk import app
from privdesk.domain.office import Office
from privdesk.operations import desks
from privdesk.operations.desks import Founder
from privdesk.storage import keys, opening
from privdesk.storage.opening import Terms
from privdesk.storage.vault import DATA

_TERMS = Terms(cost=keys.FLOOR, ballast=4096)


def comparisons(folder: Path) -> Iterator[Comparison]:
    """Header, slot, roster, lock, both connections with every setting read back, against one bare connection.

    The recovery sheet opens without hashing and goes the same way as a password otherwise.
    """
    path, sheet = folder / "unlock.privdesk", desks.new_sheet()
    founder = Founder("sato", "佐藤 恵", "an unhurried heron waits")
    desk = desks.create(path, Office(name="見本商事株式会社"), founder, sheet, app.reference(), app.now, _TERMS)
    ring = bytes(desk.vault.rings.get("opening", 1) or b"")
    desks.lock(desk)

    def unlock() -> None:
        opening.unlock_with_sheet(path, sheet.secret, terms=_TERMS).close()

    def bare() -> None:
        raw = dbapi2.connect(str(path / DATA))
        raw.set_key(keys.database_key(bytearray(ring)))
        raw.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        raw.close()

    yield Comparison("unlock", timed(unlock), timed(bare), goal=10)
