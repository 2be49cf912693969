"""Taking a running batch's own notes away, some at a time."""

from collections.abc import Sequence

import sqlalchemy as sa

from privdesk.storage.tables import batch, batch_problem, batch_row


def clear_problems(conn: sa.Connection, id_: int, people: Sequence[int]) -> None:
    """Delete a batch's warnings about these people."""
    chosen = batch_problem.c.batch_id == id_, batch_problem.c.person_id.in_(people)
    conn.execute(sa.delete(batch_problem).where(*chosen))


def clear_some(conn: sa.Connection, id_: int, most: int) -> int:
    """Delete some of a batch's warnings and waiting rows; returns how many."""
    gone = 0
    for table in (batch_problem, batch_row):
        some = sa.select(table.c.id).where(table.c.batch_id == id_).limit(most)
        gone += conn.execute(sa.delete(table).where(table.c.id.in_(some.scalar_subquery()))).rowcount
    return gone


def drop(conn: sa.Connection, id_: int) -> None:
    """Delete a batch that brought nothing."""
    conn.execute(sa.delete(batch).where(batch.c.id == id_))
