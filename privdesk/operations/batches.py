"""Imports: what a file would bring, bringing it, and taking it back."""

import gc
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace

from privdesk.domain.batch import NOT_SAID, Batch, BatchKind, Received
from privdesk.domain.errors import (
    BatchNeeded,
    BatchRunning,
    BatchUndone,
    CardsNotKept,
    DeskError,
    ImportedBefore,
    RowsRefused,
)
from privdesk.domain.formats.found import refuse_numbers, without_numbers
from privdesk.domain.shown import shown
from privdesk.intake.mapping import Mapping, loaded
from privdesk.operations import parts, people, unfinished
from privdesk.operations.desk import Desk
from privdesk.operations.done import Done
from privdesk.operations.entering import Entering, PeopleEntering, TransactionsEntering
from privdesk.operations.parts import Pace, Parts, part
from privdesk.operations.parts import Progress as Progress
from privdesk.operations.preview import Preview, look
from privdesk.operations.sifting import (
    Counts,
    F,
    File,
    PeopleSieve,
    Sieve,
    Source,
    TableFile,
    TransactionSieve,
    opened,
)
from privdesk.operations.trial import Report as Report
from privdesk.operations.trial import begin
from privdesk.storage import batches, partners, people_removal, transactions
from privdesk.storage.transaction import Connection

# how long a part waits for rows that are still being read, before it lets others write
_PATIENCE = 0.02


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


def remembered(desk: Desk, seen: Preview) -> Preview:
    """The preview with its columns as they were mapped when the same headers came last, if they ever did."""
    headers = [column.header for column in seen.mapping.columns]
    with desk.reading() as conn:
        before, _ = batches.mapping_before(conn, seen.kind, headers)
    mapping = seen.mapping
    for place, column in enumerate(mapping.columns if before else ()):
        field = before.get(without_numbers(column.header), "")
        if not column.refused and (not field or field in mapping.fields.headers):
            mapping = mapping.with_field(place, field)
    return replace(seen, mapping=mapping)


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
    if strict:
        _need_whole(desk, file, BatchKind.PEOPLE, mapping)
    kind, fields = BatchKind.PEOPLE, desk.reference.fields[BatchKind.PEOPLE]
    source = opened(file, kind, fields, mapping, keep_cards=bool(keep_cards), count=progress is not None)
    return parts.done(people_parts(desk, source, keep_cards=keep_cards), progress)


def import_transactions(
    desk: Desk,
    file: File,
    mapping: Mapping | None = None,
    *,
    partner: str = "",
    received: Received = NOT_SAID,
    strict: bool = False,
    progress: Progress | None = None,
) -> Done[Batch]:
    """Bring a partner's transactions in as one batch; those of whom nobody is found wait for their person.

    `strict` as for people. Raises ImportedBefore, RowsRefused and ColumnsLeftOut (`strict`), Cancelled, and what
    reading the table and its mapping raises.
    """
    desk.need("batch.import", "batch")
    kind, fields = BatchKind.TRANSACTIONS, desk.reference.fields[BatchKind.TRANSACTIONS]
    received = replace(received, partner=received.partner or partner)
    refuse_numbers(received)
    if strict:
        _need_whole(desk, file, kind, mapping, partner=received.partner)
    source = opened(file, kind, fields, mapping, count=progress is not None)
    return parts.done(transactions_parts(desk, source, received), progress)


def people_parts(desk: Desk, source: Source, *, keep_cards: bool | None = None) -> Parts[Done[Batch]]:
    """As `import_people`, a part at a time, from a table that is open."""
    _need_cards_kept(desk, keep_cards)
    batch = yield from _imported(desk, source, BatchKind.PEOPLE, PeopleSieve(keep_cards), PeopleEntering, NOT_SAID)
    said = shown("done", "{imported} customers were imported, {warned} of them with a warning; {waiting} rows wait.")
    return _done(batch, said)


def transactions_parts(desk: Desk, source: Source, received: Received = NOT_SAID) -> Parts[Done[Batch]]:
    """As `import_transactions`, a part at a time, from a table that is open."""
    refuse_numbers(received)
    sieve = TransactionSieve(received.partner)
    batch = yield from _imported(desk, source, BatchKind.TRANSACTIONS, sieve, TransactionsEntering, received)
    return _done(batch, shown("done", "{imported} transactions were imported; {waiting} rows wait."))


def undo_batch(desk: Desk, id_: int) -> Done[Batch]:
    """Take everything back that a batch brought, waiting rows included; the note of the file stays.

    What this sitting broke off goes as at an unlock, with its note. Raises NoSuchBatch, BatchUndone, BatchRunning, and
    BatchNeeded if other work rests on it by now.
    """
    desk.need("batch.undo", f"batch:{id_}")
    with desk.reading() as view:
        found = batches.get(view, id_)
    if found.running and id_ not in desk.importing:
        return unfinished.end(desk, found)
    with desk.change("batch.undo", about=f"batch:{id_}") as change:
        conn = change.conn
        batch = batches.get(conn, id_)
        if batch.running:
            raise BatchRunning
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


def _need_whole(desk: Desk, file: File, kind: BatchKind, mapping: Mapping | None, *, partner: str = "") -> None:
    """Raise ColumnsLeftOut or RowsRefused; who gave a mapping has decided what is left out."""
    report = dry_run(desk, file, kind, mapping, partner=partner)
    if mapping is None:
        report.mapping.check_all_taken()
    if report.warned + report.waiting:
        raise RowsRefused(rows=report.warned + report.waiting)


def _imported(
    desk: Desk,
    source: Source,
    kind: BatchKind,
    sieve: Sieve[F],
    entering: Callable[[Desk, int], Entering[F]],
    received: Received,
) -> Parts[Batch]:
    """One entry of the log at the beginning and one at the end; what ends before that is taken back."""
    id_ = _begin(desk, source, kind, received)
    desk.importing.add(id_)
    try:
        counts = yield from _entered(desk, source, sieve, entering(desk, id_), id_)
        with desk.change("batch.import", about=f"batch:{id_}", kind=kind, **vars(counts)) as change:
            return batches.finish(change.conn, id_, **vars(counts), partner_id=partners.only_of(change.conn, id_))
    except DeskError as error:
        yield from unfinished.taken_back(desk, id_, error)
        raise
    finally:
        desk.importing.discard(id_)
        source.reading.close()


def _begin(desk: Desk, source: Source, kind: BatchKind, received: Received) -> int:
    with desk.change("batch.begin", about="batch", kind=kind) as change:
        before = batches.of_file(change.conn, source.look.sha256)
        if before:
            raise ImportedBefore(batch=before.id)
        columns = source.mapping.columns
        id_ = batches.add(
            change.conn,
            kind=kind,
            file_name=without_numbers(source.name),
            digest=source.look.sha256,
            encoding=source.look.encoding,
            mapping={without_numbers(column.header): column.field for column in columns if column.field},
            headers=[column.header for column in columns],
            received=received,
            at=desk.now,
            user=desk.actor.id,
        )
        change.about = f"batch:{id_}"
    return id_


def _entered(desk: Desk, source: Source, sieve: Sieve[F], entering: Entering[F], id_: int) -> Parts[Counts]:
    counts, pace = Counts(), Pace()
    ahead: deque[F] = deque()
    more = True
    while more or ahead:
        if more and len(ahead) < pace.rows:
            try:
                found = source.facts(patience=_PATIENCE)
            except TimeoutError:
                yield counts.rows, source.total
                continue
            more = bool(found)
            ahead += found
            continue
        facts = [ahead.popleft() for _ in range(min(pace.rows, len(ahead)))]
        with _uncollected(), pace.measured(len(facts)), part(desk, "batch.import") as conn:
            block = sieve.sift(conn, facts)
            entering.enter(conn, block)
            counts.add(block)
            batches.count(conn, id_, **vars(counts))
        yield counts.rows, source.total
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


def _done(batch: Batch, said: str) -> Done[Batch]:
    counts = {"imported": batch.imported, "warned": batch.warned, "waiting": batch.waiting}
    return Done(batch, said, counts, undo=lambda later: undo_batch(later, batch.id))


def _need_unused(conn: Connection, id_: int) -> None:
    who = people_removal.of_batch(id_)
    edited = people_removal.edited(conn, who) or people_removal.added_to(conn, id_)
    used = sum(people_removal.needed_by(conn, who).values()) + transactions.matched_by_hand(conn, id_)
    if edited or used:
        raise BatchNeeded(edited=edited, used=used)
