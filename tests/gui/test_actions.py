"""The table of actions has no clashes, and every key does what it says in the frame of an open desk."""

from collections import Counter
from functools import partial

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QInputMethodEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QMessageBox

from privdesk.gui.actions import ACTIONS
from privdesk.gui.palette import Hit
from privdesk.gui.rail import Place
from privdesk.gui.shell import Shell
from privdesk.gui.theme import Look
from privdesk.gui.widgets.page import Page


class Room(Page):
    """A place that notes what was asked of it."""

    nouns = frozenset({"people"})

    def __init__(self, name):
        super().__init__(name)
        self.done = []
        self.field = QLineEdit()
        self.field.setObjectName(f"{name}Line")
        self.column.addWidget(self.field)
        self.retranslate()

    def retranslate(self):
        self.set_title("A room")
        self.field.setAccessibleName("A line")

    def commands(self):
        return {**super().commands(), "new": lambda: self.done.append("new"), "save": lambda: self.done.append("save")}

    def reload(self):
        self.done.append("reload")


@pytest.fixture
def shell(qtbot, theme):
    shell = Shell("見本商事", "佐藤")
    for name in ("today", "people"):
        shell.add_place(Place(name, "inbox", name), partial(Room, name))
    qtbot.addWidget(shell)
    shell.resize(1280, 800)
    shell.show()
    shell.activateWindow()
    qtbot.waitUntil(shell.isActiveWindow)
    return shell


def press(qtbot, shell, key):
    combination = QKeySequence(key)[0]
    qtbot.keyClick(shell.focusWidget() or shell, combination.key(), combination.keyboardModifiers())


def test_no_key_means_two_things():
    keys = Counter(QKeySequence(action.key).toString() for action in ACTIONS)
    assert "" not in keys
    assert [key for key, count in keys.items() if count > 1] == []
    assert len({action.name for action in ACTIONS}) == len(ACTIONS)


def test_keys_reach_the_place_in_front(qtbot, shell):
    shell.page("today").field.setFocus()
    press(qtbot, shell, "Ctrl+N")
    press(qtbot, shell, "Ctrl+S")
    press(qtbot, shell, "F5")
    assert shell.page("today").done == ["reload", "new", "save", "reload"]
    assert shell.page("people").done == []


def test_places_by_number_and_by_hand(qtbot, shell):
    shell.page("today").field.setFocus()
    with qtbot.waitSignal(shell.place_changed) as told:
        press(qtbot, shell, "Alt+2")
    assert told.args == ["people"]
    qtbot.mouseClick(shell.rail._buttons["today"], Qt.MouseButton.LeftButton)
    assert shell.current() == "today"


def test_the_window_keeps_its_own_keys(qtbot, shell):
    shell.page("today").field.setFocus()
    with qtbot.waitSignal(shell.lock_wanted):
        press(qtbot, shell, "Ctrl+L")
    with qtbot.waitSignal(shell.quit_wanted):
        press(qtbot, shell, "Ctrl+Q")
    press(qtbot, shell, "F1")
    guide = shell.findChild(QDialog, "guide")
    said = {label.text() for label in guide.findChildren(QLabel)}
    assert {action.key for action in ACTIONS} <= said
    guide.close()


def test_the_lock_wins_over_an_open_dialog(qtbot, shell):
    dialog = QDialog(shell)
    above = QDialog(dialog)
    for front, typing in ((dialog, QLineEdit(dialog)), (above, QLineEdit(above))):
        front.open()
        qtbot.waitActive(front)
        typing.setFocus()
        with qtbot.waitSignal(shell.lock_wanted):
            qtbot.keyClick(typing, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)


def test_the_lock_wins_over_a_question_that_waits(qtbot, shell):
    """As a file dialog asks whether the file is to be replaced, in a loop of its own."""
    box = QMessageBox(QMessageBox.Icon.Warning, "", "?", QMessageBox.StandardButton.Yes, shell)
    shell.lock_wanted.connect(box.accept)
    press = partial(qtbot.keyClick, box, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    QTimer.singleShot(50, press)
    QTimer.singleShot(2000, box.reject)
    assert box.exec() == QDialog.DialogCode.Accepted


def test_what_cannot_be_done_here_does_not_answer_its_key(qtbot, shell):
    shell.page("today").commands = lambda: {}
    shell.refresh_actions()
    shell.page("today").field.setFocus()
    press(qtbot, shell, "Ctrl+S")
    assert "save" not in shell.page("today").done


def test_a_page_reads_again_only_when_it_is_concerned_and_in_front(qtbot, shell):
    today, people = shell.page("today"), shell.page("people")
    shell.take_changes(frozenset({"letters"}))
    assert today.done == ["reload"]
    shell.take_changes(frozenset({"people"}))
    assert today.done == ["reload", "reload"]
    assert people.done == []
    shell.go("people")
    assert people.done == ["reload"]
    shell.go("today")
    shell.go("people")
    assert people.done == ["reload"]


def test_the_palette_finds_actions_and_records(qtbot, shell):
    shell.page("today").field.setFocus()
    press(qtbot, shell, "Ctrl+K")
    assert shell.finder.isVisible()
    with qtbot.waitSignal(shell.finder.search_wanted) as asked:
        qtbot.keyClicks(shell.bar.search, "yamada")
    assert asked.args == ["yamada"]
    shell.finder.set_hits("yamada", [Hit("person", "1", "山田 太郎"), Hit("person", "2", "山田 花子")])
    shell.finder.set_hits("yam", [Hit("person", "9", "too late")])
    qtbot.keyClick(shell.bar.search, Qt.Key.Key_Down)
    with qtbot.waitSignal(shell.hit_wanted) as chosen:
        qtbot.keyClick(shell.bar.search, Qt.Key.Key_Return)
    assert chosen.args[0].id == "2"
    assert not shell.finder.isVisible()
    assert shell.bar.search.text() == ""


def test_the_palette_does_actions(qtbot, shell):
    shell.do("palette")
    qtbot.keyClicks(shell.bar.search, "lock")
    qtbot.waitUntil(lambda: shell.finder._model.rowCount() == 1)
    with qtbot.waitSignal(shell.lock_wanted):
        qtbot.keyClick(shell.bar.search, Qt.Key.Key_Return)


def test_escape_leaves_the_palette(qtbot, shell):
    shell.do("palette")
    qtbot.keyClicks(shell.bar.search, "x")
    qtbot.keyClick(shell.bar.search, Qt.Key.Key_Escape)
    assert not shell.finder.isVisible()
    assert shell.bar.search.text() == ""


def test_an_unfinished_composition_searches_nothing(qtbot, shell):
    field = shell.bar.search
    field.setFocus()
    asked = []
    shell.finder.search_wanted.connect(asked.append)
    QApplication.sendEvent(field, QInputMethodEvent("やま", []))
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.wait(200)
    assert asked == []
    done = QInputMethodEvent("", [])
    done.setCommitString("山")
    QApplication.sendEvent(field, done)
    qtbot.waitUntil(lambda: asked == ["山"])


def test_counts_and_due_work_are_told(qtbot, shell):
    shell.rail.set_count("people", 12)
    shell.bar.set_due(3)
    assert shell.rail._buttons["people"].accessibleName() == "people 12"
    chip = shell.bar._chip
    assert "3" in chip.accessibleName()
    with qtbot.waitSignal(shell.bar.due_wanted):
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    shell.bar.set_due(0)
    assert not chip.isVisible()


def test_the_rail_grows_with_the_text(qtbot, shell, theme):
    theme.dress(shell)
    before = shell.rail.width()
    theme.choose(Look.LIGHT, 1.5)
    qtbot.waitUntil(lambda: shell.rail.width() == round(before * 1.5))


def test_everything_has_a_name(qtbot, shell, assert_named):
    assert_named(shell)
