"""What waits for somebody: the rows of imports that are no customer, and the transactions that nobody has."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QStackedWidget, QWidget

from privdesk.domain.batch import WaitingRow
from privdesk.domain.transaction import Transaction
from privdesk.gui.customers.imports.lists import ALONE, WAITING
from privdesk.gui.customers.imports.match_pane import Alone, grouped
from privdesk.gui.translation import Translated
from privdesk.gui.widgets.button import Button
from privdesk.gui.widgets.card import Card, line
from privdesk.gui.widgets.empty import Empty
from privdesk.gui.widgets.rows import RowsModel
from privdesk.gui.widgets.table import Table
from privdesk.gui.widgets.text import Text


class WaitingCard(Translated, Card):
    """Two lists, one of them in front; `row_chosen` and `alone_chosen` with what is looked at."""

    row_chosen = Signal(object)
    alone_chosen = Signal(object)
    all_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, margin=8)
        self._batch: int | None = None
        self.rows: RowsModel[WaitingRow] = RowsModel(WAITING, self)
        self.alone: RowsModel[Alone] = RowsModel(ALONE, self)
        self._no_row, self._nobody = Empty("circle-check"), Empty("circle-check")
        self.table = Table("waitingTable", self.rows, self._no_row)
        self.alone_table = Table("aloneTable", self.alone, self._nobody)
        self._head = Text(role="strong")
        self._all = Button("waitingAll", "link")
        self._choices = (_toggle("waitingRows"), _toggle("waitingAlone"))
        self._stack = QStackedWidget()
        group = QButtonGroup(self)
        for place, (choice, table) in enumerate(zip(self._choices, (self.table, self.alone_table), strict=True)):
            group.addButton(choice, place)
            self._stack.addWidget(table)
        group.idClicked.connect(self._stack.setCurrentIndex)
        self._choices[0].setChecked(True)
        self.column.addLayout(line(4, self._head, None, self._all))
        self.column.addLayout(line(4, *self._choices, None, spacing=6))
        self.column.addWidget(self._stack, 1)
        self._all.clicked.connect(self.all_wanted)
        for table, chosen in ((self.table, self.row_chosen), (self.alone_table, self.alone_chosen)):
            table.row_selected.connect(chosen)
            table.row_opened.connect(chosen)
        self.retranslate()

    def show_batch(self, batch: int | None) -> None:
        """Say whose rows these are, of one import or of all."""
        self._batch = batch
        self.retranslate()

    def set_rows(self, rows: Sequence[WaitingRow]) -> None:
        """Show the rows that wait; where there are none, what else waits is in front."""
        self.rows.set_rows(rows)
        self._come_forward()

    def set_transactions(self, transactions: Sequence[Transaction]) -> None:
        """Show the transactions that nobody has."""
        self.alone.set_rows(grouped(transactions))
        self._come_forward()

    def retranslate(self) -> None:
        """Set the words."""
        in_batch = self.tr("Waits in import {number}").format(number=self._batch)
        self._head.setText(self.tr("Waits for somebody") if self._batch is None else in_batch)
        self._all.setText(self.tr("Show those of all imports"))
        self._all.setVisible(self._batch is not None)
        transactions = sum(len(one.transactions) for one in self.alone.rows)
        self._choices[0].setText(self.tr("Rows: {count}").format(count=f"{len(self.rows.rows):,}"))
        self._choices[1].setText(self.tr("Transactions without a customer: {count}").format(count=f"{transactions:,}"))
        self.table.setAccessibleName(self.tr("Rows that wait"))
        self.alone_table.setAccessibleName(self.tr("Transactions without a customer"))
        self._no_row.say(
            self.tr("No row waits"), self.tr("Rows of an import that cannot be a customer would stand here.")
        )
        self._nobody.say(
            self.tr("Every transaction has its customer"),
            self.tr("Transactions of a customer number that nobody has would stand here."),
        )

    def _come_forward(self) -> None:
        shown = self._stack.currentIndex()
        filled = [bool(self.rows.rows), bool(self.alone.rows)]
        if not filled[shown] and filled[1 - shown]:
            self._choices[1 - shown].click()
        self.retranslate()


def _toggle(name: str) -> Button:
    made = Button(name, "filter")
    made.setCheckable(True)
    return made
