"""Builds and joins the parts: reads the bundled data, opens desks, starts the window. Only the command line imports it.

The heavy rooms (database, letters, screens of the desk) are imported inside functions, here and nowhere else: on a
thread, while the unlock page already shows.
"""

import os
import sys
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from privdesk.gui.theme import STYLE
from privdesk.resources import resource

if TYPE_CHECKING:
    from privdesk.operations.desk import Desk
    from privdesk.operations.desks import Clock
    from privdesk.operations.reference import Reference
    from privdesk.storage.opening import Terms


def now() -> datetime:
    """This instant."""
    return datetime.now(UTC)


def clock_on(day: date | None) -> "Clock":
    """The real clock, or one that stands still in the morning of `day`."""
    from privdesk.domain.office import ZONE

    if day is None:
        return now
    fixed = datetime.combine(day, time(10), ZONE)
    return lambda: fixed


def reference() -> "Reference":
    """The bundled laws, rules, purposes and common passwords."""
    from privdesk.operations.reference import parsed

    laws = [path.read_bytes() for path in sorted(resource("law").glob("*.toml"))]
    return parsed(laws, lambda name: resource(name).read_text("utf-8"))


def terms() -> "Terms":
    """How desks are opened on this PC."""
    import platformdirs

    from privdesk.storage.opening import Terms

    return Terms(profile=platformdirs.user_data_path("privdesk"))


def unlocked(folder: Path, login: str, password: str, clock: "Clock" = now) -> "Desk":
    """Open a desk; raises the sentences of `operations.desks.unlock`."""
    from privdesk.operations import desks

    return desks.unlock(folder, login, password, reference(), clock, terms())


def replace_process(*arguments: str) -> None:
    """Go on as a fresh process, so that nothing of what this one knew is left in memory."""
    command = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "privdesk"]
    if sys.platform == "win32":  # there exec leaves the old process behind
        import subprocess

        subprocess.Popen([*command, *arguments])  # noqa: S603
        os._exit(0)
    os.execv(command[0], [*command, *arguments])  # noqa: S606


def application() -> QApplication:
    """The one QApplication with its name, so that settings and windows find it."""
    made = QApplication.instance()
    if not isinstance(made, QApplication):
        made = QApplication([*sys.argv[:1], *STYLE])
        made.setApplicationName("privdesk")
        made.setDesktopFileName("privdesk")
    return made
