"""Two days of a record: what it said then is what the changes after that day replaced."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from privdesk.domain.past import compared
from privdesk.domain.record import PURPOSE, HistoryLine

FIRST = datetime(2026, 1, 1, 3, tzinfo=UTC)
VALUES = st.lists(st.tuples(st.integers(0, 40), st.text("abc", max_size=2)), min_size=1, max_size=12)


def line(day: int, old: str, new: str, field: str = "notes", of: str = "") -> HistoryLine:
    return HistoryLine(field, old, new, FIRST + timedelta(days=day), "佐藤 恵", None, None, of)


@given(VALUES, st.integers(-1, 45), st.integers(-1, 45))
def test_a_day_says_what_was_saved_last_before_its_end(saved: list[tuple[int, str]], first: int, second: int):
    saved.sort(key=lambda one: one[0])
    lines, said = [], "begun"
    for day, value in saved:
        lines.insert(0, line(day, said, value))
        said = value

    def on(day: int) -> str:
        return next((value for at, value in reversed(saved) if at <= day), "begun")

    begin = date(2026, 1, 1)
    (then,) = compared(lines, begin + timedelta(days=first), begin + timedelta(days=second))
    assert (then.before, then.after) == (on(first), on(second))


def test_a_wish_and_a_stop_stand_beside_each_other_and_numbers_are_left_out():
    lines = [
        line(3, "", "suspended", PURPOSE, "news"),
        line(2, "", "…0133", "bank"),
        line(1, "", "consented", PURPOSE, "news"),
    ]
    found = compared(lines, date(2025, 12, 31), date(2026, 1, 10))
    assert [(one.line.of, one.before, one.after) for one in found] == [
        ("news", "", "suspended"),
        ("news", "", "consented"),
    ]
