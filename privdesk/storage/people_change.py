"""Changes the rows a person is made of: what stays keeps its origin, what ends keeps its day, what is new is added."""

from collections.abc import Callable, Iterable, Sequence, Set
from datetime import date
from typing import Any, TypeVar

import sqlalchemy as sa

from privdesk.domain.particular import AddressKind, Name
from privdesk.domain.person import ContactKind, NameKind, Origin, Person, Profile
from privdesk.storage import people_rows
from privdesk.storage.tables import person_address, person_contact, person_name

_Held = TypeVar("_Held", bound=Any)
_Wanted = TypeVar("_Wanted")


def names(conn: sa.Connection, before: Person, new: Profile, origin: Origin) -> None:
    """Let a person be called as `new` says; the name until now ends, as a former one if it is listed there."""
    wanted = people_rows.names(new)
    listed = {one[1:] for one in wanted if one[0] is NameKind.FORMER}
    held = {(one.text, one.kana): one.id for one in before.also_called(NameKind.FORMER)}
    lost = {name: id_ for name, id_ in held.items() if name not in listed}
    kept = held.keys() - lost.keys()
    kept |= _rename(conn, before, new, origin, listed - kept, lost)
    _remove(conn, list(lost.values()))
    aliases = [one for one in wanted if one[0] is NameKind.ALIAS]
    fresh = _replace(conn, person_name, before.also_called(NameKind.ALIAS), aliases, _called, origin.on)
    former = [one for one in wanted if one[0] is NameKind.FORMER and one[1:] not in kept]
    people_rows.insert_names(conn, before.id, new, origin, [*fresh, *former])


def addresses(conn: sa.Connection, before: Person, new: Profile, origin: Origin) -> None:
    """Let a person's addresses be those of `new`."""
    for kind in AddressKind:
        wanted = [one for one in people_rows.addresses(new) if one[0] is kind]
        held = before.addresses_in_use(kind)
        fresh = _replace(conn, person_address, held, wanted, lambda one: (one.kind, one.postal, one.text), origin.on)
        people_rows.insert_addresses(conn, before.id, new, origin, fresh)


def contacts(conn: sa.Connection, before: Person, new: Profile, origin: Origin) -> None:
    """Let a person be reached as `new` says."""
    for kind in ContactKind:
        wanted = [one for one in people_rows.contacts(new) if one[0] is kind]
        held = [one for one in before.contacts if one.kind is kind and not one.until]
        fresh = _replace(conn, person_contact, held, wanted, lambda one: (one.kind, one.value), origin.on)
        people_rows.insert_contacts(conn, before.id, new, origin, fresh)


def _rename(
    conn: sa.Connection,
    before: Person,
    new: Profile,
    origin: Origin,
    listed: Set[tuple[str, str]],
    lost: dict[tuple[str, str], int],
) -> set[tuple[str, str]]:
    """Change the name in use; returns what it was, if that is `listed` as a former name now.

    A former name that is `lost` because it is in use again, as by an undo, keeps its row and its origin.
    """
    name = new.name, new.kana
    held = next((one for one in before.names if one.kind is NameKind.CURRENT and not one.until), None)
    old = {(held.text, held.kana)} if held else set()
    if name in old:
        return set()
    was = old & listed
    if held:
        _end(conn, person_name, [held.id], origin.on, **({"kind": NameKind.FORMER} if was else {}))
    if again := lost.pop(name, None):
        _end(conn, person_name, [again], None, kind=NameKind.CURRENT)
    else:
        people_rows.insert_names(conn, before.id, new, origin, people_rows.names(new)[:1])
    return was


def _replace(
    conn: sa.Connection,
    table: sa.Table,
    held: Iterable[_Held],
    wanted: Sequence[_Wanted],
    said: Callable[[_Held], _Wanted],
    on: date,
) -> Sequence[_Wanted]:
    """End what is not wanted any more; returns what is to be written, from the first that would be out of order on."""
    kept: list[int] = []
    rest = iter(held)
    for one in wanted:
        same = next((each.id for each in rest if said(each) == one), None)
        if same is None:
            break
        kept.append(same)
    _end(conn, table, [one.id for one in held if one.id not in kept], on)
    return wanted[len(kept) :]


def _called(one: Name) -> people_rows.Called:
    return one.kind, one.text, one.kana


def _end(conn: sa.Connection, table: sa.Table, ids: Sequence[int], on: date | None, **more: str) -> None:
    if ids:
        conn.execute(sa.update(table).where(table.c.id.in_(ids)).values(until=on, **more))


def _remove(conn: sa.Connection, ids: Sequence[int]) -> None:
    """A former name that was taken out was none; the history tells of it."""
    if ids:
        conn.execute(sa.delete(person_name).where(person_name.c.id.in_(ids)))
