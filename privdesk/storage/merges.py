"""Merges one record into another: rows change their person, and a note knows what was before; `parting` undoes it.

What tells the past stays where it is and is read through (`merged.py`): the merged record's own row with its customer
number, its history, what was said of its resemblances. Letters keep their bytes.
"""

import hashlib
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple

import sqlalchemy as sa

from privdesk.domain.change import Change, written
from privdesk.domain.errors import StaleSave
from privdesk.domain.merge import FIELDS, joined_notes
from privdesk.domain.particular import AddressKind
from privdesk.domain.person import NameKind
from privdesk.storage.tables import (
    METADATA,
    history,
    person,
    person_address,
    person_contact,
    person_link,
    person_list,
    person_merge,
    person_name,
    person_number,
    person_purpose,
    person_resemblance,
    retention,
)

# what tells the past of a record, or is derived from it
STAYS = (
    *(person_list.c.person_id, retention.c.person_id, history.c.person_id),
    *(table.c[name] for table in (person_resemblance, person_merge) for name in ("person_id", "other_id")),
)
# where a change since the merge leaves nobody able to say whose the row is
OWN = (person_name, person_address, person_contact, person_number, person_purpose, person_link)
_DERIVED = {"person_id", "other_id", "keep_until", "keep_rule"}
Rows = dict[str, dict[str, dict[str, list[Any]]]]


class Two(NamedTuple):
    """The record that is kept, and the one that goes into it."""

    kept: int
    gone: int


@dataclass(frozen=True)
class Merged:
    """A record that went into another: its id, its customer number and name before, when and by whom."""

    id: int
    number: str
    name: str
    at: datetime
    user: int


@dataclass(frozen=True)
class _Work:
    """What is changed, kept so that it can be changed back."""

    conn: sa.Connection
    two: Two
    moved: dict[str, list[int]]
    rows: Rows

    def change(self, table: sa.Table, row: sa.Row[Any], **values: Any) -> None:  # noqa: ANN401
        """Change a row and note both values of each column."""
        note = self.rows.setdefault(table.name, {}).setdefault(str(row.id), {})
        for name, value in values.items():
            note[name] = [plain(getattr(row, name)), plain(value)]
        self.conn.execute(sa.update(table).where(table.c.id == row.id).values(**values))


def moving() -> tuple[sa.Column[Any], ...]:
    """The columns that point at a person and follow him into another record."""
    every = [key.parent for table in METADATA.tables.values() for key in table.foreign_keys]
    pointing = [column for column in every if next(iter(column.foreign_keys)).column.table is person]
    return tuple(column for column in pointing if column not in STAYS and not column.primary_key)


def merge(
    conn: sa.Connection,
    two: Two,
    versions: tuple[int, int],
    taken: Collection[str],
    *,
    user: int,
    now: datetime,
    today: date,
) -> tuple[Change, ...]:
    """Let one record go into another; of the fields `taken` its value counts. Returns what changed on the kept one.

    Raises StaleSave unless both records are of these `versions`, and of none that was merged before.
    """
    kept, gone = (row_of(conn, id_) for id_ in two)
    if (kept.version, gone.version) != versions or kept.merged_into or gone.merged_into or two.kept == two.gone:
        raise StaleSave
    work = _Work(conn, two, {}, {})
    changed = _scalars(work, kept, gone, taken)
    changed += _names(work, taken, today)
    _addresses(work, taken, today)
    _doubles(work, today)
    _move(work)
    last = conn.execute(sa.select(sa.func.max(person_purpose.c.id))).scalar() or 0
    note = {"moved": work.moved, "rows": work.rows, "seen": seen(conn, work.moved), "purposes": last}
    conn.execute(person_merge.insert().values(person_id=two.kept, other_id=two.gone, note=note, at=now, user_id=user))
    conn.execute(sa.update(person).where(person.c.id == two.gone).values(merged_into=two.kept))
    bump(conn, two)
    return changed


def of_person(conn: sa.Connection, person_id: int) -> tuple[Merged, ...]:
    """The records that were merged into this one, the newest first."""
    query = sa.select(person_merge, person.c.number).join(person, person.c.id == person_merge.c.other_id)
    query = query.where(person.c.merged_into == person_id).order_by(person_merge.c.id.desc())
    return tuple(
        Merged(row.other_id, _number_before(row), _name_before(conn, row), row.at, row.user_id)
        for row in conn.execute(query).all()
    )


def row_of(conn: sa.Connection, id_: int) -> sa.Row[Any]:
    """The row of a record itself; raises StaleSave where it is gone."""
    found = conn.execute(sa.select(person).where(person.c.id == id_)).first()
    if found is None:
        raise StaleSave
    return found


def _number_before(row: sa.Row[Any]) -> str:
    """The customer number of a merged record before, which the kept one may bear now."""
    changed = row.note["rows"].get("person", {}).get(str(row.other_id), {})
    return changed.get("number", [row.number])[0] or ""


def _name_before(conn: sa.Connection, row: sa.Row[Any]) -> str:
    """The name in use on a merged record before, which stands on the kept one now."""
    ids, changed = row.note["moved"].get(str(person_name.c.person_id), []), row.note["rows"].get(person_name.name, {})
    for name in conn.execute(sa.select(person_name).where(person_name.c.id.in_(ids)).order_by(person_name.c.id)):
        before = {column: values[0] for column, values in changed.get(str(name.id), {}).items()}
        if before.get("kind", name.kind) == NameKind.CURRENT and before.get("until", name.until) is None:
            return str(name.text)
    return ""


def _scalars(work: _Work, kept: sa.Row[Any], gone: sa.Row[Any], taken: Collection[str]) -> tuple[Change, ...]:
    """The fields of the record itself: what is taken, or is missing on the kept one, comes from the other."""
    wanted = {name for name in FIELDS if name in taken or getattr(kept, name) is None}
    values = {name: getattr(gone, name) for name in FIELDS if name in wanted and getattr(gone, name) is not None}
    if kept.status != gone.status:  # the day of leaving belongs to the status that stays
        values["left_on"] = (gone if "status" in taken else kept).left_on
    values["notes"] = joined_notes(kept.notes, gone.notes)
    values["existence_sensitive"] = kept.existence_sensitive or gone.existence_sensitive
    # data that are the office's own on one record are so on both
    values["entrusted"] = kept.entrusted and gone.entrusted
    values = {name: value for name, value in values.items() if value != getattr(kept, name)}
    if "number" in values:  # both stay findable, and nobody else gets either
        work.change(person, gone, number=None)
    if values:
        work.change(person, kept, **values)
    if "number" in values and kept.number:
        work.conn.execute(sa.update(person).where(person.c.id == gone.id).values(number=kept.number))
        work.rows["person"][str(gone.id)]["number"][1] = kept.number
    return tuple(Change(name, written(getattr(kept, name)), written(value)) for name, value in values.items())


def _names(work: _Work, taken: Collection[str], today: date) -> tuple[Change, ...]:
    """One name stays in use; another one becomes a former name."""
    mine, theirs = (_in_use(work.conn, person_name, id_, NameKind.CURRENT) for id_ in work.two)
    stays, goes = (theirs, mine) if "name" in taken and theirs else (mine, theirs)
    said = {(row.text, row.kana) for row in stays}
    for row in goes if stays else ():
        # the same name twice is one
        kind = NameKind.CURRENT if (row.text, row.kana) in said else NameKind.FORMER
        work.change(person_name, row, kind=kind, until=today)
    if stays is mine or not stays:
        return ()
    old = mine[0].text if mine else ""
    return (Change("name", old, stays[0].text),) if stays[0].text != old else ()


def _addresses(work: _Work, taken: Collection[str], today: date) -> None:
    """One home and one mailing address stay in use."""
    for kind, field in ((AddressKind.HOME, "address"), (AddressKind.MAILING, "mailing_address")):
        mine, theirs = (_in_use(work.conn, person_address, id_, kind) for id_ in work.two)
        stays, goes = (theirs, mine) if field in taken and theirs else (mine, theirs)
        for row in goes if stays else ():
            work.change(person_address, row, until=today)


def _doubles(work: _Work, today: date) -> None:
    """What both records have alike stays in use once."""
    for table, alike in ((person_contact, ("kind", "folded")), (person_number, ("kind", "issuer", "blind", "last4"))):
        mine, theirs = (_in_use(work.conn, table, id_) for id_ in work.two)
        known = {tuple(getattr(row, name) for name in alike) for row in mine}
        for row in theirs:
            if tuple(getattr(row, name) for name in alike) in known:
                work.change(table, row, until=today)


def _in_use(conn: sa.Connection, table: sa.Table, person_id: int, kind: str = "") -> Sequence[sa.Row[Any]]:
    chosen = [table.c.person_id == person_id, table.c.until.is_(None)]
    if kind:
        chosen.append(table.c.kind == kind)
    return conn.execute(sa.select(table).where(*chosen).order_by(table.c.id)).all()


def _move(work: _Work) -> None:
    """A link between both stays as it is: it says that they were two."""
    between = _between(work.two)
    for column in moving():
        table = column.table
        chosen = [column == work.two.gone, *([sa.not_(between)] if table is person_link else [])]
        ids = list(work.conn.execute(sa.select(table.c.id).where(*chosen).order_by(table.c.id)).scalars())
        if ids:
            work.moved[str(column)] = ids
            work.conn.execute(sa.update(table).where(*chosen).values({column.name: work.two.kept}))


def _between(two: Two) -> sa.ColumnElement[bool]:
    c = person_link.c
    return sa.and_(c.person_id.in_(two), sa.func.coalesce(c.other_id, 0).in_(two))


def seen(conn: sa.Connection, moved: Mapping[str, Sequence[int]]) -> dict[str, str]:
    """A digest of the moved rows of each of a person's own tables, to see later whether one was changed."""
    found = {}
    for table in OWN:
        ids = sorted({id_ for column in table.c for id_ in moved.get(str(column), ())})
        if ids:
            columns = [column for column in table.c if column.name not in _DERIVED]
            rows = conn.execute(sa.select(*columns).where(table.c.id.in_(ids)).order_by(table.c.id)).all()
            found[table.name] = hashlib.sha256(repr([tuple(map(plain, row)) for row in rows]).encode()).hexdigest()
    return found


def bump(conn: sa.Connection, ids: Iterable[int]) -> None:
    """Count up the versions of records, so that no save of what stood there before goes through."""
    conn.execute(sa.update(person).where(person.c.id.in_(list(ids))).values(version=person.c.version + 1))


def plain(value: object) -> Any:  # noqa: ANN401
    """A value as it can stand in JSON."""
    if isinstance(value, date):
        return value.isoformat()
    return value.hex() if isinstance(value, bytes) else value
