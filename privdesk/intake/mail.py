"""Bytes of a mail -> its facts: who, when, what text, which attachments.

A pure function of the bytes that opens nothing and calls nobody, so that it can run in a limited process.
"""

import binascii
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from email.errors import MessageError
from email.message import Message as Parsed
from email.parser import BytesParser
from email.policy import Compat32, Policy

from privdesk.domain.errors import (
    CharactersLost,
    DeskError,
    FileTooLarge,
    MailDamaged,
    MailTextMissing,
    MailTooComplex,
    SenderMissing,
    SentDateMissing,
    TextCut,
    UnknownCharset,
    UnreadableMail,
)
from privdesk.domain.text import visible
from privdesk.intake import headers
from privdesk.intake.charset import decode, knows
from privdesk.intake.headers import Address
from privdesk.intake.markup import plain_text
from privdesk.intake.problem import Problem, problem

SIZE_LIMIT = 25 * 2**20
_LINES_LIMIT = 1_000_000
_HEADERS_LIMIT = 2_000
_PARTS_LIMIT = 200
_DEPTH_LIMIT = 20
_TEXT_LIMIT = 1_000_000

# What the standard parser has been seen to raise on damaged mail, beside its own errors.
_SURPRISES = (MessageError, LookupError, ValueError, TypeError, AttributeError, AssertionError, RecursionError)


@dataclass(frozen=True)
class Attachment:
    """A part that is not the text. Its name is for reading, never a path; its bytes are as the sender made them."""

    name: str
    media_type: str
    data: bytes = field(repr=False)
    sha256: str


@dataclass(frozen=True)
class Message:
    """What a mail says. Nothing in it is proved: names, addresses and dates are as the sender wrote them."""

    message_id: str
    references: tuple[str, ...]
    sender: Address
    to: tuple[Address, ...]
    subject: str
    sent_at: datetime | None
    text: str
    attachments: tuple[Attachment, ...]
    charset: str
    problems: tuple[Problem, ...]


@dataclass(frozen=True)
class _Part:
    """One leaf of the tree, decoded to bytes."""

    media_type: str
    charset: str
    name: str
    attached: bool
    data: bytes
    sound: bool

    @property
    def is_text(self) -> bool:
        return self.media_type in ("text/plain", "text/html") and not self.attached and not self.name


def read_mail(raw: bytes, latest: datetime = headers.LATEST) -> Message:
    """Read one mail (.eml). What is damaged is said in `problems`; a date after `latest` is none.

    Raises FileTooLarge, MailTooComplex, or UnreadableMail where the bytes are no mail at all.
    """
    if len(raw) > SIZE_LIMIT:
        raise FileTooLarge(size=len(raw) >> 20, most=SIZE_LIMIT >> 20)
    if raw.count(b"\n") > _LINES_LIMIT:
        raise MailTooComplex
    root = _parsed(raw)
    lines = _lines(root)
    if not lines:
        raise UnreadableMail
    try:
        parts = [_part(leaf) for leaf in _leaves(root)]
    except _SURPRISES:
        raise UnreadableMail from None
    text, charset, problems = _text([part for part in parts if part.is_text])
    sender = next(iter(headers.addresses(lines.get("from", ""))), Address("", ""))
    when = headers.sent_at(lines.get("date", ""), latest)
    damaged = _defects(root) or not all(part.sound for part in parts)
    faults: list[tuple[bool, DeskError]] = [
        (not sender.address, SenderMissing()),
        (when is None, SentDateMissing()),
        (damaged, MailDamaged()),
    ]
    return Message(
        message_id=next(iter(headers.message_ids(lines.get("message-id", ""))), ""),
        references=_references(lines),
        sender=sender,
        to=headers.addresses(lines.get("to", "")),
        subject=headers.text_of(lines.get("subject", "")),
        sent_at=when,
        text=text,
        attachments=tuple(_attachment(part) for part in parts if not part.is_text),
        charset=charset,
        problems=(*(problem(error) for present, error in faults if present), *problems),
    )


class _Count:
    """Counts headers and parts while the parser makes them, and stops it at the bounds."""

    def __init__(self) -> None:
        self._headers = self._parts = self._depth = 0

    def header(self, name: str, value: str) -> None:
        self._headers += 1
        if self._headers > _HEADERS_LIMIT:
            raise MailTooComplex
        if name.lower() == "content-type" and value.lstrip()[:9].lower().startswith(("multipart", "message/")):
            self._depth += 1
            if self._depth > _DEPTH_LIMIT:
                raise MailTooComplex

    def part(self, policy: Policy) -> Parsed:
        self._parts += 1
        if self._parts > _PARTS_LIMIT:
            raise MailTooComplex
        return Parsed(policy=policy)


def _parsed(raw: bytes) -> Parsed:
    """The tree of the mail; headers stay strings, because the modern policy's header parser recurses."""
    count = _Count()

    class Bounded(Compat32):
        """Cuts headers before the parser looks into them."""

        def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
            name, value = super().header_source_parse(sourcelines)
            count.header(name, value)
            return name, value[: 2_000 if name.lower().startswith("content-") else headers.LENGTH]

    try:
        return BytesParser(policy=Bounded(message_factory=count.part)).parsebytes(raw)
    except _SURPRISES:
        raise UnreadableMail from None


def _lines(part: Parsed) -> dict[str, str]:
    """The header lines by lower-case name, the first of each, raw bytes as surrogates."""
    lines: dict[str, str] = {}
    for name, value in part.raw_items():
        lines.setdefault(name.lower(), str(value))
    return lines


def _leaves(root: Parsed) -> Iterator[Parsed]:
    """The parts that hold something, in reading order; a mail inside the mail counts as one."""
    waiting = [root]
    while waiting:
        part = waiting.pop()
        if part.is_multipart() and part.get_content_maintype() != "message":
            waiting.extend(reversed(_inner(part)))
        else:
            yield part


def _inner(part: Parsed) -> list[Parsed]:
    """The parts within a part that has some; of another the parser would decode the text, by any codec it names."""
    inner = part.get_payload()
    return [found for found in inner if isinstance(found, Parsed)] if isinstance(inner, list) else []


def _part(leaf: Parsed) -> _Part:
    lines = _lines(leaf)
    media_type, given = headers.parameters(lines.get("content-type", "text/plain"))
    disposition, named = headers.parameters(lines.get("content-disposition", ""))
    data, sound = _content(leaf, lines.get("content-transfer-encoding", ""))
    if media_type.startswith("multipart/") or media_type.count("/") != 1:
        media_type, sound = "text/plain", False  # parts without a boundary are shown as they stand
    return _Part(
        media_type=visible(media_type)[:100],
        charset=given.get("charset", ""),
        name=(named.get("filename") or given.get("name", ""))[:200],
        attached=disposition == "attachment",
        data=data,
        sound=sound,
    )


def _content(leaf: Parsed, coding: str) -> tuple[bytes, bool]:
    """The bytes of a leaf, and whether its transfer encoding was sound."""
    if leaf.is_multipart():
        inner = _inner(leaf)
        return (inner[0].as_bytes() if inner else b""), True
    del leaf["Content-Transfer-Encoding"]  # what is left is the payload as it was sent
    payload = leaf.get_payload(decode=True)
    raw = payload if isinstance(payload, bytes) else b""
    match coding.strip().lower():
        case "base64":
            return headers.from_base64(raw)
        case "quoted-printable":
            return binascii.a2b_qp(raw), True
        case "" | "7bit" | "8bit" | "binary":
            return raw, True
        case _:
            return raw, False


def _text(parts: list[_Part]) -> tuple[str, str, list[Problem]]:
    """The plain text, else the HTML as plain text; with the charset of its first part and what was wrong with it."""
    plain = _read([part for part in parts if part.media_type == "text/plain"])
    read = plain if plain[0].strip() else _read([part for part in parts if part.media_type == "text/html"])
    text, charset, problems = read
    if not text.strip():
        return "", charset or plain[1], [*plain[2], *problems, problem(MailTextMissing())]
    return text, charset, problems


def _read(parts: list[_Part]) -> tuple[str, str, list[Problem]]:
    texts, charsets, faults, room = [], [], [], _TEXT_LIMIT
    for part in parts:
        found = decode(part.data[:room], part.charset)
        charsets.append(found.charset)
        if not knows(part.charset):
            faults.append(problem(UnknownCharset(name=part.charset[:40], taken=found.charset)))
        if len(part.data) > room:
            faults.append(problem(TextCut()))
        elif found.replaced:
            faults.append(problem(CharactersLost(taken=found.charset)))
        room = max(0, room - len(part.data))
        texts.append(_plain(plain_text(found.text) if part.media_type == "text/html" else found.text))
    return "\n\n".join(filter(None, texts)), next(iter(charsets), ""), list(dict.fromkeys(faults))


def _plain(text: str) -> str:
    """Lines of visible characters, ended alike."""
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").expandtabs(4).split("\n")
    return "\n".join(visible(line.rstrip(" ")) for line in lines).strip("\n")


def _defects(root: Parsed) -> bool:
    return any(part.defects for part in root.walk())


def _references(lines: dict[str, str]) -> tuple[str, ...]:
    named = headers.message_ids(lines.get("references", "")) + headers.message_ids(lines.get("in-reply-to", ""))
    return tuple(dict.fromkeys(named))


def _attachment(part: _Part) -> Attachment:
    return Attachment(part.name, part.media_type, part.data, hashlib.sha256(part.data).hexdigest())
