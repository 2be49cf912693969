"""The frame of a place: title, filters as chips, actions at the right, the contents below."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from privdesk.gui.state import WindowState
from privdesk.gui.theme import row_height
from privdesk.gui.translation import Translated
from privdesk.gui.widgets.button import Button
from privdesk.gui.widgets.card import on_ground
from privdesk.gui.widgets.text import Text

Command = Callable[[], None]


class Filters(QWidget):
    """Chips of which one is on; `chosen` tells its name."""

    chosen = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(6)
        self._row.addStretch(1)
        self._group = QButtonGroup(self)
        self._chips: dict[str, Button] = {}

    def set_filters(self, texts: Mapping[str, str]) -> None:
        """Show these filters (name to words); the one that was on stays on, else the first."""
        for name in [name for name in self._chips if name not in texts]:
            gone = self._chips.pop(name)
            self._group.removeButton(gone)
            gone.hide()
            gone.deleteLater()
        for name, text in texts.items():
            if name not in self._chips:
                self._add(name)
            self._chips[name].setText(text)
        if self._chips and not self._group.checkedButton():
            next(iter(self._chips.values())).setChecked(True)

    def remember(self, state: WindowState) -> None:
        """Turn on the filter that was on in the sitting before, and note each choice from now on."""
        name = self.objectName()
        self.chosen.connect(lambda chosen: state.choose(name, chosen))
        last = state.chosen(name)
        if last in self._chips and last != self.current():
            self.choose(last)

    def names(self) -> list[str]:
        """The filters in their order."""
        return list(self._chips)

    def current(self) -> str:
        """The name of the filter that is on."""
        return next((name for name, chip in self._chips.items() if chip.isChecked()), "")

    def choose(self, name: str) -> None:
        """Turn another one on, as a click would."""
        self._chips[name].click()

    def _add(self, name: str) -> None:
        chip = Button(f"{self.objectName()}_{name}", "filter")
        chip.setCheckable(True)
        chip.clicked.connect(lambda: self.chosen.emit(name))
        self._group.addButton(chip)
        self._chips[name] = chip
        self._row.insertWidget(self._row.count() - 1, chip)


class Page(Translated, QWidget):
    """A place of the desk; `column` takes the contents.

    A page reads when it is shown and when a noun in `nouns` changed while it shows; later otherwise. It emits
    `commands_changed` when something can be done that could not before, or the reverse.
    """

    commands_changed = Signal()
    nouns: frozenset[str] = frozenset()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        on_ground(self, "page")
        self._stale = True
        self._title = Text(role="title")
        self.filters = Filters(f"{name}Filters")
        self._head = QHBoxLayout()
        self._head.setSpacing(8)
        self._head.addWidget(self._title)
        self._head.addStrut(row_height() + 2)
        self._head.addSpacing(16)
        self._head.addWidget(self.filters, 1)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(20, 14, 20, 16)
        self.column.setSpacing(12)
        self.column.addLayout(self._head)

    def set_title(self, text: str) -> None:
        """Set the title of the screen."""
        self._title.setText(text)
        self.setAccessibleName(text)

    def add_actions(self, buttons: Sequence[QWidget]) -> None:
        """Put buttons at the right of the title, the primary one last."""
        for button in buttons:
            self._head.addWidget(button)

    def commands(self) -> dict[str, Command]:
        """What the actions of `gui/actions.py` do here at the moment, by their names."""
        return {"reload": self.reload}

    def help_text(self) -> str:
        """What F1 tells about this page."""
        return ""

    def reload(self) -> None:
        """Read again what the page shows."""

    def come_forward(self) -> None:
        """The page is in front now; it reads if something changed meanwhile."""
        if self._stale:
            self._stale = False
            self.reload()

    def take_changes(self, nouns: frozenset[str]) -> None:
        """Rows of these nouns were changed."""
        if nouns & self.nouns:
            self._stale = True
            if self.isVisible():
                self.come_forward()
