"""The log is read by who may, verified, compared with paper and summed up; and nobody's data stand in it."""

import json
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from privdesk.domain.errors import Cancelled, KeyNotHeld, LogCodeUnreadable, NotAllowed, ReasonMissing
from privdesk.domain.log import Fault, LogQuery, Match
from privdesk.domain.user import Role
from privdesk.operations import log, people, retention
from privdesk.operations.desk import Desk
from privdesk.storage import audit, connection, keys, log_state
from privdesk.storage.tables import audit as stored_log
from tests.office import NOW, Founded
from tests.operations.looking import log as entries
from tests.operations.looking import values_in_log
from tests.operations.test_people import HANAKO, REASON

# after which the same look is an entry again
MINUTES_6 = timedelta(minutes=6)


@pytest.fixture
def support(desk: Desk) -> Desk:
    """The same desk with somebody at it who may not read the log."""
    return replace(desk, actor=replace(desk.actor, id=9, role=Role.SUPPORT, slot="none"))


def later(desk: Desk, by: timedelta) -> Desk:
    """The same sitting some time later."""
    return replace(desk, clock=lambda: NOW + by)


def acts(lines):
    return [line.act for line in lines]


def newest(desk: Desk):
    with desk.reading() as conn:
        row = conn.execute(sa.select(stored_log).order_by(stored_log.c.seq.desc()).limit(1)).one()
    return row.act, row.about, json.loads(row.detail)


def test_the_log_is_read_newest_first_and_page_by_page(desk: Desk):
    id_ = people.add(desk, HANAKO).value
    for n in range(5):
        desk = later(desk, n * MINUTES_6)
        people.open_person(desk, id_)
    first = log.page(desk, LogQuery(), size=4)
    assert acts(first) == ["log.open", "person.open", "person.open", "person.open"]
    assert first[1].about == f"person:{id_}"
    assert (first[1].user, first[1].at.strftime("%H:%M %z")) == ("佐藤 恵", "10:24 +0900")
    rest = log.page(desk, LogQuery(), first[-1].seq, size=100)
    assert acts(rest) == ["person.open", "person.open", "person.add", "log.segment"]
    assert [line.seq for line in (*first, *rest)] == list(range(8, 0, -1))
    assert acts(log.page(desk, LogQuery(), size=1)) == ["log.open"]  # only the first page of a look is an entry


def test_the_log_is_filtered(desk: Desk, support: Desk):
    one, other = (people.add(desk, replace(HANAKO, profile=replace(HANAKO.profile, number=n))).value for n in "12")
    people.open_person(support, one)
    tomorrow = replace(desk, clock=lambda: NOW + timedelta(days=1))
    people.reveal(tomorrow, 1, REASON)
    assert acts(log.page(desk, LogQuery(person=one))) == ["person.reveal", "person.open", "person.add"]
    assert acts(log.page(desk, LogQuery(person=other))) == ["person.add"]
    assert acts(log.page(desk, LogQuery(user=support.actor.id))) == ["person.open"]
    assert acts(log.page(desk, LogQuery(act="person.add"))) == ["person.add"] * 2
    assert set(acts(log.page(desk, LogQuery(act="person.")))) == {"person.reveal", "person.open", "person.add"}
    assert acts(log.page(desk, LogQuery(act="person"))) == []
    assert acts(log.page(desk, LogQuery(act="%"))) == []
    day = date(2026, 11, 23)
    assert acts(log.page(desk, LogQuery(since=day))) == ["person.reveal"]
    assert acts(log.page(desk, LogQuery(person=one, until=day - timedelta(days=1)))) == ["person.open", "person.add"]
    assert log.count(desk, LogQuery(act="person.", since=day, until=day)) == 1
    assert newest(desk) == ("log.open", "log", {"filters": ["person", "until"]})


def test_the_days_are_those_of_the_office(desk: Desk):
    late = replace(desk, clock=lambda: NOW.replace(hour=14, minute=59))  # 23:59 in the office
    people.add(late, HANAKO)
    next_day = replace(desk, clock=lambda: NOW.replace(hour=15))
    people.open_person(next_day, 1)
    assert acts(log.page(next_day, LogQuery(act="person.", until=date(2026, 11, 22)))) == ["person.add"]
    assert acts(log.page(next_day, LogQuery(act="person.", since=date(2026, 11, 23)))) == ["person.open"]


def test_only_managers_and_auditors_read_it_and_everybody_his_own(desk: Desk, auditor: Desk, support: Desk):
    people.add(desk, HANAKO)
    for read in (
        lambda: log.page(support, LogQuery()),
        lambda: log.page(support, LogQuery(), before=3),
        lambda: log.page(support, LogQuery(user=desk.actor.id)),
        lambda: log.count(support, LogQuery()),
        lambda: log.compare(support, "1 · 7F3A-91C2-0D44-5E18"),
        lambda: log.month(support, 2026, 11),
        lambda: log.settle_clock(auditor, REASON),
    ):
        with pytest.raises(NotAllowed):
            read()
    assert acts(log.page(auditor, LogQuery()))[0] == "log.open"
    assert set(acts(log.page(support, LogQuery(user=support.actor.id)))) == {"log.own", "desk.refused"}


def test_what_is_refused_is_logged_with_the_act_and_nothing_else(desk: Desk, auditor: Desk):
    id_ = people.add(desk, HANAKO).value
    with pytest.raises(NotAllowed):
        people.edit(auditor, id_, 1, HANAKO.profile)
    assert newest(desk) == ("desk.refused", f"person:{id_}", {"act": "person.edit", "why": "NotAllowed"})
    without = replace(desk, vault=replace(desk.vault, seal=None))
    with pytest.raises(KeyNotHeld):
        people.reveal(without, 1, REASON)
    assert newest(desk)[2] == {"act": "person.reveal", "why": "KeyNotHeld"}


def test_a_verification_is_told_in_words_and_logged(desk: Desk, support: Desk):
    people.add(desk, HANAKO)
    verdict = log.verify(desk)
    assert (verdict.fault, verdict.entries, verdict.keyed) == (None, 2, 2)
    assert newest(desk) == ("log.verify", "log", {"entries": 2, "keyed": 2, "fault": "", "at": 0})
    assert [one.sentence.format(**one.values) for one in verdict.said()] == [
        "2 entries follow one another without a gap or a change.",
        "The keyed check was made for all entries: nobody without the key of that moment wrote them.",
        "Signatures that hold: 0, made with 0 keys.",
        "Each sitting names only the person who unlocked the desk for it. What that person wrote, and whom as "
        "approver, nobody else has signed.",
        "This PC has seen nothing of this log before; compare a code from paper.",
    ]
    steps = []
    assert log.verify(support, lambda done, total: steps.append((done, total))).entries == 3
    assert steps[-1] == (3, 3)

    def stop(done, total):
        raise Cancelled

    before = len(entries(desk))
    with pytest.raises(Cancelled):
        log.verify(desk, stop)
    assert len(entries(desk)) == before


def test_an_altered_log_is_told_and_work_goes_on(desk: Desk):
    id_ = people.add(desk, HANAKO).value
    people.open_person(desk, id_)
    raw = connection.connect(desk.vault.folder / "data.db", keys.database_key(desk.vault.rings.get("opening", 1)))
    raw.execute("DROP TRIGGER audit_no_update")
    raw.execute("UPDATE audit SET about = 'person:77' WHERE seq = 3")
    raw.close()
    verdict = log.verify(desk)
    assert (verdict.fault, verdict.at, verdict.entries) == (Fault.ALTERED, 3, 2)
    said = [one.sentence.format(**one.values) for one in verdict.said()]
    assert said[0] == "Entry 3 was altered, or does not follow from the one before."
    assert newest(desk)[2] == {"entries": 2, "keyed": 2, "fault": "altered", "at": 3}
    people.open_person(desk, id_)


def test_a_code_on_paper_is_compared(desk: Desk):
    id_ = people.add(desk, HANAKO).value
    code = log.code(desk)
    people.open_person(desk, id_)
    assert log.compare(desk, str(code)) is Match.SAME
    assert newest(desk) == ("log.compare", "log", {"entry": 2, "match": "same"})
    other = replace(code, digits="0" * 16)
    assert log.compare(desk, str(other)) is Match.OTHER
    assert log.compare(desk, str(replace(code, seq=18_342))) is Match.SHORT
    before = len(entries(desk))
    with pytest.raises(LogCodeUnreadable):
        log.compare(desk, "7F3A")
    assert len(entries(desk)) == before


def test_a_value_in_the_log_would_be_found(founded: Founded, tmp_path: Path):
    """The check that every test of this room ends with."""
    desk = founded.copied(tmp_path / "careless.privdesk")
    id_ = people.add(desk, HANAKO).value
    assert values_in_log(desk) == []
    with desk.change("person.open", about=f"person:{id_}", name=HANAKO.profile.name):
        pass
    assert HANAKO.profile.name in values_in_log(desk)
    desk.vault.close()


def test_a_month_is_summed_up(desk: Desk, auditor: Desk):
    id_ = people.add(desk, HANAKO).value
    for n in range(3):
        desk = later(desk, n * MINUTES_6)
        people.open_person(desk, id_)
    with pytest.raises(NotAllowed):
        people.open_person(replace(auditor, clock=desk.clock), id_)
    code = log.code(desk)
    december = replace(desk, clock=lambda: NOW.replace(month=12))
    people.open_person(december, id_)
    month = log.month(december, 2026, 11)
    counts = {(one.user, one.act): one.times for one in month.counts}
    assert counts == {
        ("佐藤 恵", "log.segment"): 1,
        ("佐藤 恵", "person.add"): 1,
        ("佐藤 恵", "person.open"): 3,
        ("加藤 学", "desk.refused"): 1,
    }
    assert (month.times("person.open"), month.times("person.reveal"), month.code) == (3, 0, code)
    assert (month.first, month.last) == (date(2026, 11, 1), date(2026, 11, 30))
    assert log.month(desk, 2026, 10).code is None


def test_the_latest_instant_outlives_a_clock_set_back_until_a_manager_settles_it(desk: Desk):
    people.add(desk, HANAKO)
    back = replace(desk, clock=lambda: NOW - timedelta(days=40))
    people.open_person(back, 1)
    assert [act for act, _ in entries(desk)] == ["person.add", "clock.back", "person.open"]
    assert back.latest_day == NOW.date()
    assert retention.dashboard(back) == retention.dashboard(desk)
    with pytest.raises(ReasonMissing):
        log.settle_clock(back, "why")
    log.settle_clock(back, "時計の電池が切れていたため。")
    assert back.latest_day == (NOW - timedelta(days=40)).date()
    with desk.reading() as conn:
        assert log_state.latest(conn) == NOW - timedelta(days=40)
        assert audit.broken_at(conn) is None
