"""What somebody should look at in a foreign file, without anything being lost."""

import dataclasses
from dataclasses import dataclass

from privdesk.domain.errors import DeskError


@dataclass(frozen=True)
class Problem:
    """A fault that stopped nothing: its sentence with the values to fill in, the field, and the raw text that was kept.

    `shown` is the raw text as it may be listed and logged: of a number never more than the last four digits.
    """

    code: str
    sentence: str
    values: tuple[tuple[str, str | int], ...] = ()
    field: str = ""
    shown: str = ""
    raw: str = dataclasses.field(default="", repr=False)

    def __str__(self) -> str:
        return self.sentence.format(**dict(self.values))


def problem(error: DeskError, *, field: str = "", raw: str = "", shown: str | None = None) -> Problem:
    """What `error` says, as a fault to list instead of an exception to raise."""
    return Problem(
        code=type(error).__name__,
        sentence=error.sentence,
        values=tuple(error.values.items()),
        field=field,
        shown=raw if shown is None else shown,
        raw=raw,
    )
