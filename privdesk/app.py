"""Builds and joins the parts: reads the bundled data, opens desks, starts the window. Only the command line imports it.

The heavy rooms (database, letters, screens of the desk) are imported inside functions, here and nowhere else: on a
thread, while the unlock page already shows.
"""

import os
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime, time
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

import platformdirs
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QDialog

from privdesk.domain.office import ZONE
from privdesk.gui.background import Background
from privdesk.gui.state import RecentDesk, WindowState
from privdesk.gui.theme import Theme
from privdesk.gui.translation import Translation
from privdesk.gui.window import Window
from privdesk.resources import resource

if TYPE_CHECKING:
    from privdesk.domain.office import Office
    from privdesk.gui.desk import DeskPage
    from privdesk.gui.setup.wizard import SetupWizard
    from privdesk.operations.desk import Desk
    from privdesk.operations.desks import Clock, Founder, Sheet
    from privdesk.operations.reference import Reference
    from privdesk.storage.opening import Terms

Replace = Callable[[], None]


def now() -> datetime:
    """This instant."""
    return datetime.now(UTC)


def clock_on(day: date | None) -> "Clock":
    """The real clock, or one that stands still in the morning of `day`."""
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
    from privdesk.storage.opening import Terms

    return Terms(profile=platformdirs.user_data_path("privdesk") / "anchors")


def unlocked(folder: Path, login: str, password: str, clock: "Clock" = now) -> "Desk":
    """Open a desk; raises the sentences of `operations.desks.unlock`."""
    from privdesk.operations import desks

    return desks.unlock(folder, login, password, reference(), clock, terms())


def replace_process(*arguments: str) -> None:
    """Go on as a fresh process, so that nothing of what this one knew is left in memory."""
    command = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "privdesk"]
    if sys.platform == "win32":  # there exec leaves the old process behind
        subprocess.Popen([*command, *arguments])  # noqa: S603
        os._exit(0)
    os.execv(command[0], [*command, *arguments])  # noqa: S606


def application() -> QApplication:
    """The one QApplication with its name, so that settings and windows find it."""
    made = QApplication.instance()
    if not isinstance(made, QApplication):
        made = QApplication(sys.argv[:1])
        made.setApplicationName("privdesk")
        made.setDesktopFileName("privdesk")
    return made


def window(language: str = "") -> int:
    """Open the window on the unlock page and stay until it is closed."""
    app = application()
    program = Program(app, language=language)
    program.start()
    return app.exec()


class Program(QObject):
    """The running window: unlock page, wizard or desk, and the way from one to the other."""

    def __init__(
        self, app: QApplication, *, language: str = "", clock: "Clock" = now, replace: Replace = replace_process
    ) -> None:
        super().__init__(app)
        self._app = app
        self._clock = clock
        self._replace = replace
        self._state = WindowState()
        self._work = Background(_NoDesk(), self)
        self._page: DeskPage | None = None
        self._bug: QDialog | None = None
        theme = Theme(app, self._state.look, self._state.scale)
        self.window = Window(self._state, theme, Translation(app, language or self._state.language))
        self.window.unlock_wanted.connect(self.unlock)
        self.window.new_desk_wanted.connect(self.found)
        self.window.open_desk_wanted.connect(self.offer)
        self.window.demo_wanted.connect(self.try_demo)
        self.window.closing.connect(self.quit)
        app.setQuitOnLastWindowClosed(False)  # the desk is closed first
        sys.excepthook = self._take_bug

    def start(self) -> None:
        """Show the unlock page; the heavy rooms are loaded as soon as it is painted."""
        self.window.show()
        QTimer.singleShot(0, self._load)

    def offer(self, path: str) -> None:
        """Put a desk folder that the user chose on the unlock page."""
        self.window.remember_desk(RecentDesk(path, Path(path).stem))

    def unlock(self, path: str, login: str, password: bytearray) -> None:
        """Try a password; a failure is said on the page."""
        page = self.window.unlock
        self._work.beside(
            self.window,
            unlocked,
            Path(path),
            login,
            password.decode(),
            self._clock,
            then=self.enter,
            otherwise=page.show_wrong if page else None,
        )

    def enter(self, desk: "Desk") -> None:
        """Show an unlocked desk."""
        from privdesk.gui.desk import DeskPage

        self.window.remember_desk(RecentDesk(str(desk.vault.folder), desk.office.name, desk.actor.login))
        self._page = DeskPage(desk, self._state)
        self._page.lock_wanted.connect(self.lock)
        self._page.quit_wanted.connect(self.window.close)
        self._page.settings_wanted.connect(self.window.open_settings)
        self.window.show_page(self._page)

    def lock(self) -> None:
        """Take the screens at once, close the desk, and go on as a fresh process on the unlock page."""
        page, self._page = self._page, None
        if page is None:
            return
        self.window.hide()
        page.close_desk(then=self._replace)

    def quit(self) -> None:
        """Close the desk, if one is open, and end."""
        page, self._page = self._page, None
        if page is None:
            self._app.quit()
        else:
            page.close_desk(then=self._app.quit)

    def found(self) -> None:
        """Lead through the foundation of a new desk."""
        from privdesk.gui.setup.wizard import SetupWizard
        from privdesk.operations import desks, recovery_sheet

        wizard = SetupWizard(reference(), desks.new_sheet(), recovery_sheet.drawn)
        wizard.create_wanted.connect(lambda *facts: self._create(wizard, *facts))
        wizard.cancelled.connect(self.window.show_unlock)
        wizard.language_chosen.connect(self.window.take_language)
        self.window.show_page(wizard)

    def try_demo(self) -> None:
        """Make the made-up office and open it."""
        self._work.beside(self.window, made_demo, then=self.enter)

    def _create(
        self, wizard: "SetupWizard", folder: Path, office: "Office", founder: "Founder", sheet: "Sheet"
    ) -> None:
        from privdesk.operations import desks

        facts = (folder, office, founder, sheet, reference(), self._clock, terms())
        self._work.beside(wizard, desks.create, *facts, then=self.enter, otherwise=wizard.show_failure)

    def _take_bug(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """What nobody expected: say so without anything personal, and lock."""
        from privdesk.gui.bug import BugDialog

        if self._bug is not None or issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self._bug = BugDialog(self.window, error)
        self._bug.finished.connect(self.lock if self._page else self._app.quit)
        self._bug.open()

    def _load(self) -> None:
        self._work.beside(self.window, load, then=lambda _: None)


class _NoDesk:
    """Stands where a desk will be, for work before one is open."""

    def take_changes(self) -> frozenset[str]:
        """Nothing changes."""
        return frozenset()


def load() -> None:
    """Import the heavy rooms, so that unlocking does not wait for them."""
    import privdesk.gui.desk
    import privdesk.operations.desks  # noqa: F401
