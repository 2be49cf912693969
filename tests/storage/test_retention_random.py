"""On small desks at random the table says what the rules say, however often and in whatever portions it is renewed."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
import sqlalchemy as sa
from hypothesis import given, settings
from hypothesis import strategies as st

from privdesk.domain.category import Category
from privdesk.domain.due import DueQuery, Practice, Tile
from privdesk.domain.retention import Condition, Trigger, TriggerFacts, keep_until, rules_on
from privdesk.storage import due, retention, rules
from privdesk.storage import tables as t
from tests.storage import kept_desk as made
from tests.storage.kept_desk import DEFAULTS, OFFICE, TODAY, day


@pytest.fixture(scope="module")
def engine(tmp_path_factory):
    with made.founded(tmp_path_factory.mktemp("kept") / "office.privdesk") as writer:
        yield writer


DAYS = st.one_of(st.none(), st.dates(date(2015, 1, 1), date(2026, 11, 22)).map(str))
DATED = st.dates(date(2015, 1, 1), date(2026, 11, 22)).map(str)
KINDS = st.sampled_from(["決済", "広告反応", "返金", ""])
PERSON = st.fixed_dictionaries(
    {
        "left": DAYS,
        "active": DAYS,
        "status": st.sampled_from(["active", "left", "refused"]),
        "contacts": st.integers(0, 2),
        "numbers": st.lists(st.sampled_from(["bank", "card", "licence"]), max_size=3),
        "transactions": st.lists(st.tuples(DATED, KINDS), max_size=4),
        "provisions": st.lists(st.tuples(DATED, DAYS, st.booleans()), max_size=2),
        "consents": st.lists(DAYS, max_size=2),
        "requests": st.lists(st.tuples(DAYS, st.integers(0, 2)), max_size=2),
        "holds": st.lists(DAYS, max_size=2),
    }
)
DESKS = st.lists(PERSON, min_size=1, max_size=4)
PRACTICES = st.builds(
    Practice, st.lists(st.integers(2016, 2027), max_size=3).map(tuple), st.booleans(), st.booleans(), st.booleans()
)
OFFICES = st.sampled_from([OFFICE, replace(OFFICE, fiscal_year_end_month=12)])
few = settings(max_examples=25, deadline=None)


def enter(conn, person) -> int:
    id_ = made.person(conn, person["left"], person["active"], person["status"])
    several = {"contact": [()] * person["contacts"], "number": [(kind,) for kind in person["numbers"]]}
    several |= {"transaction": person["transactions"], "provision": person["provisions"]}
    several |= {"consent": [(until,) for until in person["consents"]], "hold": [(on,) for on in person["holds"]]}
    for noun, all_ in several.items():
        for facts in all_:
            getattr(made, noun)(conn, id_, *facts)
    for closed, mails in person["requests"]:
        request = made.request(conn, id_, closed)
        for _ in range(mails):
            made.message(conn, request)
    return id_


def by_hand(person, office, practice) -> dict[str, tuple[date | None, int]]:
    """The end and the number of records of each category, asked of the rules record by record."""
    in_force, year_end = rules_on(DEFAULTS.rules, TODAY), office.fiscal_year_end_month
    ends: dict[str, list[date | None]] = defaultdict(list)
    for category, condition, days in facts_of(person):
        recorded = days.get("recorded")
        true = {
            condition: condition is not None,
            Condition.DESIGNATED_BUSINESS: practice.designated_business,
            Condition.MAIL_ORDER: practice.mail_order,
            Condition.DELIVERS_GOODS: practice.delivers_goods,
            Condition.LOSS_YEAR: recorded and recorded.year + (recorded.month > year_end) in practice.loss_years,
        }
        known = {Trigger(name): value for name, value in days.items() if value}
        facts = TriggerFacts(known, frozenset(condition for condition, is_true in true.items() if is_true))
        ends[category].append(keep_until(in_force, Category(category), facts, year_end).until)
    return {category: (None if None in found else max(found), len(found)) for category, found in ends.items()}


def facts_of(person) -> Iterator[tuple[str, Condition | None, dict[str, date | None]]]:
    active = [on for on, _ in person["transactions"]] + [on for on in [person["active"]] if on]
    relation = {
        "relationship_ended": None if person["status"] == "active" else day(person["left"]),
        "last_activity": day(max(active, default=None)),
        "recorded": date(2020, 4, 1),
    }
    for category in ["profile", *["contact"] * person["contacts"], *person["numbers"]]:
        yield category, None, relation
    for on, kind in person["transactions"]:
        category = "payments" if kind in ("決済", "返金") else "transactions"
        yield category, None, {"recorded": day(on), "delivered": day(on)}
    for on, last, contract in person["provisions"]:
        how = Condition.CONTRACT_RECORD if contract else Condition.BATCHED_RECORD if last else Condition.SINGLE_RECORD
        yield "provisions", how, {"recorded": day(on), "last_provision": day(last or on)}
    for until in person["consents"]:
        yield "consents", None, {"last_mail": day(until), "recorded": date(2021, 1, 5)}
    for closed, mails in person["requests"]:
        for category in ["requests", *["mails"] * mails]:
            yield category, None, {"request_closed": day(closed)}


@few
@given(DESKS, PRACTICES, OFFICES)
def test_the_table_says_what_the_rules_say(engine, people, practice, office):
    with engine.connect() as conn, conn.begin() as change:
        ids = [enter(conn, one) for one in people]
        rules.save_practice(conn, practice)
        retention.renew(conn, office, ids)
        for id_, one in zip(ids, people, strict=True):
            told = {line[2]: (line[4], line[3]) for line in made.lines(conn, [id_])}
            assert told == by_hand(one, office, practice)
            held = sum(lifted is None for lifted in one["holds"]) + sum(closed is None for closed, _ in one["requests"])
            assert {line[-1] for line in made.lines(conn, [id_])} == {held}
        change.rollback()


@few
@given(DESKS, PRACTICES)
def test_once_more_and_all_at_once_change_nothing(engine, people, practice):
    with engine.connect() as conn, conn.begin() as change:
        ids = [enter(conn, one) for one in people]
        alone = made.request(conn, None)
        rules.save_practice(conn, practice)
        for id_ in ids:
            retention.renew(conn, OFFICE, [id_])
        retention.renew_requests(conn, OFFICE, [alone])
        before, rows = made.lines(conn), conn.execute(sa.select(t.retention).order_by(t.retention.c.id)).all()
        assert retention.renew_all(conn, OFFICE, lambda done, total: None) == len(ids)
        assert made.lines(conn) == before
        assert conn.execute(sa.select(t.retention).order_by(t.retention.c.id)).all() == rows
        conn.execute(sa.delete(t.retention))
        retention.renew_all(conn, OFFICE, lambda done, total: None)
        assert made.lines(conn) == before
        change.rollback()


@few
@given(DESKS, st.dates(date(2016, 1, 1), date(2060, 1, 1)))
def test_a_hold_never_shortens(engine, people, today):
    def overdue(conn) -> set[tuple[int, str]]:
        return {(row.person, row.category) for row in due.everything(conn, DueQuery(Tile.OVERDUE), today)}

    with engine.connect() as conn, conn.begin() as change:
        ids = [enter(conn, one) for one in people]
        retention.renew(conn, OFFICE, ids)
        before, ends = overdue(conn), {line[:5] for line in made.lines(conn)}
        made.hold(conn, ids[0])
        retention.renew(conn, OFFICE, ids)
        assert {line[:5] for line in made.lines(conn)} == ends
        assert overdue(conn) == {line for line in before if line[0] != ids[0]}
        change.rollback()


@few
@given(DESKS, st.sampled_from([*Tile, None]), st.sampled_from([None, Category.PROFILE]), st.integers(1, 3))
def test_pages_have_every_line_once_in_order(engine, people, tile, category, size):
    with engine.connect() as conn, conn.begin() as change:
        retention.renew(conn, OFFICE, [enter(conn, one) for one in people])
        query = DueQuery(tile, category=category)
        expected = list(due.everything(conn, query, TODAY))
        found, key = due.page(conn, query, TODAY, None, size)
        while key is not None:
            more, key = due.page(conn, query, TODAY, key, size)
            found += more
        assert list(found) == expected
        assert len(found) == due.count(conn, query, TODAY)
        change.rollback()
