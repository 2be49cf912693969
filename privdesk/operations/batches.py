"""Imports: what a file would bring, bringing it, and taking it back."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from privdesk.domain.batch import Batch, BatchKind, Fault
from privdesk.domain.errors import BatchNeeded, BatchUndone, Cancelled, CardsNotKept, ImportedBefore, RowsRefused
from privdesk.domain.shown import shown
from privdesk.intake.mapping import Mapping, loaded
from privdesk.intake.people import PersonFacts
from privdesk.operations import people
from privdesk.operations.desk import Change, Desk
from privdesk.operations.done import Done
from privdesk.operations.entering import PeopleEntering, TransactionsEntering
from privdesk.operations.preview import look
from privdesk.operations.sifting import (
    Facts,
    File,
    PeopleSieve,
    Sieve,
    Sifted,
    Source,
    TableFile,
    TransactionSieve,
    fault,
    has_card,
    opened,
    sieve_for,
)
from privdesk.storage import batches, partners, people_removal, transactions
from privdesk.storage.transaction import Connection

Progress = Callable[[int, int], bool | None]
F = TypeVar("F", bound=Facts)


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


@dataclass
class _Counts:
    rows: int = 0
    imported: int = 0
    warned: int = 0
    waiting: int = 0

    def add(self, block: Iterable[Sifted[F]]) -> None:
        for one in block:
            self.rows += 1
            self.imported += one.waits is None
            self.waiting += one.waits is not None
            self.warned += one.waits is None and bool(one.facts.problems)


def everything(desk: Desk) -> tuple[Batch, ...]:
    """All imports, newest first."""
    with desk.reading() as conn:
        return batches.everything(conn)


def mapping_of(desk: Desk, file: TableFile, kind: BatchKind, text: str) -> Mapping:
    """The mapping for a table from the text of a file that was saved or written for it.

    Raises MapUnreadable, MapColumnUnknown, MapFieldUnknown, SecurityCodeRefused, and what reading the table raises.
    """
    recognised = look(file, kind, desk.reference.fields).mapping
    return loaded(text, tuple(column.header for column in recognised.columns), recognised.fields)


def dry_run(
    desk: Desk,
    file: File,
    kind: BatchKind,
    mapping: Mapping | None = None,
    *,
    keep_cards: bool = False,
    partner: str = "",
) -> Report:
    """What an import would bring; nothing is written.

    Raises CardsNotKept, and what reading the table and its mapping raises.
    """
    _need_cards_kept(desk, keep_cards)
    table = opened(file, desk.reference.fields[kind], mapping)
    counts, cards = _Counts(), 0
    problems: list[RowProblem] = []
    sieve = sieve_for(kind, table.mapping, keep_cards=keep_cards, partner=partner)
    with desk.reading() as conn:
        for rows in table.blocks():
            block = sieve.sift(conn, rows)
            counts.add(block)
            cards += sum(isinstance(one.facts, PersonFacts) and has_card(one.facts) for one in block)
            problems += [problem for one in block for problem in _problems(one)]
        before = batches.of_file(conn, table.table.sha256)
    return Report(
        kind,
        table.name,
        table.table.encoding,
        table.mapping,
        counts.rows,
        counts.imported,
        counts.warned,
        counts.waiting,
        cards,
        tuple(problems),
        before,
    )


def import_people(
    desk: Desk,
    file: File,
    mapping: Mapping | None = None,
    *,
    keep_cards: bool | None = None,
    strict: bool = False,
    progress: Progress | None = None,
) -> Done[Batch]:
    """Bring customers in as one batch; faulty fields keep their text with a warning, what can't be a customer waits.

    `keep_cards` must be said where the file has full card numbers. `progress(done, rows)` stops everything by answering
    False or raising Cancelled. Raises CardsUndecided, CardsNotKept, ImportedBefore, RowsRefused (`strict`), Cancelled,
    and what reading the table and its mapping raises; nothing was imported then.
    """
    _need_cards_kept(desk, keep_cards)
    table = opened(file, desk.reference.fields[BatchKind.PEOPLE], mapping)
    with desk.change("batch.import", about="batch", kind=BatchKind.PEOPLE) as change:
        id_ = _begin(desk, change, table, BatchKind.PEOPLE)
        entering = PeopleEntering(desk, change, id_)
        counts = _entered(change, table, PeopleSieve(table.mapping, keep_cards), entering.enter, progress)
        batch = _finish(change, id_, counts, strict=strict)
    said = shown("done", "{imported} customers were imported, {warned} of them with a warning; {waiting} rows wait.")
    return _done(batch, said)


def import_transactions(
    desk: Desk,
    file: File,
    mapping: Mapping | None = None,
    *,
    partner: str = "",
    strict: bool = False,
    progress: Progress | None = None,
) -> Done[Batch]:
    """Bring a partner's transactions in as one batch; those of a customer number that nobody has wait for their person.

    Raises ImportedBefore, RowsRefused (`strict`), Cancelled, and what reading the table and its mapping raises.
    """
    table = opened(file, desk.reference.fields[BatchKind.TRANSACTIONS], mapping)
    with desk.change("batch.import", about="batch", kind=BatchKind.TRANSACTIONS) as change:
        id_ = _begin(desk, change, table, BatchKind.TRANSACTIONS)
        entering = TransactionsEntering(desk, change, id_)
        counts = _entered(change, table, TransactionSieve(table.mapping, partner), entering.enter, progress)
        batch = _finish(change, id_, counts, strict=strict, partner=entering.partner)
        people.renew(change.conn, transactions.people_of_batch(change.conn, id_))
    return _done(batch, shown("done", "{imported} transactions were imported; {waiting} rows wait."))


def undo_batch(desk: Desk, id_: int) -> Done[Batch]:
    """Take everything back that a batch brought, waiting rows included; the note of the file stays.

    Raises NoSuchBatch, BatchUndone, and BatchNeeded if other work rests on it by now.
    """
    with desk.change("batch.undo", about=f"batch:{id_}") as change:
        conn = change.conn
        batch = batches.get(conn, id_)
        if batch.undone_at:
            raise BatchUndone
        concerned = transactions.people_of_batch(conn, id_)
        batches.clear(conn, id_)
        _need_unused(conn, id_)
        transactions.remove_batch(conn, id_)
        partners.remove_unused(conn, id_)
        people_removal.remove(conn, people_removal.of_batch(id_))
        people.renew(conn, concerned)
        undone = batches.take_back(conn, id_, desk.now, desk.actor.id)
    return Done(undone, shown("done", "The import was undone."))


def _need_cards_kept(desk: Desk, keep: bool | None) -> None:
    if keep and not desk.office.keeps_card_numbers:
        raise CardsNotKept


def _begin(desk: Desk, change: Change, table: Source, kind: BatchKind) -> int:
    before = batches.of_file(change.conn, table.table.sha256)
    if before:
        raise ImportedBefore(batch=before.id)
    id_ = batches.add(
        change.conn,
        kind=kind,
        file_name=table.name,
        digest=table.table.sha256,
        encoding=table.table.encoding,
        mapping={column.header: column.field for column in table.mapping.columns},
        at=desk.now,
        user=desk.actor.id,
    )
    change.about = f"batch:{id_}"
    return id_


def _entered(
    change: Change,
    table: Source,
    sieve: Sieve[F],
    enter: Callable[[Sequence[Sifted[F]]], None],
    progress: Progress | None,
) -> _Counts:
    counts, total = _Counts(), sum(1 for _ in table.table.rows()) if progress else 0
    for rows in table.blocks():
        block = sieve.sift(change.conn, rows)
        enter(block)
        counts.add(block)
        if progress and progress(counts.rows, total) is False:
            raise Cancelled
    return counts


def _finish(change: Change, id_: int, counts: _Counts, *, strict: bool, partner: int | None = None) -> Batch:
    if strict and counts.warned + counts.waiting:
        raise RowsRefused(rows=counts.warned + counts.waiting)
    change.detail |= vars(counts)
    return batches.finish(change.conn, id_, **vars(counts), partner_id=partner)


def _done(batch: Batch, said: str) -> Done[Batch]:
    counts = {"imported": batch.imported, "warned": batch.warned, "waiting": batch.waiting}
    return Done(batch, said, counts, undo=lambda later: undo_batch(later, batch.id))


def _problems(one: Sifted[F]) -> Iterator[RowProblem]:
    """The problems of a row, the one for which it waits first."""
    facts = one.facts
    if one.waits and all(fault(problem) != one.waits for problem in facts.problems):
        field = "number" if one.waits.code == "NumberTaken" else ""
        yield RowProblem(facts.row, facts.line, field, "", one.waits, waits=True)
    for problem in facts.problems:
        waits = fault(problem) == one.waits
        yield RowProblem(facts.row, facts.line, str(problem.field), problem.shown, fault(problem), waits)


def _need_unused(conn: Connection, id_: int) -> None:
    who = people_removal.of_batch(id_)
    edited = people_removal.edited(conn, who) or people_removal.added_to(conn, id_)
    used = sum(people_removal.needed_by(conn, who).values()) + transactions.matched_by_hand(conn, id_)
    if edited or used:
        raise BatchNeeded(edited=edited, used=used)
