"""The two connections to an open data file: one writes, one only reads."""

from collections.abc import Callable
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from pathlib import Path

import sqlalchemy as sa

from privdesk.domain.errors import DeskError
from privdesk.storage import connection, search
from privdesk.storage.connection import Raw


@dataclass(frozen=True)
class Doors:
    """Both connections with SQLAlchemy over them, guarded against what the program never does."""

    writer: sa.Engine
    reader: sa.Engine
    _raw: tuple[Raw, Raw] = field(repr=False)

    def settle(self) -> bool:
        """Move the write-ahead log into the file and empty it; False if somebody still reads."""
        return connection.checkpoint(self._raw[0])

    def faults(self) -> list[str]:
        """What is wrong with the file as a whole; empty if nothing is."""
        return connection.faults(self._raw[0])

    def close(self) -> None:
        """Roll back what is open, empty the write-ahead log as far as that can be done, and end both."""
        writing, reading = self._raw
        with ExitStack() as last:
            for engine, raw in ((self.writer, writing), (self.reader, reading)):
                last.callback(raw.close)
                last.callback(engine.dispose)
            reading.rollback()
            writing.rollback()
            with suppress(DeskError), connection.told():  # what cannot be moved is safe where it is
                connection.checkpoint(writing)


def opened(
    path: Path,
    key: Callable[[], bytearray],
    *,
    on_full: Callable[[], None] | None = None,
    prepare: Callable[[Raw, sa.Engine], None] | None = None,
) -> Doors:
    """Open both connections; `key` gives a fresh raw key each time, `prepare` may change the schema before the guard.

    Raises what `connection.connect` raises.
    """
    with ExitStack() as undo:
        writing = connection.connect(path, key())
        undo.callback(writing.close)
        writer = connection.engine(writing, on_full=on_full)
        if prepare:
            prepare(writing, writer)
        reading = connection.connect(path, key(), read_only=True)
        undo.callback(reading.close)
        search.teach(reading)
        doors = Doors(writer, connection.engine(reading, read_only=True), (writing, reading))
        connection.guard(writing)
        connection.guard(reading, read_only=True)
        undo.pop_all()
    return doors
