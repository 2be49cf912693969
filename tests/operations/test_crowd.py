"""A crowd comes in as imports would have brought it: with all that is derived from it, and it can go again."""

from datetime import date

from privdesk.demo.crowd import newcomers
from privdesk.domain.person import PeopleQuery
from privdesk.operations import batches, crowd, people, records, retention
from privdesk.operations.desk import Desk
from privdesk.storage import people_line
from tests.operations.looking import LASTING, log, stored

EACH = 5
MEMBERS = range(301, 421)


def come(desk: Desk) -> int:
    return crowd.enter(desk, "crowd.csv", newcomers(MEMBERS, EACH, 1, date(2026, 6, 1)))


def test_a_renewal_changes_nothing(desk: Desk):
    assert come(desk) == len(MEMBERS)
    assert log(desk) == [("batch.import", "batch:1")]
    before = stored(desk, frozenset({"audit"}))
    with desk.change("desk.check", about="desk") as change:
        people_line.renew(change.conn, range(1, len(MEMBERS) + 1))
    retention.recompute(desk, lambda *_: None)
    assert stored(desk, frozenset({"audit"})) == before


def test_everybody_is_found_with_his_transactions(desk: Desk):
    come(desk)
    (row,) = people.page(desk, PeopleQuery(text="A000377")).rows
    reported = records.transactions(desk, row.id).rows
    assert len(reported) == EACH
    assert reported[0].on == people.open_person(desk, row.id).person.last_activity
    assert {one.customer_number for one in reported} == {"A000377"}
    assert [(one.kind, one.rows, one.imported) for one in batches.everything(desk)] == [
        ("transactions", EACH * len(MEMBERS), EACH * len(MEMBERS)),
        ("people", len(MEMBERS), len(MEMBERS)),
    ]


def test_it_can_be_taken_back(desk: Desk):
    kept = LASTING | {"batch"}
    before = stored(desk, kept)
    come(desk)
    for batch in batches.everything(desk):
        batches.undo_batch(desk, batch.id)
    assert stored(desk, kept) == before
