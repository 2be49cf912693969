"""Sorts the rows of a foreign table: which can be taken, with which warnings, and which have to wait for a human."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import Generic, Protocol, TypeVar

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
        """The number of the row below the headers."""
        ...

    @property
    def line(self) -> int:
        """The line of the file in which it begins."""
        ...

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with its fields."""
        ...


F_co = TypeVar("F_co", bound=Facts, covariant=True)


@dataclass(frozen=True, slots=True)
class Sifted(Generic[F_co]):
    """A row's facts, and why it has to wait if it has to."""

    facts: F_co
    waits: Fault | None


class Sieve(Protocol[F_co]):
    """Sorts the rows of one kind, block by block."""

    def sift(self, conn: Connection, rows: Iterable[Row]) -> Sequence[Sifted[F_co]]:
        """Read rows and check them against the file so far and the desk."""
        ...


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

    def sift(self, conn: Connection, rows: Iterable[Row]) -> Sequence[Sifted[PersonFacts]]:
        """Read rows; raises CardsUndecided at the first full card number if nobody said what to do with them."""
        facts = [read_person(row, self.mapping, keep_cards=bool(self.keep_cards)) for row in rows]
        if self.keep_cards is None and any(map(has_card, facts)):
            raise CardsUndecided
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

    def sift(self, conn: Connection, rows: Iterable[Row]) -> Sequence[Sifted[TransactionFacts]]:
        """Read rows; one without a partner's name is of the partner named for the whole file."""
        facts = [self._read(row) for row in rows]
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

    def _read(self, row: Row) -> TransactionFacts:
        facts = read_transaction(row, self.mapping)
        return facts if facts.partner else replace(facts, partner=self.partner)

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


def sieve_for(kind: BatchKind, mapping: Mapping, *, keep_cards: bool | None, partner: str) -> Sieve[Facts]:
    """The sieve for a kind of table."""
    if kind is BatchKind.PEOPLE:
        return PeopleSieve(mapping, keep_cards)
    return TransactionSieve(mapping, partner)


def _unguarded(row: Row) -> Row:
    if "'" in "".join(row.cells):
        return replace(row, cells=tuple(map(unguarded, row.cells)))
    return row


def _in_memory(file: File) -> TableFile:
    if isinstance(file, TableFile):
        return file
    return TableFile("", file) if isinstance(file, bytes) else TableFile(file.name, file.read_bytes())
