"""Holds: named stops of disposal, placed by whoever learns of a dispute, lifted by a manager."""

from datetime import date

from privdesk.domain.due import PlacedHold
from privdesk.domain.errors import HoldUnnamed, ReviewPast
from privdesk.domain.formats.found import refuse_numbers
from privdesk.domain.retention import Hold
from privdesk.domain.shown import shown
from privdesk.domain.user import Role, User
from privdesk.operations import people
from privdesk.operations.desk import Desk
from privdesk.operations.done import Done
from privdesk.storage import holds, retention


def place(
    desk: Desk,
    person_id: int,
    name: str,
    reason: str,
    *,
    review_on: date | None = None,
    owner: User | None = None,
    request: int | None = None,
) -> Done[int]:
    """Let nothing of a customer be disposed of until this is lifted; `owner` (the actor) looks after it.

    Only a manager can take it back.
    Raises HoldUnnamed, NumberInText, SecurityCodeRefused, ReasonMissing, ReviewPast, NoSuchPerson.
    """
    if not name.strip():
        raise HoldUnnamed
    refuse_numbers(name)
    if review_on is not None and review_on <= desk.today:
        raise ReviewPast
    who = owner or desk.actor
    new = Hold(name.strip(), people.needed_reason(reason), who.name, desk.today, review_on)
    with desk.change("hold.place", about=f"person:{person_id}", request=request) as change:
        id_ = holds.place(change.conn, person_id, new, owner=who.id, request=request)
        retention.renew(change.conn, desk.office, [person_id])
        change.detail["hold"] = id_
    why = shown("done", "The hold was taken back right after it was placed.")
    undo = (lambda later: lift(later, id_, 1, why)) if desk.actor.role is Role.MANAGER else None
    return Done(id_, shown("done", "The hold “{name}” was placed."), {"name": new.name}, undo=undo)


def lift(desk: Desk, id_: int, version: int, reason: str) -> Done[int]:
    """Lift a hold; what stands on the same customer besides goes on. Returns whom it was on.

    Raises ReasonMissing, HoldLifted, StaleSave.
    """
    why = people.needed_reason(reason)
    with desk.change("hold.lift", about="person", hold=id_) as change:
        before = holds.lift(change.conn, id_, version, on=desk.today, by=desk.actor.id, why=why)
        retention.renew(change.conn, desk.office, [before.person])
        change.about = f"person:{before.person}"
    return Done(before.person, shown("done", "The hold “{name}” was lifted."), {"name": before.hold.name})


def of_person(desk: Desk, person_id: int) -> tuple[PlacedHold, ...]:
    """All holds that stand or stood on a customer, newest first; a look like opening his record."""
    with desk.change("person.open", about=f"person:{person_id}") as change:
        return holds.of_person(change.conn, person_id)


def in_force(desk: Desk) -> tuple[PlacedHold, ...]:
    """All holds that stand, those to be reviewed first in front."""
    desk.need("hold.list", "holds")
    with desk.reading() as conn:
        return holds.in_force(conn)
