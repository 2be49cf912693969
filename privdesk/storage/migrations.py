"""Brings an older file up to date: numbered steps, each in one transaction with its number, after a verified copy.

To change the schema, append a function to STEPS and say the same in `tables.py`. Steps that were ever released are not
edited any more. No triggers on tables that Alembic's batch mode rewrites: it would lose them.
"""

from collections.abc import Callable
from pathlib import Path

import sqlalchemy as sa
from alembic.migration import MigrationContext
from alembic.operations import Operations

from privdesk.domain.errors import DataForeign, NewerProgram
from privdesk.storage import connection, copying, mark
from privdesk.storage.connection import APPLICATION_ID, Raw
from privdesk.storage.first_step import first

Step = Callable[[Operations], None]
_COPY = ".before-"


STEPS: tuple[Step, ...] = (first,)


def build(raw: Raw, engine: sa.Engine, steps: tuple[Step, ...]) -> None:
    """Make the schema of a new, empty file."""
    with engine.begin() as conn:
        mark.create(conn)
        conn.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    _take_steps(raw, engine, steps, 0)


def need_known(raw: Raw, steps: tuple[Step, ...]) -> int:
    """The number of the file's last step; raises NewerProgram or DataForeign, and changes nothing."""
    (application,) = raw.execute("PRAGMA application_id").fetchone()
    (version,) = raw.execute("PRAGMA user_version").fetchone()
    if application != APPLICATION_ID:
        raise DataForeign
    if version > len(steps):
        raise NewerProgram
    return int(version)


def run(raw: Raw, engine: sa.Engine, path: Path, key: Callable[[], bytearray], steps: tuple[Step, ...]) -> bool:
    """Take the steps that the file lacks; True if there were any, and then a copy from before lies beside it.

    `key` gives a fresh raw key each time. A step that fails leaves the file as the step before left it.
    """
    version = need_known(raw, steps)
    if version == len(steps):
        return False
    copying.copy(raw, path.with_name(f"{path.name}{_COPY}{len(steps)}"), key)
    _take_steps(raw, engine, steps, version)
    connection.checkpoint(raw)
    return True


def drop_copies(path: Path) -> None:
    """Remove the copies that earlier migrations left beside the file."""
    for copied in path.parent.glob(f"{path.name}{_COPY}*"):
        copied.unlink()


def _take_steps(raw: Raw, engine: sa.Engine, steps: tuple[Step, ...], version: int) -> None:
    # batch mode drops and remakes tables: with foreign keys on, that would delete the children
    raw.execute("PRAGMA foreign_keys = OFF")
    try:
        for number, step in enumerate(steps[version:], version + 1):
            with connection.told(), engine.begin() as conn:
                step(Operations(MigrationContext.configure(conn)))
                broken = conn.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
                if broken:
                    raise RuntimeError(f"step {number} leaves {len(broken)} rows without their parent")
                conn.exec_driver_sql(f"PRAGMA user_version = {number}")
    finally:
        raw.execute("PRAGMA foreign_keys = ON")
