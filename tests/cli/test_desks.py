"""Founding a desk, checking it, and all that keeps somebody out."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from pypdf import PdfReader

from privdesk import app
from privdesk.cli import main
from privdesk.operations import desks
from tests.cli.running import PROGRAM, ROOT, run
from tests.office import PASSWORD, TERMS


def test_a_new_desk_has_its_sheet_and_is_whole(tmp_path):
    folder, sheet = tmp_path / "見本.privdesk", tmp_path / "sheet.pdf"
    new = ("new", folder, "--office", "見本商事", "--manager", "sato", "--recovery-out", sheet)
    ran = run(*new, given=f"{PASSWORD}\n")
    assert (ran.status, ran.err) == (0, "")
    assert ran.lines == [{"desk": str(folder), "recovery": str(sheet)}]
    assert "見本商事" in PdfReader(sheet).pages[0].extract_text()
    assert sheet.stat().st_mode & 0o077 == 0
    assert run("check", folder, given=f"{PASSWORD}\n").status == 0
    before = sheet.read_bytes()
    again = run(*new, PRIVDESK_PASSWORD=PASSWORD)
    assert again.is_refused()
    assert sheet.read_bytes() == before


def test_no_desk_without_a_sheet(tmp_path, capsys):
    with pytest.raises(SystemExit) as ended:
        main(["new", str(tmp_path / "a.privdesk"), "--office", "A", "--manager", "sato"])
    assert ended.value.code == 2
    assert "--recovery-out" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("sheet", ["no/such/folder/sheet.pdf", "."])
def test_a_sheet_that_cannot_be_written_leaves_nothing(typed, tmp_path, sheet):
    ran = typed(
        *("new", tmp_path / "a.privdesk", "--office", "A", "--manager", "sato", "--recovery-out", tmp_path / sheet)
    )
    assert ran.is_refused()
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("password", ["short", "satosatosatosato", "111111111111111111"])
def test_a_weak_password_founds_nothing(typed, tmp_path, password):
    sheet = tmp_path / "sheet.pdf"
    new = ("new", tmp_path / "a.privdesk", "--office", "A", "--manager", "sato", "--recovery-out", sheet)
    assert typed(*new, password=password).is_refused()
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("office", "login"),
    [("", "sato"), ("　", "sato"), ("A", ""), ("A", " "), ("A", "sa\nto"), ("A", "sato\x1b[31m"), ("A", "s" * 101)],
)
def test_an_office_has_a_name_and_its_founder_a_login(typed, tmp_path, office, login):
    sheet = tmp_path / "sheet.pdf"
    new = ("new", tmp_path / "a.privdesk", "--office", office, "--manager", login, "--recovery-out", sheet)
    assert typed(*new).is_refused()
    assert not list(tmp_path.iterdir())


def test_where_a_desk_lies_already_no_sheet_is_left(typed, tmp_path, desk):
    sheet = tmp_path / "sheet.pdf"
    assert typed("new", desk, "--office", "A", "--manager", "sato", "--recovery-out", sheet).is_refused()
    assert not sheet.exists()


@pytest.mark.parametrize("name", ["data.db", "keys", "keys.2"])
def test_a_flipped_byte_is_told(typed, desk, name):
    path = desk / name
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
    ran = typed("check", desk)
    assert ran.is_refused(), ran
    assert not ran.out


def test_a_whole_desk_says_so(typed, desk):
    ran = typed("check", desk)
    assert (ran.status, ran.err) == (0, "")
    assert "whole" in ran.out


def test_what_is_no_desk_is_said(typed, tmp_path):
    (tmp_path / "file").touch()
    for place in (tmp_path / "nothing", tmp_path / "file", tmp_path):
        assert typed("people", place).is_refused()
        assert typed("check", place).is_refused()
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


@pytest.mark.parametrize("name", ["d" * 300, "d" * 5000, "desk\x1b[31m", "desk\nsecond line", "\u202edesk"])
def test_whatever_a_desk_is_called_is_shown_safely(typed, tmp_path, name):
    ran = typed("people", tmp_path / name)
    assert ran.is_refused(), ran
    assert ran.err.strip().isprintable()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
@pytest.mark.parametrize("more", [(), ("--json",)])
def test_output_that_finds_no_room_is_a_sentence(desk, tmp_path, typed, more):
    table = tmp_path / "people.csv"
    table.write_text("氏名\n" + "山田 太郎\n" * 2000, "utf-8")
    assert typed("import", desk, "people", table).status == 0
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [*PROGRAM, "people", str(desk), *more],
            env=os.environ | {"PRIVDESK_PASSWORD": PASSWORD},
            cwd=ROOT,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            timeout=100,
        )
    assert (done.returncode, len(done.stderr.splitlines())) == (1, 1), done.stderr
    assert "output" in done.stderr


def test_a_desk_that_is_open_names_who_works_there(typed, desk):
    opened = desks.unlock(desk, "sato", PASSWORD, app.reference(), app.now, TERMS)
    try:
        ran = typed("people", desk)
    finally:
        desks.lock(opened)
    assert ran.is_refused()
    assert "sato" in ran.err


def test_password_and_user(typed, desk, made):
    assert typed("people", desk, password="an unhurried heron waited").is_refused()
    assert typed("people", desk, "--user", "nobody").is_refused()
    unnamed = typed("people", made.desk, password=made.line["password"])
    assert unnamed.is_refused()
    assert "--user" in unnamed.err
    assert run("people", desk).is_refused(), "no password at all"


@pytest.mark.skipif(sys.platform == "win32", reason="the environment there is text")
def test_a_password_that_is_no_text(desk):
    assert run("people", desk, PRIVDESK_PASSWORD=os.fsdecode(b"\xff\xfe\xff")).is_refused()


def test_a_password_is_no_argument(typed, desk, capsys):
    with pytest.raises(SystemExit) as ended:
        typed("people", desk, "--password", PASSWORD)
    assert ended.value.code == 2
    assert "--password" in capsys.readouterr().err


@pytest.mark.skipif(sys.platform == "win32", reason="arguments there are text")
@pytest.mark.parametrize(
    "typed",
    [
        ("new", "d", "--office", b"\xff", "--manager", "sato", "--recovery-out", "s.pdf"),
        ("letter", "d", b"\xff", "--out", "x.pdf"),
        ("intake", "d", b"mail\xff.eml"),
    ],
)
def test_an_argument_that_is_no_text_is_wrong_usage(typed):
    ran = run(*map(os.fsdecode, typed), PRIVDESK_PASSWORD=PASSWORD)
    assert (ran.status, ran.out) == (2, "")
    assert "not text in this system's encoding" in ran.err.splitlines()[-1]
