"""Takes pictures of every screen of an open desk: for the README, and to look at what was built."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from privdesk.gui.background import Background

_TICK = 30
_QUIET_TICKS = 4


@dataclass(frozen=True)
class Shot:
    """A picture: its file name without ending, and what brings the screen into the state to be seen."""

    name: str
    prepare: Callable[[], None]


class Pictures(QObject):
    """Prepares shot after shot, waits until nothing is read any more, and keeps what `widget` shows then."""

    finished = Signal()

    def __init__(self, widget: QWidget, background: Background | None, folder: Path, shots: Iterable[Shot]) -> None:
        super().__init__(widget)
        self._widget = widget
        self._folder = folder
        self._shots: Iterator[Shot] = iter(shots)
        self._shot: Shot | None = None
        self._busy = False
        self._quiet = 0
        self._timer = QTimer(self, interval=_TICK)
        self._timer.timeout.connect(self._look)
        if background:
            background.busy.connect(self._take_busy)

    def start(self) -> None:
        """Begin; `finished` tells the end."""
        self._folder.mkdir(parents=True, exist_ok=True)
        self._next()
        self._timer.start()

    def _next(self) -> None:
        self._shot = next(self._shots, None)
        self._quiet = 0
        if self._shot:
            self._shot.prepare()
        else:
            self._timer.stop()
            self.finished.emit()

    def _take_busy(self, busy: bool) -> None:
        self._busy = busy

    def _look(self) -> None:
        self._quiet = 0 if self._busy else self._quiet + 1
        if self._quiet >= _QUIET_TICKS and self._shot:
            self._widget.grab().save(str(self._folder / f"{self._shot.name}.png"))
            self._next()
