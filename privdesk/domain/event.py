"""What happens to a request: one class per kind of event, with what must be known about it."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import ClassVar

import msgspec

from privdesk.domain.asked import Asked as Asked
from privdesk.domain.asked import Changed as Changed
from privdesk.domain.asked import Proposed as Proposed
from privdesk.domain.decision import Decision
from privdesk.domain.identity import IdentityCheck
from privdesk.domain.law import Channel, Requester
from privdesk.domain.party import PartyRole


class EventKind(StrEnum):
    """The closed list of events; the order is that of the procedure."""

    RECEIVED = "received"
    ACKNOWLEDGED = "acknowledged"
    PERSON_LINKED = "person_linked"
    PARTIES_CHANGED = "parties_changed"
    ITEMS_CHANGED = "items_changed"
    IDENTITY_ASKED = "identity_asked"
    IDENTITY_CHECKED = "identity_checked"
    IDENTITY_FAILED = "identity_failed"
    PAUSED = "paused"
    RESUMED = "resumed"
    DECIDED = "decided"
    DECISION_WITHDRAWN = "decision_withdrawn"
    APPROVAL_ASKED = "approval_asked"
    APPROVED = "approved"
    SENT_BACK = "sent_back"
    EXECUTED = "executed"
    EXECUTION_UNDONE = "execution_undone"
    LETTER_ISSUED = "letter_issued"
    LETTER_SENT = "letter_sent"
    EXTENDED = "extended"
    CLOSED = "closed"
    REOPENED = "reopened"
    WITHDRAWN = "withdrawn"
    NOTE = "note"


class Wait(StrEnum):
    """What the office waits for while the policy deadline stands still."""

    PAPERS = "papers"
    FEE = "fee"
    DETAILS = "details"


class Outcome(StrEnum):
    """How a request was closed."""

    ANSWERED = "answered"
    UNVERIFIED = "unverified"
    REFERRED = "referred"
    CONVERTED = "converted"


class Detail(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What must be known about an event of one kind."""

    kind: ClassVar[EventKind]


class Received(Detail, frozen=True):
    """The request arrived on the event's day `on`; `elsewhere`: somebody else than who asks is to get the answer."""

    kind = EventKind.RECEIVED
    channel: Channel
    requester: Requester = Requester.PRINCIPAL
    items: tuple[Asked, ...] = ()
    elsewhere: bool = False


class Acknowledged(Detail, frozen=True):
    """The requester was told without a letter that the request is in hand, and which papers are wanted."""

    kind = EventKind.ACKNOWLEDGED


class PersonLinked(Detail, frozen=True):
    """The customer whom it concerns, or None where the link was wrong; another customer needs another check."""

    kind = EventKind.PERSON_LINKED
    person: int | None
    requester: Requester | None = None


class PartiesChanged(Detail, frozen=True):
    """These are named or reached otherwise from now on, so another check is needed; `elsewhere` as on arrival."""

    kind = EventKind.PARTIES_CHANGED
    parties: tuple[PartyRole, ...]
    elsewhere: bool = False


class ItemsChanged(Detail, frozen=True):
    """All that is asked, as understood from now on."""

    kind = EventKind.ITEMS_CHANGED
    items: tuple[Asked, ...]


class IdentityAsked(Detail, frozen=True):
    """It was settled which papers (codes of the law's data) are wanted; the requester is yet to be told."""

    kind = EventKind.IDENTITY_ASKED
    papers: tuple[str, ...]


class IdentityChecked(Detail, frozen=True):
    """Identity was shown; the clock goes on."""

    kind = EventKind.IDENTITY_CHECKED
    check: IdentityCheck


class IdentityFailed(Detail, frozen=True):
    """What was shown did not suffice."""

    kind = EventKind.IDENTITY_FAILED
    reason: str


class Paused(Detail, frozen=True):
    """The office waits for the requester."""

    kind = EventKind.PAUSED
    wait: Wait


class Resumed(Detail, frozen=True):
    """What the office waited for is here."""

    kind = EventKind.RESUMED
    wait: Wait


class Decided(Detail, frozen=True):
    """The answer to one item; `until` and `rule` (a retention rule's code) belong to what is kept."""

    kind = EventKind.DECIDED
    item: int
    decision: Decision
    ground: str | None = None
    facts: str = ""
    until: date | None = None
    rule: str | None = None


class DecisionWithdrawn(Detail, frozen=True):
    """A decision was taken back before it was carried out."""

    kind = EventKind.DECISION_WITHDRAWN
    item: int
    reason: str


class ApprovalAsked(Detail, frozen=True):
    """A second person was asked to approve what needs it."""

    kind = EventKind.APPROVAL_ASKED


class Approved(Detail, frozen=True):
    """A second person approved every decision that waits; `lone`: the office's only person approved an own one."""

    kind = EventKind.APPROVED
    lone: bool = False


class SentBack(Detail, frozen=True):
    """The second person did not approve."""

    kind = EventKind.SENT_BACK
    reason: str


class Executed(Detail, frozen=True):
    """An item was carried out: what changed, the purposes stopped, and the rows of these it began and ended."""

    kind = EventKind.EXECUTED
    item: int
    what: str = ""
    changes: tuple[Changed, ...] = ()
    purposes: tuple[str, ...] = ()
    begun: tuple[int, ...] = ()
    ended: tuple[int, ...] = ()


class ExecutionUndone(Detail, frozen=True):
    """What was carried out was taken back on the person's data, before the person was told of it."""

    kind = EventKind.EXECUTION_UNDONE
    item: int
    reason: str


class LetterIssued(Detail, frozen=True):
    """A letter got its number; `items` are those whose decision it tells."""

    kind = EventKind.LETTER_ISSUED
    letter: int
    template: str
    items: tuple[int, ...] = ()


class LetterSent(Detail, frozen=True):
    """A letter left the house."""

    kind = EventKind.LETTER_SENT
    letter: int
    method: str = ""
    tracking: str = ""


class Extended(Detail, frozen=True):
    """The requester was told a later day, with the reason."""

    kind = EventKind.EXTENDED
    until: date
    reason: str


class Closed(Detail, frozen=True):
    """The case ended; `into` names what a converted request became."""

    kind = EventKind.CLOSED
    outcome: Outcome = Outcome.ANSWERED
    reason: str = ""
    into: str = ""


class Reopened(Detail, frozen=True):
    """An ended case goes on."""

    kind = EventKind.REOPENED
    reason: str


class Withdrawn(Detail, frozen=True):
    """The requester no longer asks."""

    kind = EventKind.WITHDRAWN
    reason: str


class Note(Detail, frozen=True):
    """A word for colleagues; it never moves the case."""

    kind = EventKind.NOTE
    text: str


DETAILS: dict[EventKind, type[Detail]] = {detail.kind: detail for detail in Detail.__subclasses__()}


@dataclass(frozen=True)
class Event:
    """One line of a request's list: entered at the instant `at` (UTC) by the login `by`, true of the day `on`."""

    seq: int
    at: datetime
    on: date
    by: str
    detail: Detail

    @property
    def kind(self) -> EventKind:
        """Which of the closed list it is."""
        return self.detail.kind
