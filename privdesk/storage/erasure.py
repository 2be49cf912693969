"""The one erasure routine: a person goes with everything that is his, and a tombstone keeps him from coming back.

A person is disposed of as a whole, once nothing of what is held about him must be kept any longer: with his record go
the requests about him, their mails, attachments and letters. What is somebody else's and only names him stays as it is
and points at nobody: a request in which he acted for another is kept as long as that other's requests are. The log
names people by ids alone, so it stays whole.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

import sqlalchemy as sa

from privdesk.storage import people_line, saved_filters, search
from privdesk.storage.tables import (
    METADATA,
    attachment,
    batch_problem,
    batch_row,
    draft,
    exemption,
    history,
    hold,
    letter,
    mailing,
    message,
    partner_transaction,
    person,
    person_address,
    person_contact,
    person_link,
    person_list,
    person_merge,
    person_name,
    person_number,
    person_purpose,
    person_resemblance,
    provision,
    request,
    request_event,
    request_item,
    request_party,
    retention,
    tombstone,
)

_AT_ONCE = 500
# a row goes with the one that it points at through these columns; one that points there through any other stays
WITH: Mapping[sa.Table, tuple[sa.Column[int], ...]] = {
    person: (
        *(table.c.person_id for table in (person_name, person_address, person_contact, person_number, person_purpose)),
        *(person_link.c.person_id, person_link.c.other_id, history.c.person_id, person_list.c.person_id),
        exemption.c.person_id,
        *(provision.c.person_id, partner_transaction.c.person_id, batch_row.c.person_id, batch_problem.c.person_id),
        *(request.c.person_id, retention.c.person_id, hold.c.person_id),
        # a record that was merged into another is that person's too
        *(one for table in (person_resemblance, person_merge) for one in (table.c.person_id, table.c.other_id)),
        person.c.merged_into,
    ),
    request: (
        *(table.c.request_id for table in (request_party, request_item, request_event, retention)),
        *(message.c.request_id, attachment.c.request_id, letter.c.request_id),
    ),
    message: (attachment.c.message_id,),
    letter: (mailing.c.letter_id, letter.c.replaces_id),
}
# an issued letter can be deleted in this state only, which no letter has but here
_GOING = "disposed"


class Tombstone(NamedTuple):
    """Somebody who was disposed of: nothing of him that could be guessed, when and why, and the entry in the log."""

    digest: bytes
    on: date
    reason: str
    audit_seq: int


def digest(uid: str) -> bytes:
    """By what a tombstone knows somebody again in a backup."""
    return hashlib.sha256(b"tomb|" + uid.encode()).digest()


def dispose(conn: sa.Connection, ids: Sequence[int], on: date, reason: str, audit_seq: int) -> None:
    """Erase people and put up their tombstones, which name the log entry that tells why."""
    theirs = sa.or_(person.c.id.in_(ids), person.c.merged_into.in_(ids))
    uids = conn.execute(sa.select(person.c.uid).where(theirs)).scalars().all()
    take_over(conn, [Tombstone(digest(uid), on, reason, audit_seq) for uid in uids])
    erase(conn, ids)


def erase(conn: sa.Connection, ids: Sequence[int]) -> None:
    """Delete everything that is held about these people; `compact` and a new file leave nothing in unused pages."""
    for start in range(0, len(ids), _AT_ONCE):
        block = ids[start : start + _AT_ONCE]
        saved_filters.forget(conn, block)
        people_line.forget(conn, block)
        _erase(conn, person, block)


def compact(conn: sa.Connection) -> None:
    """Rewrite the search index without the terms of people who are gone."""
    search.compact(conn)


def tombstones(conn: sa.Connection) -> list[Tombstone]:
    """All tombstones, the oldest first."""
    columns = (tombstone.c[name] for name in Tombstone._fields)
    return [Tombstone(*row) for row in conn.execute(sa.select(*columns).order_by(tombstone.c.id))]


def take_over(conn: sa.Connection, later: Iterable[Tombstone]) -> None:
    """Put up those tombstones that are not up yet."""
    known = {one.digest for one in tombstones(conn)}
    rows = [one._asdict() for one in later if one.digest not in known]
    if rows:
        conn.execute(tombstone.insert(), rows)


def apply(conn: sa.Connection) -> int:
    """Erase whom a tombstone names and who is back; how many these were."""
    gone = {one.digest for one in tombstones(conn)}
    if not gone:
        return 0
    everybody = conn.execute(sa.select(person.c.id, person.c.uid))
    back = [row.id for row in everybody if digest(row.uid) in gone]
    erase(conn, back)
    if back:
        compact(conn)
    return len(back)


def _erase(conn: sa.Connection, table: sa.Table, ids: Sequence[int]) -> None:
    if not ids:
        return
    for column in _pointing_at(table):
        if column not in WITH[table]:
            conn.execute(sa.update(column.table).where(column.in_(ids)).values({column.name: None}))
        elif column.table in WITH:
            below = conn.execute(sa.select(column.table.c.id).where(column.in_(ids))).scalars().all()
            _erase(conn, column.table, below)
        else:
            conn.execute(sa.delete(column.table).where(column.in_(ids)))
    for id_ in ids:
        place = f"{table.name}:{id_}"
        conn.execute(sa.delete(draft).where(sa.or_(draft.c.place == place, draft.c.place.startswith(f"{place}:"))))
    if table is letter:
        conn.execute(sa.update(letter).where(letter.c.id.in_(ids)).values(state=_GOING))
    conn.execute(sa.delete(table).where(table.c.id.in_(ids)))


def _pointing_at(table: sa.Table) -> list[sa.Column[int]]:
    """The columns of all tables that point at this one, those through which rows go with it first."""
    every = [key.parent for one in METADATA.tables.values() for key in one.foreign_keys if key.column.table is table]
    return sorted(every, key=lambda column: column not in WITH[table])
