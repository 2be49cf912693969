"""Issued letters and their way through the post: what was issued is never changed, which triggers see to."""

import base64
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa

from privdesk.domain.errors import LetterDamaged, NoSuchLetter, StaleSave
from privdesk.domain.letter import LetterQuery, LetterRow, LetterState
from privdesk.domain.text import typed_words
from privdesk.storage import counters
from privdesk.storage.seal import Seal
from privdesk.storage.tables import counter, letter, mailing, request, user

_old, _new, _posted = letter.alias("old_letter"), letter.alias("new_letter"), mailing.alias("posted")


@dataclass(frozen=True)
class NewLetter:
    """A letter about to be kept; `is_sealed` where its PDF shows whole numbers."""

    number: str
    request: int
    person: int | None
    recipient: str
    template: str
    template_version: int
    language: str
    pdf: bytes
    pages: int
    is_sealed: bool
    replaces: int | None
    on: date


def next_count(conn: sa.Connection, year: int) -> int:
    """The count that the next letter of a business year gets."""
    last = conn.execute(sa.select(counter.c.last).where(counter.c.name == _series(year))).scalar()
    return (last or 0) + 1


def take_count(conn: sa.Connection, year: int) -> int:
    """Take that count, for good if the transaction commits."""
    return counters.reserve(conn, _series(year))


def add(conn: sa.Connection, seal: Seal | None, new: NewLetter, *, user: int, now: datetime) -> int:
    """Keep an issued letter; `seal` is needed for one that shows whole numbers. Returns its id."""
    sealed = seal.seal(base64.b64encode(new.pdf).decode(), _bound(new.number)) if seal and new.is_sealed else None
    values = {
        "number": new.number,
        "request_id": new.request,
        "person_id": new.person,
        "recipient": new.recipient,
        "template": new.template,
        "template_version": new.template_version,
        "language": new.language,
        "state": LetterState.ISSUED,
        "pdf": None if sealed else new.pdf,
        "sealed": sealed,
        "digest": hashlib.sha256(new.pdf).hexdigest(),
        "pages": new.pages,
        "made_at": now,
        "made_by": user,
        "issued_on": new.on,
        "replaces_id": new.replaces,
    }
    key = conn.execute(letter.insert().values(**values)).inserted_primary_key
    return int(key.id) if key else 0


def bound(row: Mapping[str, Any]) -> str:
    """The place to which the sealed PDF of a letter, in Base64, is bound."""
    return _bound(row["number"])


def pdf(conn: sa.Connection, seal: Seal | None, id_: int) -> bytes:
    """The letter as it was issued; `seal` is needed for one that shows whole numbers.

    Raises NoSuchLetter, LetterDamaged, NumberDamaged.
    """
    row = _get(conn, id_)
    opened = base64.b64decode(seal.open(row.sealed, _bound(row.number))) if seal and row.sealed else row.pdf
    if opened is None or hashlib.sha256(opened).hexdigest() != row.digest:
        raise LetterDamaged(number=row.number)
    return bytes(opened)


def get(conn: sa.Connection, id_: int) -> LetterRow:
    """The line of one letter.

    Raises NoSuchLetter.
    """
    row = conn.execute(_lines().where(letter.c.id == id_)).first()
    if row is None:
        raise NoSuchLetter
    return _row(row)


def page(
    conn: sa.Connection, query: LetterQuery, after: int | None = None, size: int = 100
) -> tuple[tuple[LetterRow, ...], int | None]:
    """The next `size` letters below the id `after`, newest first, and the id to go on from (None at the end)."""
    chosen = _lines().where(*_conditions(query))
    if after is not None:
        chosen = chosen.where(letter.c.id < after)
    found = conn.execute(chosen.order_by(letter.c.id.desc()).limit(size + 1)).all()
    return tuple(map(_row, found[:size])), found[size - 1].id if len(found) > size else None


def counts(conn: sa.Connection, query: LetterQuery) -> dict[LetterState, int]:
    """How many letters there are in each state under the query's other filters."""
    rest = LetterQuery(frozenset(), query.text, query.template, query.request, query.person, query.since, query.until)
    lines = _lines().where(*_conditions(rest)).subquery()
    grouped = conn.execute(sa.select(lines.c.state, sa.func.count()).group_by(lines.c.state))
    return {LetterState(row[0]): row[1] for row in grouped}


def newest(conn: sa.Connection, request_id: int) -> int | None:
    """The letter of a request that was issued last."""
    return conn.execute(sa.select(sa.func.max(letter.c.id)).where(letter.c.request_id == request_id)).scalar()


def move(conn: sa.Connection, id_: int, version: int, state: LetterState, sent_on: date | None) -> None:
    """Say where a letter is.

    Raises StaleSave if somebody else said so in between.
    """
    here = letter.c.id == id_, letter.c.version == version
    values = {"state": state, "sent_on": sent_on, "version": version + 1}
    if not conn.execute(sa.update(letter).where(*here).values(**values)).rowcount:
        raise StaleSave


def post(conn: sa.Connection, id_: int, *, service: str, tracking: str, on: date, user: int) -> None:
    """Note that a letter was handed to the post."""
    values = {"letter_id": id_, "service": service, "tracking": tracking, "sent_on": on, "user_id": user, "note": ""}
    conn.execute(mailing.insert().values(**values))


def come_back(conn: sa.Connection, id_: int, on: date | None, note: str) -> None:
    """Note that what was posted last of a letter came back; None takes that back."""
    last = sa.select(sa.func.max(mailing.c.id)).where(mailing.c.letter_id == id_).scalar_subquery()
    conn.execute(sa.update(mailing).where(mailing.c.id == last).values(returned_on=on, note=note))


def _series(year: int) -> str:
    return f"letter-{year}"


def _bound(number: str) -> str:
    return f"letter|{number}|sealed"


def _get(conn: sa.Connection, id_: int) -> sa.Row[Any]:
    wanted = (letter.c[name] for name in ("number", "pdf", "sealed", "digest"))
    row = conn.execute(sa.select(*wanted).where(letter.c.id == id_, letter.c.number.is_not(None))).first()
    if row is None:
        raise NoSuchLetter
    return row


def _lines() -> sa.Select[Any]:
    last = sa.select(sa.func.max(_posted.c.id)).where(_posted.c.letter_id == letter.c.id).scalar_subquery()
    wanted = (
        *(letter.c[name] for name in ("id", "number", "request_id", "person_id", "recipient", "template", "language")),
        *(letter.c[name] for name in ("state", "pages", "issued_on", "sent_on", "version")),
        letter.c.sealed.is_not(None).label("has_numbers"),
        request.c.number.label("request_number"),
        request.c.version.label("request_version"),
        user.c.name.label("made_by"),
        *(mailing.c[name] for name in ("service", "tracking", "returned_on")),
        _old.c.number.label("replaces"),
        _new.c.number.label("replaced_by"),
    )
    joined = (
        letter.join(request, request.c.id == letter.c.request_id)
        .join(user, user.c.id == letter.c.made_by)
        .outerjoin(mailing, mailing.c.id == last)
        .outerjoin(_old, _old.c.id == letter.c.replaces_id)
        .outerjoin(_new, _new.c.replaces_id == letter.c.id)
    )
    return sa.select(*wanted).select_from(joined).where(letter.c.number.is_not(None))


def _conditions(query: LetterQuery) -> list[sa.ColumnElement[bool]]:
    found = [
        column == value
        for column, value in (
            (letter.c.template, query.template),
            (letter.c.request_id, query.request),
            (letter.c.person_id, query.person),
        )
        if value is not None
    ]
    if query.states:
        found.append(letter.c.state.in_(query.states))
    if query.since:
        found.append(letter.c.issued_on >= query.since)
    if query.until:
        found.append(letter.c.issued_on <= query.until)
    for word in typed_words(query.text):
        columns = (letter.c.number, letter.c.recipient, request.c.number, sa.func.coalesce(mailing.c.tracking, ""))
        found.append(sa.or_(*(column.icontains(word, autoescape=True) for column in columns)))
    return found


def _row(row: sa.Row[Any]) -> LetterRow:
    return LetterRow(
        id=row.id,
        number=row.number,
        request=row.request_id,
        request_number=row.request_number,
        request_version=row.request_version,
        person=row.person_id,
        recipient=row.recipient,
        template=row.template,
        language=row.language,
        state=LetterState(row.state),
        pages=row.pages,
        has_numbers=row.has_numbers,
        issued_on=row.issued_on,
        made_by=row.made_by,
        sent_on=row.sent_on,
        service=row.service or "",
        tracking=row.tracking or "",
        returned_on=row.returned_on,
        replaces=row.replaces or "",
        replaced_by=row.replaced_by or "",
        version=row.version,
    )
