"""Everything that happened to a case: when, who, what, on which day it was true."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from privdesk.domain.event import EventKind
from privdesk.domain.office import ZONE
from privdesk.domain.purpose import Purpose
from privdesk.domain.shown import shown
from privdesk.domain.text import visible
from privdesk.gui.requests.columns import room
from privdesk.gui.requests.words import Lexicon, dated, local, moment, short, told
from privdesk.gui.requests.work import CaseWork
from privdesk.gui.translation import Translated
from privdesk.gui.widgets.button import Button
from privdesk.gui.widgets.card import line
from privdesk.gui.widgets.rows import Column, RowsModel
from privdesk.gui.widgets.table import Table
from privdesk.gui.widgets.text import Paragraph
from privdesk.operations import purposes
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
# the longest of them may be cut where the window is narrow
_EVENT = 170


class TimelineTab(Translated, QWidget):
    """The newest first, with the notes on the case above; `notes_wanted` where they are to be changed."""

    notes_wanted = Signal()

    def __init__(self, work: CaseWork) -> None:
        super().__init__()
        self._case: Case | None = None
        self._today = work.desk.today
        self._purposes: Mapping[str, Purpose] = work.desk.reference.purposes.purposes
        self._notes = Paragraph(tone="dim")
        self._change = Button("changeNotes", "link", "notebook-text")
        law = work.desk.law_on(work.desk.today)
        titles = (local(law.word(kind)) for kind in EventKind)
        columns: tuple[Column[Entry], ...] = (
            Column("at", shown("columns", "Entered"), self._at, room("00-00 00:00"), tooltip=_at),
            Column("what", shown("columns", "Event"), self._title, min(_EVENT, room(*titles, sign=True)), sign=_sign),
            Column("detail", shown("columns", "Details"), self._detail, 100, stretch=True, tooltip=self._detail),
            Column("on", shown("columns", "True of"), _true_of, room("0000-00-00 Wed"), minor=True),
            Column("user", shown("columns", "By"), lambda entry: visible(entry.user), 76, minor=True),
        )
        self.model: RowsModel[Entry] = RowsModel(columns, self)
        self.table = Table("timeline", self.model)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        slip = line()
        slip.addWidget(self._notes, 1)
        slip.addWidget(self._change, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(slip)
        column.addWidget(self.table, 1)
        self._change.clicked.connect(self.notes_wanted)
        work.background.read(self, purposes.office, then=self._take_purposes)
        self.retranslate()

    def show_case(self, case: Case) -> None:
        """Show another case's events."""
        self._case = case
        self.model.set_rows(case.timeline[::-1])
        self.retranslate()

    def retranslate(self) -> None:
        """Say the notes, and the name for screen readers; the rows read their words when they are drawn."""
        notes = visible(self._case.notes) if self._case else ""
        self._notes.setText(notes or self.tr("There are no notes on this case."))
        self._change.setText(self.tr("Change the notes") if notes else self.tr("Write notes"))
        self.table.setAccessibleName(self.tr("Timeline"))

    def _take_purposes(self, found: Mapping[str, Purpose]) -> None:
        """Say purposes as the office names them by now; those it gave up by the words that they once had."""
        self._purposes = {**self._purposes, **found}
        self.table.viewport().update()

    def _at(self, entry: Entry) -> str:
        at = entry.event.at.astimezone(ZONE)
        return f"{short(at.date(), self._today)} {at:%H:%M}"

    def _title(self, entry: Entry) -> str:
        return local(self._case.law.word(entry.event.kind)) if self._case else ""

    def _detail(self, entry: Entry) -> str:
        return visible(told(entry.event.detail, Lexicon(self._case.law, self._purposes))) if self._case else ""


def _at(entry: Entry) -> str:
    return f"{moment(entry.event.at)}  ·  {visible(entry.user)}"


def _sign(entry: Entry) -> str:
    return SIGNS[entry.event.kind]


def _true_of(entry: Entry) -> str:
    entered = entry.event.at.astimezone(ZONE).date()
    return "" if entry.event.on == entered else dated(entry.event.on)
