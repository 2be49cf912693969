"""Looks at the same thing again are counted, never unlogged; a whole number is an entry each time."""

from dataclasses import replace
from datetime import timedelta

import pytest
import sqlalchemy as sa

from privdesk.domain.errors import DiskFull, FileInUse
from privdesk.domain.log import LogQuery
from privdesk.domain.person import NewNumber, NumberKind, Origin, Source
from privdesk.domain.user import Role
from privdesk.operations import log, people, requests
from privdesk.operations.desk import Desk
from privdesk.operations.looks import WITHIN, Looks
from privdesk.operations.rotation import rotated
from privdesk.storage import files
from privdesk.storage.tables import audit
from tests.office import NOW
from tests.operations.requesting import taken, yumiko
from tests.operations.test_log import acts, later
from tests.operations.test_people import REASON

MINUTE = timedelta(minutes=1)


@pytest.fixture
def person(desk: Desk) -> int:
    return yumiko(desk)


def entries(desk: Desk, since: int = 0) -> list[tuple[str, str, str]]:
    with desk.reading() as conn:
        rows = conn.execute(sa.select(audit).where(audit.c.seq > since).order_by(audit.c.seq))
        return [(row.act, row.about, row.detail) for row in rows]


def end(desk: Desk) -> int:
    return len(entries(desk))


def test_looks_within_five_minutes_of_the_first_are_counted_in_one_entry_more(desk: Desk, person: int):
    before, thing = end(desk), f"person:{person}"
    for minutes in (0, 1, 4.9, 5):
        assert people.open_person(later(desk, minutes * MINUTE), person).person.id == person
    assert entries(desk, before) == [("person.open", thing, "{}")]
    people.open_person(later(desk, 5.1 * MINUTE), person)
    again = ("look.again", thing, '{"act":"person.open","looks":3}')
    assert entries(desk, before)[1:] == [again, ("person.open", thing, "{}")]
    people.open_person(later(desk, 6 * MINUTE), person)
    people.history(later(desk, 11 * MINUTE), person)
    assert entries(desk, before)[3:] == [
        ("look.again", thing, '{"act":"person.open","looks":1}'),
        ("person.history", thing, "{}"),
    ]


def test_a_clock_set_back_before_each_look_hides_none_for_longer_than_five_minutes(desk: Desk, person: int):
    seconds = [0.0]
    desk.looks = Looks(lambda: seconds[0])
    before = end(desk)
    for _ in range(3):  # the clock on the wall stands still
        people.open_person(desk, person)
        people.open_person(desk, person)
        seconds[0] += WITHIN.total_seconds() + 1
    acts_ = [act for act, *_ in entries(desk, before)]
    assert acts_ == ["person.open", "look.again", "person.open", "look.again", "person.open"]


def test_what_was_counted_is_told_also_after_new_keys_that_failed_at_the_last_step(
    desk: Desk, person: int, monkeypatch: pytest.MonkeyPatch
):
    people.open_person(desk, person)
    people.open_person(desk, person)
    before = end(desk)
    late = later(desk, 6 * MINUTE)

    def stuck(_old, _new):
        raise FileInUse

    with monkeypatch.context() as patch:
        patch.setattr(files, "move", stuck)
        with pytest.raises(FileInUse), rotated(late, "keys.rotate", "desk", lambda header: header):
            pass
    assert entries(desk, before) == []
    with rotated(late, "keys.rotate", "desk", lambda header: header):
        pass
    told = [act for act, *_ in entries(desk, before)]
    assert [act for act in told if act != "log.segment"] == ["look.again", "keys.rotate"]


def test_what_is_counted_is_told_at_lock(desk: Desk, person: int):
    before = end(desk)
    for _ in range(4):
        people.open_person(desk, person)
    desk.looks.end()
    with desk.change("desk.lock", about="desk"):
        pass
    assert [act for act, *_ in entries(desk, before)] == ["person.open", "look.again", "desk.lock"]


def test_another_thing_another_user_and_an_earlier_clock_are_looks_of_their_own(desk: Desk, person: int):
    request = taken(desk, person=person)
    before = end(desk)
    clerk = replace(desk, actor=replace(desk.actor, id=9, role=Role.SUPPORT))
    people.open_person(desk, person)
    people.open_person(clerk, person)
    requests.open_request(desk, request)
    people.open_person(later(desk, -MINUTE), person)
    assert [act for act, *_ in entries(desk, before)] == ["person.open", "person.open", "request.open", "person.open"]


def test_a_case_that_is_worked_on_is_opened_once(desk: Desk, person: int):
    request = taken(desk, person=person)
    before = end(desk)
    for _ in range(3):
        requests.open_request(desk, request)
    assert [act for act, *_ in entries(desk, before)] == ["request.open"]


def test_each_number_shown_or_copied_is_an_entry(desk: Desk, person: int):
    account = NewNumber(NumberKind.BANK, "0001-110", "普通", "4567", "1234567")
    number = people.add_number(desk, person, account, Origin(Source.SELF, NOW.date())).value
    before = end(desk)
    for _ in range(2):
        assert people.reveal(desk, number, REASON) == "1234567"
        people.copied(desk, number)
    assert [act for act, *_ in entries(desk, before)] == ["person.reveal", "person.copy"] * 2
    assert {about for _, about, _ in entries(desk, before)} == {f"person:{person}"}


def test_a_look_whose_entry_did_not_come_to_be_shows_nothing_and_counts_for_nothing(desk: Desk, person: int):
    before = end(desk)

    def full(*_args):
        raise DiskFull

    sa.event.listen(desk.vault.writer, "commit", full)
    with pytest.raises(DiskFull):
        people.open_person(desk, person)
    sa.event.remove(desk.vault.writer, "commit", full)
    people.open_person(desk, person)
    assert [act for act, *_ in entries(desk, before)] == ["person.open"]


def test_who_looked_at_a_customer_takes_in_his_requests_and_mails(desk: Desk, person: int):
    request, other = taken(desk, person=person), taken(desk)
    requests.open_request(desk, request)
    requests.open_request(desk, other)
    found = log.page(desk, LogQuery(person=person))
    assert {line.about for line in found} == {f"person:{person}", f"request:{request}"}
    assert "request.open" in acts(found)
    assert "request.open" in [look.act for look in people.who_looked(desk, person)]
    some = frozenset({"request.open", "person.add"})
    assert set(acts(log.page(desk, LogQuery(acts=some)))) == some
    assert log.count(desk, LogQuery(person=person, acts=some)) == 2
