"""The transactions of a customer, read page by page, their sums, and the import that brought each."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from privdesk.domain.record import Sum, TransactionLine
from privdesk.domain.shown import shown
from privdesk.domain.text import visible
from privdesk.gui.background import Background
from privdesk.gui.customers.record_tables import TRANSACTIONS
from privdesk.gui.customers.words import day_text, moment_text, said
from privdesk.gui.paged import PagedModel
from privdesk.gui.translation import Translated
from privdesk.gui.widgets.button import Button
from privdesk.gui.widgets.card import line
from privdesk.gui.widgets.empty import Empty
from privdesk.gui.widgets.rows import Column, RowsModel
from privdesk.gui.widgets.table import Table
from privdesk.gui.widgets.text import OneLine, Paragraph
from privdesk.operations import records

_TAKEN: Column[TransactionLine] = Column(
    "origin", shown("columns", "Source"), lambda row: _import(row), 110, minor=True
)
SUMS: tuple[Column[Sum], ...] = (
    Column("year", shown("columns", "Year"), lambda row: str(row.year), 72),
    Column("partner", shown("columns", "Partner"), lambda row: visible(row.partner), 160, stretch=True),
    Column("kind", shown("columns", "Kind"), lambda row: visible(row.kind), 110),
    Column("count", shown("columns", "Transactions"), lambda row: f"{row.count:,}", 110, right=True),
    Column("amount", shown("columns", "Yen"), lambda row: f"{row.amount:,}", 110, right=True),
)
_IMPORT = shown("customers", "Import {number}")
_MATCHED = {
    "number": shown("customers", "customer number"),
    "contact": shown("customers", "phone or mail address"),
    "hand": shown("customers", "a human's decision"),
}


class TransactionsTab(Translated, QWidget):
    """Each transaction or their sums; `batch_wanted` with the number of the import that brought the selected one."""

    batch_wanted = Signal(int)

    def __init__(self, background: Background) -> None:
        super().__init__()
        self.setObjectName("transactionsTab")
        self._background = background
        self._person: int | None = None
        self.model: PagedModel[TransactionLine, int] = PagedModel(
            background, records.transactions, 0, (*TRANSACTIONS, _TAKEN), self
        )
        self.sums_model: RowsModel[Sum] = RowsModel(SUMS, self)
        self._empty, self._no_sums = Empty("receipt"), Empty("receipt")
        self.table = Table("transactions", self.model, self._empty)
        self.sums = Table("transactionSums", self.sums_model, self._no_sums)
        self._stack = QStackedWidget()
        self._total = OneLine(role="small", tone="dim")
        self._turn = Button("transactionsTurn", "link", "chart-column")
        self._whole = Paragraph(role="small", tone="dim")
        self._open = Button("transactionImport", "link", "file-spreadsheet")
        for table in (self.table, self.sums):
            self._stack.addWidget(table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(6)
        column.addLayout(line(self._total, self._turn))
        column.addWidget(self._stack, 1)
        column.addWidget(self._whole)
        column.addLayout(line(self._open, None))
        self.model.loaded.connect(lambda: self.table.select(0))
        self.model.modelReset.connect(self._say_selected)
        self.table.row_selected.connect(self._say_selected)
        self._turn.clicked.connect(self._turn_over)
        self._open.clicked.connect(self._want_batch)
        self.retranslate()

    def show_person(self, person_id: int) -> None:
        """Read the transactions of this customer, as many as showed if he is the one."""
        if person_id == self._person:
            self.model.reload()
        else:
            self._person = person_id
            self.model.show(person_id)
        self._background.read(self, records.sums, person_id, then=self._take_sums, key="sums")

    def clear(self) -> None:
        """Show nothing of the customer before."""
        self._person = None
        self.model.set_rows(())
        self._take_sums(())

    def retranslate(self) -> None:
        """Set all words."""
        for table, empty in ((self.table, self._empty), (self.sums, self._no_sums)):
            table.viewport().update()
            empty.say(self.tr("No transactions were reported"))
        self.table.setAccessibleName(self.tr("Transactions"))
        self.sums.setAccessibleName(self.tr("Sums by year, partner and kind"))
        over = self._stack.currentWidget() is self.sums
        self._turn.setText(self.tr("Each transaction") if over else self.tr("Sums by year and partner"))
        self._open.setText(self.tr("Open the import"))
        self._say_total()
        self._say_selected()

    def _take_sums(self, sums: tuple[Sum, ...]) -> None:
        self.sums_model.set_rows(sums)
        self._say_total()

    def _say_total(self) -> None:
        count = sum(one.count for one in self.sums_model.rows)
        self._total.setText(self.tr("{count} transactions").format(count=f"{count:,}") if count else "")
        self._turn.setVisible(bool(count))

    def _turn_over(self) -> None:
        self._stack.setCurrentIndex(1 - self._stack.currentIndex())
        self.retranslate()

    def _say_selected(self, _row: object = None) -> None:
        row = self._selected()
        self._whole.setText(self._provenance(row) if row else "")
        self._whole.setVisible(row is not None)
        self._open.setVisible(row is not None and row.batch is not None)

    def _selected(self) -> TransactionLine | None:
        """The selected transaction, while the list of them is in front."""
        rows = self.table.selected() if self._stack.currentWidget() is self.table else []
        return rows[0] if rows else None

    def _provenance(self, row: TransactionLine) -> str:
        """How the transaction came to be here: file, when, by whom, and how its customer was found."""
        taken = [visible(row.file), moment_text(row.taken_at), visible(row.taken_by)] if row.taken_at else []
        way = said(_MATCHED[row.matched_by]) if row.matched_by in _MATCHED else row.matched_by
        by = self.tr("customer found by: {way}").format(way=way) if way else ""
        number = self.tr("customer number in the file: {number}").format(number=visible(row.customer_number))
        parts = [_import(row), *taken, by, number if row.customer_number else ""]
        return " · ".join(filter(None, parts))

    def _want_batch(self) -> None:
        row = self._selected()
        if row and row.batch is not None:
            self.batch_wanted.emit(row.batch)


def _import(row: TransactionLine) -> str:
    return said(_IMPORT).format(number=row.batch) if row.batch else day_text(row.source_on)
