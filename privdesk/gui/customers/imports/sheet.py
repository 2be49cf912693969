"""A foreign table as it was read: its own headers, its own cells, nothing of it translated."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QObject, Qt

from privdesk.domain.text import visible
from privdesk.gui.widgets.rows import Column, RowsModel

_WIDTH = 132
Cells = tuple[str, ...]


class SheetModel(RowsModel[Cells]):
    """The first rows of a table."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__((), parent)

    def set_sheet(self, headers: Sequence[str], rows: Sequence[Cells]) -> None:
        """Show another table."""
        self.beginResetModel()
        self.columns = tuple(_column(place, header) for place, header in enumerate(headers))
        self.rows = list(rows)
        self.endResetModel()

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """The header as the file has it."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        return super().headerData(section, orientation, role) if role != Qt.ItemDataRole.ToolTipRole else None


def _column(place: int, header: str) -> Column[Cells]:
    def text(row: Cells) -> str:
        return visible(" ".join(row[place].split())) if place < len(row) else ""

    return Column(str(place), visible(header), text, _WIDTH)
