"""Files of a desk: for the owner only, replaced whole or not at all, and on the disk before anything relies on them.

Whoever can write to the folder may have put something else in a file's place: what is opened here is an ordinary file,
never what a link points to, a folder or a pipe, which would wait for ever.
"""

import ctypes
import errno
import os
import stat
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from privdesk.domain.errors import (
    DeskError,
    DiskFull,
    DiskTrouble,
    NameTooLong,
    NetworkFolder,
    NotPlain,
    ReadOnlyFolder,
)
from privdesk.domain.placing import is_network, mounted_as

FOLDER_MODE = 0o700
FILE_MODE = 0o600
_TROUBLES: dict[int, type[DeskError]] = {
    errno.ENOSPC: DiskFull,
    errno.EDQUOT: DiskFull,
    errno.EFBIG: DiskFull,
    errno.EROFS: ReadOnlyFolder,
    errno.EIO: DiskTrouble,
    errno.ENAMETOOLONG: NameTooLong,
    errno.EISDIR: NotPlain,
    errno.ELOOP: NotPlain,
}
_MOUNTS = Path("/proc/self/mounts")
_DRIVE_REMOTE = 4
_DENIED = (errno.EACCES, errno.EPERM)
_PLAIN = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
# a virus scanner may hold a new file open for a moment
_REPLACE_TRIES = 10 if sys.platform == "win32" else 1
_REPLACE_WAIT_S = 0.2
_PATIENCE_S = 3.0
_CHUNK = bytes(1024 * 1024)


@contextmanager
def told(denied: type[DeskError] = ReadOnlyFolder) -> Iterator[None]:
    """Turn what the disk does to us into its sentence; anything else flies on.

    Raises DiskFull, DiskTrouble, NameTooLong, NotPlain or ReadOnlyFolder, and `denied` where a right is missing.
    """
    try:
        yield
    except OSError as error:
        trouble = denied if error.errno in _DENIED else _TROUBLES.get(error.errno or 0)
        if trouble is None:
            raise
        raise trouble(file=Path(str(error.filename2 or error.filename)).name) from error


def plain(path: Path, flags: int) -> int:
    """Open an ordinary file, never what a link points to; raises NotPlain for anything else, else what the disk does.

    A pipe must not make us wait, so that it is opened without, and looked at before anything is done with it. What has
    a second name elsewhere is not opened for writing: that would change somebody's other file.
    """
    with suppress(FileNotFoundError):
        need_plain(path)  # on Windows opening tells less
    handle = os.open(path, flags | _PLAIN, FILE_MODE)
    found = os.fstat(handle)
    if stat.S_ISREG(found.st_mode) and (found.st_nlink <= 1 or not flags & (os.O_WRONLY | os.O_RDWR)):
        return handle
    os.close(handle)
    raise NotPlain(file=path.name)


def need_plain(path: Path) -> None:
    """Raise NotPlain unless an ordinary file lies there, or FileNotFoundError."""
    if not stat.S_ISREG(path.lstat().st_mode):
        raise NotPlain(file=path.name)


def make_folder(path: Path) -> None:
    """A new folder that only its owner can enter; raises FileExistsError if it is there."""
    path.mkdir(FOLDER_MODE)
    path.chmod(FOLDER_MODE)


def make_file(path: Path) -> int:
    """A new empty file that only its owner can read, open for writing; raises FileExistsError if it is there."""
    return os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0), FILE_MODE)


def replace(path: Path, content: bytes) -> None:
    """Write `content` so that after a kill or a power cut `path` holds the old or the new bytes, never a mixture."""
    fresh = _unfinished(path)
    fresh.unlink(missing_ok=True)
    try:
        with os.fdopen(make_file(fresh), "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        move(fresh, path)
    except OSError:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)
        raise


def drop_unfinished(path: Path) -> None:
    """Remove what a kill has left of a `replace`."""
    _unfinished(path).unlink(missing_ok=True)


def move(fresh: Path, path: Path) -> None:
    """Put a finished file, which is on the disk already, in the place of another one, for good."""
    _renamed(fresh, path)
    sync_folder(path.parent)


def sync_file(path: Path) -> None:
    """Wait until the file's bytes are on the disk."""
    handle = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0))
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_folder(path: Path) -> None:
    """Wait until the folder's list of names is on the disk; Windows does that by itself."""
    if sys.platform == "win32":
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def drop_cached(path: Path) -> None:
    """Where the system can, make it read this file from the medium the next time, and not from memory."""
    if hasattr(os, "posix_fadvise"):
        with path.open("rb") as file:
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def answers(folder: Path, patience: float = _PATIENCE_S) -> bool:
    """Whether a folder is there and answers within `patience` seconds; a network that has gone can take for ever."""
    found: list[bool] = []
    # nobody waits for this thread, not even the end of the program
    asking = threading.Thread(target=lambda: found.append(folder.is_dir()), daemon=True)
    asking.start()
    asking.join(patience)
    return found == [True]


def same_disk(one: Path, other: Path) -> bool:
    """Whether both lie in one file system, so that one broken disk takes both; a partition beside is not told apart."""
    return one.stat().st_dev == other.stat().st_dev


def need_local(folder: Path) -> None:
    """Raise NetworkFolder for a folder on another computer, as far as Windows and Linux tell."""
    place = str(folder.resolve())
    kind = ""
    if sys.platform == "win32":
        kind = "smbfs" if ctypes.windll.kernel32.GetDriveTypeW(folder.resolve().anchor) == _DRIVE_REMOTE else ""
    elif _MOUNTS.exists():
        kind = mounted_as(place, _MOUNTS.read_text("utf-8", "replace"))
    if is_network(place, kind):
        raise NetworkFolder


def need_writable(folder: Path, is_own: Callable[[str], bool]) -> None:
    """Raise ReadOnlyFolder unless the folder and its own files can be written, NotPlain for what is no file.

    `is_own` tells by its name what a desk is made of. Raises NetworkFolder, too. Changes nothing.
    """
    need_local(folder)
    if not os.access(folder, os.W_OK | os.X_OK, effective_ids=os.access in os.supports_effective_ids):
        raise ReadOnlyFolder
    with told():
        for path in folder.iterdir():
            if is_own(path.name):
                os.close(plain(path, os.O_RDWR))


def tighten(folder: Path) -> None:
    """Take from all others the rights that a copied folder may have given them."""
    folder.chmod(FOLDER_MODE)
    for path in folder.iterdir():
        if path.is_file() and not path.is_symlink():
            path.chmod(FILE_MODE)


def make_ballast(path: Path, size: int) -> None:
    """Keep `size` bytes of the disk in reserve; on a disk that is full already there is nothing to reserve."""
    try:
        with os.fdopen(make_file(path), "wb") as file:
            for _ in range(size // len(_CHUNK)):
                file.write(_CHUNK)
            file.write(bytes(size % len(_CHUNK)))
    except FileExistsError:
        return
    except OSError as error:
        path.unlink(missing_ok=True)
        if _TROUBLES.get(error.errno or 0) is not DiskFull:
            raise


def _unfinished(path: Path) -> Path:
    return path.with_name(f"{path.name}.tmp")


def _renamed(fresh: Path, path: Path) -> None:
    for left in reversed(range(_REPLACE_TRIES)):
        try:
            fresh.replace(path)
        except PermissionError:
            if not left:
                raise
            time.sleep(_REPLACE_WAIT_S)
        else:
            return
