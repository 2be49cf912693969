"""A foreign table before it is imported: what it looks like, and which of its columns are recognised."""

from collections.abc import Mapping as Given
from dataclasses import dataclass, replace
from io import BytesIO
from itertools import islice
from pathlib import Path

from privdesk.domain.batch import BatchKind
from privdesk.domain.errors import DeskError
from privdesk.intake.mapping import Fields, Mapping, recognise
from privdesk.intake.tables import DELIMITERS, ENCODINGS, read_table
from privdesk.operations import foreign
from privdesk.operations.sifting import TableFile

ROWS = 20
__all__ = ["DELIMITERS", "ENCODINGS", "ROWS", "Preview", "look", "read_file", "with_field"]


@dataclass(frozen=True)
class Preview:
    """The first rows of a table as they were read, and the mapping of its columns.

    `replaced` counts the characters that a chosen encoding could not read.
    """

    file: TableFile
    kind: BatchKind
    encoding: str
    delimiter: str
    replaced: int
    rows: tuple[tuple[str, ...], ...]
    mapping: Mapping

    @property
    def problem(self) -> DeskError | None:
        """Why no import would make sense with this mapping, if it would not."""
        try:
            self.mapping.check()
        except DeskError as error:
            return error
        return None


def read_file(path: Path) -> TableFile:
    """Take a foreign file into memory; raises FileUnreadable or FileTooLarge."""
    return TableFile(path.name, foreign.read(path))


def look(file: TableFile, kind: BatchKind, fields: Given[BatchKind, Fields]) -> Preview:
    """Read the beginning of a table; needs no vault. Raises what `read_table` raises."""
    table = read_table(BytesIO(file.content), file.encoding, file.delimiter)
    rows = tuple(row.cells for row in islice(table.rows(), ROWS))
    return Preview(
        file, kind, table.encoding, table.delimiter, table.replaced, rows, recognise(table.headers, fields[kind])
    )


def with_field(preview: Preview, index: int, field: str) -> Preview:
    """Let the column at `index` go to `field`, or nowhere with ""; raises SecurityCodeRefused."""
    return replace(preview, mapping=preview.mapping.with_field(index, field))
