"""Failed logins of a desk as this PC saw them, until the next one that succeeds writes them into the log.

They lie in the user's profile and not with the desk, which a wrong password leaves untouched; no login is written down.
"""

from datetime import datetime
from pathlib import Path

import msgspec
from msgspec import Struct

from privdesk.storage import files

# more than this only says that somebody kept trying
MOST = 100
_MOST_BYTES = 64 * 1024


class Failure(Struct, frozen=True, forbid_unknown_fields=True):
    """One wrong password: when, and for whose slot; the slot is empty for a login that nobody has."""

    at: datetime
    slot: str = ""


def read(profile: Path, desk: str) -> tuple[Failure, ...]:
    """What failed since the last success, the oldest first; nothing where the note is damaged."""
    try:
        with _path(profile, desk).open("rb") as file:
            return msgspec.json.decode(file.read(_MOST_BYTES), type=tuple[Failure, ...])
    except (FileNotFoundError, msgspec.DecodeError):
        return ()


def note(profile: Path, desk: str, failure: Failure) -> None:
    """Add one; raises DiskFull or ReadOnlyFolder."""
    path = _path(profile, desk)
    with files.told():
        path.parent.mkdir(files.FOLDER_MODE, parents=True, exist_ok=True)
        files.replace(path, msgspec.json.encode((*read(profile, desk), failure)[-MOST:]))


def forget(profile: Path, desk: str) -> None:
    """Drop them after they were logged."""
    with files.told():
        _path(profile, desk).unlink(missing_ok=True)


def _path(profile: Path, desk: str) -> Path:
    return profile / "failures" / desk
