"""The copy of an open file is the file as it was at one moment, under another key, whole or not there."""

import threading

import pytest

from privdesk.domain.errors import Cancelled, VaultDamaged
from privdesk.storage import connection, copying, keys
from privdesk.storage.opening import Terms, create
from privdesk.storage.vault import DATA
from tests.storage.made_desk import PASSWORD

OTHER = bytes(range(32))


def other_key():
    return keys.database_key(bytearray(OTHER))


@pytest.fixture
def vault(tmp_path):
    made, _ = create(tmp_path / "own.privdesk", "hana", PASSWORD, terms=Terms(cost=keys.FLOOR, ballast=0))
    yield made
    made.close()


@pytest.fixture
def beside(vault):
    raw = connection.connect(vault.folder / DATA, keys.database_key(vault.rings.get("opening", 1)))
    yield raw
    raw.close()


def add(vault, number):
    with vault.writer.begin() as conn:
        conn.exec_driver_sql("INSERT INTO counter VALUES (?, 1)", (f"c{number}",))


def test_the_programs_own_file_is_copied_under_another_key(beside, tmp_path):
    target = tmp_path / "copied.db"
    copying.copy(beside, target, other_key)
    assert target.stat().st_mode & 0o777 == 0o600
    assert not target.read_bytes().startswith(connection.PLAIN_SQLITE)
    copied = connection.connect(target, other_key(), journal="DELETE")
    schema = "SELECT type, name, sql FROM main.sqlite_schema ORDER BY type, name"
    assert copied.execute(schema).fetchall() == beside.execute(schema).fetchall()
    for pragma in ("application_id", "user_version"):
        assert copied.execute(f"PRAGMA {pragma}").fetchone() == beside.execute(f"PRAGMA {pragma}").fetchone() != (0,)
    copied.close()
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith("copied")] == ["copied.db"]


def test_it_is_one_moment_although_others_write(vault, beside, tmp_path):
    wrote = threading.Event()
    numbers = iter(range(10_000))

    def meanwhile(_done, _total):
        add(vault, next(numbers))
        wrote.set()

    copying.copy(beside, tmp_path / "copied.db", other_key, meanwhile)
    assert wrote.is_set()
    copied = connection.connect(tmp_path / "copied.db", other_key(), journal="DELETE")
    assert copied.execute("SELECT count(*) FROM counter WHERE name LIKE 'c%'").fetchone() == (0,)
    copied.close()


@pytest.mark.parametrize("at", [1, 3])
def test_stopped_at_any_step_it_leaves_nothing(beside, tmp_path, at):
    steps = []

    def stop(done, total):
        steps.append((done, total))
        if len(steps) == at:
            raise Cancelled

    with pytest.raises(Cancelled):
        copying.copy(beside, tmp_path / "copied.db", other_key, stop)
    assert len(steps) == at
    assert not list(tmp_path.glob("copied*"))
    copying.copy(beside, tmp_path / "copied.db", other_key)


def test_what_a_kill_left_is_made_anew(beside, tmp_path):
    for side in ("", "-journal", "-wal"):
        (tmp_path / f"copied.db{side}").write_bytes(b"half")
    copying.copy(beside, tmp_path / "copied.db", other_key)
    assert len(list(tmp_path.glob("copied*"))) == 1


def test_a_damaged_source_makes_no_copy(vault, beside, tmp_path):
    add(vault, "x" * 200_000)  # its pages are the last ones of the file
    connection.checkpoint(beside)
    path = vault.folder / DATA
    content = bytearray(path.read_bytes())
    content[-100_000] ^= 1
    path.write_bytes(content)
    fresh = connection.connect(path, keys.database_key(vault.rings.get("opening", 1)))
    with pytest.raises(VaultDamaged):
        copying.copy(fresh, tmp_path / "copied.db", other_key)
    fresh.close()
    assert not list(tmp_path.glob("copied*"))
