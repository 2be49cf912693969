"""Many rows at once: the driver's own executemany, past the layers that would take longer than the writing itself."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

import sqlalchemy as sa

from privdesk.storage.tables import Instant

# days and instants repeat so often that looking one up is faster than writing it out
_REPEATED = (sa.Date, Instant)
_KEPT_VALUES = 10_000


def insert(conn: sa.Connection, table: sa.Table, names: Sequence[str], rows: Iterable[tuple[Any, ...]]) -> None:
    """Insert rows whose values stand in the order of `names`, each in the form its column stores."""
    values = list(zip(*rows, strict=True))
    if not values:
        return
    chosen = [table.c[name] for name in names]
    for at, column in enumerate(chosen):
        stored = column.type.dialect_impl(conn.dialect).bind_processor(conn.dialect)
        if stored is not None:
            cached = lru_cache(_KEPT_VALUES)(stored) if isinstance(column.type, _REPEATED) else stored
            values[at] = tuple(map(cached, values[at]))
    quote = conn.dialect.identifier_preparer
    into = ", ".join(quote.format_column(column) for column in chosen)
    places = ", ".join("?" * len(chosen))
    statement = f"INSERT INTO {quote.format_table(table)} ({into}) VALUES ({places})"  # noqa: S608
    conn.exec_driver_sql(statement, list(zip(*values, strict=True)))
