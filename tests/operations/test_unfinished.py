"""An import that does not come to its end leaves nothing, whenever it ends; what others need of it stays."""

import pytest

from privdesk.domain.batch import BatchKind
from privdesk.domain.errors import BatchRunning, Cancelled
from privdesk.domain.person import NewPerson, PeopleQuery, Profile
from privdesk.operations import batches, parts, people, unfinished
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
