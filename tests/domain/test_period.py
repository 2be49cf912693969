"""Periods never run out of the calendar."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from privdesk.domain.period import last_day, month_end, months_before

_SPAN = st.integers(min_value=0, max_value=10_000)


@pytest.mark.parametrize(
    ("after", "span", "end"),
    [
        (date(9998, 12, 31), {"years": 1}, date(9999, 12, 31)),
        (date(9999, 12, 30), {"days": 1}, date(9999, 12, 31)),
        (date(9999, 12, 31), {}, date.max),
        (date(9999, 12, 31), {"years": 7}, date.max),
        (date(9999, 12, 1), {"months": 1}, date.max),
    ],
)
def test_a_period_ends_with_the_calendar(after, span, end):
    assert last_day(after, **span) == end


def test_months_stay_within_the_calendar():
    assert month_end(date(9999, 10, 5), 2) == date(9999, 12, 31)
    assert month_end(date(9999, 10, 5), 3) == date.max
    assert months_before(date(1, 2, 28), 1) == date(1, 1, 28)
    assert months_before(date(1, 2, 28), 2) == date.min


@given(st.dates(), _SPAN, _SPAN, _SPAN)
def test_no_period_ends_before_it_begins(after, years, months, days):
    assert last_day(after, years=years, months=months, days=days) >= after
    assert month_end(after, months) >= after >= months_before(after, months)
