"""People and all that hangs on them: reading and changing, with the history of every field; `people_entry` enters them.

The line of the list and the search index are not touched here: `people_line` renews them when an act is complete.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from privdesk.domain.change import Change, changes, with_former_name
from privdesk.domain.errors import NoSuchPerson, StaleSave
from privdesk.domain.particular import Address, AddressKind, Contact, Name, Number
from privdesk.domain.person import (
    ContactKind,
    NameKind,
    NumberKind,
    Origin,
    Person,
    Profile,
    Source,
    Status,
    profile,
)
from privdesk.storage import bulk, people_change, people_rows
from privdesk.storage.tables import history, person, person_address, person_contact, person_name, person_number

_AT_ONCE = 500
# built once: building a query takes longer than running it
# who was merged into another is opened there
_PERSON = sa.select(person).where(person.c.id == sa.bindparam("id"), person.c.merged_into.is_(None))
_CHANGED = sa.select(history).where(
    history.c.id.in_(
        sa.select(sa.func.max(history.c.id))
        .where(history.c.person_id == sa.bindparam("id"), history.c.field.in_(people_rows.SCALARS))
        .group_by(history.c.field)
    )
)
_WHAT_HANGS_ON_HIM = tuple(
    sa.select(table).where(table.c.person_id == sa.bindparam("id")).order_by(table.c.id)
    for table in (person_name, person_address, person_contact, person_number)
)


def get(conn: sa.Connection, id_: int) -> Person:
    """One person with everything that is, or was, held.

    Raises NoSuchPerson.
    """
    row = conn.execute(_PERSON, {"id": id_}).first()
    if row is None:
        raise NoSuchPerson
    names, addresses, contacts, numbers = (conn.execute(query, {"id": id_}) for query in _WHAT_HANGS_ON_HIM)
    return Person(
        id=row.id,
        uid=row.uid,
        number=row.number or "",
        status=Status(row.status),
        birth=row.birth,
        language=row.language,
        origin=origin_of(row),
        since=row.since,
        left_on=row.left_on,
        last_activity=row.last_activity,
        notes=row.notes,
        entrusted=row.entrusted,
        version=row.version,
        names=tuple(Name(one.id, NameKind(one.kind), one.text, one.kana, origin_of(one), one.until) for one in names),
        addresses=tuple(
            Address(one.id, AddressKind(one.kind), one.postal, one.text, origin_of(one), one.until) for one in addresses
        ),
        contacts=tuple(
            Contact(one.id, ContactKind(one.kind), one.value, origin_of(one), one.until) for one in contacts
        ),
        numbers=tuple(_number(one) for one in numbers),
        changed={one.field: origin_of(one) for one in conn.execute(_CHANGED, {"id": id_})},
    )


def change(
    conn: sa.Connection,
    id_: int,
    version: int,
    new: Profile,
    origin: Origin,
    *,
    user: int,
    now: datetime,
    renamed: bool = True,
) -> tuple[Change, ...]:
    """Make the record say `new`; what it said before stays as history. Returns the fields that changed.

    Of another name the old one becomes a former name, unless it was not `renamed`, merely written wrong before.
    Raises NoSuchPerson, and StaleSave if the record is no longer of `version`.
    """
    before = get(conn, id_)
    if before.version != version:
        raise StaleSave
    held = profile(before)
    new = with_former_name(held, new, renamed=renamed)
    changed = changes(held, new)
    if not changed:
        return ()
    fields = {one.field for one in changed}
    values = {name: getattr(new, name) for name in people_rows.SCALARS if name in fields}
    if "number" in values:
        values["number"] = new.number or None
    conn.execute(sa.update(person).where(person.c.id == id_).values(version=version + 1, **values))
    people_change.names(conn, before, new, origin)
    people_change.addresses(conn, before, new, origin)
    people_change.contacts(conn, before, new, origin)
    record(conn, id_, changed, origin, user=user, now=now)
    return changed


def record(
    conn: sa.Connection, id_: int, changed: Iterable[Change], origin: Origin, *, user: int, now: datetime
) -> None:
    """Write changed fields into the history."""
    names = ("person_id", "field", "old", "new", "at", "user_id", *people_rows.ORIGIN)
    source = (origin.source, origin.on, origin.batch, origin.request)
    rows = ((id_, one.field, one.old, one.new, now, user, *source) for one in changed)
    bulk.insert(conn, history, names, rows)


def id_of_number(conn: sa.Connection, number: str) -> int | None:
    """The person with this customer number."""
    return conn.execute(sa.select(person.c.id).where(person.c.number == number)).scalar()


def customer_of(conn: sa.Connection, number: str) -> int | None:
    """Who has this customer number, or had it before his records were merged."""
    return taken(conn, [number]).get(number)


def taken(conn: sa.Connection, wanted: Iterable[str]) -> dict[str, int]:
    """Those of these customer numbers that are in use, each with its person; what an import is checked against."""
    asked = list(wanted)
    found: dict[str, int] = {}
    for start in range(0, len(asked), _AT_ONCE):
        some = person.c.number.in_(asked[start : start + _AT_ONCE])
        query = sa.select(person.c.number, sa.func.coalesce(person.c.merged_into, person.c.id).label("id")).where(some)
        found |= {row.number: row.id for row in conn.execute(query)}
    return found


def ids_reached_by(conn: sa.Connection, kind: ContactKind, value: str) -> tuple[int, ...]:
    """The people who can be, or could once be, reached by this telephone number or mail address."""
    query = sa.select(person_contact.c.person_id).where(
        person_contact.c.kind == kind, person_contact.c.folded == people_rows.reach_key(kind, value)
    )
    return tuple(sorted(set(conn.execute(query).scalars())))


def origin_of(row: sa.Row[Any]) -> Origin:
    """Where a row came from; every table with an origin has the same four columns."""
    return Origin(Source(row.source), row.source_on, row.batch_id, row.request_id)


def _number(row: sa.Row[Any]) -> Number:
    return Number(
        row.id,
        NumberKind(row.kind),
        row.issuer,
        row.detail,
        row.last4,
        row.sealed is not None,
        row.sound,
        origin_of(row),
        row.until,
        row.holder,
    )
