"""Links of a customer: who acts for him, whom he acts for, who lives with him; ended rather than deleted."""

from datetime import date

from privdesk.domain.change import Change
from privdesk.domain.errors import EnteredBefore, LinkEndsEarly, LinkNameless, SameRecord
from privdesk.domain.formats.found import refuse_numbers
from privdesk.domain.link import MUTUAL, Link, NewLink
from privdesk.domain.person import Origin, Source
from privdesk.domain.shown import shown
from privdesk.operations.desk import Desk
from privdesk.operations.done import Done
from privdesk.storage import links, people
from privdesk.storage.links import Sides
from privdesk.storage.transaction import Connection


def of_person(desk: Desk, person_id: int) -> tuple[Link, ...]:
    """The links of a customer whose record was opened, as he sees them, those in force first."""
    desk.need("person.open", f"person:{person_id}")
    with desk.reading() as conn:
        return links.of_person(conn, person_id)


def add(desk: Desk, person_id: int, new: NewLink) -> Done[int]:
    """Link a customer to who acts for him, or belongs to him: another customer, or somebody who is told by name.

    Raises SameRecord, LinkNameless, LinkKnown, NoSuchPerson, NumberInText, SecurityCodeRefused.
    """
    with desk.change("person.link", about=f"person:{person_id}", link_kind=new.kind, entered=True) as change:
        refuse_numbers([new.name, new.note])
        if new.other == person_id:
            raise SameRecord
        if new.other is None and not new.name.strip():
            raise LinkNameless
        for one in filter(None, (person_id, new.other)):
            people.get(change.conn, one)
        id_ = links.add(change.conn, person_id, new, Origin(new.source, desk.today))
        tell(desk, change.conn, links.get(change.conn, id_), "", new.since.isoformat())
    return Done(id_, shown("done", "The link was entered."), undo=lambda later: remove(later, id_))


def remove(desk: Desk, id_: int) -> Done[None]:
    """Take back a link that was entered today.

    Raises LinkEnded where it is gone, EnteredBefore.
    """
    with desk.change("person.link", about="person", removed=True) as change:
        link = links.get(change.conn, id_)
        if link.entered != desk.today or link.until:
            raise EnteredBefore
        change.about = f"person:{link.person}"
        change.detail["link_kind"] = link.kind
        links.remove(change.conn, id_)
        tell(desk, change.conn, link, link.since.isoformat(), "")
    return Done(None, shown("done", "The link was taken out again."))


def end(desk: Desk, id_: int, until: date) -> Done[None]:
    """Give a link its last day; it stays on record.

    Raises LinkEnded, LinkEndsEarly.
    """
    with desk.change("person.link", about="person", link_ended=True) as change:
        link = links.get(change.conn, id_)
        if until < link.since:
            raise LinkEndsEarly
        change.about = f"person:{link.person}"
        change.detail["link_kind"] = link.kind
        links.end(change.conn, id_, until)
        tell(desk, change.conn, link, link.since.isoformat(), f"{link.since.isoformat()} – {until.isoformat()}")
    return Done(None, shown("done", "The link was ended."), undo=lambda later: go_on(later, id_, until))


def go_on(desk: Desk, id_: int, until: date) -> Done[None]:
    """Take back that a link ended on this day.

    Raises LinkEnded.
    """
    with desk.change("person.link", about="person", link_ended=False) as change:
        link = links.get(change.conn, id_)
        change.about = f"person:{link.person}"
        change.detail["link_kind"] = link.kind
        links.go_on(change.conn, id_, until)
        tell(desk, change.conn, link, f"{link.since.isoformat()} – {until.isoformat()}", link.since.isoformat())
    return Done(None, shown("done", "The link is in force again."))


def tell(desk: Desk, conn: Connection, link: Sides, old: str, new: str) -> None:
    """Write into the history of both sides from when to when a link holds; part of an act."""
    origin = Origin(Source.COUNTER, desk.today)
    told = [(link.person, f"link_{link.kind}")]
    if link.other:
        told.append((link.other, f"link_{link.kind}" + ("" if link.kind in MUTUAL else "_of")))
    for id_, field in told:
        people.record(conn, id_, [Change(field, old, new)], origin, user=desk.actor.id, now=desk.now)
