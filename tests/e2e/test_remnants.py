"""After the lock nothing of the desk is in the memory of the process, which is a fresh one at the unlock page."""

import sys
from pathlib import Path

import pytest

from tests.e2e.knowing import LOGIN, learn, prepared, type_password, unlock
from tests.e2e.memory import found_in
from tests.e2e.remote import started

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="memory is read through /proc")


def test_the_lock_leaves_nothing_in_memory(tmp_path):
    known, home = prepared(tmp_path, people=2), tmp_path / "home"
    home.mkdir()
    with started(home, known.folder, LOGIN) as remote:
        type_password(remote)
        unlock(remote)
        learn(remote)
        assert remote.do("is_shielded")
        assert remote.do("has_own_file_dialogs")
        remote.do("be_readable")
        assert found_in(remote.pid, known.sought).keys() >= {"number", "note", "opening ring", "number key"}
        remote.lock()
        remote.do("be_readable")
        assert remote.do("shows", "unlock")
        assert not remote.do("shows", "shell")
        assert Path(f"/proc/{remote.pid}/cmdline").read_bytes().split(b"\0")[1:3] == [b"-m", b"privdesk"]
        assert not found_in(remote.pid, known.sought)
