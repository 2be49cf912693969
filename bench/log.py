"""The log: a write with its entry beside a bare insert, and the proof of 100,000 entries beside reading them."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import sqlalchemy as sa

from bench.harness import Comparison, timed
from privdesk import app
from privdesk.domain.office import Office
from privdesk.operations import desks
from privdesk.operations.desk import Desk
from privdesk.operations.desks import Founder
from privdesk.storage import audit, keys, log_verify, opening, transaction
from privdesk.storage.opening import Terms
from privdesk.storage.tables import audit as log
from privdesk.storage.tables import recipient

ENTRIES = 100_000
_TERMS = Terms(cost=keys.FLOOR, ballast=4096)
_INSERT = sa.insert(recipient).values(address="東京都千代田区", representative="", country="JP")


def comparisons(folder: Path) -> Iterator[Comparison]:
    """Both on a desk of its own; who verifies holds the sheet, so that chain, keys and signatures are all proven."""
    sheet, path = desks.new_sheet(), folder / "log.privdesk"
    founder = Founder("sato", "佐藤 恵", "an unhurried heron waits")
    made = desks.create(path, Office(name="見本商事株式会社"), founder, sheet, app.reference(), app.now, _TERMS)
    yield _write(made)
    _fill(made)
    made.vault.close()
    yield from _verify(path, sheet)


def _write(desk: Desk) -> Comparison:
    numbers = count()

    def audited() -> None:
        with desk.change("person.use", about="person:1", number=1) as change:
            change.conn.execute(_INSERT, {"name": f"n{next(numbers)}"})

    def bare() -> None:
        with transaction.writing(desk.vault.writer) as conn:
            conn.execute(_INSERT, {"name": f"n{next(numbers)}"})

    return Comparison("audited write", timed(audited), timed(bare), goal=1, rounds=400, more=0.0005)


def _fill(desk: Desk) -> None:
    with transaction.writing(desk.vault.writer) as conn:
        for n in range(audit.head(conn).seq, ENTRIES):
            audit.append(
                conn,
                desk.vault,
                at=desk.now,
                by=desk.actor,
                session=desk.session,
                act="person.open",
                about=f"person:{n % 5000}",
                detail={"fields": ["name"], "n": n},
            )


def _verify(path: Path, sheet: desks.Sheet) -> Iterator[Comparison]:
    vault = opening.unlock_with_sheet(path, sheet.secret, terms=_TERMS)

    def proof() -> None:
        assert log_verify.verify(vault.reading, vault).fault is None

    def reading() -> None:
        with vault.reading() as conn:
            conn.execute(sa.select(log)).all()

    yield Comparison("verify 100,000", timed(proof), timed(reading), goal=1, rounds=5, enough=2.0)
    vault.close()
