"""Named holds on people; each stays as a row after it was lifted."""

from datetime import date
from typing import Any

import sqlalchemy as sa

from privdesk.domain.due import PlacedHold
from privdesk.domain.errors import HoldLifted, NoSuchPerson, StaleSave
from privdesk.domain.retention import Hold
from privdesk.storage.tables import hold, person, user

_h = hold.c


def place(conn: sa.Connection, person_id: int, new: Hold, *, owner: int, request: int | None) -> int:
    """Enter a hold; `owner` is the user whom `new` names.

    Raises NoSuchPerson.
    """
    if conn.execute(sa.select(person.c.id).where(person.c.id == person_id)).first() is None:
        raise NoSuchPerson
    values = {
        "person_id": person_id,
        "request_id": request,
        "name": new.name,
        "reason": new.reason,
        "owner_id": owner,
        "placed_on": new.placed_on,
        "review_on": new.review_on,
        "lifted_why": "",
    }
    key = conn.execute(hold.insert().values(**values)).inserted_primary_key
    return int(key.id) if key else 0


def lift(conn: sa.Connection, id_: int, version: int, *, on: date, by: int, why: str) -> PlacedHold:
    """Lift a hold; returns it as it stood before.

    Raises HoldLifted, StaleSave.
    """
    before = get(conn, id_)
    if before.version != version:
        raise StaleSave
    values = {"lifted_on": on, "lifted_by": by, "lifted_why": why, "version": version + 1}
    conn.execute(sa.update(hold).where(_h.id == id_).values(**values))
    return before


def get(conn: sa.Connection, id_: int) -> PlacedHold:
    """A hold that is in force.

    Raises HoldLifted.
    """
    row = conn.execute(_holds().where(_h.id == id_, _h.lifted_on.is_(None))).first()
    if row is None:
        raise HoldLifted
    return _hold(row)


def of_person(conn: sa.Connection, person_id: int) -> tuple[PlacedHold, ...]:
    """All holds that stand or stood on a person, newest first."""
    return tuple(map(_hold, conn.execute(_holds().where(_h.person_id == person_id).order_by(_h.id.desc()))))


def in_force(conn: sa.Connection) -> tuple[PlacedHold, ...]:
    """All holds that stand, those to be reviewed first in front."""
    order = _h.review_on.is_(None), _h.review_on, _h.id
    return tuple(map(_hold, conn.execute(_holds().where(_h.lifted_on.is_(None)).order_by(*order))))


def _holds() -> sa.Select[Any]:
    return sa.select(hold, user.c.name.label("owner")).join(user, user.c.id == _h.owner_id)


def _hold(row: sa.Row[Any]) -> PlacedHold:
    hold_ = Hold(row.name, row.reason, row.owner, row.placed_on, row.review_on, row.lifted_on)
    return PlacedHold(row.id, row.person_id, hold_, row.request_id, row.lifted_why, row.version)
