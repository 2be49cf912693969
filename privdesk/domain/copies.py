"""The register of copies: where copies of the desk lie, and by when each is to be gone."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from privdesk.domain import period


@dataclass(frozen=True)
class Copy:
    """One copy. `file` is empty for one that was entered by hand; `log_seq` is the last log entry that it holds.

    `proven_on` is the day of its last drill that passed.
    """

    id: int
    uid: str
    place: str
    file: str
    made_at: datetime
    size: int
    log_seq: int
    destroy_by: date
    destroyed_on: date | None = None
    proven_on: date | None = None
    version: int = 1

    def is_overdue(self, today: date) -> bool:
        """Whether it should be gone by now."""
        return self.destroyed_on is None and self.destroy_by < today


def last_day(made: date, daily: int, monthly: int) -> date:
    """By when a copy is to be gone at the latest, where so many daily and monthly ones are kept."""
    return max(made + timedelta(days=daily), period.last_day(made, months=monthly))
