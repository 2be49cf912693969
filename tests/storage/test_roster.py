"""Changes of who may open the desk, against those who would like to make them themselves."""

import pytest
from msgspec.structs import replace

from privdesk.domain.errors import KeyNotHeld, KeysAltered, NoManagerLeft, NoSuchUser, WrongPassword
from privdesk.storage import header, keys, proof, roster, slots
from privdesk.storage.header import Header, Vouched
from privdesk.storage.keys import FLOOR, Rings, UserKeys
from tests.storage.made_desk import PASSWORD, SUPPORT

SALT, OWN = "ab" * 16, "seven quiet boats at dawn"


@pytest.fixture(scope="module")
def office() -> slots.Unlocked:
    """A header with the manager hana at it, a second manager, one of support and one who was invited."""
    made = roster.completed(roster.founded("d" * 32, "hana", PASSWORD, bytes(32), FLOOR), SALT)
    more = made.header
    for login, role, invited in (("goto", "manager", False), ("sato", "support", False), ("mori", "support", True)):
        more, _ = roster.added(more, login, SUPPORT, role, FLOOR, invited=invited)
    return slots.proven(roster.signed(more, made.rings), made.slot, made.user)


@pytest.fixture(scope="module")
def own_keys(office) -> dict[str, UserKeys]:
    """Everybody's own keys, so that each hashes once."""
    words = {"hana": PASSWORD, "goto": SUPPORT, "sato": SUPPORT, "mori": SUPPORT}
    return {login: slots.unlock(office.header, login, word).user for login, word in words.items()}


def seen_by(user: UserKeys, known: Header, login: str) -> slots.Unlocked:
    return slots.proven(known, known.slot_of(login), user)


def with_slot(of: Header, login: str, **changes) -> Header:
    own = of.slot_of(login)
    return replace(of, slots=tuple(replace(one, **changes) if one is own else one for one in of.slots))


def after(office: slots.Unlocked, edit) -> tuple[Header, Rings]:
    """What a rotation makes of the header."""
    changed = edit(office.header)
    reroster = "roster" in roster.lost(office.header, changed)
    renewed, rings = roster.renewed(office.header, office.rings, reroster=reroster)
    return roster.signed(edit(renewed), rings), rings


def without(login):
    return lambda known: roster.without(known, known.slot_of(login).id)


def lowered(login, role="support"):
    return lambda known: roster.with_role(known, known.slot_of(login).id, role)


# First logins


def test_a_single_use_password_cannot_be_made_a_lasting_one_from_outside(office):
    forged = with_slot(office.header, "mori", invited=False)
    with pytest.raises(WrongPassword):
        slots.unlock(forged, "mori", SUPPORT)


def test_own_keys_wait_under_the_word_of_the_invitation_until_a_manager_signs(office, own_keys):
    mori = seen_by(own_keys["mori"], office.header, "mori")
    fresh, slot, user = roster.accepted(office.header, mori.rings, "mori", SUPPORT, OWN, FLOOR)
    assert slot.vouched.sign_key == own_keys["mori"].sign_key != slot.sign_key == user.sign_key
    assert fresh.roster == office.header.roster
    assert not seen_by(user, fresh, "mori").rings.epochs("number")
    manager = seen_by(own_keys["hana"], fresh, "hana")
    left = roster.signed(fresh, manager.rings)
    assert not seen_by(user, left, "mori").rings.epochs("number"), "another change of the roster signs nobody's keys"
    signed = roster.signed(roster.countersigned(fresh, {slot.id}), manager.rings)
    assert signed.slot_of("mori").vouched is None
    assert signed.roster == fresh.roster + 1
    assert set(seen_by(user, signed, "mori").rings.epochs("number")) == {1}


@pytest.mark.parametrize("role", ["manager", "support", "auditor"])
def test_a_used_single_use_password_opens_nothing_that_lasts(office, role):
    """Somebody keeps the header from before the first login, and the paper: it opens what all open, and no more."""
    known, slot = roster.added(office.header, "abe", SUPPORT, role, FLOOR, invited=True)
    kept = slots.unlock(roster.signed(known, office.rings), "abe", SUPPORT)
    assert {name for name in ("opening", "number", "roster") if kept.rings.epochs(name)} == {"opening"}
    came, _, user = roster.accepted(kept.header, kept.rings, "abe", SUPPORT, OWN, FLOOR)
    assert [ring.name for ring in came.slot_of("abe").rings] == ["opening"]
    signed = roster.signed(roster.countersigned(came, {slot.id}), office.rings)
    assert {ring.name for ring in signed.slot_of("abe").rings} == set(slots.RINGS_OF[role])
    assert seen_by(user, signed, "abe").slot.role == role


def test_nobody_but_a_manager_says_that_somebody_has_joined(office, own_keys):
    """A manager's next signature would seal the rings of the role to keys that a single-use password opens."""
    insider = seen_by(own_keys["sato"], office.header, "sato")
    forged = proof.proved(with_slot(office.header, "mori", invited=False), insider.rings)
    with pytest.raises(KeysAltered):
        seen_by(own_keys["hana"], forged, "hana")


def test_an_insider_cannot_put_his_keys_in_the_place_of_an_invitation(office, own_keys):
    """He can make the MAC fit and seal the rings, but he has not the invitation's word."""
    insider, mori = seen_by(own_keys["sato"], office.header, "sato"), office.header.slot_of("mori")
    own = UserKeys(keys.new_private())
    for signature in (bytes(64), own.sign(b"anything")):
        word = Vouched(mori.box_key, mori.sign_key, signature)
        forged = with_slot(office.header, "mori", box_key=own.box_key, sign_key=own.sign_key, vouched=word)
        with pytest.raises(KeysAltered):
            seen_by(own_keys["hana"], proof.proved(forged, insider.rings), "hana")
    word = Vouched(own.box_key, own.sign_key, bytes(64))
    forged = with_slot(office.header, "mori", vouched=word)
    with pytest.raises(KeysAltered):
        seen_by(own_keys["hana"], proof.proved(forged, insider.rings), "hana")


# Who loses a key


def test_only_a_manager_changes_the_roster_and_one_must_be_left(office, own_keys):
    support = seen_by(own_keys["sato"], office.header, "sato")
    with pytest.raises(KeyNotHeld):
        roster.signed(without("mori")(office.header), support.rings)
    alone = without("goto")(office.header)
    with pytest.raises(NoManagerLeft):
        without("hana")(alone)
    with pytest.raises(NoManagerLeft):
        lowered("hana", "auditor")(alone)
    waiting, slot = roster.added(alone, "abe", SUPPORT, "manager", FLOOR, invited=True)
    with pytest.raises(NoManagerLeft):
        without("hana")(waiting)
    invitation = slots.unlock(roster.signed(waiting, office.rings), "abe", SUPPORT)
    came = roster.accepted(invitation.header, invitation.rings, "abe", SUPPORT, OWN, FLOOR)[0]
    with pytest.raises(NoManagerLeft):
        without("hana")(came)
    without("hana")(roster.countersigned(came, {slot.id}))
    with pytest.raises(NoSuchUser):
        roster.without(alone, "0" * 32)
    with pytest.raises(NoSuchUser):
        roster.without(alone, alone.sheet.id)


def test_what_is_lost_decides_what_is_renewed(office):
    before = office.header
    assert roster.lost(before, before) == frozenset()
    assert roster.lost(before, lowered("sato", "manager")(before)) == frozenset()
    assert roster.lost(before, lowered("sato", "auditor")(before)) == {"number"}
    assert roster.lost(before, lowered("goto")(before)) == {"roster"}
    assert roster.lost(before, without("sato")(before)) == {"opening", "number"}
    assert roster.lost(before, roster.with_sheet(before, bytes(32))) == {"opening", "number", "roster"}
    assert roster.must_reseal(before, lowered("sato", "auditor")(before))
    assert roster.must_reseal(before, without("sato")(before)), "he may come back as an auditor, and have kept the ring"
    auditor, slot = roster.added(before, "abe", SUPPORT, "auditor", FLOOR)
    assert not roster.must_reseal(auditor, roster.without(auditor, slot.id))


def test_number_keys_are_not_heaped_up_for_ever(office):
    known, rings = office.header, office.rings
    turns = 0
    while not roster.must_reseal(known, known):
        renewed, rings = roster.renewed(known, rings, reroster=False)
        known, turns = roster.signed(renewed, rings), turns + 1
    assert turns == roster.MOST_NUMBER_EPOCHS - 1
    assert len(header.encode(known)) < 20_000
    assert header.decode(header.encode(known)) == known


def test_each_who_stays_follows_the_roster_key_to_its_heir(office, own_keys):
    known, _ = after(office, lowered("goto"))
    assert known.roster_key != office.header.roster_key
    assert known.heirs[0].key == office.header.roster_key
    assert seen_by(own_keys["hana"], known, "hana").rings.epochs("roster").keys() == {2}
    assert not seen_by(own_keys["goto"], known, "goto").rings.epochs("roster")
    assert set(seen_by(own_keys["sato"], known, "sato").rings.epochs("opening")) == {2}
    again, _ = after(seen_by(own_keys["hana"], known, "hana"), without("goto"))
    assert len(again.roster_keys) == 2
    seen_by(own_keys["sato"], again, "sato").rings.wipe()


def test_a_lowered_manager_cannot_promote_himself_before_those_who_have_come_since(office, own_keys):
    """He kept the old roster key, holds the new opening key, and hands the old key on to one of his own."""
    known, rings = after(office, lowered("goto"))
    known = roster.rewrapped(known, rings, "hana", PASSWORD, PASSWORD, FLOOR)
    goto, own = seen_by(own_keys["goto"], known, "goto"), keys.new_key()
    stolen = goto.rings.copied()
    stolen.put("roster", 2, own)
    old = office.rings.get("roster", 1)
    to = keys.roster_public(own)
    heirs = proof.handed_on(replace(known, heirs=(), roster_key=keys.roster_public(old)), old, to)
    forged = replace(known, roster_key=to, heirs=heirs)
    forged = lowered("goto", "manager")(forged)
    forged = roster.signed(forged, stolen)
    with pytest.raises(KeysAltered):
        seen_by(own_keys["hana"], forged, "hana")


def test_a_chain_with_a_false_link_is_noticed(office, own_keys):
    known, rings = after(office, lowered("goto"))
    (heir,) = known.heirs
    for heirs in ((replace(heir, signature=bytes(64)),), ()):
        with pytest.raises(KeysAltered):
            seen_by(own_keys["sato"], proof.proved(replace(known, heirs=heirs), rings), "sato")


# The copy that comes with a new data file


def test_of_all_copies_those_count_that_know_the_file(office, tmp_path):
    known, _ = after(office, without("sato"))
    coming = replace(known, file="cd" * 16)
    header.write(tmp_path, office.header)
    header.write_next(tmp_path, coming)
    assert header.read(tmp_path, SALT) == header.Found((office.header,), wants_repair=False)
    assert header.read(tmp_path, "cd" * 16) == header.Found((coming,), wants_repair=True)
    assert header.read(tmp_path, "ef" * 16).headers == (office.header,)
    assert header.read(tmp_path).headers == (office.header,)
    for name in header.COPIES:
        (tmp_path / name).write_bytes(b"damaged")
    assert header.read(tmp_path, "cd" * 16).headers == (coming,)
    header.clear(tmp_path)
    assert not (tmp_path / header.NEXT).exists()
