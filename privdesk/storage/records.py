"""What hangs on a person in other rooms of the file, in lines for his record."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

import sqlalchemy as sa

from privdesk.domain.log_words import detail_of
from privdesk.domain.office import ZONE
from privdesk.domain.record import KeptLine, LetterLine, Look, RequestLine, Sum, TransactionLine
from privdesk.storage import log_names
from privdesk.storage.tables import (
    audit,
    batch,
    letter,
    partner,
    partner_transaction,
    request,
    request_party,
    retention,
    user,
)

# where a page of transactions ended: its last day and id
TransactionKey = tuple[date, int]
_AGAIN = "look.again"
_t = partner_transaction.c
_TRANSACTIONS = (
    sa.select(
        partner_transaction,
        partner.c.name.label("partner"),
        batch.c.file_name,
        batch.c.at,
        user.c.name.label("taken_by"),
    )
    .join(partner, partner.c.id == _t.partner_id)
    .outerjoin(batch, batch.c.id == _t.batch_id)
    .outerjoin(user, user.c.id == batch.c.user_id)
)


def requests_of(conn: sa.Connection, person_id: int) -> tuple[RequestLine, ...]:
    """The requests in which a person has a part, newest first."""
    query = (
        sa.select(request, request_party.c.role)
        .join(request_party, request_party.c.request_id == request.c.id)
        .where(request_party.c.person_id == person_id)
        .order_by(request.c.arrived.desc(), request.c.id.desc())
    )
    return tuple(
        RequestLine(row.id, row.number, row.role, row.kinds, row.state, row.arrived, row.due, row.closed_on)
        for row in conn.execute(query)
    )


def letters_of(conn: sa.Connection, person_id: int) -> tuple[LetterLine, ...]:
    """The letters about a person, newest first."""
    wanted = ("id", "number", "template", "language", "state", "issued_on", "sent_on")
    query = sa.select(*(letter.c[name] for name in wanted)).where(letter.c.person_id == person_id)
    return tuple(
        LetterLine(row.id, row.number or "", row.template, row.language, row.state, row.issued_on, row.sent_on)
        for row in conn.execute(query.order_by(letter.c.id.desc()))
    )


def kept(conn: sa.Connection, person_id: int) -> tuple[KeptLine, ...]:
    """Until when each category of a person's data is kept."""
    query = sa.select(retention).where(retention.c.person_id == person_id).order_by(retention.c.category)
    return tuple(KeptLine(row.category, row.records, row.keep_until, row.rule, row.held) for row in conn.execute(query))


def transactions_of(
    conn: sa.Connection, person_id: int, after: TransactionKey | None = None, size: int = 100
) -> tuple[tuple[TransactionLine, ...], TransactionKey | None]:
    """The next `size` transactions of a person from the key `after` on, newest first, and the key to go on from."""
    query = _TRANSACTIONS.where(_t.person_id == person_id)
    if after is not None:
        query = query.where(sa.tuple_(_t.on, _t.id) < sa.tuple_(*after))
    found = conn.execute(query.order_by(_t.on.desc(), _t.id.desc()).limit(size + 1)).all()
    lines = tuple(map(_transaction, found[:size]))
    return lines, (lines[-1].on, lines[-1].id) if len(found) > size else None


def sums_of(conn: sa.Connection, person_id: int) -> tuple[Sum, ...]:
    """A person's transactions summed up by year (the newest first), partner and kind."""
    year = sa.extract("year", _t.on).label("year")
    count, amount = sa.func.count().label("times"), sa.func.sum(_t.amount).label("amount")
    query = sa.select(partner.c.name, year, _t.kind, count, amount).join(partner, partner.c.id == _t.partner_id)
    query = query.where(_t.person_id == person_id).group_by(_t.partner_id, year, _t.kind)
    rows = conn.execute(query.order_by(year.desc(), partner.c.name, _t.kind))
    return tuple(Sum(row.name, int(row.year), row.kind, row.times, row.amount or 0) for row in rows)


def looks_at(
    conn: sa.Connection, person_id: int, since: date | None = None, until: date | None = None, most: int | None = None
) -> tuple[Look, ...]:
    """Who opened, changed or used a person's record, or a request or mail of his, on these days, newest first."""
    query: sa.Select[Any] = (
        sa.select(audit.c.seq, audit.c.at, audit.c.act, audit.c.about, audit.c.detail, user.c.name)
        .outerjoin(user, user.c.id == audit.c.user_id)
        .where(audit.c.about.in_(log_names.things_of_person(person_id)))
        .order_by(audit.c.seq.desc())
    )
    if since:
        query = query.where(audit.c.at >= _midnight(since))
    if until:
        query = query.where(audit.c.at < _midnight(until + timedelta(days=1)))
    found = conn.execute(query.limit(most)).all() if most else conn.execute(query).all()
    requests = {f"request:{one.id}": one.number for one in requests_of(conn, person_id)}
    return tuple(_look(row, detail_of(row.detail), requests.get(row.about, "")) for row in found)


def _look(row: sa.Row[Any], detail: Mapping[str, Any], number: str) -> Look:
    """A look with the reason that was asked for, else with the request in whose course it was."""
    act, more = (detail["act"], detail["looks"]) if row.act == _AGAIN else (row.act, 0)
    return Look(row.seq, row.at, row.name or "", act, str(detail.get("reason") or number), more)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), ZONE)


def _transaction(row: sa.Row[Any]) -> TransactionLine:
    return TransactionLine(
        id=row.id,
        on=row.on,
        kind=row.kind,
        amount=row.amount,
        partner=row.partner,
        number=row.external_id,
        customer_number=row.customer_number,
        note=row.note,
        matched_by=row.matched_by,
        source_on=row.source_on,
        batch=row.batch_id,
        file=row.file_name or "",
        taken_at=row.at,
        taken_by=row.taken_by or "",
    )
