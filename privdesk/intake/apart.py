"""Reads foreign files in a process of its own: a fault in the reading can neither reach the desk nor hold it up.

That process is this program again. It gets the file and an empty environment, has limits of memory and time, opens no
file and calls nobody; what it answers are frames of data, checked against their types.
"""

import codecs
import ctypes
import os
import subprocess
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Event, Semaphore, Thread
from typing import Any, BinaryIO
from weakref import finalize

from privdesk.intake.charset import CHARSETS

if sys.platform != "win32":
    import resource

# the clock on the wall also counts what others do on this PC
_PATIENCE_S = 60
# frames that are read ahead, and how many bytes one may have
_AHEAD, _FRAME = 4, 64 * 2**20
_LENGTH = 4
# of the table of audit events in the documentation of Python, what an error that ends the process comes by, and what
# the packed program causes, where PySide stands in for `__import__`; reading causes none else
_ALLOWED = frozenset({"sys.excepthook", "sys.unraisablehook", "sys._getframe"})
# numbers of Linux, the same on every processor; the rights of the first version of Landlock are all that opens, makes,
# removes or runs something
_NO_NEW_PRIVILEGES, _CREATE_RULESET, _RESTRICT_SELF, _EVERY_RIGHT = 38, 444, 446, 2**13 - 1


class Exceeded(RuntimeError):
    """The process needed more memory or time than it was given."""


class Apart:
    """A process that reads one file; it ends when this is closed or thrown away.

    `given` is its standard input: bytes, or a file that the caller may close at once.
    """

    def __init__(self, word: str, *arguments: str, given: bytes | BinaryIO) -> None:
        self._process = subprocess.Popen(  # noqa: S603
            [*_command(), word, *arguments],
            stdin=subprocess.PIPE if isinstance(given, bytes) else given,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # the report of a fault in there could quote the file
            env=_environment(),
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self._frames: SimpleQueue[bytes] = SimpleQueue()
        self._room = Semaphore(_AHEAD)
        self._waited = 0.0
        closed = Event()
        threads = [Thread(target=_read, args=(self._process, self._frames, self._room, closed), daemon=True)]
        if isinstance(given, bytes):
            threads.append(Thread(target=_feed, args=(self._process, given), daemon=True))
        for thread in threads:
            thread.start()
        self._end = finalize(self, _end, self._process, self._room, closed, threads)

    def frame(self, patience: float = _PATIENCE_S) -> bytes:
        """The next frame; empty at the end. Raises Exceeded, RuntimeError for a fault in there, and TimeoutError."""
        try:
            found = self._frames.get(timeout=patience)
        except Empty:
            self._waited += patience
            if self._waited < _PATIENCE_S:
                raise TimeoutError from None
            self.close()
            raise Exceeded from None
        self._waited = 0.0
        self._room.release()
        if not found:
            self._frames.put(b"")  # the end is told as often as it is asked for
            status = self._process.wait()
            if status < 0:  # killed at a limit
                raise Exceeded
            if status:
                raise RuntimeError(f"the process that reads files ended with {status}")
        return found

    def close(self) -> None:
        """Let it read no further."""
        self._end()


def tell(content: bytes) -> None:
    """On the other side: answer with a frame."""
    sys.stdout.buffer.write(len(content).to_bytes(_LENGTH) + content)
    sys.stdout.buffer.flush()


def confine(memory: int, cpu_seconds: int, codecs_needed: Iterable[str] = ()) -> None:
    """On the other side: from now on little memory and time, no file, no other program, no network, nothing imported.

    `memory` in bytes.
    """
    for name in (*CHARSETS, "raw-unicode-escape", *codecs_needed):
        codecs.lookup(name)
    if sys.platform == "linux":
        _shut_files()
    if sys.platform != "win32":
        limits = {resource.RLIMIT_AS: memory, resource.RLIMIT_CPU: cpu_seconds}
        none = resource.RLIMIT_FSIZE, resource.RLIMIT_CORE, resource.RLIMIT_NOFILE, resource.RLIMIT_NPROC
        for limit, most in (limits | dict.fromkeys(none, 0)).items():
            with suppress(ValueError, OSError):  # not every system has every limit
                resource.setrlimit(limit, (most, most))
    sys.addaudithook(_refuse)


def _read(process: "subprocess.Popen[bytes]", frames: "SimpleQueue[bytes]", room: Semaphore, closed: Event) -> None:
    """On a thread: frames as they come, some ahead; an empty one at the end, or where something else comes."""
    assert process.stdout is not None
    while room.acquire() and not closed.is_set():
        length = int.from_bytes(process.stdout.read(_LENGTH))
        content = process.stdout.read(length) if length <= _FRAME else b""
        frames.put(content if len(content) == length else b"")
        if not content:
            return


def _feed(process: "subprocess.Popen[bytes]", content: bytes) -> None:
    """On a thread; who has read enough, or has ended, closes the pipe."""
    assert process.stdin is not None
    with suppress(OSError), process.stdin:
        process.stdin.write(content)


def _end(process: "subprocess.Popen[bytes]", room: Semaphore, closed: Event, threads: Iterable[Thread]) -> None:
    process.kill()
    process.wait()
    closed.set()
    room.release()
    for thread in threads:
        thread.join()
    assert process.stdout is not None
    process.stdout.close()


def _command() -> list[str]:
    if not getattr(sys, "frozen", False):
        return [sys.executable, "-P", "-m", "privdesk"]
    if sys.platform == "win32":  # only the program with a console has a standard output
        return [str(Path(sys.executable).with_name("privdesk-cli.exe"))]
    return [sys.executable]


def _environment() -> dict[str, str]:
    """Where the program lies, and what Windows needs to start one; nothing of the user."""
    own = {"PYTHONPATH": str(Path(__file__).parents[2])}
    return own | {name: os.environ[name] for name in ("SYSTEMROOT",) if name in os.environ}


def _shut_files() -> None:
    """No right is gained any more, and whatever runs in here reaches no file, where the kernel has Landlock."""
    kernel = ctypes.CDLL(None)
    kernel.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0)
    rights = ctypes.c_uint64(_EVERY_RIGHT)
    rules = kernel.syscall(_CREATE_RULESET, ctypes.byref(rights), ctypes.c_size_t(ctypes.sizeof(rights)), 0)
    if rules >= 0:
        kernel.syscall(_RESTRICT_SELF, rules, 0)
        os.close(rules)


def _refuse(event: str, _args: tuple[Any, ...]) -> None:
    if event not in _ALLOWED:  # a charset that cannot be imported is one that nobody knows
        raise (ImportError if event == "import" else PermissionError)(event)
