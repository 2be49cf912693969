"""The idle lock counts on two clocks, warns, and forgives a key in time."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from privdesk.gui.idle import HOURS, WARNING, IdleWatch


class Clocks:
    """Two clocks that go when they are told to."""

    def __init__(self):
        self.monotonic = self.wall = 1000.0

    def go(self, seconds):
        self.monotonic += seconds
        self.wall += seconds


@pytest.fixture
def clocks():
    return Clocks()


@pytest.fixture
def watch(qapp, clocks):
    watch = IdleWatch(qapp, 300, lambda: clocks.monotonic, lambda: clocks.wall)
    watch.start()
    yield watch
    watch.stop()


def test_locks_after_five_minutes_and_not_before(qtbot, watch, clocks):
    clocks.go(299)
    with qtbot.assertNotEmitted(watch.lock_wanted):
        watch.check()
    clocks.go(1)
    with qtbot.waitSignal(watch.lock_wanted):
        watch.check()


def test_counts_down_in_the_last_half_minute(qtbot, watch, clocks):
    told = []
    watch.remaining.connect(lambda seconds, _: told.append(seconds))
    clocks.go(300 - WARNING - 1)
    watch.check()
    assert told == []
    clocks.go(1)
    watch.check()
    clocks.go(5)
    watch.check()
    assert told == [30, 25]


def test_a_key_in_time_starts_again_and_takes_the_warning_away(qtbot, watch, clocks):
    field = QLineEdit()
    qtbot.addWidget(field)
    told = []
    watch.remaining.connect(lambda seconds, _: told.append(seconds))
    clocks.go(290)
    watch.check()
    qtbot.keyClick(field, Qt.Key.Key_A)
    clocks.go(290)
    with qtbot.assertNotEmitted(watch.lock_wanted):
        watch.check()
    assert told == [10, 0, 10]


def test_the_time_asleep_counts(qtbot, watch, clocks):
    clocks.wall += 3600
    with qtbot.waitSignal(watch.lock_wanted):
        watch.check()


def test_a_clock_set_back_does_not_give_more_time(qtbot, watch, clocks):
    clocks.monotonic += 300
    clocks.wall -= 3600
    with qtbot.waitSignal(watch.lock_wanted):
        watch.check()


def test_a_stopped_watch_listens_no_more(qtbot, watch, clocks):
    watch.stop()
    field = QLineEdit()
    qtbot.addWidget(field)
    clocks.go(100)
    qtbot.keyClick(field, Qt.Key.Key_A)
    watch.start(200)
    clocks.go(199)
    with qtbot.assertNotEmitted(watch.lock_wanted):
        watch.check()


def test_after_twelve_hours_keys_help_no_more(qtbot, watch, clocks):
    field = QLineEdit()
    qtbot.addWidget(field)
    told = []
    watch.remaining.connect(lambda *seconds: told.append(seconds))

    def go_and_press(seconds):
        clocks.go(seconds)
        watch.check()
        qtbot.keyClick(field, Qt.Key.Key_A)

    with qtbot.assertNotEmitted(watch.lock_wanted):
        for _ in range(HOURS * 60 - 1):
            go_and_press(60)
        watch.start(300)
        go_and_press(30)
        go_and_press(20)
    assert told == [(30, False), (10, False)]
    with qtbot.waitSignal(watch.lock_wanted):
        go_and_press(10)
