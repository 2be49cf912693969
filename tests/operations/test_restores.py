"""A backup becomes the desk of its day again, for who may open it, and takes over what protects people since."""

import re
import shutil
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa
from msgspec.structs import replace as retold

from privdesk.domain.decision import Decision
from privdesk.domain.errors import (
    BackupAltered,
    BackupDamaged,
    BackupFaulty,
    BackupNotYours,
    Cancelled,
    DeskExists,
    DeskInUse,
    MediumFull,
    NotNewer,
    OlderCopy,
    SheetTypo,
    WrongPassword,
    WrongSheet,
)
from privdesk.domain.event import Asked, Proposed
from privdesk.domain.person import NewNumber, NumberKind, PeopleQuery, profile
from privdesk.domain.purpose import Stand
from privdesk.domain.user import Role
from privdesk.operations import (
    answers,
    backups,
    copies,
    desks,
    execution,
    exemptions,
    people,
    purposes,
    restores,
    users,
)
from privdesk.operations.desk import Desk
from privdesk.storage import (
    backup,
    connection,
    container,
    erasure,
    header,
    keys,
    opening,
    people_line,
    recovery,
    transaction,
    vault,
)
from privdesk.storage.header import canonical
from privdesk.storage.opening import Terms
from privdesk.storage.tables import audit, person_name, tombstone
from tests.office import NOW, OFFICE, PASSWORD, TERMS, seated
from tests.operations import remnants
from tests.operations.canaries import filled
from tests.operations.looking import log, stored
from tests.operations.mailing import mailed
from tests.operations.requesting import asked, case, joined, verified, yumiko

SUPPORT = "three paper lanterns at dusk"
NEW_ACCOUNT = NewNumber(NumberKind.BANK, "0005-001", "1", "4321", "0004321")


def clock():
    return NOW


@pytest.fixture
def sheet(founded) -> str:
    return "-".join(recovery.groups(founded.secret))


@pytest.fixture
def way(sheet):
    """Opens without hashing."""
    return restores.by_sheet(sheet)


@pytest.fixture
def made(desk, tmp_path):
    """A backup of a desk with one customer."""
    yumiko(desk)
    return backup_of(desk, tmp_path / "medium")


def backup_of(desk: Desk, medium: Path) -> Path:
    medium.mkdir(exist_ok=True)
    return medium / backups.run(desk, medium).value.file


def restored(made, tmp_path, way, **more):
    return restores.restore(made, tmp_path / "restored.privdesk", way, clock, more.pop("terms", TERMS), **more)


def opened(folder: Path, founded, terms: Terms = TERMS) -> Desk:
    vault_ = opening.unlock_with_sheet(folder, founded.secret, terms=terms)
    return seated(Desk(vault_, founded.manager, OFFICE, founded.given, clock, "test"))


def test_everything_is_as_it_was(desk, founded, made, tmp_path, way):
    before = stored(desk, frozenset({"audit", "backup_copy"}))
    people.edit(desk, 1, 1, replace(profile(people.open_person(desk, 1).person), name="別人"))
    done = restored(made, tmp_path, way)
    assert (done.made_at, done.replayed) == (NOW, None)
    assert "after 2026-11-22 10:00 are missing" in str(done.missing)
    again = opened(done.folder, founded)
    assert stored(again, frozenset({"audit", "backup_copy", "log_segment"})).items() <= before.items()
    number = people.open_person(again, 1).person.numbers[0].id
    assert people.reveal(again, number, "復元後の口座番号の確認") == "0008133"
    assert desks.faults(again) == []
    assert again.vault.desk_id == desk.vault.desk_id
    again.vault.close()
    assert sorted(path.name for path in done.folder.iterdir()) == ["ballast.bin", "data.db", "keys", "keys.2", "lock"]


def test_that_it_was_restored_is_its_first_event(desk, founded, made, tmp_path, way):
    last = container.read(made).log.seq
    done = restored(made, tmp_path, way)
    again = opened(done.folder, founded)
    with again.reading() as conn:
        rows = conn.execute(
            sa.select(audit.c.act, audit.c.detail).where(audit.c.seq > last).order_by(audit.c.seq)
        ).all()
    assert [row.act for row in rows] == ["log.segment", "desk.restore", "desk.unlock"]
    assert container.read(made).id in rows[1].detail
    again.vault.close()


def test_a_manager_restores_with_his_password_of_that_day(desk, made, tmp_path):
    assert restored(made, tmp_path, restores.by_password("", PASSWORD)).folder.is_dir()
    again = desks.unlock(tmp_path / "restored.privdesk", "sato", PASSWORD, desk.reference, clock, TERMS)
    assert log(again)[-2:] == [("desk.restore", "desk"), ("desk.unlock", "desk")]
    desks.lock(again)


def test_who_may_not_open_it_learns_why(desk, made, tmp_path, sheet):
    for way, why in (
        (restores.by_password("sato", "an unhurried heron waited"), WrongPassword),
        (restores.by_password("nobody", PASSWORD), WrongPassword),
        (restores.by_sheet("-".join(recovery.groups(bytes(32)))), WrongSheet),
    ):
        with pytest.raises(why):
            restored(made, tmp_path, way)
    with pytest.raises(SheetTypo):
        restores.by_sheet(("B" if sheet[0] == "A" else "A") + sheet[1:])
    assert not (tmp_path / "restored.privdesk").exists()


def test_support_staff_make_backups_that_they_cannot_open(desk, tmp_path):
    with desk.change("user.add", about="user") as change:
        vault.add_user(desk.vault, change.conn, "mori", SUPPORT, "support", keys.FLOOR)
    made = backup_of(joined(desk, "mori", Role.SUPPORT), tmp_path / "medium")
    assert {slot.role for slot in desk.vault.header.slots if slot.id in container.read(made).seals} == {
        *("manager", "sheet")
    }
    with pytest.raises(BackupNotYours):
        restored(made, tmp_path, restores.by_password("mori", SUPPORT))


def test_a_single_use_password_opens_no_backup(desk, tmp_path):
    way_in = users.invite(desk, "mori", "森 彩", Role.MANAGER, PASSWORD, keys.FLOOR).value
    made = backup_of(desk, tmp_path / "medium")
    with pytest.raises(BackupNotYours):
        restored(made, tmp_path, restores.by_password("mori", way_in.password))


def test_a_drill_that_lacks_room_says_where(made, tmp_path, way):
    with made.open("r+b") as file:
        file.truncate(2**43)  # sparse: it takes no room itself
    with pytest.raises(MediumFull):
        restores.drill(made, way, TERMS, tmp_path)


def test_never_over_a_desk(desk, made, tmp_path, way):
    before = (desk.vault.folder / "keys").read_bytes()
    with pytest.raises(DeskExists):
        restores.restore(made, desk.vault.folder, way, clock, TERMS)
    assert (desk.vault.folder / "keys").read_bytes() == before


@pytest.mark.parametrize("place", [20, 5000, 300_000, -60, -1000, -4000])
def test_one_byte_changed_is_found_and_nothing_is_left(made, tmp_path, way, place):
    content = bytearray(made.read_bytes())
    content[place] ^= 1
    made.write_bytes(content)
    with pytest.raises(BackupDamaged):
        restored(made, tmp_path, way)
    with pytest.raises(BackupDamaged):
        restores.drill(made, way, TERMS, tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {"medium", "office.privdesk"}


def test_stopped_it_leaves_nothing(made, tmp_path, way):
    def stop(done, total):
        if done > total // 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        restored(made, tmp_path, way, progress=stop)
    assert {path.name for path in tmp_path.iterdir()} == {"medium", "office.privdesk"}


def forged(made: Path, **changes: object) -> Path:
    """A backup as somebody can make it who has one: other data or another manifest, and every digest fits."""
    manifest = container.read(made)
    kept = container.keys_of(made, manifest)
    path = made.with_name("forged.privdesk-backup")
    path.write_bytes(bytes(4096))
    stones = canonical([bytes(32)])
    parts = {"data": container.part_of(bytes(4096)), "tombstones": container.part_of(stones)}
    container.complete(path, retold(manifest, **parts, **changes), kept, stones)
    return path


def test_what_a_stranger_made_up_is_not_restored(made, tmp_path, way):
    manifest = container.read(made)
    own, place = keys.new_key(), backup.sealed_for(manifest.desk, manifest.id)
    slots = header.decode(container.keys_of(made, manifest)).slots
    seals = {slot.id: keys.seal_to(slot.box_key, own, place) for slot in slots}
    for changes in ({}, {"seals": seals}, {"mac": bytes(32)}, {"desk": "0" * 32}):
        with pytest.raises(BackupAltered):
            restored(forged(made, **changes), tmp_path, way)


def test_this_pc_knows_that_it_was_restored_on_purpose(desk, founded, made, tmp_path, way):
    terms = replace(TERMS, profile=tmp_path / "profile")
    folder = desk.vault.folder
    desk.vault.close()
    newer = desks.unlock(folder, "sato", PASSWORD, desk.reference, clock, terms)
    people.open_person(newer, 1)
    desks.lock(newer)
    shutil.move(folder, tmp_path / "away")
    done = restored(made, tmp_path, way, terms=terms)
    again = desks.unlock(done.folder, "sato", PASSWORD, desk.reference, clock, terms)
    with again.reading() as conn:
        told = conn.execute(sa.select(audit.c.detail).where(audit.c.act == "desk.restore")).scalar_one()
    assert '"seen":0' not in told
    desks.lock(again)
    with pytest.raises(OlderCopy):  # the other branch is not taken for this one
        desks.unlock(tmp_path / "away", "sato", PASSWORD, desk.reference, clock, terms)


# What came after the backup


def correct(desk: Desk, item: Asked, *typed: NewNumber) -> None:
    id_ = verified(desk, item, person=1)
    answers.decide(desk, id_, case(desk, id_).version, 1, Decision.CORRECTED)
    execution.execute(desk, id_, case(desk, id_).version, 1, typed)


def newer(desk: Desk) -> Path:
    """Close the desk, to be read as the newer one."""
    desk.vault.close()
    return desk.vault.folder


def test_suspensions_and_corrections_are_taken_over(desk, founded, made, tmp_path, way):
    moved = (Proposed(field="postal", value="530-0001"), Proposed(field="address", value="大阪市北区梅田1-1"))
    correct(desk, *asked("CORRECT", reason="転居", proposed=moved))
    correct(desk, *asked("CORRECT", reason="口座の変更", proposed=(Proposed(field="bank"),)), NEW_ACCOUNT)
    people.edit(desk, 1, people.open_person(desk, 1).person.version, replace(of(desk), notes="電話希望"))
    purposes.suspend(desk, 1, ("news", "notices"), ground="法第35条第1項")
    done = restored(made, tmp_path, way, newer=newer(desk))
    assert done.missing is None
    assert done.replayed
    assert (done.replayed.stands, done.replayed.corrected, done.disposed) == (2, 1, 0)
    assert done.replayed.lost == {"requests": 2}
    again = opened(done.folder, founded)
    person = people.open_person(again, 1).person
    assert (of(again).postal, of(again).address, of(again).notes) == ("530-0001", "大阪市北区梅田1-1", "")
    held = [(one.last4, one.until is None) for one in person.numbers]
    assert held == [("8133", False), ("4321", True)]
    assert people.reveal(again, person.numbers[1].id, "復元後の口座番号の確認") == "0004321"
    stopped = {one.purpose for one in purposes.states(again, 1) if one.stand is Stand.SUSPENDED}
    assert stopped == {"news", "notices"}
    assert not mailed(again)
    assert {line.field for line in people.history(again, 1)} == {"postal", "address", "bank"}
    assert desks.faults(again) == []
    again.vault.close()


def of(desk: Desk):
    return profile(people.open_person(desk, 1).person)


def test_a_lifted_suspension_is_lifted_again(desk, founded, tmp_path, way):
    yumiko(desk)
    purposes.suspend(desk, 1, ("news",), ground="法第35条第1項")
    made = backup_of(desk, tmp_path / "medium")
    purposes.lift(desk, 1, ("news",), "本人から再開の依頼があった")
    done = restored(made, tmp_path, way, newer=newer(desk))
    assert done.replayed
    assert done.replayed.stands == 1
    again = opened(done.folder, founded)
    (state,) = [one for one in purposes.states(again, 1) if one.stand is Stand.SUSPENDED]
    assert state.end is not None
    again.vault.close()


def test_an_exemption_that_is_over_lets_nothing_pass_again(desk, founded, tmp_path, way):
    yumiko(desk)
    purposes.suspend(desk, 1, ("notices", "billing"), ground="法第35条第1項")
    pair = joined(desk, "mori", Role.SUPPORT).with_approver(desk.actor)
    week, why = desk.today + timedelta(days=7), "製品回収の連絡のため必要"
    kept = exemptions.sign(pair, 1, "notices", why, week, once=False).value
    exemptions.sign(pair, 1, "billing", why, week, once=True)
    made = backup_of(desk, tmp_path / "medium")
    exemptions.withdraw(desk, kept, 1, "回収が終わり不要になったため")
    purposes.use(desk, 1, "billing")
    done = restored(made, tmp_path, way, newer=newer(desk))
    again = opened(done.folder, founded)
    assert exemptions.in_force(again) == ()
    assert {one.withdrawn_by for one in exemptions.of_person(again, 1)} == {"", "佐藤 恵"}
    again.vault.close()


def test_the_newer_desk_says_that_it_was_read(desk, founded, made, tmp_path, way):
    folder = newer(desk)
    restored(made, tmp_path, way, newer=folder)
    again = opened(folder, founded)
    assert log(again)[-2:] == [("desk.restore", "desk"), ("desk.unlock", "desk")]
    again.vault.close()


def test_who_was_let_go_since_is_named(desk, tmp_path, way):
    joined(desk, "mori", Role.SUPPORT)
    made = backup_of(desk, tmp_path / "medium")
    with desk.change("user.disable", about="user") as change:
        change.conn.exec_driver_sql("UPDATE user SET active = 0 WHERE login = 'mori'")
    done = restored(made, tmp_path, way, newer=newer(desk))
    assert done.replayed
    assert done.replayed.left == ("mori",)


def test_a_newer_desk_that_does_not_open_is_told_and_the_backup_restored(desk, made, tmp_path, way):
    done = restored(made, tmp_path, way, newer=desk.vault.folder)
    assert isinstance(done.missing, DeskInUse)
    assert done.replayed is None
    assert done.folder.is_dir()


def test_an_older_state_is_not_taken_over(founded, made, tmp_path, way):
    older = tmp_path / "older.privdesk"
    shutil.copytree(founded.folder, older)
    with pytest.raises(NotNewer):
        restored(made, tmp_path, way, newer=older)
    assert not (tmp_path / "restored.privdesk").exists()


# Who was disposed of since


@pytest.fixture
def strings(desk) -> set[str]:
    """Every text of a customer who has one in each column of each table; he is in the index too."""
    canaries = filled(desk, "ja")
    with transaction.writing(desk.vault.writer) as conn:
        people_line.renew(conn, [canaries.known["person_id"]])
    everything = str(list(stored(desk).values()))
    return set(re.findall("羽[0-9]{4}", everything))


def disposed_of(desk: Desk) -> None:
    """Dispose of whoever has such texts, as the coming act will."""
    with desk.change("person.remove", about="person") as change:
        (id_,) = change.conn.execute(sa.select(person_name.c.person_id).where(person_name.c.text.like("羽%"))).scalars()
        seq = change.conn.execute(sa.select(sa.func.max(audit.c.seq))).scalar_one()
        erasure.dispose(change.conn, [id_], desk.today, "保存期間満了", seq)


def test_whoever_was_disposed_of_since_is_not_back(desk, founded, strings, tmp_path, way):
    yumiko(desk)
    made = backup_of(desk, tmp_path / "medium")
    disposed_of(desk)
    live = newer(desk)
    without = restored(made, tmp_path, way)
    assert without.disposed == 0
    assert remnants.found(opened(without.folder, founded), strings) == strings, "else this test sees nothing"
    done = restores.restore(made, tmp_path / "again.privdesk", way, clock, TERMS, newer=live)
    assert (done.missing, done.disposed) == (None, 1)
    again = opened(done.folder, founded)
    assert [act for act, _ in log(again)][-3:] == ["desk.restore", "keys.rotate", "desk.unlock"]
    assert desks.faults(again) == []
    assert people.page(again, PeopleQuery()).rows[0].name == "渡邉 由美子"
    assert not remnants.found(again, strings)


def test_the_list_of_a_newer_backup_at_the_same_place_counts_too(desk, founded, strings, tmp_path, way):
    made = backup_of(desk, tmp_path / "medium")
    disposed_of(desk)
    later = replace(desk, clock=lambda: NOW + timedelta(hours=1))
    listed = backup_of(later, tmp_path / "medium")
    desk.vault.close()
    done = restored(made, tmp_path, way)
    assert done.disposed == 1
    again = opened(done.folder, founded)
    with again.reading() as conn:
        (stone,) = erasure.tombstones(conn)
    assert stone.reason == listed.name
    assert not remnants.found(again, strings)


def test_an_emptied_list_does_not_hide_the_one_before_it(desk, strings, tmp_path, way):
    medium = tmp_path / "medium"
    made = backup_of(desk, medium)
    disposed_of(desk)
    backup_of(replace(desk, clock=lambda: NOW + timedelta(hours=1)), medium)
    with desk.change("person.edit", about="person:1") as change:
        change.conn.execute(tombstone.delete())
        erasure.take_over(change.conn, [erasure.Tombstone(bytes(32), desk.today, "x", 1)])
    backup_of(replace(desk, clock=lambda: NOW + timedelta(hours=2)), medium)
    desk.vault.close()
    done = restored(made, tmp_path, way)
    assert (done.disposed, done.unread) == (1, None)


def test_a_newer_backup_that_does_not_open_is_said(desk, strings, tmp_path):
    medium = tmp_path / "medium"
    made = backup_of(desk, medium)
    users.change_password(desk, PASSWORD, SUPPORT, keys.FLOOR)
    disposed_of(desk)
    backup_of(replace(desk, clock=lambda: NOW + timedelta(hours=1)), medium)
    desk.vault.close()
    done = restored(made, tmp_path, restores.by_password("", PASSWORD))
    assert done.disposed == 0
    assert "newer backup, of 2026-11-22 11:00, did not open" in str(done.unread)


def test_a_list_that_nobody_vouches_for_erases_nobody(desk, strings, tmp_path, way):
    made = backup_of(desk, tmp_path / "medium")
    forged(made, made_at=NOW + timedelta(hours=1))
    done = restored(made, tmp_path, way)
    assert done.disposed == 0
    assert done.unread


# The drill


def test_a_drill_opens_looks_and_clears_away(desk, made, tmp_path, way):
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    passed = restores.drill(made, way, TERMS, scratch)
    assert not list(scratch.iterdir())
    manifest = container.read(made)
    assert (passed.uid, passed.made_at) == (manifest.id, manifest.made_at)
    assert (passed.log.seq, passed.log.digits.lower()) == (manifest.log.seq, manifest.log.hash.hex()[:16])
    restores.note_drill(desk, passed)
    assert copies.register(desk)[0].proven_on == desk.today
    assert not backups.overview(desk).wants_drill
    assert log(desk)[-1] == ("desk.drill", "desk")


def test_a_drill_leaves_nothing_in_the_profile(made, tmp_path, way):
    restores.drill(made, way, replace(TERMS, profile=tmp_path / "profile"), tmp_path)
    assert not (tmp_path / "profile").exists()


def test_a_backup_of_a_log_that_was_altered_fails_the_drill(desk, tmp_path, way):
    yumiko(desk)
    key = desk.vault.rings.epochs("opening")[desk.vault.header.epoch]
    raw = connection.connect(desk.vault.folder / "data.db", keys.database_key(key))
    raw.execute("DROP TRIGGER audit_no_update")
    raw.execute("UPDATE audit SET about = 'person:9' WHERE seq = 2")
    raw.close()
    made = backup_of(desk, tmp_path / "medium")
    with pytest.raises(BackupFaulty, match="Entry 2 "):
        restores.drill(made, way, TERMS, tmp_path)


def test_a_drill_that_failed_is_logged(desk, made):
    restores.note_failure(desk, made, BackupDamaged(file=made.name))
    assert log(desk)[-1] == ("desk.drill", "desk")
    assert not copies.register(desk)[0].proven_on
