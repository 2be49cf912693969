"""Rules are changed from a day on, the old stays readable, and every change is worked out at once."""

from dataclasses import replace as changed
from datetime import date, datetime

import pytest
from msgspec.structs import replace

from privdesk.domain.due import Effect, Ending, Practice
from privdesk.domain.errors import NoSuchRule, NotAllowed, PeriodMissing, RuleBackdated, StaleSave
from privdesk.domain.office import ZONE
from privdesk.domain.user import Role
from privdesk.operations import retention, rules
from privdesk.storage import due, retention_effect, transaction, users
from privdesk.storage import retention as stored
from privdesk.storage import rules as stored_rules
from tests.storage import kept_desk as made

PROFILE = next(one for one in made.DEFAULTS.rules if one.code == "profile")


def watched(done: int, total: int) -> None:
    assert 0 <= done <= total


@pytest.fixture
def person(desk) -> int:
    """Somebody who left on 2021-11-21 after a transaction on 2026-01-15."""
    with transaction.writing(desk.vault.writer) as conn:
        if not stored_rules.versions(conn):
            stored_rules.enter_rules(conn, made.DEFAULTS, desk.today)
        made.row(conn, made.t.partner)
        id_ = made.person(conn, left="2021-11-21")
        made.transaction(conn, id_, "2026-01-15")
        stored.renew(conn, desk.office, [id_])
    return id_


def end(desk, person: int, category: str = "profile") -> tuple[date | None, int]:
    with desk.reading() as conn:
        (row,) = [row for row in due.of_person(conn, person) if row.category == category]
    return row.keep_until, row.reason.rule.version if row.reason.rule else 0


def test_a_change_from_today_is_worked_out_at_once(desk, person):
    assert end(desk, person) == (date(2026, 11, 21), 1)
    done = rules.change_rule(desk, replace(PROFILE, years=6, valid_from=desk.today), watched)
    assert end(desk, person) == (date(2027, 11, 21), 2)
    assert done.value.version == 2
    assert done.undo is not None
    done.undo(desk)
    assert end(desk, person) == (date(2026, 11, 21), 3)


def test_every_version_stays_readable(desk, person):
    rules.change_rule(desk, replace(PROFILE, years=6, valid_from=desk.today), watched)
    found = [one for one in rules.versions(desk) if one.rule.code == "profile"]
    assert [(one.rule.version, one.rule.years, one.user) for one in found] == [(1, 5, None), (2, 6, desk.actor.id)]
    assert found[0].rule == PROFILE
    assert [one.years for one in rules.in_force(desk) if one.code == "profile"] == [6]


def test_a_change_of_a_later_day_waits_and_says_so_on_its_day(desk, person):
    rules.change_rule(desk, replace(PROFILE, years=6, valid_from=date(2027, 4, 1)), watched)
    assert end(desk, person) == (date(2026, 11, 21), 1)
    assert not retention.dashboard(desk).stale
    later = changed(desk, clock=lambda: datetime(2027, 4, 1, 9, 0, tzinfo=ZONE))
    assert retention.dashboard(later).stale
    retention.recompute(later, watched)
    assert end(desk, person) == (date(2027, 11, 21), 2)
    assert not retention.dashboard(later).stale


def test_what_a_change_would_do_is_told_before_and_comes_true(desk, person):
    longer = replace(PROFILE, years=6, valid_from=desk.today)
    assert rules.what_if(desk, longer, True) == Effect(1, 1, 0, False)
    changed_to = rules.change_rule(desk, longer, watched).value
    assert end(desk, person) == (date(2027, 11, 21), 2)
    assert rules.what_if(desk, changed_to, True) == Effect(1, 0, 0, False)
    assert rules.what_if(desk, replace(changed_to, years=5), True) == Effect(1, 1, 1, False)
    assert rules.what_if(desk, replace(changed_to, years=4, valid_from=date(2027, 4, 1)), True) == Effect(
        1, 1, 1, False
    )
    assert end(desk, person) == (date(2027, 11, 21), 2)


def test_a_rule_that_another_outlasts_would_change_nothing(desk, person):
    (claims,) = [one for one in rules.in_force(desk) if one.code == "contract-claims"]
    assert rules.what_if(desk, replace(claims, years=6), True) == Effect(1, 0, 0, False)
    assert rules.what_if(desk, replace(claims, years=9), True) == Effect(1, 1, 0, False)
    assert rules.what_if(desk, claims, False) == Effect(1, 0, 0, False)
    assert rules.what_if(desk, PROFILE, False) == Effect(1, 1, 0, False)


def test_of_many_people_a_part_is_looked_at_and_scaled_up(desk, person, monkeypatch):
    with transaction.writing(desk.vault.writer) as conn:
        for _ in range(11):
            made.person(conn, left="2025-01-10")
    monkeypatch.setattr(retention_effect, "SAMPLE", 5)
    found = rules.what_if(desk, replace(PROFILE, years=1, valid_from=desk.today), True)
    assert found.estimated
    assert found.records == found.changed == 12
    assert found.over in (9, 12)


@pytest.mark.parametrize(
    ("wrong", "error"),
    [
        ({"years": 0}, PeriodMissing),
        ({"valid_from": date(2026, 11, 21)}, RuleBackdated),
        ({"code": "unknown"}, NoSuchRule),
        ({"version": 2}, StaleSave),
    ],
)
def test_a_wrong_change_leaves_nothing(desk, person, wrong, error):
    before = rules.versions(desk)
    with pytest.raises(error):
        rules.change_rule(desk, replace(PROFILE, **{"valid_from": desk.today, **wrong}), watched)
    assert rules.versions(desk) == before


def test_a_rule_is_switched_off_and_on(desk, person):
    done = rules.switch(desk, "tax-transactions", False, watched)
    rules.switch(desk, "electronic-transactions", False, watched)
    assert end(desk, person, "transactions") == (date(2031, 1, 15), 1)
    assert done.undo is not None
    done.undo(desk)
    assert end(desk, person, "transactions") == (date(2033, 5, 31), 3)


def test_without_a_rule_nothing_may_go(desk, person):
    rules.switch(desk, "profile", False, watched)
    with desk.reading() as conn:
        (row,) = [row for row in due.of_person(conn, person) if row.category == "profile"]
    assert (row.keep_until, row.reason.ending, row.reason.rule) == (None, Ending.NO_RULE, None)


def test_a_switch_does_not_end_with_a_change_to_come(desk, person):
    rules.change_rule(desk, replace(PROFILE, years=6, valid_from=date(2027, 4, 1)), watched)
    rules.switch(desk, "profile", False, watched)
    later = changed(desk, clock=lambda: datetime(2027, 4, 1, 9, 0, tzinfo=ZONE))
    assert "profile" in {one.code for one in rules.in_force(desk)}
    assert "profile" not in {one.code for one in rules.in_force(later)}


def test_a_year_with_a_loss_is_kept_ten_years(desk, person):
    before = rules.practice(desk)
    assert before == Practice()
    done = rules.save_practice(desk, Practice(loss_years=(2026,)), watched)
    assert end(desk, person, "transactions") == (date(2036, 5, 31), 1)
    with pytest.raises(StaleSave):
        rules.save_practice(desk, before, watched)
    assert done.undo is not None
    done.undo(desk)
    assert end(desk, person, "transactions") == (date(2033, 5, 31), 1)
    assert rules.practice(desk) == Practice(version=3)


def test_rules_are_the_managers(desk, person):
    with transaction.writing(desk.vault.writer) as conn:
        actor = users.add(conn, login="ito", name="伊藤 舞", role=Role.SUPPORT, slot="none", language="ja")
    support = changed(desk, actor=actor)
    for act in (
        lambda: rules.change_rule(support, replace(PROFILE, valid_from=desk.today), watched),
        lambda: rules.switch(support, "profile", False, watched),
        lambda: rules.save_practice(support, Practice(), watched),
    ):
        with pytest.raises(NotAllowed):
            act()
    assert end(desk, person) == (date(2026, 11, 21), 1)
