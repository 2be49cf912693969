"""What the days of a record may not say together; a record that came so from elsewhere stays until it is edited."""

from collections.abc import Collection
from datetime import date

from privdesk.domain.errors import BirthAhead, EndBeforeStart, EndMissing
from privdesk.domain.person import Profile, Status

_SPAN = frozenset({"status", "since", "left_on"})


def ensure_birth(birth: date | None, today: date) -> None:
    """Raise BirthAhead for a day that is still to come."""
    if birth and birth > today:
        raise BirthAhead


def ensure_span(status: Status, since: date | None, left_on: date | None) -> None:
    """Raise EndBeforeStart, or EndMissing for somebody who left nobody knows when."""
    if since and left_on and left_on < since:
        raise EndBeforeStart(since=since.isoformat(), left_on=left_on.isoformat())
    if status is Status.LEFT and left_on is None:
        raise EndMissing


def ensure_sound(new: Profile, fields: Collection[str], today: date) -> None:
    """Look at those days of which one is among the changed `fields`; raises what the others here raise."""
    if "birth" in fields:
        ensure_birth(new.birth, today)
    if _SPAN & set(fields):
        ensure_span(new.status, new.since, new.left_on)
