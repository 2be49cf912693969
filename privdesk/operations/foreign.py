"""Files that others made, on their way in."""

from pathlib import Path

from privdesk.intake.tables import SIZE_LIMIT
from privdesk.storage import given


def read(path: Path) -> bytes:
    """The bytes of an ordinary file, of any kind that is taken in; raises FileUnreadable or FileTooLarge."""
    return given.read(path, SIZE_LIMIT)
