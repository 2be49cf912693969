"""What an import left for a human: rows that wait, fields with a warning, transactions without their person."""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from privdesk.domain.batch import Likeness, RowState, WaitingRow
from privdesk.domain.case import Hints, Match
from privdesk.domain.errors import NoSuchRow
from privdesk.domain.person import NewPerson, Origin, PeopleQuery, PersonRow, Source
from privdesk.domain.shown import shown
from privdesk.domain.text import folded
from privdesk.domain.transaction import Given, Transaction
from privdesk.operations import people
from privdesk.operations.desk import Desk
from privdesk.operations.done import Done
from privdesk.storage import batches, people_found, people_list, people_removal, transactions
from privdesk.storage import people as stored_people
from privdesk.storage.transaction import Connection
from privdesk.storage.transactions import BY_HAND, NOBODY, Holder

_LEAST_CORE = 3
_NOTHING = Given()


@dataclass(frozen=True)
class Suggestion:
    """A customer to whom a transaction may belong, and why."""

    person: PersonRow
    ground: Likeness


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


def copied(desk: Desk, warning_id: int) -> None:
    """Log that a faulty number which was shown goes to the clipboard.

    Raises NoSuchRow.
    """
    with desk.change("person.copy", about="batch", warning=warning_id) as change:
        warning = batches.warning(change.conn, warning_id)
        change.about = f"person:{warning.person}" if warning.person else f"batch:{warning.batch}"


def reveal_row(desk: Desk, row_id: int, reason: str) -> dict[str, str]:
    """The numbers of a waiting row by header; the look with its reason is in the log before they are returned.

    Raises ReasonMissing, NoSuchRow, NumberDamaged, KeyNotHeld.
    """
    with desk.change("person.reveal", about="batch", row=row_id, reason=people.needed_reason(reason)) as change:
        row, secret = batches.row(change.conn, desk.seal, row_id)
        change.about = f"batch:{row.batch}"
        return dict(json.loads(secret)) if secret else {}


def count(desk: Desk) -> int:
    """How many rows and transactions wait for a human."""
    with desk.reading() as conn:
        return batches.count_waiting(conn) + transactions.count_unmatched(conn)


def unmatched(desk: Desk, batch: int | None = None) -> tuple[Transaction, ...]:
    """The transactions whose customer number nobody had, of one import or of all; a look that is logged."""
    with desk.change("batch.open", about="transactions" if batch is None else f"batch:{batch}") as change:
        return transactions.unmatched(change.conn, batch)


def suggested(desk: Desk, partner: str, number: str, given: Given = _NOTHING) -> tuple[Suggestion, ...]:
    """Who may be meant by what a partner says of a customer, the strongest ground first; maybe nobody."""
    desk.need("batch.match", "transaction")
    with desk.reading() as conn:
        exact = stored_people.customer_of(conn, number)
        grounds = {id_: Likeness.BEFORE for id_ in transactions.given_by_hand(conn, partner, number)}
        grounds |= {exact: Likeness.NUMBER} if exact else {}
        rows, _ = people_list.page(conn, PeopleQuery(text=_core(number), sort="number"))
        similar = {row.id: Likeness.SIMILAR for row in rows if _core(number) and _core(row.number) == _core(number)}
        grounds = similar | _by_facts(conn, given) | grounds
        found = (Suggestion(row, grounds[row.id]) for row in people_found.lines(conn, grounds))
        return tuple(sorted(found, key=lambda one: list(Likeness).index(one.ground)))


def _by_facts(conn: Connection, given: Given) -> dict[int, Likeness]:
    """Those who have this telephone number or mail address, or this name and date of birth."""
    names = tuple(filter(None, (given.name, given.kana)))
    found = people_found.found(conn, Hints(names=names, mails=given.mails, phones=given.phones, birth=given.birth))
    likely = {Match.MAIL: Likeness.CONTACT, Match.PHONE: Likeness.CONTACT, Match.NAME_AND_BIRTH: Likeness.BORN}
    return {id_: likely[grounds[0]] for id_, grounds in found.items() if grounds[0] in likely}


def match(desk: Desk, transaction_id: int, person_id: int | None) -> Done[None]:
    """Give a transaction to a customer as a human decided, or (None) to nobody; as `match_all`."""
    return match_all(desk, [transaction_id], person_id)


def match_all(desk: Desk, ids: Collection[int], person_id: int | None) -> Done[None]:
    """Give transactions to one customer as a human decided, or (None) to nobody.

    Raises NoSuchPerson, NoSuchRow.
    """
    holder = NOBODY if person_id is None else Holder(person_id, BY_HAND)
    return _give(desk, dict.fromkeys(ids, holder))


def _give(desk: Desk, holders: Mapping[int, Holder]) -> Done[None]:
    people_now = _people(holders)
    about = f"person:{min(people_now)}" if len(people_now) == 1 else "transactions"
    with desk.change("batch.match", about=about, transactions=sorted(holders)) as change:
        for person_id in people_now:
            stored_people.get(change.conn, person_id)
        before = {id_: transactions.match(change.conn, id_, holder) for id_, holder in holders.items()}
        people.renew(change.conn, people_now | _people(before))
    said = shown("done", "{count} transactions were assigned.")
    if not people_now:
        said = shown("done", "{count} transactions wait for their customer again.")
    return Done(None, said, {"count": len(holders)}, undo=lambda later: _give(later, before))


def _people(holders: Mapping[int, Holder]) -> set[int]:
    return {one.person for one in holders.values() if one.person is not None}


def _core(number: str) -> str:
    """What is left of a customer number without letters, signs, width and leading zeros; nothing of a short one."""
    core = "".join(sign for sign in folded(number) if sign.isdigit()).lstrip("0")
    return core if len(core) >= _LEAST_CORE else ""


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
