"""Links between people; a row's `person_id` is who is acted for, unless both are the same to each other."""

from datetime import date
from typing import Any, NamedTuple

import sqlalchemy as sa

from privdesk.domain.errors import LinkEnded, LinkKnown
from privdesk.domain.link import MUTUAL, Link, LinkKind, NewLink
from privdesk.domain.person import Origin
from privdesk.storage.people import origin_of
from privdesk.storage.tables import person, person_link, person_list

_l = person_link.c


class Sides(NamedTuple):
    """A link of its kind: who is acted for, who acts where he is a customer, its days, and when it was entered."""

    kind: LinkKind
    person: int
    other: int | None
    since: date
    until: date | None
    entered: date


def add(conn: sa.Connection, person_id: int, new: NewLink, origin: Origin) -> int:
    """Enter a link of a person to somebody who acts for him, or belongs to him.

    Raises LinkKnown where the same is in force already.
    """
    other = _l.other_id == new.other if new.other else sa.and_(_l.other_id.is_(None), _l.name == new.name)
    same = sa.and_(_l.person_id == person_id, other)
    if new.other and new.kind in MUTUAL:
        same = sa.or_(same, sa.and_(_l.person_id == new.other, _l.other_id == person_id))
    if conn.execute(sa.select(_l.id).where(same, _l.kind == new.kind, _l.until.is_(None))).first():
        raise LinkKnown
    values = {"person_id": person_id, "other_id": new.other, "kind": new.kind, "name": new.name, "reach": new.reach}
    came = {"source": origin.source, "source_on": origin.on, "batch_id": origin.batch, "request_id": origin.request}
    made = conn.execute(person_link.insert().values(**values, note=new.note, since=new.since, **came))
    return int(made.inserted_primary_key[0]) if made.inserted_primary_key else 0


def remove(conn: sa.Connection, id_: int) -> None:
    """Take back a link that was entered by mistake."""
    conn.execute(sa.delete(person_link).where(_l.id == id_))


def end(conn: sa.Connection, id_: int, until: date) -> None:
    """Give a link that is in force its last day; raises LinkEnded."""
    _set_end(conn, id_, until, _l.until.is_(None))


def go_on(conn: sa.Connection, id_: int, until: date) -> None:
    """Take back the end that a link was given; raises LinkEnded where it ends on another day."""
    _set_end(conn, id_, None, _l.until == until)


def get(conn: sa.Connection, id_: int) -> Sides:
    """Whom a link joins; raises LinkEnded where it is gone."""
    row = conn.execute(sa.select(person_link).where(_l.id == id_)).first()
    if row is None:
        raise LinkEnded
    return Sides(LinkKind(row.kind), row.person_id, row.other_id, row.since, row.until, row.source_on)


def between(conn: sa.Connection, one: int, other: int, kind: LinkKind) -> int | None:
    """The link of a kind that is in force between two people."""
    pair = sa.or_(
        sa.and_(_l.person_id == one, _l.other_id == other), sa.and_(_l.person_id == other, _l.other_id == one)
    )
    return conn.execute(sa.select(_l.id).where(pair, _l.kind == kind, _l.until.is_(None))).scalar()


def of_person(conn: sa.Connection, person_id: int) -> tuple[Link, ...]:
    """All links of a person as he sees them, those in force first."""
    order = _l.until.is_not(None), _l.kind, _l.id
    mine = _links(_l.person_id == person_id, _l.other_id).order_by(*order)
    theirs = _links(_l.other_id == person_id, _l.person_id).order_by(*order)
    found = [_link(row, reverse=False) for row in conn.execute(mine)]
    found += [_link(row, reverse=row.kind not in MUTUAL) for row in conn.execute(theirs)]
    # a link between two records that are one by now says nothing more
    shown = [one for one in found if one.other is None or one.name]
    return tuple(sorted(shown, key=lambda one: (one.until is not None, list(LinkKind).index(one.kind), one.id)))


def _links(whose: sa.ColumnElement[bool], other: sa.Column[int]) -> sa.Select[Any]:
    """Links with the other side's name and number, and the day of birth of who is acted for."""
    ward = person.alias()
    return (
        sa.select(
            *(column for column in person_link.c if column.name not in ("name", "other_id", "person_id")),
            other.label("other_id"),
            sa.case((other.is_(None), _l.name), else_=person_list.c.name).label("name"),
            person_list.c.number,
            ward.c.birth,
        )
        .outerjoin(person_list, person_list.c.person_id == other)
        .join(ward, ward.c.id == _l.person_id)
        .where(whose)
    )


def _link(row: sa.Row[Any], *, reverse: bool) -> Link:
    return Link(
        row.id,
        LinkKind(row.kind),
        reverse,
        row.other_id,
        row.name or "",
        row.number or "",
        row.reach,
        row.note,
        row.since,
        row.until,
        row.birth,
        origin_of(row),
    )


def _set_end(conn: sa.Connection, id_: int, until: date | None, when: sa.ColumnElement[bool]) -> None:
    if not conn.execute(sa.update(person_link).where(_l.id == id_, when).values(until=until)).rowcount:
        raise LinkEnded
