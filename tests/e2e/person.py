"""Somebody at the PC: types, clicks, drops files, and waits until the window has answered; sees only what shows."""

import time
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QMenu,
    QRadioButton,
    QTabBar,
    QTabWidget,
    QWidget,
)

from privdesk.gui.background import Background
from privdesk.gui.bug import BugDialog

LEFT, NONE, KEY = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, Qt.Key
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
# what waits for a pause in typing or choosing; longer timers belong to the day, not to an answer
_PAUSES = 500
_LONGEST = 20.0


class Person:
    """Finds a part by its object name among what shows; each act ends when everything asked for has come."""

    def __init__(self, app: QApplication) -> None:
        self._app = app

    def see(self, name: str) -> QWidget:
        """The part of that name that shows, waited for; the one in the newest window where there are several."""
        self.wait_for(lambda: bool(self._shown(name)), f"{name} does not show; there are: {self.names()}")
        return self._shown(name)[-1]

    def shows(self, name: str) -> bool:
        """Whether a part of that name shows now."""
        return bool(self._shown(name))

    def text(self, name: str) -> str:
        """All words in a part, as read from the screen."""
        part = self.see(name)
        labels = [label.text() for label in part.findChildren(QLabel) if label.isVisible()]
        own = part.currentText() if isinstance(part, QComboBox) else getattr(part, "text", str)()
        return "\n".join(filter(None, (own, *labels)))

    def names(self) -> list[str]:
        """The names of what can be clicked or typed into now, for the report of a failure."""
        parts = [part for window in self._windows() for part in window.findChildren(QWidget) if part.isVisible()]
        return [part.objectName() for part in parts if part.focusPolicy() & Qt.FocusPolicy.TabFocus]

    def click(self, name: str) -> None:
        """Click a part that can be clicked."""
        part = self.see(name)
        self.wait_for(part.isEnabled, f"{name} is dim")
        assert QApplication.activeModalWidget() in (None, part.window()), f"a dialog covers {name}"
        middle = part.rect().center()
        QTest.mouseClick(part, LEFT, NONE, QPoint(12, middle.y()) if isinstance(part, QAbstractButton) else middle)
        self.settle()

    def click_row(self, name: str, row: int = 0) -> None:
        """Click a row of a list."""
        view = self.see(name)
        assert isinstance(view, QAbstractItemView)
        self.wait_for(lambda: view.model().rowCount() > row, f"{name} has no row {row}")
        index = next(cell for place in range(9) if view.visualRect(cell := view.model().index(row, place)).isValid())
        QTest.mouseClick(view.viewport(), LEFT, NONE, view.visualRect(index).center())
        self.settle()

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        """Press a key where the focus is."""
        focus = QApplication.focusWidget()
        assert focus, "nothing has the keyboard"
        QTest.keyClick(focus, key, modifier)
        self.settle()

    def type(self, name: str, text: str) -> None:
        """Type into a field in place of what stands there."""
        self.click(name)
        field = self.see(name)
        QTest.keyClick(field, KEY.Key_A, CTRL)
        QTest.keyClick(field, KEY.Key_Delete)
        write(field, text)
        self.settle()

    def choose(self, name: str, data: str) -> None:
        """Go to an entry of a choice with the arrow keys."""
        box = self.see(name)
        assert isinstance(box, QComboBox)
        place = box.findData(data)
        assert place >= 0, f"{name} does not offer {data}: {[box.itemData(each) for each in range(box.count())]}"
        box.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(box, KEY.Key_Home)
        for _ in range(place):
            QTest.keyClick(box, KEY.Key_Down)
        assert box.currentData() == data
        self.settle()

    def tick(self, name: str) -> None:
        """Tick a box, or choose one of several, with the space bar."""
        part = self.see(name)
        assert isinstance(part, QAbstractButton)
        part.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(part, KEY.Key_Space)
        assert part.isChecked() or isinstance(part, QRadioButton)
        self.settle()

    def turn_to(self, name: str, place: int) -> None:
        """Click a tab."""
        tabs = self.see(name)
        bar = tabs.tabBar() if isinstance(tabs, QTabWidget) else tabs
        assert isinstance(bar, QTabBar)
        QTest.mouseClick(bar, LEFT, NONE, bar.tabRect(place).center())
        self.settle()

    def choose_in_menu(self, name: str) -> None:
        """Click an entry of the menu that is open."""
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        action = next(action for action in menu.actions() if action.objectName() == name)
        assert action.isEnabled()
        QTest.mouseClick(menu, LEFT, NONE, menu.actionGeometry(action).center())
        self.settle()

    def drop(self, name: str, file: Path) -> None:
        """Drop a file on a part."""
        part, data = self.see(name), QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(file))])
        copy, where = Qt.DropAction.CopyAction, QPointF(part.rect().center())
        self._app.sendEvent(part, QDragEnterEvent(where, copy, data, LEFT, NONE))
        self._app.sendEvent(part, QDropEvent(where, copy, data, LEFT, NONE))
        self.settle()

    def name_file(self, file: Path) -> None:
        """Type a whole path into the file dialog that is open, and press Enter."""
        field = self.see("fileNameEdit")
        QTest.keyClick(field, KEY.Key_A, CTRL)
        write(field, str(file))
        QTest.keyClick(field, KEY.Key_Return)
        self.settle()
        assert not self.shows("fileNameEdit"), f"the dialog does not take {file}"

    def settle(self) -> None:
        """Wait until nothing is under way."""
        self.wait_for(self._still, "the window is still at work")
        if QApplication.activeWindow() is None and self._windows():
            self._windows()[-1].activateWindow()  # as a window manager does when a dialog went
            self.wait_for(self._still, "the window is still at work")

    def wait_for(self, found: object, otherwise: str) -> None:
        """Let the window work until `found()`."""
        assert callable(found)
        end = time.monotonic() + _LONGEST
        while True:
            _pass_the_time()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            bugs = [one for one in self._app.topLevelWidgets() if isinstance(one, BugDialog) and one.isVisible()]
            assert not bugs, bugs[0]._report.toPlainText()
            if found():
                return
            assert time.monotonic() < end, otherwise

    def _still(self) -> bool:
        parts = [self._app, *self._app.topLevelWidgets()]
        if any(road._open for part in parts for road in part.findChildren(Background)):
            return False
        timers = [timer for part in parts for timer in part.findChildren(QTimer)]
        return not any(timer.isSingleShot() and timer.isActive() and timer.interval() <= _PAUSES for timer in timers)

    def _shown(self, name: str) -> list[QWidget]:
        return [part for window in self._windows() for part in window.findChildren(QWidget, name) if part.isVisible()]

    def _windows(self) -> list[QWidget]:
        """Those that show; a dialog, which belongs to a window, after its window."""
        shown = [window for window in self._app.topLevelWidgets() if window.isVisible()]
        return sorted(shown, key=lambda window: (window.isModal(), _depth(window)))


def write(field: QWidget, text: str) -> None:
    """Type key by key; Japanese comes from an input method."""
    if text.isascii():
        QTest.keyClicks(field, text)
    else:
        composed = QInputMethodEvent()
        composed.setCommitString(text)
        QApplication.sendEvent(field, composed)


def _pass_the_time() -> None:
    """Let the event loop run for a moment; QTest.qWait would keep the threads of the desk from running."""
    loop = QEventLoop()
    QTimer.singleShot(5, loop.quit)
    loop.exec()


def _depth(window: QWidget) -> int:
    parent = window.parentWidget()
    return 1 + _depth(parent.window()) if parent else 0
