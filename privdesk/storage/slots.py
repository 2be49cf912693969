"""Who can open the desk: makes, opens and proves the slots of the key header.

Three things hold a header together, each against another attacker. A slot's keys are wrapped together with all that the
slot says and with the roster key (its pin): a stranger who alters it makes it unopenable. The roster signature covers
who has which role and a check of every ring: an insider without the roster ring cannot promote himself, and nobody can
put a ring of his own in place of the desk's. The MAC under the opening key covers every byte.
"""

import secrets
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from dataclasses import replace as replaced

from msgspec.structs import replace

from privdesk.domain.errors import DeskFull, KeyNotHeld, KeysAltered, LoginTaken, WrongPassword, WrongSheet
from privdesk.storage import keys
from privdesk.storage.header import (
    FORMAT,
    MAC_SIZE,
    MOST_SLOTS,
    SIGNATURE_SIZE,
    Header,
    RingCheck,
    Role,
    SealedRing,
    Slot,
    canonical,
    login_tag,
)
from privdesk.storage.keys import KEY_SIZE, SALT_SIZE, Cost, RingName, Rings, UserKeys

RINGS_OF: dict[Role, tuple[RingName, ...]] = {
    "manager": ("opening", "number", "roster"),
    "support": ("opening", "number"),
    "auditor": ("opening",),
    "sheet": ("opening", "number", "roster"),
}
_UNSIGNED, _UNPROVED = bytes(SIGNATURE_SIZE), bytes(MAC_SIZE)
_FIRST = 1  # the epoch of all rings of a new desk, and of the roster ring for good
_NO_TAG = bytes(KEY_SIZE)


@dataclass(frozen=True)
class Unlocked:
    """A proven header with what its opener holds."""

    header: Header
    slot: Slot
    user: UserKeys
    rings: Rings


def founded(desk: str, login: str, password: str, secret: bytes, cost: Cost) -> Unlocked:
    """The header of a new desk with its first manager and its recovery sheet.

    It still lacks its data file, signature and MAC: see `proved`.
    """
    rings = Rings()
    for name in RINGS_OF["sheet"]:
        rings.put(name, 1, keys.new_key())
    bare = Header(
        format=FORMAT,
        desk=desk,
        generation=1,
        epoch=1,
        files={},
        roster=1,
        roster_key=keys.roster_public(_held(rings, "roster", _FIRST)),
        checks=tuple(RingCheck(name, 1, _check(desk, name, 1, _held(rings, name, 1))) for name in RINGS_OF["sheet"]),
        slots=(),
        signature=_UNSIGNED,
        mac=_UNPROVED,
    )
    slot, user = _made(bare, rings, "manager", login_tag(desk, login), _by_password(password, cost), cost)
    sheet, _ = _made(bare, rings, "sheet", _NO_TAG, lambda salt: keys.sheet_key(secret, salt), None)
    return Unlocked(replace(bare, slots=(slot, sheet)), slot, user, rings)


def completed(made: Unlocked, salt: str) -> Unlocked:
    """A new desk's header with its data file, signature and MAC."""
    header = replace(made.header, files={salt: 1})
    return replaced(made, header=proved(header, made.rings, roster_changed=True))


def proved(header: Header, rings: Rings, *, roster_changed: bool = False) -> Header:
    """The header one generation on (a new one stays at its first), signed if the roster changed, and with its MAC.

    Raises KeyNotHeld where the roster changed and the roster ring is not held.
    """
    if header.mac != _UNPROVED:
        header = replace(header, generation=header.generation + 1, roster=header.roster + roster_changed)
    if roster_changed:
        header = replace(header, signature=keys.roster_sign(_held(rings, "roster", _FIRST), _roster(header)))
    return replace(header, mac=_mac(header, rings))


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


def added(header: Header, rings: Rings, login: str, password: str, role: Role, cost: Cost) -> tuple[Header, Slot]:
    """The header with one more user; raises LoginTaken, DeskFull or KeyNotHeld."""
    if header.slot_of(login):
        raise LoginTaken(login=login)
    if len(header.slots) >= MOST_SLOTS:
        raise DeskFull(most=MOST_SLOTS - 1)
    tag = login_tag(header.desk, login)
    slot, _ = _made(header, rings, role, tag, _by_password(password, cost), cost)
    return proved(replace(header, slots=(*header.slots, slot)), rings, roster_changed=True), slot


def rewrapped(header: Header, rings: Rings, login: str, old: str, new: str, cost: Cost) -> Header:
    """The header with another password, or the same one at a higher cost, for a user; raises WrongPassword."""
    slot, private = _private(header, login, old)
    strong = slot.cost.raised_to(cost) if slot.cost else cost
    fresh = replace(slot, salt=secrets.token_bytes(SALT_SIZE), cost=strong)
    wrapping = keys.password_key(new, fresh.salt, strong)
    fresh = replace(fresh, wrapped=keys.wrap(wrapping, private, _bound(header, fresh)))
    keys.wipe(wrapping)
    keys.wipe(private)
    return proved(replace(header, slots=tuple(fresh if one.id == slot.id else one for one in header.slots)), rings)


def _by_password(password: str, cost: Cost) -> Callable[[bytes], bytearray]:
    return lambda salt: keys.password_key(password, salt, cost)


def _made(
    header: Header, rings: Rings, role: Role, tag: bytes, wrapping_key: Callable[[bytes], bytearray], cost: Cost | None
) -> tuple[Slot, UserKeys]:
    """A slot with new keys of its own, and every ring of its role sealed to them."""
    private = keys.new_private()
    user = UserKeys(private.copy())
    bare = Slot(
        id=secrets.token_hex(16),
        role=role,
        tag=tag,
        salt=secrets.token_bytes(SALT_SIZE),
        cost=cost,
        box_key=user.box_key,
        sign_key=user.sign_key,
        wrapped=b"",
        rings=tuple(_sealed_rings(header, rings, user.box_key, RINGS_OF[role])),
    )
    wrapping = wrapping_key(bare.salt)
    slot = replace(bare, wrapped=keys.wrap(wrapping, private, _bound(header, bare)))
    keys.wipe(wrapping)
    keys.wipe(private)
    return slot, user


def _sealed_rings(header: Header, rings: Rings, box_key: bytes, names: tuple[RingName, ...]) -> Iterable[SealedRing]:
    for check in header.checks:
        if check.name in names:
            key = _held(rings, check.name, check.epoch)
            place = _place(header.desk, check.name, check.epoch)
            yield SealedRing(check.name, check.epoch, keys.seal_to(box_key, key, place))


def _user(header: Header, login: str, password: str) -> tuple[Slot, UserKeys]:
    slot, private = _private(header, login, password)
    return slot, _matching(slot, UserKeys(private))


def _private(header: Header, login: str, password: str) -> tuple[Slot, bytearray]:
    slot = header.slot_of(login)
    asked = slot or _decoy(header, login)
    wrapping = keys.password_key(password, asked.salt, asked.cost or keys.DEFAULT)
    try:
        private = keys.unwrap(wrapping, asked.wrapped, _bound(header, asked))
    except keys.Unopened as error:
        raise WrongPassword from error
    finally:
        keys.wipe(wrapping)
    if slot is None:
        raise WrongPassword
    return slot, private


def _decoy(header: Header, login: str) -> Slot:
    """A slot that takes as long as a real one and opens to nobody."""
    model = next((slot for slot in header.slots if slot.cost), header.slots[0])
    return replace(
        model, salt=login_tag(header.desk, login)[:SALT_SIZE], wrapped=secrets.token_bytes(len(model.wrapped))
    )


def _opened(header: Header, slot: Slot, wrapping: bytearray) -> UserKeys:
    try:
        return _matching(slot, UserKeys(keys.unwrap(wrapping, slot.wrapped, _bound(header, slot))))
    finally:
        keys.wipe(wrapping)


def _matching(slot: Slot, user: UserKeys) -> UserKeys:
    """AES-GCM alone does not commit to one key; the public halves do."""
    if not (keys.same(user.box_key, slot.box_key) and keys.same(user.sign_key, slot.sign_key)):
        raise KeysAltered
    return user


def proven(header: Header, slot: Slot, user: UserKeys) -> Unlocked:
    """The rings of a slot whose keys are open, after signature, ring checks and MAC have held."""
    if not keys.is_signed(header.roster_key, header.signature, _roster(header)):
        raise KeysAltered
    rings = _unsealed(header, slot, user)
    roster = rings.get("roster", _FIRST)
    is_whole = {ring.name for ring in slot.rings} == set(RINGS_OF[slot.role])
    is_ours = roster is None or keys.same(keys.roster_public(roster), header.roster_key)
    if not (is_whole and is_ours and keys.same(_mac(header, rings), header.mac)):
        rings.wipe()
        raise KeysAltered
    return Unlocked(header, slot, user, rings)


def _unsealed(header: Header, slot: Slot, user: UserKeys) -> Rings:
    rings = Rings()
    checks = {(check.name, check.epoch): check.check for check in header.checks}
    for ring in slot.rings:
        try:
            key = user.unseal(ring.sealed, _place(header.desk, ring.name, ring.epoch))
        except keys.Unopened as error:
            raise KeysAltered from error
        if not keys.same(_check(header.desk, ring.name, ring.epoch, key), checks[ring.name, ring.epoch]):
            raise KeysAltered
        rings.put(ring.name, ring.epoch, key)
    return rings


def _held(rings: Rings, name: RingName, epoch: int) -> bytearray:
    key = rings.get(name, epoch)
    if key is None:
        raise KeyNotHeld
    return key


def _check(desk: str, name: RingName, epoch: int, key: bytearray) -> bytes:
    return bytes(keys.derived(key, f"check|{_place(desk, name, epoch)}"))


def _place(desk: str, name: RingName, epoch: int) -> str:
    return f"{desk}|{name}|{epoch}"


def _bound(header: Header, slot: Slot) -> bytes:
    """All that a slot's wrapped keys are bound to; its rings and role stand in the signature instead."""
    return b"privdesk slot 1|" + canonical(
        {
            "desk": header.desk,
            "roster_key": header.roster_key,
            "id": slot.id,
            "kind": "password" if slot.cost else "sheet",
            "tag": slot.tag,
            "salt": slot.salt,
            "cost": slot.cost,
            "box_key": slot.box_key,
            "sign_key": slot.sign_key,
        }
    )


def _roster(header: Header) -> bytes:
    """What a manager signs: who has which role with which public keys, and the checks of the rings."""
    people = [(slot.id, slot.role, slot.tag, slot.box_key, slot.sign_key) for slot in header.slots]
    content = (header.desk, header.roster, header.roster_key, header.checks, people)
    return b"privdesk roster 1|" + canonical(content)


def _mac(header: Header, rings: Rings) -> bytes:
    key = rings.get("opening", header.epoch)
    if key is None:
        raise KeysAltered
    under = keys.derived(key, "header")
    try:
        return keys.mac(under, b"privdesk header 1|" + canonical(replace(header, mac=_UNPROVED)))
    finally:
        keys.wipe(under)
