"""Who can open the desk: opens the slots of the key header and proves that it is the desk's own.

How slots are made and changed stands in `roster.py`, what is proved and against whom in `proof.py`.
"""

import secrets
from dataclasses import dataclass

from msgspec.structs import replace

from privdesk.domain.errors import KeysAltered, WrongPassword, WrongSheet
from privdesk.storage import keys, proof
from privdesk.storage.header import Header, Role, Slot, login_tag
from privdesk.storage.keys import SALT_SIZE, RingName, Rings, UserKeys

RINGS_OF: dict[Role, tuple[RingName, ...]] = {
    "manager": ("opening", "number", "roster"),
    "support": ("opening", "number"),
    "auditor": ("opening",),
    "sheet": ("opening", "number", "roster"),
}
# a single-use password was in other hands, so that with a copy of its header it shall open nothing that lasts
_RINGS_OF_JOINING: tuple[RingName, ...] = ("opening",)


@dataclass(frozen=True)
class Unlocked:
    """A proven header with what its opener holds."""

    header: Header
    slot: Slot
    user: UserKeys
    rings: Rings


def unlock(header: Header, login: str, password: str) -> Unlocked:
    """Open a user's slot and prove the header; raises WrongPassword or KeysAltered.

    An unknown login costs the same time as a wrong password.
    """
    slot, user = _user(header, login, password)
    return proven(header, slot, user)


def unlock_with_sheet(header: Header, secret: bytes) -> Unlocked:
    """Open the recovery sheet's slot and prove the header; raises WrongSheet or KeysAltered."""
    slot = header.sheet
    if slot is None:
        raise WrongSheet
    try:
        return proven(header, slot, _opened(header, slot, keys.sheet_key(secret, slot.salt)))
    except keys.Unopened as error:
        raise WrongSheet from error


def knows_password(header: Header, login: str, password: str) -> Slot:
    """The slot of somebody who proves himself beside the one who works; raises WrongPassword."""
    return _user(header, login, password)[0]


def private(header: Header, login: str, password: str) -> tuple[Slot, bytearray]:
    """A user's slot with his private keys; raises WrongPassword, after the same time for an unknown login."""
    slot = header.slot_of(login)
    asked = slot or _decoy(header, login)
    wrapping = keys.password_key(password, asked.salt, asked.cost or keys.DEFAULT)
    try:
        own = keys.unwrap(wrapping, asked.wrapped, proof.bound(header, asked))
    except keys.Unopened as error:
        raise WrongPassword from error
    finally:
        keys.wipe(wrapping)
    if slot is None:
        raise WrongPassword
    return slot, own


def proven(header: Header, slot: Slot, user: UserKeys) -> Unlocked:
    """The rings of a slot whose keys are open, after everything in the header has been proved; raises KeysAltered."""
    rings = _unsealed(header, slot, user)
    try:
        if {(ring.name, ring.epoch) for ring in slot.rings} != _due(header, slot):
            raise KeysAltered
        proof.need_whole(header, slot, rings)
    except KeysAltered:
        rings.wipe()
        raise
    return Unlocked(header, slot, user, rings)


def rings_of(slot: Slot) -> tuple[RingName, ...]:
    """The rings that a slot holds: those of its role, once a manager has signed its user's own keys."""
    return _RINGS_OF_JOINING if slot.is_joining else RINGS_OF[slot.role]


def _due(header: Header, slot: Slot) -> set[tuple[RingName, int]]:
    """What a slot must hold, in every epoch that the roster's signature names: a lost ring would lose numbers."""
    return {(check.name, check.epoch) for check in header.checks if check.name in rings_of(slot)}


def _user(header: Header, login: str, password: str) -> tuple[Slot, UserKeys]:
    slot, own = private(header, login, password)
    return slot, _matching(slot, UserKeys(own))


def _decoy(header: Header, login: str) -> Slot:
    """A slot that takes as long as a real one and opens to nobody."""
    model = next((slot for slot in header.slots if slot.cost), header.slots[0])
    return replace(
        model, salt=login_tag(header.desk, login)[:SALT_SIZE], wrapped=secrets.token_bytes(len(model.wrapped))
    )


def _opened(header: Header, slot: Slot, wrapping: bytearray) -> UserKeys:
    try:
        return _matching(slot, UserKeys(keys.unwrap(wrapping, slot.wrapped, proof.bound(header, slot))))
    finally:
        keys.wipe(wrapping)


def _matching(slot: Slot, user: UserKeys) -> UserKeys:
    """AES-GCM alone does not commit to one key; the public halves do."""
    if not (keys.same(user.box_key, slot.box_key) and keys.same(user.sign_key, slot.sign_key)):
        raise KeysAltered
    return user


def _unsealed(header: Header, slot: Slot, user: UserKeys) -> Rings:
    rings = Rings()
    checks = {(check.name, check.epoch): check.check for check in header.checks}
    for ring in slot.rings:
        try:
            key = user.unseal(ring.sealed, proof.place(header.desk, ring.name, ring.epoch))
        except keys.Unopened as error:
            raise KeysAltered from error
        if not keys.same(proof.check(header.desk, ring.name, ring.epoch, key), checks[ring.name, ring.epoch]):
            raise KeysAltered
        rings.put(ring.name, ring.epoch, key)
    return rings
