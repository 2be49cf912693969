"""The road from a screen to the vault: operations run on threads of their own, answers come back to who asked.

Four lanes, each a thread with a queue: one writes, one reads, one does what needs no vault (parsing, drawing a PDF),
one what also needs none and takes minutes (a backup).
The tasks that wait are touched by the window's thread only; a lane merely looks at a task's `dropped` flag.
"""

import sys
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Protocol, TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

from privdesk.domain.errors import Cancelled, DeskError
from privdesk.operations.done import Done

Answer = TypeVar("Answer")
_PROGRESS_EVERY = 0.05
_BESIDE = ("beside", "long-beside")
_LANES = ("vault-write", "vault-read", *_BESIDE)


class Changing(Protocol):
    """What background needs of a desk: which nouns the last operations changed."""

    def take_changes(self) -> frozenset[str]:
        """The nouns changed since this was last asked."""
        ...


@dataclass(frozen=True)
class Progress:
    """How far long work is; `total` is 0 where nobody knows."""

    done: int
    total: int
    text: str


@dataclass(eq=False)
class _Task:
    owner: QObject
    work: Callable[..., Any]
    args: tuple[object, ...]
    then: Callable[[Any], None] | None
    otherwise: Callable[[DeskError], None] | None
    writes: bool = False
    long: bool = False
    key: str = ""
    dropped: bool = False
    changes: frozenset[str] = field(default_factory=frozenset)

    def wanted(self) -> bool:
        """Whether somebody still waits for the answer."""
        return not self.dropped and isValid(self.owner)


_UNDER_WAY: list[_Task] = []  # long work of all lanes


def is_held_up() -> bool:
    """Whether long work goes on, given up on a dead network for instance: what ends the process waits for it."""
    return bool(_UNDER_WAY)


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
        self._open: list[_Task] = []
        self._told: _Task | None = None  # the long work whose progress is told
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
        self._add("vault-read", _Task(owner, operation, (self._desk, *args), then, otherwise, key=key))

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

        Long work gets `progress=` as well, a function (done, total, text) that raises Cancelled when the user stops it.
        `otherwise` takes an expected error in place of `failed`. An answer that is a `Done` goes to `done` as well.
        """
        self._add("vault-write", _Task(owner, operation, (self._desk, *args), then, otherwise, writes=True, long=long))

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
        self._add(lane, _Task(owner, work, args, then, otherwise, key=key, long=long))

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

    def _add(self, lane: str, task: _Task) -> None:
        if self._closing:
            return
        for older in self._open:
            if task.key and (older.key, older.owner) == (task.key, task.owner):
                older.dropped = True
        self._open.append(task)
        if len(self._open) == 1:
            self.busy.emit(True)
        self._lanes[lane].submit(self._run, task).add_done_callback(partial(self._send_home, task))

    def _run(self, task: _Task) -> object:
        """On the lane's thread."""
        if not (task.writes or task.wanted()):
            return None
        extra = {"progress": _steps(task, self._stepped.emit)} if task.long else {}
        if task.long:
            _UNDER_WAY.append(task)
        try:
            return task.work(*task.args, **extra)
        finally:
            if task.long:
                _UNDER_WAY.remove(task)
            if task.writes:
                task.changes = self._desk.take_changes()

    def _send_home(self, task: _Task, future: "Future[object]") -> None:
        """On the lane's thread; what was given up on has nobody to tell."""
        if isValid(self):
            self._answered.emit((task, future))

    def _take_step(self, stepped: tuple[_Task, Progress]) -> None:
        task, progress = stepped
        if self._told is None and task in self._open:
            self._told = task
        if self._told is task:
            self.progressed.emit(progress)

    def _take_answer(self, answered: "tuple[_Task, Future[object]]") -> None:
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

    def _take_error(self, task: _Task, error: BaseException) -> None:
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


def _steps(task: _Task, tell: Callable[[object], None]) -> Callable[..., None]:
    last = 0.0

    def step(done: int, total: int, text: str = "") -> None:
        nonlocal last
        if task.dropped:
            raise Cancelled
        now = time.monotonic()
        if now - last >= _PROGRESS_EVERY:
            last = now
            tell((task, Progress(done, total, text)))

    return step
