"""Brings an older file up to date: numbered steps, each in one transaction with its number, after a verified copy.

To change the schema, append a function to STEPS and say the same in `tables.py`. Steps that were ever released are not
edited any more. No triggers on tables that Alembic's batch mode rewrites: it would lose them.
"""

import os
from collections.abc import Callable
from pathlib import Path

import sqlalchemy as sa
from alembic.migration import MigrationContext
from alembic.operations import Operations

from privdesk.domain.errors import DataForeign, NewerProgram, VaultDamaged
from privdesk.storage import audit, connection, files, letters, mark, search
from privdesk.storage.connection import APPLICATION_ID, PLAIN_SQLITE, Raw
from privdesk.storage.keys import RAW_KEY_SIZE, wipe
from privdesk.storage.tables import METADATA

Step = Callable[[Operations], None]
_COPY = ".before-"


def first(op: Operations) -> None:
    """Everything a desk holds from its first day."""
    METADATA.create_all(op.get_bind())
    search.create(op.get_bind())
    audit.guard(op.get_bind())
    letters.guards(op.get_bind())


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
    copy(raw, path.with_name(f"{path.name}{_COPY}{len(steps)}"), key)
    _take_steps(raw, engine, steps, version)
    connection.checkpoint(raw)
    return True


def drop_copies(path: Path) -> None:
    """Remove the copies that earlier migrations left beside the file."""
    for copied in path.parent.glob(f"{path.name}{_COPY}*"):
        copied.unlink()


def copy(raw: Raw, target: Path, key: Callable[[], bytearray]) -> None:
    """Write an encrypted copy of the open file and verify it; raises VaultDamaged if it is not the same."""
    with files.told():
        target.unlink(missing_ok=True)
        os.close(files.make_file(target))
    try:
        with connection.told():
            _export(raw, target, key())
            is_same = _is_same(raw, target, key())
        if not is_same:
            raise VaultDamaged
        with files.told():
            files.sync_file(target)
            files.sync_folder(target.parent)
    except BaseException:
        target.unlink(missing_ok=True)
        raise


def _export(raw: Raw, target: Path, text: bytearray) -> None:
    if len(text) != RAW_KEY_SIZE:
        raise ValueError("a raw key has 67 characters")  # an empty one would export in clear
    raw.execute("ATTACH ? AS copied KEY ?", (str(target), text))
    wipe(text)
    try:
        raw.execute("SELECT sqlcipher_export('copied')").fetchone()
        for name in ("application_id", "user_version"):  # the export forgets both
            (value,) = raw.execute(f"PRAGMA main.{name}").fetchone()
            raw.execute(f"PRAGMA copied.{name} = {value}")
    finally:
        raw.execute("DETACH copied")


def _is_same(raw: Raw, target: Path, text: bytearray) -> bool:
    with target.open("rb") as file:
        if file.read(len(PLAIN_SQLITE)) == PLAIN_SQLITE:
            return False
    copied = connection.connect(target, text)
    try:
        return not connection.faults(copied) and _counts(copied) == _counts(raw)
    finally:
        copied.close()


def _counts(raw: Raw) -> dict[str, int]:
    tables = raw.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").fetchall()
    names = [str(name).replace('"', '""') for (name,) in tables]
    return {name: raw.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in names}


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
