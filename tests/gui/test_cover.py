"""The lock takes the screens at once; the backup of the plan is made behind a cover, and holds up nobody who waits."""

import sys
from dataclasses import replace
from threading import Event, current_thread

import pytest
from PySide6.QtWidgets import QDialog, QLabel, QPushButton

from privdesk.app.program import Program
from privdesk.domain.backup import Place, When
from privdesk.domain.errors import PlaceMissing
from privdesk.gui.away import Away
from privdesk.gui.background import Background, is_held_up
from privdesk.gui.backuprun import Schedule
from privdesk.gui.cover import Cover
from privdesk.gui.desk import DeskPage
from privdesk.operations import backups
from privdesk.storage import opening
from tests.office import NOW, TERMS, found


@pytest.fixture(scope="module")
def founded(tmp_path_factory):
    """The desk that all tests copy."""
    return found(tmp_path_factory.mktemp("founded") / "office.privdesk")


@pytest.fixture
def medium(tmp_path):
    folder = tmp_path / "medium"
    folder.mkdir()
    return folder


@pytest.fixture
def desk(founded, tmp_path, medium):
    """An open desk that is backed up when it is locked."""
    opened = founded.copied(tmp_path / "office.privdesk")
    plan = backups.overview(opened).plan
    backups.save_plan(opened, replace(plan, places=(Place(str(medium)),), when=When.LOCK))
    return opened


@pytest.fixture
def replaced():
    """One entry for each process that would have begun."""
    return []


@pytest.fixture
def program(qtbot, qapp, monkeypatch, desk, replaced):
    """The running window at the open desk."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    program = Program(qapp, language="en", clock=lambda: NOW, replace=lambda: replaced.append(True))
    program.start()
    program.enter(desk)
    page = program._page
    qtbot.waitUntil(lambda: not page.background._open, timeout=20_000)
    yield program
    qtbot.waitUntil(lambda: bool(replaced), timeout=20_000)
    program.window.deleteLater()
    program.deleteLater()
    qapp.setQuitOnLastWindowClosed(True)


def test_locking_shows_nothing_of_the_desk_at_once_and_backs_up_behind(qtbot, program, medium, replaced):
    page = program._page
    page.open_list("office", "backups")
    page.office.section.new()
    program.lock()
    assert isinstance(program.window.centralWidget(), Cover)
    assert program.window.isVisible()
    assert not [part for part in program.window.findChildren(DeskPage) if part.isVisible()]
    assert not [label.text() for label in program.window.findChildren(QLabel) if label.isVisible() and label.text()]
    qtbot.waitUntil(lambda: bool(replaced), timeout=20_000)
    assert len(list(medium.iterdir())) == 1
    assert not program.window.isVisible()


def test_who_does_not_want_to_wait_skips_it(qtbot, program, medium, replaced):
    program.lock()
    cover = program._departure._cover
    qtbot.waitUntil(lambda: cover.findChild(QPushButton, "skipBackup").isVisible() or bool(replaced), timeout=20_000)
    cover.skip()
    qtbot.waitUntil(lambda: bool(replaced), timeout=20_000)
    assert not [path for path in medium.iterdir() if path.suffix != ".privdesk-backup"], "nothing half is left"


def test_closing_the_window_twice_ends_without_the_backup(qtbot, program, medium, replaced, monkeypatch):
    monkeypatch.setattr(program, "_app", _App(replaced))
    assert not program.window.close(), "it stays, covered"
    assert program.window.isVisible()
    assert not program.window.close()
    qtbot.waitUntil(lambda: bool(replaced), timeout=20_000)
    assert replaced == ["quit"]
    assert not program.window.isVisible()
    assert not list(medium.iterdir())


def test_a_missing_medium_does_not_hold_up_the_lock_and_is_said_later(qtbot, program, desk, medium, founded, replaced):
    medium.rmdir()
    program.lock()
    qtbot.waitUntil(lambda: bool(replaced), timeout=20_000)
    assert not medium.exists()


@pytest.fixture
def dead():
    """What a hanging thread waits for; the tests' own end waits for the thread."""
    event = Event()
    yield event
    event.set()


def test_a_medium_that_hangs_in_the_middle_does_not_hold_up_who_skips(qtbot, program, desk, dead, replaced):
    def clock():
        if current_thread().name.startswith("long-beside"):
            dead.wait()
        return NOW

    desk.clock = clock
    program.lock()
    cover = program._departure._cover
    qtbot.waitUntil(lambda: cover.findChild(QPushButton, "skipBackup").isVisible(), timeout=20_000)
    qtbot.waitUntil(is_held_up, timeout=20_000)
    cover.skip()
    qtbot.waitUntil(lambda: bool(replaced), timeout=20_000)
    assert is_held_up(), "the thread still waits, and nobody for it"
    assert not desk.vault._is_open


def test_after_unlocking_it_is_said_what_went_wrong(qtbot, program, desk, medium, founded, replaced):
    (medium / "office-20261122-100000.privdesk-backup").write_bytes(b"in the way")
    program.lock()
    qtbot.waitUntil(lambda: bool(replaced), timeout=20_000)
    vault = opening.unlock_with_sheet(desk.vault.folder, founded.secret, terms=TERMS)
    again = replace(desk, vault=vault, session="the next")
    program.enter(again)
    page = program._page
    qtbot.waitUntil(lambda: "office-20261122-100000" in page.messages.findChild(QLabel).text(), timeout=20_000)
    replaced.clear()
    program.lock()


def test_after_unlocking_it_is_said_that_the_medium_was_missing(qtbot, qapp, desk, medium):
    medium.rmdir()
    work = Background(desk)
    failed = []
    work.failed.connect(failed.append)
    Schedule(work, desk, work)
    qtbot.waitUntil(lambda: bool(failed), timeout=20_000)
    assert isinstance(failed[0], PlaceMissing)
    with qtbot.waitSignal(work.stopped):
        work.stop()
    work.wait()
    desk.vault.close()


@pytest.fixture
def work(program):
    """Long work under way in the vault: it goes on until it is told to end, then leads to more."""
    return LongWork(program._page)


class LongWork:
    """Ends by `end` or by being stopped; `seen` says which, and what came of it."""

    def __init__(self, page):
        self._end, self.seen, self._page = Event(), [], page
        page.background.write(page, self._go_on, then=self._lead_to_more, otherwise=self._take_stop, long=True)

    def end(self):
        self._end.set()

    def _go_on(self, desk, progress):
        while not self._end.wait(0.01):
            progress(1, 2)
        self.seen.append("ended")

    def _lead_to_more(self, _answer):
        dialog = QDialog(self._page)
        dialog.open()
        self.seen.append(dialog)
        self._page.background.write(self._page, lambda _desk: self.seen.append("entered"))

    def _take_stop(self, error):
        self.seen.append(type(error).__name__)


def words(program):
    return " ".join(part.text() for part in program.window.findChildren(QLabel) if part.isVisible())


def covered(qtbot, program):
    """The cover, as soon as it says what it waits for."""
    cover = program._departure._cover
    qtbot.waitUntil(lambda: cover.findChild(QPushButton, "skipBackup").isVisible(), timeout=20_000)
    return cover


def test_the_idle_lock_lets_long_work_end_with_all_it_leads_to(qtbot, program, replaced, work, medium):
    program._page._idle.lock_wanted.emit()
    cover = covered(qtbot, program)
    assert "Work that was under way is being finished" in words(program)
    qtbot.waitUntil(lambda: cover._bar.value() == 1, timeout=20_000)
    assert not replaced
    work.end()
    qtbot.waitUntil(lambda: bool(replaced), timeout=20_000)
    ended, dialog, entered = work.seen
    assert (ended, entered) == ("ended", "entered")
    assert not dialog.isVisible()
    assert len(list(medium.iterdir())) == 1, "the backup is made after it"


def test_a_locked_screen_lets_long_work_end_too(qtbot, program, replaced, work):
    away = program.window.findChild(Away)
    away.screen_locked.emit()
    covered(qtbot, program)
    assert not replaced
    away.leaving.emit()
    qtbot.waitUntil(lambda: bool(replaced), timeout=20_000)
    assert work.seen == ["Cancelled"], "then the PC falls asleep"


def test_who_comes_back_stops_the_work(qtbot, program, replaced, work):
    program._page._idle.lock_wanted.emit()
    covered(qtbot, program).findChild(QPushButton, "skipBackup").click()
    qtbot.waitUntil(lambda: bool(replaced), timeout=20_000)
    assert work.seen == ["Cancelled"]


def test_closing_the_covered_window_stops_it_and_ends(qtbot, program, replaced, work, monkeypatch):
    monkeypatch.setattr(program, "_app", _App(replaced))
    program._page._idle.lock_wanted.emit()
    assert not program.window.close()
    qtbot.waitUntil(lambda: bool(replaced), timeout=20_000)
    assert replaced == ["quit"]
    assert work.seen == ["Cancelled"]


def test_the_lock_by_key_waits_for_nothing(qtbot, program, replaced, work):
    program.lock()
    qtbot.waitUntil(lambda: bool(replaced), timeout=20_000)
    assert work.seen == ["Cancelled"]


class _App:
    """Stands where the application would end."""

    def __init__(self, ended):
        self._ended = ended

    def quit(self):
        self._ended.append("quit")
