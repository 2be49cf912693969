"""List and record side by side: a row that stays selected for a moment is opened."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QSplitter, QWidget

from privdesk.domain.person import PeopleQuery, PersonRow
from privdesk.domain.purpose import Purpose
from privdesk.gui.background import Background
from privdesk.gui.customers.detail import DetailPane
from privdesk.gui.customers.dialogs import ExportDialog
from privdesk.gui.customers.list_pane import ListPane
from privdesk.gui.customers.mailing import MailingDialog
from privdesk.gui.state import WindowState
from privdesk.operations.desk import Desk

# running over rows with the arrow keys opens, and logs, only the one where it stops
_SETTLED = 180
_SHAPE = "customers/splitter"


class Bench(QSplitter):
    """The list of customers and what is known of the one that is selected."""

    def __init__(self, background: Background, desk: Desk, state: WindowState, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setObjectName("customersSplitter")
        self._background = background
        self._desk = desk
        self._state = state
        self._office: Mapping[str, Purpose] = desk.reference.purposes.purposes
        self.list = ListPane(background, desk, state)
        self.detail = DetailPane(background, desk)
        self.setHandleWidth(12)
        self.setChildrenCollapsible(False)
        for place, part in enumerate((self.list, self.detail)):
            part.setMinimumWidth(340)
            self.addWidget(part)
            self.setStretchFactor(place, place + 1)
        self.setSizes([444, 596])
        state.restore(_SHAPE, self)
        self._settled = QTimer(self, singleShot=True, interval=_SETTLED)
        self._settled.timeout.connect(self._open_selected)
        self._waiting: PersonRow | None = None
        self.splitterMoved.connect(lambda *_: self._state.keep(_SHAPE, self))
        self.list.person_selected.connect(self._take_row)
        self.list.person_opened.connect(self._enter_row)
        self.list.model.loaded.connect(self._select_again)
        self.detail.entered.connect(lambda _: self.list.model.reload())

    def open_person(self, person_id: int) -> None:
        """Show a customer, and select him where he is in the list."""
        self._settled.stop()
        self.detail.open_person(person_id)
        self._select_again()

    def reload(self) -> None:
        """Read list and record again."""
        self.list.reload()
        self.detail.reload()

    def set_office(self, office: Mapping[str, Purpose]) -> None:
        """Take the office's purposes as they are now."""
        if office != self._office:
            self._office = office
            self.list.filtering.set_office(office)
            self.detail.record.set_office(office)
            self.detail.reload()

    def find_somebody(self) -> None:
        """Put the cursor into the search field, what stands there selected."""
        self.list.search.setFocus()
        self.list.search.selectAll()

    def choose_columns(self) -> None:
        """Offer the columns of the list."""
        self.list.table.chooser.open_menu(QPoint(0, 0))

    def export(self) -> None:
        """Ask how to save what the list shows."""
        found = self.list.model.found
        query = self.list.model.query if found is None else PeopleQuery(only=found)
        self._export(query, self.list.foot.count_text())

    def export_selected(self) -> None:
        """Ask how to save the selected customers; all of them if that is what the list shows."""
        table, model = self.list.table, self.list.model
        if sum(map(len, table.places())) == model.rowCount():
            self.export()
        else:
            model.gather(table.places(), self._export_rows)

    def mailing(self) -> None:
        """Ask for the purpose of a mailing and show whom it reaches."""
        MailingDialog(self, self._background, self._desk, self._office).open()

    def _export_rows(self, rows: Sequence[PersonRow]) -> None:
        query = replace(self.list.model.query, only=tuple(row.id for row in rows))
        self._export(query, f"{len(rows):,}")

    def _export(self, query: PeopleQuery, count: str) -> None:
        ExportDialog(self, self._background, query, count, self._office).open()

    def _take_row(self, row: PersonRow) -> None:
        self._waiting = row
        if row.id != self.detail.person:
            self._settled.start()

    def _open_selected(self) -> None:
        if self._waiting and self._waiting.id != self.detail.person:
            self.detail.open_person(self._waiting.id)

    def _enter_row(self, row: PersonRow) -> None:
        self._settled.stop()
        if row.id != self.detail.person or self.detail.editing:
            self.detail.open_person(row.id)
        self.detail.record.tabs.tabBar().setFocus()

    def _select_again(self) -> None:
        if self.detail.person is not None:
            self.list.select(self.detail.person)
