"""Choosing a customer inside a dialog: search while typing, the first hits below."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from privdesk.domain.person import PeopleQuery, PersonRow
from privdesk.domain.shown import shown
from privdesk.domain.text import visible
from privdesk.gui.background import Background
from privdesk.gui.translation import Translated
from privdesk.gui.widgets.rows import Column, RowsModel
from privdesk.gui.widgets.search import SearchField
from privdesk.gui.widgets.table import Table
from privdesk.operations import people
from privdesk.operations.people import Page

_HITS = 20
_ROWS = 3
_COLUMNS = (
    Column[PersonRow]("number", shown("columns", "Number"), lambda row: visible(row.number), 100),
    Column[PersonRow]("name", shown("columns", "Customer"), lambda row: visible(row.name), 160, stretch=True),
    Column[PersonRow]("kana", shown("columns", "Kana"), lambda row: visible(row.kana), 140, minor=True),
)


class PersonChooser(Translated, QWidget):
    """A search field over a short list; `chosen` when another customer is selected."""

    chosen = Signal()

    def __init__(self, name: str, background: Background) -> None:
        super().__init__()
        self.setObjectName(name)
        self._background = background
        self.search = SearchField(f"{name}Search")
        self._model: RowsModel[PersonRow] = RowsModel(_COLUMNS, self)
        self.table = Table(f"{name}Table", self._model)
        rows = self.table.verticalHeader().defaultSectionSize()
        self.table.setFixedHeight(rows * (_ROWS + 1) + 4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.search)
        column.addWidget(self.table)
        self.search.searched.connect(self._look_for)
        self.search.moved.connect(self._move)
        self.table.row_selected.connect(lambda _: self.chosen.emit())
        self.retranslate()

    def person(self) -> PersonRow | None:
        """Who is selected."""
        selected = self.table.selected()
        return selected[0] if len(selected) == 1 else None

    def retranslate(self) -> None:
        """Set the words."""
        self.search.say(self.tr("Name, kana or customer number"))
        self.table.setAccessibleName(self.tr("Customers found"))
        self.table.empty.say(self.tr("Type a part of the name"))

    def _look_for(self, text: str) -> None:
        self._background.read(self, people.page, PeopleQuery(text=text), None, _HITS, then=self._take, key="find")

    def _take(self, page: Page) -> None:
        self._model.set_rows(page.rows)
        if len(page.rows) == 1:
            self.table.select(0)

    def _move(self, step: int) -> None:
        self.table.select(max(0, self.table.currentIndex().row() + step))
