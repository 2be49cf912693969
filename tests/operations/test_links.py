"""Links between people: entered on one record, told on both, ended rather than deleted."""

from datetime import date, timedelta

import pytest

from privdesk.domain.errors import (
    EnteredBefore,
    LinkEnded,
    LinkEndsEarly,
    LinkKnown,
    LinkNameless,
    NoSuchPerson,
    NumberInText,
    SameRecord,
)
from privdesk.domain.link import LinkKind, NewLink
from privdesk.domain.person import NewPerson, PeopleQuery, Profile
from privdesk.operations import links, people

TODAY = date(2026, 11, 22)
BOY = NewPerson(Profile(name="見本 翔", kana="ミホン ショウ", number="A1", birth=date(2012, 5, 1)))
MOTHER = NewPerson(Profile(name="見本 恵", kana="ミホン メグミ", number="A2", birth=date(1980, 5, 1)))


@pytest.fixture
def two(desk):
    return people.add(desk, BOY).value, people.add(desk, MOTHER).value


def guardian(other: int | None = None, **more) -> NewLink:
    return NewLink(LinkKind.GUARDIAN, TODAY, other, **more)


def told(desk, person):
    return [(one.kind, one.reverse, one.other, one.name, one.until) for one in links.of_person(desk, person)]


def fields(desk, person):
    return [(one.field, one.old, one.new) for one in people.history(desk, person)]


def test_a_guardian_stands_on_both_records_in_the_right_direction(desk, two):
    boy, mother = two
    links.add(desk, boy, guardian(mother, note="母"))
    assert told(desk, boy) == [(LinkKind.GUARDIAN, False, mother, "見本 恵", None)]
    assert told(desk, mother) == [(LinkKind.GUARDIAN, True, boy, "見本 翔", None)]
    assert fields(desk, boy) == [("link_guardian", "", "2026-11-22")]
    assert fields(desk, mother) == [("link_guardian_of", "", "2026-11-22")]
    assert links.of_person(desk, mother)[0].birth == BOY.profile.birth


def test_a_household_is_the_same_from_both_sides_and_there_once(desk, two):
    boy, mother = two
    links.add(desk, boy, NewLink(LinkKind.HOUSEHOLD, TODAY, mother))
    assert [one.reverse for one in (*links.of_person(desk, boy), *links.of_person(desk, mother))] == [False, False]
    with pytest.raises(LinkKnown):
        links.add(desk, mother, NewLink(LinkKind.HOUSEHOLD, TODAY, boy))


def test_somebody_who_is_no_customer_is_told_by_name(desk, two):
    boy, _ = two
    links.add(desk, boy, NewLink(LinkKind.AGENT, TODAY, name="弁護士 田中", reach="03-0000-0000"))
    (link,) = links.of_person(desk, boy)
    assert (link.other, link.name, link.reach) == (None, "弁護士 田中", "03-0000-0000")
    for error, new in (
        (LinkNameless, NewLink(LinkKind.AGENT, TODAY, name=" ")),
        (SameRecord, guardian(boy)),
        (NoSuchPerson, guardian(999)),
        (LinkKnown, NewLink(LinkKind.AGENT, TODAY, name="弁護士 田中")),
        (NumberInText, NewLink(LinkKind.AGENT, TODAY, name="田中", note="カード 4111 1111 1111 1111")),
    ):
        with pytest.raises(error):
            links.add(desk, boy, new)
    assert len(links.of_person(desk, boy)) == 1


def test_a_link_ends_stays_on_record_and_can_begin_again(desk, two):
    boy, mother = two
    id_ = links.add(desk, boy, guardian(mother)).value
    with pytest.raises(LinkEndsEarly):
        links.end(desk, id_, TODAY - timedelta(days=1))
    ended = links.end(desk, id_, TODAY)
    assert told(desk, mother) == [(LinkKind.GUARDIAN, True, boy, "見本 翔", TODAY)]
    with pytest.raises(LinkEnded):
        links.end(desk, id_, TODAY)
    ended.undo(desk)
    assert told(desk, boy)[0][-1] is None
    links.end(desk, id_, TODAY)
    links.add(desk, boy, guardian(mother))
    assert [one[-1] for one in told(desk, boy)] == [None, TODAY]


def test_entering_is_taken_back_on_the_same_day_only(desk, two):
    boy, mother = two
    done = links.add(desk, boy, guardian(mother))
    done.undo(desk)
    assert told(desk, boy) == []
    assert fields(desk, boy)[0] == ("link_guardian", "2026-11-22", "")
    id_ = links.add(desk, boy, guardian(mother)).value
    now = desk.clock()
    desk.clock = lambda: now + timedelta(days=1)
    with pytest.raises(EnteredBefore):
        links.remove(desk, id_)


def test_a_link_that_was_taken_back_keeps_nobody_from_being_taken_back(desk):
    entered = people.add(desk, BOY)
    mother = people.add(desk, MOTHER).value
    links.add(desk, entered.value, guardian(mother)).undo(desk)
    entered.undo(desk)
    assert [row.id for row in people.page(desk, PeopleQuery()).rows] == [mother]


@pytest.mark.parametrize(("day", "outgrown"), [(date(2030, 4, 29), False), (date(2030, 4, 30), True)])
def test_a_guardian_of_somebody_of_age_is_pointed_out(desk, two, day, outgrown):
    """民法4条; an age is reached on the eve of the birthday."""
    boy, mother = two
    id_ = links.add(desk, boy, guardian(mother)).value
    assert all(one.is_outgrown(day) is outgrown for who in two for one in links.of_person(desk, who))
    links.end(desk, id_, TODAY)
    assert not links.of_person(desk, boy)[0].is_outgrown(day)
