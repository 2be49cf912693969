"""A mail that is read apart says what it says here; what is built against its reader ends that process only."""

import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest

from privdesk.domain.errors import FileTooLarge, MailTooComplex, UnreadableMail
from privdesk.intake import apart, headers, mail, mail_apart
from tests.office import DATA

MAILS = sorted((DATA.parent / "intake/data/mail").glob("*.eml"))
LATEST = datetime(2026, 11, 24, tzinfo=UTC)
# of this no audit event tells; root may still fork, but the copy runs nothing else
STARTING = """
try:
    child = _posixsubprocess.fork_exec([b"touch", b"made"], [b"/usr/bin/touch"], False, (), None, None,
        -1, -1, -1, -1, -1, -1, *pipe, True, False, -1, None, None, None, -1, None, False)
    os.waitpid(child, 0)
except BlockingIOError:
    pass
"""
ACTS = (
    "os.mkfifo('fifo')",
    "os.mknod('node')",
    "os.rmdir('empty')",
    "os.utime('left.txt', (0, 0))",
    "os.chown('left.txt', 0, 0)",
    "os.setxattr('left.txt', 'user.x', b'1')",
    "os.chmod('left.txt', 0o777)",
    "os.kill(os.getppid(), 0)",
    "os.pipe()",
    "os.memfd_create('x')",
    "os.listdir('.')",
    "open('left.txt').read()",
    "open('/etc/passwd').read()",
    "__import__('sqlite3')",
    "ctypes.CDLL(None)",
    "sys.setprofile(print)",
    "socket.socket()",
    "socket.getaddrinfo(b'example.jp', 80)",
    "open('right.txt', 'w')",
    "os.open('left.txt', os.O_WRONLY | os.O_TRUNC)",
    "subprocess.run([sys.executable])",
    "os.system('true')",
    "os.execv(sys.executable, [sys.executable])",
    "os.remove('left.txt')",
    "os.fork()",
)
PROLOGUE = """
import _posixsubprocess, ctypes, os, socket, subprocess, sys
from privdesk.intake import apart, mail_apart
"""


def inside(act: str, before: str = "") -> subprocess.CompletedProcess[str]:
    """Do something in a process that is confined as the one that reads mails."""
    command = [
        sys.executable,
        "-P",
        "-c",
        f"{PROLOGUE}{before}\napart.confine(mail_apart._MEMORY, mail_apart._CPU_SECONDS)\n{act}",
    ]
    return subprocess.run(command, env=apart._environment(), capture_output=True, text=True)


@pytest.mark.parametrize("path", MAILS[:2], ids=lambda path: path.name)
def test_it_is_what_reading_here_gives(path: Path):
    raw = path.read_bytes()
    assert mail_apart.read_mail(raw, LATEST) == mail.read_mail(raw, LATEST)


@pytest.mark.parametrize("path", MAILS, ids=lambda path: path.name)
def test_every_fact_goes_over_as_it_is(path: Path):
    read = mail.read_mail(path.read_bytes(), headers.LATEST)
    sent = msgspec.msgpack.encode(mail_apart.Answer(read))
    assert msgspec.msgpack.decode(sent, type=mail_apart.Answer).mail == read


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
        mail_apart.read_mail(raw, LATEST)


@pytest.mark.skipif(sys.platform != "linux", reason="the calls of Linux")
def test_in_there_nothing_is_opened_written_started_or_called(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "left.txt").write_bytes(b"left")
    (tmp_path / "empty").mkdir()
    refused = (
        "except (ImportError, PermissionError):\n    pass\nexcept OSError as error:\n    assert error.errno == 24\n"
    )
    tries = "".join(f"try:\n    {act}\n    print({act!r})\n{refused}" for act in ACTS)
    done = inside(tries)
    assert (done.returncode, done.stdout) == (0, "")
    assert {path.name for path in tmp_path.iterdir()} == {"left.txt", "empty"}
    assert (tmp_path / "left.txt").read_bytes() == b"left"


@pytest.mark.skipif(sys.platform != "linux", reason="the calls of Linux")
def test_in_there_no_program_starts_behind_pythons_back(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    bare = [sys.executable, "-P", "-c", f"{PROLOGUE}pipe = os.pipe(){STARTING}"]
    assert subprocess.run(bare, env=apart._environment()).returncode == 0
    (tmp_path / "made").unlink()
    assert inside(STARTING, before="pipe = os.pipe()").returncode == 0
    assert not (tmp_path / "made").exists()


@pytest.mark.skipif(sys.platform != "linux", reason="the limits of Linux")
def test_memory_and_time_have_an_end(monkeypatch):
    assert "MemoryError" in inside("bytearray(2 * 2**30)").stderr
    done = inside("while True: pass", before="mail_apart._CPU_SECONDS = 1")
    assert done.returncode < 0


@pytest.mark.parametrize(
    ("command", "error"), [("import os; os.kill(os.getpid(), 9)", MailTooComplex), ("1 / 0", RuntimeError)]
)
def test_who_ends_in_there_takes_nobody_along(monkeypatch, command, error):
    monkeypatch.setattr(apart, "_command", lambda: [sys.executable, "-c", command])
    with pytest.raises(error):
        mail_apart.read_mail(MAILS[0].read_bytes(), LATEST)


def test_an_answer_that_is_no_mail_is_not_taken(monkeypatch):
    said = "import sys; sys.stdin.buffer.read(); sys.stdout.buffer.write(b'\\0\\0\\0\\x04\\x80\\x04N.')"
    monkeypatch.setattr(apart, "_command", lambda: [sys.executable, "-c", said])
    with pytest.raises(msgspec.DecodeError):
        mail_apart.read_mail(MAILS[0].read_bytes(), LATEST)


def test_all_that_reading_needs_is_there_before_it_is_confined():
    loop = "for raw in raws:\n    mail_apart.mail.read_mail(raw)\nprint(len(raws))"
    before = f"raws = [open(name, 'rb').read() for name in {list(map(str, MAILS))!r}]"
    done = inside(loop, before)
    assert (done.returncode, done.stdout, done.stderr) == (0, f"{len(MAILS)}\n", "")
    charsets = "print(all(bytes(4).decode(one, 'replace') for one in apart.CHARSETS)); b'x'.decode('idna2')"
    done = inside(charsets)
    assert (done.stdout, done.stderr.splitlines()[-1]) == ("True\n", "LookupError: unknown encoding: idna2")


def test_nothing_of_the_user_goes_along(monkeypatch):
    monkeypatch.setenv("PRIVDESK_PASSWORD", "an unhurried heron waits")
    assert set(apart._environment()) <= {"PYTHONPATH", "SYSTEMROOT"}
    assert "PRIVDESK_PASSWORD" in os.environ
