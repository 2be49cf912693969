"""Failed logins of a desk as this PC saw them, until the next one that succeeds writes them into the log.

They lie in the user's profile and not with the desk, which a wrong password leaves untouched; no login is written down.
"""

from datetime import datetime
from pathlib import Path

import msgspec
from msgspec import Struct

from privdesk.storage import profile as notes
from privdesk.storage.header import MOST_SLOTS

# of one slot more than this only says that somebody kept trying
MOST = 100
# the slots of a header, its sheet, and the one of nobody; a header that somebody altered could name ever more
_MOST_OF_ALL = MOST * (MOST_SLOTS + 2)
_KIND = "failures"


class Failure(Struct, frozen=True, forbid_unknown_fields=True):
    """One wrong password: when, and for whose slot; the slot is empty for a login that nobody has."""

    at: datetime
    slot: str = ""


def read(profile: Path, desk: str) -> tuple[Failure, ...]:
    """What failed since the last success, the oldest first; nothing where the note is damaged."""
    try:
        return msgspec.json.decode(notes.read(profile, _KIND, desk) or b"", type=tuple[Failure, ...])
    except msgspec.DecodeError:
        return ()


def note(profile: Path, desk: str, failure: Failure) -> None:
    """Add one, which at most pushes out the oldest of its own slot; raises ProfileClosed, DiskFull or DiskTrouble."""
    found = [*read(profile, desk), failure]
    same = [one for one in found if one.slot == failure.slot]
    if len(same) > MOST:
        found.remove(same[0])
    notes.write(profile, _KIND, desk, msgspec.json.encode(found[-_MOST_OF_ALL:]))


def forget(profile: Path, desk: str) -> None:
    """Drop them after they were logged."""
    notes.forget(profile, _KIND, desk)
