"""Which of a customer's data each purpose uses: a line for each category, a column for each purpose."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout, QWidget

from privdesk.domain.category import Category
from privdesk.domain.purpose import Purposes, Stand
from privdesk.domain.shown import shown
from privdesk.gui.customers.stands import PurposeRow
from privdesk.gui.translation import Translated, language
from privdesk.gui.widgets.rows import Column, RowsModel
from privdesk.gui.widgets.table import Table
from privdesk.gui.widgets.text import Paragraph
from privdesk.operations.people import Record

# what a use may be: allowed, stopped, or of a category of which nothing is held
USED, STOPPED, NOTHING = "○", "×", "－"
_TONES = {USED: "done", STOPPED: "late", NOTHING: "dim", "": ""}
_STOPS = frozenset({Stand.SUSPENDED, Stand.OPTED_OUT})


@dataclass(frozen=True)
class CategoryRow:
    """A category, how many records of the customer's it has, and the mark of each purpose."""

    category: Category
    records: int
    marks: Mapping[str, str]


class DataMatrix(Translated, QWidget):
    """Shows the customer's data by the office's purposes; built anew where the office changes these."""

    def __init__(self, words: Purposes) -> None:
        super().__init__()
        self.setObjectName("purposeMatrix")
        self._words = words
        self._shown: tuple[Record, list[PurposeRow]] | None = None
        self._key = Paragraph(role="small", tone="dim")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(self._key)
        self.table: Table | None = None
        self.model: RowsModel[CategoryRow] = RowsModel([])
        self._titles: tuple[str, ...] = ()

    def show_record(self, record: Record, rows: list[PurposeRow]) -> None:
        """Show a customer's data under these purposes."""
        self._shown = record, rows
        titles = tuple(row.purpose.short.in_(language()) for row in rows)
        if titles != self._titles:
            self._titles = titles
            self._build(rows)
        held = {line.category: line.records for line in record.kept}
        self.model.set_rows([_row(category, held.get(category, 0), rows) for category in self._words.categories])

    def retranslate(self) -> None:
        """Say everything again."""
        self._key.setText(
            self.tr("○ used   × the customer's data must not be used today   － nothing of the kind is held")
        )
        if self._shown:
            self.show_record(*self._shown)

    def _build(self, rows: list[PurposeRow]) -> None:
        if self.table is not None:
            self._column.removeWidget(self.table)
            self.table.deleteLater()
        self.model = RowsModel(self._columns(rows))
        self.table = Table("purposeMatrixTable", self.model)
        self.model.setParent(self.table)
        self.table.setAccessibleName(self.tr("Purposes of use and data"))
        self._column.insertWidget(0, self.table, 1)

    def _columns(self, rows: list[PurposeRow]) -> list[Column[CategoryRow]]:
        names = self._words.categories
        return [
            Column(
                "category", shown("columns", "Data"), lambda row: names[row.category].in_(language()), 148, stretch=True
            ),
            Column(
                "records",
                shown("columns", "Records"),
                lambda row: f"{row.records:,}" if row.records else "",
                52,
                right=True,
            ),
            *(_purpose_column(row) for row in rows),
        ]


def _purpose_column(of: PurposeRow) -> Column[CategoryRow]:
    return Column(
        of.code,
        of.purpose.short.in_(language()),
        lambda row: row.marks[of.code],
        84,
        tone=lambda row: _TONES[row.marks[of.code]],
        tooltip=lambda _row: of.purpose.name.in_(language()),
    )


def _row(category: Category, records: int, rows: list[PurposeRow]) -> CategoryRow:
    return CategoryRow(category, records, {row.code: _mark(row, category, records) for row in rows})


def _mark(row: PurposeRow, category: Category, records: int) -> str:
    if category not in row.purpose.categories:
        return ""
    if row.stand in _STOPS and not row.exemption:
        return STOPPED
    return USED if records else NOTHING
