"""A request as it is entered and as it is listed: its line, the tabs and filters of the list."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from privdesk.domain.dates import ERAS
from privdesk.domain.event import Asked
from privdesk.domain.law import Channel, Requester
from privdesk.domain.party import Party
from privdesk.domain.procedure import ENDED, State, Step


@dataclass(frozen=True)
class NewRequest:
    """What is typed when a request is taken in; the day of its letter, its arrival and its entry are kept apart.

    `person` is the customer, where he is known, and `message` the mail that asks.
    """

    channel: Channel
    arrived: date
    items: tuple[Asked, ...] = ()
    requester: Requester = Requester.PRINCIPAL
    parties: tuple[Party, ...] = ()
    language: str = "ja"
    letter_on: date | None = None
    person: int | None = None
    message: int | None = None
    notes: str = ""


class Tab(StrEnum):
    """The tabs of the list of requests."""

    NEW = "new"
    WAITING = "waiting"
    WORKING = "working"
    APPROVAL = "approval"
    SENDING = "sending"
    DONE = "done"


STATES: dict[Tab, frozenset[State]] = {
    Tab.NEW: frozenset({State.RECEIVED}),
    Tab.WAITING: frozenset({State.AWAITING_IDENTITY, State.AWAITING_FEE}),
    Tab.WORKING: frozenset(
        {State.ACKNOWLEDGED, State.SEARCHING, State.DECIDING, State.EXECUTING, State.TO_ANSWER, State.ANSWERED}
    ),
    Tab.APPROVAL: frozenset({State.AWAITING_APPROVAL}),
    Tab.SENDING: frozenset({State.TO_SEND}),
    Tab.DONE: ENDED,
}


@dataclass(frozen=True)
class RequestRow:
    """One line of the list; `name` is the customer's, or the one that the request gives until he is linked."""

    id: int
    number: str
    kinds: tuple[str, ...]
    person: int | None
    name: str
    arrived: date
    due: date
    day14: date | None
    owner: str
    state: State
    next_step: Step | None
    paused: bool
    version: int

    def days_left(self, today: date) -> int:
        """Calendar days until the policy deadline; negative when it has passed."""
        return (self.due - today).days


SORTS = ("number", "kinds", "name", "arrived", "due", "day14", "owner", "state")


@dataclass(frozen=True)
class RequestQuery:
    """What the list shows: `due_by` leaves only open, running requests due by that day; `sort` is one of SORTS."""

    tab: Tab | None = None
    text: str = ""
    kind: str | None = None
    owner: int | None = None
    person: int | None = None
    due_by: date | None = None
    sort: str = "due"
    descending: bool = False


class Match(StrEnum):
    """Why a customer may be the one whom a request is about, the strongest ground first."""

    NUMBER = "number"
    NAME_AND_BIRTH = "name_and_birth"
    MAIL = "mail"
    PHONE = "phone"
    NAME = "name"


@dataclass(frozen=True)
class Hints:
    """What a request says of the person, to find him among the customers."""

    numbers: tuple[str, ...] = ()
    mails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    birth: date | None = None


def request_number(arrived: date, count: int) -> str:
    """The number by which office and customer call a request: R8-0041 is the 41st that arrived in 令和8年."""
    era = next(era for era in ERAS if arrived >= era.first)
    return f"{era.letter}{arrived.year - era.first_year + 1}-{count:04}"
