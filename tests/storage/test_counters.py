"""Numbers are given out once."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from privdesk.storage import counters


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(st.lists(st.tuples(st.sampled_from(("person", "letter")), st.integers(1, 500)), max_size=20))
def test_no_number_is_given_twice_or_left_out(conn, wanted: list[tuple[str, int]]):
    with conn.begin_nested() as change:
        given_out: dict[str, list[int]] = {}
        for name, count in wanted:
            first = counters.reserve(conn, name, count)
            given_out.setdefault(name, []).extend(range(first, first + count))
        assert all(numbers == list(range(1, len(numbers) + 1)) for numbers in given_out.values())
        change.rollback()
