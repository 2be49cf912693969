"""Periods in calendar months and years, as Civil Code Art. 140 and 143 count them."""

from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date, timedelta

_DAY = timedelta(days=1)
_MONTHS = 12


def last_day(after: date, *, years: int = 0, months: int = 0, days: int = 0) -> date:
    """The last day of a period that begins with the end of the day `after`, which itself is not counted.

    It ends on the day before the one that corresponds to its first day, or, where the last month has no such day, with
    that month. A period that runs beyond the calendar ends with it, on 9999-12-31.
    """
    try:
        first = after + _DAY
        year, month = _moved(first, years * _MONTHS + months)
        length = monthrange(year, month)[1]
        end = date(year, month, first.day) - _DAY if first.day <= length else date(year, month, length)
        return end + timedelta(days=days)
    except (OverflowError, ValueError):
        return date.max


def month_end(day: date, months: int = 0) -> date:
    """The last day of the month that lies `months` after the month of `day`; 9999-12-31 is the last of all."""
    year, month = _moved(day, months)
    return date.max if year > MAXYEAR else date(year, month, monthrange(year, month)[1])


def months_before(day: date, months: int) -> date:
    """The same day so many months earlier, or the last day of that month; 0001-01-01 is the first of all."""
    year, month = _moved(day, -months)
    return date.min if year < MINYEAR else date(year, month, min(day.day, monthrange(year, month)[1]))


def _moved(day: date, months: int) -> tuple[int, int]:
    year, month = divmod(day.year * _MONTHS + day.month - 1 + months, _MONTHS)
    return year, month + 1
