"""Tables that are built against their reader: each ends in rows or in a sentence, in time and within its memory."""

from collections.abc import Iterator
from pathlib import Path

from privdesk import app
from privdesk.domain.batch import BatchKind
from tests.intake.hostile_tables import MEMORY, SECONDS, TABLES
from tests.intake.measured import read
from torture.figure import Figure


def figures(folder: Path) -> Iterator[Figure]:
    """One for each table."""
    fields = app.reference().fields[BatchKind.PEOPLE]
    for name, make in TABLES.items():
        path = folder / "table"
        path.write_bytes(make())
        ended = read(path, fields)
        how = type(ended.refused).__name__ if ended.refused else f"{ended.rows:,} rows"
        said = f"{how}, {ended.seconds:.2f} s, {ended.memory / 2**20:.0f} MB"
        yield Figure(f"table: {name}", 1, int(ended.seconds > SECONDS or not 0 < ended.memory < MEMORY), said)
