"""Writes sorted rows of a foreign table into the desk, a block at a time, inside the one transaction of their batch."""

import json
from collections.abc import Sequence

from privdesk.domain.errors import NumberInText
from privdesk.domain.person import Origin, Source
from privdesk.domain.transaction import NewTransaction
from privdesk.intake.cutting import NUMBERS, masked
from privdesk.intake.people import PersonFacts
from privdesk.intake.problem import Problem
from privdesk.intake.transactions import TransactionFacts
from privdesk.operations.desk import Change, Desk
from privdesk.operations.sifting import Facts, Sifted, fault
from privdesk.storage import batches, partners, people, transactions
from privdesk.storage.batches import NewWaiting, NewWarning
from privdesk.storage.people_entry import PeopleEntry
from privdesk.storage.retention_ends import Ends


class PeopleEntering:
    """Enters customers."""

    def __init__(self, desk: Desk, change: Change, batch: int) -> None:
        self._seal = desk.seal
        self._conn = change.conn
        self._batch = batch
        origin = Origin(Source.IMPORT, desk.today, batch=batch)
        self._entry = PeopleEntry(change.conn, desk.seal, desk.office, origin, desk.now)

    def enter(self, block: Sequence[Sifted[PersonFacts]]) -> None:
        """Write a block: who can be entered with his warnings, the rest to wait."""
        good = [one.facts for one in block if one.waits is None]
        ids = self._entry.add([one.person for one in good], [len(one.problems) for one in good])
        warnings = [_warning(one.row, id_, each) for id_, one in zip(ids, good, strict=True) for each in one.problems]
        batches.warn(self._conn, self._seal, self._batch, warnings)
        waiting = (_waiting(one, one.facts.cells, one.facts.secret) for one in block if one.waits is not None)
        batches.wait(self._conn, self._seal, self._batch, waiting)


class TransactionsEntering:
    """Enters transactions and makes the partners who are not known yet."""

    def __init__(self, desk: Desk, change: Change, batch: int) -> None:
        self._desk = desk
        self._conn = change.conn
        self._batch = batch
        self._origin = Origin(Source.PARTNER, desk.today, batch=batch)
        self._ends = Ends(change.conn, desk.office)
        self.partners: dict[str, int] = {}
        self.warned: set[int] = set()

    def enter(self, block: Sequence[Sifted[TransactionFacts]]) -> None:
        """Write a block: what can be entered with its warnings, the rest to wait."""
        good = [one.facts for one in block if one.waits is None]
        for one in good:
            if one.partner not in self.partners:
                self.partners[one.partner] = partners.find_or_add(self._conn, one.partner, self._batch)
        holders = people.taken(self._conn, {one.number for one in good if one.number})
        new = [_transaction(one) for one in good]
        transactions.add(self._conn, new, holders, self.partners, self._origin, self._ends)
        warnings = [_warning(one.row, holders.get(one.number), each) for one in good for each in one.problems]
        batches.warn(self._conn, self._desk.seal, self._batch, warnings)
        self.warned.update(one.person for one in warnings if one.person is not None)
        waiting = (_waiting(one, one.facts.cells, {}) for one in block if one.waits is not None)
        batches.wait(self._conn, self._desk.seal, self._batch, waiting)

    @property
    def partner(self) -> int | None:
        """The partner, where all rows come from one."""
        known = set(self.partners.values())
        return known.pop() if len(known) == 1 else None


def _transaction(facts: TransactionFacts) -> NewTransaction:
    if facts.on is None:
        raise ValueError("a transaction without its day waits")
    return NewTransaction(
        facts.external_id, facts.number, facts.on, facts.kind, facts.amount, facts.partner, facts.note
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
