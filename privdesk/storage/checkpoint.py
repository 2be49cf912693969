"""The log's signed checkpoints: notes in the form of C2SP tlog-checkpoint and signed-note.

An entry keeps only the signature line's bytes (key id and Ed25519 signature): origin, size and root are what the entry
itself says. The root is the head of the chain.
"""

import hashlib
from base64 import b64encode

from privdesk.storage import keys
from privdesk.storage.keys import UserKeys

_ID_SIZE = 4
_ED25519 = b"\x01"


def text(desk: str, seq: int, digest: bytes) -> str:
    """What is signed: origin, size and root, each on its line."""
    return f"privdesk/{desk}\n{seq}\n{b64encode(digest).decode()}\n"


def key_id(slot: str, public: bytes) -> bytes:
    """The four bytes by which a signature line names its key; the key's name is the slot of its owner."""
    return hashlib.sha256(slot.encode() + b"\n" + _ED25519 + public).digest()[:_ID_SIZE]


def signed(user: UserKeys, slot: str, desk: str, seq: int, digest: bytes) -> bytes:
    """The bytes of a signature line: key id and signature."""
    return key_id(slot, user.sign_key) + user.sign(text(desk, seq, digest).encode())


def signer(signature: bytes) -> bytes:
    """The id of the key that signed."""
    return signature[:_ID_SIZE]


def holds(public: bytes, signature: bytes, desk: str, seq: int, digest: bytes) -> bool:
    """Whether the key `public` signed this place of the log."""
    return keys.is_signed(public, signature[_ID_SIZE:], text(desk, seq, digest).encode())


def note(slot: str, signature: bytes, desk: str, seq: int, digest: bytes) -> str:
    """The whole note, to be kept with a backup or printed."""
    return f"{text(desk, seq, digest)}\n— {slot} {b64encode(signature).decode()}\n"
