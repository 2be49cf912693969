"""Many customers' profiles at once, as an export needs them."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

import sqlalchemy as sa

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
    # of several rows in use the first counts, as in a person's own form
    names = {row.person_id: row for row in _current(conn, person_name, ids, person_name.c.kind == NameKind.CURRENT)}
    addresses = {row.person_id: row for row in _current(conn, person_address, ids)}
    reached: dict[tuple[int, str], tuple[str, ...]] = {}
    for row in reversed(_current(conn, person_contact, ids)):
        key = row.person_id, row.kind
        reached[key] = (*reached.get(key, ()), row.value)
    for id_ in ids:
        row, name, address = people[id_], names.get(id_), addresses.get(id_)
        yield Profile(
            name=name.text if name else "",
            kana=name.kana if name else "",
            number=row.number or "",
            birth=row.birth,
            postal=address.postal if address else "",
            address=address.text if address else "",
            phones=reached.get((id_, ContactKind.PHONE), ()),
            mails=reached.get((id_, ContactKind.MAIL), ()),
            status=Status(row.status),
            language=row.language,
            since=row.since,
            left_on=row.left_on,
            last_activity=row.last_activity,
            notes=row.notes,
            source=Source(row.source),
        )


def _current(
    conn: sa.Connection, table: sa.Table, ids: list[int], *conditions: sa.ColumnElement[bool]
) -> list[sa.Row[Any]]:
    """The rows in use, the newest first."""
    chosen = table.c.person_id.in_(ids), table.c.until.is_(None)
    return list(conn.execute(sa.select(table).where(*chosen, *conditions).order_by(table.c.id.desc())))
