"""What a record said at the end of a day, worked out backwards from its changes."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from privdesk.domain.office import ZONE
from privdesk.domain.purpose import Stand
from privdesk.domain.record import PURPOSE, HistoryLine

# of these a person can have several, and a change does not say which of them it replaced
_SEVERAL = frozenset({"bank", "card", "licence"})


@dataclass(frozen=True)
class Then:
    """Something that ever changed, by the newest line about it, as it stood at the end of two days."""

    line: HistoryLine
    before: str
    after: str


def compared(lines: Iterable[HistoryLine], first: date, second: date) -> tuple[Then, ...]:
    """All that changed at any time, on both days, the last changed first; `lines` are the newest first.

    What never changed was on every day what it is now, and sealed numbers are left out.
    """
    found: dict[tuple[str, str, bool], Then] = {}
    for line in lines:
        if line.field in _SEVERAL:
            continue
        key = line.field, line.of, line.field == PURPOSE and Stand.SUSPENDED in (line.old, line.new)
        known = found.get(key) or Then(line, line.new, line.new)
        day = line.at.astimezone(ZONE).date()
        before, after = (line.old if day > on else now for on, now in ((first, known.before), (second, known.after)))
        found[key] = Then(known.line, before, after)
    return tuple(found.values())
