"""Notices that nobody is at the PC any more, or that it slept, and asks for the lock."""

import time
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal

MINUTES = 5
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

    It listens for one sign of life a second and not to every event, since an event filter in Python costs time on each.
    """

    lock_wanted = Signal()
    remaining = Signal(int)

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
        self._last = (0.0, 0.0)
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
        idle = max(clock() - last for clock, last in zip(self._clocks, self._last, strict=True))
        left = self._seconds - idle
        if left <= 0:
            self.stop()
            self.lock_wanted.emit()
        elif left <= WARNING:
            self._warned = True
            self.remaining.emit(round(left))
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
        self._last = (self._clocks[0](), self._clocks[1]())
        if self._warned:
            self._warned = False
            self.remaining.emit(0)
        if not self._timer.isActive():
            self._app.installEventFilter(self)
