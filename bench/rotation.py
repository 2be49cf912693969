"""New keys for 100 MB beside SQLCipher's bare export of the same file."""

import os
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from bench.harness import Comparison, timed
from privdesk import app
from privdesk.domain.office import Office
from privdesk.operations import desks
from privdesk.operations.desk import Desk
from privdesk.operations.desks import Founder
from privdesk.storage import connection, keys
from privdesk.storage.opening import Terms
from privdesk.storage.rotation import rotating
from privdesk.storage.tables import attachment
from privdesk.storage.vault import DATA

_TERMS = Terms(cost=keys.FLOOR, ballast=4096)
_PAPERS, _SIZE = 500, 200_000
_ROUNDS = 5


def comparisons(folder: Path) -> Iterator[Comparison]:
    """Export, both whole-file checks, the switch and both connections open again, against the export alone."""
    founder = Founder("sato", "佐藤 恵", "an unhurried heron waits")
    path = folder / "office.privdesk"
    desk = desks.create(path, Office(name="見本"), founder, desks.new_sheet(), app.reference(), app.now, _TERMS)
    with desk.change("desk.check", about="desk") as change:
        papers = {"name": "", "media_type": "", "size": _SIZE, "digest": ""}
        for _ in range(_PAPERS):
            change.conn.execute(attachment.insert().values(**papers, data=os.urandom(_SIZE)))

    def whole() -> None:
        with rotating(desk.vault):
            pass

    yield Comparison("rotation of 100 MB", timed(whole), timed(lambda: _bare(desk, folder)), goal=4, rounds=_ROUNDS)
    desks.lock(desk)


def _bare(desk: Desk, folder: Path) -> None:
    target, vault = folder / "bare.db", desk.vault
    key = keys.database_key(vault.rings.epochs("opening")[vault.header.epoch])
    with closing(connection.connect(vault.folder / DATA, key)) as raw:
        raw.execute("ATTACH ? AS bare KEY ?", (str(target), keys.database_key(keys.new_key())))
        raw.execute("SELECT sqlcipher_export('bare')").fetchone()
        raw.execute("DETACH bare")
    target.unlink()
