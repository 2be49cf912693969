"""The command line shields its memory before it opens a desk."""

import subprocess
import sys

import pytest

_PROGRAM = """
import ctypes, resource
from privdesk.cli import main
assert main(["check", "nowhere", "--user", "sato"]) == 1
print(ctypes.CDLL(None).prctl(3, 0, 0, 0, 0), *resource.getrlimit(resource.RLIMIT_CORE))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="prctl is Linux's")
def test_neither_a_core_dump_nor_another_program_gets_at_the_memory(tmp_path):
    ended = subprocess.run([sys.executable, "-c", _PROGRAM], cwd=tmp_path, input=b"x", capture_output=True)
    assert ended.stdout.split() == [b"0", b"0", b"0"], ended.stderr
