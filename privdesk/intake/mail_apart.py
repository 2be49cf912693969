"""Reads a mail in a process of its own."""

import email.generator  # noqa: F401  # a mail within a mail is written with it, which `email` imports only then
import sys
from datetime import datetime

import msgspec
from msgspec import Struct

from privdesk.domain.errors import DeskError, FileTooLarge, MailTooComplex, UnreadableMail
from privdesk.intake import apart, mail
from privdesk.intake.mail import SIZE_LIMIT, Message

WORD = "--read-mail"
"""How the program is called for this, by itself only."""

_MEMORY = 512 * 2**20
_CPU_SECONDS = 20
_REFUSALS: dict[str, type[DeskError]] = {one.__name__: one for one in (FileTooLarge, MailTooComplex, UnreadableMail)}


class Answer(Struct, frozen=True, forbid_unknown_fields=True):
    """What the mail says, or with which error it is refused."""

    mail: Message | None = None
    refused: str = ""
    values: dict[str, str | int] = {}


def read_mail(raw: bytes, latest: datetime) -> Message:
    """As `mail.read_mail`, apart; what takes more memory or time than any mail needs is MailTooComplex."""
    if len(raw) > SIZE_LIMIT:
        raise FileTooLarge(size=len(raw) >> 20, most=SIZE_LIMIT >> 20)
    reading = apart.Apart(WORD, given=latest.isoformat().encode() + b"\n" + raw)
    try:
        answer = msgspec.msgpack.decode(reading.frame(), type=Answer)
    except apart.Exceeded:
        raise MailTooComplex from None
    finally:
        reading.close()
    if answer.mail is None:
        raise _REFUSALS[answer.refused](**answer.values)
    return answer.mail


def serve() -> int:
    """The other side: read what comes in, answer, end."""
    apart.confine(_MEMORY, _CPU_SECONDS)
    latest, _, raw = sys.stdin.buffer.read().partition(b"\n")
    try:
        answer = Answer(mail.read_mail(raw, datetime.fromisoformat(latest.decode())))
    except MemoryError:
        answer = Answer(refused=MailTooComplex.__name__)
    except tuple(_REFUSALS.values()) as error:
        answer = Answer(refused=type(error).__name__, values=error.values)
    apart.tell(msgspec.msgpack.encode(answer))
    return 0
