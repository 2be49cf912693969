"""Looks at the same thing over and over: the first is an entry of the log, and one more entry counts those after it.

Else people stop reading the log. What shows whole numbers is an entry each time. A count that has not been written when
the program is killed is lost; that the first look was, and whose it was, is not.
"""

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
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


@dataclass(frozen=True)
class Moment:
    """An instant by the clock of the PC, which anybody can set, and by one that only runs on."""

    wall: datetime
    running: timedelta


@dataclass
class Repeated:
    """A look that is in the log since a moment, and how many like it followed."""

    look: Look
    since: Moment
    more: int = 0

    def is_over(self, now: Moment) -> bool:
        """Whether the next look like it is an entry again, as with a clock that was set back."""
        is_near = self.since.wall <= now.wall <= self.since.wall + WITHIN
        return not (is_near and now.running <= self.since.running + WITHIN)


class Looks:
    """The looks of a sitting that further ones may repeat; `running` gives seconds that are never set back."""

    def __init__(self, running: Callable[[], float] = time.monotonic) -> None:
        self._logged: list[Repeated] = []
        self._ended = False
        self._running = running

    def moment(self, now: datetime) -> Moment:
        """This moment, to be asked for once in each act."""
        return Moment(now, timedelta(seconds=self._running()))

    @contextmanager
    def kept_on_failure(self) -> Iterator[None]:
        """Know again all that was counted, if what is done in here fails and its entries are thrown away."""
        before = [replace(one) for one in self._logged]
        try:
            yield
        except BaseException:
            self._logged = before
            raise

    def repeats(self, look: Look, now: Moment) -> bool:
        """Whether the log has this look already."""
        return any(one.look.is_like(look) and not one.is_over(now) for one in self._logged)

    def over(self, now: Moment) -> list[Repeated]:
        """Those that followed looks which nothing will follow any more, to be told in the log now."""
        return [one for one in self._logged if one.more and (self._ended or one.is_over(now))]

    def note(self, look: Look, now: Moment) -> None:
        """Count a look that repeats another, or remember it as the first, once its entry is in the log for good."""
        for one in self._logged:
            if one.look.is_like(look) and not one.is_over(now):
                one.more += 1
                return
        self._logged.append(Repeated(look, now))

    def forget(self, now: Moment) -> None:
        """Drop what is over, once it was told in the log for good."""
        self._logged = [one for one in self._logged if not (self._ended or one.is_over(now))]

    def end(self) -> None:
        """Nothing will be looked at any more: what was counted is told with the next entry."""
        self._ended = True
