"""Opens the encrypted file: the key goes in as bytes, every setting is read back, then most of SQL is forbidden."""

import os
import shutil
import sqlite3
import struct
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
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
    DeskClosed,
    DeskError,
    DiskFull,
    DiskTrouble,
    ReadOnlyFolder,
    VaultDamaged,
)
from privdesk.storage import files
from privdesk.storage.keys import RAW_KEY_SIZE, wipe

APPLICATION_ID = 0x5056_4453
PAGE_SIZE = 4096
SALT_SIZE = 16
PLAIN_SQLITE = b"SQLite format 3"
_WAIT_S = 5
# by so much the index of the write-ahead log grows
_INDEX_STEP = 32 * 1024
_LOG_HEADER = struct.Struct(">8I")
_LOG_MAGIC = (0x377F_0682, 0x377F_0683)

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
    # KiB; with the 2 MiB that SQLite takes by itself an import of many rows reads each page of an index again and again
    "cache_size": ("-65536", -65536),
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
def told(file: Path | None = None) -> Iterator[None]:
    """Turn what the driver reports of disk and `file` into its sentence; anything else flies on."""
    try:
        yield
    except (sa.exc.DBAPIError, dbapi2.Error) as error:
        trouble = trouble_of(error.orig if isinstance(error, sa.exc.DBAPIError) else error, file)
        if trouble is None:
            raise
        raise trouble from error


def trouble_of(error: BaseException | None, file: Path | None = None) -> type[DeskError] | None:
    """DiskFull, ReadOnlyFolder, VaultDamaged or DiskTrouble for a driver's error; None if it is our own mistake.

    Where the index of the write-ahead log finds no room SQLite speaks of trouble only: the disk of `file` tells.
    """
    trouble = _TROUBLES.get(getattr(error, "sqlite_errorcode", 0) & 0xFF)
    if trouble is DiskTrouble and file and shutil.disk_usage(file.parent).free < _INDEX_STEP:
        return DiskFull
    return trouble


def salt_of(path: Path) -> str:
    """The 16 readable bytes (hex) that say under which key the file is.

    Raises DataMissing, DataEmpty, or VaultDamaged for a file that is cut; a file that is not encrypted is DataForeign;
    DeskClosed or NotPlain for what cannot be read.
    """
    try:
        with files.told(denied=DeskClosed), os.fdopen(files.plain(path, os.O_RDONLY), "rb") as file:
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
    with told(path), ExitStack() as undo:
        raw = _keyed(path, key, "mode=ro" if read_only else "mode=rw")
        undo.callback(raw.close)
        _prove(raw)
        _set(raw, {"journal_mode": (journal, journal.lower()), **_PRAGMAS})
        undo.pop_all()
    return raw


@contextmanager
def looking(path: Path, key: bytearray) -> Iterator[Raw]:
    """Read the file, and what a killed program left in its write-ahead log, without changing a byte of either.

    Nobody may have it open. Raises what `told` raises.
    """
    log, index = sides(path)
    has_log = _begins_log(log)
    with told(path), ExitStack() as last:
        if has_log and not index.exists():  # an empty one will do, SQLite computes it in memory
            os.close(files.make_file(index))
            last.callback(index.unlink)
        raw = _keyed(path, key, "mode=ro&readonly_shm=1" if has_log else "mode=ro&immutable=1")
        last.callback(raw.close)
        _prove(raw)
        _set(raw, _PRAGMAS)
        yield raw


def sides(path: Path) -> tuple[Path, Path]:
    """The write-ahead log of a file and its index."""
    return path.with_name(f"{path.name}-wal"), path.with_name(f"{path.name}-shm")


def guard(raw: Raw, *, read_only: bool = False) -> None:
    """Forbid from now on what the program never does: schema changes, other files, settings, rewriting the log."""
    raw.set_authorizer(_reader_may if read_only else _writer_may)


def engine(raw: Raw, *, read_only: bool = False, on_full: Callable[[], None] | None = None) -> sa.Engine:
    """SQLAlchemy over this one connection. A writer's transaction begins IMMEDIATE, so that it never fails half-way.

    A full disk is DiskFull, before which `on_full` is called.
    """
    _, _, file = raw.execute("PRAGMA database_list").fetchone()
    made = sa.create_engine(
        "sqlite://", module=dbapi2, creator=lambda: raw, poolclass=sa.StaticPool, hide_parameters=True
    )
    start = "BEGIN" if read_only else "BEGIN IMMEDIATE"

    @event.listens_for(made, "begin")
    def _begin(conn: sa.Connection) -> None:
        conn.exec_driver_sql(start)

    @event.listens_for(made, "handle_error")
    def _handle(context: ExceptionContext) -> None:
        if trouble_of(context.original_exception, Path(file)) is DiskFull:
            if on_full:
                on_full()
            raise DiskFull from context.original_exception

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


def _keyed(path: Path, key: bytearray, how: str) -> Raw:
    if len(key) != RAW_KEY_SIZE:
        raise ValueError("a raw key has 67 characters")
    raw = dbapi2.connect(
        f"file:{quote(str(path))}?{how}",
        uri=True,
        isolation_level=None,
        timeout=_WAIT_S,
        check_same_thread=False,
    )
    raw.execute("PRAGMA cipher_log_level = NONE")
    raw.set_key(key)
    wipe(key)
    return raw


def _begins_log(path: Path) -> bool:
    """Whether the header of a write-ahead log is whole, as the file format says, and something follows.

    SQLite reads no other; behind a header alone, which a kill leaves before the first page, a reader waits in vain.
    """
    with suppress(FileNotFoundError), files.told(denied=DeskClosed):
        with os.fdopen(files.plain(path, os.O_RDONLY), "rb") as file:
            header, follows = file.read(_LOG_HEADER.size), file.read(1)
        if len(header) == _LOG_HEADER.size and follows:
            *words, one, two = _LOG_HEADER.unpack(header)
            return words[0] in _LOG_MAGIC and _log_sum(header, big=words[0] & 1) == (one, two)
    return False


def _log_sum(header: bytes, big: int) -> tuple[int, int]:
    one = two = 0
    for first, second in struct.iter_unpack(">2I" if big else "<2I", header[:24]):
        one = (one + first + two) & 0xFFFF_FFFF
        two = (two + second + one) & 0xFFFF_FFFF
    return one, two


def _prove(raw: Raw) -> None:
    for name, setting in _CIPHER.items():
        _need(raw, name, setting)
    raw.execute("SELECT count(*) FROM sqlite_schema").fetchone()  # the first real use of the key


def _set(raw: Raw, pragmas: Mapping[str, tuple[str, str | int]]) -> None:
    for name, (value, expected) in pragmas.items():
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
