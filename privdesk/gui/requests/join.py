"""Joins a mail to a request that it belongs to."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from privdesk.domain.case import RequestQuery, RequestRow
from privdesk.domain.text import visible
from privdesk.gui.background import Background
from privdesk.gui.requests.words import kind_words
from privdesk.gui.translation import translated
from privdesk.gui.widgets.dialog import Dialog
from privdesk.gui.widgets.search import SearchField
from privdesk.operations import messages, requests
from privdesk.operations.desk import Desk
from privdesk.operations.messages import OpenedMessage
from privdesk.operations.requests import Page


class JoinDialog(Dialog):
    """A search among the requests; what the mail names stands first; `joined` with the one that it went to."""

    joined = Signal(int)

    def __init__(self, background: Background, desk: Desk, parent: QWidget, opened: OpenedMessage) -> None:
        super().__init__("joinDialog", parent)
        self._background = background
        self._law = desk.law_on(desk.today)
        self._message = opened.row.id
        self._search = SearchField("joinSearch")
        self._found = QListWidget()
        self._found.setObjectName("joinFound")
        self.setMinimumWidth(560)
        self.column.addWidget(self._search)
        self.column.addWidget(self._found, 1)
        self._search.searched.connect(self._ask)
        self._search.moved.connect(self._move)
        self._found.itemSelectionChanged.connect(self._show_ready)
        self._found.itemActivated.connect(lambda _: self.try_accept())
        self.retranslate()
        self._ask(opened.requests[0][1] if opened.requests else "")
        self._search.setFocus()

    def try_accept(self) -> None:
        """Join it; what forbids it is said here."""
        item = self._found.currentItem()
        if item is not None:
            request: int = item.data(Qt.ItemDataRole.UserRole)
            self._background.write(
                self,
                messages.join,
                self._message,
                request,
                then=lambda _: self._end(request),
                otherwise=lambda error: self.show_wrong(translated(error)),
            )

    def retranslate(self) -> None:
        """Set all words."""
        text = self.tr("The mail and its attachments then stand in the case.")
        self.say(self.tr("Which request does it belong to?"), text, self.tr("Join"))
        self._search.say(self.tr("Number or name"))
        self._found.setAccessibleName(self.tr("Requests found"))
        self._show_ready()

    def _end(self, request: int) -> None:
        self.accept()
        self.joined.emit(request)

    def _ask(self, text: str) -> None:
        query = RequestQuery(text=text, sort="arrived", descending=True)
        self._background.read(self, requests.page, query, None, 20, then=self._take, key="find")

    def _take(self, page: Page) -> None:
        self._found.clear()
        for row in page.rows:
            item = QListWidgetItem(self._line(row), self._found)
            item.setData(Qt.ItemDataRole.UserRole, row.id)
        self._found.setCurrentRow(0)
        self._show_ready()

    def _line(self, row: RequestRow) -> str:
        return f"{row.number}  {visible(row.name)}  {kind_words(self._law, row.kinds)}  {row.arrived.isoformat()}"

    def _move(self, by: int) -> None:
        self._found.setCurrentRow(min(self._found.count() - 1, max(0, self._found.currentRow() + by)))

    def _show_ready(self) -> None:
        self.verb.setEnabled(self._found.currentItem() is not None)
