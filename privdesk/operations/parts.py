"""Long work in short parts: others may write between two of them, and nobody waits for more than one."""

from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from time import perf_counter
from typing import TypeVar

from privdesk.domain.acts import permit
from privdesk.domain.errors import Cancelled
from privdesk.operations.desk import Desk
from privdesk.storage import transaction
from privdesk.storage.transaction import Connection

T = TypeVar("T")
Progress = Callable[[int, int], bool | None]

Parts = Generator[tuple[int, int], None, T]
"""Work that says after each part how much is done, of how much; Cancelled, thrown into it, lets it take all back."""

# a transaction may hold up others for so long, and so many rows are the most it writes
_SECONDS, _FIRST, _LEAST, _MOST = 0.035, 50, 5, 2_000


@contextmanager
def part(desk: Desk, act: str) -> Iterator[Connection]:
    """A transaction of an act whose beginning is in the log and whose end will be.

    Raises NotAllowed.
    """
    permit(desk.actor, act)
    with transaction.writing(desk.vault.writer) as conn:
        yield conn


def done(parts: Parts[T], progress: Progress | None = None) -> T:
    """Do one part after the other; `progress(done, total)` stops it by answering False or raising Cancelled."""
    stops = False
    try:
        while True:
            at = parts.throw(Cancelled()) if stops else next(parts)
            stops = _stops(progress, at)
            progress = None if stops else progress
    except StopIteration as end:
        answer: T = end.value
        return answer


class Pace:
    """How many rows are written at once, found out while it goes on."""

    def __init__(self) -> None:
        self.rows = _FIRST

    @contextmanager
    def measured(self, rows: int) -> Iterator[None]:
        """Write so many in here."""
        start = perf_counter()
        yield
        fitting = int(rows * _SECONDS / (perf_counter() - start))
        self.rows = max(_LEAST, min(fitting, 2 * self.rows, _MOST))


def _stops(progress: Progress | None, at: tuple[int, int]) -> bool:
    try:
        return progress is not None and progress(*at) is False
    except Cancelled:
        return True
