"""What is known of each record that has an end: its category, the days its period can start from, its present end.

Every query takes a block of people, or of requests, and is built once: building it takes longer than running it.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

import sqlalchemy as sa

from privdesk.domain.category import Category
from privdesk.domain.person import NumberKind, Status
from privdesk.domain.purpose import Stand
from privdesk.domain.retention import Condition, Trigger
from privdesk.domain.text import folded
from privdesk.storage.tables import (
    attachment,
    letter,
    message,
    partner_transaction,
    person,
    person_address,
    person_contact,
    person_number,
    person_purpose,
    provision,
    request,
)

Ids = Sequence[int]
# the person, or the request that has none
Owner = tuple[int | None, int | None]
NUMBERS = {
    NumberKind.BANK: Category.BANK,
    NumberKind.CARD: Category.CARD,
    NumberKind.LICENCE: Category.LICENCE,
}
# so many kinds of transactions are looked at once only; nobody has more
_KINDS = 1000
# words in a partner's kind of transaction that say that money moved
_PAYMENT = (
    "決済",
    "支払",
    "入金",
    "返金",
    "振込",
    "請求",
    "領収",
    "payment",
    "paid",
    "refund",
    "invoice",
    "charge",
    "receipt",
)


class Facts(NamedTuple):
    """What decides on an end; `awaited` is the trigger that has not happened yet, so that its day cannot be missing."""

    category: Category
    days: tuple[tuple[Trigger, date | None], ...]
    condition: Condition | None = None
    awaited: Trigger | None = None

    def of(self, category: Category) -> "Facts":
        """The same of a record of another category."""
        return Facts(category, self.days, self.condition, self.awaited)


class Record(NamedTuple):
    """One record, or several of one kind that share their end and keep none of their own (`table` is None)."""

    owner: Owner
    facts: Facts
    table: sa.Table | None
    id: int
    keep_until: date | None
    keep_rule: str
    records: int = 1


@dataclass(frozen=True)
class _Request:
    owner: Owner
    closed_on: date | None

    def facts(self, category: Category) -> Facts:
        closed = ((Trigger.REQUEST_CLOSED, self.closed_on),)
        return Facts(category, closed, awaited=None if self.closed_on else Trigger.REQUEST_CLOSED)


def among(column: sa.Column[Any]) -> sa.ColumnElement[bool]:
    """Whether a column holds one of the `ids` with which its query is executed."""
    return column.in_(sa.bindparam("ids", expanding=True))


def _of(owner: sa.Column[Any], *names: str) -> sa.Select[Any]:
    """The records of a table whose `owner` is asked for, with the columns that decide on their ends."""
    c = owner.table.c
    return sa.select(c.id, c.keep_until, c.keep_rule, owner, *(c[name] for name in names)).where(among(owner))


_REQUESTS_ABOUT = sa.select(request.c.id).where(among(request.c.person_id))
# a record that was merged into another is kept as long as that
_PEOPLE = _of(person.c.id, "status", "left_on", "last_activity", "source_on").where(person.c.merged_into.is_(None))
_COUNTED = tuple(
    sa.select(table.c.person_id, sa.func.count().label("n")).where(among(table.c.person_id)).group_by(table.c.person_id)
    for table in (person_address, person_contact)
)
_PERSON_NUMBERS = _of(person_number.c.person_id, "kind")
_TRANSACTIONS = _of(partner_transaction.c.person_id, "on", "kind")
_REQUESTS = _of(request.c.id, "person_id", "closed_on")
_OF_REQUESTS = (
    (letter, Category.LETTERS, _of(letter.c.request_id)),
    (message, Category.MAILS, _of(message.c.request_id)),
)
_ATTACHMENTS = (
    _of(attachment.c.request_id, "category"),
    sa.select(*(attachment.c[name] for name in ("id", "keep_until", "keep_rule", "category")), message.c.request_id)
    .join(message, message.c.id == attachment.c.message_id)
    .where(among(message.c.request_id), attachment.c.request_id.is_(None)),
)


def requests_about(conn: sa.Connection, people: Ids) -> Ids:
    """The requests about these people."""
    return conn.execute(_REQUESTS_ABOUT, {"ids": people}).scalars().all()


def of_people(conn: sa.Connection, people: Ids) -> Iterator[Record]:
    """Every record of these people, without those of requests about them."""
    if not people:
        return
    done = list(conn.execute(_TRANSACTIONS, {"ids": people}))
    yield from _of_relationship(conn, people, done)
    yield from _transactions(done)
    for table, query, facts_of in _SIMPLE:
        for row in conn.execute(query, {"ids": people}):
            if (facts := facts_of(row)) is not None:
                yield Record((row.person_id, None), facts, table, row.id, row.keep_until, row.keep_rule)


def of_requests(conn: sa.Connection, requests: Ids) -> Iterator[Record]:
    """Every record of these requests: the file itself, letters, messages, attachments."""
    if not requests:
        return
    known: dict[int, _Request] = {}
    for row in conn.execute(_REQUESTS, {"ids": requests}):
        one = known[row.id] = _Request((row.person_id, None if row.person_id else row.id), row.closed_on)
        yield Record(one.owner, one.facts(Category.REQUESTS), request, row.id, row.keep_until, row.keep_rule)
    for table, category, query in _OF_REQUESTS:
        for row in conn.execute(query, {"ids": requests}):
            one = known[row.request_id]
            yield Record(one.owner, one.facts(category), table, row.id, row.keep_until, row.keep_rule)
    yield from _attachments(conn, requests, known)


def is_open(record: Record) -> bool:
    """Whether this is the file of a request that is not closed."""
    return record.facts.category is Category.REQUESTS and record.facts.awaited is not None


def _of_relationship(conn: sa.Connection, people: Ids, transactions: Sequence[sa.Row[Any]]) -> Iterator[Record]:
    """What lives as long as the relationship with its person: the record itself, how to reach him, his numbers."""
    active: dict[int, date] = {}
    for row in transactions:
        active[row.person_id] = max(row.on, active.get(row.person_id, row.on))
    known: dict[int, Facts] = {}
    for row in conn.execute(_PEOPLE, {"ids": people}):
        last_activity = max(filter(None, (row.last_activity, active.get(row.id))), default=None)
        known[row.id] = relationship(row.status, row.left_on, last_activity, row.source_on)
        yield Record((row.id, None), known[row.id], person, row.id, row.keep_until, row.keep_rule)
    for query in _COUNTED:
        for row in conn.execute(query, {"ids": people}):
            facts = known[row.person_id].of(Category.CONTACT)
            yield Record((row.person_id, None), facts, None, 0, None, "", row.n)
    for row in conn.execute(_PERSON_NUMBERS, {"ids": people}):
        facts = known[row.person_id].of(NUMBERS[NumberKind(row.kind)])
        yield Record((row.person_id, None), facts, person_number, row.id, row.keep_until, row.keep_rule)


def relationship(status: str, left_on: date | None, last_activity: date | None, recorded: date) -> Facts:
    """What decides on a person's record; while he is a customer the end of that is to come, whatever day was noted."""
    runs = status == Status.ACTIVE
    days = (
        (Trigger.RELATIONSHIP_ENDED, None if runs else left_on),
        (Trigger.LAST_ACTIVITY, last_activity),
        (Trigger.RECORDED, recorded),
    )
    return Facts(Category.PROFILE, days, awaited=Trigger.RELATIONSHIP_ENDED if runs else None)


def _attachments(conn: sa.Connection, requests: Ids, known: Mapping[int, _Request]) -> Iterator[Record]:
    for query in _ATTACHMENTS:
        for row in conn.execute(query, {"ids": requests}):
            one = known[row.request_id]
            facts = one.facts(Category(row.category))
            yield Record(one.owner, facts, attachment, row.id, row.keep_until, row.keep_rule)


def _transactions(rows: Sequence[sa.Row[Any]]) -> Iterator[Record]:
    for row in rows:
        facts = transaction(row.kind, row.on)
        yield Record((row.person_id, None), facts, partner_transaction, row.id, row.keep_until, row.keep_rule)


def transaction(kind: str, on: date) -> Facts:
    """What decides on a transaction."""
    return Facts(transaction_category(kind), ((Trigger.RECORDED, on), (Trigger.DELIVERED, on)))


@lru_cache(_KINDS)
def transaction_category(kind: str) -> Category:
    """Whether a partner's kind of transaction is a payment or another transaction."""
    text = folded(kind)
    return Category.PAYMENTS if any(folded(word) in text for word in _PAYMENT) else Category.TRANSACTIONS


def _provision(row: sa.Row[Any]) -> Facts:
    """規則21条, 25条: from the record or, where continued, from the last provision; a contract may be the record."""
    how = Condition.BATCHED_RECORD if row.last_on else Condition.SINGLE_RECORD
    days = ((Trigger.RECORDED, row.on), (Trigger.LAST_PROVISION, row.last_on or row.on))
    return Facts(Category.PROVISIONS, days, Condition.CONTRACT_RECORD if row.contract else how)


def consent(start: date, until: date | None) -> Facts:
    """What decides on a consent; the last mail is not later than its last day."""
    awaited = None if until else Trigger.LAST_MAIL
    return Facts(Category.CONSENTS, ((Trigger.LAST_MAIL, until), (Trigger.RECORDED, start)), awaited=awaited)


def _purpose(row: sa.Row[Any]) -> Facts | None:
    """Opt-outs and suspensions stay as long as their person."""
    return consent(row.start, row.until) if row.state == Stand.CONSENTED else None


def _letter(row: sa.Row[Any]) -> Facts | None:
    """A letter outside a request, which alone is closed, has no day to start from."""
    return Facts(Category.LETTERS, ((Trigger.RECORDED, row.issued_on),)) if row.request_id is None else None


_SIMPLE: tuple[tuple[sa.Table, sa.Select[Any], Callable[[sa.Row[Any]], Facts | None]], ...] = (
    (provision, _of(provision.c.person_id, "on", "last_on", "contract"), _provision),
    (person_purpose, _of(person_purpose.c.person_id, "state", "start", "until"), _purpose),
    (letter, _of(letter.c.person_id, "request_id", "issued_on"), _letter),
)
