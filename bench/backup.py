"""A backup of 100 MB beside SQLCipher's bare export of the same file, and how long others wait meanwhile."""

import os
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

from bench.harness import Comparison, timed
from privdesk import app
from privdesk.domain.office import Office
from privdesk.operations import backups, desks
from privdesk.operations.desk import Desk
from privdesk.operations.desks import Founder
from privdesk.storage import connection, keys
from privdesk.storage.backup import SUFFIX
from privdesk.storage.opening import Terms
from privdesk.storage.tables import attachment
from privdesk.storage.vault import DATA

_TERMS = Terms(cost=keys.FLOOR, ballast=4096)
_PAPERS, _SIZE = 500, 200_000
_ROUNDS = 5


def comparisons(folder: Path) -> Iterator[Comparison]:
    """Whole backups first, then single reads and writes while one backup after the other is made."""
    place = folder / "medium"
    place.mkdir()
    founder = Founder("sato", "佐藤 恵", "an unhurried heron waits")
    path = folder / "office.privdesk"
    desk = desks.create(path, Office(name="見本"), founder, desks.new_sheet(), app.reference(), app.now, _TERMS)
    _fill(desk)

    def whole() -> None:
        made = backups.make(desk, place)
        made.path.unlink()

    yield Comparison("backup of 100 MB", timed(whole), timed(lambda: _bare(desk, place)), goal=2, rounds=_ROUNDS)
    for name, work in (("read", _read), ("write", _write)):
        once = timed(partial(work, desk))
        yield Comparison(f"{name} during a backup", _during(desk, place, once), once, goal=3, enough=0.05)
    desks.lock(desk)


def _fill(desk: Desk) -> None:
    with desk.change("desk.check", about="desk") as change:
        papers = {"name": "", "media_type": "", "size": _SIZE, "digest": ""}
        for _ in range(_PAPERS):
            change.conn.execute(attachment.insert().values(**papers, data=os.urandom(_SIZE)))


def _bare(desk: Desk, place: Path) -> None:
    target, key = place / "bare.db", keys.database_key(desk.vault.rings.epochs("opening")[1])
    with closing(connection.connect(desk.vault.folder / DATA, key)) as raw:
        raw.execute("ATTACH ? AS bare KEY ?", (str(target), keys.database_key(keys.new_key())))
        raw.execute("SELECT sqlcipher_export('bare')").fetchone()
        raw.execute("DETACH bare")
    target.unlink()


def _read(desk: Desk) -> None:
    with desk.reading() as conn:
        conn.execute(attachment.select().where(attachment.c.id == _PAPERS // 2)).one()


def _write(desk: Desk) -> None:
    with desk.change("desk.check", about="desk"):
        pass


def _during(desk: Desk, place: Path, once: Callable[[], float]) -> Callable[[], float]:
    """The seconds of one act at a random moment of a backup."""

    def run() -> float:
        under_way = threading.Event()
        thread = threading.Thread(target=lambda: backups.make(desk, place, lambda *_: under_way.set()))
        thread.start()
        under_way.wait()
        time.sleep(int.from_bytes(os.urandom(1)) / 256)
        took = once()
        thread.join()
        for path in place.glob(f"*{SUFFIX}"):
            path.unlink()
        return took

    return run
