"""What a test looks at below the operations: the log, and everything that is stored."""

from typing import Any

import sqlalchemy as sa

from privdesk.operations.desk import Desk
from privdesk.storage.tables import METADATA, audit

# what a counter-operation adds to instead of taking back
LASTING = frozenset({"audit", "counter"})


def log(desk: Desk) -> list[tuple[str, str]]:
    """Act and thing of every entry of the log."""
    with desk.reading() as conn:
        return [(row.act, row.about) for row in conn.execute(sa.select(audit).order_by(audit.c.seq))]


def log_text(desk: Desk) -> str:
    """Everything that the log says."""
    with desk.reading() as conn:
        return "\n".join(str(tuple(row)) for row in conn.execute(sa.select(audit)))


def stored(desk: Desk, but: frozenset[str] = LASTING) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table, except of those named in `but`, and who is in the search index.

    Lines of retention are told without their ids: they are derived, and written anew as often as they change.
    """
    with desk.reading() as conn:
        rows = {
            name: sorted((tuple(row)[name == "retention" :] for row in conn.execute(sa.select(table))), key=repr)
            for name, table in METADATA.tables.items()
            if name not in but
        }
        for index in ("person_pair", "person_char"):
            rows[index] = [tuple(row) for row in conn.exec_driver_sql(f"SELECT rowid FROM {index} ORDER BY rowid")]
        return rows
