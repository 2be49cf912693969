"""The sheet of a new desk: a try that was killed, or found no room, does not stand in the way of the next one."""

import os
import signal
import subprocess
import sys
import time
from contextlib import contextmanager

import pytest
from pypdf import PdfReader

from privdesk.cli.streams import new_file
from privdesk.domain.errors import FileNotWritten, FileTaken
from tests.cli.running import PROGRAM, ROOT, run
from tests.office import PASSWORD

if sys.platform != "win32":
    import resource


def test_a_kill_while_a_desk_is_founded_does_not_stand_in_the_way_of_the_next_try(tmp_path):
    folder, sheet, part = (tmp_path / name for name in ("a.privdesk", "sheet.pdf", ".sheet.pdf.part"))
    new = ("new", folder, "--office", "A", "--manager", "sato", "--recovery-out", sheet)
    command = [*PROGRAM, *map(str, new)]
    with subprocess.Popen(command, cwd=ROOT, env=os.environ | {"PRIVDESK_PASSWORD": PASSWORD}) as started:
        while started.poll() is None and not (part.exists() and part.stat().st_size):
            time.sleep(0.001)
        started.kill()
    assert not folder.exists()
    assert run(*new, PRIVDESK_PASSWORD=PASSWORD).status == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.privdesk", "sheet.pdf"]
    assert PdfReader(sheet).pages


@pytest.mark.skipif(sys.platform == "win32", reason="files have no bound there")
def test_a_sheet_that_finds_no_room_leaves_nothing(tmp_path):
    for limit in (0, 200):
        with pytest.raises(FileNotWritten), grown_to(limit), new_file(tmp_path / "sheet.pdf", bytes(5000)):
            raise AssertionError
        assert not list(tmp_path.iterdir())


@contextmanager
def grown_to(most):
    """No file may grow beyond `most` bytes."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)


def test_a_file_of_that_name_is_left_as_it_is(tmp_path):
    sheet = tmp_path / "sheet.pdf"
    sheet.write_text("mine")
    with pytest.raises(FileTaken), new_file(sheet, b"new"):
        raise AssertionError
    assert [path.read_text() for path in tmp_path.iterdir()] == ["mine"]


def test_what_fails_after_the_sheet_got_its_name_takes_it_back(tmp_path):
    def fail():
        with new_file(tmp_path / "sheet.pdf", b"new") as keep:
            keep()
            raise LookupError

    with pytest.raises(LookupError):
        fail()
    assert not list(tmp_path.iterdir())
