"""What this PC last saw of a desk, kept outside of it: the only thing that can tell an older copy put in its place."""

from pathlib import Path

import msgspec
from msgspec import Struct

from privdesk.storage import profile as notes

_KIND = "anchors"
# so that one note can be written over another
_SIZE = 384


class Anchor(Struct, frozen=True, forbid_unknown_fields=True):
    """The header's generation, the epoch of the keys, the log's last number and hash (hex), and when that was.

    Also the count of the roster and the key that signed it: who knows an older key signs nothing on this PC.
    """

    generation: int
    epoch: int
    log_seq: int = 0
    log_hash: str = ""
    when: str = "?"
    roster: int = 0
    roster_key: bytes = b""

    def is_newer_than(self, generation: int, epoch: int, roster: int) -> bool:
        """Whether the header that is here now is older than the one seen before, or who has which role in it is."""
        return (self.epoch, self.generation) > (epoch, generation) or self.roster > roster

    def has_lost(self, last_seq: int, hash_then: str) -> bool:
        """Whether entries are missing or others stand in their place.

        `last_seq` is the log's last number now, `hash_then` the hash (hex) of its entry number `log_seq`, "" if none.
        """
        return last_seq < self.log_seq or hash_then != self.log_hash


def read(profile: Path, desk: str) -> Anchor | None:
    """What was last seen; None on a PC that has not seen this desk, or whose note is damaged.

    Raises ProfileClosed, also where nothing could be noted later.
    """
    notes.need_place(profile, _KIND)
    try:
        return msgspec.json.decode(notes.read(profile, _KIND, desk) or b"", type=Anchor)
    except msgspec.DecodeError:
        return None


def write(profile: Path, desk: str, seen: Anchor, *, lasting: bool = True) -> None:
    """Note what is there now; what is not `lasting` takes no time, and is lost at most to a power cut.

    Raises ProfileClosed, DiskFull or DiskTrouble.
    """
    put = notes.write if lasting else notes.overwrite
    put(profile, _KIND, desk, msgspec.json.encode(seen).ljust(_SIZE))
