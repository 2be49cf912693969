"""Purposes of use at a real desk: a suspension bites, a lifting frees, each decision can be taken back."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from privdesk.domain.errors import (
    NoSuchPerson,
    NoSuchPurpose,
    NotAllowed,
    PurposeSuspended,
    ReasonMissing,
    StaleSave,
    StartsLater,
)
from privdesk.domain.person import NewPerson, PeopleQuery, Profile, Source, Status
from privdesk.domain.purpose import Stand
from privdesk.operations import export, people, purposes
from privdesk.operations.desk import Desk
from privdesk.operations.sheets import SheetFormat
from tests.operations.looking import log, log_text, stored

REASON = "本人から撤回の連絡あり"


def enter(desk: Desk, name: str, **more: object) -> int:
    return people.add(desk, NewPerson(Profile(name=name, mails=(f"{name}@example.jp",), **more))).value


def reached(desk: Desk, code: str = "news") -> list[int]:
    return [one.id for one in purposes.recipients(desk, code).recipients]


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
    assert caught.value.values == {"purpose": desk.reference.purposes.purposes["news"].name.ja, "since": "2026-11-22"}
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
    assert '{"consented":false,"left_out":1,"people":0,"purpose":"news"}' in text


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


def test_a_suspension_needs_a_purpose_a_person_and_a_day_that_has_come(desk: Desk):
    id_ = enter(desk, "一")
    before = stored(desk, frozenset())
    with pytest.raises(NoSuchPurpose):
        purposes.suspend(desk, id_, ["gossip"], ground="35-1")
    with pytest.raises(NoSuchPerson):
        purposes.suspend(desk, 99, ["news"], ground="35-1")
    with pytest.raises(StartsLater):
        purposes.suspend(desk, id_, ["news"], ground="35-1", start=desk.today + timedelta(days=1))
    with pytest.raises(ReasonMissing):
        purposes.lift(desk, id_, ["news"], "なし")
    assert stored(desk, frozenset()) == before


def test_a_mailing_reaches_who_is_here_at_his_present_address(desk: Desk):
    id_ = enter(desk, "一", postal="100-0005", address="東京都千代田区1", number="A1")
    enter(desk, "去", status=Status.LEFT)
    enter(desk, "拒", status=Status.REFUSED)
    people.edit(
        desk,
        id_,
        1,
        Profile(name="一", postal="100-0006", address="東京都千代田区2", mails=("new@example.jp",), number="A1"),
    )
    (one,) = purposes.recipients(desk, "news").recipients
    assert (one.number, one.postal, one.address, one.mail) == ("A1", "100-0006", "東京都千代田区2", "new@example.jp")


def test_a_mailing_list_as_a_file_leaves_them_out_too(desk: Desk):
    enter(desk, "いち")
    purposes.opt_out(desk, enter(desk, "去る人"), ["news"])
    text = export.export_mailing_list(desk, "news", SheetFormat.CSV).decode("utf-8-sig")
    assert "いち" in text
    assert "去る人" not in text
    only = export.export_mailing_list(desk, "news", SheetFormat.CSV, consented=True).decode("utf-8-sig")
    assert "同意" in only.splitlines()[0]
    assert len(only.splitlines()) == 1
    purposes.consent(desk, 1, ["news"])
    only = export.export_mailing_list(desk, "news", SheetFormat.CSV, consented=True).decode("utf-8-sig")
    assert ["いち" in line for line in only.splitlines()] == [False, True]
    english = replace(desk, actor=replace(desk.actor, language="en"))
    assert (
        export.export_mailing_list(english, "news", SheetFormat.CSV).decode("utf-8-sig").startswith('"Customer number"')
    )
