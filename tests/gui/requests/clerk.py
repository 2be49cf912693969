"""A clerk at the screen of the requests: nothing but clicks and keys, and eyes for what shows."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QWidget

from privdesk.domain.errors import DeskError
from privdesk.gui.background import Background
from privdesk.gui.requests.screen import RequestsPage
from privdesk.operations.desk import Desk
from privdesk.operations.done import Done
from privdesk.operations.requests import Case

LEFT, KEY = Qt.MouseButton.LeftButton, Qt.Key


class Clerk:
    """Works the page; `done` are the sentences of the bar, `undo` the ways back, `wrong` what was refused there."""

    def __init__(self, qtbot: Any, page: RequestsPage, background: Background) -> None:
        self.qtbot, self.page, self.background = qtbot, page, background
        self.done: list[str] = []
        self.wrong: list[DeskError] = []
        self._busy = False
        background.busy.connect(self._take_busy)
        self.undo: list[Callable[[Desk], Any]] = []
        background.done.connect(self._take_done)
        background.failed.connect(self.wrong.append)

    @property
    def case(self) -> Case:
        """The case in front."""
        return self.page.side.case.work.case

    def see(self, name: str) -> QWidget:
        """The part of that name that shows."""
        found = [part for part in self.page.findChildren(QWidget, name) if part.isVisible()]
        assert found, f"{name} does not show"
        return found[-1]

    def shows(self, name: str) -> bool:
        """Whether a part of that name shows."""
        return any(part.isVisible() for part in self.page.findChildren(QWidget, name))

    def settle(self) -> None:
        """Wait until nothing is under way."""
        self.qtbot.wait(20)
        self.qtbot.waitUntil(lambda: not self._busy, timeout=20_000)
        self.qtbot.wait(20)

    def click(self, name: str) -> None:
        """Click a button that can be clicked."""
        button = self.see(name)
        assert button.isEnabled(), f"{name} is dim"
        where = QPoint(12, button.height() // 2) if isinstance(button, QAbstractButton) else QPoint()
        self.qtbot.mouseClick(button, LEFT, pos=where)
        self.settle()

    def press(self, name: str, key: KEY) -> None:
        """Press a key in a part."""
        part = self.see(name)
        part.setFocus()
        self.qtbot.keyClick(part, key)
        self.settle()

    def type(self, name: str, text: str) -> None:
        """Type into a field in place of what stands there."""
        field = self.see(name)
        field.setFocus()
        self.qtbot.keyClick(field, KEY.Key_A, Qt.KeyboardModifier.ControlModifier)
        self.qtbot.keyClick(field, KEY.Key_Delete)
        self.qtbot.keyClicks(field, text)
        self.qtbot.wait(200)
        self.settle()

    def choose(self, name: str, data: str) -> None:
        """Go to an entry of a choice with the arrow keys."""
        box = self.see(name)
        assert isinstance(box, QComboBox)
        place = box.findData(data)
        assert place >= 0, f"{name} does not offer {data}"
        box.setFocus()
        self.qtbot.keyClick(box, KEY.Key_Home)
        for _ in range(place):
            self.qtbot.keyClick(box, KEY.Key_Down)
        assert box.currentData() == data
        self.settle()

    def offers(self, name: str) -> list[str]:
        """The data of the entries of a choice."""
        box = self.see(name)
        assert isinstance(box, QComboBox)
        return [box.itemData(place) for place in range(box.count())]

    def more(self, name: str) -> None:
        """Choose an entry under More."""
        self.click("caseMore")
        menu = QApplication.activePopupWidget()
        assert menu is not None
        action = next(action for action in menu.actions() if action.objectName() == name)
        assert action.isEnabled()
        self.qtbot.mouseClick(menu, LEFT, pos=menu.actionGeometry(action).center())  # type: ignore[attr-defined]
        self.settle()

    def next_step(self) -> None:
        """Press the button that says the next lawful step."""
        self.click("caseStep")

    def _take_done(self, done: Done[Any]) -> None:
        self.done.append(done.said)
        if done.undo is not None:
            self.undo.append(done.undo)

    def _take_busy(self, busy: bool) -> None:
        self._busy = busy
