"""Erasing: everything of a person goes, what is somebody else's stays, and a tombstone knows him again."""

from datetime import date

import pytest
import sqlalchemy as sa

from privdesk.domain.party import PartyRole
from privdesk.domain.person import NewPerson, Profile
from privdesk.operations import people
from privdesk.storage import drafts, erasure, transaction
from privdesk.storage.tables import METADATA, letter, person, request, request_party, tombstone
from tests.operations.canaries import filled
from tests.operations.looking import stored
from tests.operations.requesting import case, taken, yumiko

TODAY = date(2026, 11, 22)
OTHER = NewPerson(Profile(name="田中 一郎", kana="タナカ イチロウ", number="A000002"))
EMPTY = frozenset({"audit", "counter", "log_segment", "tombstone"})


@pytest.mark.parametrize("table", erasure.WITH, ids=lambda table: table.name)
def test_of_every_column_that_points_there_it_is_said_what_becomes_of_its_row(table):
    """A new table whose rows cannot stay without what they point at must be named in `erasure.WITH`."""
    pointing = {key.parent for one in METADATA.tables.values() for key in one.foreign_keys if key.column.table is table}
    assert set(erasure.WITH[table]) <= pointing
    assert {str(column) for column in pointing - set(erasure.WITH[table]) if not column.nullable} == set()


def dispose(office, *ids: int) -> None:
    with transaction.writing(office.vault.writer) as conn:
        erasure.dispose(conn, ids, TODAY, "保存期間満了", 7)
        erasure.compact(conn)


def test_a_person_with_a_row_in_every_table_leaves_nothing(desk):
    before = stored(desk, EMPTY)
    canaries = filled(desk, "ja")
    id_ = canaries.known["person_id"]
    with transaction.writing(desk.vault.writer) as conn:
        drafts.put(conn, desk.actor.id, f"person:{id_}", {"notes": "羽9999"}, desk.now)
        drafts.put(conn, desk.actor.id, f"request:{canaries.known['request_id']}:item:1", {"facts": "羽9998"}, desk.now)
        (uid,) = conn.execute(sa.select(person.c.uid).where(person.c.id == id_)).scalars()
    dispose(desk, id_)
    after = stored(desk, EMPTY)
    for name in ("partner", "recipient", "batch"):  # companies and the note of the file stay
        del before[name], after[name]
    assert after == before
    with desk.reading() as conn:
        assert conn.execute(sa.select(tombstone.c.digest, tombstone.c.audit_seq)).all() == [(erasure.digest(uid), 7)]
        assert not conn.exec_driver_sql("PRAGMA foreign_key_check").fetchall()


def test_the_request_of_somebody_else_stays_and_points_at_nobody(desk):
    agent, other = yumiko(desk), people.add(desk, OTHER).value
    id_, own = taken(desk, person=other), taken(desk, person=agent)
    asking = request_party.c.request_id == id_, request_party.c.role == PartyRole.REQUESTER
    with transaction.writing(desk.vault.writer) as conn:
        conn.execute(sa.update(request_party).where(*asking).values(person_id=agent))
    dispose(desk, agent)
    with desk.reading() as conn:
        assert conn.execute(sa.select(request.c.id)).scalars().all() == [id_]
        who = conn.execute(sa.select(request_party.c.person_id, request_party.c.name).where(*asking)).one()
    assert tuple(who) == (None, "渡邉 由美子")
    assert own != id_
    assert case(desk, id_).request.person == other


def test_an_issued_letter_goes_in_no_other_way(desk):
    filled(desk, "ja")
    with pytest.raises(sa.exc.IntegrityError), transaction.writing(desk.vault.writer) as conn:
        conn.execute(sa.delete(letter))


def test_whom_a_tombstone_names_is_erased_if_he_is_back(desk):
    id_, other = yumiko(desk), people.add(desk, OTHER).value
    with transaction.writing(desk.vault.writer) as conn:
        assert erasure.apply(conn) == 0
        uids = dict(map(tuple, conn.execute(sa.select(person.c.id, person.c.uid))))
        stone = erasure.Tombstone(erasure.digest(uids[id_]), TODAY, "保存期間満了", 7)
        unknown = stone._replace(digest=bytes(32))
        erasure.take_over(conn, [stone, unknown])
        erasure.take_over(conn, [stone])
        assert erasure.tombstones(conn) == [stone, unknown]
        assert erasure.apply(conn) == 1
        assert conn.execute(sa.select(person.c.id)).scalars().all() == [other]
