"""Key headers that somebody made up: whatever stands in one, it ends with a planned error or opens as it should.

`python -m tests.storage.header_fuzz 200000 [SEED]` tries so many and prints what they ended with. Passwords are hashed
by a quick stand-in that keeps the bounds of the cost, so that what comes after the hashing is reached each time.
"""

import hashlib
import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from unittest import mock

import msgspec
from msgspec.structs import replace

from privdesk.domain.errors import DeskError
from privdesk.storage import header, keys, proof, roster, slots
from privdesk.storage.header import Header, Slot
from privdesk.storage.keys import FLOOR, Cost, Rings, UserKeys
from privdesk.storage.slots import RINGS_OF, Unlocked
from tests.storage import mutations
from tests.storage.mutations import Chance, changed, noted, told

PASSWORD, OWN = "an unhurried heron waits", "seven quiet boats at dawn"
SECRET = bytes(range(32))
SHEET = "sheet"
WORDS = {"hana": PASSWORD, "sato": PASSWORD, "kato": PASSWORD, "mori": OWN, "abe": PASSWORD, SHEET: ""}
# somebody unknown, and nobody named
LOGINS = (*WORDS, "eve", "")
_TRAILER_SIZE = 66


@dataclass(frozen=True)
class Sample:
    """A sound header, its bytes, and what each who opens it holds: `by` has everybody's keys."""

    header: Header
    content: bytes
    rings: Rings
    by: dict[str, Unlocked]

    def opening(self) -> bytearray:
        """The key under which the MAC stands."""
        return proof.held(self.rings, "opening", self.header.epoch)


@contextmanager
def quick() -> Iterator[None]:
    """Hash quickly; what must never be run is still refused."""

    def hashed(password: str, salt: bytes, cost: Cost) -> bytearray:
        if not cost.is_bounded:
            raise ValueError(f"refused to hash at {cost}")
        return keys.derived(keys.password_bytes(password), f"quick|{cost}", salt)

    with mock.patch.object(keys, "password_key", hashed):
        yield


def sample() -> Sample:
    """All that a header can have: three roles, an heir, two number keys, an invitation, keys that wait for a word."""
    made = roster.completed(roster.founded("ab" * 16, "hana", PASSWORD, SECRET, FLOOR), "cd" * 16)
    known = made.header
    for login, role, invited in (
        *(("goto", "manager", False), ("sato", "support", False), ("kato", "auditor", False)),
        *(("mori", "support", True), ("abe", "support", True)),
    ):
        known, _ = roster.added(known, login, PASSWORD, role, FLOOR, invited=invited)
    known = roster.signed(known, made.rings)
    renewed, rings = roster.renewed(known, made.rings, reroster=True)
    known = roster.signed(roster.without(renewed, renewed.slot_of("goto").id), rings)
    mori = slots.unlock(known, "mori", PASSWORD)
    known, _, _ = roster.accepted(known, mori.rings, "mori", PASSWORD, OWN, FLOOR)
    return Sample(known, header.encode(known), rings, {login: _unlocked(known, login) for login in WORDS})


def fuzz(tries: int, seed: int) -> Counter[str]:
    """Try so many made-up headers; how they ended, by the name of the error."""
    chance, ended = Chance(seed), Counter[str]()
    with quick(), noted(seed):
        whole = sample()
        for _ in range(tries):
            kind = chance.choice(_KINDS)
            content, login = kind(chance, whole), chance.choice(LOGINS)
            try:
                unlocked = _unlocked(header.decode(content), login)
                if content != whole.content:
                    _need_right(kind, whole, login, unlocked)
                _go_on(unlocked)
                ended["opened"] += 1
            except DeskError as error:
                ended[type(error).__name__] += 1
    return ended


def _unlocked(found: Header, login: str) -> Unlocked:
    if login == SHEET:
        return slots.unlock_with_sheet(found, SECRET)
    return slots.unlock(found, login, WORDS.get(login, PASSWORD))


def _go_on(unlocked: Unlocked) -> None:
    """What a login does: a manager signs and rotates, everybody else writes the MAC anew; both can be read again."""
    found, rings = unlocked.header, unlocked.rings
    if rings.epochs("roster"):
        renewed, rings = roster.renewed(found, rings, reroster=False)
        header.decode(header.encode(roster.signed(renewed, rings)))
    else:
        header.decode(header.encode(proof.proved(found, rings)))


class Deceived(AssertionError):
    """A header that nobody could rightly make has opened, or has opened with something else in it."""


def _need_right(kind: "Kind", whole: Sample, login: str, unlocked: Unlocked) -> None:
    """A stranger's never opens; an insider's says the same of everybody's roles and keys, and opens the same rings."""
    if kind is signed:
        return
    was = whole.by[login]
    same_rings = all(was.rings.epochs(name) == unlocked.rings.epochs(name) for name in RINGS_OF[was.slot.role])
    same = proof._roster(unlocked.header) == proof._roster(whole.header) and was.slot.role == unlocked.slot.role
    if kind not in _INSIDERS or not (same and same_rings):
        raise Deceived(f"{kind.__name__} opened for {login}: {header.encode(unlocked.header)!r}")


def flipped(chance: Chance, whole: Sample) -> bytes:
    return mutations.flipped(chance, whole.content, chance.choice((0, _TRAILER_SIZE)))


def cut(chance: Chance, whole: Sample) -> bytes:
    return mutations.cut(chance, whole.content, _TRAILER_SIZE)


def moved(chance: Chance, whole: Sample) -> bytes:
    return mutations.moved(chance, whole.content)


def deep(chance: Chance, whole: Sample) -> bytes:
    return _whole(mutations.nested(chance))


def raw(chance: Chance, whole: Sample) -> bytes:
    return _whole(mutations.noise(chance))


def retold(chance: Chance, whole: Sample) -> bytes:
    """With a trailer that fits, as a stranger can make it."""
    return _whole(told(changed(chance, json.loads(header.canonical(whole.header)))))


def sealed_anew(chance: Chance, whole: Sample) -> bytes:
    """With rings of his own sealed to everybody, for a right or a wrong place, and a MAC under his own opening ring."""
    own, found = whole.rings.copied(), whole.header
    epoch = chance.choice((found.epoch, 1, 2**32))
    own.put(chance.choice(("opening", "number", "roster")), epoch, keys.new_key())
    people = []
    for slot in found.slots:
        kept = tuple(
            replace(
                ring,
                sealed=keys.seal_to(
                    chance.choice(found.slots).box_key if chance.random() < 0.1 else slot.box_key,
                    own.get(ring.name, ring.epoch) or keys.new_key(),
                    proof.place(found.desk, ring.name, ring.epoch),
                ),
            )
            for ring in slot.rings
        )
        people.append(replace(slot, rings=kept))
    forged = replace(found, slots=tuple(people))
    return header.encode(_maced(forged, proof.held(own, "opening", found.epoch)))


def proved(chance: Chance, whole: Sample) -> bytes:
    """With the right MAC, as anybody can make it who can open the desk."""
    return _remade(chance, whole, lambda forged: _maced(forged, whole.opening()))


def wrapped_anew(chance: Chance, whole: Sample) -> bytes:
    """With somebody's own slot wrapped anew after it was changed, and the right MAC."""
    login = chance.choice(("hana", "sato", "kato", "mori"))
    was = whole.by[login]

    def remade(forged: Header) -> Header:
        own = next((slot for slot in forged.slots if slot.id == was.slot.id), None)
        if own is not None and _can_wrap(own):
            key, private = keys.password_key(WORDS[login], own.salt, own.cost or FLOOR), _private(was.user)
            fresh = replace(own, wrapped=keys.wrap(key, private, proof.bound(forged, own)))
            forged = replace(forged, slots=tuple(fresh if slot is own else slot for slot in forged.slots))
        return _maced(forged, whole.opening())

    return _remade(chance, whole, remade, only_slot=was.slot.id)


def signed(chance: Chance, whole: Sample) -> bytes:
    """With the roster's signature and the right MAC, as a manager can make it."""

    def remade(forged: Header) -> Header:
        ring = proof.held(whole.rings, "roster", whole.header.newest("roster"))
        return _maced(replace(forged, signature=keys.roster_sign(ring, proof._roster(forged))), whole.opening())

    return _remade(chance, whole, remade)


Kind = Callable[[Chance, Sample], bytes]
_KINDS: tuple[Kind, ...] = (
    *(flipped, cut, moved, deep, raw, sealed_anew, *(retold,) * 3),
    *(*(proved,) * 4, *(wrapped_anew,) * 4, *(signed,) * 4),
)
_INSIDERS = (proved, wrapped_anew, sealed_anew)


def _remade(chance: Chance, whole: Sample, remake: Callable[[Header], Header], only_slot: str = "") -> bytes:
    """A changed header that the bounds still let through is made to fit; of the rest only the trailer is."""
    tree = json.loads(header.canonical(whole.header))
    inner = next((one for one in tree["slots"] if one["id"] == only_slot), tree)
    changed(chance, inner, odd=0.2)
    body = told(tree)
    try:
        forged = msgspec.json.decode(body, type=Header)
        return header.encode(remake(forged))
    except msgspec.DecodeError:
        return _whole(body)


def _maced(forged: Header, opening: bytearray) -> Header:
    rings = Rings()
    rings.put("opening", forged.epoch, opening)
    return replace(forged, mac=proof._mac(forged, rings))


def _can_wrap(slot: Slot) -> bool:
    return slot.cost is None or slot.cost.is_bounded


def _private(user: UserKeys) -> bytearray:
    return bytearray(user._box.private_bytes_raw() + user._sign.private_bytes_raw())


def _whole(body: bytes) -> bytes:
    return body + f"\n{hashlib.sha256(body).hexdigest()}\n".encode()


if __name__ == "__main__":
    mutations.main("made-up key headers", fuzz, sys.argv[1:])
