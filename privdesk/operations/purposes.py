"""Purposes of use: how a customer stands to them, and whether his data may be used for one."""

from collections.abc import Collection, Mapping
from datetime import date, timedelta

from privdesk.domain.errors import EndsTooEarly, PurposeSuspended
from privdesk.domain.formats.whole import refuse_whole_numbers
from privdesk.domain.person import Origin, Source
from privdesk.domain.purpose import Purpose, PurposeState, Stand, barred
from privdesk.domain.shown import shown
from privdesk.operations import people
from privdesk.operations.desk import Change, Desk
from privdesk.operations.done import Done
from privdesk.storage import attempts, exemptions, purposes
from privdesk.storage import people as stored_people
from privdesk.storage.purposes import Turn

_YES_AND_NO = frozenset({Stand.CONSENTED, Stand.OPTED_OUT})


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
    last_day: date | None = None,
    request: int | None = None,
) -> Done[Turn]:
    """Suspend the use of a customer's data for these purposes from `start` (today) until it is lifted (法35条).

    With `last_day` it ends by itself after that day. It takes the place of those that lie wholly within it; any other
    stands beside it, and each of them bites.
    Raises NoSuchPurpose, NoSuchPerson, EndsTooEarly, NumberInText, SecurityCodeRefused.
    """
    refuse_whole_numbers(ground)
    begins = start or desk.today
    if last_day and last_day < max(begins, desk.today):
        raise EndsTooEarly
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
        last_day=last_day,
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


def lapse(desk: Desk) -> int:
    """End the suspensions whose agreed last day is over, as they end by themselves; for how many customers.

    A use asks for the day all the same: this brings the marks of the list up to date, and needs nobody's decision.
    """
    with desk.reading() as conn:
        if not purposes.has_lapsed(conn, desk.today):
            return 0
    with desk.change("purposes.lapse", about="people") as change:
        ended = purposes.lapse(change.conn, desk.today)
        people.renew(change.conn, ended)
        change.detail["people"] = len(ended)
    return len(ended)


def use(desk: Desk, person_id: int, code: str) -> None:
    """Use a customer's data for a purpose; both the use and the refused attempt are in the log.

    An exemption in force lets the use pass, and one for a single use is spent by it.
    Raises PurposeSuspended, NoSuchPurpose, NoSuchPerson.
    """
    with desk.change("person.use", about=f"person:{person_id}", purpose=code) as change:
        purpose = _need(change, person_id, [code])[code]
        states, signed = purposes.states(change.conn, person_id), exemptions.of_person(change.conn, person_id)
        stopped = barred(states, signed, code, desk.today)
        change.detail["refused"] = stopped is not None
        if stopped:
            attempts.note(change.conn, at=desk.now, user_id=desk.actor.id, purpose=code, act="person.use", people=1)
        elif barred(states, (), code, desk.today):
            leaned_on = [one.id for one in signed if one.purpose == code and one.in_force(desk.today)]
            exemptions.spend(change.conn, leaned_on, desk.today)
            change.detail["exemption"] = leaned_on
    if stopped is not None:
        raise PurposeSuspended(
            purpose=purpose.name.in_(desk.actor.language), since=stopped.start.isoformat(), ground=_why(desk, stopped)
        )


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
    last_day: date | None = None,
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
            last_day=last_day,
        )
        people.renew(change.conn, [person_id])
    return Done(done, said, undo=lambda later: turn_back(later, person_id, done))


def _need(change: Change, person_id: int, codes: Collection[str]) -> dict[str, Purpose]:
    stored_people.get(change.conn, person_id)
    return purposes.need(change.conn, codes)


def _why(desk: Desk, state: PurposeState) -> str:
    """How it stands, the ground and the request behind it, in the actor's language."""
    stand = desk.reference.purposes.word(state.stand).in_(desk.actor.language)
    return " · ".join(filter(None, (stand, state.ground, state.request)))
