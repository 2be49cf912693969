"""Collects what Python can free only by looking for cycles, and does so in the window's thread alone."""

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 2000


class Collector(QObject):
    """Takes Python's collector over from chance.

    Left alone it runs on whichever thread makes the next object. A widget that dies on a lane of the road leaves its
    timers behind, and the next of them ends the program.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def collect(self) -> None:
        """Free the youngest that are full, as Python itself would have done by now."""
        due = [
            place
            for place, (held, full) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True))
            if held > full
        ]
        if due:
            gc.collect(due[-1])
