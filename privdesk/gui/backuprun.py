"""Makes backups beside the work: the log first, then the minutes of copying on a lane of its own, then the register."""

from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from privdesk.domain.errors import Cancelled, DeskError, PlaceMissing
from privdesk.gui.background import Background
from privdesk.operations import backups
from privdesk.operations.backups import Backup, PlaceNow
from privdesk.operations.desk import Desk

# the work of the morning comes first; later it is looked again, since a desk may stay open over midnight
_FIRST = 5 * 60_000
_AGAIN = 60 * 60_000


class BackupRun(QObject):
    """One backup after the other; a place that fails stops no other, Stop ends the run. `ended` tells the end."""

    ended = Signal()

    def __init__(self, work: Background, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self._desk = desk
        self._folders: list[Path] = []
        self.running = False

    def start(self, places: Iterable[PlaceNow]) -> None:
        """Back up to the places whose media are there; only where there is none, that one is missing is said."""
        every = list(places)
        self._folders = [Path(one.place.path) for one in every if one.is_there]
        try:
            for one in every[: not self._folders]:
                backups.need_there(one)
        except DeskError as error:
            self._work.failed.emit(error)
        self.running = True
        self._next()

    def _next(self) -> None:
        if not self._folders:
            self.running = False
            self.ended.emit()
            return
        folder = self._folders.pop(0)
        make = partial(self._make, folder)
        self._work.write(self, backups.begin, folder, then=lambda _begun: make(), otherwise=self._fail)

    def _make(self, folder: Path) -> None:
        self._work.beside(self, backups.make, self._desk, folder, then=self._enter, otherwise=self._fail, long=True)

    def _enter(self, made: Backup) -> None:
        self._work.write(self, backups.enter, made, then=lambda _done: self._next(), otherwise=self._fail)

    def _fail(self, error: DeskError) -> None:
        if isinstance(error, Cancelled):
            self._folders.clear()
        else:
            self._work.failed.emit(error)
        self._next()


class Schedule(QObject):
    """Looks now and then whether the plan wants a backup while the desk is open, and makes it."""

    def __init__(self, work: Background, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self._run = BackupRun(work, desk, self)
        self._timer = QTimer(self, interval=_FIRST)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        work.read(self, partial(backups.due, locking=True), then=self._remind, key="missing")

    def look(self) -> None:
        """Make what is due by now, unless that is under way."""
        self._timer.setInterval(_AGAIN)
        if not self._run.running:
            self._work.read(self, backups.due, then=self._run.start, key="due")

    def _remind(self, due: Sequence[PlaceNow]) -> None:
        """What the last lock could not do, since it waits for nobody, is said now."""
        if due and not any(one.is_there for one in due):
            self._work.failed.emit(PlaceMissing(place=due[0].place.path))
