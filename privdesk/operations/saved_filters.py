"""Saved filters of the list of customers: save, share, rename, delete, open."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from privdesk.domain.errors import FilterNameTaken, FilterUnnamed, NotYourFilter
from privdesk.domain.formats.whole import refuse_whole_numbers
from privdesk.domain.person import PeopleQuery
from privdesk.domain.saved_filter import SavedFilter
from privdesk.domain.shown import shown
from privdesk.domain.text import folded
from privdesk.domain.user import Role
from privdesk.operations import search
from privdesk.operations.desk import Change, Desk
from privdesk.operations.done import Done
from privdesk.storage import partners, purposes
from privdesk.storage import saved_filters as stored
from privdesk.storage.transaction import Connection


@dataclass(frozen=True)
class Opened:
    """What a saved filter asks for today; `gone` names the fields that had to be left out."""

    query: PeopleQuery
    gone: tuple[str, ...] = ()


def offered(desk: Desk) -> tuple[SavedFilter, ...]:
    """The actor's own filters and shared ones, by name; who may open no customer sees nobody else's search text."""
    with desk.reading() as conn:
        return tuple(_as_seen(desk, one) for one in stored.offered(conn, desk.actor.id))


def opened(desk: Desk, id_: int) -> Opened:
    """What a filter asks for; a purpose or partner that is gone by now is left out, and said.

    Raises FilterGone.
    """
    with desk.reading() as conn:
        query = _as_seen(desk, stored.get(conn, id_)).query
        gone = tuple(name for name, is_there in _REFERRING.items() if not is_there(conn, query))
    left_out: dict[str, object] = {name: getattr(PeopleQuery(), name) for name in gone}
    return Opened(replace(query, **left_out), gone)  # type: ignore[arg-type]


def save(desk: Desk, name: str, query: PeopleQuery, *, shared: bool = False) -> Done[SavedFilter]:
    """Save what is asked for under a name, for the actor alone or shared with the office.

    Raises FilterUnnamed, FilterNameTaken, NumberInText, SecurityCodeRefused.
    """
    new = SavedFilter(0, name.strip(), query, shared, desk.actor.id)
    with desk.change("filter.save", about="filter", fields=search.asked(query), shared=shared) as change:
        _need_sound(desk, change, new)
        made = stored.add(change.conn, new)
        change.about = f"filter:{made.id}"
    said = shown("done", "The filter “{name}” was saved.")
    return Done(made, said, {"name": made.name}, undo=lambda later: remove(later, made.id))


def edit(desk: Desk, changed: SavedFilter) -> Done[SavedFilter]:
    """Rename a filter, share it, or let it ask for something else.

    Raises FilterUnnamed, FilterNameTaken, NumberInText, SecurityCodeRefused, FilterGone, NotYourFilter, StaleSave.
    """
    about, asked = f"filter:{changed.id}", search.asked(changed.query)
    with desk.change("filter.change", about=about, fields=asked, shared=changed.shared) as change:
        before = _need_own(desk, change, changed.id)
        new = replace(changed, name=changed.name.strip(), owner=before.owner)
        _need_sound(desk, change, new)
        saved = stored.save(change.conn, new)
    back = replace(before, version=saved.version)
    said = shown("done", "The filter “{name}” was changed.")
    return Done(saved, said, {"name": saved.name}, undo=lambda later: edit(later, back))


def remove(desk: Desk, id_: int) -> Done[None]:
    """Delete a filter; the customers whom it finds stay as they are.

    Raises FilterGone, NotYourFilter.
    """
    with desk.change("filter.remove", about=f"filter:{id_}") as change:
        gone = _need_own(desk, change, id_)
        stored.remove(change.conn, id_)
    said = shown("done", "The filter “{name}” was deleted.")
    return Done(None, said, {"name": gone.name}, undo=lambda later: _put_back(later, gone))


def _put_back(desk: Desk, gone: SavedFilter) -> Done[SavedFilter]:
    with desk.change("filter.save", about="filter", undone=True) as change:
        _need_sound(desk, change, gone)
        made = stored.add(change.conn, gone)
        change.about = f"filter:{made.id}"
    said = shown("done", "The filter “{name}” is there again.")
    return Done(made, said, {"name": made.name}, undo=lambda later: remove(later, made.id))


def _as_seen(desk: Desk, one: SavedFilter) -> SavedFilter:
    hides = search.by_shown(desk) and one.owner != desk.actor.id
    return replace(one, query=replace(one.query, text="")) if hides else one


def _need_own(desk: Desk, change: Change, id_: int) -> SavedFilter:
    """The filter, if the actor may change it: his own, and a manager a shared one."""
    found = stored.get(change.conn, id_)
    if found.owner != desk.actor.id and not (found.shared and desk.actor.role is Role.MANAGER):
        raise NotYourFilter
    return found


def _need_sound(desk: Desk, change: Change, new: SavedFilter) -> None:
    if not new.name:
        raise FilterUnnamed
    for typed in (new.name, new.query.text):
        refuse_whole_numbers(typed)
    others = (one for one in stored.offered(change.conn, desk.actor.id) if one.id != new.id)
    if any(folded(one.name) == folded(new.name) for one in others):
        raise FilterNameTaken(name=new.name)


def _has_partner(conn: Connection, query: PeopleQuery) -> bool:
    return query.partner is None or any(one.id == query.partner for one in partners.everybody(conn))


_REFERRING: dict[str, Callable[[Connection, PeopleQuery], bool]] = {
    "blocked_for": lambda conn, query: query.blocked_for in ("", *purposes.office(conn)),
    "consented_to": lambda conn, query: query.consented_to in ("", *purposes.office(conn)),
    "partner": _has_partner,
}
