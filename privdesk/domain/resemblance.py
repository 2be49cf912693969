"""What a human said of two records that may be one person's, and what waits to be looked at."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from privdesk.domain.person import PersonRow
from privdesk.domain.sameness import Verdict


class Decision(StrEnum):
    """What became of a suggestion; OPEN waits for a human."""

    OPEN = "open"
    LINKED = "linked"
    MERGED = "merged"
    DIFFERENT = "different"


@dataclass(frozen=True)
class Said:
    """A decision, why, when and by whom."""

    state: Decision
    reason: str = ""
    at: datetime | None = None
    user: int | None = None


@dataclass(frozen=True)
class Alike:
    """Somebody who may be the same person, with what speaks for it and against."""

    row: PersonRow
    verdict: Verdict


@dataclass(frozen=True)
class AlikePair:
    """Two records of the worklist."""

    one: PersonRow
    other: PersonRow
    verdict: Verdict
