"""The days on which the office works: no weekends, no Japanese public holidays, none of its own closing days."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

import holidays

_DAY = timedelta(days=1)
_SATURDAY = 5
_LANGUAGES = {"ja": "ja", "en": "en_US"}


@dataclass(frozen=True)
class Calendar:
    """Business days of one office; `closing` are its own days off, such as those around New Year."""

    closing: frozenset[date] = frozenset()

    def is_open(self, day: date) -> bool:
        """Whether the office works on `day`."""
        return day.weekday() < _SATURDAY and day not in self.closing and holiday(day, "ja") is None

    def next_open(self, day: date) -> date:
        """`day` itself, or else the first business day after it (the rule of Civil Code Art. 142)."""
        while not self.is_open(day):
            day += _DAY
        return day

    def after(self, day: date, count: int) -> date:
        """The `count`-th business day after `day`, which itself is not counted."""
        return self._walked(day, count, _DAY)

    def before(self, day: date, count: int) -> date:
        """The `count`-th business day before `day`, which itself is not counted."""
        return self._walked(day, count, -_DAY)

    def _walked(self, day: date, count: int, step: timedelta) -> date:
        while count:
            day += step
            count -= self.is_open(day)
        return day


def holiday(day: date, language: str) -> str | None:
    """The name of the public holiday on `day`, substitute holidays included, or None."""
    return _holidays(day.year, language).get(day)


@lru_cache(maxsize=64)
def _holidays(year: int, language: str) -> dict[date, str]:
    return dict(holidays.country_holidays("JP", years=year, language=_LANGUAGES[language]))
