"""What else the desk knows about a customer, in lines: requests, letters, retention, history, looks."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True)
class RequestLine:
    """A request in which the customer is `role`: person, requester or recipient."""

    id: int
    number: str
    role: str
    kinds: str
    state: str
    arrived: date
    due: date | None
    closed_on: date | None


@dataclass(frozen=True)
class LetterLine:
    """A letter about the customer; `number` is empty for a draft."""

    id: int
    number: str
    template: str
    language: str
    state: str
    issued_on: date | None
    sent_on: date | None


@dataclass(frozen=True)
class KeptLine:
    """Until when a category of the customer's data is kept, by which rule, and how many holds stand on it."""

    category: str
    records: int
    keep_until: date | None
    rule: str
    held: int


@dataclass(frozen=True)
class HistoryLine:
    """One change of one field: when, by whom, through which request or batch."""

    field: str
    old: str
    new: str
    at: datetime
    user: str
    request: str | None
    batch: int | None


@dataclass(frozen=True)
class Look:
    """Somebody opened the record, saw a number or changed something; `detail` is the log's own JSON."""

    seq: int
    at: datetime
    user: str
    act: str
    detail: str
