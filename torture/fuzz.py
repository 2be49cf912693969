"""Made-up key headers and backups, each 200,000 of them: whatever stands in one, it ends with a planned error."""

import os
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import repeat
from pathlib import Path

from tests.storage import container_fuzz, header_fuzz
from torture.figure import Figure

Fuzz = Callable[[int, int, Path], Counter[str]]
_TRIES, _AT_ONCE = 200_000, 5_000
_SEED = 20261122


def figures(folder: Path) -> Iterator[Figure]:
    """The header first, then the container; anything unplanned ends the run with its traceback and its seed."""
    yield _figure("made-up key headers", _headers, folder)
    yield _figure("made-up backups", _backups, folder)


def _figure(what: str, fuzz: Fuzz, folder: Path) -> Figure:
    began, ended = time.monotonic(), Counter[str]()
    seeds = range(_SEED, _SEED + _TRIES // _AT_ONCE)
    with ProcessPoolExecutor(os.cpu_count()) as workers:
        for one in workers.map(fuzz, repeat(_AT_ONCE), seeds, repeat(folder)):
            ended += one
    seen = ", ".join(f"{name} {count:,}" for name, count in ended.most_common())
    return Figure(what, ended.total(), 0, f"{seen}; {time.monotonic() - began:.0f} s")


def _headers(tries: int, seed: int, _folder: Path) -> Counter[str]:
    return header_fuzz.fuzz(tries, seed)


def _backups(tries: int, seed: int, folder: Path) -> Counter[str]:
    own = folder / str(seed)
    own.mkdir()
    return container_fuzz.fuzz(tries, seed, own)
