"""One text finds customers, requests and letters, and the log never holds it."""

from dataclasses import replace

import pytest

from privdesk.domain.person import NewPerson, PeopleQuery, Profile, profile
from privdesk.operations import letters, people, search
from privdesk.operations.desk import Desk
from privdesk.operations.letters import Wanted
from tests.operations.looking import log, log_text
from tests.operations.requesting import case, taken, yumiko


@pytest.fixture
def known(desk: Desk) -> tuple[int, int, int]:
    """A customer with a request and its letter."""
    person = yumiko(desk)
    request = taken(desk, person=person)
    return person, request, letters.issue(desk, request, case(desk, request).version, Wanted("acknowledgement")).value


def ids(found: search.Found) -> tuple[list[int], list[int], list[int]]:
    return [row.id for row in found.people], [row.id for row in found.requests], [row.id for row in found.letters]


@pytest.mark.parametrize("text", ["渡邉", "渡辺", "由美子"])
def test_a_name_finds_the_customer_and_the_request(desk: Desk, known, text: str):
    people_found, requests_found, _ = ids(search.everywhere(desk, text))
    assert people_found == [known[0]]
    assert requests_found == [known[1]]


def test_numbers_find_requests_and_letters(desk: Desk, known):
    number = case(desk, known[1]).number
    assert ids(search.everywhere(desk, number))[1] == [known[1]]
    (letter,) = search.everywhere(desk, "個情発").letters
    assert ids(search.everywhere(desk, letter.number))[2] == [known[2]]


def test_nothing_is_asked_of_an_empty_text(desk: Desk, known):
    assert len(search.everywhere(desk, "  ")) == 0
    assert len(search.everywhere(desk, "誰でもない人")) == 0


@pytest.mark.parametrize("text", ["語 " * 1000, "漢字" * 8500, "q " * 17_000, '"(* OR ' * 400, "％_" * 5000])
def test_a_pasted_text_is_searched_too(desk: Desk, known, text: str):
    assert len(search.everywhere(desk, text)) == 0
    begun = "由美子 " * 20 + text
    assert ids(search.everywhere(desk, begun))[:2] == ([known[0]], [known[1]])


def test_at_most_ten_of_each(desk: Desk):
    for number in range(12):
        people.add(desk, NewPerson(Profile(name="鈴木 一郎", number=f"S{number:03}")))
    assert len(search.everywhere(desk, "鈴木").people) == 10


def test_a_settled_search_is_logged_without_its_text(desk: Desk, known):
    search.settled(desk, "由美子は秘密", 3)
    assert log(desk)[-1] == ("people.search", "desk")
    assert "秘密" not in log_text(desk)


def test_lines_by_id(desk: Desk, known):
    found = search.lines(desk, [known[0], 999])
    assert {id_: row.number for id_, row in found.items()} == {known[0]: "A000001"}


@pytest.mark.parametrize(
    "text", ["090", "09012345678", "090-1234", "h.sato@example.jp", "梅田", "旧姓", "5300001", "佐藤 梅田"]
)
def test_who_may_open_nobody_finds_nobody_by_what_he_may_not_see(desk: Desk, auditor: Desk, text: str):
    hidden = {"phones": ("090-1234-5678",), "mails": ("h.sato@example.jp",), "postal": "530-0001"}
    id_ = people.add(
        desk, NewPerson(Profile(name="旧姓 花子", number="A-1", address="大阪市北区梅田一丁目", **hidden))
    ).value
    person = people.open_person(desk, id_).person
    people.edit(desk, id_, person.version, replace(profile(person), name="佐藤 花子", kana="サトウ ハナコ"))
    for one, found in ((desk, 1), (auditor, 0)):
        assert people.count(one, PeopleQuery(text=text)) == people.count(one, PeopleQuery(text=text), 5) == found
        assert len(people.page(one, PeopleQuery(text=text)).rows) == len(search.everywhere(one, text)) == found


@pytest.mark.parametrize("text", ["佐藤", "さとう はなこ", "花 佐", "A-1", "a1", "ﾊﾅｺ", "1"])
def test_who_may_open_nobody_finds_everybody_by_what_the_list_shows(desk: Desk, auditor: Desk, text: str):
    people.add(desk, NewPerson(Profile(name="佐藤 花子", kana="サトウ ハナコ", number="A-1")))
    assert people.count(auditor, PeopleQuery(text=text)) == len(search.everywhere(auditor, text)) == 1
    assert [row.number for row in people.page(auditor, PeopleQuery(text=text)).rows] == ["A-1"]
