"""Scrolling the list of customers at any size: the longest time in which the window could not answer.

A timer ticks in the event loop while the wheel turns, the scroll bar is dragged from end to end, and keys jump; what
counts is the longest gap between two ticks. The baseline does the same with a bare table whose rows are all there.
"""

import os
import time
from collections.abc import Callable, Iterator
from math import sin
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QEventLoop, QModelIndex, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView

from bench import large
from bench.harness import Comparison
from privdesk.domain.person import PeopleQuery
from privdesk.gui.background import Background
from privdesk.gui.customers.screen import CustomersPage
from privdesk.gui.state import WindowState
from privdesk.gui.theme import Look, Theme
from privdesk.gui.translation import Translation
from privdesk.operations import desks, people_list
from privdesk.operations.desk import Desk

# as fast as a wheel or a hand moves, and as long as somebody scrolls in one go
_EVERY_MS, _STEPS = 8, 250
_LONGEST = 0.050
_TICK_MS = 1
_COLUMNS = 6
_KEYS = (
    Qt.Key.Key_End,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_Home,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_PageDown,
)

Step = Callable[[QTableView, int], None]


def comparisons(folder: Path) -> Iterator[Comparison]:
    """The wheel, the scroll bar, and the keys."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    theme = Theme(application, Look.LIGHT)
    words = Translation(application, "ja")
    desk = large.unlocked(large.office(folder))
    bare = _bare(desk)
    with _Screen(desk, folder) as page:
        theme.dress(page)
        for name, step in (("wheel", wheel), ("drag", drag), ("keys", keys)):
            for table in (bare, page.bench.list.table):
                table.scrollToTop()
            yield Comparison(
                f"longest gap, {name}",
                lambda step=step: longest_gap(page.bench.list.table, step),  # type: ignore[misc]
                lambda step=step: longest_gap(bare, step),  # type: ignore[misc]
                goal=1,
                rounds=5,
                enough=_LONGEST,
                most=(_LONGEST, _LONGEST),
            )
    del words


def longest_gap(table: QTableView, step: Step) -> float:
    """The seconds between two ticks that lay farthest apart while the list was scrolled, and until it had come."""
    ticks = [time.perf_counter()]
    done = 0
    loop = QEventLoop()
    clock, hand = QTimer(interval=_TICK_MS), QTimer(interval=_EVERY_MS)
    clock.setTimerType(Qt.TimerType.PreciseTimer)
    clock.timeout.connect(lambda: ticks.append(time.perf_counter()))

    def move() -> None:
        nonlocal done
        step(table, done)
        done += 1
        if done == _STEPS:
            hand.stop()
            QTimer.singleShot(200, loop.quit)

    hand.timeout.connect(move)
    clock.start()
    hand.start()
    loop.exec()
    clock.stop()
    return max(later - one for one, later in zip(ticks, ticks[1:], strict=False))


def wheel(table: QTableView, _done: int) -> None:
    """One notch downwards."""
    at = QPointF(table.viewport().rect().center())
    event = QWheelEvent(
        at,
        table.viewport().mapToGlobal(at),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(table.viewport(), event)


def drag(table: QTableView, done: int) -> None:
    """The handle goes down to the end and up again."""
    bar = table.verticalScrollBar()
    bar.setValue(round(bar.maximum() * abs(sin(done * 3.14 / _STEPS))))


def keys(table: QTableView, done: int) -> None:
    """Ctrl+End, pages up, Ctrl+Home, pages down."""
    key = _KEYS[done // 10 % len(_KEYS)]
    jumps = key in (Qt.Key.Key_End, Qt.Key.Key_Home)
    QTest.keyClick(table, key, Qt.KeyboardModifier.ControlModifier if jumps else Qt.KeyboardModifier.NoModifier)


class _Screen:
    """The place of the customers as the window shows it, with the whole list counted."""

    def __init__(self, desk: Desk, folder: Path) -> None:
        self._desk = desk
        self._background = Background(desk)
        self._page = CustomersPage(self._background, desk, WindowState(str(folder / "window.ini")))

    def __enter__(self) -> CustomersPage:
        self._page.resize(1704, 1000)
        self._page.show()
        self._page.come_forward()
        # a row that stays selected would be opened, which is not the point here
        self._page.bench.list.person_selected.disconnect()
        loop = QEventLoop()
        self._page.bench.list.model.counting.counted.connect(lambda _, exact: loop.quit() if exact else None)
        loop.exec()
        return self._page

    def __exit__(self, *_: object) -> None:
        self._page.deleteLater()
        self._background.stop()
        self._background.wait()
        desks.lock(self._desk)


def _bare(desk: Desk) -> QTableView:
    table = QTableView()
    table.setModel(_Bare(people_list.count(desk, PeopleQuery()), table))
    table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
    table.verticalHeader().hide()
    table.resize(500, 900)
    table.show()
    return table


class _Bare(QAbstractTableModel):
    def __init__(self, length: int, parent: QTableView) -> None:
        super().__init__(parent)
        self._length = length

    def rowCount(self, parent: Any = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else self._length

    def columnCount(self, parent: Any = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else _COLUMNS

    def data(self, index: Any, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        return f"{index.row()}" if role == Qt.ItemDataRole.DisplayRole else None
