"""The log only grows, each entry follows from the one before, and its key moves on."""

from dataclasses import replace
from datetime import timedelta

import pytest
import sqlalchemy as sa

from privdesk.domain.errors import KeyNotHeld
from privdesk.domain.office import ZONE
from privdesk.storage import audit, checkpoint, connection, keys, log_state, transaction
from privdesk.storage.audit import BEGINNING, Head
from privdesk.storage.keys import Rings
from privdesk.storage.tables import audit as log
from tests.storage.people_desk import NOW

LATER = timedelta(seconds=30)


@pytest.fixture
def write(conn, office):
    """Writes one entry, half a minute after the one before unless the time is given."""

    def written(act="person.open", at=None, by=office.actor, vault=office.vault, **detail):
        at = at or (NOW + audit.head(conn).seq * LATER).astimezone(ZONE)
        return audit.append(conn, vault, at=at, by=by, session="s", act=act, about="person:1", detail=detail)

    return written


def acts(conn):
    return list(conn.execute(sa.select(log.c.act).order_by(log.c.seq)).scalars())


def test_an_empty_log_has_a_beginning(conn):
    assert audit.head(conn) == BEGINNING == Head(0, bytes(32))
    assert audit.broken_at(conn) is None
    assert log_state.read(conn) == (None, None)
    assert log_state.latest(conn) is None


def test_entries_follow_one_another_and_are_read_newest_first(conn, write):
    heads = [write(act, at=NOW.astimezone(ZONE), b=1, a="ア") for act in ("person.add", "person.open")]
    assert [head.seq for head in heads] == [2, 3]  # the first entry opens the first segment
    assert acts(conn) == ["log.segment", "person.add", "person.open"]
    assert audit.head(conn) == heads[-1]
    newest, oldest = audit.about(conn, "person:1")
    assert (newest.act, oldest.act, newest.at, newest.detail) == ("person.open", "person.add", NOW, '{"a":"ア","b":1}')
    assert audit.about(conn, "person:2") == ()
    assert audit.broken_at(conn) is None
    assert audit.hash_at(conn, 3) == heads[-1].hash
    assert audit.hash_at(conn, 4) is None


def test_the_end_of_the_chain_is_proven_alone(conn, write):
    middle = [write() for _ in range(4)][1]
    assert audit.broken_at(conn, middle) is None
    assert audit.broken_at(conn, Head(middle.seq, bytes(32))) == middle.seq + 1


def test_the_key_moves_on_with_every_entry(conn, write):
    write()
    before, _ = log_state.read(conn)
    head = write()
    after, last = log_state.read(conn)
    assert after.key == log_state.evolved(before.key) != before.key
    assert (last.seq, last.hash) == (head.seq, head.hash)
    mac = conn.execute(sa.select(log.c.mac).where(log.c.seq == head.seq)).scalar_one()
    assert mac == keys.mac(before.key, head.hash)


def test_a_clock_set_back_is_told_and_the_latest_instant_stays(conn, write):
    write(at=NOW)
    write(at=NOW - timedelta(minutes=2))
    assert "clock.back" not in acts(conn)
    write(at=NOW - timedelta(days=3))
    write(at=NOW - timedelta(days=3) + LATER)
    assert acts(conn)[-3:] == ["clock.back", "person.open", "person.open"]
    (back,) = audit.about(conn, "desk")
    assert back.detail == '{"before":"2026-11-22T00:58:00+00:00","now":"2026-11-19T01:00:00+00:00"}'
    assert log_state.latest(conn) == NOW
    log_state.settle(conn, NOW - timedelta(days=3))
    write(at=NOW - timedelta(days=2))
    assert log_state.latest(conn) == NOW - timedelta(days=2)


def test_the_log_is_signed_at_each_hundredth_entry_and_at_lock(conn, write, office):
    for _ in range(105):
        write()
    head = write("desk.lock")
    signed = conn.execute(sa.select(log.c.seq, log.c.hash, log.c.signature).where(log.c.signature.is_not(None))).all()
    assert [row.seq for row in signed] == [audit.SIGNED_EVERY, head.seq]
    public, desk = office.vault.user.sign_key, office.vault.desk_id
    for row in signed:
        assert checkpoint.holds(public, row.signature, desk, row.seq, row.hash)
        assert not checkpoint.holds(public, row.signature, desk, row.seq + 1, row.hash)
        assert checkpoint.signer(row.signature) == checkpoint.key_id(office.vault.slot, public)
    # C2SP signed-note: three lines, an empty one, an em dash, the key's name, and its id with the signature
    *text, empty, line, end = checkpoint.note(office.vault.slot, signed[0].signature, desk, 100, signed[0].hash).split(
        "\n"
    )
    assert text[:2] == [f"privdesk/{desk}", "100"]
    assert (len(text), empty, end) == (3, "", "")
    assert line.startswith(f"— {office.vault.slot} ")


def test_nobody_signs_with_keys_that_are_not_his(conn, write, office):
    write("desk.lock", by=None)
    assert conn.execute(sa.select(log.c.seq).where(log.c.signature.is_not(None))).all() == []


def test_who_may_not_open_a_segment_cannot_begin_a_log(conn, write, office):
    bare = Rings()
    with pytest.raises(KeyNotHeld):
        write(vault=replace(office.vault, rings=bare))


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit SET act = 'b' WHERE seq = 2",
        "DELETE FROM audit WHERE seq = 4",
        "DELETE FROM audit",
        "REPLACE INTO audit SELECT * FROM audit WHERE seq = 2",
        "INSERT OR REPLACE INTO audit SELECT 2, at, zone, user_id, session, 'b', about, detail, previous, hash, "
        "segment, mac, signature FROM audit WHERE seq = 3",
        "INSERT INTO audit SELECT 9, at, zone, user_id, session, act, about, detail, previous, hash, segment, mac, "
        "signature FROM audit WHERE seq = 3",
        "INSERT INTO audit SELECT 0, at, zone, user_id, session, act, about, detail, previous, hash, segment, mac, "
        "signature FROM audit WHERE seq = 3",
        "UPDATE OR REPLACE audit SET seq = 3 WHERE seq = 2",
        "INSERT INTO audit SELECT * FROM audit WHERE seq = 2 ON CONFLICT (seq) DO UPDATE SET act = 'b'",
        "UPDATE log_segment SET first = 2",
        "DELETE FROM log_segment",
        "REPLACE INTO log_segment SELECT * FROM log_segment",
    ],
)
def test_the_log_cannot_be_rewritten_with_sql(tmp_path, founded_log, statement):
    """Neither through the desk's own connection nor, while the triggers stand, through another one."""
    vault = founded_log
    before = everything(vault)
    with pytest.raises((sa.exc.DatabaseError, transaction.Denied)), transaction.writing(vault.writer) as conn:
        conn.exec_driver_sql(statement)
    raw = connection.connect(vault.folder / "data.db", keys.database_key(vault.rings.get("opening", 1)))
    with pytest.raises(sa.exc.DatabaseError, match="only grows"), connection.engine(raw).begin() as conn:
        conn.exec_driver_sql(statement)
    raw.close()
    assert everything(vault) == before


def everything(vault):
    with vault.reader.connect() as conn:
        return conn.execute(sa.select(log).order_by(log.c.seq)).all()


@pytest.fixture(scope="module")
def founded_log(office):
    with transaction.writing(office.vault.writer) as conn:
        for _ in range(5):
            audit.append(
                conn, office.vault, at=NOW, by=office.actor, session="s", act="person.open", about="person:1", detail={}
            )
    return office.vault
