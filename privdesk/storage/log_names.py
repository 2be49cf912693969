"""What things of the log are called: customers and users by name, requests and letters by number."""

from collections.abc import Iterable, Mapping

import sqlalchemy as sa

from privdesk.storage.tables import letter, partner, person_list, request, user

_NAMES: dict[str, tuple[sa.ColumnElement[int], sa.ColumnElement[str]]] = {
    "person": (person_list.c.person_id, person_list.c.name),
    "request": (request.c.id, request.c.number),
    "letter": (letter.c.id, letter.c.number),
    "user": (user.c.id, user.c.name),
    "partner": (partner.c.id, partner.c.name),
}


def names(conn: sa.Connection, things: Iterable[str]) -> Mapping[str, str]:
    """The names of those of these things (noun:id) that have one and are still there."""
    wanted: dict[str, list[int]] = {}
    for thing in things:
        noun, _, id_ = thing.partition(":")
        if noun in _NAMES and id_.isdecimal():
            wanted.setdefault(noun, []).append(int(id_))
    return {
        f"{noun}:{row[0]}": row[1]
        for noun, ids in wanted.items()
        for row in conn.execute(sa.select(*_NAMES[noun]).where(_NAMES[noun][0].in_(ids)))
        if row[1]
    }
