"""Work that is killed (kill -9) at random points: nothing acknowledged is lost, nothing is left half.

An act counts as acknowledged once its operation has returned. Afterwards the desk is opened; it must know of every
acknowledged act and of one more at most, and look exactly as after so many; file and log are proven from end to end.
Every tenth time the user opens it by his password as well.
"""

from collections.abc import Iterator
from pathlib import Path

from torture.figure import Figure
from torture.killed.acts import Imports, Letters, Saves
from torture.killed.changes import Backups, Migrations, Rotations
from torture.killed.trial import Trial

_WORKS = (Saves(), Imports(), Letters(), Rotations(), Backups(), Migrations())


def figures(folder: Path) -> Iterator[Figure]:
    """Each kind of work in turn."""
    for work in _WORKS:
        yield Trial(work, folder / type(work).__name__).figure()
