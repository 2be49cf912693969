"""Dates in both calendars, and legal ages."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from privdesk.domain.dates import FIRST, LAST, age_on, era_date, long_date, read_date
from privdesk.domain.errors import BadDate, DateOutOfReach, DateOutsideEra, YearMissing

_SUNDAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-22",
        "2026/11/22",
        "2026.11.22",
        "2026/11/22 0:00:00",
        "20261122",
        "2026年11月22日",
        "22.11.2026",
        "22.11.",
        "11月22日",
        "R8.11.22",
        "r8-11-22",
        "R08/11/22",
        "令8.11.22",
        "令和8年11月22日",
        "令和８年１１月２２日",
        " 令和 8 年 11 月 22 日（日） ",
        "㋿8年11月22日(日曜日)",
        "２０２６－１１－２２",
        "2026ー11ー22",
    ],
)
def test_one_day_in_all_its_notations(text):
    assert read_date(text, date(2026, 3, 1)) == _SUNDAY


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("令和元年5月1日", date(2019, 5, 1)),
        ("平成31年4月30日", date(2019, 4, 30)),
        ("平成元年1月8日", date(1989, 1, 8)),
        ("H1.1.8", date(1989, 1, 8)),
        ("昭和64年1月7日", date(1989, 1, 7)),
        ("昭和元年12月25日", date(1926, 12, 25)),
        ("大正15年12月24日", date(1926, 12, 24)),
        ("T1.7.30", date(1912, 7, 30)),
        ("明治45年7月29日", date(1912, 7, 29)),
        ("M6.1.1", date(1873, 1, 1)),
        ("昭和52年5月19日", date(1977, 5, 19)),
        ("2024-2-29", date(2024, 2, 29)),
    ],
)
def test_eras_to_their_last_day(text, day):
    assert read_date(text) == day


@pytest.mark.parametrize(
    "text",
    [
        "平成31年5月1日",
        "平成元年1月7日",
        "昭和64年1月8日",
        "昭和元年12月24日",
        "大正15年12月25日",
        "大正元年7月29日",
        "明治45年7月30日",
        "明治5年12月2日",
        "令和元年4月30日",
        "令和0年5月1日",
        "S64.2.28",
    ],
)
def test_a_day_outside_its_era_is_refused(text):
    with pytest.raises(DateOutsideEra):
        read_date(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "昭和64年2月30日",
        "2025-02-29",
        "2026-13-01",
        "2026-11/22",
        "26/11/22",
        "22/11/2026",
        "0000-01-01",
        "X8.11.22",
        "令和八年",
        "2026-11-22 13:45",
        "tomorrow",
        "123456789",
    ],
)
def test_what_is_no_date_is_refused(text):
    with pytest.raises(BadDate):
        read_date(text, _SUNDAY)


def test_a_date_without_its_year_needs_today():
    with pytest.raises(YearMissing):
        read_date("22.11.")
    with pytest.raises(BadDate):
        read_date("29.2.", date(2026, 1, 1))


def test_the_sentence_names_the_era_and_its_days():
    with pytest.raises(DateOutsideEra, match="平成 \\(1989-01-08 – 2019-04-30\\)"):
        read_date("平成31年5月1日")
    with pytest.raises(DateOutsideEra, match="令和 \\(2019-05-01 –\\)"):
        read_date("R1.4.30")


def test_every_day_since_the_western_calendar_reads_back_from_its_era_date():
    days = [date(1873, 1, 1) + timedelta(days=n) for n in range((date(2100, 12, 31) - date(1873, 1, 1)).days + 1)]
    assert [day for day in days if read_date(era_date(day)) != day] == []


@pytest.mark.parametrize("text", ["9999-12-31", "99991231", "31.12.2999", "2101-01-01", "1872-12-31", "0001-01-01"])
def test_a_day_that_no_record_speaks_of_is_refused(text):
    with pytest.raises(DateOutOfReach, match="between 1873-01-01 and 2100-12-31"):
        read_date(text)


@given(st.dates(min_value=FIRST, max_value=LAST))
def test_iso_dates_read_back(day):
    assert read_date(day.isoformat()) == read_date(f"{day:%d.%m.%Y}") == day


def test_dates_as_letters_write_them():
    assert long_date(_SUNDAY, "ja") == "令和8年11月22日"
    assert long_date(_SUNDAY, "ja", weekday=True) == "令和8年11月22日（日）"
    assert long_date(_SUNDAY, "en") == "22 November 2026"
    assert long_date(_SUNDAY, "en", weekday=True) == "Sunday, 22 November 2026"
    assert era_date(date(2019, 5, 1)) == "令和元年5月1日"
    assert era_date(date(1872, 12, 31)) == "1872年12月31日"


def test_age_is_reached_on_the_day_before_the_birthday():
    assert age_on(date(2008, 11, 23), date(2026, 11, 21)) == 17
    assert age_on(date(2008, 11, 23), date(2026, 11, 22)) == 18
    assert age_on(date(2020, 4, 1), date(2026, 3, 31)) == 6
    assert age_on(date(2020, 4, 2), date(2026, 3, 31)) == 5
    assert age_on(date(2000, 1, 1), date(2025, 12, 31)) == 26
    assert age_on(_SUNDAY, _SUNDAY) == 0


def test_who_was_born_on_the_leap_day_grows_older_on_the_28th():
    born = date(2008, 2, 29)
    assert [age_on(born, day) for day in (date(2026, 2, 27), date(2026, 2, 28))] == [17, 18]
    assert [age_on(born, day) for day in (date(2028, 2, 27), date(2028, 2, 28))] == [19, 20]


def test_nobody_has_an_age_before_birth():
    with pytest.raises(ValueError, match="before"):
        age_on(_SUNDAY, date(2026, 11, 21))
