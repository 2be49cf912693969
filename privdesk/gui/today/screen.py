"""Today, the first page: what waits, the deadlines ahead, retention at a glance; every figure is a link."""

from datetime import date, datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from privdesk.domain.backup import Tone, tone
from privdesk.domain.case import RequestQuery
from privdesk.domain.dates import long_date
from privdesk.domain.due import DueQuery
from privdesk.domain.due import Tile as Span
from privdesk.domain.errors import DeskError
from privdesk.gui.background import Background
from privdesk.gui.backupwords import age, moment
from privdesk.gui.today.drafts_band import DraftsBand
from privdesk.gui.today.needs import NeedsCard
from privdesk.gui.today.stripcard import StripCard
from privdesk.gui.today.words import DEADLINES, dated, of_request, target
from privdesk.gui.translation import language, translated
from privdesk.gui.widgets.card import Card
from privdesk.gui.widgets.chip import ChipButton, chip
from privdesk.gui.widgets.empty import Empty
from privdesk.gui.widgets.page import Page
from privdesk.gui.widgets.text import Text
from privdesk.gui.widgets.tile import Tile
from privdesk.operations import drafts
from privdesk.operations.desk import Desk
from privdesk.operations.today import Need, Today, today


class TodayPage(Page):
    """Says where to go: `place_wanted(place, query)`, or the thing itself by its id.

    A query is a RequestQuery, LetterQuery, DueQuery, MessageState, RowState or the name of a section of the office.
    `counted` has the work to do by place, and under "due" the requests that are late or due today, `backup_told` the
    instant of the last backup, the present one, and whether a later one failed; both are told after every change, also
    while another page is in front.
    """

    place_wanted = Signal(str, object)
    request_wanted = Signal(int)
    message_wanted = Signal(int)
    letter_wanted = Signal(int)
    intake_wanted = Signal()
    counted = Signal(dict)
    backup_wanted = Signal()
    draft_wanted = Signal(str)
    backup_told = Signal(object, object, bool)

    nouns = frozenset({"people", "requests", "letters", "retention", "office", "batches", "drafts"})

    def __init__(self, background: Background, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("today", parent)
        self._background = background
        self._desk = desk
        self._shown: Today | None = None
        law = desk.law_on(desk.today)
        self._date = Text(tone="dim")
        self.deadlines = NeedsCard(
            "needsDeadlines",
            lambda: self.tr("Deadlines"),
            lambda: self.tr("No deadline is late, and none ends within 7 days."),
            law,
        )
        self.work = NeedsCard("needsWork", lambda: self.tr("Also waiting"), lambda: self.tr("Nothing else waits."), law)
        self.strip = StripCard()
        self.overdue, self.ending = Tile("retentionOverdue"), Tile("retentionEnding")
        self.backup = ChipButton("lastBackup")
        self.drafts = DraftsBand()
        self._empty = Empty("circle-check")
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self.retranslate()

    def reload(self) -> None:
        """Read what waits now."""
        self._background.read(self, today, then=self._take, key="today")
        self._background.read(self, drafts.waiting, then=self.drafts.set_drafts, key="drafts")

    def take_changes(self, nouns: frozenset[str]) -> None:
        """Read at once, because the counts beside the places show on every page."""
        if nouns & self.nouns:
            self.reload()

    def help_text(self) -> str:
        """What F1 tells."""
        return self.tr(
            "Here is what waits: deadlines that are late or near, decisions to approve, mails, letters to print or "
            "send, rows of an import. Tab walks over the lines, Enter opens one; the head of a group opens its whole "
            "list. In the strip of days the arrows walk by day and by week, Enter shows the requests due by that day. "
            "Paused requests have no running deadline and are left out."
        )

    def retranslate(self) -> None:
        """Set all words."""
        self.set_title(self.tr("Today"))
        self._empty.say(
            self.tr("Nothing waits."),
            self.tr("Deadlines, approvals, new mails and letters to send appear here as soon as there are any."),
            self.tr("Take in a request"),
        )
        if self._shown:
            self._say(self._shown)

    def _lay_out(self) -> None:
        self.add_actions([self.backup, self._date])
        lists = QWidget()
        sides = QHBoxLayout(lists)
        sides.setContentsMargins(0, 0, 0, 0)
        sides.setSpacing(12)
        sides.addWidget(self.deadlines, 1)
        sides.addWidget(self.work, 1)
        nothing = Card()
        nothing.column.addWidget(self._empty)
        self._stack.addWidget(lists)
        self._stack.addWidget(nothing)
        tiles = QVBoxLayout()
        tiles.setSpacing(12)
        for tile in (self.overdue, self.ending):
            tile.setMinimumWidth(184)
            tile.hide()
            tiles.addWidget(tile)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self.strip, 1)
        foot.addLayout(tiles)
        self.column.addWidget(self.drafts)
        self.column.addWidget(self._stack, 1)
        self.column.addLayout(foot)

    def _connect(self) -> None:
        for card in (self.deadlines, self.work):
            card.need_wanted.connect(self._open_need)
            card.piece_wanted.connect(self._open_piece)
        self.strip.day_wanted.connect(self._open_day)
        self.overdue.clicked.connect(lambda: self.place_wanted.emit("retention", DueQuery(Span.OVERDUE)))
        self.ending.clicked.connect(lambda: self.place_wanted.emit("retention", DueQuery(Span.DAYS_30)))
        self._empty.step_wanted.connect(self.intake_wanted)
        self.backup.clicked.connect(self.backup_wanted)
        self.drafts.draft_wanted.connect(self.draft_wanted)

    def _take(self, found: Today) -> None:
        self._shown = found
        self._stack.setCurrentIndex(0 if found.waiting else 1)
        self.deadlines.set_waiting(found.day, [one for one in found.waiting if one.need in DEADLINES])
        self.work.set_waiting(found.day, [one for one in found.waiting if one.need not in DEADLINES])
        self.strip.set_days(found.days)
        self._say(found)
        self.counted.emit(dict(found.counts))
        self.backup_told.emit(found.backed_up, self._desk.now, found.not_backed_up is not None)

    def _say(self, found: Today) -> None:
        self._date.setText(f"{dated(found.day)} · {long_date(found.day, language())}")
        self._say_backup(found.backed_up, found.not_backed_up, self._desk.now)
        if found.overdue is None or found.ending is None:
            return
        late = "late" if found.overdue else ""
        self.overdue.set_tile(self.tr("Retention overdue"), f"{found.overdue:,}", self.tr("past the last day"), late)
        self.ending.set_tile(self.tr("Retention ends"), f"{found.ending:,}", self.tr("within 30 days"))
        self.overdue.show()
        self.ending.show()

    def _say_backup(self, last: datetime | None, failed: DeskError | None, now: datetime) -> None:
        """A reminder rather than a figure where the last one is too old, or a later one failed."""
        if failed:
            self.backup.set_face(chip(Tone.LATE, self.tr("A backup was not made")))
            self.backup.setToolTip(translated(failed))
            return
        urgency = tone(last, now)
        said = self.tr("Last backup: {age}")
        if urgency is Tone.LATE:
            said = self.tr("Back up now, the last backup is old: {age}") if last else self.tr("No backup yet: make one")
        self.backup.set_face(chip(urgency, said.format(age=age(last, now))))
        self.backup.setToolTip(moment(last))

    def _open_need(self, need: Need) -> None:
        if self._shown:
            self.place_wanted.emit(*target(need, self._shown.day))

    def _open_piece(self, need: Need, id_: int) -> None:
        if of_request(need):
            self.request_wanted.emit(id_)
        elif need in (Need.MAILS, Need.ANSWERS):
            self.message_wanted.emit(id_)
        else:
            self.letter_wanted.emit(id_)

    def _open_day(self, day: date) -> None:
        self.place_wanted.emit("requests", RequestQuery(due_by=day))
