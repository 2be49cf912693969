"""Writes the open database, as it is at one moment, into a new file under another key, and proves the copy.

Whoever reads and writes it meanwhile does not wait. The copy's journal is in rollback mode, so that it is one file.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlcipher3 import dbapi2

from privdesk.domain.errors import DeskError, DiskFull, DiskTrouble, VaultDamaged
from privdesk.storage import connection, files
from privdesk.storage.connection import PAGE_SIZE, PLAIN_SQLITE, Raw
from privdesk.storage.keys import RAW_KEY_SIZE, wipe

Progress = Callable[[int, int], object]
# so often SQLite asks, in steps of its machine: a step may move a large letter
_STEPS = 1000
_SIDES = ("", "-journal", "-wal", "-shm")
# the export tells its trouble by these words only
_TROUBLES: dict[str, type[DeskError]] = {
    "database disk image is malformed": VaultDamaged,
    "database or disk is full": DiskFull,
    "disk I/O error": DiskTrouble,
}


def copy(raw: Raw, target: Path, key: Callable[[], bytearray], progress: Progress | None = None) -> None:
    """Write an encrypted copy of the open file to `target`, over what is there, and verify it page by page.

    `key` gives a fresh raw key each time. `progress` (done, total, in bytes) may raise to stop the work, which leaves
    nothing then. Raises VaultDamaged if the copy is not the same, DiskFull, ReadOnlyFolder or DiskTrouble.
    """
    with files.told():
        remove(target)
        os.close(files.make_file(target))
    (pages,) = raw.execute("PRAGMA page_count").fetchone()
    total = pages * PAGE_SIZE

    def step() -> None:
        if progress:
            progress(min(target.stat().st_size, total), total)

    try:
        with connection.told():
            counts = _export(raw, target, key(), step)
            if not _is_whole(target, key(), counts, step):
                raise VaultDamaged
        with files.told():
            files.sync_file(target)
            files.sync_folder(target.parent)
    except BaseException:
        remove(target)
        raise


def share(progress: Progress | None, number: int, of: int) -> Progress | None:
    """What the pass `number` (from 0) over some bytes reports to, where there are `of` passes over the same bytes."""
    if progress is None:
        return None
    return lambda done, size: progress(number * size + done, of * size)


def remove(target: Path) -> None:
    """Take a copy away, and what a kill may have left beside it."""
    for side in _SIDES:
        target.with_name(f"{target.name}{side}").unlink(missing_ok=True)


def _export(raw: Raw, target: Path, text: bytearray, step: Callable[[], None]) -> dict[str, int]:
    """Write the copy; how many rows each table has at that moment."""
    if len(text) != RAW_KEY_SIZE:
        raise ValueError("a raw key has 67 characters")  # an empty one would export in clear
    raw.execute("ATTACH ? AS copied KEY ?", (str(target), text))
    wipe(text)
    try:
        # the copy is proven and synced as a whole, so it needs no journal that outlives a kill
        raw.execute("PRAGMA copied.journal_mode = MEMORY")
        raw.execute("PRAGMA copied.synchronous = OFF")
        raw.execute("BEGIN")
        try:
            counts = _counts(raw)
            with _asking(raw, step):
                raw.execute("SELECT sqlcipher_export('copied')").fetchone()
            for name in ("application_id", "user_version"):  # the export forgets both
                (value,) = raw.execute(f"PRAGMA main.{name}").fetchone()
                raw.execute(f"PRAGMA copied.{name} = {value}")
            raw.execute("COMMIT")
        except BaseException:
            raw.rollback()
            raise
    finally:
        raw.execute("DETACH copied")
    return counts


def _is_whole(target: Path, text: bytearray, counts: dict[str, int], step: Callable[[], None]) -> bool:
    with target.open("rb") as file:
        if file.read(len(PLAIN_SQLITE)) == PLAIN_SQLITE:
            return False
    copied = connection.connect(target, text, journal="DELETE")
    try:
        with _asking(copied, step):
            return not connection.faults(copied) and _counts(copied) == counts
    finally:
        copied.close()


def _counts(raw: Raw) -> dict[str, int]:
    tables = raw.execute("SELECT name FROM main.sqlite_schema WHERE type = 'table' ORDER BY name").fetchall()
    names = [str(name).replace('"', '""') for (name,) in tables]
    return {name: raw.execute(f'SELECT count(*) FROM main."{name}"').fetchone()[0] for name in names}


@contextmanager
def _asking(raw: Raw, step: Callable[[], None]) -> Iterator[None]:
    """Ask `step` again and again while SQLite works; what it raises ends the work and flies on."""
    stopped: list[BaseException] = []

    def ask() -> int:
        try:
            step()
        except (DeskError, KeyboardInterrupt) as error:  # the driver would swallow both
            stopped.append(error)
        return len(stopped)

    raw.set_progress_handler(ask, _STEPS)
    try:
        yield
    except dbapi2.OperationalError as error:
        trouble = stopped[0] if stopped else _TROUBLES.get(str(error))
        if trouble is None:
            raise
        raise trouble from error
    finally:
        raw.set_progress_handler(None, 0)
