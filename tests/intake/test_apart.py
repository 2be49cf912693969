"""A mail that is read apart says what it says here; what is built against its reader ends that process only."""

import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest

from privdesk.domain.errors import FileTooLarge, MailTooComplex, UnreadableMail
from privdesk.intake import apart, headers, mail
from tests.office import DATA

MAILS = sorted((DATA.parent / "intake/data/mail").glob("*.eml"))
LATEST = datetime(2026, 11, 24, tzinfo=UTC)
ACTS = (
    "socket.socket()",
    "socket.getaddrinfo('example.jp', 80)",
    "open('right.txt', 'w')",
    "os.open('left.txt', os.O_WRONLY | os.O_TRUNC)",
    "subprocess.run([sys.executable])",
    "os.system('true')",
    "os.execv(sys.executable, [sys.executable])",
    "os.remove('left.txt')",
    "os.fork()",
)
PROLOGUE = """
import sys
from privdesk.intake import apart
apart._confine()
"""


def inside(act: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Do something in a process that is confined as the one that reads mails."""
    command = [sys.executable, "-P", "-c", PROLOGUE + act]
    return subprocess.run(command, env=apart._environment() | environment, capture_output=True, text=True)


@pytest.mark.parametrize("path", MAILS[:2], ids=lambda path: path.name)
def test_it_is_what_reading_here_gives(path: Path):
    raw = path.read_bytes()
    assert apart.read_mail(raw, LATEST) == mail.read_mail(raw, LATEST)


@pytest.mark.parametrize("path", MAILS, ids=lambda path: path.name)
def test_every_fact_goes_over_as_it_is(path: Path):
    read = mail.read_mail(path.read_bytes(), headers.LATEST)
    sent = msgspec.msgpack.encode(apart.Answer(read))
    assert msgspec.msgpack.decode(sent, type=apart.Answer).mail == read


@pytest.mark.parametrize(
    ("raw", "refused"),
    [
        (b"\0" * 100, UnreadableMail),
        (b"X: y\n" * 3000 + b"\n", MailTooComplex),
        (b"a" * (mail.SIZE_LIMIT + 1), FileTooLarge),
    ],
)
def test_what_is_refused_there_is_refused_here(raw, refused):
    with pytest.raises(refused):
        apart.read_mail(raw, LATEST)


def test_in_there_nothing_is_written_started_or_called(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "left.txt").write_bytes(b"left")
    tries = "".join(f"try:\n    {act}\n    print({act!r})\nexcept PermissionError:\n    pass\n" for act in ACTS)
    done = inside("import os, socket, subprocess\n" + tries)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert [path.name for path in tmp_path.iterdir()] == ["left.txt"]
    assert (tmp_path / "left.txt").read_bytes() == b"left"


@pytest.mark.skipif(sys.platform != "linux", reason="the limits of Linux")
def test_memory_and_time_have_an_end(monkeypatch):
    assert "MemoryError" in inside("bytearray(2 * 2**30)").stderr
    done = inside("import resource; resource.setrlimit(resource.RLIMIT_CPU, (1, 1))\nwhile True: pass")
    assert done.returncode < 0


@pytest.mark.parametrize(
    ("command", "error"), [("import os; os.kill(os.getpid(), 9)", MailTooComplex), ("1 / 0", RuntimeError)]
)
def test_who_ends_in_there_takes_nobody_along(monkeypatch, command, error):
    monkeypatch.setattr(apart, "_command", lambda: [sys.executable, "-c", command])
    with pytest.raises(error):
        apart.read_mail(MAILS[0].read_bytes(), LATEST)


def test_an_answer_that_is_no_mail_is_not_taken(monkeypatch):
    said = "import sys; sys.stdin.buffer.read(); sys.stdout.buffer.write(b'\\x80\\x04N.')"
    monkeypatch.setattr(apart, "_command", lambda: [sys.executable, "-c", said])
    with pytest.raises(msgspec.DecodeError):
        apart.read_mail(MAILS[0].read_bytes(), LATEST)


def test_nothing_of_the_user_goes_along(monkeypatch):
    monkeypatch.setenv("PRIVDESK_PASSWORD", "an unhurried heron waits")
    assert set(apart._environment()) <= {"PYTHONPATH", "SYSTEMROOT"}
    assert "PRIVDESK_PASSWORD" in os.environ
