"""The rows a person is made of, as they are first written."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from secrets import token_hex
from typing import Any

import sqlalchemy as sa

from privdesk.domain.person import ContactKind, NameKind, NewPerson, Origin, Profile, Source
from privdesk.domain.text import folded
from privdesk.storage import bulk, numbers
from privdesk.storage.seal import Seal
from privdesk.storage.tables import person, person_address, person_contact, person_name, person_number

SCALARS = ("number", "birth", "status", "language", "since", "left_on", "last_activity", "notes")
_ORIGIN = ("source", "source_on", "batch_id", "request_id")
_PERSON = ("id", "uid", *SCALARS, "created_at", *_ORIGIN)
_NAME = ("person_id", "kind", "text", "kana", *_ORIGIN)
_ADDRESS = ("person_id", "postal", "text", *_ORIGIN)
_CONTACT = ("person_id", "kind", "value", "folded", *_ORIGIN)
_NUMBER = ("person_id", *numbers.COLUMNS, *_ORIGIN)

Reached = tuple[ContactKind, str]
_Origin = tuple[Source, date, int | None, int | None]


def insert(
    conn: sa.Connection, seal: Seal, new: Sequence[tuple[int, NewPerson]], origin: Origin, now: datetime
) -> None:
    """Write everything of new people, each with his id."""
    all_ = [(id_, one.profile, _from(one.profile, origin)) for id_, one in new]
    bulk.insert(conn, person, _PERSON, (_person(id_, one, now) + source for id_, one, source in all_))
    bulk.insert(conn, person_name, _NAME, (_name(id_, one) + source for id_, one, source in all_))
    bulk.insert(
        conn, person_address, _ADDRESS, (row + source for id_, one, source in all_ for row in _address(id_, one))
    )
    bulk.insert(
        conn,
        person_contact,
        _CONTACT,
        (
            (id_, kind, value, reach_key(kind, value), *source)
            for id_, one, source in all_
            for kind, value in contacts(one)
        ),
    )
    bulk.insert(
        conn,
        person_number,
        _NUMBER,
        (
            (id_, *numbers.values(seal, number), *source)
            for (id_, _, source), (_, one) in zip(all_, new, strict=True)
            for number in one.numbers
        ),
    )


def insert_name(conn: sa.Connection, id_: int, new: Profile, origin: Origin) -> None:
    """Write the name a person has from now on."""
    bulk.insert(conn, person_name, _NAME, [_name(id_, new) + _from(new, origin)])


def insert_address(conn: sa.Connection, id_: int, new: Profile, origin: Origin) -> None:
    """Write the address a person has from now on, if he has one."""
    bulk.insert(conn, person_address, _ADDRESS, [row + _from(new, origin) for row in _address(id_, new)])


def insert_contacts(conn: sa.Connection, id_: int, new: Profile, origin: Origin, reached: Iterable[Reached]) -> None:
    """Write telephone numbers and mail addresses under which a person is reached from now on."""
    source = _from(new, origin)
    rows = ((id_, kind, value, reach_key(kind, value), *source) for kind, value in reached)
    bulk.insert(conn, person_contact, _CONTACT, rows)


def insert_numbers(conn: sa.Connection, seal: Seal, id_: int, new: Iterable[Any], origin: Origin) -> None:
    """Write numbers of a person, sealed."""
    source = (origin.source, origin.on, origin.batch, origin.request)
    bulk.insert(conn, person_number, _NUMBER, ((id_, *numbers.values(seal, one), *source) for one in new))


def contacts(new: Profile) -> tuple[Reached, ...]:
    """How a person is reached, each number and address once."""
    both = [*((ContactKind.PHONE, one) for one in new.phones), *((ContactKind.MAIL, one) for one in new.mails)]
    return tuple(dict.fromkeys(both))


def reach_key(kind: ContactKind, value: str) -> str:
    """The one form in which a telephone number (its digits) or a mail address is compared with another."""
    plain = folded(value)
    return "".join(filter(str.isdigit, plain)) if kind is ContactKind.PHONE else plain


def _from(new: Profile, origin: Origin) -> _Origin:
    # what came through a batch or a request comes from there, everything else from whom the form names
    source = origin.source if origin.request or origin.batch else new.source
    return source, origin.on, origin.batch, origin.request


def _person(id_: int, new: Profile, now: datetime) -> tuple[Any, ...]:
    return (
        *(id_, token_hex(16), new.number or None, new.birth, new.status, new.language),
        *(new.since, new.left_on, new.last_activity, new.notes, now),
    )


def _name(id_: int, new: Profile) -> tuple[Any, ...]:
    return id_, NameKind.CURRENT, new.name, new.kana


def _address(id_: int, new: Profile) -> tuple[tuple[Any, ...], ...]:
    return ((id_, new.postal, new.address),) if new.address or new.postal else ()
