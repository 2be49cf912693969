"""The lines of a CSV file, without those that say nothing, and never more or longer than a table has."""

import io
from typing import TYPE_CHECKING, BinaryIO

from privdesk.domain.errors import FieldTooLong, NulInTable, TableTooLong

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

COLUMN_LIMIT = 500
FIELD_LIMIT = 100_000
ROWS_LIMIT = 2**20
"""How many rows a file may have, blank ones included: as many as a worksheet."""

ROW_LIMIT = 2_000_000
"""How many characters a row may have."""

_CHUNK = 2**20


class Lines:
    """The lines of the file as the CSV reader wants them, guarded against endless rows and NUL.

    Below the headers, rows of nothing but separators are passed over, because the reader would take long over millions
    of them; `blank` counts them.
    """

    def __init__(self, stream: BinaryIO, encoding: str, delimiter: str) -> None:
        stream.seek(0)
        self._text = io.TextIOWrapper(
            io.BufferedReader(_Unclosed(stream), _CHUNK), encoding, errors="replace", newline=""
        )
        self.number = 0
        self.row_begins = 1
        self.blank = 0
        self._delimiter = delimiter
        self._empty = "\r\n"
        self._held = self._rows = 0

    def __iter__(self) -> "Lines":
        return self

    def __next__(self) -> str:
        line = self._text.readline(ROW_LIMIT + 1)
        if not self._held:
            line = self._filled(line)
        if not line:
            raise StopIteration
        self.number += 1
        self._held += len(line)
        if "\0" in line:
            raise NulInTable
        if self._held > ROW_LIMIT:
            raise FieldTooLong(line=self.row_begins, most=FIELD_LIMIT)
        return line

    def _filled(self, line: str) -> str:
        """This line, or the next that begins a row of any content; empty at the end."""
        blank = ""
        # the same blank line mostly stands there many times
        while line and (line == blank or (len(line) <= COLUMN_LIMIT and not line.strip(self._empty))):
            self.number += 1
            self.blank += line[0] not in "\r\n"
            self._count_row()
            blank, line = line, self._text.readline(ROW_LIMIT + 1)
        self.row_begins = self.number + 1
        return line

    def _count_row(self) -> None:
        self._rows += 1
        if self._rows > ROWS_LIMIT:
            raise TableTooLong(most=ROWS_LIMIT)

    def row_ended(self) -> None:
        """Count anew: the next line begins a row."""
        self._count_row()
        self._empty = self._delimiter + "\r\n"
        self.row_begins, self._held = self.number + 1, 0


class _Unclosed(io.RawIOBase):
    """Reads from a stream that belongs to the caller and stays open."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "WriteableBuffer") -> int:
        room = memoryview(buffer).cast("B")
        found = self._stream.read(len(room))
        room[: len(found)] = found
        return len(found)
