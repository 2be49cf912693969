"""Builds and joins the parts: reads the bundled data, opens desks, starts the window. Only the command line imports it.

The heavy rooms (database, letters, screens of the desk) are imported inside functions, here and nowhere else: on a
thread, while the unlock page already shows.
"""

import gc
import os
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime, time
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QDialog

from privdesk.gui.state import RecentDesk, WindowState
from privdesk.gui.theme import STYLE, Look, Theme
from privdesk.gui.translation import Translation
from privdesk.gui.window import Window
from privdesk.resources import resource

if TYPE_CHECKING:
    from privdesk.demo.office import Wish
    from privdesk.domain.office import Office
    from privdesk.gui.background import Background
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

    return Terms(profile=platformdirs.user_data_path("privdesk") / "anchors")


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


def window(language: str = "") -> int:
    """Open the window on the unlock page and stay until it is closed."""
    app = application()
    program = Program(app, language=language)
    program.start()
    return app.exec()


def demo_folder(out: Path, people: int, seed: int, on: date | None) -> dict[str, object]:
    """Write the made-up office to a folder; raises the sentences of `demo.folder.written`."""
    from privdesk.demo import folder

    desk, made = folder.written(out, _wish(people, seed, on), reference(), _demo_terms())
    desk.clock = clock_on(on)
    take_pictures(desk, out / folder.SCREENS)
    return made


def take_pictures(desk: "Desk", folder: Path) -> None:
    """Draw every screen of an open desk into `folder`, without a display; the desk is locked afterwards."""
    from tempfile import TemporaryDirectory

    from privdesk.domain.case import RequestQuery
    from privdesk.gui.desk import DeskPage
    from privdesk.gui.pictures import SIZE, Pictures, Tour
    from privdesk.gui.setup.wizard import SetupWizard
    from privdesk.operations import desks, recovery_sheet, requests

    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    app = application()
    theme, translation = Theme(app, Look.LIGHT, 1.0), Translation(app, "ja")
    rows = [row for row in requests.page(desk, RequestQuery(sort="number"), None, 500).rows if row.person is not None]
    cases, person = {row.state.value: row.id for row in rows}, rows[0].person
    with TemporaryDirectory() as place:
        page = DeskPage(desk, WindowState(f"{place}/window.ini"))
        wizard = SetupWizard(reference(), desks.new_sheet(), recovery_sheet.drawn)
        for widget in (page, wizard):
            widget.resize(*SIZE)
            widget.show()
        tour = Tour(page, wizard, cases, person, theme, translation)
        pictures = Pictures(folder, tour.shots(), page.background, app)
        pictures.finished.connect(lambda: page.close_desk(app.quit))
        pictures.start()
        app.exec()
        wizard.close()
        page.close()


def demo_window(people: int, seed: int, on: date | None, language: str) -> int:
    """Make the office up and open it in the window; stay until it is closed."""
    app = application()
    desk = made_demo(people, seed, on)
    program = Program(app, language=language, clock=clock_on(on))
    program.start()
    program.enter(desk)
    return app.exec()


def demo_logins() -> dict[str, object]:
    """Who can unlock the made-up office, and how."""
    from privdesk.demo.office import LOGINS, PASSWORD

    return {"users": list(LOGINS), "password": PASSWORD}


def made_demo(people: int = 300, seed: int = 1, on: date | None = None) -> "Desk":
    """The made-up office, open, in the user's own folder and in place of the one made last; raises DeskInUse."""
    import platformdirs

    from privdesk.demo import office
    from privdesk.operations import desks

    folder = platformdirs.user_data_path("privdesk", ensure_exists=True) / office.FOLDER
    if folder.exists():
        desks.remove(folder)
    desk = office.make(folder, _wish(people, seed, on), reference(), _demo_terms())
    desk.clock = clock_on(on)
    return desk


def _wish(people: int, seed: int, on: date | None) -> "Wish":
    from privdesk.demo.office import Wish
    from privdesk.domain.office import ZONE

    return Wish(people, seed, clock_on(on)().astimezone(ZONE).date())


def _demo_terms() -> "Terms":
    """Hashing at the floor: the made-up users' password is printed for everybody, so that its cost protects nothing."""
    from privdesk.storage.keys import FLOOR
    from privdesk.storage.opening import Terms

    return Terms(cost=FLOOR)


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
        self._page: DeskPage | None = None
        self._bug: QDialog | None = None
        theme = Theme(app, self._state.look, self._state.scale)
        self.window = Window(self._state, theme, Translation(app, language or self._state.language))
        self.window.unlock_wanted.connect(self.unlock)
        self.window.new_desk_wanted.connect(self.found)
        self.window.open_desk_wanted.connect(self.offer)
        self.window.demo_wanted.connect(self.try_demo)
        self.window.closing.connect(self.quit)
        self.window.painted.connect(self._load)
        app.setQuitOnLastWindowClosed(False)  # the desk is closed first
        sys.excepthook = self._take_bug

    def start(self) -> None:
        """Show the unlock page; the heavy rooms are loaded as soon as it is painted."""
        self.window.show()

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

    @cached_property
    def _work(self) -> "Background":
        from privdesk.gui.background import Background

        return Background(_NoDesk(), self)

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

    gc.freeze()  # all this stays; to look it through for garbage would hold the window up for an eighth of a second
    gc.enable()
