"""Notices that nobody is at the PC any more, that it slept, or that a sitting lasts too long; asks for the lock."""

import time
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal

MINUTES = 5
HOURS = 12  # a sitting, whatever is done in it (ASVS 5.0, 7.3)
WARNING = 30
_SIGNS_OF_LIFE = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
        QEvent.Type.InputMethod,
    }
)


class IdleWatch(QObject):
    """Counts the seconds without a key or a movement on two clocks; the wall clock also counts the time asleep.

    After `HOURS` keys help no more. `remaining` tells the seconds left, 0 where there is time again, and whether a key
    gives more. It listens for one sign of life a second and not to every event, since an event filter in Python costs
    time on each.
    """

    lock_wanted = Signal()
    remaining = Signal(int, bool)

    def __init__(
        self,
        app: QCoreApplication,
        seconds: int = MINUTES * 60,
        monotonic: Callable[[], float] = time.monotonic,
        wall: Callable[[], float] = time.time,
    ) -> None:
        super().__init__(app)
        self._app = app
        self._seconds = seconds
        self._clocks = (monotonic, wall)
        self._begun = self._last = self._now()
        self._warned = False
        self._timer = QTimer(self, interval=1000)
        self._timer.timeout.connect(self.check)

    def start(self, seconds: int | None = None) -> None:
        """Begin to count, with another number of seconds where one is given."""
        self._seconds = seconds or self._seconds
        self._alive()
        self._timer.start()

    def stop(self) -> None:
        """Count no more, as on the unlock page."""
        self._timer.stop()
        self._app.removeEventFilter(self)

    def check(self) -> None:
        """Look at both clocks: warn in the last half minute, ask for the lock at the end."""
        end = HOURS * 3600 - self._since(self._begun)
        left = min(self._seconds - self._since(self._last), end)
        if left <= 0:
            self.stop()
            self.lock_wanted.emit()
        elif left <= WARNING:
            self._warned = end > WARNING
            self.remaining.emit(round(left), self._warned)
        self._app.removeEventFilter(self)
        if self._timer.isActive():
            self._app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the first sign of life and listen again at the next look at the clocks."""
        if event.type() in _SIGNS_OF_LIFE:
            self._alive()
        return False

    def _alive(self) -> None:
        self._app.removeEventFilter(self)
        self._last = self._now()
        if self._warned:
            self._warned = False
            self.remaining.emit(0, True)
        if not self._timer.isActive():
            self._app.installEventFilter(self)

    def _now(self) -> tuple[float, float]:
        return self._clocks[0](), self._clocks[1]()

    def _since(self, then: tuple[float, float]) -> float:
        return max(now - past for now, past in zip(self._now(), then, strict=True))
