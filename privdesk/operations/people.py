"""Customers: find, open, enter, change, show a number, see who looked."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace

from privdesk.domain.batch import FieldWarning
from privdesk.domain.change import Change, changes
from privdesk.domain.errors import NameMissing, NumberTaken, PersonNeeded, ReasonMissing
from privdesk.domain.formats.found import refuse_numbers
from privdesk.domain.formats.whole import refuse_whole_numbers
from privdesk.domain.person import (
    NewNumber,
    NewPerson,
    NumberKind,
    Origin,
    Person,
    Profile,
    profile,
)
from privdesk.domain.purpose import Exemption, PurposeState
from privdesk.domain.record import HistoryLine, KeptLine, LetterLine, Look, RequestLine
from privdesk.domain.relationship import ensure_sound
from privdesk.domain.shown import shown
from privdesk.operations.desk import Desk
from privdesk.operations.done import Done
from privdesk.operations.entered import need_just_entered
from privdesk.operations.people_list import Page as Page
from privdesk.operations.people_list import count as count
from privdesk.operations.people_list import find_number as find_number
from privdesk.operations.people_list import page as page
from privdesk.operations.people_list import page_at as page_at
from privdesk.operations.people_list import place_of as place_of
from privdesk.operations.people_list import settled_search as settled_search
from privdesk.storage import (
    batches,
    exemptions,
    merged,
    numbers,
    people,
    people_line,
    people_removal,
    people_rows,
    person_history,
    purposes,
    records,
    retention,
    settings,
)
from privdesk.storage.people_entry import PeopleEntry
from privdesk.storage.transaction import Connection

# a reason shorter than this says nothing (security checklist: reveal with a reason)
REASON_LENGTH = 10
LOOKS = 200


@dataclass(frozen=True)
class Record:
    """What is held about one customer, of his numbers only the last digits; what is long is read apart."""

    person: Person
    purposes: tuple[PurposeState, ...]
    warnings: tuple[FieldWarning, ...]
    requests: tuple[RequestLine, ...]
    letters: tuple[LetterLine, ...]
    kept: tuple[KeptLine, ...]
    exemptions: tuple[Exemption, ...] = ()


def open_person(desk: Desk, id_: int) -> Record:
    """What is held about one customer; the look is in the log before anything is shown.

    The id of a record that was merged into another opens that one. Raises NoSuchPerson.
    """
    with desk.change("person.open", about=f"person:{id_}") as change:
        id_ = merged.kept_of(change.conn, id_)
        return Record(
            people.get(change.conn, id_),
            purposes.states(change.conn, id_),
            batches.warnings_of(change.conn, id_),
            records.requests_of(change.conn, id_),
            records.letters_of(change.conn, id_),
            records.kept(change.conn, id_),
            exemptions.of_person(change.conn, id_),
        )


def history(desk: Desk, id_: int) -> tuple[HistoryLine, ...]:
    """Every change of a customer's record, newest first; a look like opening it."""
    with desk.change("person.history", about=f"person:{id_}") as change:
        return person_history.of_person(change.conn, id_)


def who_looked(desk: Desk, id_: int) -> tuple[Look, ...]:
    """Who opened, changed or used a customer's record, the newest 200 first."""
    with desk.change("person.looks", about=f"person:{id_}") as change:
        return records.looks_at(change.conn, id_, most=LOOKS)


def add(desk: Desk, new: NewPerson) -> Done[int]:
    """Enter a customer.

    Raises what `enter` raises.
    """
    with desk.change("person.add", about="person") as change:
        id_ = enter(desk, change.conn, new, Origin(new.profile.source, desk.today))
        change.about = f"person:{id_}"
        change.detail["rows"] = people_removal.own_rows(change.conn, people_removal.one(id_))
    return Done(
        id_,
        shown("done", "{name} was entered."),
        {"name": new.profile.name},
        undo=lambda later: remove_entered(later, id_),
    )


def remove_entered(desk: Desk, id_: int) -> Done[None]:
    """Take back the entering of a customer by the actor today.

    Raises NoSuchPerson, EnteredBefore, and PersonNeeded if he was changed since or something else points at him.
    """
    with desk.change("person.remove", about=f"person:{id_}") as change:
        people.get(change.conn, id_)
        then = need_just_entered(desk, change.conn, id_, "person.add")
        need_unused(change.conn, id_, then["rows"])
        people_removal.remove(change.conn, people_removal.one(id_))
    return Done(None, shown("done", "The customer was taken out again."))


def edit(
    desk: Desk, id_: int, version: int, new: Profile, *, renamed: bool = True, again: bool = False
) -> Done[tuple[Change, ...]]:
    """Save what was typed over a record; the undo types the old values again.

    Of another name the old one becomes a former name, unless it was not `renamed`, merely written wrong before.
    Only what differs is looked at, its days not where they were held before and come `again`. Raises NameMissing,
    NumberTaken, NumberInText, SecurityCodeRefused, BirthAhead, EndBeforeStart, EndMissing, NoSuchPerson, StaleSave.
    """
    with desk.change("person.edit", about=f"person:{id_}") as change:
        need_sound(change.conn, new, id_)
        before = profile(people.get(change.conn, id_))
        differing = changes(before, new)
        refuse_numbers(one.new for one in differing)
        if not again:
            ensure_sound(new, {one.field for one in differing}, desk.today)
        origin, by = Origin(new.source, desk.today), desk.actor.id
        changed = people.change(change.conn, id_, version, new, origin, user=by, now=desk.now, renamed=renamed)
        renew(change.conn, [id_] if changed else [])
        change.detail["fields"] = [one.field for one in changed]
    back = replace(before, source=new.source)
    undo = (lambda later: edit(later, id_, version + 1, back, renamed=False, again=True)) if changed else None
    return Done(changed, shown("done", "The changes were saved."), undo=undo)


def add_number(desk: Desk, id_: int, new: NewNumber, origin: Origin, replaces: int | None = None) -> Done[int]:
    """Add a bank account, card or licence to a customer, of a card only what the office keeps.

    That of his numbers which it `replaces` is no longer in use from today. Raises NoSuchPerson.
    """
    with desk.change("person.number", about=f"person:{id_}", kind=new.kind) as change:
        in_use = {one.id for one in people.get(change.conn, id_).numbers if not one.until}
        if replaces in in_use:
            numbers.end(change.conn, replaces, desk.today)
            change.detail["replaced"] = replaces
        people_rows.insert_numbers(change.conn, desk.seal, id_, [kept(desk, new)], origin)
        number = numbers.newest(change.conn, id_)
        change.detail |= {"number": number, "entered": True}
        renew(change.conn, [id_])
    return Done(number, shown("done", "The number was added."), undo=lambda later: remove_number(later, number))


def remove_number(desk: Desk, number_id: int) -> Done[None]:
    """Take back the adding of a number by the actor today; one that it replaced is in use again.

    Raises NoSuchNumber, EnteredBefore.
    """
    with desk.change("person.number", about="person", number=number_id, removed=True) as change:
        holder = numbers.holder(change.conn, number_id)
        change.about = f"person:{holder}"
        then = need_just_entered(desk, change.conn, holder, "person.number", number=number_id, entered=True)
        numbers.remove(change.conn, number_id)
        if replaced := then.get("replaced"):
            numbers.end(change.conn, replaced, None)
        renew(change.conn, [holder])
    return Done(None, shown("done", "The number was taken out again."))


def end_number(desk: Desk, number_id: int, *, ended: bool = True) -> Done[None]:
    """Note that a number is no longer in use from today, or that it is after all.

    Raises NoSuchNumber.
    """
    with desk.change("person.number", about="person", number=number_id, ended=ended) as change:
        holder = numbers.holder(change.conn, number_id)
        change.about = f"person:{holder}"
        numbers.end(change.conn, number_id, desk.today if ended else None)
        renew(change.conn, [holder])
    said = shown("done", "The number is no longer in use.") if ended else shown("done", "The number is in use again.")
    return Done(None, said, undo=lambda later: end_number(later, number_id, ended=not ended))


def reveal(desk: Desk, number_id: int, reason: str) -> str:
    """The whole number; the look with its reason is in the log before it is returned.

    Raises ReasonMissing, NoSuchNumber, NumberDamaged, KeyNotHeld.
    """
    with desk.change("person.reveal", about="person", number=number_id, reason=needed_reason(reason)) as change:
        change.about = f"person:{numbers.holder(change.conn, number_id)}"
        return numbers.reveal(change.conn, desk.seal, number_id)


def copied(desk: Desk, number_id: int) -> None:
    """Log that a number which was shown goes to the clipboard.

    Raises NoSuchNumber.
    """
    with desk.change("person.copy", about="person", number=number_id) as change:
        change.about = f"person:{numbers.holder(change.conn, number_id)}"


def needed_reason(reason: str) -> str:
    """The reason without the space around it.

    Raises ReasonMissing if it has too few letters and digits, NumberInText or SecurityCodeRefused if it tells a number.
    """
    said = reason.strip()
    refuse_whole_numbers(said)
    if sum(map(str.isalnum, unicodedata.normalize("NFKC", said))) < REASON_LENGTH:
        raise ReasonMissing
    return said


def enter(desk: Desk, conn: Connection, new: NewPerson, origin: Origin) -> int:
    """Write one new customer with all that hangs on him; part of an act.

    Raises NameMissing, NumberTaken, NumberInText, SecurityCodeRefused, BirthAhead, EndBeforeStart, EndMissing.
    """
    need_sound(conn, new.profile, None)
    ensure_sound(new.profile, Profile.__dataclass_fields__, desk.today)
    refuse_numbers(new.profile)
    new = replace(new, numbers=tuple(kept(desk, number) for number in new.numbers))
    return PeopleEntry(conn, desk.seal, desk.office, origin, desk.now).add([new], [0])[0]


def renew(conn: Connection, ids: Iterable[int]) -> None:
    """Bring what is derived from customers' records up to date; the end of every act that changes them."""
    wanted = list(ids)
    people_line.renew(conn, wanted)
    retention.renew(conn, settings.office(conn), wanted)


def need_sound(conn: Connection, new: Profile, id_: int | None) -> None:
    """Raise NameMissing or NumberTaken for what a record cannot be without, or another one has."""
    if not new.name.strip():
        raise NameMissing
    if new.number and people.id_of_number(conn, new.number) not in (None, id_):
        raise NumberTaken(number=new.number)


def need_unused(conn: Connection, id_: int, rows: int) -> None:
    """Raise PersonNeeded if a customer was changed since his entering, or something else points at him."""
    who = people_removal.one(id_)
    changed = people_removal.edited(conn, who) or people_removal.own_rows(conn, who) != rows
    if changed or people_removal.needed_by(conn, who):
        raise PersonNeeded


def kept(desk: Desk, new: NewNumber) -> NewNumber:
    """The number as the office keeps it: of a card only the last digits, unless it has switched the whole on."""
    cut = new.kind is NumberKind.CARD and not desk.office.keeps_card_numbers
    return replace(new, full="") if cut else new
