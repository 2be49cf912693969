"""Looks at the same thing over and over: the first is an entry of the log, and one more entry counts those after it.

Else people stop reading the log. What shows whole numbers is an entry each time. A count that has not been written when
the program is killed is lost; that the first look was, and whose it was, is not.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from privdesk.domain.user import User

WITHIN = timedelta(minutes=5)


@dataclass(frozen=True)
class Look:
    """Who looks at what by which act, and what the log says of it."""

    by: User
    act: str
    about: str
    detail: Mapping[str, object]

    def is_like(self, other: "Look") -> bool:
        """Whether both see the same thing, and no whole numbers."""
        return self == other and not self.detail.get("numbers")


@dataclass
class Repeated:
    """A look that is in the log since an instant, and how many like it followed."""

    look: Look
    since: datetime
    more: int = 0

    def is_over(self, now: datetime) -> bool:
        """Whether the next look like it is an entry again, as with a clock that was set back."""
        return not self.since <= now <= self.since + WITHIN


class Looks:
    """The looks of a sitting that further ones may repeat."""

    def __init__(self) -> None:
        self._logged: list[Repeated] = []
        self._ended = False

    def repeats(self, look: Look, now: datetime) -> bool:
        """Whether the log has this look already."""
        return any(one.look.is_like(look) and not one.is_over(now) for one in self._logged)

    def over(self, now: datetime) -> list[Repeated]:
        """Those that followed looks which nothing will follow any more, to be told in the log now."""
        return [one for one in self._logged if one.more and (self._ended or one.is_over(now))]

    def note(self, look: Look, now: datetime) -> None:
        """Count a look that repeats another, or remember it as the first, once its entry is in the log for good."""
        for one in self._logged:
            if one.look.is_like(look) and not one.is_over(now):
                one.more += 1
                return
        self._logged.append(Repeated(look, now))

    def forget(self, now: datetime) -> None:
        """Drop what is over, once it was told in the log for good."""
        self._logged = [one for one in self._logged if not (self._ended or one.is_over(now))]

    def end(self) -> None:
        """Nothing will be looked at any more: what was counted is told with the next entry."""
        self._ended = True
