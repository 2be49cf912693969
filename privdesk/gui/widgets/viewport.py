"""What the viewport of a list tells: which rows are in sight, and which one is under the pointer."""

from typing import Any

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QTableView

from privdesk.gui.widgets.rows import ListModel


class Viewport(QObject):
    """Lights up the row under the pointer of a table, and tells its model what is looked at."""

    def __init__(self, table: QTableView, model: ListModel[Any]) -> None:
        super().__init__(table)
        self._table = table
        self._model = model
        table.setMouseTracking(True)
        table.viewport().setMouseTracking(True)
        table.viewport().installEventFilter(self)
        table.verticalScrollBar().valueChanged.connect(self._tell_sight)
        table.verticalScrollBar().rangeChanged.connect(self._tell_sight)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the pointer."""
        if event.type() == QEvent.Type.MouseMove and isinstance(event, QMouseEvent):
            self._hover(self._table.rowAt(event.position().toPoint().y()))
        elif event.type() == QEvent.Type.Leave:
            self._hover(-1)
        return False

    def _hover(self, row: int) -> None:
        if self._table.property("hovered") != row:
            self._table.setProperty("hovered", row)
            self._table.viewport().update()

    def _tell_sight(self, *_: int) -> None:
        last = self._table.rowAt(self._table.viewport().height() - 1)
        self._model.look_at(max(0, self._table.rowAt(0)), last if last >= 0 else self._model.rowCount() - 1)
