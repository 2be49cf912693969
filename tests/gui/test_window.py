"""The window before a desk is open: light to start, patient with passwords, and empty after the lock."""

import subprocess
import sys

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QComboBox, QDialog, QLabel, QLineEdit

from privdesk.domain.errors import DeskError, DeskInUse
from privdesk.gui.state import RecentDesk
from privdesk.gui.theme import Look
from privdesk.gui.window import Window

HEAVY = (
    *("sqlalchemy", "alembic", "reportlab", "sqlcipher3", "cryptography", "platformdirs", "tomllib", "concurrent"),
    *("privdesk.operations", "privdesk.storage", "privdesk.domain.errors", "privdesk.gui.background"),
)


@pytest.fixture
def window(qtbot, theme, translation, state):
    state.recent.put_first(RecentDesk("/desks/aozora.privdesk", "青空商店"))
    state.recent.put_first(RecentDesk("/desks/mihon.privdesk", "見本商事", "sato"))
    window = Window(state, theme, translation)
    qtbot.addWidget(window)
    window.show()
    return window


def type_password(qtbot, window, text="正しい馬"):
    window.unlock._secret.setText(text)


def test_nothing_heavy_is_loaded_before_the_unlock_page():
    code = f"import sys, privdesk.app.program; print([m for m in sys.modules if m.startswith({HEAVY!r})])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_first_painting_is_told_once(qtbot, window):
    with qtbot.waitSignal(window.painted):
        pass
    with qtbot.assertNotEmitted(window.painted, wait=50):
        window.repaint()


def test_the_last_desk_and_user_stand_ready(qtbot, window):
    type_password(qtbot, window)
    with qtbot.waitSignal(window.unlock_wanted) as wanted:
        qtbot.keyClick(window.unlock._secret, Qt.Key.Key_Return)
    path, login, password = wanted.args
    assert (path, login) == ("/desks/mihon.privdesk", "sato")
    assert password == bytearray("正しい馬".encode())
    assert window.unlock._secret.text() == ""
    assert window.unlock._unlock.text() == "Opening …"
    assert not window.unlock._unlock.isEnabled()


def test_a_password_means_the_same_from_every_keyboard(qtbot, window):
    type_password(qtbot, window, "か\u3099")
    with qtbot.waitSignal(window.unlock_wanted) as wanted:
        window.unlock.try_password()
    assert wanted.args[2] == bytearray("が".encode())


def test_another_desk_can_be_chosen(qtbot, window):
    qtbot.mouseClick(window.unlock._desks._group.buttons()[1], Qt.MouseButton.LeftButton)
    window.unlock._login.set_text("tanaka")
    type_password(qtbot, window)
    with qtbot.waitSignal(window.unlock_wanted) as wanted:
        window.unlock._unlock.click()
    assert wanted.args[:2] == ["/desks/aozora.privdesk", "tanaka"]


def test_each_failure_waits_longer_up_to_a_minute(qtbot, window):
    page, waits = window.unlock, []
    for _ in range(8):
        type_password(qtbot, window)
        page.show_wrong(DeskError())
        waits.append(page._wait)
        assert not page.ready()
        with qtbot.assertNotEmitted(window.unlock_wanted):
            page.try_password()
        while page._wait:
            page._tick()
    assert waits == [1, 2, 4, 8, 16, 32, 60, 60]
    assert page.ready()
    assert page._password._line.text() == str(DeskError())


@pytest.mark.parametrize("tell", ["show_wrong", "show_error"])
def test_what_went_wrong_moves_no_field_and_the_password_has_the_keyboard(qtbot, window, tell):
    page = window.unlock
    parts = (page._login, page._password, page._unlock, page._new)
    qtbot.waitUntil(lambda: page._login.mapTo(page, QPoint()).y() > 0)
    places = [part.mapTo(page, QPoint()) for part in parts]
    page._unlock.setFocus()
    getattr(page, tell)(DeskInUse(login="sato", pc="PC-2", since="10:00"))
    qtbot.wait(50)
    assert [part.mapTo(page, QPoint()) for part in parts] == places
    assert tell == "show_error" or page._secret.hasFocus()


def test_the_smallest_window_squeezes_no_field(qtbot, window):
    page = window.unlock
    window.resize(window.minimumSize())
    page.show_error(DeskInUse(login="sato", pc="PC-2", since="10:00"))
    qtbot.wait(50)
    for part in (page._login.editor, page._secret, page._unlock, page._wrong):
        assert part.height() >= part.minimumSizeHint().height() > 0
        assert part.visibleRegion().boundingRect().height() == part.height()


def test_a_desk_in_a_folder_of_a_sync_program_is_warned_of(qtbot, window, state):
    assert not window.unlock._risk.isVisible()
    state.recent.put_first(RecentDesk("/data/sato/OneDrive/mihon.privdesk", "見本商事", "sato"))
    window.unlock.set_recent(state.recent.listed())
    assert window.unlock._risk.isVisible()
    assert "sync program" in window.unlock._risk.text()


def test_what_is_no_wrong_password_makes_nobody_wait(qtbot, window):
    page = window.unlock
    type_password(qtbot, window)
    page.try_password()
    page.show_error(DeskInUse(login="sato", pc="PC-2", since="10:00"))
    type_password(qtbot, window)
    assert page.ready()
    assert page._unlock.isEnabled()
    page.try_password()
    assert not page._wrong.isVisible()


def test_the_caps_lock_is_noticed(qtbot, window):
    field = window.unlock._secret
    qtbot.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier)
    assert "Caps" not in window.unlock._password._line.text()
    with qtbot.waitSignal(field.caps_lock, check_params_cb=lambda on: on):
        qtbot.keyClicks(field, "A", Qt.KeyboardModifier.NoModifier)
    assert "Caps" in window.unlock._password._line.text()


def test_the_password_can_be_looked_at(qtbot, window):
    field = window.unlock._secret
    qtbot.mouseClick(field._eye, Qt.MouseButton.LeftButton)
    assert field.echoMode() == QLineEdit.EchoMode.Normal
    field.take()
    assert field.echoMode() == QLineEdit.EchoMode.Password


def test_a_desk_can_be_taken_off_the_list(qtbot, window, state):
    window.unlock.forget_wanted.emit("/desks/mihon.privdesk")
    assert [desk.name for desk in state.recent.listed()] == ["青空商店"]
    assert window.unlock._desks.chosen().name == "青空商店"


def test_without_a_desk_there_is_nothing_to_unlock(qtbot, window, state):
    for desk in state.recent.listed():
        window.unlock.forget_wanted.emit(desk.path)
    assert not window.unlock._entry.isVisible()
    for name, signal in (("newDesk", window.new_desk_wanted), ("tryDemo", window.demo_wanted)):
        with qtbot.waitSignal(signal):
            window.unlock.findChild(type(window.unlock._new), name).click()


def test_the_lock_deletes_the_page_and_what_it_knew(qtbot, window):
    page = QLabel("渡邉 由美子")
    window.show_page(page)
    assert window.unlock is None
    with qtbot.waitSignal(page.destroyed):
        window.show_unlock()
    assert window.unlock is not None


def test_language_look_and_size_are_chosen_and_kept(qtbot, window, state, theme):
    window.open_settings()
    dialog = window.findChild(QDialog, "look")
    for name, value in (("language", "ja"), ("theme", "dark"), ("textSize", "1.15")):
        choice = dialog.findChild(QComboBox, name)
        choice.setCurrentIndex(choice.findData(value))
        choice.activated.emit(choice.currentIndex())
    assert (state.language, state.look, state.scale) == ("ja", Look.DARK, 1.15)
    assert theme.dark
    assert theme.scale == 1.15
    dialog.close()


def test_what_stands_in_the_way_of_the_made_up_office_is_said(window):
    window.unlock.show_error(DeskInUse(login="sato", pc="PC-2", since="10:00"))
    assert "PC-2" in window.unlock._wrong.text()
    assert window.unlock._wrong.isVisible()
    assert not window.unlock._wait


def test_everything_has_a_name(qtbot, window, assert_named):
    assert_named(window)
