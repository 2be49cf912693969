"""Lists: virtual, worked from the keyboard, with a column chooser, remembered widths, words where empty."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from privdesk.gui.clipboard import brief_clipboard
from privdesk.gui.state import WindowState
from privdesk.gui.theme import row_height
from privdesk.gui.translation import Translated, words
from privdesk.gui.widgets.cells import CellDelegate
from privdesk.gui.widgets.columns import ColumnChooser
from privdesk.gui.widgets.empty import Empty
from privdesk.gui.widgets.rows import ROW, Column, ListModel
from privdesk.gui.widgets.viewport import Viewport

_THIS_ROW = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows


class Table(Translated, QTableView):
    """Shows a list; sorting is asked of the query by `sort_wanted(column name, descending)`.

    `row_selected` with the row when exactly one is selected and has come, `picked` with how many are.
    """

    row_selected = Signal(object)
    row_opened = Signal(object)
    picked = Signal(int)
    sort_wanted = Signal(str, bool)

    def __init__(self, name: str, model: ListModel[Any], empty: Empty | None = None) -> None:
        super().__init__()
        self.setObjectName(name)
        self._rows = model
        self._awaited = -1  # the place that is selected and whose row has not come
        self._empty = empty or Empty()
        self._empty.setParent(self.viewport())
        self.setModel(model)
        # its own, empty one: with the table's it asks each of a million rows whether a column is selected as a whole
        self.horizontalHeader().setSelectionModel(QItemSelectionModel(model, self))
        self.setItemDelegate(CellDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(row_height())
        self.horizontalHeader().setHighlightSections(False)
        self.chooser = ColumnChooser(self, model)
        self.chooser.sort_wanted.connect(self.sort_wanted)
        Viewport(self, model)
        self.activated.connect(self._open)
        model.modelReset.connect(self._show_empty)
        model.rowsInserted.connect(self._show_empty)
        model.rowsRemoved.connect(self._show_empty)
        model.dataChanged.connect(self._tell_awaited)
        self._show_empty()

    @property
    def empty(self) -> Empty:
        """What shows while there are no rows."""
        return self._empty

    def remember(self, state: WindowState) -> None:
        """Keep widths, order and hidden columns from one day to the next, under the table's object name."""
        self.chooser.remember(state)

    def places(self) -> list[range]:
        """Where the selected rows stand, in the order of the list."""
        chosen = self.selectionModel().selection()
        ranges = [chosen.at(place) for place in range(chosen.count())]
        spans = [range(one.top(), one.bottom() + 1) for one in ranges]
        return sorted(spans, key=lambda span: span.start)

    def selected(self) -> list[Any]:
        """The selected rows that have come, in the order of the list."""
        return [row for span in self.places() for place in span if (row := self._rows.row_at(place)) is not None]

    def reset(self) -> None:
        """Other rows: nothing is selected among them."""
        super().reset()
        self._awaited = -1
        self.picked.emit(0)

    def select(self, row: int) -> None:
        """Select one row by its place in the list, and bring it into sight."""
        index = self._rows.index(row, 0)
        if index.isValid():
            self.executeDelayedItemsLayout()  # rows that have just come are out of reach of the scroll bar until then
            # not `selectRow`, which a Ctrl that is held down turns into the opposite
            self.selectionModel().setCurrentIndex(index, _THIS_ROW)
            self.scrollTo(index)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Tell how many rows are selected, and which one if it is one."""
        super().selectionChanged(selected, deselected)
        spans = self.places()
        count = sum(map(len, spans))
        self._awaited = spans[0].start if count == 1 else -1
        self.picked.emit(count)
        self._tell_awaited()

    def retranslate(self) -> None:
        """Read the titles of the columns again."""
        self._rows.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self._rows.columnCount() - 1)
        self.chooser.fill()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+C copies the selected rows as a table; Enter opens; Home and End go to the first and the last row."""
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier)
        if plain and event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.select(0 if event.key() == Qt.Key.Key_Home else self._rows.rowCount() - 1)
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def copy(self) -> None:
        """Put the selected rows on the clipboard as a table, as soon as all of them have come."""
        self._rows.gather(
            self.places(),
            lambda rows: brief_clipboard().copy(_as_text(self.horizontalHeader(), self._rows.columns, rows)),
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give what stands in an empty list all the room."""
        super().resizeEvent(event)
        self._empty.setGeometry(self.viewport().rect())
        self.chooser.fill()

    def _open(self, index: QModelIndex) -> None:
        if index.isValid() and index.data(ROW) is not None:
            self.row_opened.emit(index.data(ROW))

    def _tell_awaited(self, *_: object) -> None:
        row = self._rows.row_at(self._awaited) if self._awaited >= 0 else None
        if row is not None:
            self._awaited = -1
            self.row_selected.emit(row)

    def _show_empty(self, *_: object) -> None:
        self._empty.setVisible(not self._rows.rowCount())
        self._empty.move(QPoint(0, 0))


def _as_text(header: QHeaderView, columns: Sequence[Column[Any]], rows: Sequence[Any]) -> str:
    """Rows with their titles, tabs between the cells, as shown and in the order shown."""
    sections = [header.logicalIndex(place) for place in range(header.count())]
    shown = [columns[section] for section in sections if not header.isSectionHidden(section)]
    titles = [words("columns", column.title) for column in shown]
    lines = [titles, *([column.text(row) for column in shown] for row in rows)]
    return "\n".join("\t".join(" ".join(cell.split()) for cell in line) for line in lines)
