"""What things of the log are called: customers and users by name, requests by number; and what is whose."""

from collections.abc import Iterable, Mapping

import sqlalchemy as sa

from privdesk.storage import merged
from privdesk.storage.tables import letter, message, partner, person, person_list, request, request_party, user

_NAMED_NOW = sa.select(person_list.c.name).where(
    person_list.c.person_id == sa.func.coalesce(person.c.merged_into, person.c.id)
)
_NAMES: dict[str, tuple[sa.ColumnElement[int], sa.ColumnElement[str]]] = {
    "person": (person.c.id, _NAMED_NOW.scalar_subquery()),
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


def things_of_person(person_id: int) -> sa.SelectBase:
    """A customer's record with those merged into it, the requests in which he has a part, their mails, as noun:id.

    Letters need no line of their own: the log names the customer or the request that they are about.
    """
    requests = sa.select(request_party.c.request_id).where(request_party.c.person_id == person_id)
    mails = sa.select(message.c.id).where(message.c.request_id.in_(requests))
    return sa.union_all(
        merged.ids_of(person_id).with_only_columns(_named("person", person.c.id)),
        requests.with_only_columns(_named("request", request_party.c.request_id)),
        mails.with_only_columns(_named("message", message.c.id)),
    )


def _named(noun: str, id_: sa.ColumnElement[int]) -> sa.ColumnElement[str]:
    return sa.literal(f"{noun}:").concat(sa.cast(id_, sa.String))
