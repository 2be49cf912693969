"""The way of a fault out of what Qt calls: to whoever tells of bugs, never on through Qt.

PySide 6.12 on Python 3.11 falls over an exception that C raised inside an override (an OverflowError of a date, say)
and takes the process with it.
"""

import sys
from types import TracebackType


class Faults:
    """Used as `with Faults():`; tells `sys.excepthook` of a fault inside, and goes on behind the block."""

    def __enter__(self) -> None:
        """Nothing to prepare."""

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool:
        """Tell of a fault; what is no fault, such as an interrupt, passes."""
        if kind is None or error is None or not isinstance(error, Exception):
            return False
        sys.excepthook(kind, error, trace)
        return True
