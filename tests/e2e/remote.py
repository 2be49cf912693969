"""The real program in a process of its own, as a user starts it, and somebody who sits at it.

What stands in `inside/` comes into that process and into every one that replaces it.
"""

import json
import os
import select
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from privdesk.gui.state import RecentDesk, WindowState

_ROOT = Path(__file__).parents[2]
_LONGEST = 150.0
_LINE = 1 << 16


class Remote:
    """Types, clicks and looks as a `Person` does, in a program that runs elsewhere; `pid` stays the same at a lock."""

    def __init__(self, process: "subprocess.Popen[bytes]") -> None:
        self._process = process
        self._heard = b""
        self.pid = process.pid
        self.wait_for_start()

    def do(self, act: str, *arguments: object) -> Any:  # noqa: ANN401  # whatever the act answers
        """Let a method of `Person`, or a function of `inside`, be done; its answer, or AssertionError as it failed."""
        self.ask(act, *arguments)
        answer = self._answer()
        assert "done" in answer, answer.get("failed", answer)
        return answer["done"]

    def ask(self, act: str, *arguments: object) -> None:
        """The same without waiting for the answer."""
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps([act, arguments]).encode() + b"\n")
        self._process.stdin.flush()

    def lock(self, act: str = "press_keys", *arguments: object) -> None:
        """Do what locks, Ctrl+L by default, and wait for the process that begins in the place of this one."""
        self.ask(act, *(arguments or ("Ctrl+L",) if act == "press_keys" else arguments))
        self.wait_for_start()

    def wait_for_start(self) -> None:
        """Wait until a fresh process runs."""
        while True:
            answer = self._answer()
            assert "failed" not in answer, answer["failed"]
            if "begun" in answer:
                assert answer["begun"] == self.pid
                return

    def end(self) -> None:
        """Take the program away, whatever it does."""
        self._process.kill()
        self._process.communicate()

    def _answer(self) -> dict[str, Any]:
        assert self._process.stdout is not None
        out, end = self._process.stdout.fileno(), time.monotonic() + _LONGEST
        while b"\n" not in self._heard:
            ready, _, _ = select.select([out], [], [], max(0.0, end - time.monotonic()))
            assert ready, "the program does not answer"
            more = os.read(out, _LINE)
            assert more, f"the program has ended with {self._process.wait()}"
            self._heard += more
        line, _, self._heard = self._heard.partition(b"\n")
        answer: dict[str, Any] = json.loads(line)
        return answer


@contextmanager
def started(home: Path, desk: Path, login: str, **variables: str) -> Iterator[Remote]:
    """The program on its unlock page, in English, with settings and profile below `home` and this desk to unlock."""
    _remember(home, RecentDesk(str(desk), "見本商事", login))
    process = subprocess.Popen(
        [sys.executable, "-m", "privdesk"],
        cwd=_ROOT,
        env=environment(home) | variables,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    try:
        remote = Remote(process)
        yield remote
    finally:
        process.kill()
        process.communicate()


def _remember(home: Path, desk: RecentDesk) -> None:
    settings = WindowState(str(home / "privdesk" / "window.ini"))
    settings.language = "en"
    settings.recent.put_first(desk)


def environment(home: Path) -> dict[str, str]:
    """A user whose folders all lie in `home`, on a PC without a screen and without a bus."""
    places = ("HOME", "TMPDIR", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME")
    no_bus = dict.fromkeys(("DBUS_SESSION_BUS_ADDRESS", "DBUS_SYSTEM_BUS_ADDRESS"), f"unix:path={home}/no-bus")
    path = os.pathsep.join((str(Path(__file__).parent / "inside"), str(_ROOT)))
    own = {"PYTHONPATH": path, "PRIVDESK_ATTENDED": "1", "QT_QPA_PLATFORM": "offscreen"}
    return os.environ | dict.fromkeys(places, str(home)) | no_bus | own
