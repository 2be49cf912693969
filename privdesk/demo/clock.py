"""A clock that goes as the made-up office's history is told, and stands still at its end."""

from datetime import date, datetime, time, timedelta

from privdesk.domain.office import ZONE


class StoryClock:
    """Gives the told instant; each look is 20 seconds later, so that the log reads like a day's work.

    It never goes past `end`, when the desk is looked at: else its log would tell of a clock that was set back.
    """

    def __init__(self, start: date, end: datetime) -> None:
        self._now = datetime.combine(start, time(9), ZONE)
        self._end = end

    def __call__(self) -> datetime:
        """This instant of the story."""
        self._now = min(self._now + timedelta(seconds=20), self._end)
        return self._now

    def go_to(self, day: date, at: time = time(9, 30)) -> None:
        """Go on to another day."""
        self._now = min(max(self._now, datetime.combine(day, at, ZONE)), self._end)
