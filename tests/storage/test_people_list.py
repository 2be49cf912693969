"""Paging by key visits every line once, in the order of the whole list, whatever is empty or equal in it."""

from dataclasses import replace
from datetime import date

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from privdesk.domain.person import SORTS, PeopleQuery, Profile, Status
from privdesk.storage import people_filters, people_list, people_walk, search
from privdesk.storage.tables import hold, person, person_list
from tests.storage.people_desk import ORIGIN, TODAY, enter

DAYS = st.none() | st.sampled_from((date(1980, 1, 1), date(1980, 1, 2), date(2001, 12, 31)))
LINES = st.lists(
    st.fixed_dictionaries(
        {
            "number": st.sampled_from(("", "A1", "A2", "a10")),
            "sort_name": st.sampled_from(("", "アオキ", "ヤマダ", "ヤマダタロウ")),
            "birth": DAYS,
            "status": st.sampled_from([one.value for one in Status]),
            "suspended": st.integers(0, 2),
            "open_requests": st.integers(0, 1),
            "last_activity": DAYS,
            "keep_until": DAYS,
            "held": st.just(0),
            "warnings": st.integers(0, 1),
        }
    ),
    max_size=25,
)


def put(conn: sa.Connection, office, lines: list[dict[str, object]]) -> None:
    """Write lines of people who have nothing else, so that every column can hold what a test wants."""
    for id_, line in enumerate(lines, start=1):
        whole = {
            "id": id_,
            "uid": f"u{id_}",
            "status": "active",
            "language": "ja",
            "notes": "",
            "created_at": office.now,
        }
        conn.execute(person.insert().values(**whole, source=ORIGIN.source, source_on=TODAY))
        placed = {"stretch": search.stretch(str(line["sort_name"])), "text": ""}
        conn.execute(person_list.insert().values(person_id=id_, name="", kana="", **placed, **line))


def planned(conn: sa.Connection, query: PeopleQuery, after: people_list.Key | None = None) -> str:
    """How SQLite goes about the page of a query, the last statement but for those that look at what it found."""
    statements: list[tuple[str, object]] = []
    listen = lambda _conn, _cursor, statement, values, *_: statements.append((statement, values))  # noqa: E731
    sa.event.listen(conn, "before_cursor_execute", listen)
    people_list.page(conn, query, after)
    sa.event.remove(conn, "before_cursor_execute", listen)
    statement, values = next(one for one in statements if "ORDER BY" in one[0])
    return " ".join(row[3] for row in conn.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values))


def paged(conn: sa.Connection, query: PeopleQuery, size: int) -> list[int]:
    found, after = [], None
    while True:
        rows, after = people_list.page(conn, query, after, size)
        assert 0 < len(rows) <= size or (not found and not rows)
        found += [row.id for row in rows]
        if after is None:
            return found


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(LINES, st.integers(1, 7))
def test_pages_are_the_list_in_its_order(office, conn, lines, size: int):
    with conn.begin_nested() as change:
        put(conn, office, lines)
        for sort in SORTS:
            for descending in (False, True):
                query = PeopleQuery(sort=sort, descending=descending)
                way = "DESC" if descending else "ASC"
                whole = f"SELECT person_id FROM person_list ORDER BY {sort} {way}, person_id {way}"
                expected = list(conn.exec_driver_sql(whole).scalars())
                assert paged(conn, query, size) == expected == list(people_list.ids(conn, query, with_suspended=True))
        change.rollback()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(LINES, st.sampled_from((-1, 3, 2000)))
def test_filters_let_pass_what_they_say(office, conn, monkeypatch, lines, few: int):
    """Whether the hits are sorted or the list is walked: `few` decides."""
    monkeypatch.setattr(people_filters, "FEW", few)
    monkeypatch.setattr(people_walk, "FEW", few)
    with conn.begin_nested() as change:
        put(conn, office, lines)
        for query, passes in (
            (PeopleQuery(status=Status.LEFT), lambda line: line["status"] == "left"),
            (PeopleQuery(suspended=True), lambda line: line["suspended"] > 0),
            (PeopleQuery(with_requests=True), lambda line: line["open_requests"] > 0),
            (
                PeopleQuery(with_warnings=True, status=Status.ACTIVE),
                lambda line: line["warnings"] and line["status"] == "active",
            ),
        ):
            expected = {id_ for id_, line in enumerate(lines, start=1) if passes(line)}
            assert set(paged(conn, query, 4)) == expected
            for sort in SORTS:
                other = replace(query, sort=sort, descending=True)
                everybody = paged(conn, PeopleQuery(sort=sort, descending=True), 30)
                assert paged(conn, other, 4) == [id_ for id_ in everybody if id_ in expected]
            assert people_list.count(conn, query) == len(expected)
            assert people_list.count(conn, query, 3) == min(3, len(expected))
        unblocked = {id_ for id_, line in enumerate(lines, start=1) if not line["suspended"]}
        assert set(people_list.ids(conn, PeopleQuery(), with_suspended=False)) == unblocked
        change.rollback()


@pytest.mark.parametrize(("few", "plan"), [(-1, "SCAN person_list USING INDEX ix_person_list_birth"), (2000, "B-TREE")])
def test_a_page_under_a_filter_walks_or_sorts(office, conn, monkeypatch, few: int, plan: str):
    monkeypatch.setattr(people_filters, "FEW", few)
    monkeypatch.setattr(people_walk, "FEW", few)
    enter(conn, office, Profile(name="退会", status=Status.LEFT))
    query = PeopleQuery(status=Status.LEFT, with_warnings=True, sort="birth")
    assert plan in planned(conn, query)


@pytest.mark.parametrize("sort", SORTS)
def test_every_page_walks_an_index(conn, sort: str):
    """The plan of a page behind a key names the index of its column and sorts nothing."""
    after = "" if sort in ("number", "sort_name", "status") else 0
    value = date(1980, 1, 1) if sort in ("birth", "last_activity", "keep_until") else after
    plan = planned(conn, PeopleQuery(sort=sort), (value, 5))
    assert f"ix_person_list_{sort}" in plan
    assert "TEMP B-TREE" not in plan


def test_a_column_that_is_none_is_refused(conn):
    with pytest.raises(ValueError, match="name"):
        people_list.page(conn, PeopleQuery(sort="name"))


def test_a_line_says_what_is_held(office, conn):
    (id_,) = enter(
        conn,
        office,
        Profile(name="髙橋 花子", kana="タカハシ ハナコ", number="A1", birth=date(1980, 1, 1), last_activity=TODAY),
    )
    values = {"person_id": id_, "name": "訴訟", "reason": "係争中", "owner_id": office.actor.id, "placed_on": TODAY}
    conn.execute(hold.insert().values(**values, lifted_why=""))
    (row,), _ = people_list.page(conn, PeopleQuery())
    assert (row.id, row.number, row.name, row.kana, row.birth) == (
        id_,
        "A1",
        "髙橋 花子",
        "タカハシ ハナコ",
        date(1980, 1, 1),
    )
    assert (row.status, row.last_activity, row.suspended, row.open_requests, row.warnings) == (
        Status.ACTIVE,
        TODAY,
        0,
        0,
        0,
    )
