"""Mails: their raw bytes with what was read from them, their attachments, and where they are sorted to."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from privdesk.domain.errors import MessageTaken, NoSuchMessage, StaleSave
from privdesk.domain.message import INBOX, Attachment, AttachmentRow, MessageRow, MessageState
from privdesk.storage.tables import attachment, message, request_party

_LINE = ("id", "sender_name", "sender", "subject", "sent_at", "taken_at", "state", "request_id", "reason", "version")
_FILE = ("id", "name", "media_type", "size", "digest")


@dataclass(frozen=True)
class NewMessage:
    """A mail to be kept; `proposal` and `problems` are plain values for JSON."""

    message_id: str
    digest: str
    file_name: str
    sender_name: str
    sender: str
    subject: str
    text: str
    raw: bytes = field(repr=False)
    sent_at: datetime | None
    proposal: Mapping[str, Any]
    problems: tuple[Mapping[str, Any], ...] = ()


@dataclass(frozen=True)
class StoredMessage:
    """A mail with its text and what was read from it."""

    row: MessageRow
    message_id: str
    file_name: str
    digest: str
    text: str
    proposal: Mapping[str, Any]
    problems: tuple[Mapping[str, Any], ...]


def add(
    conn: sa.Connection, new: NewMessage, attachments: Iterable[Attachment], now: datetime, request: int | None
) -> int:
    """Keep a mail that is not kept yet (`known` tells); it waits in the inbox, as an answer where it has a request."""
    state = MessageState.NEW if request is None else MessageState.ANSWER
    values = {name: getattr(new, name) for name in NewMessage.__dataclass_fields__}
    values |= {"proposal": dict(new.proposal), "problems": [dict(one) for one in new.problems]}
    rest = {"direction": "in", "request_id": request, "taken_at": now, "state": state, "reason": ""}
    key = conn.execute(message.insert().values(**values, **rest)).inserted_primary_key
    id_ = int(key.id) if key else 0
    for one in attachments:
        kept = {name: getattr(one, name) for name in ("name", "media_type", "size", "digest", "data")}
        conn.execute(attachment.insert().values(message_id=id_, **kept))
    return id_


def known(conn: sa.Connection, digest: str) -> int | None:
    """The mail with these very bytes (SHA-256), if it was taken in before."""
    return conn.execute(sa.select(message.c.id).where(message.c.digest == digest)).scalar()


def get(conn: sa.Connection, id_: int) -> StoredMessage:
    """One mail without its raw bytes.

    Raises NoSuchMessage.
    """
    wanted = ("message_id", "file_name", "digest", "text", "problems")
    query = _lines(*(message.c[name] for name in wanted)).where(message.c.id == id_)
    row = conn.execute(query).first()
    if row is None:
        raise NoSuchMessage
    return StoredMessage(
        _row(row), row.message_id, row.file_name, row.digest, row.text, row.proposal, tuple(row.problems)
    )


def raw(conn: sa.Connection, id_: int) -> bytes:
    """The mail as it came.

    Raises NoSuchMessage.
    """
    found = conn.execute(sa.select(message.c.raw).where(message.c.id == id_)).scalar()
    if found is None:
        raise NoSuchMessage
    return bytes(found)


def inbox(conn: sa.Connection, states: Collection[MessageState] = INBOX) -> tuple[MessageRow, ...]:
    """The mails in these states, the newest first."""
    query = _lines().where(message.c.state.in_(states)).order_by(message.c.taken_at.desc(), message.c.id.desc())
    return tuple(_row(row) for row in conn.execute(query))


def of_request(conn: sa.Connection, request_id: int) -> tuple[MessageRow, ...]:
    """The mails of a request in the order they came."""
    query = _lines().where(message.c.request_id == request_id).order_by(message.c.id)
    return tuple(_row(row) for row in conn.execute(query))


def attachments(conn: sa.Connection, message_id: int) -> tuple[AttachmentRow, ...]:
    """The attachments of a mail, without their bytes."""
    query = sa.select(*(attachment.c[name] for name in _FILE)).where(attachment.c.message_id == message_id)
    return tuple(AttachmentRow(*row) for row in conn.execute(query.order_by(attachment.c.id)))


def attachment_of(conn: sa.Connection, message_id: int, id_: int) -> Attachment:
    """One attachment of a mail with its bytes.

    Raises NoSuchMessage.
    """
    query = sa.select(*(attachment.c[name] for name in (*_FILE, "data")))
    row = conn.execute(query.where(attachment.c.id == id_, attachment.c.message_id == message_id)).first()
    if row is None:
        raise NoSuchMessage
    return Attachment(*row)


def join(conn: sa.Connection, id_: int, request_id: int) -> None:
    """Let a mail belong to a request.

    Raises NoSuchMessage, and MessageTaken if it belongs to another one or to none.
    """
    row = get(conn, id_).row
    if row.state not in INBOX or row.request not in (None, request_id):
        raise MessageTaken
    _sort(conn, id_, row.version, state=MessageState.JOINED, request_id=request_id, reason="")


def set_aside(conn: sa.Connection, id_: int, version: int, reason: str) -> None:
    """Say that a mail is no request, and why.

    Raises StaleSave.
    """
    _sort(conn, id_, version, state=MessageState.NOT_REQUEST, request_id=None, reason=reason)


def put_back(conn: sa.Connection, id_: int, version: int) -> None:
    """Let a mail wait in the inbox again, belonging to nothing.

    Raises StaleSave.
    """
    _sort(conn, id_, version, state=MessageState.NEW, request_id=None, reason="")


def requests_of(conn: sa.Connection, message_ids: Collection[str]) -> frozenset[int]:
    """The requests that the mails with these Message-IDs belong to."""
    here = message.c.message_id.in_(message_ids), message.c.request_id.is_not(None)
    return frozenset(conn.execute(sa.select(message.c.request_id).where(*here)).scalars())


def has_sender(conn: sa.Connection, request_id: int, sender: str) -> bool:
    """Whether a request knows this mail address: of a party, or from an earlier mail."""
    if not sender:
        return False
    wrote = sa.select(message.c.id).where(
        message.c.request_id == request_id, sa.func.lower(message.c.sender) == sender.lower()
    )
    named = sa.select(request_party.c.id).where(
        request_party.c.request_id == request_id, sa.func.lower(request_party.c.mail) == sender.lower()
    )
    return any(conn.execute(query.limit(1)).first() for query in (wrote, named))


def _sort(conn: sa.Connection, id_: int, version: int, **values: object) -> None:
    here = message.c.id == id_, message.c.version == version
    if not conn.execute(sa.update(message).where(*here).values(version=version + 1, **values)).rowcount:
        raise StaleSave


def _lines(*more: sa.ColumnElement[Any]) -> sa.Select[Any]:
    files = sa.select(sa.func.count()).where(attachment.c.message_id == message.c.id).scalar_subquery()
    return sa.select(*(message.c[name] for name in _LINE), message.c.proposal, files.label("files"), *more)


def _row(row: sa.Row[Any]) -> MessageRow:
    return MessageRow(
        id=row.id,
        sender_name=row.sender_name,
        sender=row.sender,
        subject=row.subject,
        sent_at=row.sent_at,
        taken_at=row.taken_at,
        state=MessageState(row.state),
        request=row.request_id,
        kinds=tuple(reason["kind"] for reason in row.proposal["reasons"]),
        attachments=row.files,
        reason=row.reason,
        version=row.version,
    )
