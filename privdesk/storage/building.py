"""A new desk folder is built beside its place and renamed at the end, so that a kill leaves nothing half."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from privdesk.domain.errors import DeskExists
from privdesk.storage import connection, files, header, lockfile
from privdesk.storage.lockfile import Lock
from privdesk.storage.vault import BALLAST, DATA

OWN = (DATA, *header.COPIES, header.NEXT, lockfile.NAME, BALLAST)


@contextmanager
def beside(folder: Path) -> Iterator[Path]:
    """The folder to build in; at the end it is `folder`, or nothing is left.

    Raises DeskExists, DeskInUse, ReadOnlyFolder, DiskFull or DiskTrouble.
    """
    if folder.exists():
        raise DeskExists(folder=folder.name)
    building = folder.with_name(f".{folder.name}.new")
    with files.told(), connection.told():
        clear(building)
        files.make_folder(building)
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
    if not building.is_dir():
        return
    Lock(building).release()
    for path in building.iterdir():
        if path.name.startswith(OWN):
            path.unlink()
    building.rmdir()
