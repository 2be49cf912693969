"""The card of the deadlines ahead: the strip, and the same days as a table."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from privdesk.domain.shown import shown
from privdesk.gui.today.strip import DeadlineStrip
from privdesk.gui.today.words import dated
from privdesk.gui.translation import Translated
from privdesk.gui.widgets.button import Button
from privdesk.gui.widgets.card import Card, line
from privdesk.gui.widgets.rows import Column, RowsModel
from privdesk.gui.widgets.table import Table
from privdesk.gui.widgets.text import OneLine
from privdesk.operations.today import Day


class StripCard(Translated, Card):
    """Emits `day_wanted(date)` from a bar or from a row of the table."""

    day_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__(margin=12)
        self.setObjectName("deadlines")
        self.strip = DeadlineStrip("deadlineStrip")
        self._title = OneLine(role="strong")
        self._switch = Button("deadlinesAsTable", "quiet", "table")
        self._switch.setCheckable(True)
        self._model: RowsModel[Day] = RowsModel(self._columns(), self)
        self.table = Table("deadlineTable", self._model)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.strip)
        self._stack.addWidget(self.table)
        self._stack.setFixedHeight(self.strip.sizeHint().height())
        self.column.addLayout(line(self._title, self._switch))
        self.column.addWidget(self._stack)
        self._switch.toggled.connect(lambda on: self._stack.setCurrentIndex(1 if on else 0))
        self.strip.day_wanted.connect(self.day_wanted)
        self.table.row_opened.connect(self._open)
        self.retranslate()

    def set_days(self, days: Sequence[Day]) -> None:
        """Show these days, the first of which is today."""
        self.strip.set_days(days)
        self._model.set_rows(days)

    def retranslate(self) -> None:
        """Set the words."""
        self._title.setText(self.tr("Deadlines of the next 30 days"))
        self._switch.setText(self.tr("As a table"))
        self.table.setAccessibleName(self.tr("Deadlines by day"))

    def _open(self, day: Any) -> None:  # noqa: ANN401  # a row of the table
        self.day_wanted.emit(day.date)

    def _columns(self) -> tuple[Column[Day], ...]:
        return (
            Column("day", shown("columns", "Day"), lambda day: dated(day.date), 140),
            Column("due", shown("columns", "Due"), lambda day: f"{day.due:,}" if day.due else "–", 80, right=True),
            Column("note", shown("columns", "Note"), self.strip.note, 160, stretch=True, tone=lambda _: "dim"),
        )
