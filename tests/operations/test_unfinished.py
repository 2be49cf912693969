"""An import that does not come to its end leaves nothing, whenever it ends; what others need of it stays."""

import pytest

from privdesk.domain.batch import BatchKind
from privdesk.domain.errors import BatchRunning, Cancelled
from privdesk.domain.link import LinkKind, NewLink
from privdesk.domain.person import NewPerson, PeopleQuery, Profile
from privdesk.operations import batches, links, parts, people, unfinished
from privdesk.operations.desk import Desk
from privdesk.operations.sifting import opened
from tests.office import DATA
from tests.operations.looking import log, stored

CUSTOMERS, TRANSACTIONS = DATA / "customers_cp932.csv", DATA / "partner_transactions.csv"


def begun(desk: Desk, file=CUSTOMERS, kind=BatchKind.PEOPLE, rows=100):
    """An import that has written so many rows."""
    source = opened(file, kind, desk.reference.fields[kind], None, count=True)
    running = batches.transactions_parts(desk, source)
    if kind is BatchKind.PEOPLE:
        running = batches.people_parts(desk, source, keep_cards=False)
    for done, _ in running:
        if done >= rows:
            return running
    raise AssertionError("it ended")


def test_others_write_between_two_parts_and_see_what_came_so_far(desk: Desk):
    running = begun(desk)
    there = people.count(desk, PeopleQuery())
    assert 90 <= there < 298
    people.add(desk, NewPerson(Profile(name="窓口の人")))
    (batch,) = batches.everything(desk)
    assert (batch.running, batch.imported) == (True, there)
    with pytest.raises(BatchRunning):
        batches.undo_batch(desk, batch.id)
    assert parts.done(running).value.imported == 298
    assert people.count(desk, PeopleQuery()) == 299
    assert not batches.everything(desk)[0].running


@pytest.mark.parametrize(("file", "kind"), [(CUSTOMERS, BatchKind.PEOPLE), (TRANSACTIONS, BatchKind.TRANSACTIONS)])
def test_what_was_broken_off_is_taken_back_when_the_desk_is_unlocked(desk: Desk, file, kind):
    before = stored(desk)
    begun(desk, file, kind).close()
    assert batches.everything(desk)[0].running
    unfinished.take_back_left(desk)
    assert stored(desk) == before
    assert [act for act, _ in log(desk)][-2:] == ["batch.begin", "batch.stopped"]
    (news,) = desk.news
    assert news.values == {"file": file.name}
    unfinished.take_back_left(desk)
    assert len(desk.news) == 1


def test_what_other_work_needs_stays_and_keeps_its_import(desk: Desk):
    running = begun(desk)
    first = people.page(desk, PeopleQuery(sort="number")).rows[0].id
    people.edit(desk, first, 1, Profile(name="変更した人"))
    with pytest.raises(Cancelled):
        parts.done(running, lambda done, total: False)
    assert [row.name for row in people.page(desk, PeopleQuery()).rows] == ["変更した人"]
    (batch,) = batches.everything(desk)
    assert (batch.running, batch.imported) == (False, 1)


def test_a_link_that_was_taken_back_hinders_nothing(desk: Desk):
    before = stored(desk)
    running = begun(desk)
    one, other, *_ = (row.id for row in people.page(desk, PeopleQuery()).rows)
    links.add(desk, one, NewLink(LinkKind.HOUSEHOLD, desk.today, other)).undo(desk)
    running.close()
    unfinished.take_back_left(desk)
    assert stored(desk) == before


def test_a_link_that_stands_keeps_both_sides(desk: Desk):
    running = begun(desk)
    one, other, *_ = (row.id for row in people.page(desk, PeopleQuery()).rows)
    links.add(desk, one, NewLink(LinkKind.HOUSEHOLD, desk.today, other))
    running.close()
    unfinished.take_back_left(desk)
    assert {row.id for row in people.page(desk, PeopleQuery()).rows} == {one, other}


def test_what_the_sitting_itself_broke_off_is_undone_like_any_import(desk: Desk):
    """A full disk can break off the taking back too."""
    before = stored(desk)
    running = begun(desk)
    running.throw(Cancelled())
    running.close()
    (batch,) = batches.everything(desk)
    assert batch.running
    done = batches.undo_batch(desk, batch.id)
    assert (done.values, done.undo) == ({"file": CUSTOMERS.name}, None)
    assert stored(desk) == before
    assert batches.import_people(desk, CUSTOMERS, keep_cards=False).value.imported == 298


NEEDED = "CREATE TABLE later (person_id INTEGER REFERENCES person (id))", "INSERT INTO later SELECT max(id) FROM person"
FULL = (
    "CREATE TABLE later (fill BLOB)",
    "CREATE TRIGGER later_full BEFORE DELETE ON person BEGIN INSERT INTO later VALUES (zeroblob(9000000)); END",
    "PRAGMA max_page_count = 1",  # SQLite takes what the file has by now for the least
)


@pytest.mark.parametrize("refused", [NEEDED, FULL])
def test_what_cannot_be_taken_back_now_keeps_nobody_out(desk: Desk, refused):
    begun(desk).close()
    (driver := desk.vault.writer.raw_connection().driver_connection).set_authorizer(None)
    for statement in refused:
        driver.execute(statement)
    unfinished.take_back_left(desk)
    (batch,) = batches.everything(desk)
    assert batch.running
    assert [(news.said[-31:], news.values) for news in desk.news] == [
        ("Undo it in the list of imports.", {"file": CUSTOMERS.name})
    ]
    assert people.count(desk, PeopleQuery())
