"""Imported batches: what a foreign file brought, what waits for a human, what was taken with a warning."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from privdesk.domain import errors
from privdesk.domain.errors import DeskError


class BatchKind(StrEnum):
    """What the rows of a file are."""

    PEOPLE = "people"
    TRANSACTIONS = "transactions"


class RowState(StrEnum):
    """What became of a row that could not be taken as it was."""

    WAITING = "waiting"
    ENTERED = "entered"
    DROPPED = "dropped"


class Likeness(StrEnum):
    """Why a customer may be the one whom a transaction is about, the strongest ground first."""

    NUMBER = "number"
    CONTACT = "contact"
    BEFORE = "before"
    BORN = "born"
    SIMILAR = "similar"


@dataclass(frozen=True)
class Fault:
    """What is wrong with a row or a field: the class of its error by name, and what fills that class's sentence."""

    code: str
    values: Mapping[str, str | int] = field(default_factory=dict)

    @property
    def sentence(self) -> str:
        """The sentence to translate and fill with `values`."""
        kind: type[DeskError] = getattr(errors, self.code)
        return kind.sentence

    def __str__(self) -> str:
        return self.sentence.format(**self.values)

    @classmethod
    def of(cls, error: DeskError) -> "Fault":
        """What an error says, to be kept instead of raised."""
        return cls(type(error).__name__, error.values)


@dataclass(frozen=True)
class Received:
    """From whom data came, how he had acquired them, when, and which they are (法30条1項・3項, 規則22-24条)."""

    partner: str = ""
    address: str = ""
    representative: str = ""
    acquired_how: str = ""
    on: date | None = None
    items: str = ""


NOT_SAID = Received()
"""Of customers, who are nobody's feed, and of a partner's table about which nobody said anything."""


@dataclass(frozen=True)
class Batch:
    """One imported file; the counts are those of the day it was imported, and of a running one what they are so far."""

    id: int
    kind: BatchKind
    file_name: str
    digest: str
    encoding: str
    mapping: Mapping[str, str]
    rows: int
    imported: int
    warned: int
    waiting: int
    at: datetime
    user: int
    partner: int | None = None
    undone_at: datetime | None = None
    undone_by: int | None = None
    received: Received = NOT_SAID
    running: bool = False


@dataclass(frozen=True)
class WaitingRow:
    """A row that needs a human; `raw` has its cells by header, numbers among them masked."""

    id: int
    batch: int
    row: int
    raw: Mapping[str, str]
    fault: Fault
    state: RowState
    why: str = ""
    person: int | None = None


@dataclass(frozen=True)
class FieldWarning:
    """A field of an imported row that could not be read; `raw` is its text as it came, masked where it is a number."""

    id: int
    batch: int
    row: int
    person: int | None
    field: str
    raw: str
    sealed: bool
    fault: Fault
    mended_at: datetime | None = None
