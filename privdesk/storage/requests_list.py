"""The list of requests: a page at a time by key, the counts of its tabs, what falls due on which day."""

from datetime import date
from typing import Any

import sqlalchemy as sa

from privdesk.domain.case import SORTS, STATES, RequestQuery, RequestRow, Tab
from privdesk.domain.errors import NoSuchRequest
from privdesk.domain.procedure import State, Step
from privdesk.domain.text import words
from privdesk.storage.tables import person_list, request, user

Key = tuple[Any, int]
_NAME = sa.func.coalesce(person_list.c.sort_name, request.c.person_name)
_KEYS: dict[str, sa.ColumnElement[Any]] = {
    "number": request.c.id,
    "kinds": request.c.kinds,
    "name": _NAME,
    "arrived": request.c.arrived,
    "due": request.c.due,
    # what nobody can sue for comes last
    "day14": sa.func.coalesce(request.c.day14, sa.literal(date.max), type_=sa.Date),
    "owner": sa.func.coalesce(user.c.name, ""),
    "state": request.c.state,
}
_FROM = request.outerjoin(person_list, person_list.c.person_id == request.c.person_id).outerjoin(
    user, user.c.id == request.c.owner_id
)


def page(
    conn: sa.Connection, query: RequestQuery, after: Key | None = None, size: int = 100
) -> tuple[tuple[RequestRow, ...], Key | None]:
    """The next `size` lines after the key `after`, and the key to go on from (None at the end)."""
    if query.sort not in SORTS:
        raise ValueError(query.sort)
    sort = _KEYS[query.sort]
    chosen = _lines(sort.label("sort")).where(*_conditions(query))
    if after is not None:
        place = sa.tuple_(sa.literal(after[0], sort.type), sa.literal(after[1]))
        here = sa.tuple_(sort, request.c.id)
        chosen = chosen.where(here < place if query.descending else here > place)
    order = (sort.desc(), request.c.id.desc()) if query.descending else (sort, request.c.id)
    found = conn.execute(chosen.order_by(*order).limit(size + 1)).all()
    last = found[size - 1] if len(found) > size else None
    return tuple(_row(row) for row in found[:size]), (last.sort, last.id) if last else None


def row(conn: sa.Connection, id_: int) -> RequestRow:
    """The line of one request that is there."""
    return _row(conn.execute(_lines().where(request.c.id == id_)).one())


def need(conn: sa.Connection, id_: int) -> None:
    """Raise NoSuchRequest unless the request is there."""
    if conn.execute(sa.select(request.c.id).where(request.c.id == id_)).first() is None:
        raise NoSuchRequest


def counts(conn: sa.Connection, query: RequestQuery) -> dict[Tab, int]:
    """How many lines each tab has under the query's other filters."""
    every = RequestQuery(None, query.text, query.kind, query.owner, query.person, query.due_by)
    grouped = sa.select(request.c.state, sa.func.count()).select_from(_FROM).where(*_conditions(every))
    found = {State(state): count for state, count in conn.execute(grouped.group_by(request.c.state))}
    return {tab: sum(found.get(state, 0) for state in states) for tab, states in STATES.items()}


def due_days(conn: sa.Connection, first: date, last: date) -> dict[date, int]:
    """How many open, running requests fall due on each day of a span; days without one are left out."""
    running = request.c.closed_on.is_(None), ~request.c.paused, request.c.due.between(first, last)
    grouped = sa.select(request.c.due, sa.func.count()).where(*running).group_by(request.c.due)
    return {row[0]: row[1] for row in conn.execute(grouped)}


def id_of(conn: sa.Connection, number: str) -> int | None:
    """The request with this number."""
    return conn.execute(sa.select(request.c.id).where(request.c.number == number)).scalar()


def _lines(*more: sa.ColumnElement[Any]) -> sa.Select[Any]:
    wanted = (
        *(request.c[name] for name in ("id", "number", "kinds", "person_id", "arrived", "due", "day14", "state")),
        *(request.c[name] for name in ("next_step", "paused", "version")),
        sa.func.coalesce(person_list.c.name, request.c.person_name).label("name"),
        sa.func.coalesce(user.c.name, "").label("owner"),
    )
    return sa.select(*wanted, *more).select_from(_FROM)


def _conditions(query: RequestQuery) -> list[sa.ColumnElement[bool]]:
    found = [
        sa.or_(
            request.c.folded.contains(word, autoescape=True), person_list.c.sort_name.contains(word, autoescape=True)
        )
        for word in words(query.text)
    ]
    if query.tab:
        found.append(request.c.state.in_(STATES[query.tab]))
    if query.kind:
        found.append((" " + request.c.kinds + " ").contains(f" {query.kind} "))
    if query.owner is not None:
        found.append(request.c.owner_id == query.owner)
    if query.person is not None:
        found.append(request.c.person_id == query.person)
    if query.due_by:
        found += [request.c.due <= query.due_by, request.c.closed_on.is_(None), ~request.c.paused]
    return found


def _row(row: sa.Row[Any]) -> RequestRow:
    return RequestRow(
        id=row.id,
        number=row.number,
        kinds=tuple(row.kinds.split()),
        person=row.person_id,
        name=row.name,
        arrived=row.arrived,
        due=row.due,
        day14=row.day14,
        owner=row.owner,
        state=State(row.state),
        next_step=Step(row.next_step) if row.next_step else None,
        paused=row.paused,
        version=row.version,
    )
