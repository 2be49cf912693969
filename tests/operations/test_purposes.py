"""Purposes of use at a real desk: a suspension bites, a lifting frees, each decision can be taken back."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from privdesk.domain.errors import (
    EndsTooEarly,
    NoSuchPerson,
    NoSuchPurpose,
    NotAllowed,
    NumberInText,
    PurposeSuspended,
    ReasonMissing,
    StaleSave,
)
from privdesk.domain.person import NewPerson, PeopleQuery, Profile, Source, Status
from privdesk.domain.purpose import Stand, blocked
from privdesk.operations import people, purposes
from privdesk.operations.desk import Desk
from tests.office import NOW
from tests.operations.lettering import WAYS, decided
from tests.operations.looking import log, log_text, stored
from tests.operations.mailing import listed, mailed, reached
from tests.operations.requesting import case

REASON = "本人から撤回の連絡あり"


def enter(desk: Desk, name: str, **more: object) -> int:
    return people.add(desk, NewPerson(Profile(name=name, mails=(f"{name}@example.jp",), **more))).value


def suspended_in_list(desk: Desk) -> list[int]:
    return [row.id for row in people.page(desk, PeopleQuery(suspended=True)).rows]


def test_the_office_has_the_purposes_of_its_policy(desk: Desk):
    found = purposes.office(desk)
    assert found == dict(desk.reference.purposes.purposes)
    assert list(found) == list(desk.reference.purposes.purposes)


def test_a_suspension_bites_until_it_is_lifted(desk: Desk):
    id_, other = enter(desk, "一"), enter(desk, "二")
    purposes.use(desk, id_, "news")
    purposes.suspend(desk, id_, ["news", "notices"], ground="35-1")
    assert reached(desk) == reached(desk, "notices") == [other]
    assert reached(desk, "service") == [id_, other] == sorted(reached(desk, "service"))
    assert suspended_in_list(desk) == [id_]
    with pytest.raises(PurposeSuspended) as caught:
        purposes.use(desk, id_, "news")
    news = desk.reference.purposes.purposes["news"].name.ja
    assert caught.value.values == {"purpose": news, "since": "2026-11-22", "ground": "利用停止 · 35-1"}
    purposes.use(desk, id_, "service")
    purposes.lift(desk, id_, ["news", "notices"], REASON)
    purposes.use(desk, id_, "news")
    assert reached(desk) == [id_, other]
    assert suspended_in_list(desk) == []


def test_uses_and_refused_uses_are_in_the_log(desk: Desk):
    id_ = enter(desk, "一")
    purposes.use(desk, id_, "news")
    purposes.suspend(desk, id_, ["news"], ground="35-1")
    with pytest.raises(PurposeSuspended):
        purposes.use(desk, id_, "news")
    reached(desk)
    assert log(desk)[1:] == [
        ("person.use", f"person:{id_}"),
        ("person.purpose", f"person:{id_}"),
        ("person.use", f"person:{id_}"),
        ("people.mailing_list", "people"),
    ]
    text = log_text(desk)
    assert '{"purpose":"news","refused":false}' in text
    assert '{"purpose":"news","refused":true}' in text
    assert '{"consented":false,"format":"csv","left_out":1,"people":0,"purpose":"news"}' in text


def test_a_consent_ends_an_opt_out_but_never_a_suspension(desk: Desk):
    id_ = enter(desk, "一")
    purposes.opt_out(desk, id_, ["news"])
    assert reached(desk) == []
    purposes.consent(desk, id_, ["news"], Source.COUNTER)
    assert reached(desk) == [id_]
    purposes.suspend(desk, id_, ["news"], ground="35-1", start=desk.today - timedelta(days=3))
    purposes.consent(desk, id_, ["news"])
    assert reached(desk) == []
    assert [(one.stand, one.start) for one in purposes.states(desk, id_) if one.end is None] == [
        (Stand.SUSPENDED, date(2026, 11, 19)),
        (Stand.CONSENTED, date(2026, 11, 22)),
    ]


@pytest.mark.parametrize(
    "decide",
    [
        lambda desk, id_: purposes.opt_out(desk, id_, ["news"]),
        lambda desk, id_: purposes.consent(desk, id_, ["news", "notices"]),
        lambda desk, id_: purposes.suspend(desk, id_, ["service"], ground="35-1"),
        lambda desk, id_: purposes.lift(desk, id_, ["billing"], REASON),
    ],
)
def test_every_decision_can_be_taken_back(desk: Desk, auditor: Desk, decide):
    id_ = enter(desk, "一")
    purposes.consent(desk, id_, ["news"])
    purposes.suspend(desk, id_, ["billing"], ground="35-1")
    before, entries = stored(desk), len(log(desk))
    with pytest.raises(NotAllowed):
        decide(auditor, id_)
    assert log(desk)[entries:] == [("desk.refused", f"person:{id_}")]
    assert stored(desk) == before
    done = decide(desk, id_)
    assert stored(desk) != before
    assert len(log(desk)) == entries + 2
    done.undo(desk)
    assert stored(desk) == before


def test_a_decision_that_another_followed_is_not_taken_back(desk: Desk):
    id_ = enter(desk, "一")
    done = purposes.opt_out(desk, id_, ["news"])
    purposes.consent(desk, id_, ["news"])
    before = stored(desk, frozenset())
    with pytest.raises(StaleSave):
        done.undo(desk)
    assert stored(desk, frozenset()) == before


def test_a_suspension_needs_a_purpose_a_person_and_days_in_their_order(desk: Desk):
    id_ = enter(desk, "一")
    before = stored(desk, frozenset())
    with pytest.raises(NoSuchPurpose):
        purposes.suspend(desk, id_, ["gossip"], ground="35-1")
    with pytest.raises(NoSuchPerson):
        purposes.suspend(desk, 99, ["news"], ground="35-1")
    with pytest.raises(EndsTooEarly):
        purposes.suspend(desk, id_, ["news"], ground="35-1", last_day=desk.today - timedelta(days=1))
    later = desk.today + timedelta(days=5)
    with pytest.raises(EndsTooEarly):
        purposes.suspend(desk, id_, ["news"], ground="35-1", start=later, last_day=desk.today)
    with pytest.raises(ReasonMissing):
        purposes.lift(desk, id_, ["news"], "なし")
    assert stored(desk, frozenset()) == before


def test_a_mailing_reaches_who_is_here_at_his_present_address(desk: Desk):
    id_ = enter(desk, "一", postal="100-0005", address="東京都千代田区1", number="A1")
    enter(desk, "去", status=Status.LEFT, left_on=desk.today)
    enter(desk, "拒", status=Status.REFUSED)
    people.edit(
        desk,
        id_,
        1,
        Profile(name="一", postal="100-0006", address="東京都千代田区2", mails=("new@example.jp",), number="A1"),
    )
    (one,) = mailed(desk)
    assert (one.number, one.postal, one.address, one.mail) == ("A1", "100-0006", "東京都千代田区2", "new@example.jp")


def test_a_mailing_list_as_a_file_leaves_them_out_too(desk: Desk):
    enter(desk, "いち")
    purposes.opt_out(desk, enter(desk, "去る人"), ["news"])
    text = listed(desk)
    assert "いち" in text
    assert "去る人" not in text
    only = listed(desk, consented=True)
    assert "同意" in only.splitlines()[0]
    assert len(only.splitlines()) == 1
    purposes.consent(desk, 1, ["news"])
    only = listed(desk, consented=True)
    assert ["いち" in line for line in only.splitlines()] == [False, True]
    english = replace(desk, actor=replace(desk.actor, language="en"))
    assert listed(english).startswith('"Customer number"')


def on(desk: Desk, days: int) -> Desk:
    """The same desk so many days later."""
    return replace(desk, clock=lambda: NOW + timedelta(days=days))


def test_a_suspension_for_a_time_ends_by_itself(desk: Desk):
    id_ = enter(desk, "一")
    purposes.suspend(desk, id_, ["news"], ground="35-1", last_day=desk.today + timedelta(days=3))
    assert [reached(on(desk, days)) for days in (0, 3, 4)] == [[], [], [id_]]
    assert suspended_in_list(on(desk, 4)) == [id_]
    assert [purposes.lapse(on(desk, days)) for days in (0, 3, 4, 4)] == [0, 0, 1, 0]
    assert suspended_in_list(desk) == []
    (state,) = purposes.states(desk, id_)
    assert state.until == state.end == state.last_day == desk.today + timedelta(days=3)
    assert ("purposes.lapse", "people") in log(desk)


def test_a_suspension_that_begins_later_bites_from_its_day(desk: Desk):
    id_ = enter(desk, "一")
    purposes.suspend(desk, id_, ["news"], ground="35-1", start=desk.today + timedelta(days=2))
    assert [reached(on(desk, days)) for days in (0, 1, 2, 9)] == [[id_], [id_], [], []]
    (state,) = purposes.states(desk, id_)
    assert [state.to_come(desk.today + timedelta(days=days)) for days in (1, 2)] == [True, False]
    purposes.lift(desk, id_, ["news"], REASON)
    assert reached(on(desk, 2)) == [id_]


def test_one_that_begins_later_leaves_the_present_one_as_it_is(desk: Desk):
    id_ = enter(desk, "一")
    purposes.suspend(desk, id_, ["news"], ground="35-1", last_day=desk.today + timedelta(days=30))
    purposes.suspend(desk, id_, ["news"], ground="35-5", start=desk.today + timedelta(days=10))
    assert [reached(on(desk, days)) for days in (0, 9, 10, 31)] == [[]] * 4


def test_what_refuses_says_the_ground_and_the_request(desk: Desk):
    id_ = decided(desk, WAYS["suspension"])
    person = case(desk, id_).request.person
    stopped = purposes.states(desk, person)[0]
    with pytest.raises(PurposeSuspended) as caught:
        purposes.use(desk, person, stopped.purpose)
    assert stopped.ground in caught.value.values["ground"]
    assert case(desk, id_).number in caught.value.values["ground"]


def test_a_shorter_suspension_cancels_no_longer_one(desk: Desk):
    """Beside each other both bite; taking the shorter one back, even after its last day, leaves the longer one."""
    coming, present = enter(desk, "一"), enter(desk, "二")
    purposes.suspend(desk, coming, ["news"], ground="35-1", start=desk.today + timedelta(days=9))
    purposes.suspend(desk, present, ["news"], ground="35-1")
    before = [purposes.states(desk, id_) for id_ in (coming, present)]
    shorter = [
        purposes.suspend(desk, id_, ["news"], ground="35-5", last_day=desk.today + timedelta(days=days))
        for id_, days in ((coming, 8), (present, 0))
    ]
    assert [reached(on(desk, days)) for days in (0, 1, 8, 9, 400)] == [[]] * 5
    assert purposes.lapse(on(desk, 20)) == 2
    for done in shorter:
        done.undo(on(desk, 20))
    assert [purposes.states(desk, id_) for id_ in (coming, present)] == before
    assert [reached(on(desk, days)) for days in (0, 9)] == [[coming], []]


DAYS = st.integers(-3, 6)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25, deadline=None)
@given(st.lists(st.tuples(DAYS, st.none() | DAYS), min_size=2, max_size=4))
def test_what_is_suspended_on_a_day_stays_so_whatever_suspension_follows(desk: Desk, made):
    """Each suspension bites on all its days from today; those wholly within a newer one have ended."""
    id_ = enter(desk, "一")
    asked: list[tuple[int, int]] = []
    undone = []
    for start, last in made:
        if last is not None and last < max(start, 0):
            continue
        before = stored(desk)
        days = {"start": desk.today + timedelta(days=start)}
        if last is not None:
            days["last_day"] = desk.today + timedelta(days=last)
        undone.append((before, purposes.suspend(desk, id_, ["news"], ground="35-1", **days)))
        last_one = 99 if last is None else last
        asked = [(a, b) for a, b in asked if not (a >= start and b <= last_one)] + [(start, last_one)]
        states = [one for one in purposes.states(desk, id_) if one.end is None]
        assert len(states) == len(asked)
        for day in range(9):
            bites = any(a <= day <= b for a, b in asked)
            assert (blocked(states, "news", desk.today + timedelta(days=day)) is not None) == bites
    for before, done in reversed(undone):
        done.undo(desk)
        assert stored(desk) == before


@pytest.mark.parametrize("number", ["カード 4111 1111 1111 1111", "番号309912345660を確認したため"])
def test_neither_the_ground_of_a_suspension_nor_the_reason_of_its_end_tells_a_number(desk: Desk, number: str):
    person = enter(desk, "a")
    before = stored(desk)
    with pytest.raises(NumberInText):
        purposes.suspend(desk, person, ["news"], ground=number)
    with pytest.raises(NumberInText):
        purposes.lift(desk, person, ["news"], number)
    assert stored(desk) == before
