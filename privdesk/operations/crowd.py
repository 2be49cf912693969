"""Enters customers by the hundred thousand with all their transactions, past the tables that others come in by."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

from privdesk.domain.batch import BatchKind
from privdesk.domain.person import NewPerson, Origin, Source
from privdesk.domain.transaction import NewTransaction
from privdesk.operations.desk import Change, Desk
from privdesk.storage import batches, partners, transactions
from privdesk.storage.people_entry import PeopleEntry
from privdesk.storage.retention_ends import Ends

_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Newcomer:
    """A customer to be entered with the transactions that name his number."""

    person: NewPerson
    business: Sequence[NewTransaction]


def enter(desk: Desk, name: str, crowd: Iterable[Newcomer]) -> int:
    """Enter new customers as one act, with a batch for them and one for their transactions; returns how many there are.

    Nothing is checked: every customer has a name and a number that is still free, every transaction its own number.
    """
    with desk.change("batch.import", about="batch", kind=BatchKind.PEOPLE) as change:
        entering, rest, count, done = _Entering(desk, change, name), iter(crowd), 0, 0
        while block := list(islice(rest, _AT_ONCE)):
            entering.enter(block)
            count += len(block)
            done += sum(len(one.business) for one in block)
        entering.finish(count, done)
        change.detail |= {"rows": count, "imported": count, "warned": 0, "waiting": 0}
    return count


class _Entering:
    def __init__(self, desk: Desk, change: Change, name: str) -> None:
        self._conn = change.conn
        self._people, self._transactions = (_batch(desk, change, kind, name) for kind in BatchKind)
        change.about = f"batch:{self._people}"
        origin = Origin(Source.IMPORT, desk.today, batch=self._people)
        self._entry = PeopleEntry(self._conn, desk.seal, desk.office, origin, desk.now)
        self._origin = Origin(Source.PARTNER, desk.today, batch=self._transactions)
        self._ends = Ends(self._conn, desk.office)
        self._partners: dict[str, int] = {}

    def enter(self, block: Sequence[Newcomer]) -> None:
        """Write some customers whole."""
        people, business = [one.person for one in block], [one.business for one in block]
        ids = self._entry.add(people, [0] * len(block), business)
        new = [one for those in business for one in those]
        for one in new:
            if one.partner not in self._partners:
                self._partners[one.partner] = partners.find_or_add(self._conn, one.partner, self._transactions)
        holders = {one.profile.number: id_ for id_, one in zip(ids, people, strict=True)}
        transactions.add(self._conn, new, holders, self._partners, self._origin, self._ends)

    def finish(self, people: int, business: int) -> None:
        """Write how many came in."""
        for id_, count in ((self._people, people), (self._transactions, business)):
            batches.finish(self._conn, id_, rows=count, imported=count)


def _batch(desk: Desk, change: Change, kind: BatchKind, name: str) -> int:
    conn, at, user = change.conn, desk.now, desk.actor.id
    return batches.add(conn, kind=kind, file_name=name, digest="", encoding="", mapping={}, at=at, user=user)
