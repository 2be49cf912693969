"""Same person? What suggests it, and what a human decides: to link, to merge, or that they are two."""

from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from privdesk.domain.change import Change
from privdesk.domain.errors import SameRecord
from privdesk.domain.link import LinkKind, NewLink
from privdesk.domain.merge import FieldPair, pairs
from privdesk.domain.person import Origin, Person, Source
from privdesk.domain.resemblance import Alike, AlikePair, Decision, Said
from privdesk.domain.sameness import Verdict, weighed
from privdesk.domain.shown import shown
from privdesk.operations.desk import Change as Act
from privdesk.operations.desk import Desk
from privdesk.operations.done import Done
from privdesk.operations.links import tell
from privdesk.operations.people import needed_reason, renew
from privdesk.storage import audit, links, merges, parting, people, people_found, resemblances, sameness
from privdesk.storage.merges import Merged, Two
from privdesk.storage.transaction import Connection

Progress = Callable[[int, int], None]
# more suggestions for one record are of no use
_MOST = 10


@dataclass(frozen=True)
class Beside:
    """What stands beside an opened record: who may be the same, and what was merged into it."""

    alike: tuple[Alike, ...]
    merged: tuple[Merged, ...]


@dataclass(frozen=True)
class Comparison:
    """Two records field by field, with the grounds and what was decided on them before."""

    one: Person
    other: Person
    verdict: Verdict
    said: Said
    fields: tuple[FieldPair, ...]


def of_person(desk: Desk, person_id: int) -> Beside:
    """Who may be the same as a customer whose record was opened, without those whom a human decided on."""
    desk.need("person.open", f"person:{person_id}")
    with desk.reading() as conn:
        found = sameness.alike(conn, person_id, sameness.size(conn))
        settled = resemblances.settled(conn, person_id)
        wanted = [id_ for id_ in found if id_ not in settled][:_MOST]
        rows = {row.id: row for row in people_found.lines(conn, wanted)}
        alike = tuple(Alike(rows[id_], found[id_]) for id_ in wanted if id_ in rows)
        return Beside(alike, merges.of_person(conn, person_id))


def compare(desk: Desk, one: int, other: int) -> Comparison:
    """Both records beside each other; the look at each is in the log before anything is shown.

    Raises NoSuchPerson, SameRecord.
    """
    for id_, beside in ((one, other), (other, one)):
        with desk.change("person.open", about=f"person:{id_}", person=beside) as change:
            if one == other:
                raise SameRecord
            both = [people.get(change.conn, each) for each in (one, other)]
            known = sameness.portraits(change.conn, (one, other))
            said = resemblances.said(change.conn, resemblances.pair(one, other))
    return Comparison(both[0], both[1], weighed(known[one], known[other]), said, pairs(*both))


def link(desk: Desk, one: int, other: int) -> Done[int]:
    """Say that two records are one person's, and leave both as they are.

    Raises SameRecord, NoSuchPerson, LinkKnown.
    """
    with _deciding(desk, "person.same", one, other, Decision.LINKED) as change:
        new = NewLink(LinkKind.SAME, desk.today, other, source=Source.COUNTER)
        id_ = links.add(change.conn, one, new, Origin(Source.COUNTER, desk.today))
        tell(desk, change.conn, links.get(change.conn, id_), "", desk.today.isoformat())
    said = shown("done", "The two records were linked as one person's.")
    return Done(id_, said, undo=lambda later: open_again(later, one, other))


def tell_apart(desk: Desk, one: int, other: int, reason: str) -> Done[None]:
    """Say that two records are two people's; they are not suggested again.

    Raises SameRecord, NoSuchPerson, ReasonMissing, NumberInText, SecurityCodeRefused.
    """
    why = needed_reason(reason)
    with _deciding(desk, "person.same", one, other, Decision.DIFFERENT, why):
        pass
    said = shown("done", "The two records are noted as two people's.")
    return Done(None, said, undo=lambda later: open_again(later, one, other))


def open_again(desk: Desk, one: int, other: int) -> Done[None]:
    """Take back what was said of two records: they may be suggested again, and a link between them ends.

    Raises SameRecord, NoSuchPerson.
    """
    with _deciding(desk, "person.same", one, other, Decision.OPEN) as change:
        id_ = links.between(change.conn, one, other, LinkKind.SAME)
        if id_:
            tell(desk, change.conn, links.get(change.conn, id_), links.get(change.conn, id_).since.isoformat(), "")
            links.end(change.conn, id_, desk.today)
    return Done(None, shown("done", "What was said of the two records was taken back."))


def merge(desk: Desk, kept: int, gone: int, versions: tuple[int, int], taken: Collection[str]) -> Done[int]:
    """Let one record go into the other; of the fields `taken` its value counts, everything else stays beside it.

    Its id and its customer number lead to the kept record from now on. Letters stay as they were sent. It can be taken
    back until either is disposed of. Raises SameRecord, NoSuchPerson, StaleSave.
    """
    with _deciding(desk, "person.merge", kept, gone, Decision.MERGED) as change:
        change.detail["fields"] = sorted(taken)
        two = Two(kept, gone)
        number = people.get(change.conn, gone).number or "–"
        now = desk.now
        changed = merges.merge(change.conn, two, versions, taken, user=desk.actor.id, now=now, today=desk.today)
        _tell(desk, change.conn, kept, [Change("merged", "", number), *changed], now)
        renew(change.conn, two)
    said = shown("done", "The two records were merged into one.")
    return Done(kept, said, undo=lambda later: take_apart(later, gone))


def take_apart(desk: Desk, gone: int) -> Done[int]:
    """Take a merge back: both records are what they were; what came since stays with the one that was kept.

    The history of the kept one tells no more of it, because what it would tell is somebody else's. Raises NotMerged,
    MergedLater, and one of MergeUsed where nobody can say whose a later change is.
    """
    with desk.change("person.merge", about=f"person:{gone}", undone=True) as change:
        two = parting.take_apart(change.conn, gone)
        change.about = f"person:{two.kept}"
        change.detail["person"] = gone
        is_linked = links.between(change.conn, *two, LinkKind.SAME) is not None
        state = Said(Decision.LINKED if is_linked else Decision.OPEN, "", desk.now, desk.actor.id)
        resemblances.say(change.conn, resemblances.pair(*two), state, 0, desk.now)
        renew(change.conn, two)
    return Done(two.kept, shown("done", "The merge was taken back: both records are as they were."))


def look_through(desk: Desk, batch: int | None, progress: Progress) -> Done[int]:
    """Compare all records, or those of an import with all, and put on the worklist what may be one person's.

    `progress` (done, total) may raise Cancelled; nothing is changed then. Returns how many pairs wait.
    """
    with desk.change("people.compare", about=_looked_at(batch)) as change:
        found = sameness.pairs(change.conn, sameness.size(change.conn), progress, batch)
        weights = [(pair, verdict.weight) for pair, verdict in found]
        put = resemblances.add if batch else resemblances.replace_open
        count = put(change.conn, weights, desk.now)
        change.detail["hits"] = len(weights)
    said = shown("done", "All records were compared: {count} pairs may be one person's.")
    return Done(count, said, {"count": len(weights)})


def waiting(desk: Desk, batch: int | None = None, start: int = 0, size: int = 100) -> tuple[AlikePair, ...]:
    """Pairs that wait for somebody to decide, of one import or of all, the likeliest first."""
    desk.need("person.same", "people")
    with desk.reading() as conn:
        found = resemblances.waiting(conn, batch, start, size)
        ids = {id_ for pair in found for id_ in pair}
        rows = {row.id: row for row in people_found.lines(conn, ids)}
        known = sameness.portraits(conn, ids)
        return tuple(
            AlikePair(rows[one], rows[other], weighed(known[one], known[other]))
            for one, other in found
            if {one, other} <= rows.keys() & known.keys()
        )


def was_searched(desk: Desk, batch: int | None = None) -> bool:
    """Whether the records, or those of an import, were ever compared."""
    with desk.reading() as conn:
        return audit.when_last(conn, _looked_at(batch), ("people.compare",)) is not None


def count(desk: Desk, batch: int | None = None) -> int:
    """How many pairs wait, of one import or of all."""
    with desk.reading() as conn:
        return resemblances.count(conn, batch)


def _looked_at(batch: int | None) -> str:
    return "people" if batch is None else f"batch:{batch}"


@contextmanager
def _deciding(desk: Desk, act: str, one: int, other: int, state: Decision, reason: str = "") -> Iterator[Act]:
    """An act on two records that are there, which ends with what was said of them."""
    with desk.change(act, about=f"person:{one}", person=other, decided=state) as change:
        if one == other:
            raise SameRecord
        for id_ in (one, other):
            people.get(change.conn, id_)
        if reason:
            change.detail["reason"] = reason
        known = sameness.portraits(change.conn, (one, other))
        said = Said(state, reason, desk.now, desk.actor.id)
        weight = weighed(known[one], known[other]).weight
        resemblances.say(change.conn, resemblances.pair(one, other), said, weight, desk.now)
        yield change


def _tell(desk: Desk, conn: Connection, person_id: int, changed: Collection[Change], now: datetime) -> None:
    """What the history says of a merge; flags that nobody types have no line."""
    said = [one for one in changed if one.field not in ("entrusted", "existence_sensitive")]
    people.record(conn, person_id, said, Origin(Source.COUNTER, desk.today), user=desk.actor.id, now=now)
