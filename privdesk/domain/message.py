"""A mail as the desk keeps it: where it is sorted to, its line of the inbox, its attachments."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class MessageState(StrEnum):
    """Where a message is sorted to; an answer found its request by itself and nobody has read it yet."""

    NEW = "new"
    ANSWER = "answer"
    JOINED = "joined"
    NOT_REQUEST = "not_request"


INBOX = frozenset({MessageState.NEW, MessageState.ANSWER})


@dataclass(frozen=True)
class MessageRow:
    """One line of the inbox; names, subject and date are as the sender wrote them, and nothing of it is proved.

    `request` is the one it belongs to, `kinds` those that its text proposes.
    """

    id: int
    sender_name: str
    sender: str
    subject: str
    sent_at: datetime | None
    taken_at: datetime
    state: MessageState
    request: int | None
    kinds: tuple[str, ...]
    attachments: int
    reason: str
    version: int


@dataclass(frozen=True)
class AttachmentRow:
    """An attachment without its bytes; its name is for reading, never a path."""

    id: int
    name: str
    media_type: str
    size: int
    digest: str


@dataclass(frozen=True)
class Attachment(AttachmentRow):
    """An attachment with its bytes, as the sender made them."""

    data: bytes = field(repr=False, default=b"")
