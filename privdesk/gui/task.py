"""One piece of work on its way through a lane: whole, or in parts between which other work comes."""

import time
from collections.abc import Callable, Generator
from dataclasses import dataclass, field
from inspect import isgeneratorfunction
from typing import Any, Protocol

from PySide6.QtCore import QObject
from shiboken6 import isValid

from privdesk.domain.errors import Cancelled, DeskError

_PROGRESS_EVERY = 0.05

MORE = object()
"""What a part answers behind which others follow."""

_UNDER_WAY: list["Task"] = []  # long work of all lanes


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
class Task:
    """What is to be done and who waits for the answer; `dropped` stops long work at its next step."""

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
    _parts: "Generator[tuple[int, int], None, Any] | None" = None
    _stopped: bool = False
    _told_at: float = 0.0

    def wanted(self) -> bool:
        """Whether somebody still waits for the answer."""
        return not self.dropped and isValid(self.owner)

    def run(self, desk: Changing, tell: Callable[[object], None]) -> object:
        """On a lane's thread: the answer, or MORE. `tell` takes the task and its progress, now and then."""
        if not (self.writes or self.wanted()):
            return None
        if self.long and self._parts is None:
            _UNDER_WAY.append(self)
        answer = None
        try:
            answer = self._next(tell) if isgeneratorfunction(self.work) else self._whole(tell)
            return answer
        finally:
            if self.long and answer is not MORE:
                _UNDER_WAY.remove(self)
            if self.writes:
                self.changes |= desk.take_changes()

    def let_go(self) -> None:
        """Do no further part; what was done so far is taken back when the desk is next opened."""
        _UNDER_WAY.remove(self)
        if self._parts is not None:
            self._parts.close()

    def _whole(self, tell: Callable[[object], None]) -> object:
        def step(done: int, total: int, text: str = "") -> None:
            if self.dropped:
                raise Cancelled
            self._say(tell, Progress(done, total, text))

        return self.work(*self.args, **({"progress": step} if self.long else {}))

    def _next(self, tell: Callable[[object], None]) -> object:
        if self._parts is None:
            self._parts = self.work(*self.args)
        stops, self._stopped = self.dropped and not self._stopped, self.dropped
        try:
            done, total = self._parts.throw(Cancelled()) if stops else next(self._parts)
        except StopIteration as end:
            return end.value
        self._say(tell, Progress(done, total, ""))
        return MORE

    def _say(self, tell: Callable[[object], None], progress: Progress) -> None:
        now = time.monotonic()
        if now - self._told_at >= _PROGRESS_EVERY:
            self._told_at = now
            tell((self, progress))


def is_held_up() -> bool:
    """Whether long work goes on, given up on a dead network for instance: what ends the process waits for it."""
    return bool(_UNDER_WAY)
