"""What comes in and goes out: the password, files, lines of JSON."""

import getpass
import json
import os
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from privdesk.domain.errors import FileNotWritten, FileTaken, FileUnreadable, PasswordMissing, PasswordUnreadable

PASSWORD = "PRIVDESK_PASSWORD"  # noqa: S105  # the name of the variable


def password() -> str:
    """The password from the environment, else from standard input; typed unseen at a terminal.

    Raises PasswordMissing or PasswordUnreadable.
    """
    try:
        found = os.environ.get(PASSWORD) or _typed()
        found.encode()
    except UnicodeError as error:
        raise PasswordUnreadable from error
    if not found:
        raise PasswordMissing
    return found


def read(path: Path) -> bytes:
    """The bytes of a file.

    Raises FileUnreadable.
    """
    try:
        return path.read_bytes()
    except OSError as error:
        raise FileUnreadable(file=path.name) from error


def write(path: Path, content: bytes) -> None:
    """Write a file for its owner's eyes only, over one that is there.

    Raises FileNotWritten.
    """
    try:
        path.touch(0o600)
        path.write_bytes(content)
    except OSError as error:
        raise FileNotWritten(file=path.name) from error


def write_new(path: Path, content: bytes) -> None:
    """Write a file as `write` does, but never over one that is there.

    Raises FileTaken or FileNotWritten.
    """
    try:
        path.touch(0o600, exist_ok=False)
    except FileExistsError as error:
        raise FileTaken(file=path.name) from error
    except OSError as error:
        raise FileNotWritten(file=path.name) from error
    write(path, content)


def say(line: Mapping[str, object]) -> None:
    """One line of JSON on standard output."""
    print(json.dumps(line, ensure_ascii=False, default=_plain))


def _typed() -> str:
    return getpass.getpass() if sys.stdin.isatty() else sys.stdin.readline().rstrip("\r\n")


def _plain(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(type(value))
