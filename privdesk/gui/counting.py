"""How many a query finds: as far as 10,000 at once, all of them a little later."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from privdesk.gui.background import Background

COUNTED_AT_ONCE = 10_000
# who types on, or filters on, waits for no exact count
_LATER = 300


class Counting(QObject):
    """Counts by `count(desk, query, up_to)`; `counted` with how many there are and whether that is exact."""

    counted = Signal(int, bool)

    def __init__(self, background: Background, count: Callable[..., int], parent: QObject) -> None:
        super().__init__(parent)
        self._background = background
        self._count = count
        self._query: object = None
        self._is_long = False
        self._later = QTimer(self, singleShot=True, interval=_LATER)
        self._later.timeout.connect(self._count_all)

    def begin(self, query: object) -> None:
        """Count what another query finds."""
        self._query = query
        self._is_long = False
        self._later.stop()
        self._background.read(self, self._count, query, COUNTED_AT_ONCE, then=self._take_some, key="count")

    def again(self, query: object) -> None:
        """Count after a change; what was long before is not counted as far as 10,000 first."""
        if self._is_long and self._query is not None:
            self._later.start()
        else:
            self.begin(query)

    def settle(self, count: int) -> None:
        """Tell how many there are where nothing has to be counted."""
        self._query = None
        self._later.stop()
        self.counted.emit(count, True)

    def _take_some(self, count: int) -> None:
        if self._query is None:
            return
        self._is_long = count >= COUNTED_AT_ONCE
        self.counted.emit(count, not self._is_long)
        if self._is_long:
            self._later.start()

    def _count_all(self) -> None:
        self._background.read(self, self._count, self._query, then=self._take_all, key="count")

    def _take_all(self, count: int) -> None:
        if self._query is not None:
            self.counted.emit(count, True)


def count_said(count: int, *, exact: bool) -> str:
    """How many there are, "10,000+" where it was counted no further."""
    return f"{count:,}" if exact else f"{COUNTED_AT_ONCE:,}+"
