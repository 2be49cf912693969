"""The lock takes the screens at once; the backup of the plan is made behind a cover, and holds up nobody who waits."""

import sys
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from privdesk.app.program import Program
from privdesk.domain.backup import Place, When
from privdesk.domain.errors import PlaceMissing
from privdesk.gui.background import Background
from privdesk.gui.backuprun import Schedule
from privdesk.gui.cover import Cover
from privdesk.gui.desk import DeskPage
from privdesk.operations import backups
from tests.office import NOW, found


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
    page.open_backups()
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


class _App:
    """Stands where the application would end."""

    def __init__(self, ended):
        self._ended = ended

    def quit(self):
        self._ended.append("quit")
