"""Reads a table apart and measures the process that does it."""

import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Thread
from typing import Any

from privdesk.domain.errors import DeskError
from privdesk.intake import apart
from privdesk.intake.mapping import Fields, recognise
from privdesk.intake.table_apart import Asked, Reading

_EVERY = 0.003
peaks: list[int] = []


class Watched(subprocess.Popen):
    """A process whose most memory is noted in `peaks`, in bytes, while it runs."""

    def __init__(self, *arguments: Any, **how: Any) -> None:
        super().__init__(*arguments, **how)
        peaks.append(0)
        Thread(target=self._watch, args=(len(peaks) - 1,), daemon=True).start()

    def _watch(self, place: int) -> None:
        with suppress(OSError, IndexError, ValueError):
            while self.returncode is None:
                text = Path(f"/proc/{self.pid}/status").read_text()
                peaks[place] = max(peaks[place], int(text.split("VmHWM:")[1].split()[0]) << 10)
                time.sleep(_EVERY)


@dataclass(frozen=True)
class Ended:
    """How many rows came, which sentence ended it, how long it took, how much memory the process had."""

    rows: int
    refused: DeskError | None
    seconds: float
    memory: int


@contextmanager
def watched() -> Iterator[None]:
    """Watch every process that is started in here."""
    before = subprocess.Popen
    apart.subprocess.Popen = Watched  # type: ignore[misc]
    try:
        yield
    finally:
        apart.subprocess.Popen = before  # type: ignore[misc]


def read(path: Path, fields: Fields) -> Ended:
    """Read a table of customers to its end."""
    rows, refused, start = 0, None, time.perf_counter()
    with watched():
        try:
            with path.open("rb") as stream:
                reading = Reading(stream, Asked(is_people=True, fields=fields))
            reading.go_on(recognise(reading.look.headers, fields))
            while found := reading.facts():
                rows += len(found)
        except DeskError as error:
            refused = error
    return Ended(rows, refused, time.perf_counter() - start, peaks[-1])
