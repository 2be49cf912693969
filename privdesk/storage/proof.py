"""What holds a key header together, each part against another attacker.

A slot's keys are wrapped together with all that the slot says and with the roster key of that day (its pin): a
stranger who alters it makes it unopenable. The roster signature covers who has which role, a check of every ring, the
older roster keys and the whole slot of the sheet: an insider without the roster ring cannot promote himself, nobody can
put a ring of his own in place of the desk's, and a sheet that was made useless is noticed before it is needed. The MAC
under the opening key covers every byte.

Who loses the roster ring may have kept its key, so that the desk takes a new one, signed by the one before. A slot
follows these signatures from its pin and is pinned anew at its user's next login; the anchor knows the newest at once.
A forger who knows the old key could deceive a user who has not come since, or the sheet as long as it is not replaced,
but only on a PC that has not seen the new key.
"""

from msgspec.structs import replace

from privdesk.domain.errors import KeyNotHeld, KeysAltered
from privdesk.storage import keys
from privdesk.storage.header import MAC_SIZE, Header, Heir, Slot, Vouched, canonical
from privdesk.storage.keys import RingName, Rings, UserKeys

UNPROVED = bytes(MAC_SIZE)


def held(rings: Rings, name: RingName, epoch: int) -> bytearray:
    """A key that is needed now; raises KeyNotHeld."""
    key = rings.get(name, epoch)
    if key is None:
        raise KeyNotHeld
    return key


def place(desk: str, name: RingName, epoch: int) -> str:
    """What a sealed ring is bound to."""
    return f"{desk}|{name}|{epoch}"


def check(desk: str, name: RingName, epoch: int, key: bytearray) -> bytes:
    """What tells a ring of the desk from a stranger's, without telling the ring."""
    return bytes(keys.derived(key, f"check|{place(desk, name, epoch)}"))


def bound(header: Header, slot: Slot) -> bytes:
    """All that a slot's wrapped keys are bound to; its rings and role stand in the signature instead."""
    return b"privdesk slot 1|" + canonical(
        {
            "desk": header.desk,
            "pin": slot.pin,
            "id": slot.id,
            "kind": "password" if slot.cost else "sheet",
            "invited": slot.invited,
            "tag": slot.tag,
            "salt": slot.salt,
            "cost": slot.cost,
            "box_key": slot.box_key,
            "sign_key": slot.sign_key,
        }
    )


def proved(header: Header, rings: Rings, *, roster_changed: bool = False) -> Header:
    """The header one generation on (a new one stays at its first), signed if the roster changed, and with its MAC.

    Raises KeyNotHeld where the roster changed and the roster ring is not held.
    """
    if header.mac != UNPROVED:
        header = replace(header, generation=header.generation + 1, roster=header.roster + roster_changed)
    if roster_changed:
        ring = held(rings, "roster", header.newest("roster"))
        header = replace(header, signature=keys.roster_sign(ring, _roster(header)))
    return replace(header, mac=_mac(header, rings))


def vouched(header: Header, slot: Slot, own: Slot, invitation: UserKeys) -> Vouched:
    """The word of an invitation's keys, which the roster knows, for those that its user made himself."""
    return Vouched(slot.box_key, slot.sign_key, invitation.sign(_own_keys(header, own)))


def handed_on(header: Header, ring: bytearray, to: bytes) -> tuple[Heir, ...]:
    """The roster keys until now, the one in force with its word for the next."""
    return (*header.heirs, Heir(header.roster_key, keys.roster_sign(ring, _succession(header.desk, to))))


def need_whole(header: Header, slot: Slot, rings: Rings) -> None:
    """Raise KeysAltered unless signatures and MAC hold, as seen from a slot whose keys and rings are open."""
    newest = header.newest("roster")
    roster = rings.get("roster", newest)
    if not (
        is_heir_of(slot.pin, header)
        and keys.is_signed(header.roster_key, header.signature, _roster(header))
        and all(_is_vouched(header, one) and keys.can_be_sealed_to(one.box_key) for one in header.slots)
        and (roster is None or keys.same(keys.roster_public(roster), header.roster_key))
        and keys.same(_mac(header, rings), header.mac)
    ):
        raise KeysAltered


def is_heir_of(known: bytes, header: Header) -> bool:
    """Whether the roster key is the one `known` before, or came after it by signatures each made under the last."""
    chain = header.roster_keys
    if known not in chain:
        return False
    start = chain.index(known)
    steps = zip(header.heirs[start:], chain[start + 1 :], strict=True)
    return all(keys.is_signed(heir.key, heir.signature, _succession(header.desk, to)) for heir, to in steps)


def _roster(header: Header) -> bytes:
    """What a manager signs: who has which role with which public keys, the checks of the rings, heirs and sheet.

    Who is still joining stands in it as such: nobody else decides when the rings of a role are sealed to somebody.
    """
    people = [
        (
            *(one.id, f"joining {one.role}" if one.is_joining else one.role, one.tag),
            *((one.vouched or one).box_key, (one.vouched or one).sign_key),
        )
        for one in header.slots
    ]
    content = (header.desk, header.roster, header.roster_key, header.heirs, header.checks, people, header.sheet)
    return b"privdesk roster 1|" + canonical(content)


def _is_vouched(header: Header, slot: Slot) -> bool:
    word = slot.vouched
    return word is None or keys.is_signed(word.sign_key, word.signature, _own_keys(header, slot))


def _own_keys(header: Header, slot: Slot) -> bytes:
    return b"privdesk own keys 1|" + canonical((header.desk, slot.id, slot.box_key, slot.sign_key))


def _succession(desk: str, to: bytes) -> bytes:
    return b"privdesk roster key 1|" + canonical((desk, to))


def _mac(header: Header, rings: Rings) -> bytes:
    key = rings.get("opening", header.epoch)
    if key is None:
        raise KeysAltered
    under = keys.derived(key, "header")
    try:
        return keys.mac(under, b"privdesk header 1|" + canonical(replace(header, mac=UNPROVED)))
    finally:
        keys.wipe(under)
