"""Runs work in a process of its own and kills it; forked, so that no start of an interpreter is paid each time."""

import os
import select
import signal
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass

from tests.storage.killed_rotation import at_touch, die

Tell = Callable[[], object]
_MOST = 65536


@dataclass(frozen=True)
class Ended:
    """How many acts were acknowledged, how many seconds it took, whether the process failed before it was killed."""

    acknowledged: int
    took: float
    failed: bool


def killed(work: Callable[[Tell], None], delay: float, touch: int | None = None) -> Ended:
    """Kill (SIGKILL) `work` so many seconds after it first tells; each time that it tells again it acknowledges an act.

    With `touch` it is killed before that, if it comes to open, rename or remove so many files of the desk and one more.
    What it tells goes into a pipe, which outlives it.
    """
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        _work(work, writing, touch)
    os.close(writing)
    try:
        heard = len(os.read(reading, 1))
        start = time.monotonic()
        while (left := start + delay - time.monotonic()) > 0 and select.select([reading], [], [], left)[0]:
            if not (told := len(os.read(reading, _MOST))):
                break
            heard += told
        os.kill(child, signal.SIGKILL)
        took = time.monotonic() - start
        _, status = os.waitpid(child, 0)
        heard += len(os.read(reading, _MOST))
    finally:
        os.close(reading)
    return Ended(max(heard - 1, 0), took, failed=not os.WIFSIGNALED(status))


def _work(work: Callable[[Tell], None], writing: int, touch: int | None) -> None:
    told = 0

    def tell() -> None:
        nonlocal told
        os.write(writing, b".")
        if not told and touch is not None:
            at_touch(touch, die)()
        told += 1

    try:
        work(tell)
    except BaseException:
        traceback.print_exc()
        raise
    finally:
        os._exit(1)
