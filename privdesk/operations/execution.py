"""Carrying out what was decided: records are corrected, uses stopped; and taking that back while nobody was told."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from privdesk.domain.decision import Decision
from privdesk.domain.errors import ErasureNotYet, NothingToCarryOut, PersonMissing
from privdesk.domain.event import Changed, Executed, ExecutionUndone
from privdesk.domain.person import NewNumber, Origin, Source
from privdesk.domain.purpose import Stand
from privdesk.domain.request import Item
from privdesk.domain.shown import shown
from privdesk.operations import cases, corrections, people
from privdesk.operations.cases import Proceeding
from privdesk.operations.desk import Desk
from privdesk.operations.done import Done
from privdesk.operations.requests import NOT_OFFERED
from privdesk.operations.steps import taken_back
from privdesk.storage import people as stored
from privdesk.storage import purposes, requests
from privdesk.storage.purposes import Turn
from privdesk.storage.transaction import Connection

# the others stop what the law names: all that is kept, or all marketing
_CHOSEN = frozenset({Decision.SUSPENDED, Decision.DIFFERENT_MEASURE})
_YES_AND_NO = frozenset({Stand.CONSENTED, Stand.OPTED_OUT})


@dataclass(frozen=True)
class Preview:
    """What carrying out will do: fields side by side, purposes that it stops, kinds of numbers that must be typed.

    `may_choose` says that some of the purposes can be left out; the letter tells those that were stopped.
    `until` and `rule` say how long and why the data are kept all the same.
    """

    item: Item
    changes: tuple[Changed, ...]
    purposes: tuple[str, ...]
    may_choose: bool
    to_type: tuple[str, ...]
    until: date | None
    rule: str | None


def preview_execution(desk: Desk, id_: int, item: int) -> Preview:
    """What carrying out an item's decision will do; a look at the customer's record, and logged as one.

    Raises NothingToCarryOut, PersonMissing, ProposalMissing, ErasureNotYet.
    """
    with desk.change("person.open", about="person", request=id_, item=item) as change:
        request = requests.load(change.conn, id_).request
        asked = request.item(item)
        _ensure_possible(asked)
        if request.person is None:
            raise PersonMissing(item=item)
        change.about = f"person:{request.person}"
        person = stored.get(change.conn, request.person)
        corrected = asked.decision in corrections.DECISIONS
        return Preview(
            item=asked,
            changes=corrections.compared(asked, person) if corrected else (),
            purposes=() if corrected else _stopped(change.conn, asked),
            may_choose=asked.decision in _CHOSEN,
            to_type=corrections.to_type(asked) if corrected else (),
            until=asked.until,
            rule=asked.rule,
        )


def execute(
    desk: Desk,
    id_: int,
    version: int,
    item: int,
    typed: Sequence[NewNumber] = (),
    stopping: Sequence[str] | None = None,
) -> Done[int]:
    """Carry out the decision on an item: correct or delete fields and numbers, or stop the use for the purposes.

    `typed` are the new numbers of a correction, which stand nowhere before; `stopping` are those purposes of the
    preview whose use ends, all where None. Data that are kept are restricted: every
    purpose is suspended. Raises IdentityMissing, PersonMissing, ApprovalMissing, CarriedOut, NothingToCarryOut,
    NothingDiffers, NumberMissing, NameMissing, ErasureNotYet, KeyNotHeld.
    """
    with cases.changing(desk, "request.execute", id_, version, item=item) as case:
        case.ensure(Executed(item=item))
        asked = case.request.item(item)
        _ensure_possible(asked)
        corrected = asked.decision in corrections.DECISIONS
        done = corrections.correct(case, asked, typed) if corrected else _restrict(case, asked, stopping)
        case.change.detail |= {
            "person": case.request.person,
            "fields": [one.field for one in done.changes],
            "purposes": list(done.purposes),
        }
        case.enter(done)
    return Done(
        version + 1,
        shown("done", "Item {item} was carried out."),
        {"item": item},
        undo=lambda later: undo_execution(later, id_, version + 1, item, taken_back(later)),
    )


def undo_execution(desk: Desk, id_: int, version: int, item: int, reason: str) -> Done[int]:
    """Take back what was carried out, as long as the person was not told: the old values return, uses are lifted.

    Raises NotCarriedOut, CarriedOut, ReasonNeeded, and StaleSave where the record was changed once more since.
    """
    with cases.changing(desk, "request.execute", id_, version, item=item, undone=True) as case:
        undone = ExecutionUndone(item=item, reason=reason)
        case.ensure(undone)
        case.change.detail["person"] = case.request.person
        asked = case.request.item(item)
        done = asked.executed or Executed(item=item)
        if asked.decision in corrections.DECISIONS:
            corrections.undo(case, done)
        else:
            purposes.turn_back(case.conn, Turn(done.begun, done.ended))
            people.renew(case.conn, [case.request.person or 0])
        case.enter(undone)
    return Done(version + 1, shown("done", "What was done for item {item} was taken back."), {"item": item})


def _restrict(case: Proceeding, item: Item, stopping: Sequence[str] | None) -> Executed:
    """Stop the use for the item's purposes; that data no longer go to third parties is told by the event alone."""
    codes = _chosen(_stopped(case.conn, item), item, stopping)
    opted_out = item.decision is Decision.OPTED_OUT
    person = case.request.person or 0
    done = purposes.turn(
        case.conn,
        person,
        codes,
        Stand.OPTED_OUT if opted_out else Stand.SUSPENDED,
        ends=_YES_AND_NO if opted_out else {Stand.SUSPENDED},
        start=case.desk.today,
        last=case.desk.today - timedelta(days=1),
        ground=case.law.kinds[item.kind].article.ja,
        origin=Origin(Source.SELF, case.desk.today, request=case.docket.id),
    )
    people.renew(case.conn, [person])
    return Executed(item=item.number, purposes=codes, begun=done.begun, ended=done.ended)


def _stopped(conn: Connection, item: Item) -> tuple[str, ...]:
    """The purposes whose use ends: of what is kept every one, else those the item names, or every one if none."""
    if item.decision is Decision.PROVISION_STOPPED:
        return ()
    if item.decision is Decision.OPTED_OUT:
        return purposes.marketing(conn)
    return tuple(purposes.office(conn)) if item.decision is Decision.KEPT_UNTIL or not item.purposes else item.purposes


def _chosen(codes: tuple[str, ...], item: Item, stopping: Sequence[str] | None) -> tuple[str, ...]:
    """Of these purposes the ones that were chosen, at least one."""
    if stopping is None or item.decision not in _CHOSEN:
        return codes
    chosen = tuple(code for code in codes if code in stopping)
    if not chosen:
        raise NothingToCarryOut(item=item.number)
    return chosen


def _ensure_possible(item: Item) -> None:
    if item.decision is None or not item.decision.needs_execution:
        raise NothingToCarryOut(item=item.number)
    if item.decision in NOT_OFFERED:
        raise ErasureNotYet
