"""Opens the encrypted file: the key goes in as bytes, every setting is read back, then most of SQL is forbidden."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.engine.interfaces import ExceptionContext
from sqlcipher3 import dbapi2

from privdesk.domain.errors import (
    DataEmpty,
    DataForeign,
    DataMissing,
    DeskError,
    DiskFull,
    DiskTrouble,
    ReadOnlyFolder,
    VaultDamaged,
)
from privdesk.storage.keys import RAW_KEY_SIZE, wipe

APPLICATION_ID = 0x5056_4453
PAGE_SIZE = 4096
SALT_SIZE = 16
PLAIN_SQLITE = b"SQLite format 3"
_WAIT_S = 5

_CIPHER = {
    "cipher_status": "1",
    "cipher_page_size": "4096",
    "cipher_use_hmac": "1",
    "cipher_hmac_algorithm": "HMAC_SHA512",
}
# what is set, and what must be read back
_PRAGMAS: dict[str, tuple[str, str | int]] = {
    "locking_mode": ("NORMAL", "normal"),
    "synchronous": ("FULL", 2),
    "temp_store": ("MEMORY", 2),
    "secure_delete": ("ON", 1),
    "foreign_keys": ("ON", 1),
    "recursive_triggers": ("ON", 1),
    "trusted_schema": ("OFF", 0),
    "cell_size_check": ("ON", 1),
    "mmap_size": ("0", 0),
}

_TROUBLES: dict[int, type[DeskError]] = {
    sqlite3.SQLITE_FULL: DiskFull,
    sqlite3.SQLITE_READONLY: ReadOnlyFolder,
    sqlite3.SQLITE_CORRUPT: VaultDamaged,
    sqlite3.SQLITE_NOTADB: VaultDamaged,
    sqlite3.SQLITE_IOERR: DiskTrouble,
    sqlite3.SQLITE_CANTOPEN: DiskTrouble,
}

_LOOKS = frozenset(
    {
        dbapi2.SQLITE_SELECT,
        dbapi2.SQLITE_READ,
        dbapi2.SQLITE_FUNCTION,
        dbapi2.SQLITE_RECURSIVE,
        dbapi2.SQLITE_TRANSACTION,
        dbapi2.SQLITE_SAVEPOINT,
        dbapi2.SQLITE_PRAGMA,
    }
)
_CHANGES = frozenset({dbapi2.SQLITE_INSERT, dbapi2.SQLITE_UPDATE, dbapi2.SQLITE_DELETE})
_FUNCTIONS_DENIED = frozenset({"load_extension", "sqlcipher_export"})
_TABLES_APPEND_ONLY = frozenset({"audit"})
# may be read, and those of the second group told what to check; none may be set
_PRAGMAS_READ = frozenset({"data_version", "read_uncommitted", "user_version", "page_count", "freelist_count"})
_PRAGMAS_RUN = frozenset({"wal_checkpoint", "integrity_check", "cipher_integrity_check", "foreign_key_check"})

Raw = Any  # sqlcipher3 brings no types
Authorizer = Callable[[int, str | None, str | None, str | None, str | None], int]


@contextmanager
def told() -> Iterator[None]:
    """Turn what the driver reports of disk and file into its sentence; anything else flies on."""
    try:
        yield
    except (sa.exc.DBAPIError, dbapi2.Error) as error:
        trouble = trouble_of(error.orig if isinstance(error, sa.exc.DBAPIError) else error)
        if trouble is None:
            raise
        raise trouble from error


def trouble_of(error: BaseException | None) -> type[DeskError] | None:
    """DiskFull, ReadOnlyFolder, VaultDamaged or DiskTrouble for a driver's error; None if it is our own mistake."""
    return _TROUBLES.get(getattr(error, "sqlite_errorcode", 0) & 0xFF)


def salt_of(path: Path) -> str:
    """The 16 readable bytes (hex) that say under which key the file is.

    Raises DataMissing, DataEmpty, or VaultDamaged for a file that is cut; a file that is not encrypted is DataForeign.
    """
    try:
        with path.open("rb") as file:
            size = file.seek(0, 2)
            file.seek(0)
            salt = file.read(SALT_SIZE)
    except FileNotFoundError as error:
        raise DataMissing from error
    if not size:
        raise DataEmpty
    if salt.startswith(PLAIN_SQLITE):
        raise DataForeign
    if size % PAGE_SIZE:
        raise VaultDamaged
    return salt.hex()


def connect(path: Path, key: bytearray, *, read_only: bool = False, journal: str = "WAL") -> Raw:
    """Open an existing file with the 67 characters of `key`, which are overwritten.

    The `journal` of a copy that is to stay one file is DELETE. Raises what `told` raises; RuntimeError if the driver
    does not do as it was told.
    """
    with told():
        raw = _keyed(path, key, read_only=read_only)
        try:
            _settle(raw, journal)
        except BaseException:
            raw.close()
            raise
    return raw


def guard(raw: Raw, *, read_only: bool = False) -> None:
    """Forbid from now on what the program never does: schema changes, other files, settings, rewriting the log."""
    raw.set_authorizer(_reader_may if read_only else _writer_may)


def engine(raw: Raw, *, read_only: bool = False, on_full: Callable[[], None] | None = None) -> sa.Engine:
    """SQLAlchemy over this one connection. A writer's transaction begins IMMEDIATE, so that it never fails half-way.

    `on_full` is called when the disk is full, before the error flies on.
    """
    made = sa.create_engine(
        "sqlite://", module=dbapi2, creator=lambda: raw, poolclass=sa.StaticPool, hide_parameters=True
    )
    start = "BEGIN" if read_only else "BEGIN IMMEDIATE"

    @event.listens_for(made, "begin")
    def _begin(conn: sa.Connection) -> None:
        conn.exec_driver_sql(start)

    @event.listens_for(made, "handle_error")
    def _handle(context: ExceptionContext) -> None:
        if on_full and trouble_of(context.original_exception) is DiskFull:
            on_full()

    return made


def checkpoint(raw: Raw) -> bool:
    """Move the write-ahead log into the file and empty it; False if somebody still reads."""
    busy, *_ = raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    return not busy


def faults(raw: Raw) -> list[str]:
    """What both whole-file checks find: the pages' MACs, then the tables; empty if all is well. Takes long."""
    found: list[str] = []
    for check in ("cipher_integrity_check", "integrity_check", "foreign_key_check"):
        try:
            rows = raw.execute(f"PRAGMA {check}").fetchall()
        except dbapi2.DatabaseError as error:
            if trouble_of(error) is None:
                raise
            rows = [(str(error),)]
        found += [f"{check}: {' '.join(map(str, row))}" for row in rows if row != ("ok",)]
    return found


def _keyed(path: Path, key: bytearray, *, read_only: bool) -> Raw:
    if len(key) != RAW_KEY_SIZE:
        raise ValueError("a raw key has 67 characters")
    mode = "ro" if read_only else "rw"
    raw = dbapi2.connect(
        f"file:{quote(str(path))}?mode={mode}",
        uri=True,
        isolation_level=None,
        timeout=_WAIT_S,
        check_same_thread=False,
    )
    raw.execute("PRAGMA cipher_log_level = NONE")
    raw.set_key(key)
    wipe(key)
    return raw


def _settle(raw: Raw, journal: str) -> None:
    for name, setting in _CIPHER.items():
        _need(raw, name, setting)
    raw.execute("SELECT count(*) FROM sqlite_schema").fetchone()  # the first real use of the key
    for name, (value, expected) in {"journal_mode": (journal, journal.lower()), **_PRAGMAS}.items():
        raw.execute(f"PRAGMA {name} = {value}")
        _need(raw, name, expected)


def _need(raw: Raw, name: str, expected: str | int) -> None:
    row = raw.execute(f"PRAGMA {name}").fetchone()
    if row != (expected,):
        raise RuntimeError(f"{name} is {row}, not {expected}")


def _writer_may(action: int, one: str | None, two: str | None, base: str | None, _by: str | None) -> int:
    if action in _CHANGES:
        is_kept = action != dbapi2.SQLITE_INSERT and one in _TABLES_APPEND_ONLY
        return _answer(not is_kept and not (one or "").startswith("sqlite_"))
    return _reader_may(action, one, two, base, _by)


def _reader_may(action: int, one: str | None, two: str | None, _base: str | None, _by: str | None) -> int:
    if action == dbapi2.SQLITE_PRAGMA:
        return _answer(one in _PRAGMAS_RUN or (one in _PRAGMAS_READ and two is None))
    if action == dbapi2.SQLITE_FUNCTION:
        return _answer(two not in _FUNCTIONS_DENIED)
    return _answer(action in _LOOKS)


def _answer(may: bool) -> int:
    return int(dbapi2.SQLITE_OK if may else dbapi2.SQLITE_DENY)
