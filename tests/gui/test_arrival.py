"""The ways into a desk that is there: a single-use password leads to one's own, the sheet to a manager's password."""

import shutil
import sys
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QPushButton, QWidget

from privdesk import app
from privdesk.app.program import Program
from privdesk.domain.errors import OlderLog, SecondManagerNeeded
from privdesk.domain.log import LogQuery
from privdesk.domain.user import Role
from privdesk.gui.desk import DeskPage
from privdesk.gui.firstpassword import FirstPassword
from privdesk.gui.olderdesk import OlderDesk
from privdesk.gui.setup.recover import RecoverWizard
from privdesk.gui.state import RecentDesk
from privdesk.operations import desks, log, users
from privdesk.storage import keys, recovery
from tests.office import NOW, PASSWORD, TERMS, found

OWN = "seven quiet boats at dawn"
WHY = "前のPCが壊れ、古い控えから始めるため。"


@pytest.fixture(scope="module")
def founded(tmp_path_factory):
    """The desk that all tests copy."""
    return found(tmp_path_factory.mktemp("founded") / "office.privdesk")


@pytest.fixture
def desk(founded, tmp_path):
    """An open desk with the manager "sato" at it."""
    opened = founded.copied(tmp_path / "office.privdesk")
    yield opened
    opened.vault.close()


@pytest.fixture
def program(qtbot, qapp, monkeypatch, tmp_path):
    """The running window at the unlock page."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    left = []
    program = Program(qapp, language="en", clock=lambda: NOW, replace=lambda: left.append(True))
    program.start()
    yield program
    if program._page:
        qtbot.waitUntil(lambda: not program._page.background._open, timeout=20_000)
        program.lock()
        qtbot.waitUntil(lambda: bool(left), timeout=20_000)
    qtbot.waitUntil(lambda: not program._work._open, timeout=20_000)
    with qtbot.waitSignal(program._work.stopped):
        program._work.stop()
    program._work.wait()
    program.window.deleteLater()
    program.deleteLater()
    qapp.setQuitOnLastWindowClosed(True)


def offered(program, desk, login):
    desk.vault.close()
    program.window.remember_desk(RecentDesk(str(desk.vault.folder), "見本商事", login))
    return program.window.unlock


def unlock(page, password):
    page._secret.setText(password)
    page.try_password()


def entered(qtbot, program):
    qtbot.waitUntil(lambda: isinstance(program.window.centralWidget(), DeskPage), timeout=30_000)
    qtbot.waitUntil(lambda: not program._page.background._open, timeout=20_000)
    return program._page


def texts(widget):
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def fill(widget, name, text):
    field = widget.findChild(QLineEdit, name)
    field.setText(text)
    field.textEdited.emit(text)


def test_the_single_use_password_leads_to_ones_own(qtbot, program, desk):
    way_in = users.invite(desk, "mori", "森 明子", Role.SUPPORT, PASSWORD, keys.FLOOR).value
    page = offered(program, desk, "mori")
    unlock(page, way_in.password)
    qtbot.waitUntil(lambda: bool(program.window.findChildren(FirstPassword)), timeout=20_000)
    dialog = program.window.findChild(FirstPassword)
    assert not page._wait, "the password was right"
    for name in ("firstPassword", "firstPasswordAgain"):
        fill(dialog, name, way_in.password)
    dialog.verb.click()
    qtbot.waitUntil(lambda: "Somebody else knows" in texts(dialog), timeout=20_000)
    assert dialog.verb.isEnabled()
    for name in ("firstPassword", "firstPasswordAgain"):
        fill(dialog, name, OWN)
    dialog.verb.click()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible(), "it is being set already"
    page = entered(qtbot, program)
    assert page.desk.actor.login == "mori"
    assert "a manager has to unlock this desk once, and you again after that" in page.messages._text.text()
    assert not [one for one in program.window.findChildren(QDialog) if one.isVisible()]


def test_the_dialog_can_be_left_and_nothing_was_lost(qtbot, program, desk, translation, assert_named):
    way_in = users.invite(desk, "mori", "森 明子", Role.SUPPORT, PASSWORD, keys.FLOOR).value
    page = offered(program, desk, "mori")
    unlock(page, way_in.password)
    qtbot.waitUntil(lambda: bool(program.window.findChildren(FirstPassword)), timeout=20_000)
    dialog = program.window.findChild(FirstPassword)
    assert_named(dialog)
    with qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert program.window.unlock is page
    page._secret.setText(way_in.password)
    assert page.ready()


def test_somebody_elses_tries_are_told_after_unlocking(qtbot, program, desk):
    page = offered(program, desk, "sato")
    for wrong in ("not this one at all", "nor this one either"):
        unlock(page, wrong)
        qtbot.waitUntil(lambda: bool(page._wait), timeout=20_000)
        page._wait = 0
    unlock(page, PASSWORD)
    said = entered(qtbot, program).messages._text.text()
    assert said.startswith("2 wrong passwords were tried")
    assert "2026-11-22 10:00" in said


def test_a_clock_that_was_set_back_is_told(qtbot, program, desk):
    desk.clock = lambda: NOW + timedelta(days=3)
    desks.lock(desk)
    unlock(offered(program, desk, "sato"), PASSWORD)
    said = entered(qtbot, program).messages._text.text()
    assert said == "This PC's clock is behind the last work here (2026-11-25 10:00). Set it right."


def test_after_a_quiet_night_nothing_is_told(qtbot, program, desk):
    unlock(offered(program, desk, "sato"), PASSWORD)
    assert entered(qtbot, program).messages._text.text() == ""


# An older copy


@pytest.fixture
def older(founded, desk):
    """Puts back how the desk was before its last sitting on this PC; `colleague` is a second manager."""

    def made(*, colleague: bool):
        folder, vault = desk.vault.folder, desk.vault
        if colleague:
            users.add(desk, "ueda", "上田 健", PASSWORD, Role.MANAGER, keys.FLOOR)
        vault.close()
        kept = shutil.copytree(folder, folder.with_name("kept"))
        seen = replace(TERMS, profile=app.terms().profile)
        desks.lock(desks.unlock(folder, "sato", PASSWORD, founded.given, lambda: NOW, seen))
        shutil.rmtree(folder)
        shutil.copytree(kept, folder)

    return made


def test_the_only_manager_of_an_office_is_asked_for_a_reason_alone(qtbot, translation, assert_named):
    host = QWidget()
    qtbot.addWidget(host)
    dialog = OlderDesk(host, OlderLog(when="2026-11-20 18:05", seen=18_342, here=18_001), second=False)
    dialog.show()
    for language in ("ja", "en"):
        translation.choose(language)
        assert_named(dialog)
    assert not dialog._login.isVisible()
    dialog.verb.click()
    assert dialog.verb.isEnabled(), "without a reason nothing happens"
    assert dialog._reason.editor.property("state") == "late"
    dialog._reason.set_text(WHY)
    with qtbot.waitSignal(dialog.accepted_because) as said:
        dialog.verb.click()
    assert said.args == [WHY, "", ""]
    dialog.show_error(SecondManagerNeeded())
    assert dialog.verb.isEnabled()
    dialog.close()


def test_a_second_manager_agrees_in_the_same_dialog(qtbot, program, desk, older):
    older(colleague=True)
    unlock(offered(program, desk, "sato"), PASSWORD)
    qtbot.waitUntil(lambda: bool(program.window.findChildren(OlderDesk)), timeout=20_000)
    dialog = program.window.findChild(OlderDesk)
    dialog._reason.set_text(WHY)
    dialog.verb.click()
    assert "has not entered" in texts(dialog)
    for password in ("not the right one", PASSWORD):
        fill(dialog, "olderSecondLogin", "ueda")
        fill(dialog, "olderSecondPassword", password)
        dialog.verb.click()
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
        assert dialog.isVisible(), "it is being opened already"
        assert dialog._secret.text() == ""
        if password != PASSWORD:
            qtbot.waitUntil(lambda: "of the second manager is wrong" in texts(dialog), timeout=20_000)
    page = entered(qtbot, program)
    assert page.desk.actor.login == "sato"
    assert not [one for one in program.window.findChildren(QDialog) if one.isVisible()]
    (entry,) = log.page(page.desk, LogQuery(act="desk.rollback"))
    assert WHY in entry.detail


def test_who_is_no_manager_only_learns_why_an_older_copy_stays_shut(qtbot, program, desk, older):
    users.add(desk, "mori", "森 明子", PASSWORD, Role.SUPPORT, keys.FLOOR)
    older(colleague=False)
    page = offered(program, desk, "mori")
    unlock(page, PASSWORD)
    qtbot.waitUntil(lambda: "This is an older copy" in texts(page), timeout=20_000)
    assert not program.window.findChildren(OlderDesk)
    assert not page._wait, "the password was right"


@pytest.fixture
def wizard(qtbot, program, desk):
    """The way by the sheet, begun from the unlock page."""
    offered(program, desk, "sato").findChild(QPushButton, "passwordForgotten").click()
    wizard = program.window.centralWidget()
    assert isinstance(wizard, RecoverWizard)
    return wizard


def type_old(wizard, groups):
    for place, group in enumerate(groups, 1):
        fill(wizard._typed, f"group{place}", group)


def press_next(wizard):
    wizard.findChild(QPushButton, "recoverPagesNext").click()


def to_last_page(qtbot, wizard, founded, tmp_path):
    type_old(wizard, recovery.groups(founded.secret))
    press_next(wizard)
    assert wizard.page == 1
    assert wizard._manager._login.text() == "sato"
    fill(wizard, "founderName", "佐藤 恵")
    for name in ("founderPassword", "founderPasswordAgain"):
        fill(wizard, name, OWN)
    press_next(wizard)
    assert wizard.page == 2
    qtbot.waitUntil(lambda: bool(wizard._paper._content), timeout=20_000)
    wizard._paper.save_to(str(tmp_path / "new.pdf"))
    press_next(wizard)
    for place, group in enumerate(wizard._sheet.groups, 1):
        fill(wizard._paper, f"group{place}", group)
    press_next(wizard)
    assert wizard.page == 3


def test_a_slip_is_pointed_to_in_its_group(qtbot, wizard, founded):
    groups = recovery.groups(founded.secret)
    groups[4] = groups[4][:-1] + ("0" if groups[4][-1] != "0" else "1")
    type_old(wizard, groups)
    press_next(wizard)
    assert wizard.page == 0
    assert "Group 5 is not as on the sheet" in texts(wizard)
    assert wizard._typed._groups.wrong() == [5]
    type_old(wizard, groups[:3])
    fill(wizard._typed, "group13", "")
    press_next(wizard)
    assert "13 groups" in texts(wizard)


def test_the_sheet_opens_the_desk_and_a_new_one_takes_its_place(qtbot, program, wizard, desk, founded, tmp_path):
    to_last_page(qtbot, wizard, founded, tmp_path)
    sheet = wizard._sheet
    press_next(wizard)
    page = entered(qtbot, program)
    assert (page.desk.actor.login, page.desk.actor.role) == ("sato", Role.MANAGER)
    assert page.desk.vault.header.epoch == 2
    assert (tmp_path / "new.pdf").read_bytes().startswith(b"%PDF")
    assert recovery.groups(sheet.secret) != recovery.groups(founded.secret)


def test_the_sheet_of_another_desk_opens_nothing_and_everything_stays_in_its_field(
    qtbot, program, wizard, desk, founded, tmp_path
):
    other = replace(founded, secret=recovery.new_secret())
    to_last_page(qtbot, wizard, other, tmp_path)
    press_next(wizard)
    qtbot.waitUntil(lambda: "does not belong to this desk" in texts(wizard), timeout=20_000)
    wizard._wizard.go_to(0)
    type_old(wizard, recovery.groups(founded.secret))
    assert wizard._typed._groups.wrong() == []
    assert wizard._manager.founder().password == OWN


@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_page_has_names_in_both_languages(qtbot, program, wizard, translation, assert_named, language):
    program.window.take_language(language)
    for place in range(4):
        wizard._wizard.go_to(place)
        if place != 3:
            assert_named(wizard)
    wizard.ask_to_leave()
    question = wizard.findChild(QDialog, "leaveRecover")
    with qtbot.waitSignal(wizard.cancelled):
        question.accept()
    program.window.take_language("en")
