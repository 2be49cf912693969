"""What a clerk changes about a request: whom it is about, what it asks, who has it, its clock and its end."""

from datetime import date

from privdesk.domain import event as ev
from privdesk.domain.event import Outcome, Wait
from privdesk.domain.formats.found import refuse_numbers
from privdesk.domain.law import Requester
from privdesk.domain.party import Party, differing, elsewhere
from privdesk.domain.shown import shown
from privdesk.operations import cases
from privdesk.operations.desk import Desk
from privdesk.operations.done import Done
from privdesk.operations.requests import enter, need_sound_items
from privdesk.storage import people, requests

# what the log of a case says where the way back needs a reason
_TAKEN_BACK = {"ja": "操作の取消し", "en": "Taken back"}


def taken_back(desk: Desk) -> str:
    """The reason that an undo gives, in the actor's language."""
    return _TAKEN_BACK[desk.actor.language]


def link_person(
    desk: Desk, id_: int, version: int, person: int | None, requester: Requester | None = None
) -> Done[int]:
    """Say which customer it is about, or that none is known; `requester` corrects in what right is asked.

    Another customer or another right needs another check of identity. Raises NoSuchPerson, ItemDecided.
    """
    with cases.changing(desk, "request.event", id_, version, person=person) as case:
        if person is not None:
            people.get(case.conn, person)
        before = case.request
        case.enter(ev.PersonLinked(person=person, requester=requester))
    return Done(
        version + 1,
        shown("done", "The customer was linked.") if person else shown("done", "The link to the customer was removed."),
        undo=lambda later: link_person(later, id_, version + 1, before.person, before.requester),
    )


def change_items(desk: Desk, id_: int, version: int, items: tuple[ev.Asked, ...]) -> Done[int]:
    """Say anew what is asked; a number stays with its item, and a decided item stays as it is.

    Raises ItemsMissing, ItemDecided, NoSuchPurpose, FieldNotCorrectable, NameMissing, BadDate.
    """
    with cases.changing(desk, "request.items", id_, version) as case:
        need_sound_items(case.conn, items)
        before = tuple(item.asked for item in case.request.items)
        case.enter(ev.ItemsChanged(items=items))
    undo = (lambda later: change_items(later, id_, version + 1, before)) if before else None
    return Done(version + 1, shown("done", "What is asked was changed."), undo=undo)


def change_parties(desk: Desk, id_: int, version: int, parties: tuple[Party, ...]) -> Done[int]:
    """Correct how requester, person and recipient are named; the link to the customer stays.

    What was shown by those who were named before counts no longer: identity is to be checked again.
    Raises RequestEnded, NumberInText, SecurityCodeRefused.
    """
    with cases.changing(desk, "request.items", id_, version) as case:
        before = requests.parties(case.conn, id_)
        changed = differing(before, parties)
        refuse_numbers(parties)
        requests.set_parties(case.conn, id_, parties)
        case.enter(ev.PartiesChanged(parties=changed, elsewhere=elsewhere(parties)))
        case.change.detail["parties"] = changed
    return Done(
        version + 1,
        shown("done", "The parties were changed."),
        undo=lambda later: change_parties(later, id_, version + 1, before),
    )


def set_owner(desk: Desk, id_: int, version: int, owner: int | None) -> Done[int]:
    """Hand the request to a colleague, or to nobody."""
    with cases.changing(desk, "request.owner", id_, version, owner=owner) as case:
        requests.set_owner(case.conn, id_, version, owner)
        before = case.docket.owner
    return Done(
        version + 1,
        shown("done", "The request was handed over."),
        undo=lambda later: set_owner(later, id_, version + 1, before),
    )


def set_notes(desk: Desk, id_: int, version: int, notes: str) -> Done[int]:
    """Rewrite the notes on the case; a note that stays as it is goes into the timeline (`note`).

    Raises NumberInText, SecurityCodeRefused.
    """
    refuse_numbers(notes)
    with cases.changing(desk, "request.event", id_, version, field="notes") as case:
        requests.set_notes(case.conn, id_, version, notes)
        before = case.docket.notes
    return Done(
        version + 1,
        shown("done", "The notes were saved."),
        undo=lambda later: set_notes(later, id_, version + 1, before),
    )


def note(desk: Desk, id_: int, version: int, text: str) -> Done[int]:
    """Leave a word for colleagues in the timeline."""
    return enter(desk, id_, version, ev.Note(text=text))


def pause(desk: Desk, id_: int, version: int, wait: Wait, on: date | None = None) -> Done[int]:
    """Stop the policy deadline, because the office waits for the requester; day 14 runs on.

    Raises AlreadyWaiting, PapersNotAsked, FeeForbidden (法38条).
    """
    enter(desk, id_, version, ev.Paused(wait=wait), on)
    return Done(
        version + 1,
        shown("done", "The deadline stands still."),
        undo=lambda later: resume(later, id_, version + 1, wait, on),
    )


def resume(desk: Desk, id_: int, version: int, wait: Wait, on: date | None = None) -> Done[int]:
    """Let the policy deadline run again, because what was waited for came on the day `on`.

    Raises NotWaiting.
    """
    enter(desk, id_, version, ev.Resumed(wait=wait), on)
    return Done(version + 1, shown("done", "The deadline runs again."))


def extend(desk: Desk, id_: int, version: int, until: date, reason: str) -> Done[int]:
    """Move the policy deadline; the requester is told the reason.

    Raises ReasonNeeded, ExtensionNotLater, ExtensionTooLong.
    """
    enter(desk, id_, version, ev.Extended(until=until, reason=reason))
    return Done(version + 1, shown("done", "The deadline was extended."))


def withdraw(desk: Desk, id_: int, version: int, reason: str) -> Done[int]:
    """Note that the requester no longer asks.

    Raises ReasonNeeded.
    """
    enter(desk, id_, version, ev.Withdrawn(reason=reason))
    return Done(
        version + 1,
        shown("done", "The request was withdrawn."),
        undo=lambda later: reopen(later, id_, version + 1, taken_back(later)),
    )


def close(
    desk: Desk, id_: int, version: int, outcome: Outcome = Outcome.ANSWERED, reason: str = "", into: str = ""
) -> Done[int]:
    """End the case; an answered one only when every item is decided, approved, carried out and told.

    Raises ItemOpen, ApprovalMissing, NotCarriedOut, AnswerNotSent and others of the procedure.
    """
    enter(desk, id_, version, ev.Closed(outcome=outcome, reason=reason, into=into))
    return Done(
        version + 1,
        shown("done", "The request was closed."),
        undo=lambda later: reopen(later, id_, version + 1, taken_back(later)),
    )


def reopen(desk: Desk, id_: int, version: int, reason: str) -> Done[int]:
    """Go on with an ended case.

    Raises RequestOpen, ReasonNeeded.
    """
    enter(desk, id_, version, ev.Reopened(reason=reason))
    return Done(version + 1, shown("done", "The request was reopened."))
