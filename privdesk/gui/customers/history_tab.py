"""Every change of a record: narrowed to a field, printed, or two days beside each other."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from privdesk.domain.purpose import Stand
from privdesk.domain.record import ENDED, IN_USE, PURPOSE, HistoryLine
from privdesk.domain.shown import shown
from privdesk.domain.text import visible
from privdesk.gui.customers.record_tables import LinesTab
from privdesk.gui.customers.two_days import TwoDaysDialog
from privdesk.gui.customers.words import field_name, moment_text, said, value_text
from privdesk.gui.translation import language
from privdesk.gui.widgets.button import Button
from privdesk.gui.widgets.card import line
from privdesk.gui.widgets.choice import Choice
from privdesk.gui.widgets.rows import Column
from privdesk.operations.desk import Desk

_BATCH = shown("customers", "Import {number}")
_REQUEST = shown("customers", "Request {number}")
_PURPOSE = shown("customers", "Purpose: {name}")
_USED = {IN_USE: shown("customers", "in use"), ENDED: shown("customers", "no longer in use")}


class Telling:
    """Says changes in the present language, purposes by the office's names for them."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def field(self, row: HistoryLine) -> str:
        """What changed."""
        if row.field == PURPOSE:
            known = self._desk.reference.purposes.purposes.get(row.of)
            return said(_PURPOSE).format(name=known.short.in_(language()) if known else visible(row.of))
        return f"{field_name(row.field)} {row.of}".strip()

    def value(self, row: HistoryLine, text: str) -> str:
        """What it said, before or after."""
        if row.field == PURPOSE:
            return self._desk.reference.purposes.word(Stand(text)).in_(language()) if text else "–"
        if text in _USED:
            return said(_USED[text])
        return visible(value_text(row.field, text)) or "–"

    def whole(self, row: HistoryLine) -> str:
        """A change in two lines: what, then when, by whom, through what and why."""
        old, new = (self.value(row, text) for text in (row.old, row.new))
        behind = " · ".join(filter(None, (moment_text(row.at), visible(row.user), through(row), visible(row.why))))
        return f"{self.field(row)}: {old} → {new}\n{behind}"


def through(row: HistoryLine) -> str:
    """The request or import in whose course it changed."""
    if row.request:
        return said(_REQUEST).format(number=row.request)
    return said(_BATCH).format(number=row.batch) if row.batch else ""


def history_columns(telling: Telling) -> tuple[Column[HistoryLine], ...]:
    """What changed, from what to what, who changed it and when."""
    return (
        Column("at", shown("columns", "When"), lambda row: moment_text(row.at), 162),
        Column("field", shown("columns", "Field"), telling.field, 128),
        Column(
            "old",
            shown("columns", "Before"),
            lambda row: telling.value(row, row.old),
            100,
            stretch=True,
            tone=lambda _row: "dim",
        ),
        Column("new", shown("columns", "After"), lambda row: telling.value(row, row.new), 120, stretch=True),
        Column("user", shown("columns", "Who"), lambda row: visible(row.user), 84),
        Column("through", shown("columns", "Through"), through, 130, minor=True),
    )


class HistoryTab(LinesTab):
    """`print_wanted` with the field to which the list is narrowed, or an empty text for all of them."""

    print_wanted = Signal(str)

    def __init__(self, desk: Desk) -> None:
        self._telling = Telling(desk)
        super().__init__("personHistory", history_columns(self._telling), "history")
        self._desk = desk
        self._all: tuple[HistoryLine, ...] = ()
        self.field = Choice()
        self.field.setObjectName("historyField")
        self._print = Button("historyPrint", "link", "printer")
        self._compare = Button("historyCompare", "link", "columns-3")
        self._foot = line(self.field, None, self._compare, self._print)
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        column.addLayout(self._foot)
        self.show_whole(self._telling.whole)
        self.field.activated.connect(lambda _place: self._narrow())
        self._print.clicked.connect(lambda: self.print_wanted.emit(self._chosen()))
        self._compare.clicked.connect(lambda: TwoDaysDialog(self, self._desk, self._all, self._telling).open())
        self.retranslate()

    def set_rows(self, rows: tuple[Any, ...]) -> None:
        """Show these changes, those of the chosen field only where one is chosen."""
        self._all = rows
        self._offer()
        self._narrow()

    def retranslate(self) -> None:
        """Say the fields and the verbs too."""
        super().retranslate()
        self.field.setAccessibleName(self.tr("Changes of"))
        self._print.setText(self.tr("Print"))
        self._compare.setText(self.tr("Compare two days"))
        self._offer()

    def _offer(self) -> None:
        """The fields that changed, in the order of their names."""
        chosen = self._chosen()
        named = {row.field: self.tr("Purposes") if row.field == PURPOSE else field_name(row.field) for row in self._all}
        self.field.clear()
        self.field.addItem(self.tr("All fields"), "")
        for code, name in sorted(named.items(), key=lambda one: one[1]):
            self.field.addItem(name, code)
        self.field.setCurrentIndex(max(0, self.field.findData(chosen)))
        for part in (self.field, self._print, self._compare):
            part.setVisible(bool(self._all))

    def _chosen(self) -> str:
        return str(self.field.currentData() or "")

    def _narrow(self) -> None:
        super().set_rows(tuple(row for row in self._all if self._chosen() in ("", row.field)))
