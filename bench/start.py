"""Starting: from nothing to the painted unlock page, beside a bare PySide6 window."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from bench.harness import Comparison

# Says so on its standard output once the first window is painted; what follows opens the window.
WATCH = """
import os
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QWidget

class Painted(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and isinstance(watched, QWidget):
            QTimer.singleShot(0, lambda: (os.write(1, b"painted\\n"), os._exit(0)))
        return False

run = QApplication.exec
def watch(*_):
    painted = Painted()
    QApplication.instance().installEventFilter(painted)
    return run()
QApplication.exec = watch
"""
BARE = """
app = QApplication([])
window = QLabel("bare")
window.show()
app.exec()
"""
UNLOCK = """
from privdesk.__main__ import main
main([])
"""


def until_painted(program: str, home: Path) -> Callable[[], float]:
    """Start a fresh Python each round, its settings in `home`; the seconds until its first window is painted."""
    places = {
        name: str(home) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME")
    }
    environment = {"QT_QPA_PLATFORM": "offscreen"} | os.environ | places

    def run() -> float:
        start = time.perf_counter()
        with subprocess.Popen(
            [sys.executable, "-c", WATCH + program], stdout=subprocess.PIPE, env=environment
        ) as process:
            assert process.stdout is not None
            assert process.stdout.readline() == b"painted\n"
            return time.perf_counter() - start

    return run


def comparisons(folder: Path) -> Iterator[Comparison]:
    """The unlock page may take half as long again as the bare window."""
    yield Comparison("start", until_painted(UNLOCK, folder), until_painted(BARE, folder), goal=1.5)
