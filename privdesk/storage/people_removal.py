"""Taking people back who were entered by mistake, as long as nothing needs them.

This is no erasure, which a disposal record documents.
"""

from collections.abc import Sequence

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
    person_resemblance,
    retention,
)

# the rows that a person is made of; every other table that points at him needs him
_OWN = (person_name, person_address, person_contact, person_number, person_purpose)
# what goes with these: what is derived, and the history; a change that stands raised the version, or points at him
_DERIVED = (person_list, person_resemblance, retention, history)
Who = sa.Select[tuple[int]]


def one(id_: int) -> Who:
    """One person."""
    return sa.select(person.c.id).where(person.c.id == id_)


def of_batch(batch: int) -> Who:
    """The people whom a batch brought."""
    return sa.select(person.c.id).where(person.c.batch_id == batch)


def these(ids: Sequence[int]) -> Who:
    """People by their ids."""
    return sa.select(person.c.id).where(person.c.id.in_(ids))


def count_of_batch(conn: sa.Connection, batch: int) -> int:
    """How many people are there whom a batch brought."""
    return conn.execute(sa.select(sa.func.count()).select_from(of_batch(batch).subquery())).scalar_one()


def some_of_batch(conn: sa.Connection, batch: int, after: int, most: int) -> list[int]:
    """The next ids of a batch's people."""
    query = of_batch(batch).where(person.c.id > after).order_by(person.c.id).limit(most)
    return [row.id for row in conn.execute(query)]


def unneeded(conn: sa.Connection, batch: int, ids: Sequence[int]) -> list[int]:
    """Those of a batch's people whom nobody changed or added to since, and to whom nothing else points."""
    if not (edited(conn, these(ids)) or added_to(conn, batch, these(ids)) or needed_by(conn, these(ids))):
        return list(ids)
    return [id_ for id_ in ids if not _is_needed(conn, batch, one(id_))]


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


def added_to(conn: sa.Connection, batch: int, who: Who | None = None) -> int:
    """How many rows were added to a batch's people, or to these of them, by somebody else than the batch."""
    chosen = of_batch(batch) if who is None else who
    return sum(
        conn.execute(
            sa.select(sa.func.count())
            .select_from(table)
            .where(table.c.person_id.in_(chosen), table.c.batch_id.is_distinct_from(batch))
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
    c = person_resemblance.c
    conn.execute(sa.delete(person_resemblance).where(sa.or_(c.person_id.in_(who), c.other_id.in_(who))))
    for table in (*_OWN, retention, history):
        conn.execute(sa.delete(table).where(table.c.person_id.in_(who)))
    conn.execute(sa.delete(person).where(person.c.id.in_(who)))


def _is_needed(conn: sa.Connection, batch: int, who: Who) -> bool:
    return bool(edited(conn, who) or added_to(conn, batch, who) or needed_by(conn, who))
