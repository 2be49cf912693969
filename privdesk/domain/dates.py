"""Dates as people write them, in the Japanese and the western calendar, and ages as the law counts them."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from privdesk.domain.errors import BadDate, DateOutOfReach, DateOutsideEra, YearMissing
from privdesk.domain.text import narrowed


@dataclass(frozen=True)
class Era:
    """A Japanese era with its first and last day."""

    name: str
    letter: str
    first_year: int
    first: date
    last: date

    @property
    def span(self) -> str:
        """The days of the era in ISO form; the era that has not ended has no second day."""
        return f"{self.first} – {self.last}" if self.last < date.max else f"{self.first} –"


# Japan took up the western calendar on 1873-01-01, so earlier Meiji dates cannot be converted by counting years.
ERAS = (
    Era("令和", "R", 2019, date(2019, 5, 1), date.max),
    Era("平成", "H", 1989, date(1989, 1, 8), date(2019, 4, 30)),
    Era("昭和", "S", 1926, date(1926, 12, 25), date(1989, 1, 7)),
    Era("大正", "T", 1912, date(1912, 7, 30), date(1926, 12, 24)),
    Era("明治", "M", 1868, date(1873, 1, 1), date(1912, 7, 29)),
)
FIRST, LAST = date(1873, 1, 1), date(2100, 12, 31)
"""The days that a record can speak of.

Before the first Japan counted by another calendar, and nobody who lives was born. What lies behind the last is no day
but a sign: systems write 9999-12-31, 2999-12-31 or the like for "no end".
"""
_ERA = {sign: era for era in ERAS for sign in (era.name, era.name[0], era.letter)}
_SHAPES = tuple(
    re.compile(shape, re.ASCII)
    for shape in (
        r"(?P<year>\d{4})(?P<sep>[-/.])(?P<month>\d{1,2})(?P=sep)(?P<day>\d{1,2})",
        r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})",
        r"(?P<year>\d{4})年(?P<month>\d{1,2})月(?P<day>\d{1,2})日",
        r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})",
        rf"(?P<era>{'|'.join(_ERA)})(?P<year>元|\d{{1,2}})年(?P<month>\d{{1,2}})月(?P<day>\d{{1,2}})日",
        rf"(?P<era>{'|'.join(_ERA)})(?P<year>元|\d{{1,2}})(?P<sep>[-/.])(?P<month>\d{{1,2}})(?P=sep)(?P<day>\d{{1,2}})",
        r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.",
        r"(?P<month>\d{1,2})月(?P<day>\d{1,2})日",
    )
)
_ISO = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
# what spreadsheets and letters add to a date
_ADDED = re.compile(r"\s+0?0:00(:00)?$|\s*\([月火水木金土日](曜日?)?\)$")
_WEEKDAYS = "月火水木金土日"
_WEEKDAYS_EN = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS_EN = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def read_date(text: str, today: date | None = None) -> date:
    """Read a date in any of the usual notations, in any width.

    They are 2026-11-22, 2026/11/22, 20261122, 2026年11月22日, 22.11.2026, R8.11.22 and 令和8年11月22日. A date without
    its year (22.11. or 11月22日) lies in the year of `today`. An era date must lie within its era, every date between
    FIRST and LAST. Raises BadDate, or its YearMissing, DateOutsideEra and DateOutOfReach.
    """
    try:
        day = date.fromisoformat(text) if _ISO.fullmatch(text) else _read(text, today)
    except ValueError:
        raise BadDate from None
    if not FIRST <= day <= LAST:
        raise DateOutOfReach(first=FIRST.isoformat(), last=LAST.isoformat())
    return day


def era_date(day: date) -> str:
    """Return 令和8年11月22日, with 元年 for an era's first year; before 1873 the western year in Japanese."""
    era = next((era for era in ERAS if day >= era.first), None)
    if era is None:
        return f"{day.year}年{day.month}月{day.day}日"
    year = day.year - era.first_year + 1
    return f"{era.name}{'元' if year == 1 else year}年{day.month}月{day.day}日"


def long_date(day: date, language: str, *, weekday: bool = False) -> str:
    """Return the date as a letter writes it: 令和8年11月22日（日） in Japanese, Sunday, 22 November 2026 in English."""
    if language == "ja":
        return era_date(day) + (f"（{_WEEKDAYS[day.weekday()]}）" if weekday else "")
    written = f"{day.day} {_MONTHS_EN[day.month - 1]} {day.year}"
    return f"{_WEEKDAYS_EN[day.weekday()]}, {written}" if weekday else written


def age_on(birth: date, day: date) -> int:
    """Return the age in full years on `day`, which is reached on the day before the birthday.

    年齢計算ニ関スル法律 with 民法143条; who was born on 29 February grows older on the 28th in every year.
    """
    if day < birth:
        raise ValueError("nobody has an age before the day of birth")
    morrow = day + timedelta(days=1)
    return morrow.year - birth.year - ((morrow.month, morrow.day) < (birth.month, birth.day))


def _read(text: str, today: date | None) -> date:
    plain = "".join(_ADDED.sub("", narrowed(text)).split()).upper()
    found = next((match.groupdict() for shape in _SHAPES if (match := shape.fullmatch(plain))), None)
    if found is None:
        raise BadDate
    if "year" not in found and today is None:
        raise YearMissing
    era = _ERA[found["era"]] if "era" in found else None
    year = _year(found["year"], era) if "year" in found else today.year if today else 0
    day = date(year, int(found["month"]), int(found["day"]))
    if era and not era.first <= day <= era.last:
        raise DateOutsideEra(era=era.name, span=era.span)
    return day


def _year(written: str, era: Era | None) -> int:
    if era is None:
        return int(written)
    return era.first_year - 1 + (1 if written == "元" else int(written))
