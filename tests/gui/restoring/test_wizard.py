"""From the unlock page a backup leads to a desk that can be unlocked; what is wrong is said and can be mended."""

import sys
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QPlainTextEdit, QWidget

from privdesk import app
from privdesk.app.program import Program
from privdesk.gui.deskfolder import desk_folder
from privdesk.gui.restoring.wizard import RestoreWizard
from privdesk.operations import backups
from privdesk.storage import opening, recovery
from tests.office import NOW, PASSWORD, found


@pytest.fixture(scope="module")
def founded(tmp_path_factory):
    """The desk that all tests copy."""
    return found(tmp_path_factory.mktemp("founded") / "office.privdesk")


@pytest.fixture
def made(founded, tmp_path):
    """A backup; the desk itself is closed."""
    desk = founded.copied(tmp_path / "office.privdesk")
    medium = tmp_path / "medium"
    medium.mkdir()
    path = medium / backups.run(desk, medium).value.file
    desk.vault.close()
    return path


@pytest.fixture
def program(qtbot, qapp, monkeypatch, tmp_path):
    """The window on its unlock page."""
    for name in ("CONFIG", "DATA", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    program = Program(qapp, language="en", clock=lambda: NOW + timedelta(days=1))
    program.start()
    qtbot.waitUntil(lambda: "_work" in vars(program) and not program._work._open, timeout=20_000)
    yield program
    program.window.deleteLater()
    program.deleteLater()
    qapp.setQuitOnLastWindowClosed(True)


@pytest.fixture
def wizard(program):
    """The wizard on its first page."""
    program.window.findChild(QAbstractButton, "restoreBackup").click()
    return program.window.findChild(RestoreWizard)


def put(wizard, name, text):
    field = wizard.findChild(QLineEdit, name) or wizard.findChild(QPlainTextEdit, name)
    field.setFocus()
    if isinstance(field, QPlainTextEdit):
        field.setPlainText(text)
    else:
        field.clear()
        field.insert(text)
        field.textEdited.emit(text)


def go_on(wizard):
    button = wizard.findChild(QAbstractButton, "restorePagesNext")
    assert button.isEnabled()
    button.click()


def texts(widget: QWidget):
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def finished(qtbot, wizard):
    qtbot.waitUntil(lambda: not wizard._result.running(), timeout=30_000)


def to_the_last_page(wizard, made, tmp_path, password):
    put(wizard, "restoreFile", str(made))
    go_on(wizard)
    put(wizard, "restorePassword", password)
    go_on(wizard)
    put(wizard, "restoreParent", str(tmp_path))
    go_on(wizard)


def test_a_password_leads_to_a_new_desk_that_is_offered_first(qtbot, program, wizard, made, tmp_path, assert_named):
    expected = desk_folder(tmp_path, "office")
    to_the_last_page(wizard, made, tmp_path, PASSWORD)
    finished(qtbot, wizard)
    said = texts(wizard)
    assert "2026-11-22 10:00" in said
    assert "are missing" in said
    assert expected.is_dir()
    assert expected.name == "office 2.privdesk"
    go_on(wizard)
    assert program.window.unlock._desks.chosen().path == str(expected)


def test_what_comes_of_a_desk_that_this_pc_knows_is_said_before(qtbot, program, wizard, made, founded, tmp_path):
    said = "counts here as an older copy"
    put(wizard, "restoreFile", str(made))
    go_on(wizard)
    put(wizard, "restorePassword", PASSWORD)
    go_on(wizard)
    qtbot.waitUntil(lambda: not program._work._open, timeout=20_000)
    assert said not in texts(wizard)
    opening.unlock_with_sheet(tmp_path / "office.privdesk", founded.secret, terms=app.terms()).leave_anchor(
        1, "00" * 32
    )
    wizard.findChild(QAbstractButton, "restorePagesBack").click()
    go_on(wizard)
    qtbot.waitUntil(lambda: said in texts(wizard), timeout=20_000)


def test_the_sheet_opens_it_and_a_slip_is_pointed_to(qtbot, wizard, made, founded, tmp_path):
    groups = list(recovery.groups(founded.secret))
    put(wizard, "restoreFile", str(made))
    go_on(wizard)
    wizard.findChild(QAbstractButton, "restoreBySheet").click()
    slip = ["B" + groups[0][1:] if groups[0][0] == "A" else "A" + groups[0][1:], *groups[1:]]
    put(wizard, "restoreSheet", " ".join(slip))
    go_on(wizard)
    assert wizard._wizard.place == 1
    put(wizard, "restoreSheet", " ".join(groups))
    go_on(wizard)
    put(wizard, "restoreParent", str(tmp_path))
    go_on(wizard)
    finished(qtbot, wizard)
    assert wizard._result.ready()


def test_a_wrong_password_is_said_and_can_be_typed_again(qtbot, wizard, made, tmp_path):
    to_the_last_page(wizard, made, tmp_path, "not the one of that day")
    finished(qtbot, wizard)
    assert "Nothing was restored" in texts(wizard)
    assert not wizard.findChild(QAbstractButton, "restorePagesNext").isEnabled()
    for _ in range(2):
        wizard.findChild(QAbstractButton, "restorePagesBack").click()
    put(wizard, "restorePassword", PASSWORD)
    go_on(wizard)
    go_on(wizard)
    finished(qtbot, wizard)
    assert wizard._result.ready()


def test_a_file_that_is_not_there_leads_nowhere(wizard, tmp_path, program):
    put(wizard, "restoreFile", str(tmp_path / "no.privdesk-backup"))
    assert not wizard.findChild(QAbstractButton, "restorePagesNext").isEnabled()
    wizard.findChild(QAbstractButton, "restorePagesCancel").click()
    assert program.window.unlock


def test_every_page_is_named(wizard, made, assert_named):
    for place in range(3):
        wizard._wizard.go_to(place)
        assert_named(wizard)
