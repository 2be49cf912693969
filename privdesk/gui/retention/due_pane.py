"""The list behind every figure of the dashboard, with the reason of the selected line beside it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from privdesk.domain.due import DueQuery, DueRow
from privdesk.domain.text import visible
from privdesk.gui.background import Background
from privdesk.gui.retention.detail import Detail
from privdesk.gui.retention.due_model import DueModel, due_columns
from privdesk.gui.retention.words import Wording
from privdesk.gui.state import WindowState
from privdesk.gui.translation import Translated
from privdesk.gui.widgets.button import Button
from privdesk.gui.widgets.card import Card, line
from privdesk.gui.widgets.empty import Empty
from privdesk.gui.widgets.table import Table
from privdesk.gui.widgets.text import OneLine, Text
from privdesk.operations.desk import Desk


class DuePane(Translated, Card):
    """Lists what a query shows; `hold_wanted(row)` asks to hold the customer of the selected line."""

    person_wanted = Signal(int)
    request_wanted = Signal(int)
    hold_wanted = Signal(object)
    all_wanted = Signal()

    def __init__(self, background: Background, desk: Desk, state: WindowState, wording: Wording) -> None:
        super().__init__(margin=8, spacing=4)
        self.setObjectName("duePane")
        self._wording = wording
        self._count = 0
        self.model = DueModel(background, due_columns(wording, lambda: desk.today), self)
        self.table = Table("dueTable", self.model, Empty("circle-check"))
        self.table.remember(state)
        self._title = OneLine(role="strong")
        self._figure = Text(role="small", tone="dim")
        self._all = Button("dueShowAll", "quiet", "x")
        self._open = Button("dueOpen", "plain", "user")
        self._hold = Button("dueHold", "plain", "lock")
        self.detail = Detail("dueDetail", (self._open, self._hold))
        head = line(self._title, self._figure, self._all)
        head.setContentsMargins(8, 0, 0, 0)
        both = QHBoxLayout()
        both.setSpacing(0)
        both.addWidget(self.table, 1)
        both.addWidget(self.detail)
        self.column.addLayout(head)
        self.column.addLayout(both, 1)
        self._connect()
        self.retranslate()

    def ask(self, query: DueQuery) -> None:
        """Show what a figure counts."""
        self.model.show(query)
        self.table.scrollToTop()
        self._say_head()

    def retranslate(self) -> None:
        """Set all words."""
        self.table.setAccessibleName(self.tr("What is kept until when"))
        self.table.empty.say(self.tr("Nothing here"), self.tr("Nothing that is kept belongs to this figure today."))
        self._all.setText(self.tr("Show everything"))
        self._hold.setText(self.tr("Place a hold…"))
        self._say_head()
        self._say_detail()

    def _connect(self) -> None:
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._say_detail())
        self.table.row_opened.connect(self._go)
        self.model.loaded.connect(self._say_detail)
        self.model.counted.connect(self._take_count)
        self._all.clicked.connect(self.all_wanted)
        self._open.clicked.connect(self._open_selected)
        self._hold.clicked.connect(self._hold_selected)

    def _selected(self) -> list[DueRow]:
        rows: list[DueRow] = self.table.selected()
        return rows if len(rows) == 1 else []

    def _open_selected(self) -> None:
        for row in self._selected():
            self._go(row)

    def _hold_selected(self) -> None:
        for row in self._selected():
            self.hold_wanted.emit(row)

    def _go(self, row: DueRow) -> None:
        if row.person is not None:
            self.person_wanted.emit(row.person)
        elif row.request is not None:
            self.request_wanted.emit(row.request)

    def _take_count(self, count: int) -> None:
        self._count = count
        self._say_head()

    def _say_head(self) -> None:
        self._title.setText(self._wording.shows(self.model.query))
        self._figure.setText(self.tr("{count} lines").format(count=f"{self._count:,}"))
        self._all.setVisible(self.model.query != DueQuery())

    def _say_detail(self) -> None:
        rows = self._selected()
        of_person = bool(rows) and rows[0].person is not None
        self._open.setText(self.tr("Open the customer") if of_person or not rows else self.tr("Open the request"))
        if not rows:
            self.detail.say("", self.tr("Select a line to see why it is kept."))
            return
        row = rows[0]
        who = f"{visible(row.number)} {visible(row.name)}".strip()
        held = self.tr("Held by {count} holds or open requests; not due.").format(count=row.held) if row.held else ""
        self.detail.say(who, self._wording.reason(row), held)
        self._hold.setEnabled(of_person)
