"""Keeps each customer's line of the list and his entry in the search index in step with what is held about him."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, NamedTuple

import sqlalchemy as sa

from privdesk.domain.person import ContactKind, NameKind, Status
from privdesk.domain.text import findable, folded
from privdesk.storage import bulk, retention, search
from privdesk.storage.people_rows import Reached
from privdesk.storage.purposes import BLOCKING
from privdesk.storage.retention_facts import among
from privdesk.storage.tables import (
    batch_problem,
    hold,
    person,
    person_address,
    person_contact,
    person_list,
    person_name,
    person_purpose,
    request,
    request_party,
)

_AT_ONCE = 500
_COLUMNS = (
    *("person_id", "number", "name", "kana", "stretch", "sort_name", "birth", "status", "suspended", "open_requests"),
    *("last_activity", "keep_until", "held", "warnings", "text"),
)


class Line(NamedTuple):
    """What the list shows of one customer, and the folded texts under which he is found."""

    id: int
    number: str
    name: str
    kana: str
    birth: date | None
    status: Status
    last_activity: date | None
    texts: tuple[str, ...]
    suspended: int = 0
    open_requests: int = 0
    keep_until: date | None = None
    held: int = 0
    warnings: int = 0


def enter(conn: sa.Connection, lines: Sequence[Line]) -> None:
    """Put customers on the list and into the index who are in neither yet."""
    names = [folded(line.kana or line.name) for line in lines]
    placed = list(zip(lines, names, map(search.stretch, names), strict=True))
    bulk.insert(conn, person_list, _COLUMNS, (_values(*one) for one in placed))
    search.add(conn, ((stretch, line.id, line.texts) for line, _, stretch in placed))


def renew(conn: sa.Connection, ids: Iterable[int]) -> None:
    """Write the lines and index entries of these customers anew from what is held about them."""
    wanted = list(ids)
    for start in range(0, len(wanted), _AT_ONCE):
        block = wanted[start : start + _AT_ONCE]
        forget(conn, block)
        enter(conn, _lines(conn, block))


def forget(conn: sa.Connection, ids: Sequence[int]) -> None:
    """Take customers off the list and out of the index."""
    if ids:
        search.forget(conn, [(row.stretch, row.person_id) for row in conn.execute(_STRETCHES, {"ids": ids})])
        conn.exec_driver_sql("DELETE FROM person_list WHERE person_id = ?", [(id_,) for id_ in ids])


def texts(
    number: str, names: Iterable[tuple[str, str]], addresses: Iterable[tuple[str, str]], reached: Iterable[Reached]
) -> tuple[str, ...]:
    """The folded texts under which a person is found; of names with their kana, of addresses with their postal code."""
    found = [*findable(number)]
    for name, kana in names:
        found += [*findable(name), *findable(kana)]
    for text, postal in addresses:
        found += [folded(text), *findable(postal)]
    for kind, value in reached:
        found += findable(value) if kind is ContactKind.PHONE else (folded(value),)
    return tuple(dict.fromkeys(found))


def _values(line: Line, sort_name: str, stretch: int) -> tuple[Any, ...]:
    return (
        *(line.id, line.number, line.name, line.kana, stretch, sort_name, line.birth),
        *(line.status, line.suspended, line.open_requests, line.last_activity, line.keep_until, line.held),
        *(line.warnings, "\n".join(line.texts)),
    )


def _lines(conn: sa.Connection, wanted: list[int]) -> list[Line]:
    facts = {row.id: row for row in conn.execute(_FACTS, {"ids": wanted})}
    current: dict[int, tuple[str, str]] = {}
    names: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for row in conn.execute(_NAMES, {"ids": wanted}):
        names[row.person_id].append((row.text, row.kana))
        if row.kind == NameKind.CURRENT and row.until is None:
            current[row.person_id] = row.text, row.kana
    addresses: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for row in conn.execute(_ADDRESSES, {"ids": wanted}):
        addresses[row.person_id].append((row.text, row.postal))
    reached: dict[int, list[Reached]] = defaultdict(list)
    for row in conn.execute(_CONTACTS, {"ids": wanted}):
        reached[row.person_id].append((ContactKind(row.kind), row.value))
    merged: dict[int, list[str]] = defaultdict(list)
    for row in conn.execute(_MERGED, {"ids": wanted}):
        merged[row.merged_into] += findable(row.number)
    return [
        Line(
            id_,
            row.number or "",
            *current.get(id_, ("", "")),
            row.birth,
            Status(row.status),
            row.last_activity,
            (*texts(row.number or "", names[id_], addresses[id_], reached[id_]), *merged[id_]),
            row.suspended,
            row.open_requests,
            row.keep_until,
            row.held,
            row.warnings,
        )
        for id_, row in facts.items()
    ]


def _of(table: sa.Table) -> sa.Select[Any]:
    return sa.select(table).where(among(table.c.person_id)).order_by(table.c.id)


def _facts() -> sa.Select[Any]:
    def counted(table: sa.Table, *conditions: sa.ColumnElement[bool]) -> sa.ScalarSelect[int]:
        chosen = sa.select(sa.func.count()).select_from(table).where(table.c.person_id == person.c.id, *conditions)
        return chosen.scalar_subquery()

    open_requests = (
        sa.select(sa.func.count(sa.distinct(request.c.id)))
        .select_from(request.join(request_party, request_party.c.request_id == request.c.id))
        .where(request_party.c.person_id == person.c.id, request_party.c.role == "person")
        .where(request.c.closed_on.is_(None))
        .scalar_subquery()
    )
    blocked = person_purpose.c.state.in_(BLOCKING)
    return sa.select(
        person.c.id,
        person.c.number,
        person.c.birth,
        person.c.status,
        person.c.last_activity,
        counted(person_purpose, blocked, person_purpose.c.until.is_(None)).label("suspended"),
        open_requests.label("open_requests"),
        retention.end_of(person.c.id).label("keep_until"),
        counted(hold, hold.c.lifted_on.is_(None)).label("held"),
        counted(batch_problem, batch_problem.c.mended_at.is_(None)).label("warnings"),
    ).where(among(person.c.id), person.c.merged_into.is_(None))


# built once: building a query takes longer than running it
_STRETCHES = sa.select(person_list.c.person_id, person_list.c.stretch).where(among(person_list.c.person_id))
_MERGED = sa.select(person.c.merged_into, person.c.number).where(
    among(person.c.merged_into), person.c.number.is_not(None)
)
_FACTS, _NAMES, _ADDRESSES, _CONTACTS = _facts(), _of(person_name), _of(person_address), _of(person_contact)
