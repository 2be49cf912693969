"""The lock that keeps a second program out of a desk and tells it who is inside; a killed program lets go by itself."""

import json
import os
import platform
import sys
from datetime import datetime
from pathlib import Path

from privdesk.domain.errors import DeskInUse
from privdesk.domain.office import ZONE
from privdesk.storage import files

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

NAME = "lock"
_MOST_TEXT = 1000
# Windows locks bytes for good; this one lies behind the text, so that others can read it
_LOCKED_BYTE = 1 << 30


class Lock:
    """A held lock; `release` or the end of the process gives it back."""

    def __init__(self, folder: Path) -> None:
        """Take the lock of the desk in `folder`.

        Raises DeskInUse with the holder's name, ReadOnlyFolder or NotPlain.
        """
        path = folder / NAME
        with files.told():
            self._handle = files.plain(path, os.O_RDWR | os.O_CREAT)
        self._is_named = False
        if not _is_taken(self._handle):
            try:
                raise DeskInUse(**_holder(self._handle))
            finally:
                os.close(self._handle)

    def name_holder(self, login: str) -> None:
        """Write down for others who works here, on which PC and since when."""
        since = datetime.now(ZONE).strftime("%Y-%m-%d %H:%M")
        text = json.dumps({"login": login, "pc": platform.node(), "since": since}, ensure_ascii=False)
        self._is_named = True
        self._write(text.encode("utf-8", "replace")[:_MOST_TEXT])

    def release(self) -> None:
        """Give the lock back and forget the name; a lock that was never named leaves the file as it was."""
        if self._handle < 0:
            return
        try:
            if self._is_named:
                self._write(b"")
        finally:
            os.close(self._handle)
            self._handle = -1

    def _write(self, text: bytes) -> None:
        with files.told():
            os.ftruncate(self._handle, 0)
            os.lseek(self._handle, 0, os.SEEK_SET)
            os.write(self._handle, text)


def _is_taken(handle: int) -> bool:
    """Lock the open file, not the process: also a second opening inside this program is kept out."""
    try:
        if sys.platform == "win32":
            os.lseek(handle, _LOCKED_BYTE, os.SEEK_SET)
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True


def _holder(handle: int) -> dict[str, str]:
    os.lseek(handle, 0, os.SEEK_SET)
    try:
        told = json.loads(os.read(handle, _MOST_TEXT))
    except ValueError:
        told = {}
    return {name: str(told.get(name) or "?") if isinstance(told, dict) else "?" for name in ("login", "pc", "since")}
