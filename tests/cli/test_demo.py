"""The made-up office as files."""

import shutil

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
    (out / "letters" / "stale.pdf").touch()
    (out / "notes.txt").write_text("mine", "utf-8")
    again = run("demo", "--out", out, "--people", "10", QT_QPA_PLATFORM="offscreen")
    assert (again.status, len(again.lines)) == (0, 1), again.err
    assert not (out / "letters" / "stale.pdf").exists()
    assert (out / "notes.txt").read_text("utf-8") == "mine"
    assert len(list((out / "letters").iterdir())) == again.lines[0]["letters"]
