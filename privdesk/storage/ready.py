"""A statement that is compiled once and then handed to the driver as it is: every look at a record waits for it."""

from collections.abc import Mapping

import sqlalchemy as sa


class Ready:
    """Inserts or updates with all columns of a table; values are given by name and as the driver stores them."""

    def __init__(self, statement: sa.Insert | sa.Update, table: sa.Table) -> None:
        self._statement = statement
        self._columns = list(table.c.keys())
        self._compiled: dict[str, tuple[str, list[str] | None]] = {}

    def execute(self, conn: sa.Connection, values: Mapping[str, object]) -> None:
        """Run it; what fails is told as by any other statement."""
        if conn.dialect.name not in self._compiled:
            made = self._statement.compile(dialect=conn.dialect, column_keys=self._columns)
            self._compiled[conn.dialect.name] = str(made), list(made.positiontup) if made.positiontup else None
        text, order = self._compiled[conn.dialect.name]
        conn.exec_driver_sql(text, tuple(values[name] for name in order) if order else dict(values))
