"""Who is meant by the id of a record that was merged into another one, and which ids a person has."""

from typing import Any

import sqlalchemy as sa

from privdesk.storage.tables import person


def kept_of(conn: sa.Connection, id_: int) -> int:
    """The record that is kept in the place of this one; itself, where it was not merged."""
    into = conn.execute(sa.select(person.c.merged_into).where(person.c.id == id_)).scalar()
    return into or id_


def ids_of(person_id: int | sa.ColumnElement[int]) -> sa.Select[Any]:
    """The ids under which the past of a person stands: his own, and those of the records merged into it."""
    return sa.select(person.c.id).where(sa.or_(person.c.id == person_id, person.c.merged_into == person_id))
