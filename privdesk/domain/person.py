"""The data subject: who a customer is and what is held about him, each item with its origin."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from privdesk.domain.purpose import Stand


class Source(StrEnum):
    """Where an item came from; told to the person on disclosure."""

    SELF = "self"
    COUNTER = "counter"
    PARTNER = "partner"
    IMPORT = "import"


class Status(StrEnum):
    """Where the relationship with a person stands."""

    ACTIVE = "active"
    LEFT = "left"
    REFUSED = "refused"
    DISPOSED = "disposed"


class NameKind(StrEnum):
    """What a name is to its person."""

    CURRENT = "current"
    FORMER = "former"
    ALIAS = "alias"


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
    """A name as it was written; `until` is set when it is no longer in use."""

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

    `issuer` is the bank and branch code or the card's brand, `detail` the kind of account or the card's expiry;
    `sealed` says whether the whole number is kept (of a card usually not); `sound` whether it passed its check.
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


@dataclass(frozen=True)
class Person:
    """What is held about one customer beside transactions, requests and letters; `id` never changes, `number` may."""

    id: int
    uid: str
    number: str
    status: Status
    birth: date | None
    language: str
    origin: Origin
    since: date | None = None
    left_on: date | None = None
    last_activity: date | None = None
    notes: str = ""
    entrusted: bool = False
    names: tuple[Name, ...] = ()
    addresses: tuple[Address, ...] = ()
    contacts: tuple[Contact, ...] = ()
    numbers: tuple[Number, ...] = ()
    version: int = 1

    @property
    def name(self) -> str:
        """The name in use, as it was written."""
        return next((name.text for name in self.names if name.kind is NameKind.CURRENT and not name.until), "")

    @property
    def kana(self) -> str:
        """The reading of the name in use."""
        return next((name.kana for name in self.names if name.kind is NameKind.CURRENT and not name.until), "")

    @property
    def address(self) -> Address | None:
        """The address in use."""
        return next((address for address in self.addresses if not address.until), None)

    def reached_by(self, kind: ContactKind) -> tuple[str, ...]:
        """The telephone numbers or mail addresses in use."""
        return tuple(contact.value for contact in self.contacts if contact.kind is kind and not contact.until)


@dataclass(frozen=True)
class Profile:
    """What can be typed about a person: the form of "add" and "edit", and what an import row becomes.

    Numbers are given only to add or replace one; they are never read back into a profile.
    """

    name: str
    kana: str = ""
    number: str = ""
    birth: date | None = None
    postal: str = ""
    address: str = ""
    phones: tuple[str, ...] = ()
    mails: tuple[str, ...] = ()
    status: Status = Status.ACTIVE
    language: str = "ja"
    since: date | None = None
    left_on: date | None = None
    last_activity: date | None = None
    notes: str = ""
    source: Source = Source.SELF


@dataclass(frozen=True)
class NewNumber:
    """A number to be sealed: `full` is empty where only the last four digits may be kept."""

    kind: NumberKind
    issuer: str
    detail: str
    last4: str
    full: str = field(repr=False, default="")
    sound: bool = True


@dataclass(frozen=True)
class NewPerson:
    """Somebody about to be entered, with the numbers to seal and what he said to advertising (None: nothing)."""

    profile: Profile
    numbers: tuple[NewNumber, ...] = ()
    wants_mail: bool | None = None


@dataclass(frozen=True)
class PersonRow:
    """One line of the list of customers; `stands` are those for which some use of his data is forbidden."""

    id: int
    number: str
    name: str
    kana: str
    birth: date | None
    status: Status
    suspended: int
    open_requests: int
    last_activity: date | None
    keep_until: date | None
    held: int
    warnings: int
    stands: tuple[Stand, ...] = ()


# the columns by which the list of customers can be sorted; each has its index
SORTS = (
    "number",
    "sort_name",
    "birth",
    "status",
    "suspended",
    "open_requests",
    "last_activity",
    "keep_until",
)
# what the list can be narrowed by
FILTERS = ("status", "suspended", "open_requests", "warnings")


@dataclass(frozen=True)
class PeopleQuery:
    """What the list of customers shows; `sort` is one of SORTS, ties are broken by id."""

    text: str = ""
    status: Status | None = None
    suspended: bool = False
    with_requests: bool = False
    with_warnings: bool = False
    sort: str = "sort_name"
    descending: bool = False


@dataclass(frozen=True)
class Change:
    """One change of one field, for the history and for the side-by-side of a correction."""

    field: str
    old: str
    new: str


def changes(old: Profile, new: Profile) -> tuple[Change, ...]:
    """The fields in which two profiles differ, in the order of the form."""
    return tuple(
        Change(name, _written(getattr(old, name)), _written(getattr(new, name)))
        for name in Profile.__dataclass_fields__
        if name != "source" and getattr(old, name) != getattr(new, name)
    )


def profile(person: Person) -> Profile:
    """The form of a person as it is held now."""
    address = person.address
    return Profile(
        name=person.name,
        kana=person.kana,
        number=person.number,
        birth=person.birth,
        postal=address.postal if address else "",
        address=address.text if address else "",
        phones=person.reached_by(ContactKind.PHONE),
        mails=person.reached_by(ContactKind.MAIL),
        status=person.status,
        language=person.language,
        since=person.since,
        left_on=person.left_on,
        last_activity=person.last_activity,
        notes=person.notes,
        source=person.origin.source,
    )


def _written(value: object) -> str:
    if isinstance(value, tuple):
        return "、".join(value)
    return "" if value is None else str(value)
