"""The office's profile and its partners."""

from dataclasses import fields, replace

from privdesk.domain.errors import NameMissing, PartnerTaken
from privdesk.domain.formats.found import refuse_numbers
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


def partner(desk: Desk, id_: int) -> Partner:
    """What is known of one of them.

    Raises NoSuchPartner.
    """
    with desk.reading() as conn:
        return stored.get(conn, id_)


def add_partner(desk: Desk, new: Partner) -> Done[Partner]:
    """Enter a company that gives us data, whatever `id` and `version` say.

    Raises NameMissing, PartnerTaken.
    """
    _need_name(new)
    with desk.change("partner.add", about="partner") as change:
        if stored.find(change.conn, new.name) is not None:
            raise PartnerTaken
        id_ = stored.find_or_add(change.conn, new.name)
        entered = stored.save(change.conn, replace(new, id=id_, version=1))
        change.about = f"partner:{id_}"
    said = shown("done", "{name} is a partner now.")
    return Done(entered, said, {"name": new.name}, undo=lambda later: _remove_partner(later, entered))


def change_partner(desk: Desk, changed: Partner) -> Done[Partner]:
    """Save what is known of a partner.

    Raises NameMissing, PartnerTaken, NoSuchPartner, StaleSave.
    """
    _need_name(changed)
    with desk.change("partner.change", about=f"partner:{changed.id}") as change:
        before = stored.get(change.conn, changed.id)
        saved = stored.save(change.conn, changed)
        names = [field.name for field in fields(Partner) if field.name != "version"]
        change.detail["fields"] = [name for name in names if getattr(before, name) != getattr(saved, name)]
    back = replace(before, version=saved.version)
    said = shown("done", "What is known of {name} was saved.")
    return Done(saved, said, {"name": saved.name}, undo=lambda later: change_partner(later, back))


def _remove_partner(desk: Desk, entered: Partner) -> Done[None]:
    """Take an entered partner back; raises PartnerInUse."""
    with desk.change("partner.change", about=f"partner:{entered.id}", undone=True) as change:
        stored.remove(change.conn, entered.id)
    return Done(None, shown("done", "{name} is no partner any more."), {"name": entered.name})


def _need_name(one: Partner) -> None:
    if not one.name.strip():
        raise NameMissing
    refuse_numbers(one)
