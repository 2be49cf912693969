"""Mails: taken in with their bytes, read as plain text, sorted by a human to a request or aside."""

import hashlib
import re
import unicodedata
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import timedelta

import msgspec

from privdesk.domain.case import Hints, Match, NewRequest
from privdesk.domain.errors import MessageTaken, ReasonNeeded
from privdesk.domain.law import Channel, Requester
from privdesk.domain.message import INBOX, Attachment, AttachmentRow, MessageRow, MessageState
from privdesk.domain.office import ZONE
from privdesk.domain.person import PersonRow
from privdesk.domain.shown import shown
from privdesk.intake import mbox
from privdesk.intake.mail import Message
from privdesk.intake.mail_apart import read_mail
from privdesk.intake.problem import Problem
from privdesk.intake.proposal import Proposal, propose
from privdesk.operations.desk import Desk
from privdesk.operations.done import Done
from privdesk.operations.proposed import asked, by_agent, hints, parties
from privdesk.storage import messages, people_found, requests_list, retention
from privdesk.storage.messages import NewMessage
from privdesk.storage.transaction import Connection

_REQUEST_NUMBER = re.compile(r"(?<![A-Za-z0-9-])[MTSHR]\d{1,2}-\d{4,6}(?![A-Za-z0-9-])", re.ASCII)
# so far a sender's clock may be ahead of ours; what is dated later does not say when it was sent
_AHEAD = timedelta(days=2)


@dataclass(frozen=True)
class TakenMail:
    """A mail after it was taken in; `again` says that the very same one was here before and nothing was added.

    `request` is the one that it answers, so that it joined it by itself.
    """

    id: int
    again: bool
    request: int | None
    proposal: Proposal
    problems: tuple[Problem, ...]


@dataclass(frozen=True)
class Suggestion:
    """A customer whom a message or request may be about, and why; only a human says that he is."""

    person: PersonRow
    grounds: tuple[Match, ...]


@dataclass(frozen=True)
class OpenedMessage:
    """A mail as plain text with what it may ask, of whom, and the requests that it may belong to, by id and number."""

    row: MessageRow
    file_name: str
    text: str
    attachments: tuple[AttachmentRow, ...]
    proposal: Proposal
    problems: tuple[Problem, ...]
    suggestions: tuple[Suggestion, ...]
    requests: tuple[tuple[int, str], ...]


def mails_in(content: bytes) -> Iterator[bytes]:
    """The mails of a file: those of a mailbox (mbox) one after the other, or the one that it is.

    Raises OutlookMail.
    """
    return mbox.mails(content)


def take_mail(desk: Desk, raw: bytes, file_name: str = "") -> Done[TakenMail]:
    """Keep a mail with its bytes; it waits in the inbox until a human sorts it, or joins the request that it answers.

    It answers a request if it refers to one of its mails, or names its number and comes from an address that the
    request knows. Raises FileTooLarge, MailTooComplex, UnreadableMail; then nothing is kept.
    """
    desk.need("message.take", "message")
    mail = read_mail(raw, desk.now + _AHEAD)
    proposal = propose(mail, desk.reference.mail)
    digest = hashlib.sha256(raw).hexdigest()
    with desk.change("message.take", about="message") as change:
        known = messages.known(change.conn, digest)
        request = None if known is not None else _answered(change.conn, mail)
        new = _kept(mail, proposal, raw, digest, file_name)
        id_ = known if known is not None else messages.add(change.conn, new, _files(mail), desk.now, request)
        _renew(desk, change.conn, request)
        change.about = f"message:{id_}"
        change.detail |= {"digest": digest, "again": known is not None, "request": request}
    said = shown("done", "The mail was taken in.") if known is None else shown("done", "This mail was here already.")
    return Done(TakenMail(id_, known is not None, request, proposal, mail.problems), said)


def inbox(desk: Desk, states: Collection[MessageState] = INBOX) -> tuple[MessageRow, ...]:
    """The mails that wait to be sorted or read, the newest first; with other `states` those sorted before."""
    with desk.reading() as conn:
        return messages.inbox(conn, states)


def open_message(desk: Desk, id_: int) -> OpenedMessage:
    """A mail to read; the look is in the log.

    Raises NoSuchMessage.
    """
    with desk.change("message.open", about=f"message:{id_}") as change:
        conn = change.conn
        stored = messages.get(conn, id_)
        proposal = msgspec.convert(stored.proposal, Proposal)
        joined = stored.row.request
        found = [joined] if joined is not None else _named(conn, stored.row.subject + "\n" + stored.text)
        return OpenedMessage(
            row=stored.row,
            file_name=stored.file_name,
            text=stored.text,
            attachments=messages.attachments(conn, id_),
            proposal=proposal,
            problems=tuple(msgspec.convert(one, Problem) for one in stored.problems),
            suggestions=suggested(conn, hints(proposal)),
            requests=tuple((one, requests_list.row(conn, one).number) for one in found),
        )


def open_attachment(desk: Desk, id_: int, attachment: int) -> Attachment:
    """An attachment with its bytes, to be saved where the user says; nothing here opens it.

    Raises NoSuchMessage.
    """
    with desk.change("message.open", about=f"message:{id_}", attachment=attachment) as change:
        return messages.attachment_of(change.conn, id_, attachment)


def original(desk: Desk, id_: int) -> bytes:
    """The mail's bytes as they came.

    Raises NoSuchMessage.
    """
    with desk.change("message.open", about=f"message:{id_}", original=True) as change:
        return messages.raw(change.conn, id_)


def suggest(desk: Desk, said: Hints) -> tuple[Suggestion, ...]:
    """The customers whom a request may be about, the best first, each with the grounds."""
    desk.need("request.event", "request")
    with desk.reading() as conn:
        return suggested(conn, said)


def start_request(desk: Desk, opened: OpenedMessage, person: int | None = None) -> NewRequest:
    """The form of a new request as an opened mail proposes it; a human confirms it with `take_in`, or nothing happens.

    Raises MessageTaken.
    """
    row, proposal = opened.row, opened.proposal
    if row.state not in INBOX:
        raise MessageTaken
    sent = min(row.sent_at.astimezone(ZONE).date(), desk.today) if row.sent_at else None
    return NewRequest(
        channel=Channel.MAIL,
        arrived=sent or desk.today,
        items=asked(proposal),
        requester=Requester.AGENT if by_agent(proposal) else Requester.PRINCIPAL,
        parties=parties(row, proposal),
        language=proposal.language,
        letter_on=sent,
        person=person,
        message=row.id,
    )


def join(desk: Desk, id_: int, request: int) -> Done[None]:
    """Let a mail belong to a request, or confirm that the one it found by itself is the right one.

    Raises NoSuchMessage, NoSuchRequest, MessageTaken.
    """
    with desk.change("message.sort", about=f"message:{id_}", request=request) as change:
        requests_list.need(change.conn, request)
        messages.join(change.conn, id_, request)
        _renew(desk, change.conn, request)
        version = messages.get(change.conn, id_).row.version
    return Done(
        None, shown("done", "The mail was joined to the request."), undo=lambda later: sort_again(later, id_, version)
    )


def not_request(desk: Desk, id_: int, version: int, reason: str) -> Done[None]:
    """Put a mail aside as no request, with the reason.

    Raises ReasonNeeded, NoSuchMessage, MessageTaken, StaleSave.
    """
    if not reason.strip():
        raise ReasonNeeded
    with desk.change("message.sort", about=f"message:{id_}", aside=True) as change:
        row = messages.get(change.conn, id_).row
        if row.state not in INBOX:
            raise MessageTaken
        messages.set_aside(change.conn, id_, version, reason.strip())
        _renew(desk, change.conn, row.request)
    return Done(None, shown("done", "The mail was put aside."), undo=lambda later: sort_again(later, id_, version + 1))


def sort_again(desk: Desk, id_: int, version: int) -> Done[None]:
    """Let a sorted mail wait in the inbox again.

    Raises NoSuchMessage, StaleSave.
    """
    with desk.change("message.sort", about=f"message:{id_}", again=True) as change:
        before = messages.get(change.conn, id_).row.request
        messages.put_back(change.conn, id_, version)
        _renew(desk, change.conn, before)
    return Done(None, shown("done", "The mail is back in the inbox."))


def suggested(conn: Connection, said: Hints) -> tuple[Suggestion, ...]:
    """As `suggest`, on an open connection."""
    found = people_found.found(conn, said)
    rows = {row.id: row for row in people_found.lines(conn, found)}
    return tuple(Suggestion(rows[id_], grounds) for id_, grounds in found.items() if id_ in rows)


def _renew(desk: Desk, conn: Connection, request: int | None) -> None:
    """A mail is kept as long as the request that it joins or leaves: work out anew what is kept of that."""
    retention.renew_requests(conn, desk.office, [request] if request is not None else [])


def _kept(mail: Message, proposal: Proposal, raw: bytes, digest: str, file_name: str) -> NewMessage:
    return NewMessage(
        message_id=mail.message_id,
        digest=digest,
        file_name=file_name,
        sender_name=mail.sender.name,
        sender=mail.sender.address,
        subject=mail.subject,
        text=mail.text,
        raw=raw,
        sent_at=mail.sent_at,
        proposal=msgspec.to_builtins(proposal),
        problems=tuple(msgspec.to_builtins(mail.problems)),
    )


def _files(mail: Message) -> list[Attachment]:
    return [Attachment(0, one.name, one.media_type, len(one.data), one.sha256, one.data) for one in mail.attachments]


def _answered(conn: Connection, mail: Message) -> int | None:
    """The one request that a mail answers; a number alone is no proof, so the sender must be known to the request."""
    referred = messages.requests_of(conn, mail.references)
    if len(referred) == 1:
        return next(iter(referred))
    named = _named(conn, mail.subject + "\n" + mail.text)
    own = [one for one in named if messages.has_sender(conn, one, mail.sender.address)]
    return own[0] if len(own) == 1 and not referred else None


def _named(conn: Connection, text: str) -> list[int]:
    numbers = dict.fromkeys(_REQUEST_NUMBER.findall(unicodedata.normalize("NFKC", text)))
    found = (requests_list.id_of(conn, number) for number in numbers)
    return [one for one in found if one is not None]
