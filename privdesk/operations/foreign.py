"""Files that others made, on their way in."""

from pathlib import Path
from typing import BinaryIO

from privdesk.intake.tables import SIZE_LIMIT
from privdesk.storage import given


def opened(path: Path) -> BinaryIO:
    """An ordinary file, to be read apart; raises FileUnreadable."""
    return given.opened(path)


def read(path: Path) -> bytes:
    """The bytes of an ordinary file, of any kind that is taken in; raises FileUnreadable or FileTooLarge."""
    return given.read(path, SIZE_LIMIT)
