"""Runs the program as a user does, and says what came out."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

PROGRAM = (sys.executable, "-m", "privdesk")
ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Ran:
    """How a run ended."""

    status: int
    out: str
    err: str

    @property
    def lines(self) -> list[dict]:
        """Its output as JSON, line by line."""
        return [json.loads(line) for line in self.out.splitlines()]

    def is_refused(self) -> bool:
        """Whether it ended as for something that the user can mend: status 1 and one sentence."""
        sentence = self.err.strip()
        return self.status == 1 and len(sentence.splitlines()) == 1 and sentence.endswith((".", "。"))


def run(*arguments: str | Path, given: str = "", **environment: str) -> Ran:
    """Run the program in a process of its own, with `given` on standard input."""
    inherited = {name: value for name, value in os.environ.items() if name != "PRIVDESK_PASSWORD"}
    done = subprocess.run(
        [*PROGRAM, *map(str, arguments)],
        env=inherited | environment,
        cwd=ROOT,
        input=given,
        capture_output=True,
        text=True,
        timeout=550,
    )
    return Ran(done.returncode, done.stdout, done.stderr)
