"""What is long in a customer's record and read when somebody turns to it: transactions page by page, their sums."""

from dataclasses import dataclass

from privdesk.domain.record import Sum, TransactionLine
from privdesk.operations.desk import Desk
from privdesk.storage import records
from privdesk.storage.records import TransactionKey


@dataclass(frozen=True)
class Page:
    """Some transactions, and the key to go on from (None at the end)."""

    rows: tuple[TransactionLine, ...]
    next: TransactionKey | None


def transactions(desk: Desk, person_id: int, after: TransactionKey | None = None, size: int = 100) -> Page:
    """The next transactions of a customer whose record was opened, newest first; scrolling waits for no import."""
    desk.need("person.open", f"person:{person_id}")
    with desk.reading() as conn:
        return Page(*records.transactions_of(conn, person_id, after, size))


def sums(desk: Desk, person_id: int) -> tuple[Sum, ...]:
    """The transactions of a customer whose record was opened, by year, partner and kind."""
    desk.need("person.open", f"person:{person_id}")
    with desk.reading() as conn:
        return records.sums_of(conn, person_id)
