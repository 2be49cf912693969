"""A small disk of its own in memory, which can be filled to the last byte."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_FILL = "fill"
_CHUNKS = (64 * 1024, 4096)


@contextmanager
def mounted(place: Path, megabytes: int) -> Iterator[Path | None]:
    """An empty disk at `place`, None where it cannot be mounted: that takes root of a Linux system."""
    place.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", str(place)]
    if sys.platform != "linux" or subprocess.run(command, capture_output=True, check=False).returncode:
        yield None
        return
    try:
        yield place
    finally:
        subprocess.run(["umount", "--lazy", str(place)], check=True)


def fill(disk: Path, room: int) -> None:
    """Leave so many bytes."""
    with (disk / _FILL).open("ab", buffering=0) as file:
        for size in _CHUNKS:
            with suppress(OSError):
                while file.write(bytes(size)):
                    pass
        file.truncate(max(0, file.tell() - room))


def free(disk: Path) -> None:
    """Take away what filled it."""
    (disk / _FILL).unlink()
