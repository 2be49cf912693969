"""Holds: several may stand, a manager lifts them, and what is held is never due."""

from dataclasses import replace
from datetime import date

import pytest

from privdesk.domain.due import DueQuery, Tile
from privdesk.domain.errors import (
    HoldLifted,
    HoldUnnamed,
    NoSuchPerson,
    NotAllowed,
    ReasonMissing,
    ReviewPast,
    StaleSave,
)
from privdesk.domain.user import Role
from privdesk.operations import holds, retention
from privdesk.storage import audit, rules, transaction, users
from privdesk.storage import retention as stored
from tests.storage import kept_desk as made

WHY = "代金の支払いについて訴訟が係属中のため"


@pytest.fixture
def person(desk) -> int:
    """Somebody whose profile is overdue."""
    with transaction.writing(desk.vault.writer) as conn:
        if not rules.versions(conn):
            rules.enter_rules(conn, made.DEFAULTS, desk.today)
        id_ = made.person(conn, left="2001-01-01")
        stored.renew(conn, desk.office, [id_])
    return id_


def overdue(desk) -> int:
    return retention.due_count(desk, DueQuery(Tile.OVERDUE))


def test_free_only_when_all_are_lifted(desk, person):
    assert overdue(desk) == 1
    first = holds.place(desk, person, "訴訟", WHY, review_on=date(2027, 1, 5)).value
    second = holds.place(desk, person, "漏えい調査", WHY).value
    assert (overdue(desk), retention.due_count(desk, DueQuery(Tile.HELD))) == (0, 1)
    assert [one.id for one in holds.in_force(desk)] == [first, second]
    assert holds.lift(desk, first, 1, WHY).value == person
    assert overdue(desk) == 0
    holds.lift(desk, second, 1, WHY)
    assert overdue(desk) == 1
    assert holds.in_force(desk) == ()
    assert [(one.hold.name, one.hold.lifted_on, one.lifted_why) for one in holds.of_person(desk, person)] == [
        ("漏えい調査", desk.today, WHY),
        ("訴訟", desk.today, WHY),
    ]


def test_what_is_held_says_by_whom_and_until_when_to_look_again(desk, person):
    with transaction.writing(desk.vault.writer) as conn:
        owner = users.add(conn, login="ito", name="伊藤 舞", role=Role.SUPPORT, slot="none", language="ja")
        request = made.request(conn, person)
    holds.place(desk, person, " 訴訟 ", WHY, review_on=date(2027, 1, 5), owner=owner, request=request)
    (found,) = holds.in_force(desk)
    assert (found.hold.name, found.hold.owner, found.hold.placed_on) == ("訴訟", "伊藤 舞", desk.today)
    assert (found.hold.review_on, found.request, found.person) == (date(2027, 1, 5), request, person)


@pytest.mark.parametrize(
    ("name", "reason", "review", "error"),
    [
        (" ", WHY, None, HoldUnnamed),
        ("訴訟", "念のため", None, ReasonMissing),
        ("訴訟", WHY, date(2026, 11, 22), ReviewPast),
    ],
)
def test_a_hold_needs_name_reason_and_a_day_ahead(desk, person, name, reason, review, error):
    with pytest.raises(error):
        holds.place(desk, person, name, reason, review_on=review)
    assert overdue(desk) == 1


def test_a_hold_on_nobody_leaves_nothing(desk, person):
    with desk.reading() as conn:
        before = audit.head(conn)
    with pytest.raises(NoSuchPerson):
        holds.place(desk, person + 1, "訴訟", WHY)
    with desk.reading() as conn:
        assert audit.head(conn) == before
    assert holds.in_force(desk) == ()


def test_it_is_lifted_once_and_as_it_was_seen(desk, person):
    id_ = holds.place(desk, person, "訴訟", WHY).value
    with pytest.raises(StaleSave):
        holds.lift(desk, id_, 2, WHY)
    assert overdue(desk) == 0
    holds.lift(desk, id_, 1, WHY)
    with pytest.raises(HoldLifted):
        holds.lift(desk, id_, 2, WHY)


def test_placing_can_be_taken_back(desk, person):
    done = holds.place(desk, person, "訴訟", WHY)
    assert done.undo is not None
    done.undo(desk)
    assert overdue(desk) == 1
    with desk.reading() as conn:
        acts = [entry.act for entry in audit.about(conn, f"person:{person}")]
    assert acts[:2] == ["hold.lift", "hold.place"]


def test_staff_places_and_the_manager_lifts(desk, person, auditor):
    with transaction.writing(desk.vault.writer) as conn:
        actor = users.add(conn, login="ito", name="伊藤 舞", role=Role.SUPPORT, slot="none", language="ja")
    support = replace(desk, actor=actor)
    done = holds.place(support, person, "訴訟", WHY)
    assert done.undo is None
    with pytest.raises(NotAllowed):
        holds.lift(support, done.value, 1, WHY)
    for act in (lambda: holds.place(auditor, person, "訴訟", WHY), lambda: holds.in_force(auditor)):
        with pytest.raises(NotAllowed):
            act()
    assert overdue(desk) == 0
