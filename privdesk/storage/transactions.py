"""Transactions and payments as partners report them."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

import sqlalchemy as sa

from privdesk.domain.errors import NoSuchRow
from privdesk.domain.person import Origin, Source
from privdesk.domain.transaction import Given, NewTransaction, Transaction
from privdesk.storage import bulk, retention_facts
from privdesk.storage.people import origin_of
from privdesk.storage.retention_ends import Ends
from privdesk.storage.tables import partner, partner_transaction

# how a transaction found its person
BY_NUMBER = "number"
BY_CONTACT = "contact"
BY_HAND = "hand"

_COLUMNS = (
    *("person_id", "partner_id", "external_id", "customer_number", "on", "kind", "amount", "note", "matched_by"),
    *("given", "source", "source_on", "batch_id", "request_id", "keep_until", "keep_rule"),
)
_OPEN = (None, "")
_AT_ONCE = 500
_t = partner_transaction.c


class Holder(NamedTuple):
    """To whom a transaction belongs, and how it found him; nobody, and not at all, while it waits."""

    person: int | None
    found_by: str


NOBODY = Holder(None, "")


def add(
    conn: sa.Connection,
    new: Sequence[NewTransaction],
    people: Mapping[str, int],
    partners: Mapping[str, int],
    origin: Origin,
    ends: Ends,
    reached: Mapping[int, int] = {},
) -> None:
    """Enter transactions; `people` has the persons by customer number, `partners` the partners by name as written.

    `reached` has the persons of those, by their place in `new`, whom nothing but a contact tells. One without a person
    waits, its end open as long, and keeps what the partner says of him.
    """
    source = (Source.PARTNER, origin.on, origin.batch, origin.request)
    rows = []
    for place, one in enumerate(new):
        numbered, found = people.get(one.customer_number), reached.get(place)
        whose = numbered or found
        found_by = BY_NUMBER if numbered else BY_CONTACT if found else ""
        rows.append(
            (
                *(whose, partners[one.partner], one.number, one.customer_number, one.on, one.kind),
                *(one.amount, one.note, found_by, {} if whose else _as_json(one.given), *source),
                *(_kept(ends, one) if whose else _OPEN),
            )
        )
    bulk.insert(conn, partner_transaction, _COLUMNS, rows)


def taken(conn: sa.Connection, partner_id: int, numbers: Iterable[str]) -> set[str]:
    """Those of a partner's transaction numbers that were taken in before."""
    asked = list(numbers)
    found: set[str] = set()
    for start in range(0, len(asked), _AT_ONCE):
        some = _t.external_id.in_(asked[start : start + _AT_ONCE])
        found |= set(conn.execute(sa.select(_t.external_id).where(_t.partner_id == partner_id, some)).scalars())
    return found


def of_person(conn: sa.Connection, person_id: int) -> tuple[Transaction, ...]:
    """A person's transactions, newest first."""
    return _read(conn, _t.person_id == person_id)


def unmatched(conn: sa.Connection, batch: int | None = None) -> tuple[Transaction, ...]:
    """The transactions that wait for their person, of one batch or of all, newest first."""
    alone = _t.person_id.is_(None)
    return _read(conn, alone if batch is None else sa.and_(alone, _t.batch_id == batch))


def count_unmatched(conn: sa.Connection) -> int:
    """How many transactions wait for their person."""
    alone = sa.select(sa.func.count()).select_from(partner_transaction).where(_t.person_id.is_(None))
    return conn.execute(alone).scalar_one()


def given_by_hand(conn: sa.Connection, partner_name: str, number: str) -> tuple[int, ...]:
    """The people to whom a human gave transactions of this partner's customer number."""
    query = sa.select(_t.person_id).distinct().join(partner).where(_t.matched_by == BY_HAND)
    query = query.where(partner.c.name == partner_name, _t.customer_number == number).order_by(_t.person_id)
    return tuple(conn.execute(query).scalars())


def match(conn: sa.Connection, id_: int, holder: Holder) -> Holder:
    """Give a transaction to a person, or to nobody; returns whose it was.

    Raises NoSuchRow.
    """
    found = conn.execute(sa.select(_t.person_id, _t.matched_by).where(_t.id == id_)).first()
    if found is None:
        raise NoSuchRow
    # how long it is kept depends on its person, so that is open again
    values = {"person_id": holder.person, "matched_by": holder.found_by, "keep_until": None}
    conn.execute(sa.update(partner_transaction).where(_t.id == id_).values(**values, keep_rule=""))
    return Holder(found.person_id, found.matched_by)


def people_of_batch(conn: sa.Connection, batch: int) -> tuple[int, ...]:
    """The people to whom a batch brought transactions."""
    query = sa.select(_t.person_id).where(_t.batch_id == batch, _t.person_id.is_not(None)).distinct()
    return tuple(conn.execute(query).scalars())


def matched_by_hand(conn: sa.Connection, batch: int) -> int:
    """How many of a batch's transactions a human has given to a person since."""
    query = sa.select(sa.func.count()).select_from(partner_transaction)
    return conn.execute(query.where(_t.batch_id == batch, _t.matched_by == BY_HAND)).scalar_one()


def count_of_batch(conn: sa.Connection, batch: int) -> int:
    """How many transactions are there that a batch brought."""
    return conn.execute(sa.select(sa.func.count()).where(_t.batch_id == batch)).scalar_one()


def remove_some(conn: sa.Connection, batch: int, most: int) -> tuple[int, set[int]]:
    """Delete some of what a batch brought, but for what a human gave to somebody: how many, and of whom."""
    chosen = _t.batch_id == batch, _t.matched_by != BY_HAND
    rows = conn.execute(sa.select(_t.id, _t.person_id).where(*chosen).limit(most)).all()
    conn.execute(sa.delete(partner_transaction).where(_t.id.in_([row.id for row in rows])))
    return len(rows), {row.person_id for row in rows if row.person_id is not None}


def remove_batch(conn: sa.Connection, batch: int) -> None:
    """Delete what a batch brought."""
    conn.execute(sa.delete(partner_transaction).where(_t.batch_id == batch))


def _kept(ends: Ends, one: NewTransaction) -> tuple[date | None, str]:
    end = ends.of(retention_facts.transaction(one.kind, one.on))
    return end.until, end.rule


def _read(conn: sa.Connection, condition: sa.ColumnElement[bool]) -> tuple[Transaction, ...]:
    query = sa.select(partner_transaction, partner.c.name.label("partner")).join(partner).where(condition)
    return tuple(_transaction(row) for row in conn.execute(query.order_by(_t.on.desc(), _t.id.desc())))


def _transaction(row: sa.Row[Any]) -> Transaction:
    return Transaction(
        row.id,
        row.external_id,
        row.customer_number,
        row.on,
        row.kind,
        row.amount,
        row.partner,
        row.note,
        row.person_id,
        row.matched_by,
        origin_of(row),
        _given(row.given),
    )


def _as_json(given: Given) -> dict[str, Any]:
    texts = {"name": given.name, "kana": given.kana, "birth": given.birth and given.birth.isoformat()}
    return {name: value for name, value in {**texts, "phones": given.phones, "mails": given.mails}.items() if value}


def _given(values: Mapping[str, Any]) -> Given:
    birth = values.get("birth")
    return Given(
        values.get("name", ""),
        values.get("kana", ""),
        date.fromisoformat(birth) if birth else None,
        tuple(values.get("phones", ())),
        tuple(values.get("mails", ())),
    )
