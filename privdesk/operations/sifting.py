"""Sorts the rows of a foreign table: which can be taken, with which warnings, and which have to wait for a human."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import Any, Generic, Protocol, TypeVar

from privdesk.domain.batch import BatchKind, Fault
from privdesk.domain.errors import CardsUndecided, NumberTaken, PartnerMissing, TransactionTaken
from privdesk.domain.partner import known_as
from privdesk.domain.person import NumberKind
from privdesk.intake.mapping import Fields, Mapping, recognise
from privdesk.intake.people import PersonFacts, read_person
from privdesk.intake.problem import Problem
from privdesk.intake.tables import Row, Table, read_table
from privdesk.intake.transactions import TransactionFacts, read_transaction
from privdesk.operations.sheets import unguarded
from privdesk.storage import partners, people, transactions
from privdesk.storage.transaction import Connection

# rows that are read, checked and written together
BLOCK = 500


@dataclass(frozen=True)
class TableFile:
    """A foreign table that was read from its disk; encoding and delimiter are recognised unless they are given."""

    name: str
    content: bytes = field(repr=False)
    encoding: str | None = None
    delimiter: str | None = None


File = Path | bytes | TableFile


class Facts(Protocol):
    """What both kinds of row have in common."""

    @property
    def row(self) -> int:
        """The number of the row as a spreadsheet shows it; the headers are row 1."""
        ...

    @property
    def line(self) -> int:
        """The line of the file in which it begins."""
        ...

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with its fields."""
        ...


F = TypeVar("F", bound=Facts)
F_co = TypeVar("F_co", bound=Facts, covariant=True)


@dataclass(frozen=True, slots=True)
class Sifted(Generic[F_co]):
    """A row's facts, and why it has to wait if it has to."""

    facts: F_co
    waits: Fault | None


class Sieve(Protocol[F]):
    """Sorts the rows of one kind, block by block: reading them takes long and touches no vault, sifting is short."""

    def read(self, rows: Iterable[Row]) -> Sequence[F]:
        """Read rows."""
        ...

    def sift(self, conn: Connection, facts: Sequence[F]) -> Sequence[Sifted[F]]:
        """Check what was read against the file so far and the desk."""
        ...


@dataclass
class Counts:
    """What became of the rows so far."""

    rows: int = 0
    imported: int = 0
    warned: int = 0
    waiting: int = 0

    def add(self, block: Iterable[Sifted[Facts]]) -> None:
        """Count a block."""
        for one in block:
            self.rows += 1
            self.imported += one.waits is None
            self.waiting += one.waits is not None
            self.warned += one.waits is None and bool(one.facts.problems)


@dataclass(frozen=True)
class Source:
    """A foreign table with the mapping by which it is read."""

    name: str
    table: Table
    mapping: Mapping

    def blocks(self) -> Iterator[list[Row]]:
        """Its rows, some at a time; the apostrophes that an export put before formulas are gone."""
        rows = iter(self.table.rows())
        while block := list(islice(rows, BLOCK)):
            yield [_unguarded(row) for row in block]

    def count(self) -> int:
        """How many rows there are; looks through the whole table."""
        return sum(1 for _ in self.table.rows())


def opened(file: File, fields: Fields, mapping: Mapping | None) -> Source:
    """Look through a foreign table and settle its mapping, the recognised one unless one is given.

    Raises what `read_table` and `Mapping.check` raise.
    """
    given = _in_memory(file)
    table = read_table(BytesIO(given.content), given.encoding, given.delimiter)
    chosen = mapping or recognise(table.headers, fields)
    chosen.check()
    return Source(given.name, table, chosen)


@dataclass
class PeopleSieve:
    """Lets pass who has a name and a customer number that is still free, in the desk and in the file."""

    mapping: Mapping
    keep_cards: bool | None
    _seen: set[str] = field(default_factory=set)

    def read(self, rows: Iterable[Row]) -> Sequence[PersonFacts]:
        """Read rows; raises CardsUndecided at the first full card number if nobody said what to do with them."""
        facts = [read_person(row, self.mapping, keep_cards=bool(self.keep_cards)) for row in rows]
        if self.keep_cards is None and any(map(has_card, facts)):
            raise CardsUndecided
        return facts

    def sift(self, conn: Connection, facts: Sequence[PersonFacts]) -> Sequence[Sifted[PersonFacts]]:
        """Let who has no name, or a number that somebody has already, wait."""
        taken = people.taken(conn, (one.person.profile.number for one in facts if one.person.profile.number))
        return [Sifted(one, self._why(one, taken)) for one in facts]

    def _why(self, facts: PersonFacts, taken: dict[str, int]) -> Fault | None:
        if not facts.can_be_entered:
            return Fault("NameMissing")
        number = facts.person.profile.number
        if number and (number in taken or number in self._seen):
            return Fault.of(NumberTaken(number=number))
        self._seen.add(number)
        return None


@dataclass
class TransactionSieve:
    """Lets pass what names its partner, its own number that is new from this partner, and its day."""

    mapping: Mapping
    partner: str
    _seen: set[tuple[str, str]] = field(default_factory=set)

    def read(self, rows: Iterable[Row]) -> Sequence[TransactionFacts]:
        """Read rows; one without a partner's name is of the partner named for the whole file."""
        facts = (read_transaction(row, self.mapping) for row in rows)
        return [one if one.partner else replace(one, partner=self.partner) for one in facts]

    def sift(self, conn: Connection, facts: Sequence[TransactionFacts]) -> Sequence[Sifted[TransactionFacts]]:
        """Let what names no partner, or a number that he gave before, wait."""
        numbers: dict[str, set[str]] = {}
        for one in facts:
            numbers.setdefault(known_as(one.partner), set()).add(one.external_id)
        taken = {
            (partner, number)
            for partner, wanted in numbers.items()
            if (id_ := partners.find(conn, partner)) is not None
            for number in transactions.taken(conn, id_, wanted)
        }
        return [Sifted(one, self._why(one, taken)) for one in facts]

    def _why(self, facts: TransactionFacts, taken: set[tuple[str, str]]) -> Fault | None:
        if not facts.can_be_entered:
            return fault(facts.problems[0])
        if not facts.partner:
            return Fault.of(PartnerMissing())
        key = (known_as(facts.partner), facts.external_id)
        if key in taken or key in self._seen:
            return Fault.of(TransactionTaken(number=facts.external_id))
        self._seen.add(key)
        return None


def has_card(facts: PersonFacts) -> bool:
    """Whether a row carries a card number."""
    return any(number.kind is NumberKind.CARD for number in facts.person.numbers)


def fault(problem: Problem) -> Fault:
    """A problem without its text."""
    return Fault(problem.code, dict(problem.values))


def sieve_for(kind: BatchKind, mapping: Mapping, *, keep_cards: bool | None, partner: str) -> Sieve[Any]:
    """The sieve for a kind of table."""
    if kind is BatchKind.PEOPLE:
        return PeopleSieve(mapping, keep_cards)
    return TransactionSieve(mapping, partner)


def _unguarded(row: Row) -> Row:
    if "'" in "".join(row.cells):
        return row._replace(cells=tuple(map(unguarded, row.cells)))
    return row


def _in_memory(file: File) -> TableFile:
    if isinstance(file, TableFile):
        return file
    return TableFile("", file) if isinstance(file, bytes) else TableFile(file.name, file.read_bytes())
