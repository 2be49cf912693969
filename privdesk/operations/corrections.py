"""What a correction or deletion does to a customer's record: fields and sealed numbers, old and new side by side."""

from collections.abc import Iterable, Sequence

from privdesk.domain.change import Change
from privdesk.domain.correction import NUMBERS, changed, ensure_proposed, put_back
from privdesk.domain.decision import Decision
from privdesk.domain.errors import NothingDiffers, NumberMissing, StaleSave
from privdesk.domain.event import Changed, Executed, Proposed
from privdesk.domain.particular import Number
from privdesk.domain.person import NewNumber, Origin, Person, Profile, Source, profile
from privdesk.domain.request import Item
from privdesk.operations import people
from privdesk.operations.cases import Proceeding
from privdesk.storage import numbers, people_rows
from privdesk.storage import people as stored

DECISIONS = frozenset({Decision.CORRECTED, Decision.DELETED})


def compared(item: Item, person: Person) -> tuple[Changed, ...]:
    """What the fields and numbers say now, and what they will say; a new number is not known before it is typed."""
    ensure_proposed(item.asked)
    _, fields = changed(profile(person), item.proposed, deleted=_is_deleted(item))
    return fields + tuple(Changed(field=one.field, old=_said(_held(one, person)), new="") for one in _numbers(item))


def to_type(item: Item) -> tuple[str, ...]:
    """The kinds of the numbers that must be typed when it is carried out."""
    return () if _is_deleted(item) else tuple(one.field for one in _numbers(item))


def correct(case: Proceeding, item: Item, typed: Sequence[NewNumber]) -> Executed:
    """Make the record say what was decided.

    Raises ProposalMissing, NumberMissing, NothingDiffers, NameMissing, KeyNotHeld.
    """
    ensure_proposed(item.asked)
    person = stored.get(case.conn, case.request.person or 0)
    new, fields = changed(profile(person), item.proposed, deleted=_is_deleted(item))
    _save(case, person, new)
    done = [_renumbered(case, item, one, person, typed) for one in _numbers(item)]
    changes = fields + tuple(change for one in done for change in one.changes)
    if not changes:
        raise NothingDiffers(item=item.number)
    people.renew(case.conn, [person.id])
    return Executed(
        item=item.number,
        changes=changes,
        begun=tuple(id_ for one in done for id_ in one.begun),
        ended=tuple(id_ for one in done for id_ in one.ended),
    )


def undo(case: Proceeding, done: Executed) -> None:
    """Let the record say again what it said before.

    Raises StaleSave where it was changed once more since.
    """
    person = stored.get(case.conn, case.request.person or 0)
    before = put_back(profile(person), done.changes)
    held = {number.id: number for number in person.numbers}
    if before is None or any(id_ not in held or held[id_].until for id_ in done.begun):
        raise StaleSave
    _save(case, person, before)
    for id_ in done.begun:
        numbers.remove(case.conn, id_)
    for id_ in done.ended:
        numbers.end(case.conn, id_, None)
    _record(case, person, (Changed(field=one.field, old=one.new, new=one.old) for one in done.changes))
    people.renew(case.conn, [person.id])


def _renumbered(
    case: Proceeding, item: Item, proposed: Proposed, person: Person, typed: Sequence[NewNumber]
) -> Executed:
    held = _held(proposed, person)
    new = [people.kept(case.desk, one) for one in typed if one.kind == proposed.field and not _is_deleted(item)]
    if len(new) != len({proposed.field} & set(to_type(item))):
        raise NumberMissing(item=item.number)
    begun = []
    for number in new:
        people_rows.insert_numbers(case.conn, case.desk.seal, person.id, [number], _origin(case))
        begun.append(numbers.newest(case.conn, person.id))
    for one in held:
        numbers.end(case.conn, one.id, case.desk.today)
    said = Changed(field=proposed.field, old=_said(held), new="、".join(f"…{one.last4}" for one in new))
    changes = (said,) if held or new else ()
    _record(case, person, changes)
    return Executed(item=item.number, changes=changes, begun=tuple(begun), ended=tuple(one.id for one in held))


def _save(case: Proceeding, person: Person, new: Profile) -> None:
    """What is corrected was wrong (法34条): an old name does not become a former one."""
    people.need_sound(case.conn, new, person.id)
    by, now = case.desk.actor.id, case.desk.now
    stored.change(case.conn, person.id, person.version, new, _origin(case), user=by, now=now, renamed=False)


def _record(case: Proceeding, person: Person, changes: Iterable[Changed]) -> None:
    """Numbers are rows of their own, so the history of the fields does not tell of them by itself."""
    lines = [Change(one.field, one.old, one.new) for one in changes if one.field in NUMBERS]
    stored.record(case.conn, person.id, lines, _origin(case), user=case.desk.actor.id, now=case.desk.now)


def _origin(case: Proceeding) -> Origin:
    return Origin(Source.SELF, case.desk.today, request=case.docket.id)


def _is_deleted(item: Item) -> bool:
    return item.decision is Decision.DELETED


def _numbers(item: Item) -> tuple[Proposed, ...]:
    return tuple(one for one in item.proposed if one.field in NUMBERS)


def _held(proposed: Proposed, person: Person) -> tuple[Number, ...]:
    """The numbers in use that are meant: those of the kind, or of them the one with these last digits."""
    return tuple(
        one
        for one in person.numbers
        if one.kind == proposed.field and not one.until and proposed.value in ("", one.last4)
    )


def _said(held: Iterable[Number]) -> str:
    return "、".join(f"…{one.last4}" for one in held)
