"""Brings a restored desk to what a later state of the same desk says of suspensions and corrections.

Both are states of one desk, and ids are never given twice: a row of the later state is the same row in the older one,
or it came after. Only what protects people is taken over; a row that was taken back since stays as the backup has it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from privdesk.domain.change import Change
from privdesk.domain.correction import NUMBERS
from privdesk.domain.person import NewNumber, NumberKind, Origin, Person, Profile, Source, profile
from privdesk.domain.user import User
from privdesk.storage import audit, erasure, merged, numbers, people, people_rows
from privdesk.storage.audit import Head
from privdesk.storage.purposes import BLOCKING
from privdesk.storage.seal import Seal
from privdesk.storage.tables import (
    batch,
    exemption,
    history,
    letter,
    person,
    person_number,
    person_purpose,
    request,
    user,
)

_SOME = {"yield_per": 1000}
_LOST = {"people": person, "requests": request, "letters": letter}


@dataclass(frozen=True)
class State:
    """A state of the desk: its connection, and what opens its numbers."""

    conn: sa.Connection
    seal: Seal


@dataclass(frozen=True)
class Replayed:
    """How many stands to purposes and how many people's corrections were taken over, and whom that concerns.

    `lost` counts what the later state has and the backup has not, by noun; `left` names the logins that were closed
    since and are open again.
    """

    stands: int
    corrected: int
    people: frozenset[int]
    lost: Mapping[str, int]
    left: tuple[str, ...]


def is_later(newer: sa.Connection, end: Head) -> bool:
    """Whether the log of `newer` goes through the end of the backup's log."""
    return audit.hash_at(newer, end.seq) == end.hash


def replay(newer: State, restored: State, by: User, now: datetime) -> Replayed:
    """Take over what protects people, and the tombstones.

    The caller applies these, and renews what is derived from the people's records.
    """
    lost = {noun: _newer_rows(newer.conn, restored.conn, table) for noun, table in _LOST.items()}
    stands = _stands(newer.conn, restored.conn)
    _exemptions(newer.conn, restored.conn)
    corrected = _corrections(newer, restored, by, now)
    erasure.take_over(restored.conn, erasure.tombstones(newer.conn))
    return Replayed(
        stands=len(stands),
        corrected=len(corrected),
        people=frozenset(stands) | corrected,
        lost={noun: count for noun, count in lost.items() if count},
        left=_left(newer.conn, restored.conn),
    )


def _stands(newer: sa.Connection, restored: sa.Connection) -> list[int]:
    """The people for whom a stand was ended, or one was entered that forbids a use, once for each."""
    changed: list[int] = []
    for row, is_held in list(_other_stands(newer, restored)):
        if is_held:
            here = person_purpose.c.id == row["id"]
            values = {"until": row["until"], "version": row["version"]}
            restored.execute(sa.update(person_purpose).where(here).values(values))
            changed += restored.execute(sa.select(person_purpose.c.person_id).where(here)).scalars().all()
        elif row["state"] in BLOCKING and _holds(restored, person, row["person_id"]):
            # what the backup does not hold cannot be pointed at
            came = {"request_id": request, "batch_id": batch}
            known = {name: row[name] if _holds(restored, table, row[name]) else None for name, table in came.items()}
            changed += _entered(newer, restored, {**row, **known})
    return changed


def _entered(newer: sa.Connection, restored: sa.Connection, row: dict[str, Any]) -> list[int]:
    """Enter a stand for its person, and for each record that was merged into his since: it forbids a use of all."""
    his = newer.execute(merged.ids_of(row["person_id"])).scalars().all()
    people_ = dict.fromkeys(merged.kept_of(restored, id_) for id_ in his if _holds(restored, person, id_))
    for place, person_id in enumerate(people_):
        values = {name: value for name, value in row.items() if name != "id" or not place}
        restored.execute(person_purpose.insert().values(values | {"person_id": person_id}))
    return list(people_)


def _exemptions(newer: sa.Connection, restored: sa.Connection) -> None:
    """Take over which exemptions were used or withdrawn since; what was signed since is not in force any more."""
    over = sa.or_(exemption.c.used_on.is_not(None), exemption.c.withdrawn_on.is_not(None))
    for row in newer.execute(sa.select(exemption).where(over)).mappings():
        known = {"withdrawn_by": row["withdrawn_by"] if _holds(restored, user, row["withdrawn_by"]) else None}
        names = ("used_on", "withdrawn_on", "withdrawn_why", "version")
        one = sa.update(exemption).where(exemption.c.id == row["id"])
        restored.execute(one.values({name: row[name] for name in names} | known))


def _other_stands(newer: sa.Connection, restored: sa.Connection) -> Iterator[tuple[dict[str, Any], bool]]:
    """The later state's stands that end otherwise here, or are not here; both are walked side by side by their ids."""
    table = person_purpose
    older = iter(restored.execute(sa.select(table.c.id, table.c.until).order_by(table.c.id), execution_options=_SOME))
    here = next(older, None)
    for row in newer.execute(sa.select(table).order_by(table.c.id), execution_options=_SOME).mappings():
        while here and here.id < row["id"]:
            here = next(older, None)
        is_held = here is not None and here.id == row["id"]
        if not is_held or (here and here.until != row["until"]):
            yield dict(row), is_held


def _corrections(newer: State, restored: State, by: User, now: datetime) -> frozenset[int]:
    """The people whose records say now what was corrected at their request."""
    last = restored.conn.execute(sa.select(sa.func.max(history.c.id))).scalar() or 0
    query = sa.select(history).where(history.c.id > last, history.c.request_id.is_not(None)).order_by(history.c.id)
    fields: defaultdict[int, list[Change]] = defaultdict(list)
    for row in newer.conn.execute(query):
        if _holds(restored.conn, person, row.person_id):
            fields[merged.kept_of(restored.conn, row.person_id)].append(Change(row.field, row.old, row.new))
    for id_, changed in fields.items():
        origin = Origin(Source.SELF, now.date())
        later = people.get(newer.conn, merged.kept_of(newer.conn, id_))
        current = people.get(restored.conn, id_)
        wanted = _corrected(restored.conn, profile(current), replace(later, id=id_), {one.field for one in changed})
        people.change(restored.conn, id_, current.version, wanted, origin, user=by.id, now=now, renamed=False)
        renumbered = [one for one in changed if one.field in NUMBERS]
        _numbers(newer, restored, (later.id, current), {one.field for one in renumbered}, origin)
        people.record(restored.conn, id_, renumbered, origin, user=by.id, now=now)
    return frozenset(fields)


def _corrected(conn: sa.Connection, current: Profile, later: Person, fields: Iterable[str]) -> Profile:
    """The form with these fields as the later state has them; a customer number that is taken here stays."""
    wanted = profile(later)
    values = {name: getattr(wanted, name) for name in fields if name in Profile.__dataclass_fields__}
    if values.get("number") and people.id_of_number(conn, values["number"]) not in (None, later.id):
        del values["number"]
    return replace(current, **values)


def _numbers(newer: State, restored: State, whose: tuple[int, Person], kinds: set[str], origin: Origin) -> None:
    """Number by number: end those that were ended, enter those that were entered, sealed under this desk's ring."""
    later, current = whose
    held = {one.id for one in current.numbers}
    chosen = person_number.c.person_id == later, person_number.c.kind.in_(kinds)
    for row in newer.conn.execute(sa.select(person_number).where(*chosen)).mappings():
        if row["id"] in held:
            numbers.end(restored.conn, row["id"], row["until"])
        elif row["until"] is None and not _holds(restored.conn, person_number, row["id"]):
            full = newer.seal.open(row["sealed"], numbers.bound(dict(row))) if row["sealed"] else ""
            kind = NumberKind(row["kind"])
            new = NewNumber(kind, row["issuer"], row["detail"], row["last4"], full, row["sound"])
            people_rows.insert_numbers(restored.conn, restored.seal, current.id, [new], origin)


def _left(newer: sa.Connection, restored: sa.Connection) -> tuple[str, ...]:
    here = set(restored.execute(sa.select(user.c.id).where(user.c.active)).scalars())
    gone = newer.execute(sa.select(user.c.id, user.c.login).where(sa.not_(user.c.active)).order_by(user.c.id))
    return tuple(row.login for row in gone if row.id in here)


def _newer_rows(newer: sa.Connection, restored: sa.Connection, table: sa.Table) -> int:
    last = restored.execute(sa.select(sa.func.max(table.c.id))).scalar() or 0
    return newer.execute(sa.select(sa.func.count()).select_from(table).where(table.c.id > last)).scalar_one()


def _holds(conn: sa.Connection, table: sa.Table, id_: int | None) -> bool:
    return conn.execute(sa.select(table.c.id).where(table.c.id == id_)).first() is not None
