"""The log is a chain: what was changed, cut out or put in shows."""

import shutil
from datetime import timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from privdesk.domain.office import ZONE
from privdesk.storage import audit, transaction
from privdesk.storage.audit import GENESIS, Head
from privdesk.storage.tables import METADATA
from tests.storage.people_desk import NOW


@pytest.fixture
def log(tmp_path: Path):
    """A log of five entries in a plain file, where it can be tampered with as the desk's own connection never could."""
    engine = sa.create_engine(f"sqlite:///{tmp_path / 'log.db'}")
    METADATA.tables["audit"].create(engine)
    with engine.connect() as conn:
        for n in range(5):
            audit.append(
                conn,
                at=(NOW + timedelta(seconds=n)).astimezone(ZONE),
                user=1,
                session="s",
                act="a",
                about=f"x:{n}",
                detail={"n": n},
            )
        yield conn
    engine.dispose()
    shutil.rmtree(tmp_path)


def test_an_empty_log_has_a_beginning(conn):
    assert audit.head(conn) == Head(0, GENESIS)
    assert audit.broken_at(conn) is None


def test_entries_follow_one_another_and_are_read_newest_first(conn):
    at = NOW.astimezone(ZONE)
    heads = [
        audit.append(conn, at=at, user=1, session="s", act=act, about="person:1", detail={"b": 1, "a": "ア"})
        for act in ("person.add", "person.open")
    ]
    assert [head.seq for head in heads] == [1, 2]
    assert audit.head(conn) == heads[-1]
    newest, oldest = audit.about(conn, "person:1")
    assert (newest.act, oldest.act, newest.at, newest.detail) == ("person.open", "person.add", NOW, '{"a":"ア","b":1}')
    assert audit.about(conn, "person:2") == ()
    assert audit.broken_at(conn) is None


def test_a_sound_chain_holds(log):
    assert audit.broken_at(log) is None


@pytest.mark.parametrize(
    ("tampering", "broken"),
    [
        ("UPDATE audit SET act = 'b' WHERE seq = 3", 3),
        ("UPDATE audit SET detail = '{}' WHERE seq = 1", 1),
        ("UPDATE audit SET user_id = 2 WHERE seq = 5", 5),
        ("UPDATE audit SET session = 't' WHERE seq = 2", 2),
        ("UPDATE audit SET zone = '+0000' WHERE seq = 2", 2),
        ("UPDATE audit SET at = datetime(at, '+1 day') || '.000000' WHERE seq = 4", 4),
        ("UPDATE audit SET about = 'x:9' WHERE seq = 4", 4),
        ("DELETE FROM audit WHERE seq = 3", 3),
        ("DELETE FROM audit WHERE seq = 1", 1),
        ("UPDATE audit SET seq = 9 WHERE seq = 5", 5),
    ],
)
def test_tampering_shows_where_it_begins(log, tampering: str, broken: int):
    log.exec_driver_sql(tampering)
    assert audit.broken_at(log) == broken


def test_the_desk_itself_cannot_rewrite_its_log(office):
    for statement in ("UPDATE audit SET act = 'b'", "DELETE FROM audit"):
        with (
            pytest.raises(sa.exc.DatabaseError, match="not authorized"),
            transaction.writing(office.vault.writer) as conn,
        ):
            conn.exec_driver_sql(statement)
