"""What comes in and goes out: the password, files, lines of JSON."""

import getpass
import json
import os
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path
from tempfile import mkstemp

from privdesk.domain.errors import (
    FileNotWritten,
    FileTaken,
    OutputNotWritten,
    PasswordMissing,
    PasswordUnreadable,
)
from privdesk.domain.text import visible

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


def write(path: Path, content: bytes) -> None:
    """Write a file for its owner's eyes only, whole or not at all, over one that is there; a pipe just gets the bytes.

    Raises FileNotWritten.
    """
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(content)
            return
        handle, part = mkstemp(prefix=".privdesk.", dir=path.resolve().parent)  # 0600, whatever was there
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            Path(part).replace(path.resolve())
        except BaseException:
            Path(part).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise FileNotWritten(file=path.name) from error


@contextmanager
def new_file(path: Path, content: bytes) -> Iterator[Callable[[], object]]:
    """Write a file for its owner's eyes only, which gets its name when what is yielded is called, or leave nothing.

    What a kill has left without its name is written over the next time; what has the name already never is. Raises
    FileTaken or FileNotWritten.
    """
    part = path.with_name(f".{path.name}.part")
    try:
        if os.path.lexists(path):
            raise FileTaken(file=path.name)
        part.unlink(missing_ok=True)
        part.touch(0o600, exist_ok=False)
        part.write_bytes(content)
    except OSError as error:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise FileNotWritten(file=path.name) from error
    try:
        yield lambda: part.rename(path)
    except BaseException:
        (part if part.exists() else path).unlink()
        raise


def say(line: Mapping[str, object]) -> None:
    """One line of JSON on standard output; raises OutputNotWritten."""
    _put(json.dumps(line, ensure_ascii=False, default=_plain))


def tell(*cells: object) -> None:
    """One line of cells on standard output, what is invisible in them shown as codes; raises OutputNotWritten."""
    _put("\t".join(visible(str(cell)) for cell in cells))


def flush() -> None:
    """See that all that was said has arrived; raises OutputNotWritten."""
    with _arriving():
        if sys.stdout:
            sys.stdout.flush()


def give_up_output() -> None:
    """Let the interpreter not try at its end to write what could not be written."""
    if sys.stdout:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _put(line: str) -> None:
    with _arriving():
        print(line)


@contextmanager
def _arriving() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:  # who reads has enough
        raise
    except OSError as error:
        raise OutputNotWritten from error


def progress_told() -> Callable[[int, int], None] | None:
    """What tells on standard error how far a long job is; None where no terminal shows it."""
    return _tell if sys.stderr.isatty() else None


def _tell(done: int, rows: int) -> None:
    print(f"\r{done:,} / {rows:,}", end="\n" if done >= rows else "", file=sys.stderr, flush=True)


def _typed() -> str:
    return getpass.getpass() if sys.stdin.isatty() else sys.stdin.readline().rstrip("\r\n")


def _plain(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(type(value))
