"""Backups go where the plan says, are proven, stand in log and register, and no more of them are kept than it says."""

import os
import sys
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from threading import Event

import pytest

from privdesk.domain.backup import Place, Plan, Tone, When
from privdesk.domain.errors import (
    BackupUnderWay,
    BackupUnfinished,
    Cancelled,
    FileTaken,
    KeptTooFew,
    KeyNotHeld,
    MediumFaulty,
    MediumFull,
    MediumReadOnly,
    NotAllowed,
    PlaceInDesk,
    PlaceMissing,
    PlaceTaken,
    StaleSave,
)
from privdesk.domain.office import ZONE
from privdesk.operations import backups, copies
from privdesk.operations.today import today
from privdesk.storage import audit, checkpoint, container, files, rotation, transaction
from privdesk.storage import copies as stored
from tests.office import NOW
from tests.operations.looking import log

if sys.platform != "win32":
    import resource


@pytest.fixture
def medium(tmp_path) -> Path:
    folder = tmp_path / "medium"
    folder.mkdir()
    return folder


def planned(desk, *folders, **changes):
    plan = backups.overview(desk).plan
    return backups.save_plan(desk, replace(plan, places=tuple(Place(str(one)) for one in folders), **changes)).value


def entries(desk, act):
    return [about for found, about in log(desk) if found == act]


def later(desk, **ago):
    """The same desk so much later."""
    return replace(desk, clock=lambda: NOW + timedelta(**ago))


def test_a_backup_is_one_file_that_holds_its_own_entry_signed(desk, medium):
    done = backups.run(desk, medium)
    (path,) = medium.iterdir()
    assert path.name == done.value.file == "office-20261122-100000.privdesk-backup"
    assert path.stat().st_mode & 0o777 == 0o600
    manifest = container.read(path)
    assert (manifest.id, manifest.desk) == (done.value.uid, desk.vault.desk_id)
    with desk.reading() as conn:
        begun = next(entry for entry in audit.about(conn, "desk") if entry.act == "desk.backup")
        assert manifest.log.seq == begun.seq == done.value.log_seq
        assert manifest.log.hash == audit.hash_at(conn, begun.seq)
    assert manifest.log.note.startswith(checkpoint.text(desk.vault.desk_id, begun.seq, manifest.log.hash))
    assert str(medium) in begun.detail


def test_it_stands_in_the_register_with_place_and_last_day(desk, medium):
    backups.run(desk, medium)
    (copy,) = copies.register(desk)
    assert (copy.place, copy.made_at, copy.size) == (str(medium), NOW, (medium / copy.file).stat().st_size)
    assert copy.destroy_by == date(2027, 11, 22)
    assert not copy.destroyed_on


def test_nothing_personal_is_in_the_clear(desk, medium):
    with transaction.writing(desk.vault.writer) as conn:
        conn.exec_driver_sql("INSERT INTO counter VALUES (?, 1)", ("カナリア花子",))
    backups.run(desk, medium)
    (path,) = medium.iterdir()
    content = path.read_bytes()
    for told in ("カナリア花子".encode(), desk.office.name.encode(), b"SQLite format 3"):
        assert told not in content


def test_stopped_it_leaves_nothing_and_is_no_copy(desk, medium):
    seen = []

    def stop(done, total):
        seen.append(done / total)
        if done > total // 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        backups.run(desk, medium, stop)
    assert not list(medium.iterdir())
    assert not copies.register(desk)
    assert seen == sorted(seen)
    assert backups.run(desk, medium).value.file


def test_a_desk_that_was_locked_makes_none(desk, medium):
    desk.vault.close()
    with pytest.raises(KeyNotHeld):
        backups.make(desk, medium)
    assert not list(medium.iterdir())


def test_a_second_one_in_the_same_second_leaves_the_first(desk, medium):
    backups.run(desk, medium)
    with pytest.raises(FileTaken):
        backups.run(desk, medium)
    assert len(list(medium.iterdir())) == 1


def test_a_missing_medium_is_a_sentence_and_nothing_is_logged(desk, medium):
    with pytest.raises(PlaceMissing):
        backups.run(desk, medium / "stick")
    assert not entries(desk, "desk.backup")


def test_the_desks_own_folder_is_no_medium_and_nothing_is_logged(desk):
    inside = desk.vault.folder / "copies"
    inside.mkdir()
    for folder in (desk.vault.folder, inside):
        with pytest.raises(PlaceInDesk):
            backups.run(desk, folder)
    assert not entries(desk, "desk.backup")


@pytest.mark.skipif(os.geteuid() == 0, reason="root writes everywhere")
def test_a_read_only_medium_is_a_sentence(desk, medium):
    medium.chmod(0o500)
    with pytest.raises(MediumReadOnly):
        backups.run(desk, medium)


@pytest.mark.skipif(sys.platform == "win32", reason="needs a limit on the size of a file")
def test_what_the_disk_does_is_told_of_the_medium_and_not_of_the_desk(desk, medium):
    with limited(200_000), pytest.raises((MediumFull, MediumFaulty)):
        backups.make(desk, medium)
    assert not list(medium.iterdir())


@contextmanager
def limited(size):
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_the_plan_is_saved_and_taken_back(desk, medium):
    saved = planned(desk, medium, when=When.DAILY, daily=3)
    assert saved.places == (Place(str(medium), apart=False),)
    assert backups.overview(desk).plan == saved
    done = backups.save_plan(desk, replace(saved, places=()))
    assert done.undo
    assert done.undo(desk).value.places == saved.places
    with pytest.raises(StaleSave):
        backups.save_plan(desk, saved)


def test_a_place_is_there_once_and_outside_of_the_desk(desk, medium):
    for wrong, folders in (
        (PlaceMissing, (medium / "no",)),
        (PlaceTaken, (medium, medium)),
        (PlaceInDesk, (desk.vault.folder,)),
    ):
        with pytest.raises(wrong):
            planned(desk, *folders)
    assert backups.overview(desk).plan == Plan()


def test_only_a_manager_changes_the_plan_but_everybody_backs_up(auditor, medium):
    with pytest.raises(NotAllowed):
        planned(auditor, medium)
    assert backups.run(auditor, medium).value.file


def test_what_the_screen_shows(desk, medium, tmp_path):
    none = backups.overview(desk)
    assert (none.last, none.tone, none.wants_drill) == (None, Tone.LATE, True)
    other = tmp_path / "other"
    other.mkdir()
    planned(desk, medium, other)
    backups.run(desk, medium)
    other.rmdir()
    now = backups.overview(later(desk, hours=30))
    here, gone = now.places
    assert (here.last, here.tone, here.is_there, here.is_beside) == (now.last, Tone.SOON, True, True)
    assert (gone.last, gone.tone, gone.is_there, gone.is_beside) == (None, Tone.LATE, False, False)
    assert here.due == NOW + timedelta(hours=1)
    assert now.overdue == ()
    assert [one.place for one in backups.overview(later(desk, days=400)).overdue] == [str(medium)]


def test_the_folder_of_a_stick_that_is_not_plugged_in_is_not_taken_for_it(desk, medium):
    planned(desk, medium)
    plan = backups.overview(desk).plan
    away = replace(plan, places=(Place(str(medium), apart=True),))
    with desk.change("backup.plan", about="backup") as change:
        stored.save_plan(change.conn, away)
    (now,) = backups.overview(desk).places
    assert not now.is_there
    with pytest.raises(PlaceMissing):
        backups.need_there(now)


def test_what_is_due_is_told_for_each_place(desk, medium, tmp_path):
    stick = tmp_path / "stick"
    stick.mkdir()
    planned(desk, stick, medium)
    assert not backups.due(desk), "the plan says at lock"
    assert [one.place.path for one in backups.due(desk, locking=True)] == [str(stick), str(medium)]
    backups.run(desk, medium)
    soon = later(desk, minutes=30)
    assert [one.place.path for one in backups.due(soon, locking=True)] == [str(stick)]
    assert len(backups.due(later(desk, hours=2), locking=True)) == 2


def test_a_daily_one_is_due_the_next_morning(desk, medium):
    planned(desk, medium, when=When.DAILY)
    assert len(backups.due(desk)) == 1
    backups.run(desk, medium)
    assert not backups.due(later(desk, hours=13))
    assert backups.due(later(desk, hours=15)), "it is tomorrow in the office"


# What stands in the way


def told(desk):
    return [type(one) for one in backups.overview(desk).troubles]


def next_sitting(desk):
    return replace(desk, session="the next")


def test_what_went_wrong_is_told_in_the_next_sitting_until_it_goes_well(desk, medium, tmp_path):
    other = tmp_path / "other"
    other.mkdir()
    planned(desk, medium, other)
    backups.run(desk, other)
    taken = medium / "office-20261122-100000.privdesk-backup"
    taken.write_bytes(b"in the way")
    with pytest.raises(FileTaken):
        backups.run(desk, medium)
    assert told(desk) == told(next_sitting(desk)) == [FileTaken]
    assert isinstance(today(desk).not_backed_up, FileTaken)
    assert entries(desk, "backup.failed") == ["backup"]
    backups.run(later(desk, hours=1), medium)
    assert told(next_sitting(desk)) == []
    assert today(desk).not_backed_up is None


def test_what_began_and_was_never_heard_of_again_is_told_in_the_next_sitting(desk, medium):
    planned(desk, medium)
    backups.begin(desk, medium)
    assert told(desk) == [], "it may be under way"
    assert told(next_sitting(desk)) == [BackupUnfinished]
    planned(desk)
    assert told(next_sitting(desk)) == [], "the place is no longer wanted"


def test_one_that_was_stopped_is_no_trouble(desk, medium):
    def stop(_done, _total):
        raise Cancelled

    planned(desk, medium)
    with pytest.raises(Cancelled):
        backups.run(desk, medium, stop)
    assert told(next_sitting(desk)) == []


def test_a_place_that_does_not_answer_is_not_there():
    class Dead(type(Path())):
        def is_dir(self):
            return waiting.wait()

    waiting = Event()
    assert not files.answers(Dead("/mnt/nas"), patience=0.05)
    waiting.set()
    assert files.answers(Path("/"))


@pytest.mark.parametrize("kept", [{"daily": 0}, {"daily": 91}, {"monthly": -1}, {"monthly": 61}])
def test_how_many_are_kept_has_bounds(desk, medium, kept):
    with pytest.raises(KeptTooFew):
        planned(desk, medium, **kept)
    assert backups.overview(desk).plan == Plan()


def test_new_keys_and_a_backup_never_read_the_file_at_once(desk, medium):
    seen = []

    def step(_done, _total):
        with pytest.raises(BackupUnderWay), rotation.rotating(desk.vault):
            seen.append("rotated")
        raise Cancelled

    with pytest.raises(Cancelled):
        backups.make(desk, medium, step)

    def stop(_done, _total):
        seen.append("waited")
        raise Cancelled

    with rotation.rotating(desk.vault), pytest.raises(Cancelled):
        backups.make(desk, medium, stop)
    assert seen == ["waited"]
    assert backups.make(desk, medium).path.is_file()


def test_copies_that_the_plan_does_not_keep_are_destroyed_and_noted(desk, medium):
    planned(desk, medium, daily=2, monthly=1)
    for days in range(4):
        backups.run(later(desk, days=days), medium)
    left = sorted(path.name for path in medium.iterdir())
    assert left == ["office-20261124-100000.privdesk-backup", "office-20261125-100000.privdesk-backup"]
    known = copies.register(desk)
    assert [copy.destroyed_on is None for copy in known] == [True, True, False, False]
    assert {copy.destroyed_on for copy in known[2:]} == {
        (NOW + timedelta(days=days)).astimezone(ZONE).date() for days in (2, 3)
    }
    assert len(entries(desk, "copy.expire")) == 2


def test_a_place_that_is_not_in_the_plan_is_never_tidied(desk, medium):
    planned(desk, daily=1, monthly=0)
    for days in range(3):
        backups.run(later(desk, days=days), medium)
    assert len(list(medium.iterdir())) == 3
