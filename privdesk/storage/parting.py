"""Takes merged records apart again, as long as nobody has changed since what either brought along."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import sqlalchemy as sa

from privdesk.domain.errors import (
    MergedLater,
    MergeUsed,
    MergeUsedAddress,
    MergeUsedContact,
    MergeUsedLink,
    MergeUsedName,
    MergeUsedNumber,
    MergeUsedPurpose,
    NotMerged,
)
from privdesk.storage.merges import Rows, Two, bump, plain, row_of, seen
from privdesk.storage.tables import (
    METADATA,
    history,
    partner_transaction,
    person,
    person_address,
    person_contact,
    person_link,
    person_merge,
    person_name,
    person_number,
    person_purpose,
)
from privdesk.storage.transactions import BY_NUMBER

_AT_ONCE = 500
_USED: Mapping[sa.Table, type[MergeUsed]] = {
    person_name: MergeUsedName,
    person_address: MergeUsedAddress,
    person_contact: MergeUsedContact,
    person_number: MergeUsedNumber,
    person_purpose: MergeUsedPurpose,
    person_link: MergeUsedLink,
}


def take_apart(conn: sa.Connection, gone: int) -> Two:
    """Bring everything back to what it was before a merge; what came since stays with the record that was kept.

    What the history says of the merge goes: it would tell of somebody else. Returns both records. Raises NotMerged,
    MergedLater where another merge stands on this one, and one of MergeUsed where a row was changed since, so that
    nobody can say whose it is.
    """
    found = conn.execute(sa.select(person_merge).where(person_merge.c.other_id == gone)).first()
    if found is None:
        raise NotMerged
    two, note = Two(found.person_id, gone), found.note
    if row_of(conn, gone).merged_into != two.kept:
        raise MergedLater
    _need_unused(conn, two, note)
    _turn_back(conn, note["rows"])
    _move_back(conn, two, note["moved"])
    conn.execute(sa.delete(person_merge).where(person_merge.c.id == found.id))
    conn.execute(sa.delete(history).where(history.c.person_id == two.kept, history.c.at == found.at))
    conn.execute(sa.update(person).where(person.c.id == gone).values(merged_into=None))
    bump(conn, two)
    return two


def _need_unused(conn: sa.Connection, two: Two, note: Mapping[str, Any]) -> None:
    """Raise one of MergeUsed where what the merge moved or changed is not as the merge left it."""
    now = seen(conn, note["moved"])
    changed = {name for name, seen in note["seen"].items() if now.get(name) != seen}
    c = person_purpose.c
    later = sa.select(c.id).where(c.person_id == two.kept, c.id > note["purposes"]).limit(1)
    changed |= {person_purpose.name} if conn.execute(later).first() else set()
    for name, rows in note["rows"].items():
        changed |= {name} if any(_differs(conn, METADATA.tables[name], *one) for one in rows.items()) else set()
    for table, error in _USED.items():
        if table.name in changed:
            raise error
    if changed:
        raise MergeUsed


def _differs(conn: sa.Connection, table: sa.Table, id_: str, values: Mapping[str, Sequence[Any]]) -> bool:
    row = conn.execute(sa.select(table).where(table.c.id == int(id_))).first()
    return row is None or any(plain(getattr(row, name)) != after for name, (_, after) in values.items())


def _turn_back(conn: sa.Connection, rows: Rows) -> None:
    # two customer numbers that were exchanged are never one for a moment
    renumbered = [int(id_) for id_, values in rows.get("person", {}).items() if "number" in values]
    conn.execute(sa.update(person).where(person.c.id.in_(renumbered)).values(number=None))
    for name, changed in rows.items():
        table = METADATA.tables[name]
        for id_, values in changed.items():
            before = {column: _stored(table.c[column], old) for column, (old, _) in values.items()}
            conn.execute(sa.update(table).where(table.c.id == int(id_)).values(**before))


def _move_back(conn: sa.Connection, two: Two, moved: Mapping[str, Sequence[int]]) -> None:
    """What a human gave to somebody else meanwhile stays there."""
    for name, ids in moved.items():
        table_name, _, column_name = name.partition(".")
        table = METADATA.tables[table_name]
        column = table.c[column_name]
        for start in range(0, len(ids), _AT_ONCE):
            here = table.c.id.in_(ids[start : start + _AT_ONCE]), column == two.kept
            conn.execute(sa.update(table).where(*here).values({column_name: two.gone}))
    number = row_of(conn, two.gone).number
    c = partner_transaction.c
    since = c.person_id == two.kept, c.customer_number == (number or ""), c.matched_by == BY_NUMBER
    if number:  # came under its number since
        conn.execute(sa.update(partner_transaction).where(*since).values(person_id=two.gone))


def _stored(column: sa.Column[Any], value: Any) -> Any:  # noqa: ANN401
    return date.fromisoformat(value) if value and isinstance(column.type, sa.Date) else value
