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

    def using(self, category: Category) -> tuple[str, ...]:
        """The codes of the purposes that use this category, in the order of the policy."""
        return tuple(code for code, purpose in self.purposes.items() if category in purpose.categories)

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
    """How a person stands to one purpose from `start` to the last day `end`, why, and by which request."""

    purpose: str
    stand: Stand
    start: date
    end: date | None = None
    ground: str = ""
    request: str | None = None

    def in_force(self, day: date) -> bool:
        """Whether it holds on `day`."""
        return self.start <= day and (self.end is None or day <= self.end)


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
