"""Times a subject and its baseline in turn, and says how many times longer the subject takes."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from math import inf


@dataclass(frozen=True)
class Comparison:
    """What is timed: each function does the work once and returns the seconds that count."""

    name: str
    subject: Callable[[], float]
    baseline: Callable[[], float]
    goal: float  # the subject may take this many times as long as the baseline
    rounds: int = 20
    enough: float = 0.0  # up to so many seconds the ratio does not matter
    more: float = 0.0  # nor if the subject takes at most so many seconds more than the baseline
    most: tuple[float, float] = (inf, inf)  # seconds at the median and at p95, whatever the baseline takes


@dataclass(frozen=True)
class Timing:
    """The seconds of all rounds of one function."""

    seconds: list[float]

    @property
    def median(self) -> float:
        return statistics.median(self.seconds)

    @property
    def p95(self) -> float:
        """The nearest time that 95 of 100 rounds stay at or below."""
        ordered = sorted(self.seconds)
        return ordered[-(-95 * len(ordered) // 100) - 1]


@dataclass(frozen=True)
class Result:
    """Both timings of one comparison."""

    comparison: Comparison
    subject: Timing
    baseline: Timing

    @property
    def ratio(self) -> float:
        return self.subject.median / self.baseline.median

    @property
    def is_met(self) -> bool:
        """Whether the subject is quick beside its baseline, or quick enough by itself, and never too slow."""
        one, longer = self.comparison, self.subject.median - self.baseline.median
        if self.subject.median > one.most[0] or self.subject.p95 > one.most[1]:
            return False
        return self.ratio <= one.goal or self.subject.median <= one.enough or 0 < longer <= one.more

    def line(self) -> str:
        """One row of the table below `HEADING`, in milliseconds."""
        one = self.comparison
        times = [part * 1000 for timing in (self.subject, self.baseline) for part in (timing.median, timing.p95)]
        columns = "".join(f"{value:11.2f}" for value in times)
        enough = f" or {one.enough * 1000:.0f} ms" if one.enough else ""
        enough += f" or {one.more * 1000:.1f} ms more" if one.more else ""
        enough += "".join(
            f" {name} {most * 1000:.0f}" for name, most in zip(("p50", "p95"), one.most, strict=True) if most < inf
        )
        verdict = "" if self.is_met else "  missed"
        return f"{one.name:24}{columns}{self.ratio:8.2f}{one.goal:8.2f}{enough}{verdict}"


HEADING = f"{'milliseconds':24}{'median':>11}{'p95':>11}{'bare':>11}{'bare p95':>11}{'ratio':>8}{'goal':>8}"


def timed(work: Callable[[], object]) -> Callable[[], float]:
    """Turn work into a function that returns how many seconds it took."""

    def run() -> float:
        start = time.perf_counter()
        work()
        return time.perf_counter() - start

    return run


def compare(comparison: Comparison) -> Result:
    """Run both in turn, so that a busy machine troubles both alike; one round before does not count."""
    comparison.subject()
    comparison.baseline()
    rounds = [(comparison.subject(), comparison.baseline()) for _ in range(comparison.rounds)]
    subject, baseline = zip(*rounds, strict=True)
    return Result(comparison, Timing(list(subject)), Timing(list(baseline)))
