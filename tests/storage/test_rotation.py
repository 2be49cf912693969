"""The data file is exchanged for one under new keys as a whole or not at all, whatever happens on the way."""

import json
import os
import shutil
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from privdesk.domain.errors import Cancelled, DiskFull, DiskTrouble, FileInUse, KeyNotHeld, WrongPassword
from privdesk.storage import connection, header, keys, roster, rotation, sealed
from privdesk.storage.header import COPIES
from privdesk.storage.keys import FLOOR
from privdesk.storage.opening import open_vault, unlock_with_sheet
from privdesk.storage.rotation import rotating
from privdesk.storage.tables import METADATA
from privdesk.storage.vault import DATA, add_user
from tests.office import PASSWORD, TERMS, Founded, found
from tests.storage.made_desk import SUPPORT, everything_in

if sys.platform != "win32":
    import resource

TORTURE = int(os.environ.get("PRIVDESK_TORTURE", "0"))
REPOSITORY = Path(__file__).parents[2]
NAMES = {DATA, *COPIES, "lock", "ballast.bin"}


@pytest.fixture(scope="module")
def once(tmp_path_factory) -> Founded:
    """An office with the manager sato, mori of support and the auditor kato."""
    founded = found(tmp_path_factory.mktemp("once") / "office.privdesk")
    vault = unlock_with_sheet(founded.folder, founded.secret, terms=TERMS)
    with vault.writer.begin() as conn:
        add_user(vault, conn, "mori", SUPPORT, "support", FLOOR)
    with vault.writer.begin() as conn:
        add_user(vault, conn, "kato", SUPPORT, "auditor", FLOOR)
    vault.close()
    return founded


@pytest.fixture
def vault(once, tmp_path):
    """A vault of the test's own, opened by its sheet, which hashes nothing."""
    folder = tmp_path / "office.privdesk"
    shutil.copytree(once.folder, folder)
    vault = unlock_with_sheet(folder, once.secret, terms=TERMS)
    yield vault
    vault.close()


def again(vault, secret):
    """The same desk after it was closed."""
    vault.close()
    return unlock_with_sheet(vault.folder, secret, terms=TERMS)


def note(vault, name):
    with vault.writer.begin() as conn:
        conn.exec_driver_sql("INSERT INTO counter (name, last) VALUES (?, 1)", (name,))


def noted(vault):
    with vault.reading() as conn:
        return {row[0] for row in conn.exec_driver_sql("SELECT name FROM counter")}


def test_the_file_goes_over_to_new_keys_and_the_vault_with_it(vault, once):
    note(vault, "before")
    old, salt, opening = vault.header, connection.salt_of(vault.folder / DATA), vault.rings.get("opening", 1)
    with rotating(vault) as fresh, fresh.writer.begin() as conn:
        conn.exec_driver_sql("INSERT INTO counter (name, last) VALUES ('within', 1)")
    assert noted(vault) == {"before", "within"}
    note(vault, "after")
    assert connection.salt_of(vault.folder / DATA) == vault.header.file != salt
    assert (vault.header.epoch, vault.header.newest("number"), vault.header.newest("roster")) == (2, 2, 1)
    assert vault.header.generation > old.generation
    assert not any(opening)
    assert vault.integrity() == []
    opened = again(vault, once.secret)
    assert noted(opened) == {"before", "within", "after"}
    assert opened.header.epoch == 2
    assert {path.name for path in vault.folder.iterdir()} - {f"{DATA}-wal", f"{DATA}-shm"} == NAMES
    assert all(path.stat().st_mode & 0o777 == 0o600 for path in vault.folder.iterdir())
    with opened.reading() as conn:
        assert conn.exec_driver_sql("PRAGMA user_version").scalar() == len(TERMS.steps)
    opened.close()


def test_who_stays_opens_the_new_file_and_who_goes_does_not(vault, once):
    gone = vault.header.slot_of("mori").id
    with rotating(vault, lambda known: roster.without(known, gone)):
        pass
    vault.close()
    for login, word in (("sato", PASSWORD), ("kato", SUPPORT)):
        open_vault(vault.folder, login, word, terms=TERMS).close()
    with pytest.raises(WrongPassword):
        open_vault(vault.folder, "mori", SUPPORT, terms=TERMS)


def test_the_keys_of_who_goes_open_nothing_that_is_written_from_now_on(vault, once):
    """Also not with the header of the day before, which he may have kept."""
    mori = vault.header.slot_of("mori")
    old_headers = {name: (vault.folder / name).read_bytes() for name in COPIES}
    with rotating(vault, lambda known: roster.without(known, mori.id)):
        pass
    vault.close()
    for name, content in old_headers.items():
        (vault.folder / name).write_bytes(content)
    with pytest.raises(Exception, match="does not belong") as refused:
        open_vault(vault.folder, "mori", SUPPORT, terms=TERMS)
    assert type(refused.value).__name__ == "DataForeign"


def test_what_fails_in_the_block_leaves_everything_as_it_was(vault, once):
    note(vault, "before")
    before, rings = vault.header, vault.rings

    def fail():
        with rotating(vault) as fresh, fresh.writer.begin() as conn:
            conn.exec_driver_sql("INSERT INTO counter (name, last) VALUES ('lost', 1)")
            raise LookupError

    with pytest.raises(LookupError):
        fail()
    assert vault.header is before
    assert vault.rings is rings
    assert header.read(vault.folder).headers == (before,)
    note(vault, "after")
    opened = again(vault, once.secret)
    assert noted(opened) == {"before", "after"}
    assert not (opened.folder / rotation.NEW).exists()
    opened.close()


def test_it_can_be_stopped_before_the_switch(vault, once):
    seen = []

    def stop(done, total):
        seen.append((done, total))
        if len(seen) > 3:
            raise Cancelled

    with pytest.raises(Cancelled), rotating(vault, progress=stop):
        raise AssertionError
    assert 0 <= seen[0][0] <= seen[0][1]
    note(vault, "after")
    assert vault.integrity() == []
    assert not (vault.folder / rotation.NEW).exists()


def test_a_reader_that_does_not_let_go_is_waited_for_or_refused(vault):
    """Another connection would go on with a file that nobody sees any more."""
    key = keys.database_key(vault.rings.epochs("opening")[1])
    other = connection.connect(vault.folder / DATA, key, read_only=True)
    other.execute("BEGIN")
    other.execute("SELECT count(*) FROM counter").fetchone()
    with pytest.raises(FileInUse), rotating(vault):
        pass
    other.close()
    note(vault, "after")
    with rotating(vault):
        pass
    assert noted(vault) == {"after"}


def test_screens_go_on_reading_while_the_file_is_exchanged(vault):
    note(vault, "before")
    seen, stop = [], threading.Event()

    def read() -> None:
        while not stop.is_set():
            seen.append(noted(vault))

    with ThreadPoolExecutor(2) as lanes:
        readers = [lanes.submit(read) for _ in range(2)]
        for _ in range(3):
            with rotating(vault):
                pass
        stop.set()
        for one in readers:
            one.result()
    assert seen
    assert all(names == {"before"} for names in seen)
    assert vault.header.epoch == 4


def test_only_who_signs_the_roster_can_rotate(vault):
    vault.close()
    other = open_vault(vault.folder, "mori", SUPPORT, terms=TERMS)
    with pytest.raises(KeyNotHeld), rotating(other):
        raise AssertionError
    note(other, "after")
    other.close()


def test_a_full_disk_is_said_at_once(vault, monkeypatch):
    before = everything_in(vault.folder)
    usage = shutil._ntuple_diskusage(10, 10, 0)
    monkeypatch.setattr(rotation, "disk_usage", lambda _folder: usage)
    with pytest.raises(Exception, match="disk is full"), rotating(vault):
        raise AssertionError
    assert everything_in(vault.folder) == before


@pytest.mark.timeout(0 if TORTURE else 180)
@pytest.mark.skipif(sys.platform == "win32", reason="needs fork")
def test_a_kill_at_any_moment_leaves_the_old_or_the_new_state_for_all_who_stay(once, tmp_path):
    """PRIVDESK_TORTURE=N kills, and fails, before every single file that is touched, and kills N times at random."""
    made = shutil.copytree(once.folder, tmp_path / "made.privdesk")
    step = "1" if TORTURE else "8"
    command = [
        sys.executable,
        "-m",
        "tests.storage.killed_rotation",
        str(made),
        once.secret.hex(),
        step,
        str(TORTURE or 4),
    ]
    run = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=False)
    assert (run.returncode, run.stderr) == (0, "")
    left = [json.loads(line) for line in run.stdout.splitlines()]
    assert {one["epoch"] for one in left if one["stopped"]} == {1, 2}
    for one in left:
        is_new = one["epoch"] == 2
        assert (one["written"], one["known"]) == (is_new, not is_new), one["stop"]
        assert one["opening"] == (["kato", "sato"] if is_new else ["kato", "mori", "sato"]), one["stop"]
        assert one["faults"] == []
        assert set(one["names"]) - {f"{DATA}-wal", f"{DATA}-shm"} == NAMES, one["stop"]


@pytest.mark.skipif(sys.platform == "win32", reason="has no limit on the size of files")
def test_a_disk_that_fills_up_on_the_way_leaves_the_old_state(vault, once):
    note(vault, "before")
    before, size = vault.header, (vault.folder / DATA).stat().st_size
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    for share in (10, 50, 90):
        resource.setrlimit(resource.RLIMIT_FSIZE, (size * share // 100, hard))
        try:
            with pytest.raises((DiskFull, DiskTrouble)), rotating(vault):
                raise AssertionError
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        assert vault.header is before
        assert not (vault.folder / rotation.NEW).exists()
    note(vault, "after")
    opened = again(vault, once.secret)
    assert noted(opened) == {"before", "after"}
    opened.close()


def test_a_kill_right_after_the_switch_leaves_the_header_that_counts_in_a_copy_of_its_own(vault, once):
    with rotating(vault):
        pass
    vault.close()
    folder, now = vault.folder, vault.header
    header.write_next(folder, now)
    for name in COPIES:
        shutil.copy(once.folder / name, folder / name)
    before = everything_in(folder)
    with pytest.raises(WrongPassword):
        open_vault(folder, "sato", SUPPORT, terms=TERMS)
    assert everything_in(folder) == before
    opened = unlock_with_sheet(folder, once.secret, terms=TERMS)
    assert opened.header == now
    assert (folder / COPIES[0]).read_bytes() == (folder / COPIES[1]).read_bytes() == header.encode(now)
    assert not (folder / header.NEXT).exists()
    opened.close()


# Numbers


def test_every_column_of_sealed_numbers_is_sealed_anew():
    """A table that gains such a column must be entered in `sealed.PLACES`."""
    assert set(sealed.PLACES) == {table for table in METADATA.tables.values() if "sealed" in table.c}
    for table in METADATA.tables.values():
        assert "blind" not in table.c or table in sealed.PLACES
