"""What hangs on a person in other rooms of the file, in lines for his record."""

import sqlalchemy as sa

from privdesk.domain.record import HistoryLine, KeptLine, LetterLine, Look, RequestLine
from privdesk.storage import audit, log_names
from privdesk.storage.tables import history, letter, request, request_party, retention, user


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


def history_of(conn: sa.Connection, person_id: int) -> tuple[HistoryLine, ...]:
    """Every change of a person's record, newest first."""
    query = (
        sa.select(history, user.c.name, request.c.number)
        .join(user, user.c.id == history.c.user_id)
        .outerjoin(request, request.c.id == history.c.request_id)
        .where(history.c.person_id == person_id)
        .order_by(history.c.id.desc())
    )
    return tuple(
        HistoryLine(row.field, row.old, row.new, row.at, row.name, row.number, row.batch_id)
        for row in conn.execute(query)
    )


def looks_at(conn: sa.Connection, person_id: int) -> tuple[Look, ...]:
    """Who opened, changed or used a person's record, or a request or mail of his, newest first."""
    names = {row.id: row.name for row in conn.execute(sa.select(user.c.id, user.c.name))}
    return tuple(
        Look(entry.seq, entry.at, names.get(entry.user, ""), entry.act, entry.detail)
        for entry in audit.about(conn, log_names.things_of_person(person_id))
    )
