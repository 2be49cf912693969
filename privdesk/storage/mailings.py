"""Whom a use of many people's data for a purpose reaches: the active customers whom nothing bars from it."""

from collections.abc import Collection, Iterator
from dataclasses import astuple, dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa

from privdesk.domain.particular import AddressKind, ContactKind
from privdesk.domain.person import Status
from privdesk.domain.purpose import Stand
from privdesk.storage.purposes import barred_on, blocked_on, exempting, standing_on
from privdesk.storage.tables import exemption, person, person_address, person_contact, person_list

_AT_ONCE = 1000
_FOR_LETTERS = (AddressKind.MAILING, AddressKind.HOME)
_MAIL = person_contact.c.kind == ContactKind.MAIL


@dataclass(frozen=True, slots=True)
class Recipient:
    """Whom a mailing reaches, and where; `consented` where a consent to the purpose is on record."""

    id: int
    number: str
    name: str
    kana: str
    language: str
    postal: str
    address: str
    mail: str
    consented: bool


@dataclass(frozen=True)
class Reach:
    """How many a mailing reaches, and how many of them have neither this nor that address."""

    people: int = 0
    without_mail: int = 0
    without_address: int = 0


def recipients(
    conn: sa.Connection, code: str, day: date, *, consented: bool = False, leant_on: Collection[int] | None = None
) -> Iterator[Recipient]:
    """The active customers whose own data may be used for a purpose, by the reading of their names.

    With `consented` only those whose consent is on record; with `leant_on` no other exemption than these lets in.
    """
    reached = _reached(code, day, consented=consented, leant_on=leant_on)
    query = _whole(reached, _consented(code, day)).order_by(
        person_list.c.stretch, person_list.c.sort_name, person_list.c.person_id
    )
    yield from map(_recipient, conn.execute(query.execution_options(yield_per=_AT_ONCE)))


def count(conn: sa.Connection, code: str, day: date, *, consented: bool = False) -> int:
    """How many customers a mailing for this purpose reaches."""
    reached = _reached(code, day, consented=consented).subquery()
    return conn.execute(sa.select(sa.func.count()).select_from(reached)).scalar_one()


def left_out(conn: sa.Connection, code: str, day: date) -> int:
    """How many active customers a mailing for this purpose leaves out."""
    query = sa.select(sa.func.count()).select_from(person_list).where(person_list.c.status == Status.ACTIVE)
    return conn.execute(query.where(person_list.c.person_id.in_(barred_on(code, day)))).scalar_one()


def reach(conn: sa.Connection, code: str, day: date) -> tuple[Reach, Reach]:
    """Whom a mailing for this purpose reaches: all, and those of them whose consent is on record."""
    contact, address = person_contact.c, person_address.c
    mail = sa.exists().where(contact.person_id == person.c.id, contact.until.is_(None), _MAIL)
    home = sa.exists().where(address.person_id == person.c.id, address.until.is_(None), address.kind.in_(_FOR_LETTERS))
    consented = _consented(code, day).label("consented")
    one = _reached(code, day).add_columns(consented, mail.label("mail"), home.label("home")).subquery().c
    lacking = (sa.func.sum(sa.case((there, 0), else_=1)) for there in (one.mail, one.home))
    query = sa.select(one.consented, sa.func.count(), *lacking).group_by(one.consented)
    found = {bool(row[0]): Reach(*row[1:]) for row in conn.execute(query)}
    yes, no = found.get(True, Reach()), found.get(False, Reach())
    return Reach(*(mine + theirs for mine, theirs in zip(astuple(no), astuple(yes), strict=True))), yes


def exempt(conn: sa.Connection, code: str, day: date, *, reached: bool = False) -> dict[int, tuple[int, ...]]:
    """The customers whom an exemption alone lets in for a purpose, each with the exemptions that it leans on.

    With `reached` only those whom a mailing reaches.
    """
    e = exemption.c
    let_in = e.person_id.in_(blocked_on(code, day)), e.person_id.not_in(barred_on(code, day))
    query = sa.select(e.person_id, e.id).where(e.purpose == code, *exempting(day), *let_in)
    if reached:
        query = query.where(e.person_id.in_(_reached(code, day)))
    found: dict[int, tuple[int, ...]] = {}
    for row in conn.execute(query.order_by(e.id)):
        found[row.person_id] = (*found.get(row.person_id, ()), row.id)
    return found


def recipient(conn: sa.Connection, person_id: int) -> Recipient:
    """Where one person is reached, whatever he is; the caller has asked whether he may be."""
    chosen = sa.select(person_list.c.person_id).join(person, person.c.id == person_list.c.person_id)
    return _recipient(conn.execute(_whole(chosen.where(person.c.id == person_id), sa.false())).one())


def _reached(
    code: str, day: date, *, consented: bool = False, leant_on: Collection[int] | None = None
) -> sa.Select[int]:
    free = person_list.c.person_id.not_in(barred_on(code, day, leant_on))
    query = (
        sa.select(person_list.c.person_id)
        .join(person, person.c.id == person_list.c.person_id)
        .where(person_list.c.status == Status.ACTIVE, ~person.c.entrusted, free)
    )
    return query.where(_consented(code, day)) if consented else query


def _whole(chosen: sa.Select[int], consented: sa.ColumnElement[bool]) -> sa.Select[Any]:
    """Chosen people with the columns of a recipient."""
    return (
        chosen.add_columns(
            *(person_list.c[name] for name in ("number", "name", "kana")),
            *(person.c.language, person_address.c.postal, person_address.c.text, person_contact.c.value),
            consented.label("consented"),
        )
        .outerjoin(person_address, person_address.c.id == _letters_go_to())
        .outerjoin(person_contact, person_contact.c.id == _first_mail())
    )


def _recipient(row: sa.Row[Any]) -> Recipient:
    reached = (row.postal or "", row.text or "", row.value or "")
    return Recipient(row.person_id, row.number, row.name, row.kana, row.language, *reached, bool(row.consented))


def _consented(code: str, day: date) -> sa.ColumnElement[bool]:
    return person_list.c.person_id.in_(standing_on(code, day, [Stand.CONSENTED]))


def _first_mail() -> sa.ScalarSelect[int]:
    c = person_contact.alias().c
    query = sa.select(sa.func.min(c.id)).where(
        c.person_id == person.c.id, c.until.is_(None), c.kind == ContactKind.MAIL
    )
    return query.correlate(person).scalar_subquery()


def _letters_go_to() -> sa.ScalarSelect[int]:
    """The mailing address where there is one, else home."""
    c = person_address.alias().c
    query = sa.select(c.id).where(c.person_id == person.c.id, c.until.is_(None), c.kind.in_(_FOR_LETTERS))
    return query.order_by(c.kind != AddressKind.MAILING, c.id).limit(1).correlate(person).scalar_subquery()
