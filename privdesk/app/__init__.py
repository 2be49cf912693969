"""Builds and joins the parts: reads the bundled data, opens desks, starts the window. Only the command line imports it.

The heavy rooms (database, letters, screens of the desk) are imported inside functions, here and nowhere else: on a
thread, while the unlock page already shows.
"""

import os
import sys
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from privdesk.gui.theme import STYLE
from privdesk.resources import resource

if TYPE_CHECKING:
    from privdesk.operations.desk import Desk
    from privdesk.operations.desks import Clock, Founder, Sheet
    from privdesk.operations.reference import Reference
    from privdesk.operations.restores import Restored, Unlock
    from privdesk.operations.rollback import Acceptance
    from privdesk.storage.copying import Progress
    from privdesk.storage.opening import Terms

# what the window writes is its user's alone, settings and exports too
_OWNER_ONLY = 0o077
_DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


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


def unlocked(
    folder: Path,
    login: str,
    password: str,
    clock: "Clock" = now,
    own_password: str = "",
    acceptance: "Acceptance | None" = None,
) -> "Desk":
    """Open a desk; raises the sentences of `operations.desks.unlock`."""
    from privdesk.operations import desks

    return desks.unlock(folder, login, password, reference(), clock, terms(), acceptance, own_password)


def recovered(
    clock: "Clock", folder: Path, typed: str, manager: "Founder", sheet: "Sheet", progress: "Progress | None" = None
) -> "Desk":
    """Open a desk by its recovery sheet; raises the sentences of `operations.recovery.recover`."""
    from privdesk.operations import recovery

    return recovery.recover(folder, typed, manager, sheet, reference(), clock, terms(), progress)


def restored(
    clock: "Clock", backup: Path, folder: Path, way: "Unlock", newer: Path | None, progress: "Progress | None" = None
) -> "Restored":
    """Make a desk of a backup; raises the sentences of `operations.restores.restore`."""
    from privdesk.operations import restores

    return restores.restore(backup, folder, way, clock, terms(), newer, progress)


def is_known(backup: Path) -> bool:
    """Whether this PC has seen the desk of a backup."""
    from privdesk.operations import restores

    return restores.is_known(backup, terms().profile)


def replace_process(*arguments: str) -> None:
    """Go on as a fresh process, so that nothing of what this one knew is left in memory."""
    from privdesk.gui.background import is_held_up

    command = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "privdesk"]
    if sys.platform == "win32" or is_held_up():  # there exec leaves the old process behind, here it would wait
        import subprocess

        subprocess.Popen([*command, *arguments])  # noqa: S603
        os._exit(0)
    os.execv(command[0], [*command, *arguments])  # noqa: S606


def need_display() -> None:
    """Raise NoDisplay where no window could be shown: Qt itself would abort the process."""
    if sys.platform == "linux" and not any(map(os.environ.get, _DISPLAYS)):
        from privdesk.domain.errors import NoDisplay

        raise NoDisplay


def application() -> QApplication:
    """The one QApplication with its name, so that settings and windows find it; raises NoDisplay."""
    made = QApplication.instance()
    if not isinstance(made, QApplication):
        need_display()
        os.umask(_OWNER_ONLY)
        # over a file dialog of the system no key of ours would lock, and it remembers names of files
        QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
        made = QApplication([*sys.argv[:1], *STYLE])
        made.setApplicationName("privdesk")
        made.setDesktopFileName("privdesk")
    return made
