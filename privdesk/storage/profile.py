"""Notes about desks in the user's profile folder, outside of the desks: one small file for each kind and desk."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from privdesk.domain.errors import NotPlain, ProfileClosed, ReadOnlyFolder
from privdesk.storage import files

_MOST_BYTES = 1024 * 1024


@contextmanager
def _reached(profile: Path) -> Iterator[None]:
    try:
        with files.told():
            yield
    except (ReadOnlyFolder, NotPlain, NotADirectoryError, FileExistsError) as error:
        raise ProfileClosed(folder=str(profile)) from error


def need_place(profile: Path, kind: str) -> None:
    """Raise ProfileClosed unless notes can be kept; what is missing of the folder is made."""
    with _reached(profile):
        (profile / kind).mkdir(files.FOLDER_MODE, parents=True, exist_ok=True)
        if not os.access(profile / kind, os.R_OK | os.W_OK | os.X_OK):
            raise ProfileClosed(folder=str(profile))


def read(profile: Path, kind: str, desk: str) -> bytes | None:
    """The note, None if there is none; raises ProfileClosed."""
    with _reached(profile):
        try:
            with os.fdopen(files.plain(profile / kind / desk, os.O_RDONLY), "rb") as file:
                return file.read(_MOST_BYTES)
        except FileNotFoundError:
            return None


def write(profile: Path, kind: str, desk: str, content: bytes) -> None:
    """Put a note in the place of the one before; raises ProfileClosed, DiskFull or DiskTrouble."""
    need_place(profile, kind)
    with _reached(profile):
        files.replace(profile / kind / desk, content)


def overwrite(profile: Path, kind: str, desk: str, content: bytes) -> None:
    """Write over the note before, one of the same length, without waiting for the disk.

    It outlives a killed program, but perhaps no power cut. Raises as `write`.
    """
    with _reached(profile):
        try:
            handle = files.plain(profile / kind / desk, os.O_WRONLY)
        except FileNotFoundError:
            write(profile, kind, desk, content)
            return
        try:
            os.write(handle, content)
        finally:
            os.close(handle)


def forget(profile: Path, kind: str, desk: str) -> None:
    """Drop a note; raises ProfileClosed."""
    with _reached(profile):
        (profile / kind / desk).unlink(missing_ok=True)
