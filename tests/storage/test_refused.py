"""What others put in a desk's place, whose it is, how full the disk is: one sentence each, and nothing is changed."""

import os
import shutil
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path

import pytest

from privdesk.domain.errors import (
    DeskClosed,
    DeskError,
    DeskExists,
    DiskFull,
    NameTooLong,
    NotADesk,
    NotPlain,
    OlderCopy,
    PlaceMissing,
    ProfileClosed,
    ReadOnlyFolder,
)
from privdesk.storage import connection, failures, keys
from privdesk.storage.opening import create, open_vault
from tests.storage.made_desk import PASSWORD, TERMS, MadeDesk

NOBODY = 65534
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="rights and links are others there")
ROOT = pytest.mark.skipif(sys.platform == "win32" or os.geteuid() != 0, reason="only root can become somebody else")


def state_of(folder):
    """What every name in the folder is, and the bytes of every file."""
    return {
        path.name: (path.lstat().st_mode, path.read_bytes() if path.is_file() and not path.is_symlink() else b"")
        for path in folder.iterdir()
    }


def refused(desk, error, match=".", **terms):
    before = state_of(desk.folder)
    with pytest.raises(error, match=match):
        desk.open(**terms)
    assert state_of(desk.folder) == before


@contextmanager
def as_nobody():
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def shared():
    """A folder that every user of this PC can enter."""
    with tempfile.TemporaryDirectory() as place:
        Path(place).chmod(0o755)
        yield Path(place)


# What is no file


def as_folder(path, _other):
    path.mkdir()


def as_link(path, other):
    path.symlink_to(other)


def as_loop(path, _other):
    path.symlink_to(path.name)


def as_nothing(path, _other):
    path.symlink_to("nowhere")


def as_pipe(path, _other):
    os.mkfifo(path)


@POSIX
@pytest.mark.timeout(20)
@pytest.mark.parametrize("become", [as_folder, as_link, as_loop, as_nothing, as_pipe])
def test_what_stands_in_the_place_of_a_file_is_neither_read_nor_followed(desk, tmp_path, become):
    whole = shutil.copytree(desk.folder, tmp_path / "whole")
    other = tmp_path / "other"
    for name in (
        "data.db",
        "keys",
        "lock",
        "ballast.bin",
        "keys.tmp",
        "data.db.new",
        "data.db-wal",
        "data.db.before-1",
    ):
        (desk.folder / name).unlink(missing_ok=True)
        other.write_bytes((whole / name).read_bytes() if (whole / name).exists() else b"precious")
        before = other.read_bytes()
        become(desk.folder / name, other)
        refused(desk, NotPlain, f"“{name}” is not an ordinary file")
        assert other.read_bytes() == before
        shutil.rmtree(desk.folder)
        shutil.copytree(whole, desk.folder)
    desk.open().close()


def test_what_an_office_keeps_beside_the_files_of_a_desk_is_its_own(desk):
    (desk.folder / "keys of the safe").mkdir()
    (desk.folder / "database").mkdir()
    desk.open().close()
    assert (desk.folder / "database").is_dir()


@POSIX
@pytest.mark.timeout(20)
def test_a_lock_that_is_a_link_does_not_empty_its_target(desk, tmp_path):
    target = tmp_path / "precious"
    target.write_text("precious")
    (desk.folder / "lock").unlink()
    (desk.folder / "lock").symlink_to(target)
    refused(desk, NotPlain, "lock")
    assert target.read_text() == "precious"


@POSIX
@pytest.mark.parametrize("name", ["lock", "data.db"])
def test_a_second_name_of_another_file_is_not_written_to(desk, tmp_path, name):
    victim = tmp_path / "precious"
    victim.write_text("precious")
    (desk.folder / name).rename(tmp_path / "kept")
    os.link(victim if name == "lock" else tmp_path / "kept", desk.folder / name)
    refused(desk, NotPlain, name)
    assert victim.read_text() == "precious"


# Whose it is


@ROOT
def test_the_desk_of_another_user_is_closed(desk, shared):
    desk.folder = Path(shutil.copytree(desk.folder, shared / "office.privdesk"))
    desk.folder.chmod(0o700)
    for folder_mode in (0o700, 0o755):
        desk.folder.chmod(folder_mode)
        with as_nobody(), pytest.raises(DeskClosed, match="may not open"):
            desk.open()
    shared.chmod(0o700)
    with as_nobody(), pytest.raises(DeskClosed):
        desk.open()
    shared.chmod(0o755)
    for path in desk.folder.iterdir():
        path.chmod(0o644)
    with as_nobody():
        refused(desk, ReadOnlyFolder)
    for path in (desk.folder, *desk.folder.iterdir()):
        path.chmod(0o777 if path.is_dir() else 0o666)
    with as_nobody():
        refused(desk, ReadOnlyFolder)  # what is another's stays as open as he left it


@ROOT
def test_a_profile_that_cannot_be_written_is_said_before_anything_is_changed(desk, shared):
    for path in (desk.folder, *desk.folder.iterdir()):
        os.chown(path, NOBODY, NOBODY)
    desk.folder = Path(shutil.move(desk.folder, shared / "office.privdesk"))
    closed = shared / "closed"
    closed.mkdir(0o700)
    with as_nobody():
        for profile in (closed, closed / "privdesk", shared / "missing"):
            refused(desk, ProfileClosed, profile.name, profile=profile)
        with pytest.raises(ProfileClosed, match="closed"):
            failures.read(closed, "d")


def test_something_else_in_the_place_of_the_profile_is_said(desk, tmp_path):
    (tmp_path / "file").touch()
    for profile in (tmp_path / "file", tmp_path / "file" / "privdesk"):
        refused(desk, ProfileClosed, "keeps notes", profile=profile)
    (tmp_path / "profile" / "anchors").mkdir(parents=True)
    vault = desk.open(profile=tmp_path / "profile")
    (tmp_path / "profile" / "anchors" / vault.desk_id).mkdir()
    with pytest.raises(ProfileClosed):
        vault.leave_anchor(1, "")
    vault.close()


# Where a new desk cannot be


def founded(folder):
    create(folder, "hana", PASSWORD, terms=TERMS)[0].close()


def test_a_new_desk_says_what_is_wrong_with_its_place(tmp_path):
    with pytest.raises(PlaceMissing, match="none"):
        founded(tmp_path / "none" / "x.privdesk")
    for name in ("x" * 300, "x" * 254):
        with pytest.raises(NameTooLong):
            founded(tmp_path / name)
    assert not list(tmp_path.iterdir())
    foreign = tmp_path / ".x.privdesk.new" / "letter.txt"
    foreign.parent.mkdir()
    foreign.write_text("mine")
    with pytest.raises(DeskExists, match="“.x.privdesk.new” is there already"):
        founded(tmp_path / "x.privdesk")
    assert foreign.read_text() == "mine"
    (tmp_path / ".y.privdesk.new").write_text("mine")
    with pytest.raises(DeskExists, match="“.y.privdesk.new”"):
        founded(tmp_path / "y.privdesk")
    assert (tmp_path / ".y.privdesk.new").read_text() == "mine"


@ROOT
def test_a_new_desk_in_a_folder_of_another_user(shared):
    closed = shared / "closed"
    closed.mkdir(0o700)
    with as_nobody():
        for folder in (closed / "x.privdesk", shared / "x.privdesk"):
            with pytest.raises(ReadOnlyFolder):
                founded(folder)


@POSIX
def test_a_desk_that_cannot_be_reached_is_none(tmp_path):
    (tmp_path / "loop").symlink_to("loop")
    (tmp_path / "file").touch()
    for folder in (tmp_path / "loop", tmp_path / "file" / "x.privdesk"):
        with pytest.raises(NotADesk):
            open_vault(folder, "hana", PASSWORD, terms=TERMS)
    with pytest.raises(NameTooLong):
        open_vault(tmp_path / ("x" * 300), "hana", PASSWORD, terms=TERMS)


# The disk is full


@pytest.fixture
def disk(tmp_path):
    """A disk of 8 MB of its own."""
    place = tmp_path / "disk"
    place.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", str(place)]
    if sys.platform != "linux" or subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("a disk cannot be mounted here")
    yield place
    subprocess.run(["umount", "--lazy", str(place)], check=True)


def fill(disk):
    """Write until nothing goes any more."""
    with (disk / "fill").open("ab", buffering=0) as file:
        for size in (65536, 4096):
            try:
                while file.write(bytes(size)):
                    pass
            except OSError:
                pass


def test_the_ballast_lets_a_desk_open_on_a_full_disk_and_comes_back_with_the_room(desk, disk):
    desk = MadeDesk(Path(shutil.copytree(desk.folder, disk / "office.privdesk")), desk.secret)
    ballast = desk.folder / "ballast.bin"
    ballast.write_bytes(bytes(1_000_000))
    fill(disk)
    before = state_of(desk.folder)
    vault = desk.open(ballast=1_000_000)
    assert not ballast.exists()
    with vault.writer.begin() as conn:
        conn.exec_driver_sql("INSERT INTO bird (name) VALUES ('kept')")
    vault.close()
    assert set(before) - set(state_of(desk.folder)) == {"ballast.bin"}
    (disk / "fill").unlink()
    desk.open().close()
    assert ballast.stat().st_size == TERMS.ballast


def test_a_full_disk_without_ballast_is_one_sentence_and_leaves_no_file(desk, disk):
    desk = MadeDesk(Path(shutil.copytree(desk.folder, disk / "office.privdesk")), desk.secret)
    (desk.folder / "ballast.bin").unlink()
    fill(disk)
    refused(desk, DiskFull, "The disk is full; nothing was changed")
    (disk / "fill").unlink()
    desk.open().close()


def test_a_refused_opening_on_a_full_disk_keeps_the_ballast(desk, disk, tmp_path):
    desk = MadeDesk(Path(shutil.copytree(desk.folder, disk / "office.privdesk")), desk.secret)
    (desk.folder / "ballast.bin").write_bytes(bytes(20_000))  # less than what opening takes
    fill(disk)
    refused(desk, DiskFull)
    vault = MadeDesk(Path(shutil.copytree(desk.folder, tmp_path / "newer")), desk.secret).open(
        profile=tmp_path / "profile"
    )
    vault.leave_anchor(0, "")
    vault.close()
    note = next((tmp_path / "profile" / "anchors").iterdir())
    note.write_bytes(note.read_bytes().replace(b'"generation":', b'"generation":9'))
    refused(desk, OlderCopy, profile=tmp_path / "profile")


def test_a_desk_on_a_medium_that_cannot_be_written_says_what_to_do(desk, disk, tmp_path):
    whole = desk.folder
    desk = MadeDesk(Path(shutil.copytree(whole, disk / "office.privdesk")), desk.secret)
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    refused(desk, ReadOnlyFolder, "Copy its folder to this PC")
    with pytest.raises(ReadOnlyFolder):
        founded(disk / "x.privdesk")
    MadeDesk(Path(shutil.copytree(desk.folder, tmp_path / "copy.privdesk")), desk.secret).open().close()


def test_a_new_desk_on_a_full_disk_leaves_nothing(disk):
    fill(disk)
    with pytest.raises(DiskFull):
        founded(disk / "x.privdesk")
    assert [path.name for path in disk.iterdir()] == ["fill"]


# Looking before anything is changed


@pytest.fixture
def opening(tmp_path):
    """A key, and a file under it whose last row stands in the write-ahead log that a killed program left."""
    opening = keys.new_key()
    made = tmp_path / "killed" / "data.db"
    made.parent.mkdir()
    made.touch()
    raw = connection.connect(made, keys.database_key(opening))
    raw.execute("CREATE TABLE bird (name TEXT)")
    connection.checkpoint(raw)
    raw.execute("INSERT INTO bird VALUES ('late')")
    copied = tmp_path / "copied"
    shutil.copytree(made.parent, copied)
    raw.close()
    return opening, copied / "data.db"


def birds_seen(path, opening):
    before = state_of(path.parent)
    with connection.looking(path, keys.database_key(opening)) as raw:
        found = [name for (name,) in raw.execute("SELECT name FROM bird")]
    assert state_of(path.parent) == before
    return found


def test_looking_reads_what_a_kill_has_left_and_changes_nothing(opening):
    key, path = opening
    log, index = connection.sides(path)
    assert birds_seen(path, key) == ["late"]
    index.unlink()
    assert birds_seen(path, key) == ["late"]
    whole = log.read_bytes()
    cut = [whole[:size] for size in (0, 20, 32, 33, 32 + 24 + connection.PAGE_SIZE - 1)]
    for content in (*cut, os.urandom(5000), bytes([whole[0] ^ 1]) + whole[1:], whole[:30] + b"xx"):
        log.write_bytes(content)
        assert birds_seen(path, key) == []
    log.unlink()
    assert birds_seen(path, key) == []


def test_what_a_kill_has_left_is_no_reason_to_change_a_refused_desk(desk, tmp_path):
    vault = desk.open()
    with vault.writer.begin() as conn:
        conn.exec_driver_sql("INSERT INTO bird (name) VALUES ('late')")
    killed = MadeDesk(Path(shutil.copytree(desk.folder, tmp_path / "killed.privdesk")), desk.secret)
    vault.close()
    (killed.folder / "data.db.before-1").write_bytes(b"a copy")
    (killed.folder / "data.db.new").write_bytes(b"x" * 5000)
    (killed.folder / "keys").write_bytes(b"")
    with pytest.raises(DeskError, match="newer privdesk"):
        killed.open(steps=())
    refused(killed, DeskError, "newer privdesk", steps=())
    killed.open().close()
    assert set(state_of(killed.folder)) == {"data.db", "keys", "keys.2", "lock", "ballast.bin"}
