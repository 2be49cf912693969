"""Opening a desk: what this PC saw before is compared, what failed before is logged."""

import json
import shutil
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest
import sqlalchemy as sa

from privdesk.domain.errors import (
    LogBroken,
    NotAllowed,
    OlderCopy,
    OlderLog,
    PasswordWeak,
    ReasonMissing,
    SecondManagerNeeded,
    SecondManagerWrong,
    WrongPassword,
)
from privdesk.domain.user import Role
from privdesk.operations import desks, log, rollback, users
from privdesk.operations.rollback import Acceptance
from privdesk.storage import anchor, connection, failures, header, keys, profile
from privdesk.storage.anchor import Anchor
from privdesk.storage.header import MOST_SLOTS
from privdesk.storage.tables import audit as stored_log
from tests.office import NOW, OFFICE, PASSWORD, TERMS, Founded

WHY = "前のPCが壊れ、古い控えから始めるため。"


class Place:
    """A desk's folder on a PC with a profile of its own, which `knows` the desk from its founding."""

    def __init__(self, founded: Founded, folder: Path, *, knows: bool = True) -> None:
        self.folder, self.given = folder / "office.privdesk", founded.given
        self.terms = replace(TERMS, profile=folder / "profile")
        shutil.copytree(founded.folder, self.folder)
        if knows:
            found = header.read(self.folder).headers[0]
            anchor.write(self.terms.profile, found.desk, Anchor(found.generation, found.epoch))

    def open(self, login="sato", password=PASSWORD, **more):
        return desks.unlock(self.folder, login, password, self.given, lambda: NOW, self.terms, **more)

    def keep(self):
        """A copy of the whole folder, beside it."""
        return shutil.copytree(self.folder, self.folder.with_name("kept"))

    def put_back(self, kept):
        shutil.rmtree(self.folder)
        shutil.copytree(kept, self.folder)

    def seen(self):
        return anchor.read(self.terms.profile, header.read(self.folder).headers[0].desk)


@pytest.fixture
def place(founded: Founded, tmp_path: Path) -> Place:
    return Place(founded, tmp_path)


def log_of(desk):
    with desk.reading() as conn:
        rows = conn.execute(sa.select(stored_log).order_by(stored_log.c.seq)).all()
    return [(row.act, row.user_id, row.about, json.loads(row.detail)) for row in rows if row.act != "log.segment"]


def acts(desk):
    return [act for act, *_ in log_of(desk)]


def test_unlocking_and_locking_are_logged_signed_and_anchored(place: Place):
    desk = place.open()
    assert place.seen().log_seq == 2
    desks.lock(desk)
    assert place.seen().log_seq == 3
    desk = place.open()
    assert acts(desk) == ["desk.unlock", "desk.lock", "desk.unlock"]
    with desk.reading() as conn:
        assert all(conn.execute(sa.select(stored_log.c.signature).where(stored_log.c.act != "log.segment")).scalars())
    assert desks.faults(desk) == []
    desk.vault.close()


def test_an_older_copy_is_refused_and_accepted_only_by_a_manager_with_a_reason(place: Place):
    kept = place.keep()
    desks.lock(place.open())
    place.put_back(kept)
    with pytest.raises(OlderLog, match="saw 3 log entries, here are 0"):
        place.open()
    assert issubclass(OlderLog, OlderCopy)
    with pytest.raises(ReasonMissing):
        place.open(acceptance=Acceptance("so"))
    desk = place.open(acceptance=Acceptance(WHY))
    assert log_of(desk) == [
        ("desk.rollback", 1, "desk", {"reason": WHY, "only_manager": True, "seen": 3}),
        ("desk.unlock", 1, "desk", {}),
    ]
    desks.lock(desk)
    desks.lock(place.open())


def hired(place: Place):
    """Two more people at the desk: another manager and support staff; then one sitting that an older copy lacks."""
    desk = place.open()
    for login, role in (("ueda", Role.MANAGER), ("mori", Role.SUPPORT)):
        users.add(desk, login, login, PASSWORD, role, keys.FLOOR)
    desks.lock(desk)
    kept = place.keep()
    desks.lock(place.open())
    place.put_back(kept)


def test_where_there_are_two_managers_both_accept_an_older_copy(place: Place):
    hired(place)
    assert [rollback.managers(place.folder, login) for login in ("sato", "mori", "nobody")] == [2, 0, 0]
    before = {path.name: path.read_bytes() for path in place.folder.iterdir()}
    for second in ("", "sato", "mori"):
        with pytest.raises(SecondManagerNeeded):
            place.open(acceptance=Acceptance(WHY, second, PASSWORD))
    for second in ("ueda", "nobody"):
        with pytest.raises(SecondManagerWrong):
            place.open(acceptance=Acceptance(WHY, second, "not the right one"))
    with pytest.raises(NotAllowed):
        place.open("mori", acceptance=Acceptance(WHY, "ueda", PASSWORD))
    assert {path.name: path.read_bytes() for path in place.folder.iterdir()} == before
    desk = place.open(acceptance=Acceptance(WHY, "ueda", PASSWORD))
    (rollback_entry,) = [entry for entry in log_of(desk) if entry[0] == "desk.rollback"]
    assert rollback_entry == ("desk.rollback", 1, "desk", {"reason": WHY, "approver": 2, "seen": 9})
    failed = [entry for entry in log_of(desk) if entry[0] == "desk.failed_login"]
    assert [(user, about, len(detail["times"])) for _, user, about, detail in failed] == [
        (None, "user", 1),
        (None, "user:2", 1),
    ]
    desks.lock(desk)


def test_a_refused_older_copy_keeps_every_byte_also_what_an_opening_would_mend(place: Place):
    kept = place.keep()
    desks.lock(place.open())
    place.put_back(kept)
    (place.folder / "keys").write_bytes(b"")
    (place.folder / "keys.tmp").write_bytes(b"half")
    (place.folder / "data.db.new").write_bytes(b"x" * 5000)
    (place.folder / "data.db.before-1").write_bytes(b"a verified copy")
    before = {path.name: path.read_bytes() for path in place.folder.iterdir()}
    with pytest.raises(OlderLog):
        place.open()
    with pytest.raises(ReasonMissing):
        place.open(acceptance=Acceptance("so"))
    assert {path.name: path.read_bytes() for path in place.folder.iterdir()} == before
    desks.lock(place.open(acceptance=Acceptance(WHY)))
    assert {path.name for path in place.folder.iterdir()} == {"data.db", "keys", "keys.2", "lock", "ballast.bin"}


def test_a_log_that_was_cut_or_altered_since_is_refused(place: Place):
    desk = place.open()
    key = desk.vault.rings.get("opening", 1).copy()
    desks.lock(desk)
    anchored = place.seen()

    def tamper(statement):
        raw = connection.connect(place.folder / "data.db", keys.database_key(key))
        for name in ("audit_no_update", "audit_no_delete"):
            raw.execute(f"DROP TRIGGER IF EXISTS {name}")
        raw.execute(statement)
        raw.close()

    tamper("DELETE FROM audit WHERE seq = 3")
    with pytest.raises(OlderLog, match="saw 3 log entries, here are 2"):
        place.open()
    anchor.write(place.terms.profile, header.read(place.folder).headers[0].desk, replace_seq(anchored, place, key))
    tamper("UPDATE audit SET act = 'person.open' WHERE seq = 2")
    with pytest.raises(LogBroken, match="entry 2"):
        place.open()


def replace_seq(seen, place, key):
    """What this PC would have noted after the first entry."""
    raw = connection.connect(place.folder / "data.db", keys.database_key(key))
    ((digest,),) = raw.execute("SELECT hash FROM audit WHERE seq = 1").fetchall()
    raw.close()
    return type(seen)(seen.generation, seen.epoch, 1, digest.hex())


def test_failed_logins_wait_outside_the_desk_without_a_name_and_are_logged_after_the_next_success(place: Place):
    for login in ("sato", "nobody", "sato"):
        with pytest.raises(WrongPassword):
            place.open(login, "a wrong password that is long")
    found = header.read(place.folder).headers[0]
    (note,) = (place.terms.profile / "failures").iterdir()
    assert b"sato" not in note.read_bytes()
    assert b"nobody" not in note.read_bytes()
    assert [one.slot for one in failures.read(place.terms.profile, found.desk)] == [
        found.slot_of("sato").id,
        "",
        found.slot_of("sato").id,
    ]
    desk = place.open()
    times = ["2026-11-22T01:00:00Z"]
    assert log_of(desk)[1:] == [
        ("desk.failed_login", None, "user", {"times": times}),
        ("desk.failed_login", None, "user:1", {"times": times * 2}),
    ]
    assert log.failed_before(desk) == (NOW, NOW)
    assert failures.read(place.terms.profile, found.desk) == ()
    desks.lock(desk)
    desk = place.open()
    assert acts(desk)[-1] == "desk.unlock"
    assert log.failed_before(desk) == ()
    desk.vault.close()


def test_a_note_of_failures_that_is_damaged_is_as_good_as_none(place: Place, tmp_path: Path):
    failures.note(tmp_path, "d", failures.Failure(NOW))
    (tmp_path / "failures" / "d").write_bytes(b"{")
    assert failures.read(tmp_path, "d") == ()


def test_who_tries_at_one_slot_pushes_no_failure_of_another_out_of_the_note(tmp_path: Path):
    slots = [f"{number:032x}" for number in range(MOST_SLOTS + 1)]
    later = datetime(2026, 11, 22, 1, 0, 0, 123456, UTC)
    whole = [failures.Failure(later, slot) for slot in slots for _ in range(failures.MOST)]
    profile.write(tmp_path, "failures", "d", msgspec.json.encode(whole))
    for _ in range(failures.MOST + 5):
        failures.note(tmp_path, "d", failures.Failure(NOW))
    failures.note(tmp_path, "d", failures.Failure(NOW, slots[0]))
    found = failures.read(tmp_path, "d")
    counted = Counter(one.slot for one in found)
    assert counted == dict.fromkeys((*slots, ""), failures.MOST)
    assert [one.at for one in found if one.slot == slots[0]] == [*[later] * (failures.MOST - 1), NOW]


def test_an_approver_with_a_wrong_password_or_without_the_role_is_logged(place: Place):
    desk = place.open()
    with pytest.raises(WrongPassword):
        desks.approver(desk, "sato", "a wrong password that is long")
    with pytest.raises(NotAllowed):
        desks.approver(desk, "sato", PASSWORD)  # he works here himself
    assert [(about, detail) for act, _, about, detail in log_of(desk) if act == "desk.refused"] == [
        ("desk", {"act": "desk.approver", "why": "WrongPassword"}),
        ("desk", {"act": "desk.approver", "why": "NotAllowed"}),
    ]
    desk.vault.close()


def test_a_sitting_that_was_not_locked_is_told_by_the_next_one(place: Place):
    place.open().vault.close()  # as a kill leaves it
    desk = place.open()
    assert acts(desk) == ["desk.unlock", "desk.broken_off", "desk.unlock"]
    _, user, about, detail = log_of(desk)[1]
    assert (user, about, detail) == (None, "desk", {"last": NOW.isoformat()})
    desks.lock(desk)
    desk = place.open()
    assert acts(desk).count("desk.broken_off") == 1
    way_in = users.invite(desk, "mori", "森 明子", Role.SUPPORT, PASSWORD, keys.FLOOR).value
    desks.lock(desk)
    with pytest.raises(PasswordWeak):
        place.open("mori", way_in.password, own_password="mori")
    desk = place.open()
    assert acts(desk)[-3:] == ["desk.unlock", "desk.lock", "desk.unlock"], "an own password that is refused"
    desks.lock(desk)


def test_a_pc_without_a_note_of_the_desk_is_told_in_the_log_and_compares_nothing(founded: Founded, tmp_path: Path):
    place = Place(founded, tmp_path, knows=False)
    desk = place.open()
    assert log_of(desk)[1] == ("desk.new_pc", 1, "desk", {})
    desk.leave_anchor()
    assert log.verify(desk).anchor is None
    desks.lock(desk)
    desk = place.open()
    assert acts(desk).count("desk.new_pc") == 1
    assert log.verify(desk).anchor
    desks.lock(desk)


@pytest.mark.parametrize("damage", [Path.unlink, lambda note: note.write_bytes(b"?")])
def test_a_note_that_was_deleted_or_damaged_is_told_as_an_alarm(place: Place, damage):
    desks.lock(place.open())
    (note,) = (place.terms.profile / "anchors").iterdir()
    damage(note)
    desk = place.open()
    assert acts(desk).count("desk.new_pc") == 1
    assert log.month(desk, NOW.year, NOW.month).times("desk.new_pc") == 1
    desks.lock(desk)


def test_the_founder_has_seen_his_desk(founded: Founded, tmp_path: Path):
    terms = replace(TERMS, profile=tmp_path / "profile")
    founder = desks.Founder("sato", "佐藤 恵", PASSWORD)
    folder = tmp_path / "new.privdesk"
    desk = desks.create(folder, OFFICE, founder, desks.new_sheet(), founded.given, lambda: NOW, terms)
    assert "desk.new_pc" not in acts(desk)
    desks.lock(desk)
