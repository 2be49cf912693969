"""Many rows at once: the driver's own executemany, past the layers that would take longer than the writing itself."""

from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from functools import lru_cache
from typing import Any

import sqlalchemy as sa

from privdesk.storage.tables import Instant


def insert(conn: sa.Connection, table: sa.Table, names: Sequence[str], rows: Iterable[tuple[Any, ...]]) -> None:
    """Insert rows whose values stand in the order of `names`, each in the form its column stores."""
    values = list(zip(*rows, strict=True))
    if not values:
        return
    chosen = [table.c[name] for name in names]
    stored = [_stored(conn, column, those) for column, those in zip(chosen, values, strict=True)]
    quote = conn.dialect.identifier_preparer
    into = ", ".join(quote.format_column(column) for column in chosen)
    places = ", ".join("?" * len(chosen))
    statement = f"INSERT INTO {quote.format_table(table)} ({into}) VALUES ({places})"  # noqa: S608
    conn.exec_driver_sql(statement, list(zip(*stored, strict=True)))


def _stored(conn: sa.Connection, column: sa.Column[Any], values: tuple[Any, ...]) -> Iterable[Any]:
    if isinstance(column.type, sa.String):
        if not isinstance(values[0], StrEnum):
            return values
        # adapting an enum takes the driver twenty times as long as taking a plain text
        return [text and str(text) for text in values] if column.nullable else map(str, values)
    if isinstance(column.type, sa.Date):
        return [day and day.isoformat() for day in values]
    process: Callable[[Any], Any] | None = column.type.dialect_impl(conn.dialect).bind_processor(conn.dialect)
    if process is None:
        return values
    # one instant stands in every row of an act
    return map(lru_cache(1)(process) if isinstance(column.type, Instant) else process, values)
