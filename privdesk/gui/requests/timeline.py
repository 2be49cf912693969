"""Everything that happened to a case: when, who, what, on which day it was true."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from privdesk.domain.event import EventKind
from privdesk.domain.office import ZONE
from privdesk.domain.shown import shown
from privdesk.domain.text import visible
from privdesk.gui.requests.words import dated, local, moment, told
from privdesk.gui.translation import Translated
from privdesk.gui.widgets.rows import Column, RowsModel
from privdesk.gui.widgets.table import Table
from privdesk.gui.widgets.text import Paragraph
from privdesk.operations.requests import Case, Entry

SIGNS = {
    EventKind.RECEIVED: "inbox",
    EventKind.ACKNOWLEDGED: "mail-check",
    EventKind.PERSON_LINKED: "user-check",
    EventKind.ITEMS_CHANGED: "list-checks",
    EventKind.IDENTITY_ASKED: "id-card",
    EventKind.IDENTITY_CHECKED: "badge-check",
    EventKind.IDENTITY_FAILED: "circle-x",
    EventKind.PAUSED: "pause",
    EventKind.RESUMED: "play",
    EventKind.DECIDED: "gavel",
    EventKind.DECISION_WITHDRAWN: "undo-2",
    EventKind.APPROVAL_ASKED: "users",
    EventKind.APPROVED: "stamp",
    EventKind.SENT_BACK: "undo-2",
    EventKind.EXECUTED: "check",
    EventKind.EXECUTION_UNDONE: "undo-2",
    EventKind.LETTER_ISSUED: "file-text",
    EventKind.LETTER_SENT: "send",
    EventKind.EXTENDED: "calendar-clock",
    EventKind.CLOSED: "circle-check",
    EventKind.REOPENED: "refresh-cw",
    EventKind.WITHDRAWN: "circle-x",
    EventKind.NOTE: "notebook-text",
}


class TimelineTab(Translated, QWidget):
    """The newest first, with the notes on the case above."""

    def __init__(self) -> None:
        super().__init__()
        self._case: Case | None = None
        self._notes = Paragraph(tone="dim")
        columns: tuple[Column[Entry], ...] = (
            Column("at", shown("columns", "Entered"), lambda entry: moment(entry.event.at), 150),
            Column("what", shown("columns", "Event"), self._title, 148, sign=lambda entry: SIGNS[entry.event.kind]),
            Column("detail", shown("columns", "Details"), self._detail, 160, stretch=True, tooltip=self._detail),
            Column("on", shown("columns", "True of"), _true_of, 112, minor=True),
            Column("user", shown("columns", "By"), lambda entry: visible(entry.user), 92),
        )
        self.model: RowsModel[Entry] = RowsModel(columns, self)
        self.table = Table("timeline", self.model)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.addWidget(self._notes)
        column.addWidget(self.table, 1)
        self.retranslate()

    def show_case(self, case: Case) -> None:
        """Show another case's events."""
        self._case = case
        self._notes.setText(visible(case.notes))
        self._notes.setVisible(bool(case.notes))
        self.model.set_rows(case.timeline[::-1])

    def retranslate(self) -> None:
        """Set the name for screen readers; the rows read their words when they are drawn."""
        self.table.setAccessibleName(self.tr("Timeline"))

    def _title(self, entry: Entry) -> str:
        return local(self._case.law.word(entry.event.kind)) if self._case else ""

    def _detail(self, entry: Entry) -> str:
        return visible(told(entry.event.detail, self._case.law)) if self._case else ""


def _true_of(entry: Entry) -> str:
    entered = entry.event.at.astimezone(ZONE).date()
    return "" if entry.event.on == entered else dated(entry.event.on)
