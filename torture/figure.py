"""What a slow proof found, as one row of the table."""

from dataclasses import dataclass

HEADING = f"{'what was done':48}{'tried':>8}{'failed':>8}  seen"


@dataclass(frozen=True)
class Figure:
    """How often something was tried, how often it did not hold, and what was seen besides."""

    what: str
    tried: int
    failed: int
    seen: str = ""

    def line(self) -> str:
        """One row of the table below `HEADING`."""
        return f"{self.what:48}{self.tried:>8,}{self.failed:>8,}  {self.seen}"
