"""The models behind every list: frozen rows, a table of columns, the row itself in a role."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from privdesk.gui.faults import Faults
from privdesk.gui.translation import words
from privdesk.gui.widgets.chip import ChipFace
from privdesk.gui.widgets.text import plain

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex

ROW = Qt.ItemDataRole.UserRole
CHIPS = Qt.ItemDataRole.UserRole + 1
TONE = Qt.ItemDataRole.UserRole + 2
SIGN = Qt.ItemDataRole.UserRole + 3


@dataclass(frozen=True)
class Column(Generic[Row]):
    """One column of a list.

    `title` is marked with `shown("columns", ...)`; `tone` names the colour of the words (empty for plain), `sign` an
    icon before them; `chips` draws chips in place of words, `text` is then what is copied. A click on the title of a
    `sortable` column asks the query for another order. A `minor` column gives way where the list is narrow.
    """

    name: str
    title: str
    text: Callable[[Row], str]
    width: int = 120
    right: bool = False
    stretch: bool = False
    sortable: bool = False
    minor: bool = False
    hidden: bool = False
    tone: Callable[[Row], str] | None = None
    sign: Callable[[Row], str] | None = None
    chips: Callable[[Row], Sequence[ChipFace]] | None = None
    tooltip: Callable[[Row], str] | None = None


@dataclass(frozen=True)
class Face:
    """How one cell looks: words in a tone, a sign before them, or chips in their place."""

    text: str = ""
    tone: str = ""
    sign: str = ""
    chips: Sequence[ChipFace] = ()
    right: bool = False


class ListModel(QAbstractTableModel, Generic[Row]):
    """What a `Table` shows: columns, and at each place a row, or None where it has not come yet."""

    def __init__(self, columns: Sequence[Column[Row]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)

    def row_at(self, place: int) -> Row | None:
        """The row at a place."""
        raise NotImplementedError

    def look_at(self, first: int, last: int) -> None:
        """These places are in sight now; a model that reads what is looked at begins here."""

    def gather(self, spans: Sequence[range], then: Callable[[list[Row]], None]) -> None:
        """Hand the rows of these places to `then`, once all of them are there."""
        then([row for span in spans for place in span if (row := self.row_at(place)) is not None])

    def face(self, place: int, section: int) -> Face | None:
        """How a cell is drawn, asked for in one step; None where its row has not come, nothing where it is at fault."""
        row, column = self.row_at(place), self.columns[section]
        if row is None:
            return None
        with Faults():
            chips = column.chips(row) if column.chips else ()
            tone, sign = column.tone(row) if column.tone else "", column.sign(row) if column.sign else ""
            return Face("" if chips else column.text(row), tone, sign, chips, column.right)
        return Face()

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # as Qt declares it
        """How many columns there are, hidden ones too."""
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """The title of a column."""
        if orientation == Qt.Orientation.Vertical:
            return None
        column = self.columns[section]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return words("columns", column.title)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """What a cell shows, or in `ROW` the row itself; nothing where a cell's function is at fault."""
        row = self.row_at(index.row())
        if role == ROW or row is None:
            return row
        column = self.columns[index.column()]
        give = _ROLES.get(Qt.ItemDataRole(role) if role < ROW else role)
        with Faults():
            return give(column, row) if give else None
        return None


class RowsModel(ListModel[Row], Generic[Row]):
    """Rows that came from a query, page by page; `more_wanted` asks for the next page."""

    more_wanted = Signal()

    def __init__(self, columns: Sequence[Column[Row]], parent: QObject | None = None) -> None:
        super().__init__(columns, parent)
        self.rows: list[Row] = []
        self._more = False

    def row_at(self, place: int) -> Row | None:
        """The row at a place."""
        return self.rows[place]

    def set_rows(self, rows: Sequence[Row], *, more: bool = False) -> None:
        """Show these rows in place of the others; `more` says that a next page can be asked for."""
        self.beginResetModel()
        self.rows = list(rows)
        self._more = more
        self.endResetModel()

    def add_rows(self, rows: Sequence[Row], *, more: bool = False) -> None:
        """Put the next page at the end."""
        self._more = more
        if rows:
            self.beginInsertRows(QModelIndex(), len(self.rows), len(self.rows) + len(rows) - 1)
            self.rows.extend(rows)
            self.endInsertRows()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many rows have come so far."""
        return 0 if parent.isValid() else len(self.rows)

    def canFetchMore(self, parent: Index) -> bool:
        """Whether a next page can be asked for."""
        return self._more and not parent.isValid()

    def fetchMore(self, parent: Index) -> None:
        """Ask for the next page, once."""
        self._more = False
        self.more_wanted.emit()


def _alignment(column: Column[Any]) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


def _tooltip(column: Column[Any], row: object) -> str | None:
    said = column.tooltip(row) if column.tooltip else ""
    return plain(said) if said else None


_ROLES: dict[int, Callable[[Column[Any], Any], object]] = {
    Qt.ItemDataRole.DisplayRole: lambda column, row: column.text(row),
    Qt.ItemDataRole.AccessibleTextRole: lambda column, row: f"{words('columns', column.title)}: {column.text(row)}",
    Qt.ItemDataRole.TextAlignmentRole: lambda column, _row: _alignment(column),
    Qt.ItemDataRole.ToolTipRole: _tooltip,
    CHIPS: lambda column, row: tuple(column.chips(row)) if column.chips else None,
    TONE: lambda column, row: column.tone(row) if column.tone else "",
    SIGN: lambda column, row: column.sign(row) if column.sign else "",
}
