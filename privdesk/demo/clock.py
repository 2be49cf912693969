"""A clock that goes as the made-up office's history is told, and stands still afterwards on the demo's today."""

from datetime import date, datetime, time, timedelta

from privdesk.domain.office import ZONE


class StoryClock:
    """Gives the told instant; each look is 20 seconds later, so that the log reads like a day's work."""

    def __init__(self, start: date) -> None:
        self._now = datetime.combine(start, time(9), ZONE)

    def __call__(self) -> datetime:
        """This instant of the story."""
        self._now += timedelta(seconds=20)
        return self._now

    def go_to(self, day: date, at: time = time(9, 30)) -> None:
        """Go on to another day."""
        self._now = max(self._now, datetime.combine(day, at, ZONE))
