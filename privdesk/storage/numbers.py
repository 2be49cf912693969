"""The numbers that are sealed one by one: bank account, card, driver's licence."""

import secrets
from collections.abc import Mapping
from datetime import date
from typing import Any

import sqlalchemy as sa

from privdesk.domain.errors import NoSuchNumber
from privdesk.domain.person import NewNumber, NumberKind
from privdesk.storage.seal import Seal
from privdesk.storage.tables import person_number

COLUMNS = ("uid", "kind", "issuer", "detail", "holder", "last4", "sealed", "blind", "sound")


def values(seal: Seal, new: NewNumber) -> tuple[Any, ...]:
    """A number for its row, in the order of COLUMNS: sealed and bound to that row, last four digits, blind index."""
    uid = secrets.token_hex(16)
    return (
        *(uid, new.kind, new.issuer, new.detail, new.holder, new.last4),
        seal.seal(new.full, bound({"uid": uid})) if new.full else None,
        seal.blind(new.kind, new.full) if new.full else None,
        new.sound,
    )


def holder(conn: sa.Connection, id_: int) -> int:
    """The person whose number this is.

    Raises NoSuchNumber.
    """
    return int(_get(conn, id_).person_id)


def reveal(conn: sa.Connection, seal: Seal, id_: int) -> str:
    """The whole number. The caller has logged the look before he shows it.

    Raises NoSuchNumber if it is gone or only its last four digits are kept, NumberDamaged.
    """
    found = _get(conn, id_)
    if found.sealed is None:
        raise NoSuchNumber
    return seal.open(found.sealed, bound({"uid": found.uid}))


def end(conn: sa.Connection, id_: int, until: date | None) -> None:
    """Say until when a number was in use; None takes that back."""
    conn.execute(sa.update(person_number).where(person_number.c.id == id_).values(until=until))


def remove(conn: sa.Connection, id_: int) -> None:
    """Delete a number that was entered by mistake."""
    conn.execute(sa.delete(person_number).where(person_number.c.id == id_))


def newest(conn: sa.Connection, person_id: int) -> int:
    """The number entered last for a person."""
    query = sa.select(sa.func.max(person_number.c.id)).where(person_number.c.person_id == person_id)
    return int(conn.execute(query).scalar_one())


def holders(conn: sa.Connection, seal: Seal, kind: NumberKind, number: str) -> tuple[int, ...]:
    """The people with exactly this number, found by its blind index."""
    query = sa.select(person_number.c.person_id).where(person_number.c.blind.in_(seal.blinds(kind, number)))
    return tuple(sorted(set(conn.execute(query).scalars())))


def _get(conn: sa.Connection, id_: int) -> sa.Row[Any]:
    found = conn.execute(sa.select(person_number).where(person_number.c.id == id_)).first()
    if found is None:
        raise NoSuchNumber
    return found


def bound(row: Mapping[str, Any]) -> str:
    """The place to which a row's sealed number is bound."""
    return f"person_number|{row['uid']}|sealed"
