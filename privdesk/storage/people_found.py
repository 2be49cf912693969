"""Finds the customers whom a request may be about, each with the grounds for it."""

from collections.abc import Iterable, Mapping

import sqlalchemy as sa

from privdesk.domain.case import Hints, Match
from privdesk.domain.person import ContactKind, PeopleQuery, PersonRow
from privdesk.domain.text import folded
from privdesk.domain.transaction import Given
from privdesk.storage import people, people_list
from privdesk.storage.people_lines import COLUMNS
from privdesk.storage.tables import person_list

# more people of one name are no suggestion any more
_MOST = 20


def found(conn: sa.Connection, hints: Hints) -> dict[int, tuple[Match, ...]]:
    """The customers by id, the best first, with why each may be the one; the strongest ground first."""
    grounds: dict[int, set[Match]] = {}
    for number in hints.numbers:
        _note(grounds, Match.NUMBER, filter(None, [people.customer_of(conn, number)]))
    for mail in filter(None, hints.mails):
        _note(grounds, Match.MAIL, people.ids_reached_by(conn, ContactKind.MAIL, mail))
    for phone in filter(None, hints.phones):
        _note(grounds, Match.PHONE, people.ids_reached_by(conn, ContactKind.PHONE, phone))
    for name in hints.names:
        for row in _named(conn, name):
            ground = Match.NAME_AND_BIRTH if hints.birth and row.birth == hints.birth else Match.NAME
            _note(grounds, ground, [row.id])
    order = list(Match)
    ranked = {id_: tuple(sorted(those, key=order.index)) for id_, those in grounds.items()}
    return dict(sorted(ranked.items(), key=lambda one: ([order.index(ground) for ground in one[1]][0], -len(one[1]))))


def by_contact(conn: sa.Connection, given: Mapping[int, Given]) -> dict[int, int]:
    """Those of whom somebody said a telephone number or mail address that exactly one customer has, by the same key."""
    who: dict[int, int] = {}
    for key, one in given.items():
        reached = [*((ContactKind.PHONE, phone) for phone in one.phones), *((ContactKind.MAIL, m) for m in one.mails)]
        ids = {id_ for kind, value in reached for id_ in people.ids_reached_by(conn, kind, value)}
        if len(ids) == 1:
            who[key] = ids.pop()
    return who


def lines(conn: sa.Connection, ids: Iterable[int]) -> tuple[PersonRow, ...]:
    """The lines of these customers in the order of their ids."""
    query = sa.select(*COLUMNS).where(person_list.c.person_id.in_(list(ids))).order_by(person_list.c.person_id)
    return people_list.lines(conn, conn.execute(query).all())


def _named(conn: sa.Connection, name: str) -> list[PersonRow]:
    """Those who are called so, by name or by its reading, in whatever spelling."""
    if not folded(name):
        return []
    rows, _ = people_list.page(conn, PeopleQuery(text=name), size=_MOST)
    return [row for row in rows if folded(name) in (folded(row.name), folded(row.kana))]


def _note(grounds: dict[int, set[Match]], ground: Match, ids: Iterable[int]) -> None:
    for id_ in ids:
        grounds.setdefault(id_, set()).add(ground)
