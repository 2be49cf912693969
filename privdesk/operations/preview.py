"""A foreign table before it is imported: what it looks like, and which of its columns are recognised."""

from collections.abc import Mapping as Given
from dataclasses import dataclass, replace
from pathlib import Path

from privdesk.domain.batch import BatchKind
from privdesk.domain.errors import DeskError
from privdesk.intake.mapping import Fields, Mapping, recognise
from privdesk.intake.table_apart import Asked
from privdesk.intake.tables import DELIMITERS as DELIMITERS
from privdesk.intake.tables import ENCODINGS as ENCODINGS
from privdesk.intake.tables import Look as Look
from privdesk.intake.tables import Sheet as Sheet
from privdesk.operations import foreign
from privdesk.operations.sifting import TableFile

ROWS = 20


@dataclass(frozen=True)
class Preview:
    """What a table is, its first rows as they were read, and the mapping of its columns; `file` knows what was seen."""

    file: TableFile
    kind: BatchKind
    look: Look
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
    """Name a foreign file; raises FileUnreadable."""
    foreign.opened(path).close()
    return TableFile(path.name, path)


def look(file: TableFile, kind: BatchKind, fields: Given[BatchKind, Fields]) -> Preview:
    """Read the beginning of a table; needs no vault. Raises what reading it raises."""
    return _look(file, [kind], fields)[0]


def look_whatever(file: TableFile, fields: Given[BatchKind, Fields]) -> Preview:
    """As `look`, as the kind for which the headers speak most, customers where they leave that open."""
    return max(_look(file, list(BatchKind), fields), key=lambda found: len(found.mapping.taken))


def as_kind(preview: Preview, kind: BatchKind, fields: Given[BatchKind, Fields]) -> Preview:
    """The same table taken for another kind."""
    return replace(preview, kind=kind, mapping=recognise(preview.look.headers, fields[kind]))


def with_field(preview: Preview, index: int, field: str) -> Preview:
    """Let the column at `index` go to `field`, or nowhere with ""; raises SecurityCodeRefused."""
    return replace(preview, mapping=preview.mapping.with_field(index, field))


def _look(file: TableFile, kinds: list[BatchKind], fields: Given[BatchKind, Fields]) -> list[Preview]:
    reading = file.read(Asked(rows=ROWS))
    rows = tuple(row.cells for row in reading.rows())
    reading.close()
    seen = replace(file, sha256=reading.look.sha256)
    return [Preview(seen, kind, reading.look, rows, recognise(reading.look.headers, fields[kind])) for kind in kinds]
