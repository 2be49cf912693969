"""What was entered by mistake is taken out again only just now, by the same person, while nothing needs it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from privdesk.domain.errors import DeskError, EnteredBefore, NoSuchNumber, NoSuchPerson, PersonNeeded
from privdesk.domain.person import NewNumber, NewPerson, NumberKind, Origin, Profile, Source
from privdesk.domain.user import Role
from privdesk.operations import holds, people, steps
from privdesk.operations.desk import Desk
from tests.operations.lettering import WAYS, at_office, decided, issue, sent
from tests.operations.looking import stored
from tests.operations.requesting import asked, case, joined, taken, yumiko

LICENCE = NewNumber(NumberKind.LICENCE, "", "", "7890", "012345678900")


def added(desk: Desk, person: int) -> int:
    return people.add_number(desk, person, LICENCE, Origin(Source.SELF, desk.today)).value


def tomorrow(desk: Desk, person: int) -> Desk:
    now = desk.now
    return replace(desk, clock=lambda: now + timedelta(days=1))


def set_back(desk: Desk, person: int) -> Desk:
    """The clock went on for a day, something was done, and the clock was set back."""
    people.open_person(tomorrow(desk, person), person)
    return replace(desk, latest=desk.now + timedelta(days=1))


def colleague(desk: Desk, person: int) -> Desk:
    return joined(desk, "tanaka", Role.SUPPORT)


def held(desk: Desk, person: int) -> Desk:
    holds.place(desk, person, "訴訟", "訴訟が係属しているため保管する", review_on=date(2027, 1, 1))
    return desk


def asking(desk: Desk, person: int) -> Desk:
    taken(desk, person=person)
    return desk


def told(desk: Desk, person: int) -> Desk:
    """A letter of today told him what is held; the request has been closed."""
    id_ = decided(at_office(desk), WAYS["disclosure"], person=person)
    sent(desk, issue(desk, id_, "disclosure"))
    steps.close(desk, id_, case(desk, id_).version)
    return desk


LATER = (tomorrow, set_back, colleague, held, asking, told)


@pytest.mark.parametrize("later", LATER)
def test_a_number_stays_once_it_may_be_needed(desk: Desk, later: Callable[[Desk, int], Desk]):
    person = yumiko(desk)
    number = added(desk, person)
    other = later(desk, person)
    with pytest.raises(EnteredBefore):
        people.remove_number(other, number)
    assert number in [one.id for one in people.open_person(desk, person).person.numbers]


@pytest.mark.parametrize("later", LATER)
def test_a_customer_stays_once_he_may_be_needed(desk: Desk, later: Callable[[Desk, int], Desk]):
    person = yumiko(desk)
    other = later(desk, person)
    with pytest.raises((EnteredBefore, PersonNeeded)):
        people.remove_entered(other, person)
    assert people.open_person(desk, person).person.id == person


def test_a_number_that_came_with_its_customer_goes_only_with_him(desk: Desk):
    person = yumiko(desk)
    (number,) = people.open_person(desk, person).person.numbers
    people.end_number(desk, number.id)
    before = stored(desk)
    with pytest.raises(EnteredBefore):
        people.remove_number(desk, number.id)
    assert stored(desk) == before


def test_what_was_entered_by_mistake_just_now_is_taken_out_again_once(desk: Desk):
    person = people.add(desk, NewPerson(Profile(name="誤り"))).value
    number = added(desk, person)
    with pytest.raises(PersonNeeded):
        people.remove_entered(desk, person)
    people.remove_number(desk, number)
    people.remove_entered(desk, person)
    for again, error in (
        (lambda: people.remove_number(desk, number), NoSuchNumber),
        (lambda: people.remove_entered(desk, person), NoSuchPerson),
    ):
        with pytest.raises(error) as refused:
            again()
        assert isinstance(refused.value, DeskError)


def test_a_customer_of_another_request_does_not_matter(desk: Desk):
    person = people.add(desk, NewPerson(Profile(name="誤り"))).value
    taken(desk, *asked("OPTOUT"), person=yumiko(desk))
    people.remove_entered(desk, person)
