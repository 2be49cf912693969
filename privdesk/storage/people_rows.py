"""The rows a person is made of, as they are first written."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from secrets import token_hex
from typing import Any, NamedTuple

import sqlalchemy as sa

from privdesk.domain.category import Category
from privdesk.domain.formats.address import address_parts
from privdesk.domain.formats.name import name_parts
from privdesk.domain.particular import AddressKind
from privdesk.domain.person import ContactKind, NameKind, NewPerson, Origin, Profile, Source
from privdesk.domain.text import folded
from privdesk.storage import bulk, numbers
from privdesk.storage.retention_ends import End
from privdesk.storage.retention_facts import NUMBERS
from privdesk.storage.seal import Seal
from privdesk.storage.tables import person, person_address, person_contact, person_name, person_number

SCALARS = ("number", "birth", "status", "language", "since", "left_on", "last_activity", "notes")
ORIGIN = ("source", "source_on", "batch_id", "request_id")
_KEPT = ("keep_until", "keep_rule")
_PERSON = ("id", "uid", *SCALARS, "created_at", *ORIGIN, *_KEPT)
_NAME = ("person_id", "kind", "text", "kana", *ORIGIN)
_ADDRESS = ("person_id", "kind", "postal", "text", *ORIGIN)
_CONTACT = ("person_id", "kind", "value", "folded", *ORIGIN)
_NUMBER = ("person_id", *numbers.COLUMNS, *ORIGIN)

Called = tuple[NameKind, str, str]
Living = tuple[AddressKind, str, str]
Reached = tuple[ContactKind, str]
_Origin = tuple[Source, date, int | None, int | None]


class Fresh(NamedTuple):
    """A new person with his id, how he is reached, and by category how many records are held of him until when."""

    id: int
    new: NewPerson
    reached: tuple[Reached, ...]
    kept: Mapping[Category, tuple[int, End]]


def insert(conn: sa.Connection, seal: Seal, people: Sequence[Fresh], origin: Origin, now: datetime) -> None:
    """Write everything of new people."""
    sources = [_from(one.new.profile, origin) for one in people]
    all_ = list(zip(people, sources, strict=True))
    bulk.insert(conn, person, _PERSON, (_person(one, now, source) for one, source in all_))
    called = ((one.id, *row, *source) for one, source in all_ for row in names(one.new.profile))
    bulk.insert(conn, person_name, _NAME, called)
    living = ((one.id, *row, *source) for one, source in all_ for row in addresses(one.new.profile))
    bulk.insert(conn, person_address, _ADDRESS, living)
    contacts = (row + source for one, source in all_ for row in _contacts(one.id, one.reached))
    bulk.insert(conn, person_contact, _CONTACT, contacts)
    sealed = (
        (one.id, *numbers.values(seal, number), *source, *_kept(one, NUMBERS[number.kind]))
        for one, source in all_
        for number in one.new.numbers
    )
    bulk.insert(conn, person_number, (*_NUMBER, *_KEPT), sealed)


def insert_names(conn: sa.Connection, id_: int, new: Profile, origin: Origin, called: Iterable[Called]) -> None:
    """Write names that a person has from now on."""
    source = _from(new, origin)
    bulk.insert(conn, person_name, _NAME, ((id_, *row, *source) for row in called))


def insert_addresses(conn: sa.Connection, id_: int, new: Profile, origin: Origin, living: Iterable[Living]) -> None:
    """Write addresses that a person has from now on."""
    source = _from(new, origin)
    bulk.insert(conn, person_address, _ADDRESS, ((id_, *row, *source) for row in living))


def insert_contacts(conn: sa.Connection, id_: int, new: Profile, origin: Origin, reached: Iterable[Reached]) -> None:
    """Write telephone numbers and mail addresses under which a person is reached from now on."""
    source = _from(new, origin)
    bulk.insert(conn, person_contact, _CONTACT, (row + source for row in _contacts(id_, reached)))


def insert_numbers(conn: sa.Connection, seal: Seal, id_: int, new: Iterable[Any], origin: Origin) -> None:
    """Write numbers of a person, sealed."""
    source = (origin.source, origin.on, origin.batch, origin.request)
    bulk.insert(conn, person_number, _NUMBER, ((id_, *numbers.values(seal, one), *source) for one in new))


def names(new: Profile) -> tuple[Called, ...]:
    """What a person is and was called, the name in use first, which is no former one as well."""
    now = new.name, new.kana
    aliases = ((NameKind.ALIAS, *name_parts(line)) for line in dict.fromkeys(new.aliases))
    former = (name_parts(line) for line in dict.fromkeys(new.former_names))
    return ((NameKind.CURRENT, *now), *aliases, *((NameKind.FORMER, *one) for one in former if one != now))


def addresses(new: Profile) -> tuple[Living, ...]:
    """Where a person lives and is found, each address once."""
    living = [
        (AddressKind.HOME, new.postal, new.address),
        (AddressKind.MAILING, new.mailing_postal, new.mailing_address),
        *((AddressKind.FURTHER, *address_parts(line)) for line in dict.fromkeys(new.further_addresses)),
    ]
    return tuple(one for one in living if one[1] or one[2])


def contacts(new: Profile) -> tuple[Reached, ...]:
    """How a person is reached, each number and address once."""
    phones, mails = dict.fromkeys(new.phones), dict.fromkeys(new.mails)
    return (*[(ContactKind.PHONE, one) for one in phones], *[(ContactKind.MAIL, one) for one in mails])


def reach_key(kind: ContactKind, value: str) -> str:
    """The one form in which a telephone number (its digits) or a mail address is compared with another."""
    plain = folded(value)
    return "".join(filter(str.isdigit, plain)) if kind is ContactKind.PHONE else plain


def _from(new: Profile, origin: Origin) -> _Origin:
    # what came through a batch or a request comes from there, everything else from whom the form names
    source = origin.source if origin.request or origin.batch else new.source
    return source, origin.on, origin.batch, origin.request


def _person(one: Fresh, now: datetime, source: _Origin) -> tuple[Any, ...]:
    new = one.new.profile
    return (
        *(one.id, token_hex(16), new.number or None, new.birth, new.status, new.language),
        *(new.since, new.left_on, new.last_activity, new.notes, now),
        *source,
        *_kept(one, Category.PROFILE),
    )


def _kept(one: Fresh, category: Category) -> tuple[date | None, str]:
    _, end = one.kept[category]
    return end.until, end.rule


def _contacts(id_: int, reached: Iterable[Reached]) -> Iterator[tuple[Any, ...]]:
    return ((id_, kind, value, reach_key(kind, value)) for kind, value in reached)
