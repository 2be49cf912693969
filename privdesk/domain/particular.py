"""What hangs on a person in rows of its own, each with its origin: names, addresses, contacts, sealed numbers."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Source(StrEnum):
    """Where an item came from; told to the person on disclosure."""

    SELF = "self"
    COUNTER = "counter"
    PARTNER = "partner"
    IMPORT = "import"


class NameKind(StrEnum):
    """What a name is to its person; letters are written to the current one."""

    CURRENT = "current"
    FORMER = "former"
    ALIAS = "alias"


class AddressKind(StrEnum):
    """What an address is to its person; letters go to the mailing address where there is one, else home."""

    HOME = "home"
    MAILING = "mailing"
    FURTHER = "further"


class ContactKind(StrEnum):
    """How a person can be reached."""

    PHONE = "phone"
    MAIL = "mail"


class NumberKind(StrEnum):
    """The numbers that are sealed one by one."""

    BANK = "bank"
    CARD = "card"
    LICENCE = "licence"


@dataclass(frozen=True)
class Origin:
    """Where an item came from, on which day, and through which batch or request."""

    source: Source
    on: date
    batch: int | None = None
    request: int | None = None


@dataclass(frozen=True)
class Name:
    """A name as it was written; `until` is the day on which its use ended, if that is known."""

    id: int
    kind: NameKind
    text: str
    kana: str
    origin: Origin
    until: date | None = None


@dataclass(frozen=True)
class Address:
    """A postal address as it was written; `postal` is NNN-NNNN or empty."""

    id: int
    kind: AddressKind
    postal: str
    text: str
    origin: Origin
    until: date | None = None


@dataclass(frozen=True)
class Contact:
    """A telephone number or mail address."""

    id: int
    kind: ContactKind
    value: str
    origin: Origin
    until: date | None = None


@dataclass(frozen=True)
class Number:
    """A sealed number as it may be shown: never more than its last four digits.

    `issuer` is the bank and branch code or the card's brand, `detail` the kind of account or the card's expiry,
    `holder` an account's holder in half-width kana; `sealed` says whether the whole number is kept (of a card usually
    not); `sound` whether it passed its check.
    """

    id: int
    kind: NumberKind
    issuer: str
    detail: str
    last4: str
    sealed: bool
    sound: bool
    origin: Origin
    until: date | None = None
    holder: str = ""
