"""The list of customers as an act: who is found by a whole number, and where in the list somebody stands."""

import pytest

from privdesk.domain.person import NewNumber, NewPerson, NumberKind, PeopleQuery, Profile
from privdesk.operations import people, people_list
from privdesk.operations.desk import Desk
from tests.operations.looking import log, log_text

ACCOUNT, LICENCE = "0001-110-普通-9880133", "301234567810"
NUMBERS = (
    NewNumber(NumberKind.BANK, "0001-110", "1", "0133", ACCOUNT),
    NewNumber(NumberKind.LICENCE, "", "", LICENCE[-4:], LICENCE),
)


@pytest.fixture
def hanako(desk: Desk) -> int:
    """A customer with numbers, and another one without."""
    people.add(desk, NewPerson(Profile(name="鈴木 一郎", kana="スズキ イチロウ", number="B-2")))
    return people.add(desk, NewPerson(Profile(name="佐藤 花子", kana="サトウ ハナコ", number="A-1"), NUMBERS)).value


@pytest.mark.parametrize(
    "text", [ACCOUNT, "０００１ １１０ 普通 9880133", LICENCE, "第301234567810号", "A-1", " Ａ－１ "]
)
def test_a_whole_number_finds_its_holder(desk: Desk, hanako: int, text: str):
    (row,) = people_list.find_number(desk, text)
    assert row.id == hanako
    assert log(desk)[-1] == ("people.search", "people")


@pytest.mark.parametrize("text", ["0001-110-普通-9880134", "9880133", "", "佐藤", "A", "4111111111111111"])
def test_any_other_text_finds_nobody(desk: Desk, hanako: int, text: str):
    assert people_list.find_number(desk, text) == ()


def test_the_log_has_the_kind_and_never_the_number(desk: Desk, hanako: int):
    people_list.find_number(desk, ACCOUNT)
    people_list.find_number(desk, "A-1")
    said = log_text(desk)
    assert '"number":["bank"]' in said.replace(" ", "")
    assert '"number":["customer"]' in said.replace(" ", "")
    assert "9880133" not in said
    assert "A-1" not in said


def test_an_auditor_finds_nobody_by_a_sealed_number(auditor: Desk, hanako: int):
    assert people_list.find_number(auditor, ACCOUNT) == ()
    assert [row.id for row in people_list.find_number(auditor, "A-1")] == [hanako]


def test_the_place_of_somebody_in_the_list(desk: Desk, hanako: int):
    assert people_list.place_of(desk, PeopleQuery(), hanako) == 0
    assert people_list.place_of(desk, PeopleQuery(descending=True), hanako) == 1
    assert people_list.place_of(desk, PeopleQuery(text="鈴木"), hanako) is None
    assert people_list.page_at(desk, PeopleQuery(), 1, 5)[0].name == "鈴木 一郎"
