"""Opens files that a user names: ordinary ones only, because a pipe would wait and a device has no end."""

import os
import stat
from pathlib import Path
from typing import BinaryIO

from privdesk.domain.errors import FileTooLarge, FileUnreadable

_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


def opened(path: Path) -> BinaryIO:
    """The file, through a link too; raises FileUnreadable."""
    try:
        handle = os.open(path, _FLAGS)
    except (OSError, ValueError) as error:
        raise FileUnreadable(file=path.name) from error
    if stat.S_ISREG(os.fstat(handle).st_mode):
        return os.fdopen(handle, "rb")
    os.close(handle)
    raise FileUnreadable(file=path.name)


def read(path: Path, most: int) -> bytes:
    """Its bytes, of which there are at most so many; raises FileUnreadable or FileTooLarge."""
    with opened(path) as file:
        try:
            size = os.fstat(file.fileno()).st_size
            content = file.read(most + 1) if size <= most else b""
        except OSError as error:
            raise FileUnreadable(file=path.name) from error
    if max(size, len(content)) > most:
        raise FileTooLarge(size=max(size, len(content)) >> 20, most=most >> 20)
    return content
