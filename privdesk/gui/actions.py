"""Every action with its key, in one table; menus, the palette and the list of shortcuts are made from it.

To add an action: a line here, and its name in `commands()` of the pages that do it.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from privdesk.domain.shown import shown
from privdesk.gui.widgets.icon import icon

# what locks does so over an open dialog too
ANYWHERE, WINDOW, PLACE = "anywhere", "window", "place"


@dataclass(frozen=True)
class Action:
    """What can be done by a key; `where` is dialogs too, the whole window, or the place in front."""

    name: str
    text: str
    key: str
    where: str
    sign: str


ACTIONS = (
    Action("palette", shown("actions", "Find anything"), "Ctrl+K", WINDOW, "search"),
    Action("find", shown("actions", "Search here"), "Ctrl+F", PLACE, "search"),
    Action("new", shown("actions", "New"), "Ctrl+N", PLACE, "plus"),
    Action("edit", shown("actions", "Edit"), "F2", PLACE, "pencil"),
    Action("save", shown("actions", "Save"), "Ctrl+S", PLACE, "save"),
    Action("print", shown("actions", "Print"), "Ctrl+P", PLACE, "printer"),
    Action("undo", shown("actions", "Undo the last change"), "Ctrl+Z", WINDOW, "undo-2"),
    Action("reload", shown("actions", "Read again"), "F5", PLACE, "refresh-cw"),
    Action("close", shown("actions", "Close what is on top"), "Esc", PLACE, "x"),
    Action("help", shown("actions", "Help on this screen"), "F1", WINDOW, "circle-question-mark"),
    Action("settings", shown("actions", "Language and look"), "Ctrl+,", WINDOW, "sun-moon"),
    Action("lock", shown("actions", "Lock"), "Ctrl+L", ANYWHERE, "lock"),
    Action("quit", shown("actions", "Quit"), "Ctrl+Q", WINDOW, "log-out"),
    *(Action(f"place{n}", shown("actions", "Go to place {n}"), f"Alt+{n}", WINDOW, "arrow-right") for n in range(1, 9)),
)


class Actions(QObject):
    """The actions of one window: puts their keys on it and hands them to `do`."""

    changed = Signal()

    def __init__(self, window: QWidget, do: Callable[[str], None]) -> None:
        super().__init__(window)
        self._made: dict[str, QAction] = {}
        for action in ACTIONS:
            made = QAction(icon(action.sign), "", self)
            made.setObjectName(action.name)
            made.setShortcut(QKeySequence(action.key))
            made.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            made.triggered.connect(lambda _=False, name=action.name: do(name))
            window.addAction(made)
            self._made[action.name] = made

    def follow(self, dialog: QWidget) -> None:
        """Let the keys that work anywhere work in a dialog, which shuts every other window off."""
        for action in ACTIONS:
            if action.where == ANYWHERE:
                dialog.addAction(self._made[action.name])

    def enable(self, names: set[str]) -> None:
        """Let exactly these actions answer their keys."""
        for name, made in self._made.items():
            made.setEnabled(name in names)
        self.changed.emit()

    def enabled(self) -> list[Action]:
        """The actions that can be done now, in the order of the table."""
        return [action for action in ACTIONS if self._made[action.name].isEnabled()]
