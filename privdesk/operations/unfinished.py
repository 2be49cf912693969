"""Imports that did not come to their end: stopped, refused by their own table, or broken off with the program.

What they brought goes again in short parts, as it came. Only what other work rests on by now stays, and its import with
it: nobody's work is thrown away.
"""

from privdesk.domain.batch import Batch
from privdesk.domain.errors import DeskError, DiskFull, DiskTrouble
from privdesk.domain.shown import shown
from privdesk.operations.desk import Desk
from privdesk.operations.done import Done
from privdesk.operations.parts import Pace, Parts, done, part
from privdesk.storage import batch_removal, batches, partners, people_removal, retention, transactions
from privdesk.storage.transaction import Conflict, Connection

_ACT = "batch.stopped"


def taken_back(desk: Desk, id_: int, why: DeskError | None) -> Parts[bool]:
    """Take a running import back; `why` it ends is None for what was broken off. Answers whether all of it went."""
    pace, gone = Pace(), 0
    for take in (_transactions, _people, _rows):
        after: int | None = 0
        while after is not None:
            with pace.measured(size := pace.rows), part(desk, _ACT) as conn:
                count, after = take(desk, conn, id_, after, size)
            gone += count
            yield gone, 0
    with desk.change(_ACT, about=f"batch:{id_}", why=type(why).__name__ if why else "broken_off") as change:
        partners.remove_unused(change.conn, id_)
        stays = people_removal.count_of_batch(change.conn, id_) + transactions.count_of_batch(change.conn, id_)
        change.detail |= {"rows": gone, "stay": stays}
        if stays:
            batches.finish(change.conn, id_, rows=stays, imported=stays, warned=0, waiting=0)
        else:
            batch_removal.drop(change.conn, id_)
    return not stays


def take_back_left(desk: Desk) -> None:
    """Take back what an earlier sitting left running, before anything is shown; `desk.news` says so.

    What cannot be taken back now stays in the list of imports: it keeps nobody out of the desk.
    """
    with desk.reading() as conn:
        left = batches.running(conn)
    for batch in left:
        try:
            desk.news.append(end(desk, batch))
        except (DiskFull, DiskTrouble, Conflict):
            said = shown("done", "The import of “{file}” had not come to its end. Undo it in the list of imports.")
            desk.news.append(Done(batch, said, {"file": batch.file_name}))


def end(desk: Desk, batch: Batch) -> Done[Batch]:
    """Take back at once what nobody brings to its end any more."""
    said = shown("done", "The import of “{file}” had not come to its end. It was taken back, nothing of it is left.")
    if not done(taken_back(desk, batch.id, None)):
        said = shown("done", "The import of “{file}” had not come to its end. What other work needs was kept.")
    return Done(batch, said, {"file": batch.file_name})


def _transactions(desk: Desk, conn: Connection, batch: int, _after: int, most: int) -> tuple[int, int | None]:
    """Delete some of the transactions; those that a human gave to somebody stay."""
    gone, concerned = transactions.remove_some(conn, batch, most)
    retention.renew(conn, desk.office, concerned)
    return gone, 0 if gone else None


def _people(_desk: Desk, conn: Connection, batch: int, after: int, most: int) -> tuple[int, int | None]:
    """Delete some of the customers, from the one `after` which it looked; those whom something needs stay."""
    some = people_removal.some_of_batch(conn, batch, after, most)
    batch_removal.clear_problems(conn, batch, some)
    free = people_removal.unneeded(conn, batch, some)
    people_removal.remove(conn, people_removal.these(free))
    return len(free), some[-1] if some else None


def _rows(_desk: Desk, conn: Connection, batch: int, _after: int, most: int) -> tuple[int, int | None]:
    """Delete some of the rows that wait, and of the warnings."""
    gone = batch_removal.clear_some(conn, batch, most)
    return gone, 0 if gone else None
