"""The made-up office as files."""

import shutil
import sys

import pytest
from pypdf import PdfReader

from tests.cli.running import run


def test_what_is_written(made):
    line = made.line
    assert {"people", "requests", "letters", "transactions", "users", "password", "desk"} <= set(line)
    papers = sorted((made.out / "letters").iterdir())
    assert len(papers) == line["letters"] > 20
    assert all(PdfReader(path).pages for path in papers[:3])
    readme = (made.out / "README.txt").read_text("utf-8")
    assert all(word in readme for word in (*line["users"], line["password"], made.desk.name))
    assert made.desk.parent == made.out


def test_the_second_user_can_work_there_too(typed, made):
    assert typed("check", made.desk, "--user", made.line["users"][1], password=made.line["password"]).status == 0


def test_somebodys_own_folder_is_left_alone(typed, tmp_path):
    own = tmp_path / "letters" / "own.pdf"
    own.parent.mkdir()
    own.write_bytes(b"mine")
    assert typed("demo", "--out", tmp_path, "--people", "10").is_refused()
    assert own.read_bytes() == b"mine"
    assert [path.name for path in tmp_path.iterdir()] == ["letters"]
    assert typed("demo", "--out", own, "--people", "10").is_refused()


@pytest.mark.timeout(600)
def test_an_older_made_up_office_is_made_anew(made, tmp_path):
    out = shutil.copytree(made.out, tmp_path / "demo")
    (out / "letters" / "mine.pdf").write_text("mine", "utf-8")
    (out / "screens").mkdir()
    (out / "screens" / "mine.png").write_text("mine", "utf-8")
    old = {path.name for path in made.out.joinpath("letters").iterdir()}
    (out / "notes.txt").write_text("mine", "utf-8")
    again = run("demo", "--out", out, "--people", "10", QT_QPA_PLATFORM="offscreen")
    assert (again.status, len(again.lines)) == (0, 1), again.err
    for own in ("notes.txt", "letters/mine.pdf", "screens/mine.png"):
        assert (out / own).read_text("utf-8") == "mine"
    new = {path.name for path in (out / "letters").iterdir()} - {"mine.pdf"}
    assert len(new) == again.lines[0]["letters"]
    assert old - new


@pytest.mark.parametrize("day", ["1900-01-01", "2022-05-01"])
def test_a_day_without_law_data_is_refused_before_anything_goes(typed, made, tmp_path, day):
    out = shutil.copytree(made.out, tmp_path / "demo")
    assert typed("demo", "--out", out, "--people", "10", "--on", day).is_refused()
    assert {path.relative_to(out) for path in out.rglob("*")} == {
        path.relative_to(made.out) for path in made.out.rglob("*")
    }


def test_a_day_beyond_all_records_is_wrong_usage(tmp_path):
    ran = run("demo", "--out", tmp_path / "demo", "--on", "9999-12-31", QT_QPA_PLATFORM="offscreen")
    assert (ran.status, list(tmp_path.iterdir())) == (2, [])
    assert "2100-12-31" in ran.err


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there always is a display")
@pytest.mark.parametrize("typed_", [(), ("demo",)])
def test_without_a_display_the_program_says_so(typed_):
    ran = run(*typed_, DISPLAY="", WAYLAND_DISPLAY="", QT_QPA_PLATFORM="")
    assert ran.is_refused()
    assert "display" in ran.err
    assert not ran.out
