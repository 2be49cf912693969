"""Exemptions from a suspension: signed by a second person, once or for some days, withdrawn, never from an opt-out."""

from dataclasses import replace
from datetime import timedelta

import pytest

from privdesk.domain.errors import (
    AdvertisingNotExempt,
    EndsTooEarly,
    ExemptionOver,
    ExemptionTooLong,
    NoSuchPurpose,
    NotAllowed,
    NotSuspended,
    PurposeSuspended,
    ReasonMissing,
    SignatureMissing,
    StaleSave,
)
from privdesk.domain.person import NewPerson, PeopleQuery, Profile
from privdesk.domain.user import Role
from privdesk.operations import attempts, exemptions, export, people, purposes
from privdesk.operations.desk import Desk
from privdesk.operations.sheets import SheetFormat
from tests.office import NOW
from tests.operations.looking import log, log_text
from tests.operations.mailing import reached
from tests.operations.requesting import joined

WHY = "製品回収の連絡のため必要"
DAY = timedelta(days=1)


@pytest.fixture
def person(desk: Desk) -> int:
    """A customer who suspended the notices."""
    id_ = people.add(desk, NewPerson(Profile(name="一", address="千代田区1", mails=("a@example.jp",)))).value
    purposes.suspend(desk, id_, ["notices"], ground="法35条")
    return id_


@pytest.fixture
def pair(desk: Desk) -> Desk:
    """The desk with support at it and the manager beside."""
    return joined(desk, "mori", Role.SUPPORT).with_approver(desk.actor)


def sign(pair: Desk, person: int, days: int = 7, *, once: bool = False, code: str = "notices") -> int:
    return exemptions.sign(pair, person, code, WHY, pair.today + days * DAY, once=once).value


def later(desk: Desk, days: int) -> Desk:
    return replace(desk, clock=lambda: NOW + days * DAY)


def test_within_its_days_a_signed_use_passes_and_is_told(desk: Desk, pair: Desk, person: int):
    id_ = sign(pair, person)
    for days in (0, 7):
        purposes.use(later(desk, days), person, "notices")
        assert reached(later(desk, days), "notices") == [person]
    with pytest.raises(PurposeSuspended):
        purposes.use(later(desk, 8), person, "notices")
    assert reached(later(desk, 8), "notices") == []
    one = exemptions.of_person(desk, person)[0]
    assert (one.id, one.asked_by, one.signed_by, one.reason) == (id_, pair.actor.name, desk.actor.name, WHY)
    assert f'"exemption":[{id_}]' in log_text(desk)
    assert ("exemption.sign", f"person:{person}") in log(desk)
    assert f'"approver":{desk.actor.id}' in log_text(desk)


def test_one_for_a_single_use_is_spent_by_it(desk: Desk, pair: Desk, person: int):
    sign(pair, person, once=True)
    purposes.use(desk, person, "notices")
    with pytest.raises(PurposeSuspended):
        purposes.use(desk, person, "notices")
    sign(pair, person, once=True)
    assert [reached(desk, "notices") for _ in range(2)] == [[person], []]
    sign(pair, person, once=True)
    tables = [
        export.export_people(desk, PeopleQuery(), SheetFormat.CSV, purpose="notices").count(b"\n") for _ in range(2)
    ]
    assert tables == [2, 1]


def test_it_is_for_one_purpose_and_one_customer(desk: Desk, pair: Desk, person: int):
    other = people.add(desk, NewPerson(Profile(name="二"))).value
    purposes.suspend(desk, person, ["billing"], ground="法35条")
    purposes.suspend(desk, other, ["notices"], ground="法35条")
    sign(pair, person)
    for who, code in ((person, "billing"), (other, "notices")):
        with pytest.raises(PurposeSuspended):
            purposes.use(desk, who, code)
    assert reached(desk, "notices") == [person]


def test_a_later_suspension_stops_the_use_again(desk: Desk, pair: Desk, person: int):
    sign(pair, person)
    purposes.suspend(desk, person, ["notices"], ground="法35条5項")
    with pytest.raises(PurposeSuspended):
        purposes.use(desk, person, "notices")
    assert reached(desk, "notices") == []


def test_there_is_no_exemption_for_advertising(desk: Desk, pair: Desk, person: int):
    purposes.suspend(desk, person, ["news"], ground="法35条")
    with pytest.raises(AdvertisingNotExempt):
        sign(pair, person, code="news")


def test_nobody_is_exempt_from_an_opt_out(desk: Desk, pair: Desk, person: int):
    purposes.opt_out(desk, person, ["billing"])
    with pytest.raises(NotSuspended):
        sign(pair, person, code="billing")
    sign(pair, person)
    purposes.opt_out(desk, person, ["notices"])
    with pytest.raises(PurposeSuspended):
        purposes.use(desk, person, "notices")


def test_withdrawn_it_lets_nothing_pass(desk: Desk, pair: Desk, person: int):
    id_ = sign(pair, person)
    with pytest.raises(ReasonMissing):
        exemptions.withdraw(desk, id_, 1, "もう不要")
    with pytest.raises(StaleSave):
        exemptions.withdraw(desk, id_, 2, "回収が終わり不要になったため")
    exemptions.withdraw(desk, id_, 1, "回収が終わり不要になったため")
    with pytest.raises(PurposeSuspended):
        purposes.use(desk, person, "notices")
    with pytest.raises(ExemptionOver):
        exemptions.withdraw(desk, id_, 2, "回収が終わり不要になったため")
    assert exemptions.in_force(desk) == ()
    one = exemptions.of_person(desk, person)[0]
    assert (one.withdrawn_by, one.withdrawn_on) == (desk.actor.name, desk.today)


def test_signing_is_taken_back_by_a_withdrawal(desk: Desk, pair: Desk, person: int):
    done = exemptions.sign(pair, person, "notices", WHY, pair.today, once=True)
    assert [name for _, name in exemptions.in_force(desk)] == ["一"]
    done.undo(pair)
    assert exemptions.in_force(desk) == ()


def test_what_it_needs(desk: Desk, auditor: Desk, pair: Desk, person: int):
    with pytest.raises(SignatureMissing):
        sign(desk, person)
    with pytest.raises(SignatureMissing):
        sign(desk.with_approver(desk.actor), person)
    with pytest.raises(SignatureMissing):
        sign(desk.with_approver(pair.actor), person)
    with pytest.raises(NotAllowed):
        sign(auditor.with_approver(desk.actor), person)
    with pytest.raises(ReasonMissing):
        exemptions.sign(pair, person, "notices", "必要", pair.today, once=True)
    with pytest.raises(EndsTooEarly):
        sign(pair, person, -1)
    with pytest.raises(ExemptionTooLong):
        sign(pair, person, exemptions.MOST_DAYS + 1)
    with pytest.raises(NotSuspended):
        sign(pair, person, code="service")
    with pytest.raises(NoSuchPurpose):
        sign(pair, person, code="gossip")
    with pytest.raises(NotAllowed):
        exemptions.in_force(pair)
    assert exemptions.of_person(desk, person) == ()


def test_attempts_are_counted_by_month_purpose_and_user(desk: Desk, pair: Desk, person: int):
    for _ in range(2):
        with pytest.raises(PurposeSuspended):
            purposes.use(desk, person, "notices")
    with pytest.raises(PurposeSuspended):
        purposes.use(pair, person, "notices")
    reached(later(pair, 10), "notices")
    export.export_people(later(pair, 10), PeopleQuery(), SheetFormat.CSV, purpose="notices")
    reached(pair, "news")
    found = [(one.month.isoformat(), one.purpose, one.user, one.attempts, one.people) for one in attempts.counts(desk)]
    mori, sato = pair.actor.id, desk.actor.id
    assert found == [
        ("2026-12-01", "notices", mori, 2, 2),
        ("2026-11-01", "notices", mori, 1, 1),
        ("2026-11-01", "notices", sato, 2, 2),
    ]
    query = attempts.entries_of(attempts.counts(desk)[0])
    assert (query.since.isoformat(), query.until.isoformat(), query.user) == ("2026-12-01", "2026-12-31", mori)
    with pytest.raises(NotAllowed):
        attempts.counts(pair)
