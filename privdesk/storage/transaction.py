"""The two doors to the file: a transaction of the writer, a view of the reader; the disk's troubles get a sentence."""

from collections.abc import Iterator
from contextlib import contextmanager

import sqlalchemy as sa

from privdesk.storage import connection

Connection = sa.Connection


@contextmanager
def writing(engine: sa.Engine) -> Iterator[Connection]:
    """A transaction that commits at its end, or leaves nothing.

    Raises DiskFull, ReadOnlyFolder, VaultDamaged or DiskTrouble for what the disk does to us.
    """
    with connection.told(), engine.begin() as conn:
        yield conn


@contextmanager
def reading(engine: sa.Engine) -> Iterator[Connection]:
    """A consistent view of the file; raises as `writing`."""
    with connection.told(), engine.connect() as conn:
        yield conn
