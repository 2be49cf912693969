"""Filters of the list of customers that somebody saved, for himself or for the office."""

from collections.abc import Collection
from typing import Any

import sqlalchemy as sa

from privdesk.domain.errors import FilterGone, StaleSave
from privdesk.domain.person import PeopleQuery
from privdesk.domain.saved_filter import SavedFilter, body, query_of
from privdesk.domain.text import folded
from privdesk.storage import people_list
from privdesk.storage.tables import saved_filter


def offered(conn: sa.Connection, user: int) -> tuple[SavedFilter, ...]:
    """The user's own and those that are shared, by name."""
    mine = sa.or_(saved_filter.c.user_id == user, saved_filter.c.shared)
    found = [_filter(row) for row in conn.execute(sa.select(saved_filter).where(mine))]
    return tuple(sorted(found, key=lambda one: (folded(one.name), one.id)))


def get(conn: sa.Connection, id_: int) -> SavedFilter:
    """One of them.

    Raises FilterGone.
    """
    row = conn.execute(sa.select(saved_filter).where(saved_filter.c.id == id_)).first()
    if row is None:
        raise FilterGone
    return _filter(row)


def add(conn: sa.Connection, new: SavedFilter) -> SavedFilter:
    """Enter one, whatever its `id` and `version` say."""
    made = conn.execute(saved_filter.insert().values(user_id=new.owner, **_values(new))).inserted_primary_key
    return get(conn, made.id if made else 0)


def save(conn: sa.Connection, changed: SavedFilter) -> SavedFilter:
    """Write a changed one.

    Raises FilterGone, StaleSave.
    """
    one = saved_filter.c.id == changed.id
    written = sa.update(saved_filter).where(one, saved_filter.c.version == changed.version)
    done = conn.execute(written.values(version=changed.version + 1, **_values(changed)))
    found = get(conn, changed.id)
    if not done.rowcount:
        raise StaleSave
    return found


def remove(conn: sa.Connection, id_: int) -> None:
    """Delete one."""
    conn.execute(sa.delete(saved_filter).where(saved_filter.c.id == id_))


def forget(conn: sa.Connection, people: Collection[int]) -> None:
    """Delete those that search for these people and find nobody else, before they are erased: their text is theirs."""
    for row in conn.execute(sa.select(saved_filter)).all():
        text = row.body.get("text", "")
        found, _ = people_list.page(conn, PeopleQuery(text=text), size=len(people) + 1) if text else ((), None)
        if found and {one.id for one in found} <= set(people):
            remove(conn, row.id)


def _values(one: SavedFilter) -> dict[str, Any]:
    return {"name": one.name, "shared": one.shared, "body": body(one.query)}


def _filter(row: sa.Row[Any]) -> SavedFilter:
    return SavedFilter(row.id, row.name, query_of(row.body), row.shared, row.user_id, row.version)
