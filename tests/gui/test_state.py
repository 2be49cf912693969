"""What the window remembers survives a new start, and nonsense in its file does no harm."""

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QLabel, QSplitter

from privdesk.gui.state import RecentDesk, WindowState
from privdesk.gui.theme import Look


def test_choices_come_back(state):
    state.language, state.look, state.scale = "ja", Look.DARK, 1.15
    again = WindowState()
    assert (again.language, again.look, again.scale) == ("ja", Look.DARK, 1.15)


def test_recent_desks_last_first_without_doubles(state):
    for name in ("青空商店", "東都サービス", "青空商店"):
        state.recent.put_first(RecentDesk(f"/desks/{name}.privdesk", name, "sato"))
    assert [desk.name for desk in WindowState().recent.listed()] == ["青空商店", "東都サービス"]
    state.recent.forget("/desks/青空商店.privdesk")
    assert [desk.name for desk in state.recent.listed()] == ["東都サービス"]


@pytest.mark.parametrize("nonsense", [("recent", "7"), ("recent/size", "many"), ("recent/size", "3")])
def test_nonsense_in_the_file_means_nothing_remembered(state, nonsense):
    QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "privdesk", "window").setValue(*nonsense)
    assert state.recent.listed() == []


def test_only_the_last_desks_are_kept(state):
    for number in range(12):
        state.recent.put_first(RecentDesk(f"/desks/{number}.privdesk", str(number)))
    state.recent.forget("/desks/11.privdesk")
    assert [desk.name for desk in WindowState().recent.listed()] == ["10", "9", "8", "7", "6", "5", "4"]


@pytest.mark.parametrize("nonsense", ["", "pink", "nan"])
def test_nonsense_choices_fall_back(state, nonsense):
    settings = QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "privdesk", "window")
    settings.setValue("look", nonsense)
    settings.setValue("scale", nonsense)
    assert state.look is Look.SYSTEM
    assert state.scale == 1.0


def test_the_shape_of_a_part_comes_back(qtbot, state):
    splitter = QSplitter(Qt.Orientation.Horizontal)
    qtbot.addWidget(splitter)
    splitter.addWidget(QLabel("a"))
    splitter.addWidget(QLabel("b"))
    splitter.resize(600, 100)
    splitter.show()
    assert not state.restore("case", splitter)
    splitter.setSizes([200, 400])
    chosen = splitter.sizes()
    state.keep("case", splitter)
    splitter.setSizes([500, 100])
    assert WindowState().restore("case", splitter)
    assert splitter.sizes() == chosen
    state.forget_shape("case")
    assert not state.restore("case", splitter)


def test_each_user_has_his_own_choices(state):
    state.of("sato").choose("customersFilters", "left")
    assert WindowState().of("sato").chosen("customersFilters") == "left"
    assert state.of("ito").chosen("customersFilters") == ""
    assert state.chosen("customersFilters") == ""
