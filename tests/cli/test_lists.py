"""Lists and letters of the made-up office, as a script reads them."""

import subprocess

import pytest
from pypdf import PdfReader

from privdesk.domain.procedure import State
from tests.cli.running import PROGRAM, ROOT, run


@pytest.fixture
def told(typed, made):
    """Types a command on the made-up office as its first manager."""

    def type_(command, *arguments):
        return typed(command, made.desk, *arguments, "--user", "sato", password=made.line["password"])

    return type_


def test_people(told, made):
    rows = told("people", "--json").lines
    assert len(rows) == made.line["people"] == 20
    assert {*rows[0]} == {"id", "number", "name", "kana", "status", "suspended", "keep_until"}
    suspended = [row for row in rows if row["suspended"]]
    assert any("news" in row["suspended"] for row in suspended)
    wanted = rows[7]
    found = told("people", "--find", wanted["number"], "--json").lines
    assert found == [wanted]
    plain = told("people", "--find", wanted["number"]).out.rstrip("\n").split("\t")
    assert plain == [wanted["number"], wanted["name"], wanted["kana"], wanted["status"]]
    assert not told("people", "--find", "nobody has this name").out


def test_requests(told, made):
    rows = told("requests", "--json").lines
    assert len(rows) == made.line["requests"]
    assert {*rows[0]} == {"number", "state", "kinds", "person", "arrived", "due", "day14", "next"}
    assert {row["state"] for row in rows} == set(State)
    closed = told("requests", "--state", "closed", "--json").lines
    assert closed == [row for row in rows if row["state"] == "closed"]


def test_retention(told):
    rows = told("retention", "--json").lines
    assert {*rows[0]} == {"person", "category", "keep_until", "rule", "held", "reason"}
    assert any(row["held"] for row in rows)
    over = told("retention", "--on", "2040-01-01", "--json").lines
    assert over == [row for row in rows if row["keep_until"] and row["keep_until"] < "2040-01-01"]
    assert 0 < len(over) < len(rows)


def test_a_letter_as_it_was_issued_and_one_that_is_not(told, made, tmp_path):
    rows = told("requests", "--json").lines
    by_state = {row["state"]: row["number"] for row in rows}
    out = tmp_path / "letter.pdf"
    assert told("letter", by_state["closed"], "--out", out).status == 0
    assert out.read_bytes() in {path.read_bytes() for path in (made.out / "letters").iterdir()}
    assert told("letter", by_state["received"], "--out", out).status == 0
    draft = PdfReader(out).pages[0].extract_text()
    assert "個情発第" not in draft
    for place in (tmp_path, tmp_path / "no" / "folder.pdf"):
        assert told("letter", by_state["closed"], "--out", place).is_refused()
    assert told("letter", "R8-9999", "--out", tmp_path / "none.pdf").is_refused()
    assert not (tmp_path / "none.pdf").exists()


def test_a_letter_is_written_whole_and_for_its_owner(told, made, tmp_path):
    number = told("requests", "--json").lines[0]["number"]
    paper, full = tmp_path / "letter.pdf", tmp_path / "full.pdf"
    paper.write_text("older")
    paper.chmod(0o644)
    full.symlink_to(paper)
    assert told("letter", number, "--out", full).status == 0
    assert (paper.stat().st_mode & 0o077, PdfReader(paper).is_encrypted) == (0, False)
    assert full.is_symlink()
    assert told("letter", number, "--out", "/dev/full").is_refused()
    assert told("letter", number, "--out", tmp_path).is_refused()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["full.pdf", "letter.pdf"]


def test_wrong_usage(made):
    for arguments in (
        ("people",),
        ("requests", made.desk, "--state", "lost"),
        ("retention", made.desk, "--on", "soon"),
    ):
        ran = run(*arguments)
        assert ran.status == 2
        assert "usage" in ran.err
    assert run("demo", "--people", "3").status == 2


def test_nobody_reads_on(made):
    """As with `| head -1`: no traceback, and the desk is locked."""
    command = [*PROGRAM, "retention", str(made.desk), "--user", "sato", "--json"]
    running = subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    running.stdout.close()
    running.stdin.write(made.line["password"] + "\n")
    running.stdin.close()
    assert running.stderr.read() == ""
    running.stderr.close()
    assert running.wait(60) == 1
    assert (made.desk / "lock").read_bytes() == b""
