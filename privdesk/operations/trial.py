"""A dry run: what a file would bring, told block by block, so that a window can show how far it is and stop it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from privdesk.domain.batch import Batch, BatchKind, Fault
from privdesk.intake.mapping import Fields, Mapping
from privdesk.intake.people import PersonFacts
from privdesk.operations.desk import Desk
from privdesk.operations.sifting import Counts, Facts, File, Sifted, Source, fault, has_card, opened, sieve_for
from privdesk.storage import batches

# the field of what is found wrong with a row as a whole
_FIELD = {"NumberTaken": "number", "TransactionTaken": "external_id", "PartnerMissing": "partner"}


@dataclass(frozen=True)
class RowProblem:
    """One problem of one row: the field, its text masked where it is a number, and whether the row waits for it."""

    row: int
    line: int
    field: str
    text: str
    fault: Fault
    waits: bool


@dataclass(frozen=True)
class Report:
    """What a file would bring if it were imported now; `before` is the standing import of the very same file."""

    kind: BatchKind
    file_name: str
    encoding: str
    mapping: Mapping
    rows: int
    imported: int
    warned: int
    waiting: int
    cards: int
    problems: tuple[RowProblem, ...]
    before: Batch | None


class Trial:
    """A dry run under way: `read` and `look` in turn until there is nothing more to read, then `report`.

    `begin` and `read` touch no vault and may take as long as they like; a `look` at the desk is short. `rows` is how
    many there are, `done` how many were looked at.
    """

    def __init__(self, source: Source, kind: BatchKind, *, keep_cards: bool = False, partner: str = "") -> None:
        self._source = source
        self._kind = kind
        self._sieve = sieve_for(kind, keep_cards=keep_cards, partner=partner)
        self._counts = Counts()
        self._cards = 0
        self._problems: list[RowProblem] = []

    @property
    def rows(self) -> int:
        """How many there are; none before the first `read`."""
        return self._source.total

    @property
    def done(self) -> int:
        """The rows that were looked at."""
        return self._counts.rows

    def read(self) -> Sequence[Facts]:
        """Read the next rows; none at the end. Raises what reading the table raises."""
        return self._source.facts()

    def look(self, desk: Desk, facts: Sequence[Facts]) -> None:
        """See whether these rows can be taken, in this file and at this desk."""
        with desk.reading() as conn:
            block = self._sieve.sift(conn, facts)
        self._counts.add(block)
        self._cards += sum(isinstance(one, PersonFacts) and has_card(one) for one in facts)
        self._problems += [problem for one in block for problem in _problems(one)]

    def stop(self) -> None:
        """Read no further."""
        self._source.reading.close()

    def report(self, desk: Desk) -> Report:
        """What the rows that were looked at would bring."""
        source = self._source
        with desk.reading() as conn:
            before = batches.of_file(conn, source.look.sha256)
        return Report(
            self._kind,
            source.name,
            source.look.encoding,
            source.mapping,
            **vars(self._counts),
            cards=self._cards,
            problems=tuple(self._problems),
            before=before,
        )


def begin(
    file: File, kind: BatchKind, fields: Fields, mapping: Mapping | None, *, keep_cards: bool = False, partner: str = ""
) -> Trial:
    """Open a table for a dry run; needs no vault. Raises what reading the table and its mapping raises."""
    source = opened(file, kind, fields, mapping, keep_cards=keep_cards, count=True)
    return Trial(source, kind, keep_cards=keep_cards, partner=partner)


def _problems(one: Sifted[Facts]) -> Iterator[RowProblem]:
    """The problems of a row, the one for which it waits first."""
    facts = one.facts
    if one.waits and all(fault(problem) != one.waits for problem in facts.problems):
        yield RowProblem(facts.row, facts.line, _FIELD.get(one.waits.code, ""), "", one.waits, waits=True)
    for problem in facts.problems:
        waits = fault(problem) == one.waits
        yield RowProblem(facts.row, facts.line, str(problem.field), problem.shown, fault(problem), waits)
