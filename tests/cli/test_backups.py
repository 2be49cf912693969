"""Backup, restore and drill without a window, as a script does them."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from privdesk.domain.user import Role
from privdesk.operations import backups, users
from privdesk.operations.desk import Desk
from privdesk.storage import header, keys, opening, recovery
from tests.cli.running import run
from tests.office import NOW, OFFICE, PASSWORD, TERMS, found


@pytest.fixture
def medium(tmp_path) -> Path:
    folder = tmp_path / "medium"
    folder.mkdir()
    return folder


@pytest.fixture(scope="module")
def whole(founded, tmp_path_factory) -> bytes:
    """A backup, made without hashing."""
    folder = tmp_path_factory.mktemp("backup")
    opened = founded.copied(folder / "office.privdesk")
    file = backups.run(opened, folder).value.file
    opened.vault.close()
    return (folder / file).read_bytes()


@pytest.fixture
def made(whole, medium) -> Path:
    """The test's own copy of it."""
    path = medium / "office.privdesk-backup"
    path.write_bytes(whole)
    return path


def test_backup_restore_check_as_programs_of_their_own(desk, medium, tmp_path):
    ran = run("backup", desk, "--to", medium, given=f"{PASSWORD}\n")
    assert (ran.status, ran.err) == (0, "")
    (path,) = medium.iterdir()
    assert ran.out == f"{path}\n"
    passed = run("check", path, given=f"{PASSWORD}\n")
    assert (passed.status, passed.err) == (0, "")
    assert passed.out.startswith("pass: ")
    restored = run("restore", path, "--to", tmp_path / "again.privdesk", given=f"{PASSWORD}\n")
    assert (restored.status, restored.err) == (0, "")
    (line,) = restored.lines
    assert (line["desk"], line["replayed"]) == (str(tmp_path / "again.privdesk"), None)
    assert "are missing" in line["missing"]
    assert (tmp_path / "again.privdesk" / "data.db").is_file()


@pytest.mark.parametrize("place", [4096, -100, -1])
def test_with_one_byte_changed_the_drill_fails(typed, made, place):
    content = bytearray(made.read_bytes())
    content[place] ^= 1
    made.write_bytes(content)
    ran = typed("check", made)
    assert ran.is_refused()
    assert ran.out == "fail\n"


def test_a_wrong_password_is_no_result_of_a_drill(typed, made):
    ran = typed("check", made, password="an unhurried heron waited")
    assert ran.is_refused()
    assert not ran.out


def test_the_sheet_in_the_place_of_the_password(typed, made, founded, tmp_path):
    sheet = " ".join(recovery.groups(founded.secret))
    assert typed("check", made, "--sheet", password=sheet).out.startswith("pass: ")
    again = tmp_path / "again.privdesk"
    assert typed("restore", made, "--to", again, "--sheet", password=sheet).status == 0
    assert typed("restore", made, "--to", tmp_path / "b.privdesk", "--sheet", password="ABCD").is_refused()
    assert not (tmp_path / "b.privdesk").exists()


def test_what_a_newer_desk_says_is_taken_over(typed, desk, medium, tmp_path):
    made = typed("backup", desk, "--to", medium).out.strip()
    (line,) = typed("restore", made, "--to", tmp_path / "again.privdesk", "--newer", desk).lines
    assert line["replayed"] == {"suspensions": 0, "corrections": 0, "lost": {}, "left": []}
    assert line["missing"] is None


def test_a_newer_desk_that_is_not_there_is_told(typed, made, tmp_path):
    (line,) = typed("restore", made, "--to", tmp_path / "again.privdesk", "--newer", tmp_path / "nothing").lines
    assert line["replayed"] is None
    assert "nothing" in line["missing"]


def test_damaged_key_files_are_put_back_and_sound_ones_are_not_touched(typed, desk, made):
    before = (desk / "keys").read_bytes()
    assert typed("restore", made, "--to", desk, "--keys").is_refused()
    (desk / "keys").write_bytes(before[:100])
    assert typed("restore", made, "--to", desk, "--keys").is_refused(), "the second one is sound"
    (desk / "keys.2").unlink()
    ran = typed("restore", made, "--to", desk, "--keys")
    assert (ran.status, ran.out, ran.err) == (0, "", "")
    assert (desk / "keys").read_bytes() == (desk / "keys.2").read_bytes() == before


def test_key_files_that_somebody_wrote_without_a_key_are_put_back(typed, desk, made):
    before = (desk / "keys").read_bytes()
    true = header.decode(before)
    for name in ("keys", "keys.2"):
        (desk / name).write_bytes(header.encode(replace(true, generation=true.generation + 5, mac=bytes(32))))
    assert typed("check", desk).is_refused()
    assert typed("restore", made, "--to", desk, "--keys", password="an unhurried heron waited").is_refused()
    assert typed("restore", made, "--to", desk, "--keys").status == 0
    assert (desk / "keys").read_bytes() == (desk / "keys.2").read_bytes() == before


def test_older_key_files_give_way_to_the_newer_and_not_the_reverse(typed, desk, made, medium, founded):
    newer = medium / "newer.privdesk-backup"
    older_keys = (desk / "keys").read_bytes()
    vault = opening.unlock_with_sheet(desk, founded.secret, terms=TERMS)
    opened = Desk(vault, founded.manager, OFFICE, founded.given, lambda: NOW, "test")
    users.invite(opened, "mori", "森 涼", Role.SUPPORT, PASSWORD, keys.FLOOR)
    (medium / backups.run(opened, medium).value.file).rename(newer)
    vault.close()
    ran = typed("restore", made, "--to", desk, "--keys")
    assert ran.is_refused()
    assert "newer backup" in ran.err
    for name in ("keys", "keys.2"):
        (desk / name).write_bytes(older_keys)
    assert typed("restore", newer, "--to", desk, "--keys", "--user", "sato").status == 0
    assert typed("check", desk, "--user", "sato").status == 0


def test_key_files_of_another_desk_are_not_taken(typed, made, tmp_path):
    other = found(tmp_path / "other.privdesk").folder
    for name in ("keys", "keys.2"):
        (other / name).unlink()
    ran = typed("restore", made, "--to", other, "--keys")
    assert ran.is_refused()
    assert not (other / "keys").exists()


def test_never_over_something(typed, desk, made):
    ran = typed("restore", made, "--to", desk)
    assert ran.is_refused()
    assert not ran.out


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04" + bytes(100), bytes(5000), None])
def test_what_is_no_backup_is_said(typed, tmp_path, content):
    path = tmp_path / "file"
    if content is not None:
        path.write_bytes(content)
    assert typed("restore", path, "--to", tmp_path / "a.privdesk").is_refused()
    assert typed("check", path).is_refused()
    assert not (tmp_path / "a.privdesk").exists()


def test_a_medium_that_is_not_there_is_a_sentence(typed, desk, tmp_path):
    ran = typed("backup", desk, "--to", tmp_path / "stick")
    assert ran.is_refused()
    assert "stick" in ran.err
    assert not ran.out
