"""The imports so far with their undo, and the rows that wait for somebody."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from privdesk.domain.batch import Batch, BatchKind, WaitingRow
from privdesk.domain.person import NewPerson
from privdesk.domain.user import User
from privdesk.gui.background import Background
from privdesk.gui.customers.editor import PersonEditor
from privdesk.gui.customers.form import AT
from privdesk.gui.customers.imports.lists import batch_columns
from privdesk.gui.customers.imports.match_pane import Alone, MatchPane
from privdesk.gui.customers.imports.row_pane import RowPane
from privdesk.gui.customers.imports.waiting_card import WaitingCard
from privdesk.gui.translation import Translated
from privdesk.gui.widgets.button import Button
from privdesk.gui.widgets.card import Card, line
from privdesk.gui.widgets.dialog import Question
from privdesk.gui.widgets.empty import Empty
from privdesk.gui.widgets.rows import RowsModel
from privdesk.gui.widgets.table import Table
from privdesk.gui.widgets.text import Text
from privdesk.operations import batches, desks, waiting
from privdesk.operations.desk import Desk
from privdesk.operations.done import Done


class Overview(Translated, QSplitter):
    """Imports above, below what waits, at the right what is looked at or the form to enter it."""

    left = Signal()

    def __init__(self, background: Background, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setObjectName("importsOverview")
        self._background = background
        self._batch: int | None = None
        self._users: dict[int, str] = {}
        self._batches: RowsModel[Batch] = RowsModel(batch_columns(self._users), self)
        self._no_batch, self._nothing = Empty("file-spreadsheet"), Empty("pause")
        self.batches = Table("batchesTable", self._batches, self._no_batch)
        self.waiting = WaitingCard()
        self._back = Button("importsBack", "quiet", "arrow-left")
        self._undo = Button("batchUndo", "plain", "undo-2")
        self._head = Text(role="strong")
        self.pane = RowPane(background)
        self.match = MatchPane(background)
        self.editor = PersonEditor(background, desk)
        self._right = QStackedWidget()
        nothing = Card()
        nothing.column.addWidget(self._nothing)
        for page in (nothing, self.pane, self.match, self.editor):
            self._right.addWidget(page)
        self.setHandleWidth(12)
        self.setChildrenCollapsible(False)
        self.addWidget(self._lists())
        self.addWidget(self._right)
        self._right.setMinimumWidth(400)
        self.setSizes([620, 460])
        self._connect()
        self.retranslate()

    def show_waiting(self, batch: int | None) -> None:
        """Read the imports, and the rows that wait in one of them or in all."""
        self._batch = batch
        self._background.read(self, desks.everybody, then=self._take_users)
        self._background.read(self, batches.everything, then=self._take_batches, key="batches")
        self._background.write(self, waiting.waiting_rows, batch, then=self._take_rows)
        self._background.write(self, waiting.unmatched, batch, then=self.waiting.set_transactions)

    def reload(self) -> None:
        """Read everything again."""
        self.show_waiting(self._batch)

    def close_top(self) -> bool:
        """Close the form, if it is open; what was typed of a waiting row goes, the row stays."""
        if self._right.currentWidget() is not self.editor:
            return False
        self._right.setCurrentWidget(self.pane)
        return True

    def retranslate(self) -> None:
        """Set the words."""
        self._back.setText(self.tr("Back to the customers"))
        self._head.setText(self.tr("Imports"))
        self._undo.setText(self.tr("Undo the import…"))
        self.batches.setAccessibleName(self.tr("Imports"))
        self._no_batch.say(self.tr("Nothing was imported yet"))
        self._nothing.say(self.tr("Choose a row"), self.tr("Its cells and the reason stand here."))

    def _lists(self) -> QWidget:
        ground = QWidget()
        column = QVBoxLayout(ground)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(line(self._back, None))
        card = Card(margin=8)
        card.column.addLayout(line(4, self._head, None, self._undo))
        card.column.addWidget(self.batches, 1)
        column.addWidget(card, 2)
        column.addWidget(self.waiting, 3)
        return ground

    def _connect(self) -> None:
        self._back.clicked.connect(self.left)
        self._undo.clicked.connect(self._ask_undo)
        self.waiting.all_wanted.connect(lambda: self.show_waiting(None))
        self._undo.setEnabled(False)
        self.batches.row_selected.connect(lambda row: self._undo.setEnabled(row.undone_at is None))
        self.batches.row_opened.connect(lambda row: self.show_waiting(row.id))
        self.waiting.row_chosen.connect(self._show_row)
        self.waiting.alone_chosen.connect(self._show_alone)
        self.pane.enter_wanted.connect(self._enter)
        self.editor.saved.connect(lambda _: self.reload())
        self.editor.left.connect(self.close_top)

    def _take_users(self, users: Sequence[User]) -> None:
        self._users.update({user.id: user.name for user in users})
        self.batches.viewport().update()

    def _take_batches(self, found: Sequence[Batch]) -> None:
        self._batches.set_rows(found)
        self._undo.setEnabled(False)

    def _take_rows(self, rows: Sequence[WaitingRow]) -> None:
        self._right.setCurrentIndex(0)
        self.waiting.show_batch(self._batch)
        self.waiting.set_rows(rows)

    def _show_row(self, row: WaitingRow) -> None:
        self.pane.show_row(row)
        self._right.setCurrentWidget(self.pane)

    def _show_alone(self, alone: Alone) -> None:
        self.match.show_alone(alone)
        self._right.setCurrentWidget(self.match)

    def _ask_undo(self) -> None:
        chosen = self.batches.selected()
        if len(chosen) != 1:
            return
        batch = chosen[0]
        text = self.tr(
            "All {count} rows that it brought go again, and those that wait too. The note of the file stays."
        )
        said = (self.tr("Undo the import"), text.format(count=f"{batch.imported:,}"), self.tr("Undo the import"))
        question = Question("undoBatchDialog", self, said, danger=True)
        question.accepted.connect(lambda: self._background.write(self, batches.undo_batch, batch.id))
        question.open()

    def _enter(self, row: WaitingRow, numbers: Mapping[str, str]) -> None:
        batch = next((one for one in self._batches.rows if one.id == row.batch), None)
        if batch is None or batch.kind is not BatchKind.PEOPLE:
            return
        self.editor.begin_new(texts_of(row, numbers, batch), partial(_entered, row.id))
        self._right.setCurrentWidget(self.editor)
        self.editor.form.focus("name")


def texts_of(row: WaitingRow, numbers: Mapping[str, str], batch: Batch) -> dict[str, str]:
    """The cells of a row as the texts of the form; masked numbers are left out."""
    texts: dict[str, list[str]] = {}
    for header, cell in {**row.raw, **numbers}.items():
        field = batch.mapping.get(header, "")
        if field and cell.strip() and (header in numbers or not cell.startswith("…")):
            texts.setdefault(AT.get(field, field), []).append(cell.strip())
    several = {"phones": "\n", "mails": "\n", "notes": "\n", "name": " ", "kana": " ", "address": "　"}
    return {field: several.get(field, " ").join(cells) for field, cells in texts.items()}


def _entered(row_id: int, desk: Desk, new: NewPerson) -> Done[int]:
    return waiting.enter_waiting_row(desk, row_id, new)
