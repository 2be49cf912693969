"""Runs the slow proofs named on the command line, or all, prints one row for each, and exits 1 if one did not hold.

A proof is a module of this package with `figures(folder)`: it works in `folder`, an empty one of its own, and yields
its figures. Packages in it hold what proofs share, such as the processes that are killed.
"""

import importlib
import pkgutil
import sys
import tempfile
from pathlib import Path

import torture
from torture.figure import HEADING

_FRAME = {"__main__", "figure"}
NAMES = sorted({one.name for one in pkgutil.iter_modules(torture.__path__) if not one.ispkg} - _FRAME)


def main(names: list[str]) -> int:
    """Run and print; the number of proofs that did not hold."""
    if set(names) - set(NAMES):
        sys.exit(f"The proofs are: {', '.join(NAMES)}")
    broken = 0
    print(HEADING)
    for name in names or NAMES:
        with tempfile.TemporaryDirectory() as folder:
            for figure in importlib.import_module(f"torture.{name}").figures(Path(folder)):
                print(figure.line(), flush=True)
                broken += figure.failed > 0
    return broken


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]) > 0)
