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
    """One change of one field: when, by whom, through which request or batch, and why where a reason was asked.

    `field` is one of a profile, a kind of number, of which only the last digits are told, or PURPOSE: then `of` is its
    code, and old and new are stands. A number that is no longer used, or is again, turns from one of IN_USE, ENDED to
    the other, and `of` has its digits.
    """

    field: str
    old: str
    new: str
    at: datetime
    user: str
    request: str | None
    batch: int | None
    of: str = ""
    why: str = ""


PURPOSE = "purpose"
IN_USE, ENDED = "in_use", "ended"


@dataclass(frozen=True)
class Look:
    """Somebody opened the record, saw a number or changed something; `why` is his reason, or the request's number.

    `more` counts looks of the same kind that followed, which the log has as one entry.
    """

    seq: int
    at: datetime
    user: str
    act: str
    why: str
    more: int = 0


@dataclass(frozen=True)
class TransactionLine:
    """A customer's transaction; `file` brought it in the import `batch`, which `taken_by` took in at `taken_at`."""

    id: int
    on: date
    kind: str
    amount: int | None
    partner: str
    number: str
    customer_number: str
    note: str
    matched_by: str
    source_on: date
    batch: int | None
    file: str
    taken_at: datetime | None
    taken_by: str


@dataclass(frozen=True)
class Sum:
    """How many transactions of one kind a partner reported for a year, and what they come to in yen."""

    partner: str
    year: int
    kind: str
    count: int
    amount: int
