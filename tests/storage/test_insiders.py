"""What somebody with a password of his own, write access and tools of his own still cannot do, or where the limit is.

He holds the opening ring, so that every header of his has the right MAC, and he can write into the data file.
"""

import shutil
from contextlib import closing
from dataclasses import dataclass
from dataclasses import replace as replaced
from pathlib import Path

import pytest
from msgspec.structs import replace

from privdesk.domain.errors import DataForeign, KeysAltered, OlderThanSeen
from privdesk.storage import connection, header, keys, mark, proof, roster, slots
from privdesk.storage.header import Header
from privdesk.storage.keys import FLOOR, Rings, UserKeys
from privdesk.storage.opening import open_vault, unlock_with_sheet
from privdesk.storage.rotation import rotating
from privdesk.storage.vault import DATA, Vault, add_user, change_roster, mark_of
from tests.office import PASSWORD, TERMS, Founded, found
from tests.storage.header_fuzz import WORDS, Sample, quick, sample
from tests.storage.made_desk import SUPPORT


@pytest.fixture(scope="module")
def whole() -> Sample:
    with quick():
        return sample()


def seen_by(whole: Sample, forged: Header, login: str) -> slots.Unlocked:
    """What opens to somebody who does not know that the header is not the manager's."""
    was = whole.by[login]
    own = next(slot for slot in forged.slots if slot.id == was.slot.id)
    return slots.proven(header.decode(header.encode(forged)), own, was.user)


def by(whole: Sample, login: str, forged: Header) -> Header:
    """The header with the MAC that somebody can make."""
    return proof.proved(forged, whole.by[login].rings)


def with_slot(of: Header, id_: str, **changes) -> Header:
    return replace(of, slots=tuple(replace(slot, **changes) if slot.id == id_ else slot for slot in of.slots))


def need_refused(whole: Sample, forged: Header, logins=("hana", "sato", "kato", "mori", "sheet")) -> None:
    for login in logins:
        with pytest.raises(KeysAltered):
            seen_by(whole, forged, login)


def test_what_an_insider_only_counts_on_opens(whole: Sample):
    """So that what is refused below is refused for its own sake."""
    for login in WORDS:
        assert seen_by(whole, by(whole, "kato", whole.header), login).header.generation > whole.header.generation


def test_support_cannot_hand_the_number_ring_to_the_auditor(whole: Sample):
    kato, epoch = whole.header.slot_of("kato"), whole.header.newest("number")
    key = whole.by["sato"].rings.get("number", epoch)
    sealed = keys.seal_to(kato.box_key, key, proof.place(whole.header.desk, "number", epoch))
    forged = with_slot(whole.header, kato.id, rings=(*kato.rings, header.SealedRing("number", epoch, sealed)))
    need_refused(whole, by(whole, "sato", forged), ["kato"])


def test_no_ring_can_be_taken_from_a_manager_not_even_an_older_epoch(whole: Sample):
    """His next signature would leave it out for everybody, and the numbers under it would be lost."""
    hana = whole.header.slot_of("hana")
    assert [(ring.name, ring.epoch) for ring in hana.rings] == [
        *(("opening", 2), ("number", 1), ("number", 2), ("roster", 2))
    ]
    for gone in hana.rings[1:]:
        fewer = tuple(ring for ring in hana.rings if ring is not gone)
        need_refused(whole, by(whole, "kato", with_slot(whole.header, hana.id, rings=fewer)), ["hana"])


def test_nobody_puts_a_key_of_his_own_among_the_older_roster_keys(whole: Sample):
    """With it he could sign notes of the log's first segments."""
    own = keys.new_key()
    public = keys.roster_public(own)
    for heirs in (
        (header.Heir(public, bytes(64)), *whole.header.heirs),
        (replace(whole.header.heirs[0], key=public),),
        (),
    ):
        need_refused(whole, by(whole, "sato", replace(whole.header, heirs=heirs)))


def test_a_sheet_that_was_made_useless_is_noticed_at_the_next_login(whole: Sample):
    sheet = whole.header.sheet
    turned = replace(sheet.rings[0], sealed=bytes(len(sheet.rings[0].sealed)))
    for change in (
        {"salt": bytes(16)},
        {"wrapped": bytes(len(sheet.wrapped))},
        {"rings": (turned, *sheet.rings[1:])},
        {"pin": whole.header.roster_key},
    ):
        need_refused(whole, by(whole, "sato", with_slot(whole.header, sheet.id, **change)), ["hana", "sato", "kato"])


def test_keys_to_which_nothing_can_be_sealed_stop_no_managers_login(whole: Sample):
    """Who is invited gives his word for a key of low order, to which the manager's next signature would seal."""
    abe, invitation = whole.header.slot_of("abe"), whole.by["abe"].user
    own = UserKeys(keys.new_private())
    for box_key in (bytes(32), (1).to_bytes(32, "little"), (2**255 - 20).to_bytes(32, "little")):
        fresh = replace(abe, box_key=box_key, sign_key=own.sign_key)
        word = proof.vouched(whole.header, abe, fresh, invitation)
        forged = with_slot(whole.header, abe.id, box_key=box_key, sign_key=own.sign_key, vouched=word)
        need_refused(whole, by(whole, "abe", forged))


def test_the_word_of_an_invitation_counts_only_until_a_manager_has_signed(whole: Sample):
    """Whoever was told the single-use password could give it for keys of his own."""
    hana, mori = whole.by["hana"], whole.header.slot_of("mori")
    signed = roster.signed(roster.countersigned(whole.header, {mori.id}), hana.rings)
    assert seen_by(whole, signed, "mori").header == signed
    again = with_slot(signed, mori.id, vouched=mori.vouched)
    need_refused(whole, proof.proved(again, hana.rings))


# On a real desk, with what this PC saw of it


@dataclass
class Place:
    """A closed desk with the managers sato and goto, and what this PC saw of it."""

    folder: Path
    profile: Path

    def open(self, login: str = "sato", *, profile: Path | None = None) -> Vault:
        word = PASSWORD if login == "sato" else SUPPORT
        return open_vault(self.folder, login, word, terms=replaced(TERMS, profile=profile))

    def put(self, forged: Header, opening: bytearray) -> None:
        """Both copies, and the data file's note of them."""
        header.write(self.folder, forged)
        raw = connection.connect(self.folder / DATA, keys.database_key(opening))
        with closing(raw), connection.engine(raw).begin() as conn:
            mark.write(conn, mark_of(forged))

    def role_of(self, login: str, seen_by: str) -> str:
        """What a role is for somebody on a PC that has not seen the desk before."""
        with closing(self.open(seen_by)) as vault:
            return roster.slot_for(vault.header, login).role


@pytest.fixture(scope="module")
def once(tmp_path_factory) -> Founded:
    made = found(tmp_path_factory.mktemp("once") / "office.privdesk")
    with closing(unlock_with_sheet(made.folder, made.secret, terms=TERMS)) as vault, vault.writer.begin() as conn:
        add_user(vault, conn, "goto", SUPPORT, "manager", FLOOR)
    return made


@pytest.fixture
def place(once, tmp_path) -> Place:
    shutil.copytree(once.folder, tmp_path / "office.privdesk")
    return Place(tmp_path / "office.privdesk", tmp_path / "profile")


@pytest.fixture
def lowered(place):
    """The same after goto was made support: header and rings of the day before, and what goto holds now."""
    with closing(place.open(profile=place.profile)) as vault:
        before = vault.header, vault.rings.copied()
        with rotating(vault, lambda known: roster.with_role(known, known.slot_of("goto").id, "support")):
            pass
        vault.leave_anchor(0, "")
    return place, *before, slots.unlock(header.read(place.folder).headers[0], "goto", SUPPORT)


def test_a_lowered_manager_gains_nothing_by_the_header_of_the_day_before(lowered):
    place, old, _, goto = lowered
    header.write(place.folder, old)
    for login in ("goto", "sato"):
        with pytest.raises(DataForeign):
            place.open(login, profile=place.profile)
    now = goto.header
    slot = replace(old.slot_of("goto"), rings=now.slot_of("sato").rings)
    mixed = replace(now, slots=tuple(slot if one.id == slot.id else one for one in now.slots), signature=old.signature)
    place.put(proof.proved(mixed, goto.rings), goto.rings.get("opening", now.epoch))
    for login in ("goto", "sato"):
        with pytest.raises(KeysAltered):
            place.open(login, profile=place.profile)


def test_the_roster_key_that_a_lowered_manager_kept_signs_nothing_on_a_pc_that_saw_the_new_one(lowered):
    """Limit: who has not come since has the old key pinned, and is deceived on a PC that never saw the new one."""
    place, old, rings, goto = lowered
    forging = Rings()
    for name in ("opening", "number"):
        for epoch, key in goto.rings.epochs(name).items():
            forging.put(name, epoch, key)
    forging.put("roster", 1, rings.get("roster", 1))
    forged = replace(goto.header, roster_key=old.roster_key, heirs=(), roster=goto.header.roster + 5)
    forged = roster.signed(roster.with_role(forged, forged.slot_of("goto").id, "manager"), forging)
    place.put(forged, goto.rings.get("opening", forged.epoch))
    with pytest.raises(KeysAltered):
        place.open("sato", profile=place.profile)
    assert place.role_of("goto", seen_by="sato") == "manager"


def test_an_older_roster_under_the_same_keys_is_told_by_the_pc_that_saw_the_newer(place):
    """A way in was issued anew; an insider puts the old slot back, signature and all. Limit: another PC cannot tell."""
    with closing(place.open(profile=place.profile)) as vault:
        old, kept = vault.header, vault.rings.copied()
        with vault.writer.begin() as conn:
            id_ = old.slot_of("goto").id
            change_roster(vault, conn, lambda known: roster.issued_anew(known, id_, PASSWORD, FLOOR, invited=True))
        newest = vault.header
        vault.leave_anchor(0, "")
    forged = proof.proved(replace(old, generation=newest.generation + 3), kept)
    place.put(forged, kept.get("opening", 1))
    with pytest.raises(OlderThanSeen):
        place.open("goto", profile=place.profile)
    assert place.role_of("goto", seen_by="goto") == "manager"
