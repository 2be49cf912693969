"""A segment begins when somebody comes, goes or gets other keys, and only the roster key of its time can open one."""

from contextlib import nullcontext
from dataclasses import replace
from datetime import timedelta
from secrets import token_hex

import pytest
import sqlalchemy as sa

from privdesk.domain.log import Fault
from privdesk.domain.user import Role, User
from privdesk.storage import audit, connection, keys, log_segments, log_verify, opening, roster, rotation, transaction
from privdesk.storage import users as stored
from privdesk.storage.keys import Rings
from privdesk.storage.tables import audit as log
from privdesk.storage.vault import add_user
from tests.storage.made_log import PASSWORD, TERMS
from tests.storage.people_desk import NOW


@pytest.fixture(scope="module")
def hired(tmp_path_factory):
    """A desk with a second manager, an invited colleague, and an auditor; then the second manager lost his role."""
    vault, _ = opening.create(tmp_path_factory.mktemp("hired") / "office.privdesk", "hana", PASSWORD, terms=TERMS)
    hana = User(1, "hana", "花", Role.MANAGER, vault.slot)
    with transaction.writing(vault.writer) as conn:
        enter(conn, hana)
        write(conn, vault, hana)
    old = vault.rings.copied()
    for login, role, invited in (("mori", Role.MANAGER, False), ("ito", Role.AUDITOR, True)):
        with transaction.writing(vault.writer) as conn:
            slot = add_user(vault, conn, login, PASSWORD, role.value, keys.FLOOR, invited=invited)
            who = stored.add(conn, login=login, name=login, role=role, slot=slot, language="ja")
            write(conn, vault, hana, about=f"user:{who.id}")
    mori = vault.header.slot_of("mori").id
    with (
        rotation.rotating(vault, lambda header: roster.with_role(header, mori, "support")) as fresh,
        transaction.writing(fresh.writer) as conn,
    ):
        write(conn, fresh, hana)
    yield vault, hana, old
    vault.close()


def enter(conn, who):
    stored.add(conn, login=who.login, name=who.name, role=who.role, slot=who.slot, language="ja")


def write(conn, vault, who, about="desk"):
    at = NOW + timedelta(seconds=audit.head(conn).seq)
    audit.append(conn, vault, at=at, by=who, session=token_hex(8), act="desk.unlock", about=about, detail={})


def notes(vault):
    with vault.reading() as conn:
        return list(log_segments.proven(conn, vault))


def test_each_change_of_the_roster_opens_a_segment(hired):
    vault, _, _ = hired
    assert [one.note.number for one in notes(vault)] == [1, 2, 3, 4]
    with vault.reading() as conn:
        rows = conn.execute(sa.select(log.c.seq, log.c.segment, log.c.act, log.c.previous).order_by(log.c.seq)).all()
        assert log_verify.verify(lambda: nullcontext(conn), vault).fault is None
    firsts = [row for row in rows if row.act == "log.segment"]
    assert [row.segment for row in firsts] == [1, 2, 3, 4]
    assert [(one.note.first, one.note.before) for one in notes(vault)] == [(row.seq, row.previous) for row in firsts]


def test_an_invitation_neither_signs_nor_verifies(hired):
    vault, _, _ = hired
    ito = vault.header.slot_of("ito").id
    *_, last = notes(vault)
    assert ito not in {one.slot for one in last.note.signers}
    assert set(last.note.seeds) == {vault.header.sheet.id}


def test_segments_under_an_older_roster_key_hold_but_only_before_the_first_under_the_newer(hired):
    vault, hana, old = hired
    assert [one.is_newest for one in notes(vault)] == [False, False, False, True]
    lost = Rings()
    for epoch, key in old.epochs("roster").items():
        lost.put("roster", epoch + 1, key.copy())
    raw = connection.connect(vault.folder / "data.db", keys.database_key(vault.rings.epochs("opening")[2]))
    with connection.engine(raw).connect() as conn, conn.begin() as change:
        conn.exec_driver_sql("UPDATE log_state SET roster = 0")
        write(conn, replace(vault, rings=lost), hana)
        verdict = log_verify.verify(lambda: nullcontext(conn), vault)
        assert (verdict.fault, verdict.at) == (Fault.SEGMENT, verdict.entries + 1)
        change.rollback()
    with connection.engine(raw).connect() as conn, conn.begin() as change:
        # cut back to before the loss of the role, the log is under no key that is in force
        for table, number in (("audit", "segment"), ("log_segment", "number")):
            conn.exec_driver_sql(f"DROP TRIGGER {table}_no_delete")
            conn.exec_driver_sql(f"DELETE FROM {table} WHERE {number} > 3")
        conn.exec_driver_sql("UPDATE log_state SET segment = 3")
        assert log_verify.verify(lambda: nullcontext(conn), vault).fault is Fault.CUT
        change.rollback()
    raw.close()


def test_who_has_no_roster_key_goes_on_in_the_segment_that_is_there(hired):
    vault, hana, _ = hired
    bare = replace(vault, rings=Rings(), header=replace_roster(vault.header))
    with vault.writer.connect() as conn, conn.begin() as change:
        before = audit.head(conn).seq
        write(conn, bare, hana)
        assert audit.head(conn).seq == before + 1
        change.rollback()


def replace_roster(header):
    return type(header)(**{name: getattr(header, name) for name in header.__struct_fields__} | {"roster": 99})
