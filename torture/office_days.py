"""Office days of 5,000 steps and more: people come, go, forget, lock, rotate, back up and restore in any order."""

import os
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.office import found
from tests.operations.office_machine import OfficeDays, hashed_once
from torture.figure import Figure

_STEPS, _OFFICES, _IN_A_DAY = 5_000, 10, 50
_DAYS = settings(
    max_examples=5,
    stateful_step_count=_IN_A_DAY,
    deadline=None,
    database=None,
    derandomize=False,
    report_multiple_bugs=False,
    suppress_health_check=list(HealthCheck),
)


def figures(folder: Path) -> Iterator[Figure]:
    """Days upon days; a step after which something is not as it should be ends the run with the way that led there."""
    began, taken, refused = time.monotonic(), Counter[str](), Counter[str]()
    # spawned, because a forked one would take the steps of all others
    with ProcessPoolExecutor(os.cpu_count(), get_context("spawn")) as workers:
        for steps, refusals in workers.map(_office, (folder / str(number) for number in range(_OFFICES))):
            taken += steps
            refused += refusals
    kinds = ", ".join(f"{name} {count}" for name, count in sorted(taken.items()))
    seen = f"{kinds}; refused as they should: {refused.total():,}; {time.monotonic() - began:.0f} s"
    yield Figure("steps of people at a desk, in any order", taken.total(), 0, seen)


def _office(folder: Path) -> tuple[Counter[str], Counter[str]]:
    """One office's share of the steps, by kind, and what was refused in them."""
    folder.mkdir()
    OfficeDays.founded = found(folder / "made.privdesk")
    OfficeDays.taken.clear()
    OfficeDays.refused.clear()
    with hashed_once():
        while OfficeDays.taken.total() < _STEPS // _OFFICES:
            run_state_machine_as_test(OfficeDays, settings=_DAYS)
    return OfficeDays.taken, OfficeDays.refused
