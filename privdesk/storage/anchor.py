"""What this PC last saw of a desk, kept outside of it: the only thing that can tell an older copy put in its place."""

from pathlib import Path

import msgspec
from msgspec import Struct

from privdesk.storage import files

_MOST_BYTES = 4096


class Anchor(Struct, frozen=True, forbid_unknown_fields=True):
    """The header's generation, the epoch of the keys, and the log's last number and hash (hex)."""

    generation: int
    epoch: int
    log_seq: int = 0
    log_hash: str = ""

    def is_newer_than(self, generation: int, epoch: int) -> bool:
        """Whether the header that is here now is older than the one seen before."""
        return (self.epoch, self.generation) > (epoch, generation)

    def has_lost(self, last_seq: int, hash_then: str) -> bool:
        """Whether entries are missing or others stand in their place.

        `last_seq` is the log's last number now, `hash_then` the hash (hex) of its entry number `log_seq`, "" if none.
        """
        return last_seq < self.log_seq or hash_then != self.log_hash


def read(profile: Path, desk: str) -> Anchor | None:
    """What was last seen; None on a PC that has not seen this desk, or whose note is damaged."""
    try:
        with _path(profile, desk).open("rb") as file:
            return msgspec.json.decode(file.read(_MOST_BYTES), type=Anchor)
    except (FileNotFoundError, msgspec.DecodeError):
        return None


def write(profile: Path, desk: str, seen: Anchor) -> None:
    """Note what is there now; raises DiskFull or ReadOnlyFolder."""
    path = _path(profile, desk)
    with files.told():
        path.parent.mkdir(files.FOLDER_MODE, parents=True, exist_ok=True)
        files.replace(path, msgspec.json.encode(seen))


def _path(profile: Path, desk: str) -> Path:
    return profile / "anchors" / desk
