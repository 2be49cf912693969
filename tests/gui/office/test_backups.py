"""The section of backups: what is due is seen, made beside the work, proven by a test; each copy is accounted for."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QTableView

from privdesk.domain.backup import Place, When
from privdesk.domain.errors import PlaceMissing, PlaceTaken, WrongPassword
from privdesk.domain.office import ZONE
from privdesk.gui.backuprun import Schedule
from privdesk.gui.office.backup_dialogs import CopyDialog, DrillDialog, DrillResult
from privdesk.gui.office.backup_places import BackupPlaces
from privdesk.gui.widgets.dialog import Question
from privdesk.operations import backups, copies
from privdesk.operations.done import Done
from tests.office import NOW, PASSWORD
from tests.operations.looking import log


@pytest.fixture
def medium(tmp_path):
    folder = tmp_path / "medium"
    folder.mkdir()
    return folder


@pytest.fixture
def section(page, work, medium, qtbot):
    """The section in front, with one place in the plan."""
    page.choose("backups")
    page.section.places.add_place(str(medium))
    settled(qtbot, work)
    return page.section


def settled(qtbot, work):
    qtbot.waitUntil(lambda: not work._open, timeout=20_000)


def cells(section, name):
    model = section.findChild(QTableView, name).model()
    return [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def press(section, name):
    button = section.findChild(QAbstractButton, name)
    assert button.isEnabled(), name
    button.click()


def backed_up(qtbot, section, work):
    press(section, "backUpNow")
    qtbot.waitUntil(lambda: bool(copies.register(section.desk)), timeout=20_000)
    settled(qtbot, work)
    section.register._list.select(0)


def shown(widget, kind):
    (dialog,) = (one for one in widget.findChildren(kind) if one.isVisible())
    return dialog


def texts(widget):
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def test_a_place_is_added_once_and_taken_back(qtbot, section, work, medium, desk):
    (row,) = cells(section, "backupPlaces")
    assert row == [str(medium), "–", "no backup yet", "when locked", "on the same disk"]
    section.places.add_place(str(medium))
    settled(qtbot, work)
    assert isinstance(work.said[-1], PlaceTaken)
    assert len(cells(section, "backupPlaces")) == 1
    section.places._list.select(0)
    press(section, "removePlace")
    settled(qtbot, work)
    assert cells(section, "backupPlaces") == []
    work.write(section, work.said[-1].undo)
    settled(qtbot, work)
    assert backups.overview(desk).plan.places == (Place(str(medium)),)


def test_the_time_of_backups_is_saved_at_once(qtbot, section, work, desk):
    times = section.places._times
    times.setCurrentIndex(times.findData("daily"))
    times.activated.emit(times.currentIndex())
    settled(qtbot, work)
    assert backups.overview(desk).plan.when is When.DAILY
    section.reload()
    settled(qtbot, work)
    (row,) = cells(section, "backupPlaces")
    assert row[3] == "now", "what is due waits no longer for the lock"


def test_how_many_are_kept_is_chosen(qtbot, section, work, desk):
    monthly = section.places._monthly.editor
    assert (section.places._daily.count(), section.places._monthly.count()) == (14, 12)
    monthly.setCurrentIndex(monthly.findData("0"))
    monthly.activated.emit(monthly.currentIndex())
    settled(qtbot, work)
    assert (backups.overview(desk).plan.daily, backups.overview(desk).plan.monthly) == (14, 0)
    backups.save_plan(desk, replace(backups.overview(desk).plan, daily=21))
    section.reload()
    settled(qtbot, work)
    assert section.places._daily.count() == 21, "what somebody else has set shows too"


def test_what_stood_in_the_way_is_said_above_the_places(qtbot, section, work, medium, desk):
    taken = medium / f"office-{NOW.astimezone(ZONE):%Y%m%d-%H%M%S}.privdesk-backup"
    taken.write_bytes(b"in the way")
    press(section, "backUpNow")
    qtbot.waitUntil(lambda: taken.name in texts(section), timeout=20_000)
    taken.unlink()
    settled(qtbot, work)
    press(section, "backUpNow")
    qtbot.waitUntil(lambda: taken.name not in texts(section.places), timeout=20_000)


def test_a_backup_is_made_beside_the_work_and_entered(qtbot, section, work, medium, desk):
    steps = []
    work.progressed.connect(steps.append)
    backed_up(qtbot, section, work)
    (copy,) = copies.register(desk)
    assert (medium / copy.file).exists()
    assert steps, "it tells how far it is"
    assert [act for act, _ in log(desk)[-2:]] == ["desk.backup", "copy.enter"]
    (row,) = cells(section, "backupPlaces")
    assert row[1:4] == ["2026-11-22", "just now · fresh", "2026-11-22 11:00"]
    assert cells(section, "copies")[0][-1] == "kept"
    assert section.findChild(QAbstractButton, "backUpNow").isEnabled()


def test_stopped_it_leaves_nothing_and_says_nothing(qtbot, section, work, medium, desk):
    work.progressed.connect(lambda _: work.cancel())
    press(section, "backUpNow")
    assert not section.findChild(QAbstractButton, "backUpNow").isEnabled()
    qtbot.waitUntil(lambda: section.findChild(QAbstractButton, "backUpNow").isEnabled(), timeout=20_000)
    assert list(medium.iterdir()) == []
    assert copies.register(desk) == ()
    assert all(isinstance(one, Done) for one in work.said)


def test_a_missing_medium_is_seen_and_said(qtbot, section, work, medium):
    medium.rmdir()
    section.reload()
    settled(qtbot, work)
    assert cells(section, "backupPlaces")[0][-1] == "not plugged in"
    press(section, "backUpNow")
    settled(qtbot, work)
    assert isinstance(work.said[-1], PlaceMissing)


def test_a_good_backup_passes_its_test(qtbot, section, work, desk):
    backed_up(qtbot, section, work)
    press(section, "testBackup")
    dialog = shown(section, DrillDialog)
    dialog.findChild(QLineEdit, "drillPassword").setText(PASSWORD)
    dialog.verb.click()
    qtbot.waitUntil(lambda: bool(section.findChildren(DrillResult)), timeout=20_000)
    said = texts(shown(section, DrillResult))
    assert "Passed" in said
    assert "2026-11-22 10:00" in said
    settled(qtbot, work)
    assert copies.register(desk)[0].proven_on == desk.today
    assert log(desk)[-1][0] == "desk.drill"


def test_a_changed_one_fails_and_a_wrong_password_is_no_failure(qtbot, section, work, medium, desk):
    backed_up(qtbot, section, work)
    (path,) = medium.iterdir()
    section.register.test(path, "not the password of that day")
    qtbot.waitUntil(lambda: isinstance(work.said[-1], WrongPassword), timeout=20_000)
    assert log(desk)[-1][0] == "copy.enter"
    content = bytearray(path.read_bytes())
    content[5000] ^= 1
    path.write_bytes(content)
    section.register.test(path, PASSWORD)
    qtbot.waitUntil(lambda: bool(section.findChildren(DrillResult)), timeout=20_000)
    assert "Failed" in texts(shown(section, DrillResult))
    settled(qtbot, work)
    assert log(desk)[-1][0] == "desk.drill"
    assert copies.register(desk)[0].proven_on is None


def test_a_copy_kept_elsewhere_is_entered_and_noted_as_destroyed(qtbot, section, work, desk):
    press(section, "enterCopy")
    settled(qtbot, work)
    dialog = shown(section, CopyDialog)
    assert not dialog.verb.isEnabled()
    dialog._where.editor.setText("金庫のUSBメモリー")
    dialog._where.edited.emit()
    dialog._by.set_text("R9.5.20")
    dialog.verb.click()
    settled(qtbot, work)
    assert not section.findChildren(CopyDialog)
    (copy,) = copies.register(desk)
    assert (copy.place, copy.destroy_by) == ("金庫のUSBメモリー", date(2027, 5, 20))
    section.register._list.select(0)
    assert not section.findChild(QAbstractButton, "testBackup").isEnabled()
    press(section, "copyGone")
    settled(qtbot, work)
    assert cells(section, "copies")[0][-1] == "destroyed 2026-11-22"
    work.write(section, work.said[-1].undo)
    settled(qtbot, work)
    assert cells(section, "copies")[0][-1] == "kept"


def test_a_file_is_deleted_only_after_a_question(qtbot, section, work, medium, desk):
    backed_up(qtbot, section, work)
    press(section, "deleteCopy")
    assert list(medium.iterdir())
    shown(section, Question).verb.click()
    settled(qtbot, work)
    assert not list(medium.iterdir())
    assert copies.register(desk)[0].destroyed_on == desk.today


def test_the_daily_one_is_made_by_itself_once_a_day(qtbot, work, desk, medium):
    plan = backups.overview(desk).plan
    backups.save_plan(desk, replace(plan, places=(Place(str(medium)),), when=When.DAILY))
    schedule = Schedule(work, desk, work)
    schedule.look()
    qtbot.waitUntil(lambda: len(copies.register(desk)) == 1, timeout=20_000)
    settled(qtbot, work)
    schedule.look()
    settled(qtbot, work)
    assert len(list(medium.iterdir())) == 1
    desk.clock = lambda: NOW + timedelta(days=1)
    schedule.look()
    qtbot.waitUntil(lambda: len(list(medium.iterdir())) == 2, timeout=20_000)
    settled(qtbot, work)


def test_everything_has_a_name(section, assert_named):
    assert isinstance(section.places, BackupPlaces)
    assert_named(section)
