"""The office's profile and its partners."""

from dataclasses import fields, replace

from privdesk.domain.errors import NameMissing
from privdesk.domain.office import Office
from privdesk.domain.partner import Partner
from privdesk.domain.shown import shown
from privdesk.operations.desk import Desk
from privdesk.operations.done import Done
from privdesk.storage import partners as stored
from privdesk.storage import settings


def current(desk: Desk) -> Office:
    """The profile as it is saved now."""
    with desk.reading() as conn:
        return settings.office(conn)


def save(desk: Desk, new: Office) -> Done[Office]:
    """Save a changed profile; letters written from now on use it.

    Raises StaleSave if somebody saved in between.
    """
    with desk.change("office.change", about="office") as change:
        before = settings.office(change.conn)
        saved = settings.save_office(change.conn, new)
        names = [field.name for field in fields(Office) if field.name != "version"]
        change.detail["fields"] = [name for name in names if getattr(before, name) != getattr(saved, name)]
    desk.office = saved
    back = replace(before, version=saved.version)
    return Done(saved, shown("done", "The office's profile was saved."), undo=lambda later: save(later, back))


def partners(desk: Desk) -> tuple[Partner, ...]:
    """The companies that give us data, by name."""
    with desk.reading() as conn:
        return stored.everybody(conn)


def add_partner(desk: Desk, name: str) -> Done[int]:
    """Enter a company that gives us data; one that is here already, in whatever spelling, stays as it is.

    Raises NameMissing.
    """
    if not name.strip():
        raise NameMissing
    with desk.change("partner.add", about="partner") as change:
        known = stored.find(change.conn, name)
        entered = stored.find_or_add(change.conn, name.strip()) if known is None else known
        change.about = f"partner:{entered}"
    said = shown("done", "{name} is a partner now.") if known is None else shown("done", "{name} is a partner already.")
    return Done(entered, said, {"name": name.strip()})
