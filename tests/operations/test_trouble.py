"""Trouble with disk and folder while somebody works: locking always closes, nothing acknowledged is lost unsaid."""

import shutil
import sys
from contextlib import contextmanager
from dataclasses import replace

import pytest

from privdesk.domain.errors import DiskTrouble, NetworkFolder, OlderLog
from privdesk.domain.person import NewPerson, Profile
from privdesk.operations import desks, people
from privdesk.storage import anchor, files
from tests.office import NOW, OFFICE, PASSWORD, TERMS

if sys.platform != "win32":
    import resource

HANAKO = NewPerson(Profile(name="見本 花子"))


def of_pc(founded, place):
    """The terms of a PC of its own, and the desk on it, closed."""
    folder = place / "office.privdesk"
    shutil.copytree(founded.folder, folder)
    return folder, replace(TERMS, profile=place / "profile")


def unlock(folder, founded, terms):
    return desks.unlock(folder, "sato", PASSWORD, founded.given, lambda: NOW, terms)


@pytest.mark.parametrize("left", [b"", b"half", None])
def test_what_a_killed_program_had_done_cannot_vanish_with_its_write_ahead_log(founded, tmp_path, left):
    """The library opens without a word where the log of a killed program is cut; this PC's note tells."""
    folder, terms = of_pc(founded, tmp_path)
    desk = unlock(folder, founded, terms)
    people.add(desk, HANAKO)
    killed = shutil.copytree(folder, tmp_path / "killed.privdesk")
    profile = shutil.copytree(terms.profile, tmp_path / "profile of the killed")
    desk.vault.close()
    of_killed = replace(terms, profile=profile)
    wal = killed / "data.db-wal"
    whole = wal.read_bytes()
    wal.unlink() if left is None else wal.write_bytes(whole[:-1000] if left else b"")
    with pytest.raises(OlderLog, match=r"on 20\d\d-\d\d-\d\d \d\d:\d\d this PC saw 4 log entries, here are [0-3]"):
        unlock(killed, founded, of_killed)
    wal.write_bytes(whole)
    desk = unlock(killed, founded, of_killed)
    assert people.open_person(desk, 1).person.name == "見本 花子"
    desk.vault.close()


def test_the_note_of_this_pc_is_overwritten_in_its_place(tmp_path):
    for seq in (1, 10**9, 2):
        anchor.write(tmp_path, "desk", anchor.Anchor(1, 1, seq, "ab" * 32), lasting=False)
        assert anchor.read(tmp_path, "desk").log_seq == seq
    assert len({path.stat().st_size for path in (tmp_path / "anchors").iterdir()}) == 1


@contextmanager
def failing_disk():
    """No file may grow from now on."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.skipif(sys.platform == "win32", reason="files have no bound there")
def test_locking_closes_also_where_its_entry_cannot_be_written(founded, tmp_path):
    folder, terms = of_pc(founded, tmp_path)
    desk = unlock(folder, founded, terms)
    opening = desk.vault.rings.get("opening", 1)
    with failing_disk(), pytest.raises(DiskTrouble):
        desks.lock(desk)
    assert not any(opening), "the key is overwritten"
    unlock(folder, founded, terms).vault.close()


# Where a desk may lie


@pytest.mark.skipif(sys.platform != "linux", reason="other systems tell in other ways")
def test_a_desk_on_the_network_is_neither_opened_nor_made(founded, tmp_path, monkeypatch):
    folder, terms = of_pc(founded, tmp_path)
    mounts = tmp_path / "mounts"
    monkeypatch.setattr(files, "_MOUNTS", mounts)
    mounts.write_text(f"/dev/sda1 / ext4 rw 0 0\n//server/share {tmp_path} cifs rw 0 0\n")
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    with pytest.raises(NetworkFolder, match="folder on this PC"):
        unlock(folder, founded, terms)
    founder = desks.Founder("hana", "見本 花", PASSWORD)
    with pytest.raises(NetworkFolder):
        desks.create(tmp_path / "new.privdesk", OFFICE, founder, desks.new_sheet(), founded.given, lambda: NOW, terms)
    assert not (tmp_path / "new.privdesk").exists()
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
    mounts.write_text("/dev/sda1 / ext4 rw 0 0\n")
    unlock(folder, founded, terms).vault.close()
