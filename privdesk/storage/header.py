"""The key header: two copies of one small file that says who can open the desk, and how.

A third copy lies beside them while the data file is exchanged: of all sound copies those count that know the salt of
the data file which is there, so that file and header change in the same instant. Where only the header changes, the
third copy is the new one until the data file knows of it, and of both that one is in force which the data file knows.

Nothing in it is secret and nothing in it is trusted: a copy is canonical JSON and the SHA-256 of it, which tells damage
from health; bounds are checked before anything is computed from it; `slots.py` proves that nobody has altered it.
"""

import hashlib
import hmac
import os
import unicodedata
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Annotated, Literal, get_args

import msgspec
from msgspec import Meta, Struct

from privdesk.domain.errors import DeskClosed, KeysDamaged, NewerProgram, NotADesk, UserMissing
from privdesk.storage import files
from privdesk.storage.keys import KEY_SIZE, SALT_SIZE, SEALED_SIZE, WRAPPED_SIZE, Cost, RingName

COPIES = ("keys", "keys.2")
NEXT = "keys.new"
FORMAT = (1, 0)
MOST_BYTES = 1024 * 1024
MOST_SLOTS = 64
MOST_RINGS = 32
MOST_HEIRS = 1000
MAC_SIZE = 32
SIGNATURE_SIZE = 64
_TRAILER_SIZE = 1 + 64 + 1

Role = Literal["manager", "support", "auditor", "sheet"]
Key = Annotated[bytes, Meta(min_length=KEY_SIZE, max_length=KEY_SIZE)]
Signature = Annotated[bytes, Meta(min_length=SIGNATURE_SIZE, max_length=SIGNATURE_SIZE)]
Id = Annotated[str, Meta(pattern="^[0-9a-f]{32}$")]
Count = Annotated[int, Meta(ge=1, le=2**53)]


class SealedRing(Struct, frozen=True, forbid_unknown_fields=True):
    """One ring in one epoch, sealed to the public key of the slot it stands in."""

    name: RingName
    epoch: Count
    sealed: Annotated[bytes, Meta(min_length=SEALED_SIZE, max_length=SEALED_SIZE)]


class RingCheck(Struct, frozen=True, forbid_unknown_fields=True):
    """What proves that a ring which opened is the desk's own, and not one sealed by a stranger."""

    name: RingName
    epoch: Count
    check: Key


class Heir(Struct, frozen=True, forbid_unknown_fields=True):
    """An older roster key, and its signature over the one that came after it."""

    key: Key
    signature: Signature


class Vouched(Struct, frozen=True, forbid_unknown_fields=True):
    """The keys of an invitation, which the roster knows, and their signature over those that its user made himself."""

    box_key: Key
    sign_key: Key
    signature: Signature


class Slot(Struct, frozen=True, forbid_unknown_fields=True):
    """One way in: a user with his password, or the recovery sheet (no cost, and a tag of zeros).

    `pin` is the roster key that was in force when its keys were wrapped; `invited` says that the password holds for one
    time only; `vouched` stands until a manager has signed the keys that an invited user made himself.
    """

    id: Id
    role: Role
    tag: Key
    pin: Key
    invited: bool
    salt: Annotated[bytes, Meta(min_length=SALT_SIZE, max_length=SALT_SIZE)]
    cost: Cost | None
    box_key: Key
    sign_key: Key
    wrapped: Annotated[bytes, Meta(min_length=WRAPPED_SIZE, max_length=WRAPPED_SIZE)]
    rings: Annotated[tuple[SealedRing, ...], Meta(min_length=1, max_length=MOST_RINGS)]
    vouched: Vouched | None = None

    @property
    def is_joining(self) -> bool:
        """Whether a manager has still to sign the keys that its user makes himself, or has made himself."""
        return self.invited or self.vouched is not None


class Header(Struct, frozen=True, forbid_unknown_fields=True):
    """All that is known before the password: `file` is the salt (hex) of the data file whose key is of `epoch`.

    `roster` counts the changes of who has which role; `generation` counts every change; `heirs` are the roster keys
    before the one in force, oldest first. The MAC stands under the key of the opening ring in the epoch in force.
    """

    format: tuple[int, int]
    desk: Id
    generation: Count
    epoch: Count
    file: Id
    roster: Count
    roster_key: Key
    heirs: Annotated[tuple[Heir, ...], Meta(max_length=MOST_HEIRS)]
    checks: Annotated[tuple[RingCheck, ...], Meta(min_length=1, max_length=MOST_RINGS)]
    slots: Annotated[tuple[Slot, ...], Meta(min_length=1, max_length=MOST_SLOTS)]
    signature: Signature
    mac: Annotated[bytes, Meta(min_length=MAC_SIZE, max_length=MAC_SIZE)]

    def slot_of(self, login: str) -> Slot | None:
        """The slot of the user who logs in with `login`; an only user need not say who he is.

        Raises UserMissing.
        """
        if not login:
            only = [slot for slot in self.slots if slot.cost]
            if len(only) != 1:
                raise UserMissing
            return only[0]
        tag = login_tag(self.desk, login)
        return next((slot for slot in self.slots if hmac.compare_digest(slot.tag, tag) and slot.cost), None)

    def newest(self, name: RingName) -> int:
        """The epoch in force of a ring."""
        return max(check.epoch for check in self.checks if check.name == name)

    @property
    def roster_keys(self) -> tuple[bytes, ...]:
        """All roster keys that the desk ever had, the one in force last; what they signed is proved with them."""
        return (*(heir.key for heir in self.heirs), self.roster_key)

    @property
    def sheet(self) -> Slot | None:
        """The slot of the recovery sheet."""
        return next((slot for slot in self.slots if slot.role == "sheet"), None)


class Found(Struct, frozen=True):
    """What the copies say: the headers to try, newest generation first, and whether a copy wants repair."""

    headers: tuple[Header, ...]
    wants_repair: bool


class _Format(Struct, frozen=True):
    format: tuple[int, int]


class _Damaged(Exception):
    """A copy is missing, cut, altered by accident, or not of our making; never leaves this module."""


def login_tag(desk: str, login: str) -> bytes:
    """Finds a login's slot without writing the login down; width and case do not matter, nor spaces around it."""
    folded = folded_login(login).encode("utf-8", "surrogatepass")
    return hmac.digest(bytes.fromhex(desk), b"privdesk login|" + folded, "sha256")


def folded_login(login: str) -> str:
    """The one form in which two logins are compared."""
    return unicodedata.normalize("NFKC", login).strip().casefold()


def canonical(thing: object) -> bytes:
    """The only way to write `thing` as JSON: keys sorted, no spaces, bytes in base64."""
    return msgspec.json.encode(thing, order="sorted")


def encode(header: Header) -> bytes:
    """The bytes of one copy."""
    body = canonical(header)
    return body + f"\n{hashlib.sha256(body).hexdigest()}\n".encode()


def decode(content: bytes) -> Header:
    """One copy, every bound checked; raises KeysDamaged or NewerProgram."""
    try:
        return _decoded(content)
    except _Damaged as damage:
        raise KeysDamaged from damage


def read(folder: Path, salt: str = "") -> Found:
    """What the copies in `folder` say, of those alone that know the data file with this `salt` if there are any.

    All of them are to be tried: whoever writes one with a higher generation must not hide the true one; how old it may
    be, the data file's mark says. Changes nothing.

    Raises NotADesk if there is no copy at all, KeysDamaged if none is sound, NewerProgram if one is of a newer format,
    DeskClosed or NotPlain for what cannot be read.
    """
    contents = [_content(folder / name) for name in COPIES]
    if all(content is None for content in contents):
        raise NotADesk(folder=folder.name)
    current = _sound(contents)
    tried = [header for header in current + _sound([_content(folder / NEXT)]) if header.file == salt] or current
    if not tried:
        raise KeysDamaged
    headers = {canonical(header): header for header in sorted(tried, key=lambda one: -one.generation)}
    is_whole = contents[0] == contents[1] == encode(next(iter(headers.values())))
    return Found(tuple(headers.values()), wants_repair=not is_whole)


def write(folder: Path, header: Header) -> None:
    """Write both copies, the first before the second, so that one of them is whole at any moment."""
    content = encode(header)
    for name in COPIES:
        files.replace(folder / name, content)


def write_next(folder: Path, header: Header) -> None:
    """Write the copy that takes effect when the data file which it knows is in place, and knows of it in turn."""
    files.replace(folder / NEXT, encode(header))


def clear(folder: Path) -> None:
    """Remove that copy, which has taken effect or never will, and what a kill has left of any copy."""
    (folder / NEXT).unlink(missing_ok=True)
    for name in (*COPIES, NEXT):
        files.drop_unfinished(folder / name)


def _sound(contents: Iterable[bytes | None]) -> list[Header]:
    sound = []
    for content in contents:
        with suppress(_Damaged):
            sound.append(_decoded(content or b""))
    return sound


def _content(path: Path) -> bytes | None:
    """The bytes of a copy, None if it is missing; never more than a header may have."""
    with files.told(denied=DeskClosed):
        try:
            with os.fdopen(files.plain(path, os.O_RDONLY), "rb") as file:
                return file.read(MOST_BYTES + 1)
        except (FileNotFoundError, NotADirectoryError):
            return None


def _decoded(content: bytes) -> Header:
    body, trailer = content[:-_TRAILER_SIZE], content[-_TRAILER_SIZE:]
    digest = f"\n{hashlib.sha256(body).hexdigest()}\n".encode()
    if len(content) > MOST_BYTES or not body or not hmac.compare_digest(digest, trailer):
        raise _Damaged
    try:
        if msgspec.json.decode(body, type=_Format).format > FORMAT:
            raise NewerProgram
        header = msgspec.json.decode(body, type=Header)
    except (msgspec.DecodeError, RecursionError) as error:
        raise _Damaged from error
    if canonical(header) != body or not _is_consistent(header):
        raise _Damaged
    return header


def _is_consistent(header: Header) -> bool:
    checks = [(check.name, check.epoch) for check in header.checks]
    slots = header.slots
    return (
        header.format == FORMAT
        and ("opening", header.epoch) in checks
        and {name for name, _ in checks} == set(get_args(RingName))
        and _are_different(checks)
        and _are_different([slot.id for slot in slots])
        and _are_different([slot.tag for slot in slots])
        and all(_is_sound(slot, set(checks)) for slot in slots)
    )


def _is_sound(slot: Slot, checks: set[tuple[RingName, int]]) -> bool:
    rings = [(ring.name, ring.epoch) for ring in slot.rings]
    if not _are_different(rings) or not checks.issuperset(rings):
        return False
    if slot.role == "sheet":
        return slot.cost is None and not any(slot.tag) and not slot.invited
    return slot.cost is not None and slot.cost.is_bounded


def _are_different(things: Sequence[object]) -> bool:
    return len(things) == len(set(things))
