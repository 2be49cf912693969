"""Whatever is asked of the list of customers, by whichever plan: it answers as a plain list in memory would."""

from datetime import date, timedelta
from typing import Any, NamedTuple

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from privdesk.domain.person import SORTS, Kept, PeopleQuery, Status
from privdesk.domain.purpose import PurposeState, Stand, blocked
from privdesk.domain.text import words
from privdesk.storage import people_filters, people_lines, people_list, people_walk, search
from privdesk.storage.tables import batch, partner, partner_transaction, person, person_list, person_purpose
from tests.storage.kept_desk import row
from tests.storage.people_desk import TODAY

DAY = timedelta(days=1)
DAYS = st.none() | st.sampled_from((TODAY - DAY, TODAY, TODAY + 90 * DAY, TODAY + 91 * DAY))
NAMES = ("", "アオキイチロウ", "アオキジロウ", "アオタ", "ヤマダ", "smith", "佐藤翔", "佐々木")
TEXTS = ("アオキ", "青木", "09012345678", "090-1234-5678", "a01", "青", "東京都1-2-345")
STANDS = st.tuples(st.sampled_from(Stand), st.sampled_from((-1, 0, 1)), st.none() | st.sampled_from((-1, 0, 1)))


class Held(NamedTuple):
    """What the list knows of somebody, and what stands beside it."""

    line: dict[str, Any]
    texts: list[str]
    stands: list[tuple[Stand, int, int | None]]
    partners: set[int]
    came_from: int | None


PEOPLE = st.lists(
    st.builds(
        Held,
        st.fixed_dictionaries(
            {
                "number": st.sampled_from(("", "A1", "a10")),
                "sort_name": st.sampled_from(NAMES),
                "birth": DAYS,
                "status": st.sampled_from([one.value for one in Status]),
                "suspended": st.integers(0, 2),
                "open_requests": st.integers(0, 1),
                "last_activity": DAYS,
                "keep_until": DAYS,
                "held": st.integers(0, 1),
                "warnings": st.integers(0, 1),
            }
        ),
        st.lists(st.sampled_from(TEXTS), unique=True),
        st.lists(STANDS, max_size=2),
        st.sets(st.integers(1, 2)),
        st.none() | st.integers(1, 2),
    ),
    min_size=5,
    max_size=20,
)
QUERIES = st.builds(
    PeopleQuery,
    text=st.sampled_from(("", "", "アオ", "ア", "青 アオキ", "1234", "90123", "0-1234-", "012345678 a", "5-6789", "?")),
    status=st.none() | st.sampled_from(Status),
    suspended=st.booleans(),
    with_warnings=st.booleans(),
    blocked_for=st.sampled_from(("", "news")),
    consented_to=st.sampled_from(("", "", "news")),
    partner=st.none() | st.integers(1, 2),
    kept=st.none() | st.sampled_from(Kept),
    sort=st.sampled_from(SORTS),
    descending=st.booleans(),
)
# walk wherever it can be walked, sort whatever can be sorted, and something between
PLANS = st.sampled_from(((-1, -1), (3, 5), (1000, 1000)))


def put(conn: sa.Connection, people: list[Held]) -> None:
    """Write people as the list, the index and the tables beside it know them, so that everything can be any value."""
    for id_ in (1, 2):
        row(conn, partner, id=id_)
        row(conn, batch, id=id_, partner_id=id_, user_id=1)
    for id_, one in enumerate(people, start=1):
        row(conn, person, id=id_, batch_id=one.came_from)
        stretch = search.stretch(one.line["sort_name"])
        row(conn, person_list, person_id=id_, stretch=stretch, text="\n".join(one.texts), **one.line)
        for state in map(_state, one.stands):
            lasting = {"start": state.start, "until": state.end}
            row(conn, person_purpose, person_id=id_, purpose="news", state=state.stand, **lasting)
        for number in one.partners:
            row(conn, partner_transaction, person_id=id_, partner_id=number)
    search.add(conn, [(search.stretch(one.line["sort_name"]), id_, one.texts) for id_, one in enumerate(people, 1)])


def expected(people: list[Held], query: PeopleQuery) -> list[int]:
    """Who is found, in the order of the query, by looking at everybody."""
    found = [(one.line[query.sort], id_) for id_, one in enumerate(people, start=1) if passes(one, query)]
    return [id_ for _, id_ in sorted(found, key=_nothing_first, reverse=query.descending)]


def passes(one: Held, query: PeopleQuery) -> bool:
    states = [_state(stand) for stand in one.stands]
    consented = any(state.stand is Stand.CONSENTED and state.in_force(TODAY) for state in states)
    return (
        (not query.text or (bool(words(query.text)) and _says(one.texts, query.text)))
        and (query.status is None or one.line["status"] == query.status)
        and (not query.suspended or one.line["suspended"] > 0)
        and (not query.with_warnings or one.line["warnings"] > 0)
        and (not query.blocked_for or blocked(states, "news", TODAY) is not None)
        and (not query.consented_to or consented)
        and (query.partner is None or query.partner in {*one.partners, one.came_from})
        and (query.kept is None or _stands(one.line["keep_until"], one.line["held"]) is query.kept)
    )


def _says(texts: list[str], typed: str) -> bool:
    return all(any(word in text for text in texts) for word in words(typed))


def _state(held: tuple[Stand, int, int | None]) -> PurposeState:
    stand, start, until = held
    return PurposeState("news", stand, TODAY + start * DAY, None if until is None else TODAY + until * DAY)


def _stands(until: date | None, held: int) -> Kept | None:
    if held:
        return Kept.HELD
    if until is None:
        return Kept.OPEN
    if until < TODAY:
        return Kept.OVERDUE
    return Kept.SOON if until <= TODAY + 90 * DAY else None


def _nothing_first(key: tuple[Any, int]) -> tuple[Any, ...]:
    return (key[0] is not None, "" if key[0] is None else key[0], key[1])


def paged(conn: sa.Connection, query: PeopleQuery, size: int) -> list[int]:
    found, after, more = [], None, True
    while more:
        rows, after = people_list.page(conn, query, after, size, today=TODAY)
        found += [row.id for row in rows]
        more = after is not None
    return found


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25, deadline=None)
@given(PEOPLE, QUERIES, PLANS, st.integers(1, 7), st.integers(0, 12))
def test_the_list_answers_as_a_plain_list_does(office, conn, monkeypatch, people, query, plan, size: int, place: int):
    few, near = plan
    for module, name, value in (
        (people_filters, "FEW", few),
        (people_filters, "SOME", near),
        (people_walk, "FEW", few),
        (people_walk, "_FEW", few),
        (people_walk, "_NEAR", near),
        (people_lines, "FEW", few),
        (people_lines, "_TASTE", max(few, 2)),
        (people_lines, "_READ", 3 * near),
    ):
        monkeypatch.setattr(module, name, value)
    with conn.begin_nested() as change:
        put(conn, people)
        wanted = expected(people, query)
        assert paged(conn, query, size) == wanted
        at = people_list.page_at(conn, query, place, size, today=TODAY)
        assert [row.id for row in at] == wanted[place : place + size]
        assert people_list.count(conn, query, today=TODAY) == len(wanted)
        assert people_list.count(conn, query, 2, today=TODAY) == min(2, len(wanted))
        assert list(people_list.ids(conn, query, with_suspended=True, today=TODAY)) == wanted
        places = {id_: people_list.place_of(conn, query, id_, today=TODAY) for id_ in range(1, len(people) + 1)}
        assert {id_: at for id_, at in places.items() if at is not None} == {id_: n for n, id_ in enumerate(wanted)}
        change.rollback()


@given(st.lists(st.text(alphabet=st.sampled_from("aZ 09~é゚アヤンーヵ・藤佐々一龠豈𠮷가\U0010ffff"), max_size=6)))
def test_stretches_lie_in_the_order_of_names(names: list[str]):
    stretches = [search.stretch(name) for name in sorted(names)]
    assert stretches == sorted(stretches)
    assert all(0 <= one < 1 << 24 for one in stretches)


def test_a_filter_that_needs_the_day_is_given_one(conn):
    with pytest.raises(ValueError, match="day"):
        people_list.page(conn, PeopleQuery(kept=Kept.OVERDUE))
