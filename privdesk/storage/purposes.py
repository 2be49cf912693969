"""The office's purposes of use, and how each person stands to them."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa

from privdesk.domain.errors import NoSuchPurpose, StaleSave
from privdesk.domain.person import Origin, Source
from privdesk.domain.purpose import Purpose, Purposes, PurposeState, Stand, blocked
from privdesk.storage import bulk, policy
from privdesk.storage.retention_ends import End
from privdesk.storage.tables import exemption, person_purpose, request

# the stands that forbid a use, as the domain tells them
BLOCKING = tuple(stand for stand in Stand if blocked([PurposeState("", stand, date.min)], "", date.max))
_COLUMNS = (
    *("person_id", "purpose", "state", "start", "ground"),
    *("source", "source_on", "batch_id", "request_id"),
)
_p, _e = person_purpose.c, exemption.c


@dataclass(frozen=True)
class Turn:
    """What one decision did to a person's stands: the rows it began and those it ended; it can be taken back."""

    begun: tuple[int, ...]
    ended: tuple[int, ...]


def enter(conn: sa.Connection, purposes: Purposes) -> None:
    """Write the purposes of a new desk, in the order of its policy."""
    for code, one in purposes.purposes.items():
        policy.add(conn, one, code)


def office(conn: sa.Connection) -> dict[str, Purpose]:
    """The purposes that the office serves now, by code, in the order of its policy."""
    return {one.code: one.purpose for one in policy.kept(conn) if one.active}


def ever(conn: sa.Connection) -> dict[str, Purpose]:
    """Those that are switched off as well, for the words of what refers to them."""
    return {one.code: one.purpose for one in policy.kept(conn)}


def need(conn: sa.Connection, codes: Iterable[str]) -> dict[str, Purpose]:
    """The purposes of these codes.

    Raises NoSuchPurpose.
    """
    known = office(conn)
    wanted = list(codes)
    if not set(wanted) <= set(known):
        raise NoSuchPurpose
    return {code: known[code] for code in wanted}


def marketing(conn: sa.Connection) -> tuple[str, ...]:
    """The purposes that an opt-out from advertising ends."""
    return tuple(code for code, one in office(conn).items() if one.marketing)


def states(conn: sa.Connection, person_id: int) -> tuple[PurposeState, ...]:
    """How a person stands, and stood, to the purposes, in the order in which it was entered."""
    query = sa.select(person_purpose, request.c.number).join(request, _p.request_id == request.c.id, isouter=True)
    return tuple(
        PurposeState(row.purpose, Stand(row.state), row.start, row.until, row.ground, row.number, row.last_day, row.id)
        for row in conn.execute(query.where(_p.person_id == person_id).order_by(_p.id))
    )


def turn(
    conn: sa.Connection,
    person_id: int,
    codes: Collection[str],
    stand: Stand,
    *,
    ends: Collection[Stand],
    start: date,
    last: date,
    ground: str,
    origin: Origin,
    last_day: date | None = None,
) -> Turn:
    """Begin a stand for each purpose from `start`; open ones of the stands `ends` get `last` as their last day.

    `last_day` is the one that was agreed on for the new stand. A suspension ends only what lies wholly within it.
    """
    within = _within(start, last_day) if stand is Stand.SUSPENDED else ()
    ended = end(conn, person_id, codes, ends, last, *within)
    begun = []
    for code in codes:
        values = dict(zip(_COLUMNS, (*_stand(person_id, code, stand, start, ground), *_origin(origin)), strict=True))
        made = conn.execute(person_purpose.insert().values(**values, last_day=last_day)).inserted_primary_key
        begun.append(made.id if made else 0)
    return Turn(tuple(begun), ended.ended)


def end(
    conn: sa.Connection,
    person_id: int,
    codes: Collection[str],
    stands: Collection[Stand],
    last: date,
    *only: sa.ColumnElement[bool],
) -> Turn:
    """Give open states of these stands `last` as their last day; `only` those that meet further conditions."""
    chosen = _p.person_id == person_id, _p.purpose.in_(codes), _p.state.in_(stands), _p.until.is_(None)
    ids = tuple(conn.execute(sa.select(_p.id).where(*chosen, *only)).scalars())
    conn.execute(sa.update(person_purpose).where(_p.id.in_(ids)).values(until=last, version=_p.version + 1))
    return Turn((), ids)


def turn_back(conn: sa.Connection, done: Turn) -> None:
    """Take a decision back.

    Raises StaleSave if another one followed it; that its agreed last day went by is none.
    """
    untouched = sa.and_(_p.until.is_(None), _p.version == 1)
    lapsed = sa.and_(_p.until == _p.last_day, _p.version == 2)
    gone = conn.execute(sa.delete(person_purpose).where(_p.id.in_(done.begun), sa.or_(untouched, lapsed)))
    reopened = sa.update(person_purpose).where(_p.id.in_(done.ended), _p.until.is_not(None))
    back = conn.execute(reopened.values(until=None, version=_p.version - 1))
    if gone.rowcount != len(done.begun) or back.rowcount != len(done.ended):
        raise StaleSave


def has_lapsed(conn: sa.Connection, day: date) -> bool:
    """Whether the agreed last day of an open stand lies before `day`."""
    return conn.execute(sa.select(_p.id).where(*_lapsed(day)).limit(1)).first() is not None


def lapse(conn: sa.Connection, day: date) -> list[int]:
    """Give the open stands whose agreed last day lies before `day` that day as their end; whose they are."""
    found = list(conn.execute(sa.select(_p.person_id).where(*_lapsed(day)).distinct()).scalars())
    conn.execute(sa.update(person_purpose).where(*_lapsed(day)).values(until=_p.last_day, version=_p.version + 1))
    return found


def enter_wishes(
    conn: sa.Connection, wishes: Iterable[tuple[int, bool]], codes: Sequence[str], origin: Origin, consent: End
) -> None:
    """Write what new people said to advertising: opt-out or consent, which has this end, to each marketing purpose."""
    stands = {True: (Stand.CONSENTED, (consent.until, consent.rule)), False: (Stand.OPTED_OUT, (None, ""))}
    rows = (
        (*_stand(id_, code, stand, origin.on, ""), *_origin(origin), *kept)
        for id_, wanted in wishes
        for code in codes
        for stand, kept in [stands[wanted]]
    )
    bulk.insert(conn, person_purpose, (*_COLUMNS, "keep_until", "keep_rule"), rows)


def blocked_on(code: str, day: date) -> sa.Select[int]:
    """The people whose data may not be used for a purpose on a day."""
    return standing_on(code, day, BLOCKING)


def barred_on(code: str, day: date, leant_on: Collection[int] | None = None) -> sa.Select[int]:
    """As `blocked_on`, but for those whose suspensions an exemption in force covers.

    With `leant_on` only these exemptions count, whether or not they were spent; one that was withdrawn never does.
    """
    counts = exempting(day) if leant_on is None else (_e.id.in_(leant_on), _e.withdrawn_on.is_(None))
    signed = sa.exists().where(
        _e.person_id == _p.person_id,
        _e.purpose == _p.purpose,
        _e.stands.like(sa.literal("% ").concat(sa.cast(_p.id, sa.String)).concat(" %")),
        _p.state == Stand.SUSPENDED,
        *counts,
    )
    return blocked_on(code, day).where(~signed)


def exempting(day: date) -> tuple[sa.ColumnElement[bool], ...]:
    """The conditions on which an exemption is in force on a day."""
    spent = sa.and_(_e.once, _e.used_on.is_not(None))
    return _e.signed_on <= day, _e.last_day >= day, _e.withdrawn_on.is_(None), ~spent


def blocked_by_person(conn: sa.Connection, codes: Iterable[str], day: date) -> dict[int, tuple[str, ...]]:
    """Which of these purposes may not be served on `day`, for everybody who blocks one."""
    found: dict[int, tuple[str, ...]] = {}
    for code in codes:
        for row in conn.execute(blocked_on(code, day).distinct()):
            found[row.person_id] = (*found.get(row.person_id, ()), code)
    return found


def standing_on(code: str, day: date, stands: Collection[Stand]) -> sa.Select[int]:
    """The people who stand to a purpose in one of these ways on a day."""
    lasting = (sa.or_(last.is_(None), last >= day) for last in (_p.until, _p.last_day))
    return sa.select(_p.person_id).where(_p.purpose == code, _p.state.in_(stands), _p.start <= day, *lasting)


def _within(start: date, last_day: date | None) -> tuple[sa.ColumnElement[bool], ...]:
    """What begins no sooner and ends no later than these days; without a last day nothing ends later."""
    return _p.start >= start, *([_p.last_day <= last_day] if last_day else [])


def _lapsed(day: date) -> tuple[sa.ColumnElement[bool], ...]:
    return _p.last_day < day, _p.until.is_(None)


def _stand(id_: int, code: str, stand: Stand, start: date, ground: str) -> tuple[Any, ...]:
    return id_, code, stand, start, ground


def _origin(origin: Origin) -> tuple[Source, date, int | None, int | None]:
    return origin.source, origin.on, origin.batch, origin.request
