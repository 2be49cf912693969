"""Starting: from nothing to the painted unlock page with a desk to unlock, beside a bare PySide6 window."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from bench.harness import Comparison

# Stands in a program just before the window opens, and ends it when the first painting is done. It takes of Qt only
# what is cheap: a single look at `Qt` would cost the bare window a fifth of its start.
WATCH = """
import os
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QApplication

class Watch(QObject):
    def eventFilter(self, window, event):
        if event.type() == QEvent.Type.Paint:
            QCoreApplication.postEvent(self, QEvent(QEvent.Type.User))
        return False

    def customEvent(self, event):
        os.write(1, b"painted\\n")
        os._exit(0)

run = QApplication.exec

def watched(*_):
    watch = Watch()
    for window in QApplication.topLevelWidgets():
        window.installEventFilter(watch)
    return run()

QApplication.exec = watched
"""
BARE = f"""
from PySide6.QtWidgets import QApplication, QLabel
{WATCH}
app = QApplication([])
window = QLabel("bare")
window.show()
app.exec()
"""
UNLOCK = f"""
from privdesk.__main__ import main
{WATCH}
main()
"""
REMEMBER = """
from privdesk.gui.state import RecentDesk, WindowState

WindowState().recent.put_first(RecentDesk("/desks/mihon.privdesk", "見本商事", "sato"))
"""


def environment(home: Path) -> dict[str, str]:
    """The environment of a user whose settings lie in `home` and whose Python keeps compiled modules."""
    places = ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME")
    changed = dict.fromkeys(places, str(home)) | {"PYTHONDONTWRITEBYTECODE": ""}
    return {"QT_QPA_PLATFORM": "offscreen"} | os.environ | changed


def until_painted(program: str, home: Path) -> Callable[[], float]:
    """Start a fresh Python each round; the seconds until its window is painted."""
    command, variables = [sys.executable, "-c", program], environment(home)

    def run() -> float:
        start = time.perf_counter()
        with subprocess.Popen(command, stdout=subprocess.PIPE, env=variables) as process:
            assert process.stdout is not None
            assert process.stdout.readline() == b"painted\n"
            return time.perf_counter() - start

    return run


def comparisons(folder: Path) -> Iterator[Comparison]:
    """The unlock page may take half as long again as the bare window."""
    subprocess.run([sys.executable, "-c", REMEMBER], env=environment(folder), check=True)
    yield Comparison("start", until_painted(UNLOCK, folder), until_painted(BARE, folder), goal=1.5, rounds=40)
