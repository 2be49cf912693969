"""A drop-down under the pointer leaves the wheel to the page behind, and every drop-down of the window is one."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

import privdesk.gui
from privdesk.gui.widgets.card import scrolled
from privdesk.gui.widgets.choice import Choice

TURNING = ("QComboBox(", "QSpinBox(", "QDoubleSpinBox(", "QDateEdit(", "QTimeEdit(", "QDateTimeEdit(", "QSlider(")


def turn_wheel(part: QWidget | None, steps: int) -> None:
    """Turn the wheel over a part as a mouse does: who ignores it leaves it to the part around; below 0 is down."""
    angle, still = QPoint(0, 120 * steps), Qt.ScrollPhase.NoScrollPhase
    taken = False
    while part is not None and not taken:
        middle = QPointF(part.rect().center())
        nothing, none = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
        turned = QWheelEvent(middle, part.mapToGlobal(middle), QPoint(), angle, nothing, none, still, False)
        QApplication.sendEvent(part, turned)
        taken = turned.isAccepted()
        part = part.parentWidget()


@pytest.fixture
def choice(qtbot, theme):
    """The second of three entries, at the top of a page that is longer than its room."""
    column = QVBoxLayout()
    choice = Choice()
    choice.addItems(["granted", "refused", "forwarded"])
    choice.setCurrentIndex(1)
    column.addWidget(choice)
    column.addSpacing(2000)
    area = scrolled(column, "area")
    area.choice = choice
    qtbot.addWidget(area)
    area.resize(300, 200)
    area.show()
    return area


@pytest.mark.parametrize("focused", [False, True])
def test_the_wheel_scrolls_the_page_and_decides_nothing(choice, focused):
    bar, box = choice.verticalScrollBar(), choice.choice
    if focused:
        box.setFocus()
    turn_wheel(box, -1)
    assert bar.value() > 0
    turn_wheel(box, 1)
    assert bar.value() == 0
    assert box.currentIndex() == 1


def test_keys_choose_all_the_same(qtbot, choice):
    qtbot.keyClick(choice.choice, Qt.Key.Key_Down)
    assert choice.choice.currentIndex() == 2


def test_nothing_else_of_the_window_turns_by_the_wheel():
    sources = Path(privdesk.gui.__file__).parent.rglob("*.py")
    made = [source.name for source in sources for name in TURNING if name in source.read_text("utf-8")]
    assert made == []
