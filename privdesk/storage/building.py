"""A new desk folder is built beside its place and renamed at the end, so that a kill leaves nothing half."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from privdesk.domain.errors import DeskExists, PlaceMissing
from privdesk.storage import connection, files, header, lockfile
from privdesk.storage.lockfile import Lock
from privdesk.storage.vault import BALLAST, DATA

_NAMES = "|".join(map(re.escape, (DATA, *header.COPIES, header.NEXT, lockfile.NAME, BALLAST)))
# with what SQLite, a migration, a rotation or an unfinished copy put beside them
_OWN = re.compile(rf"({_NAMES})([.-].*)?", re.DOTALL)


@contextmanager
def beside(folder: Path) -> Iterator[Path]:
    """The folder to build in; at the end it is `folder`, or nothing is left.

    Raises DeskExists, PlaceMissing, NetworkFolder, DeskInUse or what `files.told` raises.
    """
    building = folder.with_name(f".{folder.name}.new")
    with files.told(), connection.told():
        if not folder.parent.is_dir():
            raise PlaceMissing(place=str(folder.parent))
        files.need_local(folder.parent)
        if folder.exists() or folder.is_symlink():
            raise DeskExists(folder=folder.name)
        clear(building)
        try:
            files.make_folder(building)
        except FileExistsError as error:
            raise DeskExists(folder=building.name) from error
        try:
            yield building
            files.sync_folder(building)
            building.rename(folder)
        except BaseException:
            clear(building)
            raise
        files.sync_folder(folder.parent)


def clear(building: Path) -> None:
    """Remove what a killed building left; never anything but files that a desk is made of."""
    if not building.is_dir() or building.is_symlink():
        return
    Lock(building).release()
    for path in building.iterdir():
        if is_own(path.name):
            path.unlink()
    if not any(building.iterdir()):
        building.rmdir()


def is_own(name: str) -> bool:
    """Whether a file of this name in a desk's folder is a part of the desk."""
    return bool(_OWN.fullmatch(name))
