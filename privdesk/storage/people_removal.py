"""Taking people back who were entered by mistake, as long as nothing needs them.

This is no erasure, which a disposal record documents.
"""

import sqlalchemy as sa

from privdesk.storage import people_line
from privdesk.storage.tables import (
    METADATA,
    history,
    person,
    person_address,
    person_contact,
    person_list,
    person_name,
    person_number,
    person_purpose,
    retention,
)

# the rows that a person is made of; every other table that points at him needs him
_OWN = (person_name, person_address, person_contact, person_number, person_purpose)
# what is derived from these, and the history, which `edited` tells of
_DERIVED = (person_list, retention, history)
Who = sa.Select[tuple[int]]


def one(id_: int) -> Who:
    """One person."""
    return sa.select(person.c.id).where(person.c.id == id_)


def of_batch(batch: int) -> Who:
    """The people whom a batch brought."""
    return sa.select(person.c.id).where(person.c.batch_id == batch)


def own_rows(conn: sa.Connection, who: Who) -> int:
    """How many rows these people are made of; more than at their entering means that something was added since."""
    return sum(
        conn.execute(sa.select(sa.func.count()).select_from(table).where(table.c.person_id.in_(who))).scalar_one()
        for table in _OWN
    )


def edited(conn: sa.Connection, who: Who) -> int:
    """How many of them were changed since they were entered."""
    changed = person.c.version > 1
    return conn.execute(
        sa.select(sa.func.count()).select_from(person).where(person.c.id.in_(who), changed)
    ).scalar_one()


def added_to(conn: sa.Connection, batch: int) -> int:
    """How many rows were added to a batch's people by somebody else than the batch."""
    return sum(
        conn.execute(
            sa.select(sa.func.count())
            .select_from(table)
            .where(table.c.person_id.in_(of_batch(batch)), table.c.batch_id.is_distinct_from(batch))
        ).scalar_one()
        for table in _OWN
    )


def needed_by(conn: sa.Connection, who: Who) -> dict[str, int]:
    """How many rows of other tables point at these people, by table."""
    found: dict[str, int] = {}
    for table in METADATA.tables.values():
        for key in () if table in (*_OWN, *_DERIVED) else table.foreign_keys:
            if key.column.table is person:
                query = sa.select(sa.func.count()).select_from(table).where(key.parent.in_(who))
                found[table.name] = found.get(table.name, 0) + conn.execute(query).scalar_one()
    return {name: count for name, count in found.items() if count}


def remove(conn: sa.Connection, who: Who) -> None:
    """Delete people and the rows they are made of; the caller has seen that nothing else needs them."""
    people_line.forget(conn, [row.id for row in conn.execute(who)])
    for table in (*_OWN, retention):
        conn.execute(sa.delete(table).where(table.c.person_id.in_(who)))
    conn.execute(sa.delete(person).where(person.c.id.in_(who)))
