"""Many customers' profiles at once, as an export needs them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any

import sqlalchemy as sa

from privdesk.domain.formats.address import address_line
from privdesk.domain.formats.name import name_line
from privdesk.domain.particular import AddressKind
from privdesk.domain.person import ContactKind, NameKind, Profile, Source, Status
from privdesk.storage.tables import person, person_address, person_contact, person_name

_AT_ONCE = 500


def profiles(conn: sa.Connection, ids: Iterable[int]) -> Iterator[Profile]:
    """The profile of each of these people as it is held now, in the given order."""
    rest = iter(ids)
    while block := list(islice(rest, _AT_ONCE)):
        yield from _block(conn, block)


def _block(conn: sa.Connection, ids: list[int]) -> Iterator[Profile]:
    people = {row.id: row for row in conn.execute(sa.select(person).where(person.c.id.in_(ids)))}
    called = _of_kinds(conn, person_name, ids)
    living = _of_kinds(conn, person_address, ids)
    reached = _of_kinds(conn, person_contact, ids)
    for id_ in ids:
        row = people[id_]
        # of several rows in use the first counts, as in a person's own form
        name = next(iter(called[id_, NameKind.CURRENT]), None)
        home = next(iter(living[id_, AddressKind.HOME]), None)
        mailing = next(iter(living[id_, AddressKind.MAILING]), None)
        yield Profile(
            name=name.text if name else "",
            kana=name.kana if name else "",
            aliases=tuple(name_line(one.text, one.kana) for one in called[id_, NameKind.ALIAS]),
            former_names=tuple(name_line(one.text, one.kana) for one in called[id_, NameKind.FORMER]),
            number=row.number or "",
            birth=row.birth,
            postal=home.postal if home else "",
            address=home.text if home else "",
            mailing_postal=mailing.postal if mailing else "",
            mailing_address=mailing.text if mailing else "",
            further_addresses=tuple(address_line(one.postal, one.text) for one in living[id_, AddressKind.FURTHER]),
            phones=tuple(one.value for one in reached[id_, ContactKind.PHONE]),
            mails=tuple(one.value for one in reached[id_, ContactKind.MAIL]),
            status=Status(row.status),
            language=row.language,
            since=row.since,
            left_on=row.left_on,
            last_activity=row.last_activity,
            notes=row.notes,
            source=Source(row.source),
        )


def _of_kinds(conn: sa.Connection, table: sa.Table, ids: list[int]) -> Mapping[tuple[int, str], list[sa.Row[Any]]]:
    """The rows in use, and former names also where the end of their use is known, by person and kind in their order."""
    found: defaultdict[tuple[int, str], list[sa.Row[Any]]] = defaultdict(list)
    held = sa.or_(table.c.until.is_(None), table.c.kind == NameKind.FORMER)
    for row in conn.execute(sa.select(table).where(table.c.person_id.in_(ids), held).order_by(table.c.id)):
        found[row.person_id, row.kind].append(row)
    return found
