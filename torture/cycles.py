"""Unlocking and locking again and again: each process replaces the one before, and none may leave anything behind."""

from collections.abc import Iterator
from dataclasses import astuple, dataclass
from pathlib import Path

from tests.e2e.knowing import LOGIN, prepared, type_password, unlock
from tests.e2e.memory import family
from tests.e2e.remote import Remote, started
from torture.figure import Figure

CYCLES = 200
_WARM = 10
_MEMORY_MARGIN = 1024


@dataclass(frozen=True)
class Held:
    """What the process at the unlock page holds: memory in KiB, open files, threads, processes, temporary files."""

    memory: int
    files: int
    threads: int
    processes: int
    temporary: int


def held(pid: int, temporary: Path) -> Held:
    """As it stands now."""
    process = Path(f"/proc/{pid}")
    status = dict(line.split(":\t") for line in (process / "status").read_text().splitlines())
    return Held(
        memory=int(status["VmRSS"].split()[0]),
        files=len(list((process / "fd").iterdir())),
        threads=int(status["Threads"]),
        processes=len(list(family(pid))),
        temporary=len(list(temporary.iterdir())),
    )


def figures(folder: Path) -> Iterator[Figure]:
    """The first figures after warming up beside the last ones; memory may differ by a megabyte."""
    known, home, temporary = prepared(folder), folder / "home", folder / "tmp"
    home.mkdir()
    temporary.mkdir()
    with started(home, known.folder, LOGIN, TMPDIR=str(temporary)) as remote:
        seen = [_cycle(remote, temporary) for _ in range(_WARM + CYCLES)][_WARM:]
    for name, first, last in zip(Held.__dataclass_fields__, astuple(seen[0]), astuple(seen[-1]), strict=True):
        grown = last - first > (_MEMORY_MARGIN if name == "memory" else 0)
        yield Figure(f"locking and unlocking: growth of {name}", CYCLES, int(grown), f"{first:,} first, {last:,} last")


def _cycle(remote: Remote, temporary: Path) -> Held:
    remote.do("be_readable")
    type_password(remote)
    unlock(remote)
    remote.do("press_keys", "Alt+3")
    remote.do("click_row", "customersTable")
    remote.lock()
    remote.do("settle")
    return held(remote.pid, temporary)
