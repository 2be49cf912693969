"""A bus of the test's own, with somebody at it."""

import json
import subprocess
import sys
from pathlib import Path

_SPEAKER = Path(__file__).parent / "speaker.py"


class Desktop:
    """A bus with somebody at it who says what he is told to say, and who answers as systemd-logind does."""

    def __init__(self, folder):
        path = f"unix:path={folder}/bus"
        self._bus = subprocess.Popen(
            ["dbus-daemon", "--session", "--nofork", "--print-address=1", f"--address={path}"],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        self.address = self._bus.stdout.readline().strip()
        self._speaker = subprocess.Popen(
            [sys.executable, _SPEAKER, self.address], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        assert self.hear() == "ready"

    def say(self, *message):
        self._speaker.stdin.write(json.dumps(message))
        self._speaker.stdin.flush()

    def hear(self):
        return self._speaker.stdout.readline().strip()

    def end(self):
        for process in (self._speaker, self._bus):
            process.kill()
            process.communicate()
