"""Exemptions: a use in spite of a suspension, signed by a second person, once or for some days."""

from datetime import date, timedelta

from privdesk.domain.errors import (
    AdvertisingNotExempt,
    EndsTooEarly,
    ExemptionTooLong,
    NotSuspended,
    SignatureMissing,
)
from privdesk.domain.purpose import Exemption, Stand
from privdesk.domain.shown import shown
from privdesk.domain.user import Role
from privdesk.operations import people
from privdesk.operations.desk import Desk
from privdesk.operations.done import Done
from privdesk.storage import exemptions, purposes
from privdesk.storage import people as stored_people

# a suspension is the customer's right; what must be used for longer needs a new decision
MOST_DAYS = 90


def sign(desk: Desk, person_id: int, code: str, reason: str, last_day: date, *, once: bool) -> Done[int]:
    """Let a customer's data be used for a purpose in spite of its suspension, up to `last_day`, or `once` till then.

    The manager who stands beside the actor signs it. There is none for advertising (特定電子メール法3条3項), and none
    from an opt-out. Raises SignatureMissing, ReasonMissing, EndsTooEarly, ExemptionTooLong, AdvertisingNotExempt,
    NotSuspended, NoSuchPurpose, NoSuchPerson.
    """
    desk.need("exemption.sign", f"person:{person_id}")
    why, signer = people.needed_reason(reason), desk.approver
    if signer is None or signer.role is not Role.MANAGER or signer.id == desk.actor.id:
        raise SignatureMissing
    if last_day < desk.today:
        raise EndsTooEarly
    if last_day > desk.today + timedelta(days=MOST_DAYS):
        raise ExemptionTooLong(most=MOST_DAYS)
    detail = {"purpose": code, "reason": why, "last_day": last_day.isoformat(), "once": once}
    with desk.change("exemption.sign", about=f"person:{person_id}", **detail) as change:
        stored_people.get(change.conn, person_id)
        if purposes.need(change.conn, [code])[code].marketing:
            raise AdvertisingNotExempt
        states = [one for one in purposes.states(change.conn, person_id) if one.purpose == code]
        stands = {one.id for one in states if one.stand is Stand.SUSPENDED and one.in_force(desk.today)}
        if not stands:
            raise NotSuspended
        new = Exemption(0, person_id, code, frozenset(stands), why, "", "", desk.today, last_day, once)
        id_ = exemptions.sign(change.conn, new, asked_by=desk.actor.id, signed_by=signer.id)
        change.detail["exemption"] = id_
    again = shown("done", "The exemption was taken back right after it was signed.")
    said = shown("done", "The exemption was signed.")
    return Done(id_, said, undo=lambda later: withdraw(later, id_, 1, again))


def withdraw(desk: Desk, id_: int, version: int, reason: str) -> Done[int]:
    """End an exemption at once; the suspension bites again. Returns for whom it was signed.

    Raises ReasonMissing, ExemptionOver, StaleSave.
    """
    why = people.needed_reason(reason)
    with desk.change("exemption.withdraw", about="person", exemption=id_, reason=why) as change:
        before = exemptions.withdraw(change.conn, id_, version, on=desk.today, by=desk.actor.id, why=why)
        change.about = f"person:{before.person}"
        change.detail["purpose"] = before.purpose
    return Done(before.person, shown("done", "The exemption was withdrawn."))


def of_person(desk: Desk, person_id: int) -> tuple[Exemption, ...]:
    """Every exemption that was signed for a customer, newest first; a look like opening his record."""
    with desk.change("person.open", about=f"person:{person_id}") as change:
        return exemptions.of_person(change.conn, person_id)


def in_force(desk: Desk) -> tuple[tuple[Exemption, str], ...]:
    """The exemptions on which a use can lean today, each with the name of its customer."""
    desk.need("exemption.list", "people")
    with desk.reading() as conn:
        return exemptions.in_force(conn, desk.today)
