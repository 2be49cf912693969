"""Purposes of use: how a customer stands to them, and whom a use may reach."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from privdesk.domain.errors import PurposeSuspended, StartsLater
from privdesk.domain.person import Origin, Source
from privdesk.domain.purpose import Purpose, PurposeState, Stand, blocked
from privdesk.domain.shown import shown
from privdesk.operations import people
from privdesk.operations.desk import Change, Desk
from privdesk.operations.done import Done
from privdesk.storage import people as stored_people
from privdesk.storage import purposes
from privdesk.storage.purposes import Recipient, Turn

_YES_AND_NO = frozenset({Stand.CONSENTED, Stand.OPTED_OUT})


@dataclass(frozen=True)
class MailingList:
    """Whom a mailing for a purpose reaches, and how many active customers it leaves out."""

    purpose: str
    recipients: tuple[Recipient, ...]
    left_out: int


def office(desk: Desk) -> Mapping[str, Purpose]:
    """The office's purposes of use by code, in the order of its policy."""
    with desk.reading() as conn:
        return purposes.office(conn)


def blocked_today(desk: Desk) -> Mapping[int, tuple[str, ...]]:
    """The purposes for which a customer's data may not be used today, by customer; a list, as the list of customers."""
    with desk.reading() as conn:
        return purposes.blocked_by_person(conn, purposes.office(conn), desk.today)


def states(desk: Desk, person_id: int) -> tuple[PurposeState, ...]:
    """How a customer stands, and stood, to the purposes; a look like opening his record."""
    with desk.change("person.open", about=f"person:{person_id}") as change:
        return purposes.states(change.conn, person_id)


def consent(desk: Desk, person_id: int, codes: Collection[str], source: Source = Source.SELF) -> Done[Turn]:
    """Note a consent; it ends an opt-out, never a suspension.

    Raises NoSuchPurpose, NoSuchPerson.
    """
    said = shown("done", "The consent was noted.")
    return _turn(
        desk, person_id, codes, Stand.CONSENTED, ends=_YES_AND_NO, origin=Origin(source, desk.today), said=said
    )


def opt_out(
    desk: Desk, person_id: int, codes: Collection[str], source: Source = Source.SELF, request: int | None = None
) -> Done[Turn]:
    """Note that a customer wants no more use for these purposes; needs neither papers nor a reason.

    Raises NoSuchPurpose, NoSuchPerson.
    """
    origin = Origin(source, desk.today, request=request)
    said = shown("done", "The opt-out was noted.")
    return _turn(desk, person_id, codes, Stand.OPTED_OUT, ends=_YES_AND_NO, origin=origin, said=said)


def suspend(
    desk: Desk,
    person_id: int,
    codes: Collection[str],
    *,
    ground: str,
    start: date | None = None,
    request: int | None = None,
) -> Done[Turn]:
    """Suspend the use of a customer's data for these purposes from `start` (today) until it is lifted (法35条).

    Raises NoSuchPurpose, NoSuchPerson, StartsLater.
    """
    begins = start or desk.today
    if begins > desk.today:
        raise StartsLater
    origin = Origin(Source.SELF, desk.today, request=request)
    said = shown("done", "The use was suspended.")
    return _turn(
        desk,
        person_id,
        codes,
        Stand.SUSPENDED,
        ends={Stand.SUSPENDED},
        origin=origin,
        said=said,
        start=begins,
        ground=ground,
    )


def lift(desk: Desk, person_id: int, codes: Collection[str], reason: str) -> Done[Turn]:
    """Lift the suspensions of these purposes; from today the data may be used again.

    Raises NoSuchPurpose, NoSuchPerson, ReasonMissing.
    """
    why = people.needed_reason(reason)
    about = f"person:{person_id}"
    with desk.change("person.purpose", about=about, purposes=sorted(codes), stand="lifted", reason=why) as change:
        _need(change, person_id, codes)
        done = purposes.end(change.conn, person_id, codes, {Stand.SUSPENDED}, desk.today - timedelta(days=1))
        people.renew(change.conn, [person_id])
    return Done(done, shown("done", "The suspension was lifted."), undo=lambda later: turn_back(later, person_id, done))


def turn_back(desk: Desk, person_id: int, done: Turn) -> Done[None]:
    """Take a decision on purposes back.

    Raises StaleSave if another one followed it.
    """
    with desk.change("person.purpose", about=f"person:{person_id}", undone=True) as change:
        purposes.turn_back(change.conn, done)
        people.renew(change.conn, [person_id])
    return Done(None, shown("done", "The purposes are as they were before."))


def use(desk: Desk, person_id: int, code: str) -> None:
    """Use a customer's data for a purpose; both the use and the refused attempt are in the log.

    Raises PurposeSuspended, NoSuchPurpose, NoSuchPerson.
    """
    with desk.change("person.use", about=f"person:{person_id}", purpose=code) as change:
        purpose = _need(change, person_id, [code])[code]
        stopped = blocked(purposes.states(change.conn, person_id), code, desk.today)
        change.detail["refused"] = stopped is not None
    if stopped is not None:
        raise PurposeSuspended(purpose=purpose.name.in_(desk.actor.language), since=stopped.start.isoformat())


def recipients(desk: Desk, code: str, *, consented: bool = False) -> MailingList:
    """The active customers whom a mailing for a purpose may reach; who suspended or opted out is left out, and counted.

    With `consented` only those whose consent is on record, as advertising by mail needs (特定電子メール法3条).
    Raises NoSuchPurpose.
    """
    with desk.change("people.mailing_list", about="people", purpose=code, consented=consented) as change:
        purposes.need(change.conn, [code])
        reached = purposes.recipients(change.conn, code, desk.today)
        found = tuple(one for one in reached if one.consented or not consented)
        left_out = purposes.left_out(change.conn, code, desk.today)
        change.detail |= {"people": len(found), "left_out": left_out}
    return MailingList(code, found, left_out)


def _turn(
    desk: Desk,
    person_id: int,
    codes: Collection[str],
    stand: Stand,
    *,
    ends: Collection[Stand],
    origin: Origin,
    said: str,
    start: date | None = None,
    ground: str = "",
) -> Done[Turn]:
    with desk.change(
        "person.purpose", about=f"person:{person_id}", purposes=sorted(codes), stand=stand, request=origin.request
    ) as change:
        _need(change, person_id, codes)
        done = purposes.turn(
            change.conn,
            person_id,
            codes,
            stand,
            ends=ends,
            start=start or desk.today,
            last=desk.today - timedelta(days=1),
            ground=ground,
            origin=origin,
        )
        people.renew(change.conn, [person_id])
    return Done(done, said, undo=lambda later: turn_back(later, person_id, done))


def _need(change: Change, person_id: int, codes: Collection[str]) -> dict[str, Purpose]:
    stored_people.get(change.conn, person_id)
    return purposes.need(change.conn, codes)
