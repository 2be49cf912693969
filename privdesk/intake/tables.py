"""CSV of any origin -> rows of text, one at a time; the size of what it holds in memory does not depend on the file."""

import codecs
import csv
import hashlib
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import BinaryIO, NamedTuple

from privdesk.domain.errors import (
    EncodingUnclear,
    FieldTooLong,
    FileTooLarge,
    NotATable,
    NulInTable,
    QuotesBroken,
    TableEmpty,
    TooManyColumns,
)
from privdesk.intake.charset import NOT_CP932, UNREADABLE, likeliest
from privdesk.intake.lines import COLUMN_LIMIT, FIELD_LIMIT, ROW_LIMIT, Lines

SIZE_LIMIT = 512 * 2**20
# no row of so many bytes is shorter than the limit in any encoding
_LINE_BYTES = 4 * ROW_LIMIT
_CHUNK = 2**20

ENCODINGS = ("utf-8", "cp932", "utf-16", "utf-16-le", "utf-16-be", "euc_jp")
"""What can be chosen by hand."""

DELIMITERS = (",", "\t", ";")

_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_GUESSED = ("utf-8", "cp932", "euc_jp")
_OTHER_FILES = (
    b"PK\x03\x04",
    b"\xd0\xcf\x11\xe0",
    b"%PDF",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"MZ",
    b"\x7fELF",
    b"\x1f\x8b",
)
_QUOTED = re.compile(r'"[^"]*(?:"|$)')


class Row(NamedTuple):
    """One record: its row as a spreadsheet counts, the headers being row 1; the line of the file it begins in; cells.

    It has at least as many cells as there are headers.
    """

    number: int
    line: int
    cells: tuple[str, ...]


class Sheet(NamedTuple):
    """One sheet of a workbook."""

    name: str
    hidden: bool


@dataclass(frozen=True)
class Look:
    """What a table is, found when it was looked through once.

    `replaced` counts characters that a hand-chosen encoding could not read; `sha256` proves which file it was. A
    workbook has `sheets`, of which `sheet` is read, and no delimiter.
    """

    headers: tuple[str, ...]
    encoding: str
    delimiter: str
    size: int
    sha256: str
    replaced: int = 0
    sheets: tuple[Sheet, ...] = ()
    sheet: int = 0


@dataclass(frozen=True)
class Table(Look):
    """A table that has been looked through and can be read as often as needed."""

    records: Callable[[], Iterator[Row]] = field(repr=False, compare=False, kw_only=True)

    def rows(self) -> Iterator[Row]:
        """Every record below the headers that holds anything.

        Raises FieldTooLong, TooManyColumns, TableTooLong, QuotesBroken.
        """
        records = self.records()
        next(records)
        width = len(self.headers)
        for number, line, cells in records:
            if any(cells):
                yield Row(number, line, (*cells, *[""] * (width - len(cells))))


def read_table(stream: BinaryIO, encoding: str | None = None, delimiter: str | None = None) -> Table:
    """Look through a seekable stream of CSV; it must stay open while rows are read.

    Encoding (BOM, strict UTF-8, cp932, EUC-JP) and delimiter (of the first line) are recognised unless given; a given
    encoding always opens the file and `replaced` says what it could not read. Raises FileTooLarge, NotATable,
    NulInTable, EncodingUnclear, TableEmpty, and what `Table.rows` raises.
    """
    look = _looked_through(stream)
    if look.head.startswith(_OTHER_FILES):
        raise NotATable
    marked = next((name for mark, name in _BOMS if look.head.startswith(mark)), None) or _unmarked(look)
    chosen = _with_mark(encoding, marked) if encoding else marked or likeliest(look.fitting, look.head)
    if look.nul and not (chosen or "").startswith("utf-16"):
        raise NulInTable
    if chosen is None:
        raise EncodingUnclear
    replaced = 0 if chosen in look.fitting else _unreadable(stream, chosen)
    if replaced and not encoding:
        raise EncodingUnclear
    separator = delimiter or _delimiter(_first_line(stream, chosen))
    records = partial(_records, stream, chosen, separator)
    headers = next(records(), Row(1, 1, ())).cells
    if not any(headers):
        raise TableEmpty
    return Table(headers, chosen, separator, look.size, look.sha256, replaced, records=records)


@dataclass(frozen=True)
class _Bytes:
    """What one pass over the bytes tells: the beginning, whether NUL is there, which encodings fit throughout."""

    size: int
    sha256: str
    head: bytes
    nul: bool
    fitting: tuple[str, ...]


def _looked_through(stream: BinaryIO) -> _Bytes:
    stream.seek(0)
    digest, size, head, nul, unbroken = hashlib.sha256(), 0, b"", False, 0
    decoders = {name: codecs.getincrementaldecoder(name)() for name in _GUESSED}
    while chunk := stream.read(_CHUNK):
        head = head or chunk
        nul = nul or b"\0" in chunk
        size += len(chunk)
        if size > SIZE_LIMIT:
            raise FileTooLarge(size=size >> 20, most=SIZE_LIMIT >> 20)
        unbroken = 0 if b"\n" in chunk or b"\r" in chunk else unbroken + len(chunk)
        if unbroken > _LINE_BYTES:
            raise FieldTooLong(line=1, most=FIELD_LIMIT)
        digest.update(chunk)
        _drop_unfit(decoders, chunk)
    _drop_unfit(decoders, b"", final=True)
    return _Bytes(size, digest.hexdigest(), head, nul, tuple(decoders))


def _unmarked(look: _Bytes) -> str | None:
    """UTF-16 without its mark: the signs of ASCII, of which a table has some, have their NUL always on one side."""
    even, odd = (look.head[side::2].count(b"\0") for side in (0, 1))
    # a few NULs in a text that reads well otherwise are no encoding
    if look.size % 2 or bool(even) is bool(odd) or (look.fitting and (even + odd) * 4 < len(look.head)):
        return None
    name = "utf-16-le" if odd else "utf-16-be"
    return name if re.search("[\r\n]", look.head.decode(name, "ignore")) else None


def _drop_unfit(decoders: dict[str, codecs.IncrementalDecoder], chunk: bytes, *, final: bool = False) -> None:
    for name, decoder in list(decoders.items()):
        if chunk.isascii() and not decoder.getstate()[0]:
            continue  # ASCII is the same in all of them
        try:
            fits = not (NOT_CP932.search(decoder.decode(chunk, final)) and name == "cp932")
        except UnicodeDecodeError:
            fits = False
        if not fits:
            del decoders[name]


def _with_mark(encoding: str, marked: str | None) -> str:
    """The chosen encoding in the form that swallows the byte order mark the file has."""
    return marked if marked and marked.split("-")[:2] == encoding.split("-")[:2] else encoding


def _unreadable(stream: BinaryIO, encoding: str) -> int:
    stream.seek(0)
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    chunks = iter(lambda: stream.read(_CHUNK), b"")
    return sum(decoder.decode(chunk).count(UNREADABLE) for chunk in chunks) + len(decoder.decode(b"", True))


def _first_line(stream: BinaryIO, encoding: str) -> str:
    return next(Lines(stream, encoding, ""), "")


def _delimiter(line: str) -> str:
    """The separator that stands most often in the first line, outside quotation marks."""
    bare = _QUOTED.sub("", line)
    return max(DELIMITERS, key=bare.count)


def _records(stream: BinaryIO, encoding: str, delimiter: str) -> Iterator[Row]:
    """Every record as long as it is, the headers first; blank ones are none."""
    lines = Lines(stream, encoding, delimiter)
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    number = 0
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise _sentence(error, lines.row_begins) from None
        if len(cells) > COLUMN_LIMIT:
            raise TooManyColumns(line=lines.row_begins, most=COLUMN_LIMIT)
        if max(map(len, cells), default=0) > FIELD_LIMIT:
            raise FieldTooLong(line=lines.row_begins, most=FIELD_LIMIT)
        if cells:
            number += 1
            yield Row(number + lines.blank, lines.row_begins, tuple(cells))
        lines.row_ended()


def _sentence(error: csv.Error, line: int) -> FieldTooLong | QuotesBroken:
    if "field larger" in str(error):
        return FieldTooLong(line=line, most=FIELD_LIMIT)
    return QuotesBroken(line=line)
