"""The commands that copy a desk, make one of a copy, and look either over."""

from argparse import Namespace
from typing import Any

from privdesk import app
from privdesk.cli.sitting import opened
from privdesk.cli.streams import password, say, tell
from privdesk.domain.errors import DeskHasFaults
from privdesk.operations import backups, desks, restores
from privdesk.operations.restores import Replayed


def backup(chosen: Namespace) -> int:
    """Make a backup and say where it is."""
    with opened(chosen) as desk:
        made = backups.run(desk, chosen.to).value
    tell(chosen.to / made.file)
    return 0


def restore(chosen: Namespace) -> int:
    """Make a new desk of a backup, or with --keys mend one; what a newer desk gave, and what is missing, is said."""
    if chosen.keys:
        restores.put_back_keys(chosen.backup, chosen.to, _way(chosen))
        return 0
    done = restores.restore(chosen.backup, chosen.to, _way(chosen), app.now, app.terms(), chosen.newer)
    say(
        {
            "desk": str(done.folder),
            "made_at": done.made_at.isoformat(),
            "log": done.log_seq,
            "disposed": done.disposed,
            "replayed": _told(done.replayed) if done.replayed else None,
            "missing": str(done.missing) if done.missing else None,
            "unread": str(done.unread) if done.unread else None,
        }
    )
    return 0


def check(chosen: Namespace) -> int:
    """Look over a desk, or a backup by a drill, which says pass or fail."""
    return _drill(chosen) if chosen.desk.is_file() else _check(chosen)


def _check(chosen: Namespace) -> int:
    """Look over file, keys and log; a damaged copy of the keys is told although opening the desk mends it."""
    found = desks.damaged_copies(chosen.desk)
    with opened(chosen) as desk:
        found += desks.faults(desk)
    if found:
        raise DeskHasFaults(faults="; ".join(found))
    tell("The desk is whole: file, keys and log are in order.")
    return 0


def _drill(chosen: Namespace) -> int:
    try:
        passed = restores.drill(chosen.desk, _way(chosen), app.terms())
    except restores.FAILURES:
        tell("fail")
        raise
    tell(f"pass: made {passed.made_at:%Y-%m-%d %H:%M} UTC, log {passed.log}")
    return 0


def _way(chosen: Namespace) -> restores.Unlock:
    """In the place of the password the sheet's groups can be typed."""
    return restores.by_sheet(password()) if chosen.sheet else restores.by_password(chosen.user, password())


def _told(replayed: Replayed) -> dict[str, Any]:
    return {
        "suspensions": replayed.stands,
        "corrections": replayed.corrected,
        "lost": dict(replayed.lost),
        "left": list(replayed.left),
    }
