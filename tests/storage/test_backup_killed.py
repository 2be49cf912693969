"""A kill at any file leaves no backup or a whole one, no desk or a whole one; the next try clears up and ends well."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.office import found

REPOSITORY = Path(__file__).parents[2]
EVERY = "1" if os.environ.get("PRIVDESK_TORTURE") else "5"


@pytest.mark.skipif(sys.platform == "win32", reason="there is no fork")
def test_a_kill_at_any_file(tmp_path):
    founded = found(tmp_path / "made.privdesk")
    command = [sys.executable, "-m", "tests.storage.killed_backup", str(tmp_path), founded.secret.hex(), EVERY]
    run = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=False)
    assert (run.returncode, run.stderr) == (0, "")
    left = [json.loads(line) for line in run.stdout.splitlines()]
    for what in ("backup", "restore"):
        mine = [one for one in left if one["what"] == what]
        *killed, ended = mine
        assert len(killed) > 3
        assert all(one["killed"] for one in killed)
        assert (ended["killed"], ended["named"]) == (False, 1)
        assert not any(one.get("faults") for one in mine)
    ended = [one for one in left if one["what"] == "backup"][-1]
    assert ended["others"] == [], "what was left half is gone"
