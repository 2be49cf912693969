"""Where sealed numbers stand, and how all of them are sealed anew under the newest key."""

from collections.abc import Callable, Mapping
from typing import Any

import sqlalchemy as sa

from privdesk.storage import batches, letters, numbers
from privdesk.storage.copying import Progress
from privdesk.storage.seal import Seal
from privdesk.storage.tables import batch_problem, batch_row, letter, person_number

PLACES: dict[sa.Table, Callable[[Mapping[str, Any]], str]] = {
    person_number: numbers.bound,
    batch_row: batches.bound_row,
    batch_problem: batches.bound_field,
    letter: letters.bound,
}
_AT_ONCE = 100


def renew(conn: sa.Connection, seal: Seal, progress: Progress | None = None) -> None:
    """Seal every number, and every letter that shows one, under the newest key of `seal`; raises NumberDamaged."""
    total = sum(_count(conn, table) for table in PLACES)
    done = 0
    for table, bound in PLACES.items():
        last = 0
        while rows := _next(conn, table, last):
            conn.execute(_update(table), [_renewed(table, row, seal, bound(row)) for row in rows])
            last, done = rows[-1]["id"], done + len(rows)
            if progress:
                progress(done, total)


def _count(conn: sa.Connection, table: sa.Table) -> int:
    return int(conn.execute(sa.select(sa.func.count()).where(table.c.sealed.is_not(None))).scalar_one())


def _next(conn: sa.Connection, table: sa.Table, last: int) -> list[Mapping[str, Any]]:
    blobs = {column.name for column in table.c if isinstance(column.type, sa.LargeBinary)} - {"sealed"}
    wanted = [column for column in table.c if column.name not in blobs]
    query = sa.select(*wanted).where(table.c.id > last, table.c.sealed.is_not(None)).order_by(table.c.id)
    return [dict(row) for row in conn.execute(query.limit(_AT_ONCE)).mappings()]


def _update(table: sa.Table) -> sa.Update:
    values: dict[str, Any] = {name: sa.bindparam(f"new_{name}") for name in ("sealed", "blind") if name in table.c}
    return sa.update(table).where(table.c.id == sa.bindparam("row_id")).values(values)


def _renewed(table: sa.Table, row: Mapping[str, Any], seal: Seal, bound: str) -> dict[str, Any]:
    text = seal.open(row["sealed"], bound)
    fresh: dict[str, Any] = {"row_id": row["id"], "new_sealed": seal.seal(text, bound)}
    if "blind" in table.c:
        fresh["new_blind"] = seal.blind(row["kind"], text)
    return fresh
