"""Kept rows and faulty fields: numbers among them are sealed in their place, everything else stays readable."""

import pytest

from privdesk.domain.batch import BatchKind, Fault, RowState
from privdesk.domain.errors import NoSuchBatch, NoSuchNumber, NoSuchRow, NumberTaken
from privdesk.domain.person import Profile
from privdesk.storage import batches
from privdesk.storage.batches import NewWaiting, NewWarning
from privdesk.storage.tables import batch_problem, batch_row
from tests.storage.people_desk import NOW, enter

TAKEN = Fault.of(NumberTaken(number="A1"))


def begin(conn, digest: str = "d1") -> int:
    values = {"file_name": "a.csv", "encoding": "cp932", "mapping": {"氏名": "name"}}
    return batches.add(conn, kind=BatchKind.PEOPLE, digest=digest, at=NOW, user=1, **values)


def test_a_batch_tells_where_its_rows_came_from(conn):
    id_ = begin(conn)
    batch = batches.finish(conn, id_, rows=3, imported=2, warned=1, waiting=1)
    assert (batch.kind, batch.file_name, batch.mapping, batch.at) == (BatchKind.PEOPLE, "a.csv", {"氏名": "name"}, NOW)
    assert (batch.rows, batch.imported, batch.warned, batch.waiting) == (3, 2, 1, 1)
    assert batches.of_file(conn, "d1") == batch
    undone = batches.take_back(conn, id_, NOW, 1)
    assert (undone.undone_at, undone.undone_by) == (NOW, 1)
    assert batches.of_file(conn, "d1") is None
    assert batches.everything(conn) == (undone,)
    with pytest.raises(NoSuchBatch):
        batches.get(conn, 999)


def test_a_kept_row_hides_its_numbers_and_says_why_it_waits(office, conn):
    id_ = begin(conn)
    batches.wait(
        conn, office.seal, id_, [NewWaiting(7, {"氏名": "髙橋", "口座": "…0133"}, TAKEN, '{"口座":"9880133"}')]
    )
    batches.wait(conn, office.seal, id_, [NewWaiting(2, {"氏名": ""}, Fault("NameMissing"))])
    second, first = batches.waiting(conn, id_)
    assert (second.row, first.row, first.raw) == (2, 7, {"氏名": "髙橋", "口座": "…0133"})
    assert str(first.fault) == str(NumberTaken(number="A1"))
    assert batches.row(conn, office.seal, first.id) == (first, '{"口座":"9880133"}')
    assert batches.row(conn, office.seal, second.id)[1] == ""
    assert "9880133" not in repr(conn.execute(batch_row.select()).all())
    batches.settle(conn, first.id, RowState.DROPPED, why="二重のため")
    assert batches.waiting(conn) == (second,)
    assert batches.row(conn, office.seal, first.id)[0].why == "二重のため"
    with pytest.raises(NoSuchRow):
        batches.row(conn, office.seal, 999)


def test_a_faulty_field_keeps_its_text_and_a_number_is_sealed(office, conn):
    (person,) = enter(conn, office, Profile(name="髙橋"))
    id_ = begin(conn)
    bad_day = NewWarning(3, person, "birth", "昭和64年2月30日", Fault("BadDate"))
    bad_card = NewWarning(3, person, "card", "…1112", Fault("CardCheckFailed"), "4111111111111112")
    batches.warn(conn, office.seal, id_, [bad_day, bad_card])
    day, card = batches.warnings_of(conn, person)
    assert (day.raw, day.sealed, card.raw, card.sealed) == ("昭和64年2月30日", False, "…1112", True)
    assert batches.reveal(conn, office.seal, card.id) == "4111111111111112"
    assert "4111111111111112" not in repr(conn.execute(batch_problem.select()).all())
    with pytest.raises(NoSuchNumber):
        batches.reveal(conn, office.seal, day.id)
    batches.mend(conn, day.id, NOW)
    assert batches.warnings_of(conn, person) == (card,)
    assert batches.warning(conn, day.id).mended_at == NOW
    batches.clear(conn, id_)
    assert batches.warnings_of(conn, person) == ()
    with pytest.raises(NoSuchRow):
        batches.warning(conn, day.id)
