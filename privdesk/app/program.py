"""The running window: from the unlock page to a desk and back."""

import gc
import os
import sys
from collections.abc import Callable
from functools import cached_property, partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QDialog

from privdesk.app import application, now, replace_process, restoring
from privdesk.app.departure import Departure
from privdesk.domain.deskerror import DeskError
from privdesk.gui.state import RecentDesk, WindowState
from privdesk.gui.theme import Theme
from privdesk.gui.translation import Translation
from privdesk.gui.window import Window

if TYPE_CHECKING:
    from datetime import datetime

    from privdesk.app.arrival import Arrival
    from privdesk.gui.background import Background
    from privdesk.gui.desk import DeskPage
    from privdesk.operations.desk import Desk
    from privdesk.operations.desks import Clock

Replace = Callable[[], None]


def window(language: str = "", made_up: "Callable[[], Desk] | None" = None) -> int:
    """Open the window on the unlock page, or in the made-up office that `made_up` makes, and stay until it is closed.

    Where there is no display, say so.
    """
    try:
        app = application()
    except DeskError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    desk = made_up() if made_up else None
    program = Program(app, language=language, clock=desk.clock if desk else now)
    program.start()
    if desk:
        program.enter_demo(desk)
    status = app.exec()
    from privdesk.gui.background import is_held_up

    if is_held_up():
        os._exit(status)
    return status


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
        self._departure = Departure(self.window)
        self.window.unlock_wanted.connect(lambda *typed: self._arrival.unlock(*typed))
        self.window.recovery_wanted.connect(lambda *desk: self._arrival.recover(*desk))
        self.window.new_desk_wanted.connect(lambda: self._arrival.found())
        self.window.open_desk_wanted.connect(self.offer)
        self.window.demo_wanted.connect(self.try_demo)
        self.window.restore_wanted.connect(lambda: restoring.begin(self.window, self._work, self._clock))
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

    def enter(self, desk: "Desk") -> None:
        """Show an unlocked desk."""
        from privdesk.gui.away import Away
        from privdesk.gui.desk import DeskPage
        from privdesk.operations import log

        self.window.remember_desk(RecentDesk(str(desk.vault.folder), desk.office.name, desk.actor.login))
        self._page = DeskPage(desk, self._state)
        self._page.lock_wanted.connect(self.lock)
        self._page.rest_wanted.connect(partial(self.lock, roll_back=False))
        self._page.quit_wanted.connect(self.window.close)
        self._page.settings_wanted.connect(self.window.open_settings)
        self.window.show_page(self._page)
        away = Away(self.window)
        away.screen_locked.connect(partial(self.lock, roll_back=False))
        away.leaving.connect(self.lock)
        self._tell_of_joining(desk)
        self._tell_of_clock(desk)
        self._page.background.read(self._page, log.failed_before, then=self._tell_of_tries)

    def lock(self, *, roll_back: bool = True) -> None:
        """Take the screens at once, close the desk, and go on as a fresh process on the unlock page.

        Long work is rolled back, also where its end was waited for, or finished first.
        """
        page, self._page = self._page, None
        if page:
            self._departure.begin(page, self._replace, roll_back=roll_back)
        elif roll_back:
            self._departure.hurry()

    def quit(self) -> None:
        """Close the desk, if one is open, and end."""
        page, self._page = self._page, None
        if page:
            self._departure.begin(page, self._app.quit)
        else:
            self._departure.end(self._app.quit)

    def try_demo(self) -> None:
        """Make the made-up office and open it; what stands in the way is said on the page."""
        from privdesk.app.demo import made_demo

        page = self.window.unlock
        otherwise = page.show_error if page else None
        self._work.beside(self.window, made_demo, then=self.enter_demo, otherwise=otherwise)

    def enter_demo(self, desk: "Desk") -> None:
        """Show the made-up office, and how it is unlocked again."""
        from privdesk.app.demo import demo_logins

        self.enter(desk)
        if self._page:
            said = self.tr("A made-up office. To unlock it again: user {user}, password “{password}”")
            self._page.messages.say(said.format(user=desk.actor.login, password=demo_logins()["password"]))

    def _take_bug(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """What nobody expected: say so without anything personal, and lock."""
        from privdesk.gui.bug import BugDialog, report

        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        if self._bug is not None:  # what follows from the first
            if sys.stderr:  # which a system may keep in its own log
                sys.stderr.write(f"{report(error)}\n")
            return
        self._bug = BugDialog(self.window, error)
        self._bug.finished.connect(self.lock if self._page else partial(self._departure.finish, self._app.quit))
        QTimer.singleShot(0, self._bug.open)  # it may have happened while Qt paints, and no window may open then

    def _tell_of_joining(self, desk: "Desk") -> None:
        if self._page and desk.vault.is_joining:
            said = self.tr(
                "Your access is not complete yet: a manager has to unlock this desk once, and you again after that. "
                "Until then what needs the keys of your role stays shut."
            )
            self._page.messages.say(said)

    def _tell_of_clock(self, desk: "Desk") -> None:
        from privdesk.domain.office import ZONE

        if self._page and (ahead := desk.worked_ahead):
            said = self.tr("This PC's clock is behind the last work here ({when}). Set it right.")
            self._page.messages.say(said.format(when=f"{ahead.astimezone(ZONE):%Y-%m-%d %H:%M}"))

    def _tell_of_tries(self, tries: "tuple[datetime, ...]") -> None:
        from privdesk.domain.office import ZONE

        if tries and self._page:
            said = self.tr(
                "{count} wrong passwords were tried for your login since you were last here, the last one on {when}. "
                "If that was not you, tell a manager."
            )
            last = f"{max(tries).astimezone(ZONE):%Y-%m-%d %H:%M}"
            self._page.messages.say(said.format(count=len(tries), when=last))

    @cached_property
    def _arrival(self) -> "Arrival":
        from privdesk.app.arrival import Arrival

        return Arrival(self.window, self._work, self._clock, self.enter, self)

    @cached_property
    def _work(self) -> "Background":
        from privdesk.gui.background import Background

        return Background(_NoDesk(), self)

    def _load(self) -> None:
        def collect(_loaded: None) -> None:
            from privdesk.gui.garbage import Collector

            Collector(self._app)

        self._work.beside(self.window, load, then=collect)


class _NoDesk:
    """Stands where a desk will be, for work before one is open."""

    def take_changes(self) -> frozenset[str]:
        """Nothing changes."""
        return frozenset()


def load() -> None:
    """Import the heavy rooms, so that unlocking does not wait for them; before it the process is shielded."""
    from privdesk.app.shield import shield

    shield()
    import privdesk.gui.away
    import privdesk.gui.desk
    import privdesk.operations.desks  # noqa: F401

    gc.freeze()  # all this stays; to look it through for garbage would hold the window up for an eighth of a second
