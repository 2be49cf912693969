"""The purposes of use, what data each uses, and whether a person's data may be used for it on a day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import msgspec

from privdesk.domain.category import Category
from privdesk.domain.law import Text


class Purpose(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A purpose of use as the privacy policy names it, with the categories of data it uses."""

    name: Text
    short: Text
    marketing: bool
    categories: tuple[Category, ...]


class Purposes(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All purposes of an office by code, with the words for categories and stands."""

    purposes: dict[str, Purpose] = msgspec.field(name="purpose")
    categories: dict[Category, Text] = msgspec.field(name="category")
    words: dict[str, dict[str, Text]] = msgspec.field(name="word")

    def word(self, stand: "Stand") -> Text:
        """The wording of a stand."""
        return self.words["stand"][stand.value]


class Stand(StrEnum):
    """How a person's data stand to a purpose."""

    OPEN = "open"
    CONSENTED = "consented"
    OPTED_OUT = "opted_out"
    SUSPENDED = "suspended"


_BLOCKING = frozenset({Stand.OPTED_OUT, Stand.SUSPENDED})


@dataclass(frozen=True)
class PurposeState:
    """How a person stands to one purpose from `start` on, why, and by which request.

    `last_day` was agreed on when it was entered; `end` is the last day since something ended it.
    """

    purpose: str
    stand: Stand
    start: date
    end: date | None = None
    ground: str = ""
    request: str | None = None
    last_day: date | None = None
    id: int = 0

    def in_force(self, day: date) -> bool:
        """Whether it holds on `day`."""
        return self.start <= day and all(last is None or day <= last for last in (self.end, self.last_day))

    def to_come(self, day: date) -> bool:
        """Whether it was entered and begins only after `day`."""
        return self.start > day and (self.end is None or self.end >= self.start)

    @property
    def until(self) -> date | None:
        """The last day on which it holds, as far as that is known."""
        return min((last for last in (self.end, self.last_day) if last), default=None)


@dataclass(frozen=True)
class Exemption:
    """A use that a manager signed in spite of a suspension: of a person's data, for a purpose, up to `last_day`.

    It covers the suspensions whose ids are `stands`; one that is entered later stops the use again. With `once` the
    first use spends it.
    """

    id: int
    person: int
    purpose: str
    stands: frozenset[int]
    reason: str
    asked_by: str
    signed_by: str
    signed_on: date
    last_day: date
    once: bool
    used_on: date | None = None
    withdrawn_on: date | None = None
    withdrawn_by: str = ""
    withdrawn_why: str = ""
    version: int = 1

    def in_force(self, day: date) -> bool:
        """Whether a use can lean on it on `day`."""
        is_spent = self.once and self.used_on is not None
        return self.signed_on <= day <= self.last_day and self.withdrawn_on is None and not is_spent

    def covers(self, state: PurposeState) -> bool:
        """Whether it was signed for this suspension; what somebody opted out of is exempt from nothing."""
        return state.stand is Stand.SUSPENDED and state.purpose == self.purpose and state.id in self.stands


@dataclass(frozen=True)
class AttemptCount:
    """How often somebody tried in a month to use data for a purpose that was suspended, and for how many people."""

    month: date
    purpose: str
    user: int
    name: str
    attempts: int
    people: int


@dataclass(frozen=True)
class KeptPurpose:
    """A purpose as the office keeps it; one that is switched off stays, because consents and letters refer to it."""

    code: str
    purpose: Purpose
    active: bool = True
    version: int = 1


def parsed(data: bytes) -> Purposes:
    """Decode `purposes.toml`; an unknown or missing key is a defect of the file: `msgspec.ValidationError`."""
    return msgspec.toml.decode(data, type=Purposes)


def blocked(states: Iterable[PurposeState], purpose: str, day: date) -> PurposeState | None:
    """What forbids the use for `purpose` on `day`, a suspension before an opt-out, or None where nothing does.

    A later consent does not lift it by itself: lifting gives the blocking state its end.
    """
    blocking = [s for s in states if s.purpose == purpose and s.stand in _BLOCKING and s.in_force(day)]
    return min(blocking, key=lambda s: (s.stand is not Stand.SUSPENDED, s.start), default=None)


def barred(
    states: Iterable[PurposeState], exemptions: Iterable[Exemption], purpose: str, day: date
) -> PurposeState | None:
    """As `blocked`, but for the suspensions that an exemption in force covers."""
    signed = [one for one in exemptions if one.in_force(day)]
    return blocked((s for s in states if not any(one.covers(s) for one in signed)), purpose, day)
