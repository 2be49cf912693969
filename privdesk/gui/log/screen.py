"""The place Log: the entries, the check of the whole log, the report of a month."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from privdesk.domain.acts import ACTS
from privdesk.domain.log import LogQuery
from privdesk.gui.background import Background
from privdesk.gui.log.comparing import CompareCard
from privdesk.gui.log.entries import EntriesPane
from privdesk.gui.log.report import ReportPane
from privdesk.gui.log.verifying import VerifyCard
from privdesk.gui.state import WindowState
from privdesk.gui.widgets.page import Command, Page
from privdesk.operations.desk import Desk

ENTRIES, CHECK, REPORT = "entries", "check", "report"
_VIEWS = (ENTRIES, CHECK, REPORT)
# what an entry can lead to, with the act by which that is opened
_OPENED_BY = {
    "person": "person.open",
    "request": "request.open",
    "letter": "letter.open",
    "message": "message.open",
}


class LogPage(Page):
    """Managers and auditors read all of it, everybody else what he did himself.

    `thing_wanted` with noun and id of what an entry leads to.
    """

    nouns = frozenset({"users"})
    thing_wanted = Signal(str, int)

    def __init__(self, background: Background, desk: Desk, state: WindowState, parent: QWidget | None = None) -> None:
        super().__init__("log", parent)
        role = desk.actor.role
        self._whole = role in ACTS["log.open"].roles
        leads_to = frozenset(noun for noun, act in _OPENED_BY.items() if role in ACTS[act].roles)
        self.entries = EntriesPane(background, desk, state, leads_to, None if self._whole else desk.actor.id)
        self.verify = VerifyCard(background, reads=self._whole)
        self.compare = CompareCard(background)
        self.report = ReportPane(background, desk)
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self.retranslate()

    def show_query(self, query: LogQuery, entry: int | None = None) -> None:
        """Show what a query finds, from wherever somebody asked; with `entry` from that one on."""
        self._turn_to(ENTRIES)
        self.entries.show_query(query, entry)
        self._stale = False

    def show_entry(self, number: int) -> None:
        """Show an entry among those around it."""
        self._turn_to(ENTRIES)
        self.entries.show_query(LogQuery(), number)

    def hideEvent(self, event: QHideEvent) -> None:
        """Whatever is done elsewhere adds to the log, looks too: it is read anew at each visit."""
        super().hideEvent(event)
        self._stale = True

    def reload(self) -> None:
        """Read again what is in front."""
        view = self.filters.current()
        if view == ENTRIES:
            self.entries.reload()
        elif view == CHECK and self._whole:
            self.compare.read_code()

    def commands(self) -> dict[str, Command]:
        """What keys do here."""
        found = super().commands()
        view = self.filters.current()
        if view == ENTRIES:
            found["find"] = self.entries.choose_customer
        if view == REPORT and self.report.there:
            found |= {"print": self.report.pages.ask_printer, "save": self.report.ask_save}
        return found

    def help_text(self) -> str:
        """What F1 tells."""
        return self.tr(
            "Every change and every look stands here with who did it and when, and can neither be changed nor deleted; "
            "reading the log is noted too. Ctrl+F shows who looked at a customer. Under Check the log is proved from "
            "its first entry on, and a code from paper is compared. The monthly report goes on paper, with the code by "
            "which the log can be compared later. Values never stand in the log, only fields and numbers of entries."
        )

    def retranslate(self) -> None:
        """Set all words."""
        self.set_title(self.tr("Log"))
        titles = {ENTRIES: self.tr("Entries") if self._whole else self.tr("What I did"), CHECK: self.tr("Check")}
        if self._whole:
            titles[REPORT] = self.tr("Monthly report")
        self.filters.set_filters(titles)

    def _lay_out(self) -> None:
        check = QWidget()
        row = QHBoxLayout(check)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.verify, 1)
        row.addWidget(self.compare, 1)
        self.compare.setVisible(self._whole)
        for view in (self.entries, check, self.report):
            self._stack.addWidget(view)
        self.column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.filters.chosen.connect(self._show_view)
        self.entries.thing_wanted.connect(self.thing_wanted)
        self.verify.entry_wanted.connect(self.show_entry)
        self.verify.proved.connect(self.reload)
        self.report.drawn.connect(self.commands_changed)

    def _turn_to(self, view: str) -> None:
        """Bring a view in front whose contents are asked for next."""
        self.filters.blockSignals(True)
        self.filters.choose(view)
        self.filters.blockSignals(False)
        self._stack.setCurrentIndex(_VIEWS.index(view))
        self.commands_changed.emit()

    def _show_view(self, name: str) -> None:
        self._turn_to(name)
        if self.isVisible():
            self.reload()
