"""Looks through the memory of a running process and of all that it started (Linux)."""

import os
import re
import signal
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from io import FileIO
from pathlib import Path

_REGION = re.compile(r"([0-9a-f]+)-([0-9a-f]+) (....) \S+ \S+ (\d+) *(.*)")
_CHUNK = 1 << 24


def found_in(pid: int, sought: Mapping[str, Iterable[bytes]]) -> Counter[str]:
    """How often each thing occurs, in any of its forms, in what these processes can have written; they stand still."""
    names = {form: name for name, forms in sought.items() for form in forms}
    any_of_them = re.compile(b"|".join(map(re.escape, names)))
    found: Counter[str] = Counter()
    for process in list(family(pid)):
        os.kill(process, signal.SIGSTOP)  # else what is read may be unmapped meanwhile
        for part in written(process):
            found.update(names[match[0]] for match in any_of_them.finditer(part))
        os.kill(process, signal.SIGCONT)
    return found


def family(pid: int) -> Iterator[int]:
    """A process and all that descend from it."""
    yield pid
    for task in Path(f"/proc/{pid}/task").iterdir():
        for child in (task / "children").read_text().split():
            yield from family(int(child))


def written(pid: int) -> Iterator[bytes]:
    """All memory that is readable and not merely a file mapped to be read; each region whole, so that nothing is cut.

    Raises PermissionError for who may not look.
    """
    with Path(f"/proc/{pid}/mem").open("rb", buffering=0) as memory:
        for line in Path(f"/proc/{pid}/maps").read_text().splitlines():
            match = _REGION.match(line)
            assert match, line
            start, end, rights, file, name = int(match[1], 16), int(match[2], 16), match[3], match[4], match[5]
            if rights[0] != "r" or name.startswith("[v") or (file != "0" and rights[1] != "w"):
                continue
            memory.seek(start)
            yield b"".join(_pieces(memory, end - start))


def _pieces(memory: FileIO, size: int) -> Iterator[bytes]:
    while size > 0 and (piece := memory.read(min(size, _CHUNK))):
        size -= len(piece)
        yield piece


def forms(text: str) -> set[bytes]:
    """A text as Python and Qt hold it: one, two or four bytes for each letter, or UTF-8."""
    return {text.encode(code) for code in ("utf-8", "utf-16-le", "utf-32-le")}
