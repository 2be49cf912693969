"""Which copies are kept, when the next is due, and how urgent it is."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from privdesk.domain.backup import Plan, Tone, When, next_due, to_destroy, tone
from privdesk.domain.copies import Copy, last_day
from privdesk.domain.office import ZONE

NOW = datetime(2026, 11, 22, 1, 0, tzinfo=UTC)
INSTANTS = st.integers(0, 2 * 365 * 24 * 60).map(lambda minutes: NOW - timedelta(minutes=minutes))


def copy(id_: int, made_at: datetime) -> Copy:
    return Copy(id_, f"{id_:032x}", "/media/usb", "file", made_at, 1, 1, date(2030, 1, 1))


def day(one: Copy) -> date:
    return one.made_at.astimezone(ZONE).date()


def test_of_a_backup_every_day_for_two_years_14_days_and_12_months_stay():
    copies = [copy(n, NOW - timedelta(days=n)) for n in range(730)]
    gone = to_destroy(copies, 14, 12)
    kept = sorted(set(copies) - set(gone), key=lambda one: one.made_at, reverse=True)
    assert [day(one) for one in kept[:14]] == [date(2026, 11, 22) - timedelta(days=n) for n in range(14)]
    # this month's newest is among the 14 days, and so is no month more
    assert [str(day(one)) for one in kept[14:]] == [
        *("2026-10-31", "2026-09-30", "2026-08-31", "2026-07-31", "2026-06-30", "2026-05-31", "2026-04-30"),
        *("2026-03-31", "2026-02-28", "2026-01-31", "2025-12-31"),
    ]


@given(st.lists(INSTANTS, max_size=60), st.integers(0, 20), st.integers(0, 14))
def test_the_newest_of_each_day_and_month_stay_and_nothing_goes_by_time_alone(instants, daily, monthly):
    copies = [copy(n, at) for n, at in enumerate(instants)]
    gone = set(to_destroy(copies, daily, monthly))
    kept = [one for one in copies if one not in gone]
    days, months = {day(one) for one in copies}, {day(one).replace(day=1) for one in copies}
    assert {day(one) for one in kept} >= set(sorted(days)[-max(daily, 1) :])
    assert {day(one).replace(day=1) for one in kept} >= set(sorted(months)[len(months) - min(monthly, len(months)) :])
    assert len(kept) <= max(daily, 1) + monthly
    for one in kept:
        assert one.made_at == max(other.made_at for other in copies if day(other) == day(one))
    assert not to_destroy(kept, daily, monthly), "what is kept is kept the next time too"


@given(st.lists(INSTANTS, min_size=1, max_size=40, unique=True), st.integers(1, 14), st.integers(0, 12))
def test_a_copy_more_never_lets_one_stay_that_would_have_gone(instants, daily, monthly):
    *older, newest = (copy(n, at) for n, at in enumerate(sorted(instants)))
    assert set(to_destroy(older, daily, monthly)) <= set(to_destroy([*older, newest], daily, monthly))


@pytest.mark.parametrize(
    ("hours", "expected"),
    [(0, Tone.DONE), (24, Tone.DONE), (24.1, Tone.SOON), (72, Tone.SOON), (72.1, Tone.LATE), (9000, Tone.LATE)],
)
def test_the_reminder_turns_red_after_three_days(hours, expected):
    assert tone(NOW - timedelta(hours=hours), NOW) is expected


def test_a_desk_without_a_backup_is_late():
    assert tone(None, NOW) is Tone.LATE
    assert next_due(Plan(), None, NOW) == NOW


def test_the_next_one_is_due_as_the_plan_says():
    last = datetime(2026, 11, 21, 16, 30, tzinfo=UTC)  # 1:30 on the 22nd in the office
    assert next_due(Plan(when=When.DAILY), last, NOW) == datetime(2026, 11, 23, tzinfo=ZONE)
    assert next_due(Plan(when=When.LOCK), last, NOW) == last + timedelta(hours=1)
    assert next_due(Plan(when=When.NEVER), last, NOW) is None
    assert next_due(Plan(when=When.NEVER), None, NOW) is None


def test_by_when_a_copy_is_gone():
    made = date(2026, 11, 22)
    assert last_day(made, 14, 12) == date(2027, 11, 22)
    assert last_day(made, 14, 0) == date(2026, 12, 6)
    one = copy(1, NOW)
    assert not one.is_overdue(one.destroy_by)
    assert one.is_overdue(one.destroy_by + timedelta(days=1))
