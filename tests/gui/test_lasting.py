"""The program lives longer than a few thousand calls into Qt."""

import subprocess
import sys

CALLS = """
import privdesk.gui
from PySide6.QtCore import QRect
rect = QRect()
for _ in range(100_000):
    rect.setLeft(0)
print("alive")
"""


def test_none_is_not_used_up():
    done = subprocess.run([sys.executable, "-c", CALLS], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "alive"
