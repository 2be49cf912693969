"""The made-up office: the same for the same seed, and full of what an office has."""

import importlib
import pkgutil
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from pathlib import Path

import pytest

from privdesk import app, domain
from privdesk.demo import customers, office, tables
from privdesk.demo.crowd import person
from privdesk.demo.members import membership
from privdesk.demo.office import OFFICE, PASSWORD, Wish, make
from privdesk.domain.backup import Tone
from privdesk.domain.case import RequestQuery
from privdesk.domain.due import Tile
from privdesk.domain.formats.bank import AccountType
from privdesk.domain.formats.card import Brand
from privdesk.domain.letter import LetterQuery
from privdesk.domain.log import LogQuery
from privdesk.domain.office import ZONE
from privdesk.domain.password import problems
from privdesk.domain.person import PeopleQuery, profile
from privdesk.domain.procedure import ENDED, State
from privdesk.gui.posting import SERVICES
from privdesk.operations import backups, batches, crowd, desks, letters, log, messages, people, requests, retention
from privdesk.operations.data_sheet import data_sheet
from privdesk.operations.desk import Desk
from privdesk.storage import log_verify, rules
from tests.office import TERMS

TODAY = date(2026, 11, 22)
FOUNDED = date(2026, 6, 25)
# the customer with a slip in his row
SLIP = 18


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


def test_it_was_backed_up_the_evening_before(desk):
    found = backups.overview(desk)
    assert (found.tone, found.troubles) == (Tone.DONE, ())
    (made,) = Path(found.plan.places[0].path).iterdir()
    assert found.last.file == made.name == "one-20261121-173120.privdesk-backup"


def test_requests_lie_in_every_state_and_ask_everything(desk):
    rows = told(desk).requests
    assert {row.state for row in rows} == set(State)
    assert {kind for row in rows for kind in row.kinds} == set(desk.law_on(TODAY).kinds)
    assert any(row.due < TODAY for row in rows if row.state not in ENDED and not row.paused), "some are late"
    assert len({row.owner for row in rows}) == 2
    assert all(row.arrived < TODAY for row in rows)


def test_the_log_of_the_made_up_office_is_sound(desk):
    assert log_verify.verify(desk.reading, desk.vault).fault is None


def test_letters_go_out_in_both_languages(desk):
    rows = told(desk).letters
    assert {row.language for row in rows} == {"ja", "en"}
    assert all(row.issued_on <= (row.sent_on or TODAY) <= TODAY for row in rows)
    english = next(row for row in rows if row.language == "en")
    assert letters.open_letter(desk, english.id).startswith(b"%PDF")


def test_no_code_of_the_program_stands_on_a_data_sheet(desk):
    codes = {str(code) for code in every_code(desk)}
    assert {"post", "principal", "licence", "33-2-2", "domicile", "DISCLOSE", "active"} <= codes
    law = desk.law_on(TODAY)
    with desk.reading() as conn:
        sheets = [data_sheet(desk, conn, row.id, "ja", law) for row in told(desk).people]
    lines = [line for sheet in sheets for section in sheet.sections for line in section.rows]
    told_items = {line.item for line in lines}
    assert {"番号", "発送の記録", "ご請求の経過", "ご請求の内容", "保存期間", "登録内容の変更"} <= told_items
    parts = {(line.item, part) for line in lines for part in re.split(r"[\n、　]", f"{line.value}\n{line.source}")}
    assert {(item, part) for item, part in parts if part in codes} == set()
    assert not [line.value for line in lines if re.search(r"種目又は有効期限　\d$", line.value, re.MULTILINE)]


def every_code(desk: Desk) -> Iterator[object]:
    """The members of every closed list of the domain, and the codes of the law's and the rules' data."""
    for module in pkgutil.walk_packages(domain.__path__, "privdesk.domain."):
        for one in vars(importlib.import_module(module.name)).values():
            # a brand is written as it is called, and the digit of a type of account may also be a count
            if isinstance(one, type) and issubclass(one, StrEnum) and one not in {Brand, AccountType}:
                yield from one
    law = desk.law_on(TODAY)
    yield from (*law.kinds, *law.letters, *law.papers, *law.masks)
    for kind in law.kinds.values():
        yield from kind.grounds
    yield from desk.reference.purposes.purposes
    yield from SERVICES
    with desk.reading() as conn:
        yield from (version.rule.code for version in rules.versions(conn))


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


def test_a_crowd_comes_in_as_the_tables_would_have_brought_it(tmp_path):
    chance = random.Random(1)
    drawn = [customers.drawn(n, chance, 1, FOUNDED) for n in range(1, 61)]
    ways = {
        "table": lambda desk: batches.import_people(desk, tables.people(60, 1, FOUNDED), keep_cards=False),
        "crowd": lambda desk: crowd.enter(desk, "", [crowd.Newcomer(person(one), ()) for one in drawn]),
    }
    found = []
    for name, come in ways.items():
        founder = desks.Founder("sato", "佐藤", PASSWORD)
        desk = desks.create(tmp_path / name, OFFICE, founder, desks.new_sheet(), app.reference(), app.now, TERMS)
        come(desk)
        records = [people.open_person(desk, id_) for id_ in range(1, 61) if id_ != SLIP]
        numbers = [[(one.kind, one.issuer, one.detail, one.last4) for one in each.person.numbers] for each in records]
        found.append(([profile(one.person) for one in records], [one.kept for one in records], numbers))
        desks.lock(desk)
    assert found[0] == found[1]


def test_a_large_office_begins_as_a_small_one(desk, tmp_path, monkeypatch):
    monkeypatch.setattr(office, "TOLD", 30)
    monkeypatch.setattr(office, "CROWD", 40)
    seen = []
    wish = Wish(130, 1, TODAY, requests=1)
    large = make(tmp_path / "large.privdesk", wish, app.reference(), TERMS, lambda *n: seen.append(n))
    assert seen == [(70, 130), (110, 130), (130, 130)]
    first, all_ = told(desk).people, told(large).people
    assert [(row.number, row.name, row.birth) for row in all_[: len(first)]] == [
        (row.number, row.name, row.birth) for row in first
    ]
    assert len(all_) == len(first) + 100
    desks.lock(large)


def test_the_password_keeps_the_rules():
    assert not problems(PASSWORD, ("sato", "mori", "見本商事株式会社"), app.reference().common_passwords)


def test_the_story_ends_before_it_is_looked_at_however_early_that_is(tmp_path):
    early = datetime.combine(TODAY, time(0, 20), ZONE)
    opened = make(tmp_path / "early.privdesk", Wish(12, 1, TODAY, requests=8, now=early), app.reference(), TERMS)
    opened.clock = lambda: early
    with opened.change("desk.check", about="desk"):
        pass
    assert opened.now == early
    assert log.count(opened, LogQuery(act="clock.back")) == 0
    opened.vault.close()
