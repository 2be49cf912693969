"""Writes sorted rows of a foreign table into the desk, each block in a transaction of its own."""

import json
from collections.abc import Sequence
from typing import Protocol, TypeVar

from privdesk.domain.errors import NumberInText
from privdesk.domain.person import Origin, Source
from privdesk.domain.transaction import NewTransaction
from privdesk.intake.cutting import NUMBERS, masked
from privdesk.intake.people import PersonFacts
from privdesk.intake.problem import Problem
from privdesk.intake.transactions import TransactionFacts
from privdesk.operations.desk import Desk
from privdesk.operations.sifting import Facts, Sifted, fault
from privdesk.storage import audit, batches, partners, people, people_found, people_line, retention, transactions
from privdesk.storage.batches import NewWaiting, NewWarning
from privdesk.storage.people_entry import PeopleEntry
from privdesk.storage.retention_ends import Ends
from privdesk.storage.transaction import Connection

F_contra = TypeVar("F_contra", bound=Facts, contravariant=True)


class Entering(Protocol[F_contra]):
    """Enters the rows of a batch."""

    def enter(self, conn: Connection, block: Sequence[Sifted[F_contra]]) -> None:
        """Write a block: what can be entered with its warnings, the rest to wait."""
        ...


class PeopleEntering:
    """Enters customers."""

    def __init__(self, desk: Desk, batch: int) -> None:
        self._desk = desk
        self._seal = desk.seal
        self._batch = batch
        self._origin = Origin(Source.IMPORT, desk.today, batch=batch)
        self._entry: PeopleEntry | None = None
        self._seq = 0

    def enter(self, conn: Connection, block: Sequence[Sifted[PersonFacts]]) -> None:
        """Write a block: who can be entered with his warnings, the rest to wait."""
        good = [one.facts for one in block if one.waits is None]
        ids = self._entry_now(conn).add([one.person for one in good], [len(one.problems) for one in good])
        warnings = [_warning(one.row, id_, each) for id_, one in zip(ids, good, strict=True) for each in one.problems]
        batches.warn(conn, self._seal, self._batch, warnings)
        waiting = (_waiting(one, one.facts.cells, one.facts.secret) for one in block if one.waits is not None)
        batches.wait(conn, self._seal, self._batch, waiting)

    def _entry_now(self, conn: Connection) -> PeopleEntry:
        """A new one after every entry of the log, because then somebody may have changed rules or purposes."""
        seq = audit.head(conn).seq
        if self._entry is None or seq != self._seq:
            self._entry = PeopleEntry(conn, self._seal, self._desk.office, self._origin, self._desk.now)
        self._entry.go_on(conn)
        self._seq = seq
        return self._entry


class TransactionsEntering:
    """Enters transactions and makes the partners who are not known yet."""

    def __init__(self, desk: Desk, batch: int) -> None:
        self._desk = desk
        self._batch = batch
        self._origin = Origin(Source.PARTNER, desk.today, batch=batch)

    def enter(self, conn: Connection, block: Sequence[Sifted[TransactionFacts]]) -> None:
        """Write a block: what can be entered with its warnings, the rest to wait."""
        good = [one.facts for one in block if one.waits is None]
        named = {one.partner for one in good}
        known = {name: partners.find_or_add(conn, name, self._batch) for name in sorted(named)}
        new = [_transaction(one) for one in good]
        numbered = people.taken(conn, {one.number for one in good if one.number})
        alone = {place: one.given for place, one in enumerate(good) if one.number not in numbered}
        reached = people_found.by_contact(conn, alone)
        transactions.add(conn, new, numbered, known, self._origin, Ends(conn, self._desk.office), reached)
        whose = [numbered.get(one.number, reached.get(place)) for place, one in enumerate(good)]
        warnings = [_warning(one.row, id_, each) for one, id_ in zip(good, whose, strict=True) for each in one.problems]
        batches.warn(conn, self._desk.seal, self._batch, warnings)
        waiting = (_waiting(one, one.facts.cells, {}) for one in block if one.waits is not None)
        batches.wait(conn, self._desk.seal, self._batch, waiting)
        # transactions change nothing of a customer's line but until when he is kept, and how many warnings he has
        people_line.renew(conn, {one.person for one in warnings if one.person is not None})
        retention.renew(conn, self._desk.office, {id_ for id_ in whose if id_ is not None})


def _transaction(facts: TransactionFacts) -> NewTransaction:
    if facts.on is None:
        raise ValueError("a transaction without its day waits")
    return NewTransaction(
        facts.external_id, facts.number, facts.on, facts.kind, facts.amount, facts.partner, facts.note, facts.given
    )


def _waiting(one: Sifted[Facts], cells: dict[str, str], secret: dict[str, str]) -> NewWaiting:
    if one.waits is None:
        raise ValueError("this row can be entered")
    filled = {header: cell for header, cell in secret.items() if cell}
    shown = {**cells, **{header: masked(cell) for header, cell in filled.items()}}
    return NewWaiting(one.facts.row, shown, one.waits, json.dumps(filled, ensure_ascii=False) if filled else "")


def _warning(row: int, person: int | None, problem: Problem) -> NewWarning:
    # cells beyond the last column may be anything, so they are treated as numbers
    sensitive = problem.field in NUMBERS or not problem.field or problem.code == NumberInText.__name__
    return NewWarning(
        row,
        person,
        str(problem.field),
        problem.shown if sensitive else problem.raw,
        fault(problem),
        secret=problem.raw if sensitive and problem.raw != problem.shown else "",
    )
