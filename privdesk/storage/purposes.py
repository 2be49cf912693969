"""The office's purposes of use, and how each person stands to them."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa

from privdesk.domain.errors import NoSuchPurpose, StaleSave
from privdesk.domain.person import ContactKind, Origin, Source, Status
from privdesk.domain.purpose import Purpose, Purposes, PurposeState, Stand, blocked
from privdesk.storage import bulk, policy
from privdesk.storage.retention_ends import End
from privdesk.storage.tables import (
    person,
    person_address,
    person_contact,
    person_list,
    person_purpose,
    request,
)

# the stands that forbid a use, as the domain tells them
BLOCKING = tuple(stand for stand in Stand if blocked([PurposeState("", stand, date.min)], "", date.max))
_COLUMNS = (
    *("person_id", "purpose", "state", "start", "ground"),
    *("source", "source_on", "batch_id", "request_id"),
)
_p = person_purpose.c


@dataclass(frozen=True)
class Turn:
    """What one decision did to a person's stands: the rows it began and those it ended; it can be taken back."""

    begun: tuple[int, ...]
    ended: tuple[int, ...]


@dataclass(frozen=True)
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


def enter(conn: sa.Connection, purposes: Purposes) -> None:
    """Write the purposes of a new desk, in the order of its policy."""
    for code, one in purposes.purposes.items():
        policy.add(conn, one, code)


def office(conn: sa.Connection) -> dict[str, Purpose]:
    """The purposes that the office serves now, by code, in the order of its policy."""
    return {one.code: one.purpose for one in policy.kept(conn) if one.active}


def ever(conn: sa.Connection) -> dict[str, Purpose]:
    """Those that are switched off as well, for the words of what refers to them."""
    return {one.code: one.purpose for one in policy.kept(conn)}


def need(conn: sa.Connection, codes: Iterable[str]) -> dict[str, Purpose]:
    """The purposes of these codes.

    Raises NoSuchPurpose.
    """
    known = office(conn)
    wanted = list(codes)
    if not set(wanted) <= set(known):
        raise NoSuchPurpose
    return {code: known[code] for code in wanted}


def marketing(conn: sa.Connection) -> tuple[str, ...]:
    """The purposes that an opt-out from advertising ends."""
    return tuple(code for code, one in office(conn).items() if one.marketing)


def states(conn: sa.Connection, person_id: int) -> tuple[PurposeState, ...]:
    """How a person stands, and stood, to the purposes, in the order in which it was entered."""
    query = sa.select(person_purpose, request.c.number).join(request, _p.request_id == request.c.id, isouter=True)
    return tuple(
        PurposeState(row.purpose, Stand(row.state), row.start, row.until, row.ground, row.number)
        for row in conn.execute(query.where(_p.person_id == person_id).order_by(_p.id))
    )


def turn(
    conn: sa.Connection,
    person_id: int,
    codes: Collection[str],
    stand: Stand,
    *,
    ends: Collection[Stand],
    start: date,
    last: date,
    ground: str,
    origin: Origin,
) -> Turn:
    """Begin a stand for each purpose from `start`; open ones of the stands `ends` get `last` as their last day."""
    ended = end(conn, person_id, codes, ends, last)
    begun = []
    for code in codes:
        values = dict(zip(_COLUMNS, (*_stand(person_id, code, stand, start, ground), *_origin(origin)), strict=True))
        made = conn.execute(person_purpose.insert().values(**values)).inserted_primary_key
        begun.append(made.id if made else 0)
    return Turn(tuple(begun), ended.ended)


def end(conn: sa.Connection, person_id: int, codes: Collection[str], stands: Collection[Stand], last: date) -> Turn:
    """Give open states of these stands `last` as their last day."""
    chosen = _p.person_id == person_id, _p.purpose.in_(codes), _p.state.in_(stands), _p.until.is_(None)
    ids = tuple(conn.execute(sa.select(_p.id).where(*chosen)).scalars())
    conn.execute(sa.update(person_purpose).where(_p.id.in_(ids)).values(until=last, version=_p.version + 1))
    return Turn((), ids)


def turn_back(conn: sa.Connection, done: Turn) -> None:
    """Take a decision back.

    Raises StaleSave if another one followed it.
    """
    gone = conn.execute(sa.delete(person_purpose).where(_p.id.in_(done.begun), _p.until.is_(None), _p.version == 1))
    reopened = sa.update(person_purpose).where(_p.id.in_(done.ended), _p.until.is_not(None))
    back = conn.execute(reopened.values(until=None, version=_p.version - 1))
    if gone.rowcount != len(done.begun) or back.rowcount != len(done.ended):
        raise StaleSave


def enter_wishes(
    conn: sa.Connection, wishes: Iterable[tuple[int, bool]], codes: Sequence[str], origin: Origin, consent: End
) -> None:
    """Write what new people said to advertising: opt-out or consent, which has this end, to each marketing purpose."""
    stands = {True: (Stand.CONSENTED, (consent.until, consent.rule)), False: (Stand.OPTED_OUT, (None, ""))}
    rows = (
        (*_stand(id_, code, stand, origin.on, ""), *_origin(origin), *kept)
        for id_, wanted in wishes
        for code in codes
        for stand, kept in [stands[wanted]]
    )
    bulk.insert(conn, person_purpose, (*_COLUMNS, "keep_until", "keep_rule"), rows)


def blocked_on(code: str, day: date) -> sa.Select[int]:
    """The people whose data may not be used for a purpose on a day."""
    return _standing_on(code, day, BLOCKING)


def blocked_by_person(conn: sa.Connection, codes: Iterable[str], day: date) -> dict[int, tuple[str, ...]]:
    """Which of these purposes may not be served on `day`, for everybody who blocks one."""
    found: dict[int, tuple[str, ...]] = {}
    for code in codes:
        for row in conn.execute(blocked_on(code, day).distinct()):
            found[row.person_id] = (*found.get(row.person_id, ()), code)
    return found


def recipients(conn: sa.Connection, code: str, day: date) -> Iterator[Recipient]:
    """The active customers whose own data may be used for a purpose, by the reading of their names."""
    first_address = _first_in_use(person_address.alias())
    contact = person_contact.alias()
    first_mail = _first_in_use(contact, contact.c.kind == ContactKind.MAIL)
    query = (
        sa.select(
            *(person_list.c[name] for name in ("person_id", "number", "name", "kana")),
            *(person.c.language, person_address.c.postal, person_address.c.text, person_contact.c.value),
            person.c.id.in_(_standing_on(code, day, [Stand.CONSENTED])).label("consented"),
        )
        .join(person, person.c.id == person_list.c.person_id)
        .outerjoin(person_address, person_address.c.id == first_address)
        .outerjoin(person_contact, person_contact.c.id == first_mail)
        .where(person_list.c.status == Status.ACTIVE, ~person.c.entrusted, person.c.id.not_in(blocked_on(code, day)))
        .order_by(person_list.c.sort_name, person_list.c.person_id)
    )
    for row in conn.execute(query):
        reached = (row.postal or "", row.text or "", row.value or "")
        yield Recipient(row.person_id, row.number, row.name, row.kana, row.language, *reached, bool(row.consented))


def left_out(conn: sa.Connection, code: str, day: date) -> int:
    """How many active customers a mailing for this purpose leaves out."""
    query = sa.select(sa.func.count()).select_from(person_list).where(person_list.c.status == Status.ACTIVE)
    return conn.execute(query.where(person_list.c.person_id.in_(blocked_on(code, day)))).scalar_one()


def _standing_on(code: str, day: date, stands: Collection[Stand]) -> sa.Select[int]:
    return sa.select(_p.person_id).where(
        _p.purpose == code, _p.state.in_(stands), _p.start <= day, sa.or_(_p.until.is_(None), _p.until >= day)
    )


def _first_in_use(table: sa.FromClause, *conditions: sa.ColumnElement[bool]) -> sa.ScalarSelect[int]:
    current = table.c.person_id == person.c.id, table.c.until.is_(None)
    return sa.select(sa.func.min(table.c.id)).where(*current, *conditions).correlate(person).scalar_subquery()


def _stand(id_: int, code: str, stand: Stand, start: date, ground: str) -> tuple[Any, ...]:
    return id_, code, stand, start, ground


def _origin(origin: Origin) -> tuple[Source, date, int | None, int | None]:
    return origin.source, origin.on, origin.batch, origin.request
