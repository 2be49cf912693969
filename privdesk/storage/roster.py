"""Who stands in the key header, and with which keys: makes slots, changes them, and renews the rings they hold.

Functions that change who may do what give a header that still wants `signed`, so that several changes are one.
"""

import secrets
from collections.abc import Callable, Collection, Iterable
from dataclasses import replace as replaced

from msgspec.structs import replace

from privdesk.domain.errors import DeskFull, LoginTaken, NoManagerLeft, NoSuchUser
from privdesk.storage import keys, proof
from privdesk.storage.header import (
    FORMAT,
    MOST_SLOTS,
    SIGNATURE_SIZE,
    Header,
    RingCheck,
    Role,
    SealedRing,
    Slot,
    login_tag,
)
from privdesk.storage.keys import KEY_SIZE, SALT_SIZE, Cost, RingName, Rings, UserKeys
from privdesk.storage.slots import RINGS_OF, Unlocked, private, rings_of

# so many number rings are kept side by side, then all numbers are sealed under the newest
MOST_NUMBER_EPOCHS = 8
_UNSIGNED = bytes(SIGNATURE_SIZE)
_NO_TAG = bytes(KEY_SIZE)
_NO_FILE = "0" * 2 * SALT_SIZE
_FIRST = 1
_ALL: tuple[RingName, ...] = ("opening", "number", "roster")
_RENEWED: tuple[RingName, ...] = ("opening", "number")


def founded(desk: str, login: str, password: str, secret: bytes, cost: Cost) -> Unlocked:
    """The header of a new desk with its first manager and its recovery sheet.

    It still lacks its data file, rings, signature and MAC: see `completed`.
    """
    rings = Rings()
    for name in _ALL:
        rings.put(name, _FIRST, keys.new_key())
    bare = Header(
        format=FORMAT,
        desk=desk,
        generation=1,
        epoch=_FIRST,
        file=_NO_FILE,
        roster=1,
        roster_key=keys.roster_public(proof.held(rings, "roster", _FIRST)),
        heirs=(),
        checks=(),
        slots=(),
        signature=_UNSIGNED,
        mac=proof.UNPROVED,
    )
    slot, user = _made(bare, "manager", login_tag(desk, login), password, cost)
    return Unlocked(with_sheet(replace(bare, slots=(slot,)), secret), slot, user, rings)


def completed(made: Unlocked, salt: str) -> Unlocked:
    """A new desk's header with its data file, rings, signature and MAC."""
    header = signed(replace(made.header, file=salt), made.rings)
    return replaced(made, header=header, slot=slot_with(header, made.slot.id))


def signed(header: Header, rings: Rings) -> Header:
    """The header with the rings sealed to all who shall hold them, signed and with its MAC; raises KeyNotHeld."""
    proof.held(rings, "roster", max(rings.epochs("roster"), default=_FIRST))
    checks = tuple(
        RingCheck(name, epoch, proof.check(header.desk, name, epoch, key))
        for name in _ALL
        for epoch, key in sorted(rings.epochs(name).items())
    )
    header = replace(header, checks=checks)
    slots = tuple(replace(slot, rings=tuple(_sealed_rings(header, rings, slot))) for slot in header.slots)
    return proof.proved(replace(header, slots=slots), rings, roster_changed=True)


def slot_with(header: Header, id_: str) -> Slot:
    """The slot of somebody who is known by its id; raises NoSuchUser."""
    found = next((slot for slot in header.slots if slot.id == id_ and slot.cost), None)
    if found is None:
        raise NoSuchUser
    return found


def slot_for(header: Header, login: str) -> Slot:
    """The slot of somebody who is known by his login; raises NoSuchUser."""
    found = header.slot_of(login)
    if found is None:
        raise NoSuchUser
    return found


def added(
    header: Header, login: str, password: str, role: Role, cost: Cost, *, invited: bool = False
) -> tuple[Header, Slot]:
    """The header with one more user; raises LoginTaken or DeskFull."""
    if header.slot_of(login):
        raise LoginTaken(login=login)
    if len(header.slots) >= MOST_SLOTS:
        raise DeskFull(most=MOST_SLOTS - 1)
    slot, _ = _made(header, role, login_tag(header.desk, login), password, cost, invited=invited)
    return replace(header, slots=(*header.slots, slot)), slot


def issued_anew(header: Header, id_: str, password: str, cost: Cost, *, invited: bool) -> Header:
    """The header with a new password and new keys in a user's slot; his old private keys are gone.

    Raises NoSuchUser.
    """
    old = slot_with(header, id_)
    fresh, _ = _made(header, old.role, old.tag, password, cost, invited=invited, id_=id_)
    return _with(header, fresh)


def countersigned(header: Header, ids: Collection[str]) -> Header:
    """The header in which the keys that these users have made themselves count; they hold the rings of their roles."""
    slots = (replace(slot, vouched=None) if slot.id in ids else slot for slot in header.slots)
    return replace(header, slots=tuple(slots))


def with_role(header: Header, id_: str, role: Role) -> Header:
    """The header with another role for a user; raises NoSuchUser or NoManagerLeft."""
    changed = _with(header, replace(slot_with(header, id_), role=role))
    _need_manager(changed)
    return changed


def without(header: Header, id_: str) -> Header:
    """The header without a user; raises NoSuchUser or NoManagerLeft."""
    gone = slot_with(header, id_)
    changed = replace(header, slots=tuple(slot for slot in header.slots if slot.id != gone.id))
    _need_manager(changed)
    return changed


def with_sheet(header: Header, secret: bytes) -> Header:
    """The header with the slot of a new recovery sheet in place of the one there was."""
    sheet, _ = _new(header, "sheet", _NO_TAG, lambda salt: keys.sheet_key(secret, salt), None)
    return replace(header, slots=(*(slot for slot in header.slots if slot.role != "sheet"), sheet))


def lost(before: Header, after: Header) -> frozenset[RingName]:
    """The rings that somebody held before and does not hold after; a slot that is gone held all of its rings."""
    roles = {slot.id: slot.role for slot in after.slots}
    return frozenset(
        name
        for slot in before.slots
        for name in RINGS_OF[slot.role]
        if slot.id not in roles or name not in RINGS_OF[roles[slot.id]]
    )


def must_reseal(before: Header, after: Header) -> bool:
    """Whether all numbers must be sealed anew: somebody no longer holds their ring, or there are too many.

    Also who left may have kept it, and come back in another role or know somebody with the file.
    """
    epochs = sum(check.name == "number" for check in before.checks)
    return "number" in lost(before, after) or epochs >= MOST_NUMBER_EPOCHS


def renewed(header: Header, rings: Rings, *, reroster: bool) -> tuple[Header, Rings]:
    """The header and its rings in the next epoch: a new opening key, a new number key beside the older ones.

    With `reroster` the roster key is new too, because somebody who knew it no longer shall. Raises KeyNotHeld.
    """
    fresh = rings.copied()
    for name in _ALL if reroster else _RENEWED:
        fresh.put(name, header.newest(name) + 1, keys.new_key())
    fresh.keep_newest("opening")
    if reroster:
        old = proof.held(rings, "roster", header.newest("roster"))
        to = keys.roster_public(proof.held(fresh, "roster", header.newest("roster") + 1))
        header = replace(header, roster_key=to, heirs=proof.handed_on(header, old, to))
        fresh.keep_newest("roster")
    return replace(header, epoch=header.epoch + 1), fresh


def accepted(
    header: Header, rings: Rings, login: str, single_use: str, own: str, cost: Cost
) -> tuple[Header, Slot, UserKeys]:
    """The header after an invited user's first login: keys of his own under a password of his own.

    They wait, under the word of the invitation's keys, for a manager. Raises WrongPassword.
    """
    slot, invitation = private(header, login, single_use)
    fresh, user = _made(header, slot.role, slot.tag, own, cost, id_=slot.id)
    fresh = replace(fresh, vouched=proof.vouched(header, slot, fresh, UserKeys(invitation)))
    fresh = replace(fresh, rings=tuple(_sealed_rings(header, rings, fresh)))
    return proof.proved(_with(header, fresh), rings), fresh, user


def rewrapped(header: Header, rings: Rings, login: str, old: str, new: str, cost: Cost) -> Header:
    """The header with another password, or the same one at a higher cost, for a user; raises WrongPassword."""
    slot, own = private(header, login, old)
    strong = slot.cost.raised_to(cost) if slot.cost else cost
    fresh = replace(slot, salt=secrets.token_bytes(SALT_SIZE), cost=strong, pin=header.roster_key)
    fresh = _wrapped(header, fresh, keys.password_key(new, fresh.salt, strong), own)
    return proof.proved(_with(header, fresh), rings)


def _made(
    header: Header, role: Role, tag: bytes, password: str, cost: Cost, *, invited: bool = False, id_: str = ""
) -> tuple[Slot, UserKeys]:
    """A user's slot with new keys of its own."""
    return _new(header, role, tag, lambda salt: keys.password_key(password, salt, cost), cost, invited=invited, id_=id_)


def _new(
    header: Header,
    role: Role,
    tag: bytes,
    wrapping_key: Callable[[bytes], bytearray],
    cost: Cost | None,
    *,
    invited: bool = False,
    id_: str = "",
) -> tuple[Slot, UserKeys]:
    own = keys.new_private()
    user = UserKeys(own.copy())
    bare = Slot(
        id=id_ or secrets.token_hex(16),
        role=role,
        tag=tag,
        pin=header.roster_key,
        invited=invited,
        salt=secrets.token_bytes(SALT_SIZE),
        cost=cost,
        box_key=user.box_key,
        sign_key=user.sign_key,
        wrapped=b"",
        rings=(),
    )
    return _wrapped(header, bare, wrapping_key(bare.salt), own), user


def _wrapped(header: Header, slot: Slot, wrapping: bytearray, own: bytearray) -> Slot:
    """The slot with its private keys wrapped; both secrets are overwritten."""
    try:
        return replace(slot, wrapped=keys.wrap(wrapping, own, proof.bound(header, slot)))
    finally:
        keys.wipe(wrapping)
        keys.wipe(own)


def _with(header: Header, fresh: Slot) -> Header:
    return replace(header, slots=tuple(fresh if slot.id == fresh.id else slot for slot in header.slots))


def _need_manager(header: Header) -> None:
    """Somebody must be left who can let others in; who is still joining does not count."""
    if not any(slot.role == "manager" and not slot.is_joining for slot in header.slots):
        raise NoManagerLeft


def _sealed_rings(header: Header, rings: Rings, slot: Slot) -> Iterable[SealedRing]:
    for check in header.checks:
        if check.name in rings_of(slot):
            key = proof.held(rings, check.name, check.epoch)
            place = proof.place(header.desk, check.name, check.epoch)
            yield SealedRing(check.name, check.epoch, keys.seal_to(slot.box_key, key, place))
