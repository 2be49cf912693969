"""The made-up office: the same for the same seed, and full of what an office has."""

from dataclasses import dataclass
from datetime import date

import pytest

from privdesk import app
from privdesk.demo import tables
from privdesk.demo.members import membership
from privdesk.demo.office import PASSWORD, Wish, make
from privdesk.domain.case import RequestQuery
from privdesk.domain.due import Tile
from privdesk.domain.letter import LetterQuery
from privdesk.domain.password import problems
from privdesk.domain.person import PeopleQuery
from privdesk.domain.procedure import ENDED, State
from privdesk.operations import batches, desks, letters, messages, people, requests, retention
from privdesk.operations.desk import Desk
from tests.office import TERMS

TODAY = date(2026, 11, 22)


@dataclass(frozen=True)
class Told:
    """What can be told of an office without its keys and random ids."""

    people: tuple
    requests: tuple
    letters: tuple
    inbox: tuple
    kept: tuple


def told(desk: Desk) -> Told:
    return Told(
        people.page(desk, PeopleQuery(sort="number"), None, 500).rows,
        requests.page(desk, RequestQuery(sort="number"), None, 500).rows,
        letters.page(desk, LetterQuery(), None, 500).rows,
        messages.inbox(desk),
        retention.as_json(desk, "en"),
    )


def made(folder) -> Desk:
    return make(folder, Wish(30, 1, TODAY), app.reference(), TERMS)


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    """An office of 30 customers."""
    opened = made(tmp_path_factory.mktemp("office") / "one.privdesk")
    yield opened
    desks.lock(opened)


def test_the_same_seed_gives_the_same_office(desk, tmp_path):
    again = made(tmp_path / "two.privdesk")
    assert told(again) == told(desk)
    desks.lock(again)
    assert tables.people(30, 1, TODAY) != tables.people(30, 2, TODAY)


def test_requests_lie_in_every_state_and_ask_everything(desk):
    rows = told(desk).requests
    assert {row.state for row in rows} == set(State)
    assert {kind for row in rows for kind in row.kinds} == set(desk.law_on(TODAY).kinds)
    assert any(row.due < TODAY for row in rows if row.state not in ENDED and not row.paused), "some are late"
    assert len({row.owner for row in rows}) == 2
    assert all(row.arrived < TODAY for row in rows)


def test_letters_go_out_in_both_languages(desk):
    rows = told(desk).letters
    assert {row.language for row in rows} == {"ja", "en"}
    assert all(row.issued_on <= (row.sent_on or TODAY) <= TODAY for row in rows)
    english = next(row for row in rows if row.language == "en")
    assert letters.open_letter(desk, english.id).startswith(b"%PDF")


def test_there_is_something_to_do(desk):
    assert retention.dashboard(desk).tiles[Tile.OVERDUE] > 0
    assert retention.dashboard(desk).tiles[Tile.HELD] > 0
    assert not retention.dashboard(desk).stale
    assert any(batch.waiting for batch in batches.everything(desk))
    assert {mail.attachments > 0 for mail in messages.inbox(desk)} == {True, False}
    assert any(row.suspended for row in told(desk).people)


def test_who_left_did_no_business_afterwards():
    for n in range(1, 500):
        one = membership(n, 1, TODAY)
        assert one.since <= one.last <= TODAY
        assert one.left is None or one.last < one.left <= TODAY


def test_the_password_keeps_the_rules():
    assert not problems(PASSWORD, ("sato", "mori", "見本商事株式会社"), app.reference().common_passwords)
