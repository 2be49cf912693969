"""Makes backups beside the work: the log first, then the minutes of copying on a lane of its own, then the register."""

from collections.abc import Iterable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from privdesk.domain.errors import Cancelled, DeskError, PlaceMissing
from privdesk.gui.background import Background
from privdesk.operations import backups
from privdesk.operations.backups import Backup, Overview, PlaceNow
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
        self._cancelled = False
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
        self.running, self._cancelled = True, False
        self._next()

    def cancel(self) -> None:
        """Make no more, and stop what is being made."""
        self._cancelled = True
        self._work.cancel()

    def _next(self) -> None:
        if not self._folders or self._cancelled:
            self.running = False
            self.ended.emit()
            return
        folder = self._folders.pop(0)
        make, fail = partial(self._make, folder), partial(self._fail, folder)
        self._work.write(self, backups.begin, folder, then=lambda _begun: make(), otherwise=fail)

    def _make(self, folder: Path) -> None:
        if self._cancelled:
            self._fail(folder, Cancelled())
            return
        enter, fail = partial(self._enter, folder), partial(self._fail, folder)
        self._work.beside(self, backups.make, self._desk, folder, then=enter, otherwise=fail, long=True)

    def _enter(self, folder: Path, made: Backup) -> None:
        fail = partial(self._fail, folder)
        self._work.write(self, backups.enter, made, then=lambda _done: self._next(), otherwise=fail)

    def _fail(self, folder: Path, error: DeskError) -> None:
        """Say why, and keep it for the next sitting; what the vault cannot keep is said only."""
        if isinstance(error, Cancelled):
            self._folders.clear()
        else:
            self._work.failed.emit(error)
        self._work.write(
            self,
            backups.note_failure,
            folder,
            error,
            then=lambda _noted: self._next(),
            otherwise=lambda _error: self._next(),
        )


class Schedule(QObject):
    """Looks now and then whether the plan wants a backup while the desk is open, and makes it."""

    def __init__(self, work: Background, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self._desk = desk
        self._run = BackupRun(work, desk, self)
        self._timer = QTimer(self, interval=_FIRST)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        work.read(self, backups.overview, then=self._remind, key="missing")

    def look(self) -> None:
        """Make what is due by now, unless that is under way."""
        self._timer.setInterval(_AGAIN)
        if not self._run.running:
            self._work.read(self, backups.due, then=self._run.start, key="due")

    def _remind(self, found: Overview) -> None:
        """What the last lock could not do, since it waits for nobody, is said now."""
        if found.troubles:
            self._work.failed.emit(found.troubles[0])
            return
        due = [one for one in found.places if one.due and one.due <= self._desk.now]
        if due and not any(one.is_there for one in due):
            self._work.failed.emit(PlaceMissing(place=due[0].place.path))
