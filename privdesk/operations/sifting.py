"""Sorts the rows of a foreign table: which can be taken, with which warnings, and which have to wait for a human."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Generic, Protocol, TypeVar

from privdesk.domain.batch import BatchKind, Fault
from privdesk.domain.errors import (
    CardsUndecided,
    FileChanged,
    NumberInText,
    NumberTaken,
    PartnerMissing,
    TransactionTaken,
)
from privdesk.domain.formats.found import numbers_in
from privdesk.domain.partner import known_as
from privdesk.domain.person import NumberKind
from privdesk.intake.mapping import Fields, Mapping, recognise
from privdesk.intake.people import PersonFacts
from privdesk.intake.problem import Problem
from privdesk.intake.table_apart import Asked, Reading
from privdesk.intake.tables import Look
from privdesk.intake.transactions import TransactionFacts
from privdesk.operations import foreign
from privdesk.storage import partners, people, transactions
from privdesk.storage.transaction import Connection


@dataclass(frozen=True)
class TableFile:
    """A foreign table; what is not given of encoding, delimiter and sheet is recognised.

    `given` is where it lies, or its bytes; `sha256` is that of what was looked at.
    """

    name: str
    given: Path | bytes = field(repr=False)
    encoding: str | None = None
    delimiter: str | None = None
    sheet: int | None = None
    sha256: str = ""

    def read(self, asked: Asked) -> Reading:
        """Begin to read it, apart; raises FileUnreadable, FileChanged, and what reading the table raises."""
        asked = Asked(
            **{name: getattr(asked, name) for name in Asked.__struct_fields__}
            | {"encoding": self.encoding, "delimiter": self.delimiter, "sheet": self.sheet}
        )
        if isinstance(self.given, bytes):
            reading = Reading(self.given, asked)
        else:
            with foreign.opened(self.given) as stream:
                reading = Reading(stream, asked)
        if self.sha256 and reading.look.sha256 != self.sha256:
            raise FileChanged
        return reading


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
    """Sorts the rows of one kind, block by block."""

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
    """A foreign table that is being read by its mapping; it has `total` rows, or more while they are counted."""

    name: str
    look: Look
    mapping: Mapping
    reading: Reading = field(repr=False)

    @property
    def total(self) -> int:
        """How many rows were counted so far, if that was asked for."""
        return self.reading.count

    def facts(self, **patience: float) -> Sequence[Any]:
        """What the next rows say, nothing at the end; raises what reading the table raises."""
        return self.reading.facts(**patience)


def opened(
    file: File,
    kind: BatchKind,
    fields: Fields,
    mapping: Mapping | None,
    *,
    keep_cards: bool = False,
    count: bool = False,
) -> Source:
    """Look through a foreign table and settle its mapping, the recognised one unless one is given.

    Raises what reading the table and `Mapping.check` raise.
    """
    given = _file(file)
    columns = tuple(column.field for column in mapping.columns) if mapping else None
    asked = Asked(
        count=count, is_people=kind is BatchKind.PEOPLE, keep_cards=keep_cards, fields=fields, columns=columns
    )
    reading = given.read(asked)
    chosen = mapping or recognise(reading.look.headers, fields)
    if tuple(column.header for column in chosen.columns) != reading.look.headers:
        raise FileChanged
    chosen.check()
    reading.go_on(chosen)
    return Source(given.name, reading.look, chosen, reading)


@dataclass
class PeopleSieve:
    """Lets pass who has a name and a customer number that is still free, in the desk and in the file."""

    keep_cards: bool | None
    _seen: set[str] = field(default_factory=set)

    def sift(self, conn: Connection, facts: Sequence[PersonFacts]) -> Sequence[Sifted[PersonFacts]]:
        """Let who has no name, or a number that somebody has already, wait.

        Raises CardsUndecided at the first full card number if nobody said what to do with them.
        """
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

    partner: str
    _seen: set[tuple[str, str]] = field(default_factory=set)

    def sift(self, conn: Connection, facts: Sequence[TransactionFacts]) -> Sequence[Sifted[TransactionFacts]]:
        """Let what names no partner, or a number that he gave before, wait.

        A row without a partner's name is of the partner named for the whole file.
        """
        facts = [one if one.partner else replace(one, partner=self.partner) for one in facts]
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
        if numbers_in(facts.partner):
            return Fault.of(NumberInText())
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


def sieve_for(kind: BatchKind, *, keep_cards: bool | None, partner: str) -> Sieve[Any]:
    """The sieve for a kind of table."""
    return PeopleSieve(keep_cards) if kind is BatchKind.PEOPLE else TransactionSieve(partner)


def _file(file: File) -> TableFile:
    if isinstance(file, TableFile):
        return file
    return TableFile("", file) if isinstance(file, bytes) else TableFile(file.name, file)
