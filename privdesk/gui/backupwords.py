"""How old a backup is, in words, and the chip and tile that say so."""

from datetime import datetime, timedelta

from privdesk.domain.office import ZONE
from privdesk.domain.shown import shown
from privdesk.gui.translation import words

_HOUR, _DAY = timedelta(hours=1), timedelta(days=1)


def age(last: datetime | None, now: datetime) -> str:
    """How long ago, in the largest unit that fits: minutes do not matter."""
    if last is None:
        return words("backups", shown("backups", "none"))
    ago = now - last
    if ago < _HOUR:
        return words("backups", shown("backups", "just now"))
    if ago < _DAY:
        return words("backups", shown("backups", "{n} h")).format(n=ago // _HOUR)
    return words("backups", shown("backups", "{n} d")).format(n=ago // _DAY)


def moment(at: datetime | None) -> str:
    """An instant as the office writes it."""
    return f"{at.astimezone(ZONE):%Y-%m-%d %H:%M}" if at else "–"
