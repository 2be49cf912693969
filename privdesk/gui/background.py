"""The road from a screen to the vault: operations run on threads of their own, answers come back to who asked.

Four lanes, each a thread with a queue: one writes, one reads, one does what needs no vault (parsing, drawing a PDF),
one what also needs none and takes minutes (a backup). What writes for long may do so in parts, and whatever waits to
be written meanwhile comes between two of them.
The tasks that wait are touched by the window's thread only; a lane merely looks at a task's `dropped` flag.
"""

import sys
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

from privdesk.domain.errors import Cancelled, DeskError
from privdesk.gui.task import MORE, Changing, Task
from privdesk.gui.task import Progress as Progress
from privdesk.gui.task import is_held_up as is_held_up
from privdesk.operations.done import Done

Answer = TypeVar("Answer")
_BESIDE = ("beside", "long-beside")
_LANES = ("vault-write", "vault-read", *_BESIDE)


class Background(QObject):
    """Runs operations beside the window: `operation(desk, *args)`, the answer to `then` in the window's thread."""

    done = Signal(object)
    failed = Signal(object)
    changed = Signal(object)
    busy = Signal(bool)
    progressed = Signal(object)
    finished = Signal()
    closing = Signal()
    stopped = Signal()
    _answered = Signal(object)
    _stepped = Signal(object)
    _ended = Signal(str)

    def __init__(self, desk: Changing, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._open: list[Task] = []
        self._told: Task | None = None  # the long work whose progress is told
        self._closing = self._stops_at_rest = False
        queued = Qt.ConnectionType.QueuedConnection
        self._answered.connect(self._take_answer, queued)
        self._stepped.connect(self._take_step, queued)
        self._ended.connect(self._lane_ended, queued)
        self._lanes = {name: ThreadPoolExecutor(1, thread_name_prefix=name) for name in _LANES}
        self._left = set(_LANES)

    def read(
        self,
        owner: QObject,
        operation: Callable[..., Answer],
        *args: object,
        then: Callable[[Answer], None],
        otherwise: Callable[[DeskError], None] | None = None,
        key: str = "",
    ) -> None:
        """Ask for `operation(desk, *args)`; a newer question of the same `key` replaces the owner's older one."""
        self._add("vault-read", Task(owner, operation, (self._desk, *args), then, otherwise, key=key))

    def write(
        self,
        owner: QObject,
        operation: Callable[..., Answer],
        *args: object,
        then: Callable[[Answer], None] | None = None,
        otherwise: Callable[[DeskError], None] | None = None,
        long: bool = False,
    ) -> None:
        """Do `operation(desk, *args)`; looks that are logged come here too.

        Long work gets `progress=` as well, a function (done, total, text) that raises Cancelled when the user stops it;
        or it is a generator that yields (done, total) wherever others may write, and Cancelled is thrown into it.
        `otherwise` takes an expected error in place of `failed`. An answer that is a `Done` goes to `done` as well.
        """
        self._add("vault-write", Task(owner, operation, (self._desk, *args), then, otherwise, writes=True, long=long))

    def beside(
        self,
        owner: QObject,
        work: Callable[..., Answer],
        *args: object,
        then: Callable[[Answer], None],
        otherwise: Callable[[DeskError], None] | None = None,
        key: str = "",
        long: bool = False,
    ) -> None:
        """Do `work(*args)`, which touches no connection of the vault, such as parsing a file or drawing a PDF.

        Long work gets `progress=` as in `write`, and holds up no short work.
        """
        lane = "long-beside" if long else "beside"
        self._add(lane, Task(owner, work, args, then, otherwise, key=key, long=long))

    def cancel(self) -> None:
        """Stop the long work whose progress is told: it rolls back at its next step."""
        for task in self._open:
            if task.long and self._told in (None, task):
                task.dropped = True

    def stop(self, *, roll_back: bool = False) -> None:
        """Take nothing more; saves that wait are still done, questions are dropped; `stopped` tells the end.

        `closing` is told just before, so that what was typed can still be kept. Long work runs to its end before that,
        with all that it leads to; with `roll_back` it is cancelled, also where its end is waited for already.
        """
        self._stops_at_rest = not roll_back and any(task.long for task in self._open)
        for task in self._open:
            task.dropped = task.dropped or (roll_back and task.long)
        if self._closing or self._stops_at_rest:
            return
        self.closing.emit()
        self._closing = True
        for task in self._open:
            task.dropped = task.dropped or not task.writes
        for name, lane in self._lanes.items():
            lane.submit(self._ended.emit, name)
            lane.shutdown(wait=False)

    def give_up(self) -> None:
        """After `stop`, wait no longer for what touches no connection of the vault: a dead network never answers."""
        for name in self._left & {*_BESIDE}:
            del self._lanes[name]
            self._lane_ended(name)

    def wait(self) -> None:
        """After `stop`, wait until the threads have ended; for the end of the program only."""
        for lane in self._lanes.values():
            lane.shutdown(wait=True)

    def _add(self, lane: str, task: Task) -> None:
        if self._closing:
            return
        for older in self._open:
            if task.key and (older.key, older.owner) == (task.key, task.owner):
                older.dropped = True
        self._open.append(task)
        if len(self._open) == 1:
            self.busy.emit(True)
        self._submit(lane, task)

    def _submit(self, lane: str, task: Task) -> None:
        running = self._lanes[lane].submit(task.run, self._desk, self._stepped.emit)
        running.add_done_callback(partial(self._send_home, lane, task))

    def _send_home(self, lane: str, task: Task, future: "Future[object]") -> None:
        """On the lane's thread; what was given up on has nobody to tell."""
        if future.exception() is None and future.result() is MORE:
            try:
                self._submit(lane, task)  # behind what waits by now
                return
            except (RuntimeError, KeyError):  # the lane was shut meanwhile
                task.let_go()
                future = Future()
                future.set_exception(Cancelled())
        if isValid(self):
            self._answered.emit((task, future))

    def _take_step(self, stepped: tuple[Task, Progress]) -> None:
        task, progress = stepped
        if self._told is None and task in self._open:
            self._told = task
        if self._told is task:
            self.progressed.emit(progress)

    def _take_answer(self, answered: "tuple[Task, Future[object]]") -> None:
        task, future = answered
        self._open.remove(task)
        if (error := future.exception()) is not None:
            self._take_error(task, error)
        else:
            answer = future.result()
            if task.then is not None and task.wanted():
                task.then(answer)
            if isinstance(answer, Done):
                self.done.emit(answer)
        if task.changes:
            self.changed.emit(task.changes)
        if task.long and self._told in (None, task):
            self._told = None
            self.finished.emit()
        if not self._open:
            self.busy.emit(False)
            if self._stops_at_rest:
                self.stop()

    def _take_error(self, task: Task, error: BaseException) -> None:
        if not isinstance(error, DeskError):
            sys.excepthook(type(error), error, error.__traceback__)
        elif task.otherwise is not None and isValid(task.owner):
            task.otherwise(error)
        elif task.writes or task.wanted():
            self.failed.emit(error)

    def _lane_ended(self, name: str) -> None:
        if name in self._left:
            self._left.remove(name)
            if not self._left:
                self.stopped.emit()
