"""What an import left for a human: rows that wait, fields with a warning, transactions without their person."""

import json

from privdesk.domain.batch import RowState, WaitingRow
from privdesk.domain.errors import NoSuchRow
from privdesk.domain.person import NewPerson, Origin, Source
from privdesk.domain.shown import shown
from privdesk.domain.transaction import Transaction
from privdesk.operations import people
from privdesk.operations.desk import Desk
from privdesk.operations.done import Done
from privdesk.storage import batches, people_removal, transactions
from privdesk.storage import people as stored_people
from privdesk.storage.transaction import Connection


def waiting_rows(desk: Desk, batch: int | None = None) -> tuple[WaitingRow, ...]:
    """The rows that wait, of one import or of all, with their numbers masked; a look that is logged."""
    about = "batches" if batch is None else f"batch:{batch}"
    with desk.change("batch.open", about=about) as change:
        return batches.waiting(change.conn, batch)


def enter_waiting_row(desk: Desk, row_id: int, new: NewPerson) -> Done[int]:
    """Enter a customer from a waiting row as a human completed it; he belongs to the batch like the others.

    Raises NoSuchRow, NameMissing, NumberTaken.
    """
    with desk.change("batch.row", about="batch", row=row_id, state=RowState.ENTERED) as change:
        row = _still_waiting(desk, change.conn, row_id)
        change.about = f"batch:{row.batch}"
        id_ = people.enter(desk, change.conn, new, Origin(Source.IMPORT, desk.today, batch=row.batch))
        batches.settle(change.conn, row_id, RowState.ENTERED, person=id_)
        change.detail["person"] = id_
        rows = people_removal.own_rows(change.conn, people_removal.one(id_))
    return Done(
        id_,
        shown("done", "{name} was entered."),
        {"name": new.profile.name},
        undo=lambda later: _take_out_again(later, row_id, id_, rows),
    )


def drop_waiting_row(desk: Desk, row_id: int, reason: str) -> Done[None]:
    """Say that nobody is to be entered from a waiting row, and why; the row stays in the batch.

    Raises NoSuchRow, ReasonMissing.
    """
    why = people.needed_reason(reason)
    with desk.change("batch.row", about="batch", row=row_id, state=RowState.DROPPED, reason=why) as change:
        change.about = f"batch:{_still_waiting(desk, change.conn, row_id).batch}"
        batches.settle(change.conn, row_id, RowState.DROPPED, why=why)
    return Done(None, shown("done", "The row was set aside."), undo=lambda later: _wait_again(later, row_id))


def mend_warning(desk: Desk, warning_id: int, *, mended: bool = True) -> Done[None]:
    """Note that a faulty field was dealt with, or that it was not.

    Raises NoSuchRow.
    """
    with desk.change("person.mend", about="batch", warning=warning_id, mended=mended) as change:
        warning = batches.warning(change.conn, warning_id)
        batches.mend(change.conn, warning_id, desk.now if mended else None)
        if warning.person is not None:
            change.about = f"person:{warning.person}"
            people.renew(change.conn, [warning.person])
    said = shown("done", "The warning is settled.") if mended else shown("done", "The warning is open again.")
    return Done(None, said, undo=lambda later: mend_warning(later, warning_id, mended=not mended))


def reveal_warning(desk: Desk, warning_id: int, reason: str) -> str:
    """The whole text of a faulty number; the look with its reason is in the log before it is returned.

    Raises ReasonMissing, NoSuchRow, NoSuchNumber, NumberDamaged, KeyNotHeld.
    """
    with desk.change("person.reveal", about="batch", warning=warning_id, reason=people.needed_reason(reason)) as change:
        warning = batches.warning(change.conn, warning_id)
        change.about = f"person:{warning.person}" if warning.person else f"batch:{warning.batch}"
        return batches.reveal(change.conn, desk.seal, warning_id)


def reveal_row(desk: Desk, row_id: int, reason: str) -> dict[str, str]:
    """The numbers of a waiting row by header; the look with its reason is in the log before they are returned.

    Raises ReasonMissing, NoSuchRow, NumberDamaged, KeyNotHeld.
    """
    with desk.change("person.reveal", about="batch", row=row_id, reason=people.needed_reason(reason)) as change:
        row, secret = batches.row(change.conn, desk.seal, row_id)
        change.about = f"batch:{row.batch}"
        return dict(json.loads(secret)) if secret else {}


def unmatched(desk: Desk) -> tuple[Transaction, ...]:
    """The transactions whose customer number nobody has; a look that is logged."""
    with desk.change("batch.open", about="transactions") as change:
        return transactions.unmatched(change.conn)


def match(desk: Desk, transaction_id: int, person_id: int | None) -> Done[None]:
    """Give a transaction to a customer as a human decided, or (None) to nobody.

    Raises NoSuchPerson, NoSuchRow.
    """
    about = "transactions" if person_id is None else f"person:{person_id}"
    with desk.change("batch.match", about=about, transaction=transaction_id) as change:
        if person_id is not None:
            stored_people.get(change.conn, person_id)
        before = transactions.match(change.conn, transaction_id, person_id)
        people.renew(change.conn, [one for one in {person_id, before} if one is not None])
    said = shown("done", "The transaction was assigned.")
    return Done(None, said, undo=lambda later: match(later, transaction_id, before))


def _still_waiting(desk: Desk, conn: Connection, row_id: int) -> WaitingRow:
    row, _ = batches.row(conn, desk.seal, row_id)
    if row.state is not RowState.WAITING:
        raise NoSuchRow
    return row


def _take_out_again(desk: Desk, row_id: int, id_: int, rows: int) -> Done[None]:
    with desk.change("batch.row", about="batch", row=row_id, state=RowState.WAITING, person=id_) as change:
        row, _ = batches.row(change.conn, desk.seal, row_id)
        change.about = f"batch:{row.batch}"
        batches.settle(change.conn, row_id, RowState.WAITING)
        people.need_unused(change.conn, id_, rows)
        people_removal.remove(change.conn, people_removal.one(id_))
    return Done(None, shown("done", "The row waits again."))


def _wait_again(desk: Desk, row_id: int) -> Done[None]:
    with desk.change("batch.row", about="batch", row=row_id, state=RowState.WAITING) as change:
        row, _ = batches.row(change.conn, desk.seal, row_id)
        change.about = f"batch:{row.batch}"
        batches.settle(change.conn, row_id, RowState.WAITING)
    return Done(None, shown("done", "The row waits again."))
