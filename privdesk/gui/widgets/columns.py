"""The head of a list: which columns show, how wide, in which order, sorted by which."""

from typing import Any

from PySide6.QtCore import QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QMenu, QTableView

from privdesk.gui.state import WindowState
from privdesk.gui.theme import BODY, size
from privdesk.gui.translation import words
from privdesk.gui.widgets.letters import letters
from privdesk.gui.widgets.rows import Column, ListModel

_ORDERS = ("up", "down")
# beside the title of a column: the sign of the order, and its paddings
_ARROW, _RIM = 16, 18


class ColumnChooser(QObject):
    """Works the header of one table; a right click shows and hides columns."""

    sort_wanted = Signal(str, bool)

    def __init__(self, table: QTableView, model: ListModel[Any]) -> None:
        super().__init__(table)
        self._table = table
        self._model = model
        self._state: WindowState | None = None
        self._header = table.horizontalHeader()
        self._header.setSectionsMovable(True)
        self._header.setSectionsClickable(True)
        self._header.setStretchLastSection(False)
        self._header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._header.customContextMenuRequested.connect(self.open_menu)
        self._header.sectionClicked.connect(self._sort)
        self._later = QTimer(self, singleShot=True, interval=400)
        self._later.timeout.connect(self._keep)
        self._header.sectionResized.connect(self._changed)
        self._header.sectionMoved.connect(self._changed)
        self._sorted = ("", False)
        self._chosen = self._filling = False
        self.reset()

    def remember(self, state: WindowState) -> None:
        """Take the remembered shape and order, and keep them from now on; the order is asked for once all is built."""
        self._state = state
        self._chosen = state.restore(self._name, self._header)
        QTimer.singleShot(0, self, self._sort_as_before)

    def reset(self) -> None:
        """Show the columns as they were designed."""
        self._filling = True
        for place, column in enumerate(self._model.columns):
            self._header.moveSection(self._header.visualIndex(place), place)
            self._header.setSectionHidden(place, column.hidden)
        self._chosen = self._filling = False
        if self._state:
            self._state.forget_shape(self._name)
        self.fill()

    def fill(self) -> None:
        """Give the room that is left to the columns that stretch; where it lacks, minor columns go until it is back.

        Columns and widths that the user chose stay as they are.
        """
        columns = self._model.columns
        room = self._table.viewport().width()
        self._filling = True
        if not self._chosen:
            kept = self._kept(room)
            for place, column in enumerate(columns):
                self._header.setSectionHidden(place, place not in kept)
                self._header.resizeSection(place, _wide(column))
        shown = [place for place in range(len(columns)) if not self._header.isSectionHidden(place)]
        stretching = [place for place in shown if columns[place].stretch]
        taken = sum(_wide(columns[p]) if p in stretching else self._header.sectionSize(p) for p in shown)
        for place in stretching:
            self._header.resizeSection(place, _wide(columns[place]) + max(0, room - taken) // len(stretching))
        self._filling = False

    def _kept(self, room: int) -> list[int]:
        """The columns that show in so much room: the minor ones leave first, from the right."""
        columns = self._model.columns
        kept = [place for place, column in enumerate(columns) if not column.hidden]
        for place in [place for place in reversed(kept) if columns[place].minor]:
            if sum(_wide(columns[each]) for each in kept) > room:
                kept.remove(place)
        return kept

    def show_sorted(self, name: str, *, descending: bool) -> None:
        """Show by which column the query sorts; asks for nothing."""
        self._sorted = (name, descending)
        place = next((place for place, column in enumerate(self._model.columns) if column.name == name), -1)
        self._header.setSortIndicatorShown(place >= 0)
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self._header.setSortIndicator(place, order)

    def open_menu(self, at: QPoint) -> None:
        """Offer the columns to show or hide."""
        self.menu().popup(self._header.mapToGlobal(at))

    def menu(self) -> QMenu:
        """The menu of the columns, which goes when it closes."""
        menu = QMenu(self._table)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for place, column in enumerate(self._model.columns):
            action = menu.addAction(words("columns", column.title))
            action.setObjectName(column.name)
            action.setCheckable(True)
            action.setChecked(not self._header.isSectionHidden(place))
            action.setEnabled(place > 0)
            action.toggled.connect(lambda on, place=place: self._show(place, on=on))
        menu.addSeparator()
        menu.addAction(self.tr("Columns as designed"), self.reset)
        return menu

    @property
    def _name(self) -> str:
        return f"columns/{self._table.objectName()}"

    def _show(self, place: int, *, on: bool) -> None:
        self._header.setSectionHidden(place, not on)
        self.fill()
        self._changed()

    def _sort(self, place: int) -> None:
        column = self._model.columns[place]
        if column.sortable:
            descending = self._sorted == (column.name, False)
            self._ask(column.name, descending=descending)
            if self._state:
                self._state.choose(f"sort/{self._table.objectName()}", f"{column.name} {_ORDERS[descending]}")

    def _sort_as_before(self) -> None:
        last = self._state.chosen(f"sort/{self._table.objectName()}") if self._state else ""
        name, _, order = last.partition(" ")
        if order in _ORDERS and any(column.name == name and column.sortable for column in self._model.columns):
            self._ask(name, descending=order == _ORDERS[True])

    def _ask(self, name: str, *, descending: bool) -> None:
        self.show_sorted(name, descending=descending)
        self.sort_wanted.emit(name, descending)

    def _changed(self, *_: int) -> None:
        if not self._filling:
            self._chosen = True
            self._later.start()

    def _keep(self) -> None:
        if self._state:
            self._state.keep(self._name, self._header)


def _wide(column: Column[Any]) -> int:
    """The designed width of a column at the present size of the text; its title fits in, whatever the language."""
    title = letters("small")[1].horizontalAdvance(words("columns", column.title))
    return max(round(column.width * size() / BODY), title + (_ARROW if column.sortable else 0) + _RIM)
