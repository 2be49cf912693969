"""How long a screen waits for opening a customer and for saving one while an import of 100,000 rows runs.

Both go the road of the window, on the lane that writes; the baseline is the same road without an import. What counts is
the longest wait.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from functools import partial
from itertools import count
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QCoreApplication, QEventLoop, QObject, QTimer

from bench.harness import Comparison
from bench.people import made_desk, table
from privdesk.domain.batch import BatchKind
from privdesk.domain.person import NewPerson, Profile, profile
from privdesk.gui.background import Background
from privdesk.operations import batches, people
from privdesk.operations.desk import Desk
from privdesk.operations.sifting import opened

ROWS = int(os.environ.get("PRIVDESK_ROWS", "100000"))
Asked = tuple[Callable[..., object], tuple[object, ...]]
_LONGEST = 0.1
_EVERY_MS = 40
_ALONE_MS = 5_000


class _Screen(QObject):
    """Asks for the same again and again, one at a time, and notes the longest wait."""

    def __init__(self, background: Background, ask: Callable[[int], Asked]) -> None:
        super().__init__()
        self.longest = 0.0
        self._background = background
        self._ask = ask
        self._asked_at: float | None = None
        self._count = 0
        timer = QTimer(self, interval=_EVERY_MS)
        timer.timeout.connect(self._go)
        timer.start()

    def _go(self) -> None:
        if self._asked_at is None:
            self._asked_at = perf_counter()
            operation, args = self._ask(self._count)
            self._count += 1
            self._background.write(self, operation, *args, then=self._take)

    def _take(self, _answer: object) -> None:
        assert self._asked_at is not None
        self.longest = max(self.longest, perf_counter() - self._asked_at)
        self._asked_at = None


def waits(folder: Path, ask: Callable[[int], Asked], rows: int) -> float:
    """The longest wait while so many rows are imported; with none, in some seconds of quiet."""
    desk = made_desk(folder)
    with closing(desk.vault):
        people.add(desk, NewPerson(Profile(name="見本 花子", number="K1")))
        background, loop = Background(desk), QEventLoop()
        background.stopped.connect(loop.quit)
        screen = _Screen(background, ask)
        if rows:
            fields = desk.reference.fields[BatchKind.PEOPLE]
            source = opened(table(rows), BatchKind.PEOPLE, fields, None, count=True)
            background.write(screen, batches.people_parts, source, then=lambda _: background.stop(), long=True)
        else:
            QTimer.singleShot(_ALONE_MS, background.stop)
        loop.exec()
        background.wait()
    return screen.longest


def look(_count: int) -> Asked:
    """Open the record."""
    return people.open_person, (1,)


def save(count: int) -> Asked:
    """Change its notes."""
    return _save, (f"{count} 回目の電話",)


def _save(desk: Desk, notes: str) -> None:
    found = people.open_person(desk, 1).person
    people.edit(desk, 1, found.version, replace(profile(found), notes=notes))


def comparisons(folder: Path) -> Iterator[Comparison]:
    """The longest wait of each, once: an import of so many rows is many rounds by itself."""
    app = QCoreApplication.instance() or QCoreApplication([])
    numbers = count()

    def longest(ask: Callable[[int], Asked], rows: int) -> float:
        return waits(folder / f"{next(numbers)}.privdesk", ask, rows)

    for name, ask in (("open", look), ("save", save)):
        yield Comparison(
            f"longest wait: {name}",
            partial(longest, ask, ROWS),
            partial(longest, ask, 0),
            goal=0,
            rounds=1,
            enough=_LONGEST,
        )
    del app
