"""Lists: virtual, worked from the keyboard, with a column chooser, remembered widths, words where empty."""

from typing import Any

from PySide6.QtCore import QEvent, QItemSelection, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from privdesk.gui.clipboard import brief_clipboard
from privdesk.gui.state import WindowState
from privdesk.gui.theme import row_height
from privdesk.gui.translation import Translated, words
from privdesk.gui.widgets.cells import CellDelegate
from privdesk.gui.widgets.columns import ColumnChooser
from privdesk.gui.widgets.empty import Empty
from privdesk.gui.widgets.rows import ROW, RowsModel


class Table(Translated, QTableView):
    """Shows a `RowsModel`; sorting is asked of the query by `sort_wanted(column name, descending)`."""

    row_selected = Signal(object)
    row_opened = Signal(object)
    sort_wanted = Signal(str, bool)

    def __init__(self, name: str, model: RowsModel[Any], empty: Empty | None = None) -> None:
        super().__init__()
        self.setObjectName(name)
        self._rows = model
        self._empty = empty or Empty()
        self._empty.setParent(self.viewport())
        self.setModel(model)
        self.setItemDelegate(CellDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(row_height())
        self.horizontalHeader().setHighlightSections(False)
        self.chooser = ColumnChooser(self, model)
        self.chooser.sort_wanted.connect(self.sort_wanted)
        self.activated.connect(self._open)
        model.modelReset.connect(self._show_empty)
        model.rowsInserted.connect(self._show_empty)
        self._show_empty()

    @property
    def empty(self) -> Empty:
        """What shows while there are no rows."""
        return self._empty

    def remember(self, state: WindowState) -> None:
        """Keep widths, order and hidden columns from one day to the next, under the table's object name."""
        self.chooser.remember(state)

    def selected(self) -> list[Any]:
        """The selected rows in the order of the list."""
        indexes = self.selectionModel().selectedRows()
        return [index.data(ROW) for index in sorted(indexes, key=QModelIndex.row)]

    def select(self, row: int) -> None:
        """Select one row by its place in the list, and bring it into sight."""
        index = self._rows.index(row, 0)
        if index.isValid():
            self.executeDelayedItemsLayout()  # rows that have just come are out of reach of the scroll bar until then
            self.setCurrentIndex(index)
            self.selectRow(row)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Tell which row is in front when exactly one is selected."""
        super().selectionChanged(selected, deselected)
        rows = self.selected()
        if len(rows) == 1:
            self.row_selected.emit(rows[0])

    def retranslate(self) -> None:
        """Read the titles of the columns again."""
        self._rows.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self._rows.columnCount() - 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+C copies the selected rows as a table; Enter opens."""
        if event.matches(QKeySequence.StandardKey.Copy):
            brief_clipboard().copy(self.as_text())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def as_text(self) -> str:
        """The selected rows with their titles, tabs between the cells, as shown and in the order shown."""
        header = self.horizontalHeader()
        sections = [header.logicalIndex(place) for place in range(header.count())]
        shown = [section for section in sections if not header.isSectionHidden(section)]
        columns = [self._rows.columns[section] for section in shown]
        titles = [words("columns", column.title) for column in columns]
        lines = [titles, *([column.text(row) for column in columns] for row in self.selected())]
        return "\n".join("\t".join(" ".join(cell.split()) for cell in line) for line in lines)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light up the row under the pointer."""
        self._hover(self.rowAt(event.position().toPoint().y()))
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """No row is under the pointer any more."""
        self._hover(-1)
        super().leaveEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give what stands in an empty list all the room."""
        super().resizeEvent(event)
        self._empty.setGeometry(self.viewport().rect())
        self.chooser.fill()

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.row_opened.emit(index.data(ROW))

    def _hover(self, row: int) -> None:
        if self.property("hovered") != row:
            self.setProperty("hovered", row)
            self.viewport().update()

    def _show_empty(self, *_: object) -> None:
        self._empty.setVisible(not self._rows.rows)
        self._empty.move(QPoint(0, 0))
