"""One row that waits: its cells, why it waits, and the two ways out."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from privdesk.domain.batch import WaitingRow
from privdesk.domain.text import visible
from privdesk.gui.background import Background
from privdesk.gui.customers.facts import Fact, Facts
from privdesk.gui.customers.reason import ReasonDialog, ReasonLine
from privdesk.gui.customers.words import fault_text
from privdesk.gui.translation import Translated
from privdesk.gui.widgets.button import Button
from privdesk.gui.widgets.card import Card, line, on_ground, scrolled
from privdesk.gui.widgets.icon import Sign
from privdesk.gui.widgets.text import Paragraph, Text
from privdesk.operations import waiting


class RowPane(Translated, Card):
    """Shows a waiting row; `enter_wanted` with the row and those of its numbers that were asked for with a reason."""

    enter_wanted = Signal(object, object)

    def __init__(self, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("waitingRow")
        self._background = background
        self._row: WaitingRow | None = None
        self._numbers: Mapping[str, str] = {}
        self._title = Text(role="title")
        self._why = Paragraph()
        self._cells = Facts("waitingCells")
        self._reveal = Button("waitingReveal", "plain", "eye")
        self._drop = Button("waitingDrop")
        self._enter = Button("waitingEnter", "primary", "user-plus")
        self._ask = ReasonLine("waitingAsk")
        self._lay_out()
        self._reveal.clicked.connect(self._ask.ask)
        self._ask.given.connect(self._show_numbers)
        self._drop.clicked.connect(self._ask_drop)
        self._enter.clicked.connect(lambda: self.enter_wanted.emit(self._row, self._numbers))
        self.retranslate()

    def _lay_out(self) -> None:
        band = QWidget()
        on_ground(band, "band-soon")
        row = line(Sign("triangle-alert", "soon"), spacing=8)
        row.setContentsMargins(10, 6, 10, 6)
        row.addWidget(self._why, 1)
        band.setLayout(row)
        self.column.addWidget(self._title)
        self.column.addWidget(band)
        inner = QVBoxLayout()
        inner.setContentsMargins(0, 0, 8, 0)
        inner.addWidget(self._cells)
        inner.addStretch(1)
        self.column.addWidget(scrolled(inner, "waitingCellsArea"), 1)
        self.column.addWidget(self._ask)
        self.column.addLayout(line(self._drop, self._reveal, None, self._enter))

    def show_row(self, row: WaitingRow) -> None:
        """Show another row, its numbers masked."""
        self._row, self._numbers = row, {}
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything again."""
        self._reveal.setText(self.tr("Show its numbers"))
        self._drop.setText(self.tr("Set aside…"))
        self._enter.setText(self.tr("Enter the customer"))
        if self._row is None:
            return
        self._title.setText(self.tr("Row {row} of import {batch}").format(row=self._row.row, batch=self._row.batch))
        self._why.setText(fault_text(self._row.fault))
        cells = {**self._row.raw, **self._numbers}
        lines = ((header, "\n".join(map(visible, cell.splitlines()))) for header, cell in cells.items())
        self._cells.set_facts([Fact(visible(header), cell) for header, cell in lines if cell.strip()])
        self._reveal.setVisible(not self._numbers and any(cell.startswith("…") for cell in self._row.raw.values()))

    def _show_numbers(self, reason: str) -> None:
        if self._row:
            self._background.write(self, waiting.reveal_row, self._row.id, reason, then=self._take_numbers)

    def _take_numbers(self, numbers: Mapping[str, str]) -> None:
        self._numbers = numbers
        self.retranslate()

    def _ask_drop(self) -> None:
        dialog = ReasonDialog("dropRowDialog", self, self._drop_words, danger=True)
        dialog.given.connect(self._drop_row)
        dialog.open()

    def _drop_words(self) -> tuple[str, str, str, str]:
        return (
            self.tr("Set the row aside"),
            self.tr("Nobody is entered from it. The row stays with its import and can be brought back by Undo."),
            self.tr("Set aside"),
            self.tr("Why is nobody entered?"),
        )

    def _drop_row(self, reason: str) -> None:
        if self._row:
            self._background.write(self, waiting.drop_waiting_row, self._row.id, reason)
