"""Failed logins of a desk as this PC saw them, until the next one that succeeds writes them into the log.

They lie in the user's profile and not with the desk, which a wrong password leaves untouched; no login is written down.
"""

from datetime import datetime
from pathlib import Path

import msgspec
from msgspec import Struct

from privdesk.storage import profile as notes

# more than this only says that somebody kept trying
MOST = 100
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
    """Add one; raises ProfileClosed, DiskFull or DiskTrouble."""
    notes.write(profile, _KIND, desk, msgspec.json.encode((*read(profile, desk), failure)[-MOST:]))


def forget(profile: Path, desk: str) -> None:
    """Drop them after they were logged."""
    notes.forget(profile, _KIND, desk)
