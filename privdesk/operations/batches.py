"""Imports: what a file would bring, bringing it, and taking it back."""

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from privdesk.domain.batch import Batch, BatchKind
from privdesk.domain.errors import BatchNeeded, BatchUndone, Cancelled, CardsNotKept, ImportedBefore, RowsRefused
from privdesk.domain.shown import shown
from privdesk.intake.mapping import Mapping, loaded
from privdesk.operations import people
from privdesk.operations.desk import Change, Desk
from privdesk.operations.done import Done
from privdesk.operations.entering import PeopleEntering, TransactionsEntering
from privdesk.operations.preview import look
from privdesk.operations.sifting import (
    Counts,
    F,
    File,
    PeopleSieve,
    Sieve,
    Sifted,
    Source,
    TableFile,
    TransactionSieve,
    opened,
)
from privdesk.operations.trial import Report as Report
from privdesk.operations.trial import begin
from privdesk.storage import batches, partners, people_line, people_removal, retention, transactions
from privdesk.storage.transaction import Connection

Progress = Callable[[int, int], bool | None]


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

    Raises NotAllowed, CardsNotKept, and what reading the table and its mapping raises.
    """
    desk.need("batch.import", "batch")
    _need_cards_kept(desk, keep_cards)
    fields = desk.reference.fields[kind]
    trial = begin(file, kind, fields, mapping, keep_cards=keep_cards, partner=partner)
    while facts := trial.read():
        trial.look(desk, facts)
    return trial.report(desk)


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

    `keep_cards` must be said where the file has full card numbers. `strict` takes all rows or none, and without a
    mapping all columns. `progress(done, rows)` stops everything by answering False or raising Cancelled. Raises
    CardsUndecided, CardsNotKept, ImportedBefore, RowsRefused and ColumnsLeftOut (`strict`), Cancelled, and what reading
    the table and its mapping raises; nothing was imported then.
    """
    desk.need("batch.import", "batch")
    _need_cards_kept(desk, keep_cards)
    table = _opened(desk, file, BatchKind.PEOPLE, mapping, strict=strict)
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

    `strict` as for people. Raises ImportedBefore, RowsRefused and ColumnsLeftOut (`strict`), Cancelled, and what
    reading the table and its mapping raises.
    """
    desk.need("batch.import", "batch")
    table = _opened(desk, file, BatchKind.TRANSACTIONS, mapping, strict=strict)
    with desk.change("batch.import", about="batch", kind=BatchKind.TRANSACTIONS) as change:
        id_ = _begin(desk, change, table, BatchKind.TRANSACTIONS)
        entering = TransactionsEntering(desk, change, id_)
        counts = _entered(change, table, TransactionSieve(table.mapping, partner), entering.enter, progress)
        batch = _finish(change, id_, counts, strict=strict, partner=entering.partner)
        # his transactions change nothing of a customer's line but until when he is kept, and how many warnings he has
        people_line.renew(change.conn, entering.warned)
        retention.renew(change.conn, desk.office, transactions.people_of_batch(change.conn, id_))
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


def _opened(desk: Desk, file: File, kind: BatchKind, mapping: Mapping | None, *, strict: bool) -> Source:
    table = opened(file, desk.reference.fields[kind], mapping)
    if strict and mapping is None:  # who gave a mapping has decided what is left out
        table.mapping.check_all_taken()
    return table


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
) -> Counts:
    counts, total = Counts(), table.count() if progress else 0
    with _uncollected():
        for rows in table.blocks():
            block = sieve.sift(change.conn, sieve.read(rows))
            enter(block)
            counts.add(block)
            if progress and progress(counts.rows, total) is False:
                raise Cancelled
    return counts


@contextmanager
def _uncollected() -> Iterator[None]:
    """Rows make no cycles, and Python's search for some would take an eighth of an import."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _finish(change: Change, id_: int, counts: Counts, *, strict: bool, partner: int | None = None) -> Batch:
    if strict and counts.warned + counts.waiting:
        raise RowsRefused(rows=counts.warned + counts.waiting)
    change.detail |= vars(counts)
    return batches.finish(change.conn, id_, **vars(counts), partner_id=partner)


def _done(batch: Batch, said: str) -> Done[Batch]:
    counts = {"imported": batch.imported, "warned": batch.warned, "waiting": batch.waiting}
    return Done(batch, said, counts, undo=lambda later: undo_batch(later, batch.id))


def _need_unused(conn: Connection, id_: int) -> None:
    who = people_removal.of_batch(id_)
    edited = people_removal.edited(conn, who) or people_removal.added_to(conn, id_)
    used = sum(people_removal.needed_by(conn, who).values()) + transactions.matched_by_hand(conn, id_)
    if edited or used:
        raise BatchNeeded(edited=edited, used=used)
