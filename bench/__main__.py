"""Runs the benchmarks named on the command line, or all, and prints one row each.

A benchmark is a module of this package with `comparisons(folder)`: it prepares what it needs in `folder`, an empty one
of its own, and yields its comparisons.
"""

import importlib
import pkgutil
import sys
import tempfile
from pathlib import Path

import bench
from bench.harness import HEADING, compare

NAMES = sorted({module.name for module in pkgutil.iter_modules(bench.__path__)} - {"__main__", "harness", "large"})


def main(names: list[str]) -> None:
    """Run and print."""
    if set(names) - set(NAMES):
        sys.exit(f"The benchmarks are: {', '.join(NAMES)}")
    print(HEADING)
    for name in names or NAMES:
        with tempfile.TemporaryDirectory() as folder:
            for comparison in importlib.import_module(f"bench.{name}").comparisons(Path(folder)):
                print(compare(comparison).line(), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
