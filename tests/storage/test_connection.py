"""The encrypted file's connection: what is set, what is forbidden, what is never on the disk."""

import re
import sqlite3
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlcipher3 import dbapi2

from privdesk.domain.errors import DataEmpty, DataForeign, DataMissing, DiskFull, VaultDamaged
from privdesk.storage import connection, files, keys
from tests.storage.made_desk import CANARY


@pytest.fixture
def key():
    opening = keys.new_key()
    return lambda: keys.database_key(opening)


@pytest.fixture
def path(tmp_path, key):
    """A small file with a log, a people table and a full text index."""
    made = tmp_path / "data.db"
    made.touch()
    raw = connection.connect(made, key())
    raw.execute("CREATE TABLE audit (seq INTEGER PRIMARY KEY, act TEXT)")
    raw.execute("CREATE TABLE bird (name TEXT)")
    raw.execute("CREATE VIRTUAL TABLE song USING fts5(notes, content='', contentless_delete=1)")
    raw.executemany("INSERT INTO bird VALUES (?)", [(f"{CANARY}{n}",) for n in range(2000)])
    connection.checkpoint(raw)
    raw.close()
    return made


def test_the_key_is_overwritten_and_must_have_67_characters(path, key):
    used = key()
    connection.connect(path, used).close()
    assert not any(used)
    for wrong in (b"", b"a" * 66, b"x'" + b"a" * 63 + b"'", b"k" * 32):
        with pytest.raises(ValueError, match="67"):
            connection.connect(path, bytearray(wrong))


def test_nothing_readable_is_on_the_disk(path, key):
    raw = connection.connect(path, key())
    raw.execute("BEGIN IMMEDIATE")
    raw.execute("INSERT INTO bird VALUES (?)", (CANARY,))
    raw.execute("COMMIT")
    names = sorted(file.name for file in path.parent.iterdir())
    assert names == ["data.db", "data.db-shm", "data.db-wal"]
    for file in path.parent.iterdir():
        content = file.read_bytes()
        assert b"SQLite format" not in content
        assert CANARY.encode() not in content
        assert b"CREATE TABLE" not in content
    raw.close()


def test_a_wrong_key_is_damage(path):
    with pytest.raises(VaultDamaged):
        connection.connect(path, keys.database_key(keys.new_key()))


def test_files_that_sqlite_would_take_for_empty_are_refused(tmp_path):
    with pytest.raises(DataMissing):
        connection.salt_of(tmp_path / "none.db")
    empty = tmp_path / "empty.db"
    empty.touch()
    with pytest.raises(DataEmpty):
        connection.salt_of(empty)
    cut = tmp_path / "cut.db"
    cut.write_bytes(b"s" * 5000)
    with pytest.raises(VaultDamaged):
        connection.salt_of(cut)
    plain = tmp_path / "plain.db"
    with sqlite3.connect(plain) as conn:
        conn.execute("CREATE TABLE t (a)")
    conn.close()
    with pytest.raises(DataForeign):
        connection.salt_of(plain)


@pytest.mark.parametrize(
    "statement",
    [
        "ATTACH '/tmp/out.db' AS out KEY ''",
        "DETACH main",
        "SELECT sqlcipher_export('main')",
        "SELECT load_extension('x')",
        "CREATE TABLE t (a)",
        "CREATE TEMP TABLE t (a)",
        "CREATE INDEX i ON bird (name)",
        "CREATE TRIGGER t AFTER INSERT ON bird BEGIN DELETE FROM bird; END",
        "CREATE VIEW v AS SELECT 1",
        "CREATE VIRTUAL TABLE v USING fts5(a)",
        "DROP TABLE bird",
        "ALTER TABLE bird RENAME TO t",
        "REINDEX",
        "ANALYZE",
        "VACUUM",
        "VACUUM INTO '/tmp/out.db'",
        "UPDATE audit SET act = 'x'",
        "DELETE FROM audit",
        "INSERT INTO sqlite_schema VALUES ('table', 't', 't', 2, '')",
        "PRAGMA rekey = 'x'",
        "PRAGMA key = 'x'",
        "PRAGMA hexkey = '00'",
        "PRAGMA temp_store = 1",
        "PRAGMA secure_delete = OFF",
        "PRAGMA foreign_keys = OFF",
        "PRAGMA journal_mode = DELETE",
        "PRAGMA writable_schema = ON",
        "PRAGMA user_version = 9",
        "PRAGMA trusted_schema = ON",
        "PRAGMA cipher_memory_security = ON",
    ],
)
def test_what_the_program_never_does_is_forbidden(path, key, statement):
    for read_only in (False, True):
        raw = connection.connect(path, key())
        connection.guard(raw, read_only=read_only)
        with pytest.raises(dbapi2.DatabaseError, match="not authorized|prohibited|authorization denied"):
            raw.execute(statement).fetchall()
        raw.close()


def test_what_the_program_does_is_allowed(path, key):
    raw = connection.connect(path, key())
    connection.guard(raw)
    for statement in (
        "INSERT INTO audit (act) VALUES ('seen')",
        "UPDATE bird SET name = 'x' WHERE rowid = 1",
        "DELETE FROM bird WHERE rowid = 2",
        "INSERT INTO song (rowid, notes) VALUES (1, 'la la')",
        "DELETE FROM song WHERE rowid = 1",
        "INSERT INTO song (song) VALUES ('optimize')",
        "SELECT rowid FROM song WHERE song MATCH 'la'",
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3) SELECT count(*) FROM n",
        "SAVEPOINT one",
        "RELEASE one",
        "PRAGMA user_version",
    ):
        raw.execute(statement).fetchall()
    assert connection.checkpoint(raw)
    assert connection.faults(raw) == []
    raw.close()


def test_the_reader_reads_only(path, key):
    writing = connection.connect(path, key())
    reading = connection.connect(path, key(), read_only=True)
    with pytest.raises(dbapi2.OperationalError, match="readonly"):
        reading.execute("DELETE FROM bird")
    connection.guard(reading, read_only=True)
    with pytest.raises(dbapi2.DatabaseError, match="not authorized"):
        reading.execute("DELETE FROM bird")
    assert reading.execute("SELECT count(*) FROM bird").fetchone() == (2000,)
    reading.close()
    writing.close()


def test_readers_answer_while_a_transaction_is_open_and_see_it_when_it_is_done(path, key):
    raw, reading = connection.connect(path, key()), connection.connect(path, key(), read_only=True)
    writer, reader = connection.engine(raw), connection.engine(reading, read_only=True)
    count = sa.text("SELECT count(*) FROM bird")
    with writer.begin() as conn:
        conn.exec_driver_sql("DELETE FROM bird")
        with reader.connect() as other:
            assert other.scalar(count) == 2000
    with reader.connect() as other:
        assert other.scalar(count) == 0
    assert connection.checkpoint(raw)
    writer.dispose()
    reader.dispose()


def test_a_created_table_rolls_back(path, key):
    engine = connection.engine(connection.connect(path, key()))

    def create_and_fail():
        with engine.begin() as conn:
            conn.exec_driver_sql("CREATE TABLE t (a)")
            raise LookupError

    with pytest.raises(LookupError):
        create_and_fail()
    with engine.connect() as conn:
        assert conn.exec_driver_sql("SELECT count(*) FROM sqlite_schema WHERE name = 't'").scalar() == 0
    engine.dispose()


def test_an_error_does_not_repeat_what_was_written(path, key):
    engine = connection.engine(connection.connect(path, key()))
    with pytest.raises(sa.exc.IntegrityError) as error, engine.begin() as conn:
        conn.execute(sa.text("INSERT INTO audit VALUES (:seq, :act)"), [{"seq": 1, "act": CANARY}] * 2)
    assert CANARY not in str(error.value)
    engine.dispose()


def test_a_full_disk_rolls_back_and_is_told_once(path, key):
    """The file may not grow: what SQLite does then is what it does on a full disk."""
    raw, freed = connection.connect(path, key()), []
    (pages,) = raw.execute("PRAGMA page_count").fetchone()
    raw.execute(f"PRAGMA max_page_count = {pages}")
    engine = connection.engine(raw, on_full=lambda: freed.append(1))
    with pytest.raises(DiskFull), connection.told(), engine.begin() as conn:
        conn.exec_driver_sql("INSERT INTO bird VALUES (?)", ("x" * 100_000,))
    assert freed == [1]
    with engine.connect() as conn:
        assert conn.exec_driver_sql("SELECT count(*) FROM bird").scalar() == 2000
    engine.dispose()


def test_every_damaged_page_is_found(path, key):
    size = path.stat().st_size
    content = bytearray(path.read_bytes())
    content[size - 100] ^= 1
    path.write_bytes(content)
    raw = connection.connect(path, key())
    assert connection.faults(raw)
    raw.close()


def test_the_key_never_becomes_text_and_is_never_changed_in_place():
    """In-place re-keying can leave a file that no key opens; a key in SQL text stays in memory."""
    for source in Path(connection.__file__).parent.glob("*.py"):
        assert not re.search(r"(?i)reset_key|pragma (hex|re)?key|\.hex\(\).*key", source.read_text("utf-8")), (
            source.name
        )


def test_files_are_replaced_whole_and_belong_to_the_owner(tmp_path):
    target = tmp_path / "keys"
    (tmp_path / "keys.tmp").write_bytes(b"left by a kill")
    files.replace(target, b"one")
    files.replace(target, b"two")
    assert target.read_bytes() == b"two"
    assert target.stat().st_mode & 0o777 == 0o600
    assert [file.name for file in tmp_path.iterdir()] == ["keys"]
