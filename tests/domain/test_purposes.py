"""The purposes of use, and what forbids the use for one of them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from privdesk.domain.category import Category
from privdesk.domain.purpose import PurposeState, Stand, blocked, parsed
from privdesk.resources import resource

PURPOSES = parsed(resource("purposes.toml").read_bytes())
DAY = date(2026, 11, 20)


def state(stand: Stand, start: str, end: str | None = None, purpose: str = "news") -> PurposeState:
    return PurposeState(purpose, stand, date.fromisoformat(start), date.fromisoformat(end) if end else None)


def test_the_eight_purposes_of_the_policy():
    assert len(PURPOSES.purposes) == 8
    assert [code for code, purpose in PURPOSES.purposes.items() if purpose.marketing] == ["news"]
    for purpose in PURPOSES.purposes.values():
        assert all((purpose.name.ja, purpose.name.en, purpose.short.ja, purpose.short.en))


def test_every_category_has_a_word_and_a_purpose():
    assert set(PURPOSES.categories) == set(Category)
    by_code = PURPOSES.purposes.items()
    using = {one: [code for code, purpose in by_code if one in purpose.categories] for one in Category}
    assert all(using.values())
    assert using[Category.CARD] == ["service", "misuse", "account", "billing"]


def test_every_stand_has_a_word():
    assert [PURPOSES.word(stand).en for stand in Stand] == ["In use", "Consented", "Opted out", "Suspended"]
    assert set(PURPOSES.words["stand"]) == set(Stand)


@pytest.mark.parametrize(
    ("states", "stands"),
    [
        ([], None),
        ([state(Stand.OPEN, "2026-01-01")], None),
        ([state(Stand.CONSENTED, "2026-01-01")], None),
        ([state(Stand.OPTED_OUT, "2026-11-20")], Stand.OPTED_OUT),
        ([state(Stand.OPTED_OUT, "2026-11-21")], None),
        ([state(Stand.SUSPENDED, "2026-01-01", "2026-11-20")], Stand.SUSPENDED),
        ([state(Stand.SUSPENDED, "2026-01-01", "2026-11-19")], None),
        ([state(Stand.SUSPENDED, "2026-01-01", purpose="billing")], None),
        ([state(Stand.SUSPENDED, "2026-01-01"), state(Stand.CONSENTED, "2026-06-01")], Stand.SUSPENDED),
        ([state(Stand.OPTED_OUT, "2025-01-01"), state(Stand.SUSPENDED, "2026-01-01")], Stand.SUSPENDED),
    ],
)
def test_what_forbids_news_on_a_day(states: list[PurposeState], stands: Stand | None):
    found = blocked(states, "news", DAY)
    assert (found and found.stand) == stands


STATES = st.builds(
    PurposeState,
    st.sampled_from(["news", "billing"]),
    st.sampled_from(Stand),
    st.dates(date(2026, 1, 1), date(2026, 12, 31)),
    st.none() | st.dates(date(2026, 1, 1), date(2026, 12, 31)),
)


@given(st.lists(STATES), STATES)
def test_one_more_state_never_lifts_a_block(states: list[PurposeState], more: PurposeState):
    if blocked(states, "news", DAY):
        assert blocked([*states, more], "news", DAY)
