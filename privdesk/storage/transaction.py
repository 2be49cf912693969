"""The two doors to the file: a transaction of the writer, a view of the reader; the disk's troubles get a sentence."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

import sqlalchemy as sa

from privdesk.domain.errors import SignBroken
from privdesk.storage import connection

Connection = sa.Connection
# a row was to go that another one needs, or to come that cannot stand beside another
Conflict = sa.exc.IntegrityError


class Denied(RuntimeError):
    """The file's guard refused a statement that this program never makes."""


@contextmanager
def writing(engine: sa.Engine) -> Iterator[Connection]:
    """A transaction that commits at its end, or leaves nothing.

    Raises DiskFull, ReadOnlyFolder, VaultDamaged or DiskTrouble for what the disk does to us, Denied, or SignBroken.
    """
    with _told(), engine.begin() as conn:
        yield conn


@contextmanager
def reading(engine: sa.Engine) -> Iterator[Connection]:
    """A consistent view of the file; raises as `writing`."""
    with _told(), engine.connect() as conn:
        yield conn


@contextmanager
def _told() -> Iterator[None]:
    try:
        with connection.told():
            yield
    except sa.exc.DBAPIError as error:
        if getattr(error.orig, "sqlite_errorcode", 0) == sqlite3.SQLITE_AUTH:
            raise Denied from error
        raise
    except UnicodeEncodeError:
        raise SignBroken from None
