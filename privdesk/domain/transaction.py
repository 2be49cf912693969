"""Transactions and payments of customers as partners report them."""

from dataclasses import dataclass
from datetime import date

from privdesk.domain.person import Origin


@dataclass(frozen=True)
class Given:
    """What a partner says of the customer beside his number, by which he may be found."""

    name: str = ""
    kana: str = ""
    birth: date | None = None
    phones: tuple[str, ...] = ()
    mails: tuple[str, ...] = ()


@dataclass(frozen=True)
class NewTransaction:
    """One reported transaction; `amount` is in yen, `number` is the partner's own number of it."""

    number: str
    customer_number: str
    on: date
    kind: str
    amount: int | None
    partner: str
    note: str = ""
    given: Given = Given()


@dataclass(frozen=True)
class Transaction:
    """A transaction that was taken in; `person` is None while nobody matches its customer number."""

    id: int
    number: str
    customer_number: str
    on: date
    kind: str
    amount: int | None
    partner: str
    note: str
    person: int | None
    matched_by: str
    origin: Origin
    given: Given = Given()
