"""The data subject: who a customer is and what is held about him, each item with its origin."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from privdesk.domain.formats.address import address_line
from privdesk.domain.formats.name import name_line
from privdesk.domain.particular import Address, AddressKind, Contact, Name, Number
from privdesk.domain.particular import ContactKind as ContactKind
from privdesk.domain.particular import NameKind as NameKind
from privdesk.domain.particular import NumberKind as NumberKind
from privdesk.domain.particular import Origin as Origin
from privdesk.domain.particular import Source as Source
from privdesk.domain.purpose import Stand


class Status(StrEnum):
    """Where the relationship with a person stands."""

    ACTIVE = "active"
    LEFT = "left"
    REFUSED = "refused"
    DISPOSED = "disposed"


class Kept(StrEnum):
    """Where a customer's longest period stands; OPEN has no date, which never means that he may go."""

    OVERDUE = "overdue"
    SOON = "soon"  # ends within 90 days
    HELD = "held"
    OPEN = "open"


@dataclass(frozen=True)
class Person:
    """What is held about one customer beside transactions, requests and letters; `id` never changes, `number` may.

    `changed` has the origin of each field of the record itself that was changed since it was entered.
    """

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
    changed: Mapping[str, Origin] = field(default_factory=dict)
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
        """Where the person lives."""
        return next(iter(self.addresses_in_use(AddressKind.HOME)), None)

    @property
    def letters_to(self) -> Address | None:
        """Where letters go: to the mailing address, where there is one, else home."""
        return next(iter(self.addresses_in_use(AddressKind.MAILING)), self.address)

    def addresses_in_use(self, kind: AddressKind) -> tuple[Address, ...]:
        """The addresses of a kind."""
        return tuple(address for address in self.addresses if address.kind is kind and not address.until)

    def also_called(self, kind: NameKind) -> tuple[Name, ...]:
        """The aliases in use, or all former names: of those the day may be known on which their use ended."""
        is_former = kind is NameKind.FORMER
        return tuple(name for name in self.names if name.kind is kind and (is_former or not name.until))

    def origin_of(self, field_: str) -> Origin:
        """Where the present value of a field of the record itself came from."""
        return self.changed.get(field_, self.origin)

    def reached_by(self, kind: ContactKind) -> tuple[str, ...]:
        """The telephone numbers or mail addresses in use."""
        return tuple(contact.value for contact in self.contacts if contact.kind is kind and not contact.until)


@dataclass(frozen=True)
class Profile:
    """What can be typed about a person: the form of "add" and "edit", and what an import row becomes.

    Aliases and former names are lines as `formats.name` writes them, further addresses as `formats.address` does.
    Numbers are given only to add or replace one; they are never read back into a profile.
    """

    name: str
    kana: str = ""
    aliases: tuple[str, ...] = ()
    former_names: tuple[str, ...] = ()
    number: str = ""
    birth: date | None = None
    postal: str = ""
    address: str = ""
    mailing_postal: str = ""
    mailing_address: str = ""
    further_addresses: tuple[str, ...] = ()
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
    """A number to be sealed: `full` is empty where only the last four digits may be kept; the rest is as in Number."""

    kind: NumberKind
    issuer: str
    detail: str
    last4: str
    full: str = field(repr=False, default="")
    sound: bool = True
    holder: str = ""


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
FILTERS = ("status", "suspended", "open_requests", "warnings", "held")


@dataclass(frozen=True)
class PeopleQuery:
    """What the list of customers shows; `sort` is one of SORTS, ties are broken by id.

    `blocked_for` and `consented_to` are codes of purposes, `partner` gave transactions, `only` are ids.
    """

    text: str = ""
    status: Status | None = None
    suspended: bool = False
    with_requests: bool = False
    with_warnings: bool = False
    blocked_for: str = ""
    consented_to: str = ""
    partner: int | None = None
    kept: Kept | None = None
    only: tuple[int, ...] = ()
    sort: str = "sort_name"
    descending: bool = False


def profile(person: Person) -> Profile:
    """The form of a person as it is held now."""
    home = person.address
    mailing = next(iter(person.addresses_in_use(AddressKind.MAILING)), None)
    further = person.addresses_in_use(AddressKind.FURTHER)
    return Profile(
        name=person.name,
        kana=person.kana,
        aliases=tuple(name_line(one.text, one.kana) for one in person.also_called(NameKind.ALIAS)),
        former_names=tuple(name_line(one.text, one.kana) for one in person.also_called(NameKind.FORMER)),
        number=person.number,
        birth=person.birth,
        postal=home.postal if home else "",
        address=home.text if home else "",
        mailing_postal=mailing.postal if mailing else "",
        mailing_address=mailing.text if mailing else "",
        further_addresses=tuple(address_line(one.postal, one.text) for one in further),
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
