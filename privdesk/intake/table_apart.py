"""Reads a table in a process of its own, as far as to what each of its rows says."""

import io
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import BinaryIO

import msgspec
from msgspec import Struct

from privdesk.domain import errors
from privdesk.domain.cells import unguarded
from privdesk.domain.errors import TableTooComplex
from privdesk.domain.formats.phone import know_all_countries
from privdesk.domain.person import NewPerson
from privdesk.intake import apart, xlsx
from privdesk.intake.mapping import Fields, Mapping, recognise
from privdesk.intake.people import PersonFacts, read_person
from privdesk.intake.problem import Problem
from privdesk.intake.tables import Look, Row, Table, read_table
from privdesk.intake.transactions import TransactionFacts, read_transaction

WORD = "--read-table"
"""How the program is called for this, by itself only."""

BLOCK = 250
"""So many rows come at once, if they are no longer than usual."""

# of address space; the program itself takes some 40 MB of it
_MEMORY = 280 * 2**20
# seconds for a file of any size, and more for each megabyte of it
_CPU_SECONDS, _CPU_PER_MB = 5, 5
_LETTERS = 2**20
# after so many rows that were counted it is told how many there are so far
_COUNTED = 20_000
_CODECS = ("utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp437")
_REFUSALS = frozenset(
    one.__name__
    for one in (
        *(errors.EncodingUnclear, errors.FieldTooLong, errors.FileTooLarge, errors.NotATable, errors.NulInTable),
        *(errors.QuotesBroken, errors.TableEmpty, errors.TableTooComplex, errors.TooManyColumns),
        *(errors.TableTooLong, errors.WorkbookDamaged),
    )
)


class Asked(Struct, frozen=True, omit_defaults=True):
    """How a table is to be read; what is not said is recognised.

    `rows` asks for the rows themselves, so many of them; else each is read as `kind` by these `fields`, the columns
    going to those of `columns` if they are given. `count` counts the rows before the first one is read.
    """

    encoding: str | None = None
    delimiter: str | None = None
    sheet: int | None = None
    rows: int = 0
    count: bool = False
    is_people: bool = False
    keep_cards: bool = False
    fields: Fields | None = None
    columns: tuple[str, ...] | None = None


class _Person(Struct, frozen=True, array_like=True):
    """The facts of a customer without what all rows have in common."""

    source: Row
    person: NewPerson
    problems: tuple[Problem, ...]


class _Frame(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """One answer: what the table is, how many rows were counted, its rows, that it is at its end; or a refusal."""

    look: Look | None = None
    count: int = 0
    is_counting: bool = False
    rows: list[Row] = []
    people: list[_Person] = []
    transactions: list[TransactionFacts] = []
    is_end: bool = False
    refused: str = ""
    values: dict[str, str | int] = {}


_ANSWERS = msgspec.msgpack.Decoder(_Frame)


class Reading:
    """A table that is being read apart: what it is, and its rows in blocks; close it when no more is wanted.

    `count` says how many rows were counted so far, if that was asked for.

    Raises what reading it raises, and TableTooComplex for more memory or time than any table needs.
    """

    def __init__(self, given: bytes | BinaryIO, asked: Asked) -> None:
        self._apart = apart.Apart(WORD, msgspec.json.encode(asked).decode(), given=given)
        first = self._frame()
        assert first.look is not None
        self.look = first.look
        self.count = 0
        self._asked = asked
        self._mapping: Mapping | None = None

    def go_on(self, mapping: Mapping) -> None:
        """Say by which mapping its rows were asked for."""
        self._mapping = mapping

    def rows(self) -> list[Row]:
        """The next rows as they are; none at the end."""
        return self._frame().rows

    def facts(self, **patience: float) -> Sequence[PersonFacts | TransactionFacts]:
        """What the next rows say; nothing at the end. Raises TimeoutError if they take longer than `patience`.

        With a patience it is also raised now and then while they are counted.
        """
        while (frame := self._frame(**patience)).count:
            self.count = frame.count
            if frame.is_counting and patience:
                raise TimeoutError
        if not self._asked.is_people:
            return frame.transactions
        assert self._mapping is not None
        mapping, keep = self._mapping, self._asked.keep_cards
        return [
            PersonFacts(one.source.number, one.source.line, one.person, one.problems, one.source, mapping, keep)
            for one in frame.people
        ]

    def close(self) -> None:
        """Read no further."""
        self._apart.close()

    def _frame(self, **patience: float) -> _Frame:
        try:
            frame = _ANSWERS.decode(self._apart.frame(**patience))
        except apart.Exceeded:
            self.close()
            raise TableTooComplex from None
        if frame.refused or frame.is_end:
            self.close()
        if frame.refused:
            raise getattr(errors, frame.refused if frame.refused in _REFUSALS else "")(**frame.values)
        return frame


def serve() -> int:
    """The other side: read what was asked for, block by block."""
    asked = msgspec.json.decode(sys.argv[2], type=Asked)
    stream: BinaryIO = sys.stdin.buffer
    if not stream.seekable():
        stream = io.BytesIO(stream.read())
    if asked.fields is not None:
        know_all_countries()
    megabytes = stream.seek(0, os.SEEK_END) >> 20
    apart.confine(_MEMORY, _CPU_SECONDS + _CPU_PER_MB * megabytes, _CODECS)
    try:
        for frame in _frames(stream, asked):
            apart.tell(msgspec.msgpack.encode(frame))
    except MemoryError:
        apart.tell(msgspec.msgpack.encode(_Frame(refused=TableTooComplex.__name__)))
    except errors.DeskError as error:
        apart.tell(msgspec.msgpack.encode(_Frame(refused=type(error).__name__, values=error.values)))
    return 0


def _frames(stream: BinaryIO, asked: Asked) -> Iterator[_Frame]:
    table = _table(stream, asked)
    look = Look(**{name: getattr(table, name) for name in Look.__dataclass_fields__})
    yield _Frame(look=look)
    if asked.count:
        yield from _counted(table)
    blocks = _blocks(table.rows())
    if asked.rows:
        yield _Frame(rows=next(blocks, [])[: asked.rows])
    elif asked.fields is not None:
        mapping = _mapping(table, asked, asked.fields)
        # an export guards the cells of CSV only
        guarded = not table.sheets
        for block in blocks:
            yield _facts(map(_unguarded, block) if guarded else block, mapping, asked)
    yield _Frame(is_end=True)


def _counted(table: Table) -> Iterator[_Frame]:
    count = 0
    for count, _ in enumerate(table.rows(), 1):
        if not count % _COUNTED:
            yield _Frame(count=count, is_counting=True)
    if count:
        yield _Frame(count=count)


def _table(stream: BinaryIO, asked: Asked) -> Table:
    stream.seek(0)
    if stream.read(len(xlsx.SIGN)) == xlsx.SIGN:
        return xlsx.read_workbook(stream, asked.sheet)
    return read_table(stream, asked.encoding, asked.delimiter)


def _mapping(table: Table, asked: Asked, fields: Fields) -> Mapping:
    mapping = recognise(table.headers, fields)
    for place, field in enumerate((asked.columns or ())[: len(table.headers)]):
        if not mapping.columns[place].refused:
            mapping = mapping.with_field(place, field)
    return mapping


def _facts(rows: Iterable[Row], mapping: Mapping, asked: Asked) -> _Frame:
    if not asked.is_people:
        return _Frame(transactions=[read_transaction(row, mapping) for row in rows])
    read = (read_person(row, mapping, keep_cards=asked.keep_cards) for row in rows)
    return _Frame(people=[_Person(one.source, one.person, one.problems) for one in read])


def _blocks(rows: Iterable[Row]) -> Iterator[list[Row]]:
    block: list[Row] = []
    letters = 0
    for row in rows:
        block.append(row)
        letters += sum(map(len, row.cells))
        if len(block) == BLOCK or letters > _LETTERS:
            yield block
            block, letters = [], 0
    if block:
        yield block


def _unguarded(row: Row) -> Row:
    if "'" in "".join(row.cells):
        return row._replace(cells=tuple(map(unguarded, row.cells)))
    return row
