"""The key header against accident, against a stranger who can write, and against an insider."""

import hashlib
import random
from dataclasses import replace as replaced

import pytest
from msgspec.structs import replace

from privdesk.domain.errors import (
    DeskError,
    KeyNotHeld,
    KeysAltered,
    KeysDamaged,
    NewerProgram,
    NotADesk,
    WrongPassword,
)
from privdesk.storage import header, keys, proof, roster, slots
from privdesk.storage.header import COPIES, MOST_BYTES, MOST_SLOTS, Header
from privdesk.storage.keys import FLOOR, Cost
from tests.storage import header_fuzz
from tests.storage.made_desk import PASSWORD, SUPPORT, everything_in


def content_of(desk) -> bytes:
    return (desk.folder / COPIES[0]).read_bytes()


def sealed(body: bytes) -> bytes:
    """A body with a trailer that fits, as anybody who can write could make it."""
    return body + f"\n{hashlib.sha256(body).hexdigest()}\n".encode()


def opened(desk, login="hana", password=PASSWORD) -> slots.Unlocked:
    return slots.unlock(header.read(desk.folder).headers[0], login, password)


def put(desk, forged: Header) -> None:
    for name in COPIES:
        (desk.folder / name).write_bytes(header.encode(forged))


def with_slot(of: Header, login: str, **changes) -> Header:
    own = of.slot_of(login)
    return replace(of, slots=tuple(replace(one, **changes) if one is own else one for one in of.slots))


def test_what_is_written_is_read(desk):
    found = header.read(desk.folder)
    (read,) = found.headers
    assert header.encode(read) == content_of(desk)
    assert not found.wants_repair
    assert [slot.role for slot in read.slots] == ["manager", "sheet", "support", "auditor"]


def test_no_login_stands_in_clear_and_its_spelling_is_forgiven(desk):
    content = content_of(desk)
    assert b"hana" not in content
    assert b"sato" not in content
    (read,) = header.read(desk.folder).headers
    assert read.slot_of(" ＨＡＮＡ ") is read.slot_of("hana") is not None
    assert read.slot_of("hanako") is None


def test_each_role_holds_its_rings_and_no_more(desk):
    held = {
        login: {name for name in ("opening", "number", "roster") if opened(desk, login, word).rings.get(name, 1)}
        for login, word in (("hana", PASSWORD), ("sato", SUPPORT), ("kato", SUPPORT))
    }
    assert held == {"hana": {"opening", "number", "roster"}, "sato": {"opening", "number"}, "kato": {"opening"}}


def test_random_flips_and_cuts_are_damage_of_one_copy(desk):
    """Each of 400 altered copies is seen for what it is, alone and beside its healthy twin."""
    whole = content_of(desk)
    rng = random.Random(20261122)
    for turn in range(400):
        altered = bytearray(whole)
        if turn % 4:
            altered[rng.randrange(len(altered))] ^= 1 << rng.randrange(8)
        else:
            del altered[rng.randrange(len(altered)) :]
        with pytest.raises(KeysDamaged):
            header.decode(bytes(altered))
        (desk.folder / COPIES[turn % 2]).write_bytes(altered)
        found = header.read(desk.folder)
        assert found.wants_repair
        assert header.encode(found.headers[0]) == whole
        (desk.folder / COPIES[turn % 2]).write_bytes(whole)


def test_made_up_ones_end_with_a_planned_error_or_open_as_they_should():
    ended = header_fuzz.fuzz(1000, 20261122)
    assert ended.total() == 1000
    assert {"KeysDamaged", "NewerProgram", "WrongPassword", "UserMissing", "KeysAltered", "opened"} <= set(ended)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"null",
        b"[]",
        b"{" * 5000,
        b"[" * 100_000,
        b'{"format":[1,0]}',
        b'{"format":[1,0],"format":[1,0]}',
        b"\xff\xfe{}",
    ],
)
def test_a_foreign_body_is_damage(body):
    with pytest.raises(KeysDamaged):
        header.decode(sealed(body))


def test_another_spelling_of_the_same_content_is_refused(desk):
    body = content_of(desk)[:-66]
    for other in (b" " + body, body.replace(b'":', b'": ', 1), body[:-1] + b',"extra":1}'):
        with pytest.raises(KeysDamaged):
            header.decode(sealed(other))


def test_bounds_hold_before_anything_is_computed(desk):
    read = opened(desk).header
    many = tuple(replace(read.slots[0], id=f"{n:032x}", tag=n.to_bytes(32)) for n in range(MOST_SLOTS + 1))
    for forged in (
        replace(read, slots=many),
        replace(read, slots=()),
        replace(read, slots=(*read.slots, read.slots[0])),
        replace(read, generation=0),
        replace(read, epoch=2),
        replace(read, file="0" * 31),
        with_slot(read, "hana", wrapped=b"x" * 91),
        with_slot(read, "hana", cost=None),
        with_slot(read, "hana", rings=()),
    ):
        with pytest.raises(KeysDamaged):
            header.decode(header.encode(forged))
    with pytest.raises(KeysDamaged):
        header.decode(sealed(b" " * MOST_BYTES))


def test_a_huge_copy_is_not_read_whole(desk):
    with (desk.folder / COPIES[0]).open("ab") as file:
        file.truncate(4 * 1024**3)
    assert header.read(desk.folder).wants_repair


def test_a_newer_format_is_never_passed_over(desk):
    body = content_of(desk)[:-66]
    for newer in (b'"format":[1,1]', b'"format":[2,0]'):
        (desk.folder / COPIES[1]).write_bytes(sealed(body.replace(b'"format":[1,0]', newer)))
        with pytest.raises(NewerProgram):
            header.read(desk.folder)


def test_an_older_copy_gives_way_to_the_newer(desk):
    newer = replace(opened(desk).header, generation=99)
    (desk.folder / COPIES[1]).write_bytes(header.encode(newer))
    found = header.read(desk.folder)
    assert found.headers == (newer, header.decode(content_of(desk)))
    assert found.wants_repair


def test_no_copy_is_no_desk(tmp_path):
    with pytest.raises(NotADesk):
        header.read(tmp_path)


def test_both_copies_damaged(desk):
    for name in COPIES:
        (desk.folder / name).write_bytes(b"")
    with pytest.raises(KeysDamaged):
        header.read(desk.folder)


# A stranger who can write the files but holds no key


def test_lowered_hashing_is_refused(desk):
    unlocked = opened(desk)
    put(desk, with_slot(unlocked.header, "hana", cost=Cost(8 * 1024, 1, 1)))
    with pytest.raises(KeysDamaged):
        header.read(desk.folder)
    strong = roster.rewrapped(unlocked.header, unlocked.rings, "hana", PASSWORD, PASSWORD, Cost(FLOOR.memory_kib, 4, 1))
    put(desk, with_slot(strong, "hana", cost=FLOOR))
    with pytest.raises(WrongPassword):
        opened(desk)


def test_raised_memory_is_refused_before_it_is_used(desk):
    put(desk, with_slot(opened(desk).header, "hana", cost=Cost(64 * 1024 * 1024, 3, 4)))
    with pytest.raises(KeysDamaged):
        header.read(desk.folder)


def test_a_foreign_slot_opens_nothing(desk):
    read = opened(desk).header
    foreign = roster.completed(roster.founded(read.desk, "eve", SUPPORT, bytes(32), FLOOR), read.file).slot
    put(desk, replace(read, slots=(*read.slots, foreign)))
    for login, word in (("eve", SUPPORT), ("hana", PASSWORD)):
        with pytest.raises((KeysAltered, WrongPassword)):
            opened(desk, login, word)


def test_a_whole_foreign_header_of_the_same_name_does_not_pass_for_ours(desk):
    read = opened(desk).header
    made = roster.completed(roster.founded(read.desk, "eve", SUPPORT, bytes(32), FLOOR), read.file)
    put(desk, made.header)
    with pytest.raises(WrongPassword):
        opened(desk)


def test_rings_of_a_strangers_own_do_not_pass_for_the_desks(desk):
    """Anybody can seal to a public key; the signed check says whose ring it is, even if the MAC is made to fit."""
    read = opened(desk).header
    own, place = keys.new_key(), f"{read.desk}|opening|1"
    forged = read
    for slot in read.slots:
        swapped = tuple(
            replace(ring, sealed=keys.seal_to(slot.box_key, own, place)) if ring.name == "opening" else ring
            for ring in slot.rings
        )
        forged = replace(forged, slots=tuple(replace(s, rings=swapped) if s.id == slot.id else s for s in forged.slots))
    rings = keys.Rings()
    rings.put("opening", 1, own)
    put(desk, proof.proved(forged, rings))
    with pytest.raises(KeysAltered):
        opened(desk)


def test_swapped_wrapped_keys_open_nothing(desk):
    read = opened(desk).header
    put(desk, with_slot(read, "hana", wrapped=read.slot_of("sato").wrapped))
    with pytest.raises(WrongPassword):
        opened(desk)


# An insider who holds the opening ring, so that he can make the MAC fit


def test_an_insider_cannot_promote_himself(desk):
    insider = opened(desk, "sato", SUPPORT)
    put(desk, proof.proved(with_slot(insider.header, "sato", role="manager"), insider.rings))
    with pytest.raises(KeysAltered):
        opened(desk)
    more, _ = roster.added(insider.header, "eve", SUPPORT, "support", FLOOR)
    with pytest.raises(KeyNotHeld):
        roster.signed(more, insider.rings)


def test_an_insider_cannot_swap_the_roster_key(desk):
    """The key is pinned in every slot: with another one nobody else opens the desk."""
    insider, own = opened(desk, "sato", SUPPORT), keys.new_key()
    forged = with_slot(replace(insider.header, roster_key=keys.roster_public(own)), "sato", role="manager")
    rings = keys.Rings()
    rings.put("roster", 1, own)
    rings.put("opening", 1, insider.rings.get("opening", 1))
    put(desk, proof.proved(forged, rings, roster_changed=True))
    for login, word in (("hana", PASSWORD), ("sato", SUPPORT)):
        with pytest.raises((WrongPassword, KeysAltered)):
            opened(desk, login, word)


def test_an_insider_cannot_move_a_user_to_other_keys(desk):
    insider, own = opened(desk, "sato", SUPPORT), keys.UserKeys(keys.new_private())
    put(desk, proof.proved(with_slot(insider.header, "hana", box_key=own.box_key), insider.rings))
    with pytest.raises((WrongPassword, KeysAltered)):
        opened(desk)


def test_a_ring_that_is_left_out_is_noticed(desk):
    insider = opened(desk, "sato", SUPPORT)
    fewer = insider.header.slot_of("hana").rings[:2]
    put(desk, proof.proved(with_slot(insider.header, "hana", rings=fewer), insider.rings))
    with pytest.raises(KeysAltered):
        opened(desk)


def test_an_unknown_login_hashes_as_long_as_a_wrong_password(desk, monkeypatch):
    """Counted, not timed: both run the hash once, at the same cost."""
    (read,) = header.read(desk.folder).headers
    run, hashed = keys.password_key, []
    monkeypatch.setattr(keys, "password_key", lambda word, salt, cost: hashed.append(cost) or run(word, salt, cost))
    for login in ("hana", "nobody"):
        with pytest.raises(WrongPassword):
            slots.unlock(read, login, "not the right password")
    assert hashed == [FLOOR, FLOOR]


def test_tampering_is_told_in_a_sentence_and_changes_nothing(desk):
    read = opened(desk).header
    put(desk, replaced_signature(read))
    before = everything_in(desk.folder)
    with pytest.raises(DeskError, match="changed from outside"):
        desk.open()
    assert everything_in(desk.folder) == before


def replaced_signature(of: Header) -> Header:
    return replace(of, signature=bytes(64))


def test_unlocked_things_do_not_show_their_keys(desk):
    unlocked = opened(desk)
    shown = repr(replaced(unlocked))
    assert unlocked.rings.get("opening", 1).hex() not in shown
    assert "bytearray" not in shown
