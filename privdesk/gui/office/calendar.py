"""The section of the calendar: the office's own closing days, beside weekends and public holidays."""

from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut

from privdesk.domain.calendar import Calendar, holiday
from privdesk.domain.dates import long_date
from privdesk.domain.errors import DeskError
from privdesk.domain.office import Office
from privdesk.domain.shown import shown
from privdesk.gui.background import Background
from privdesk.gui.office.section import ProfileSection
from privdesk.gui.translation import language, translated, words
from privdesk.gui.widgets.button import Button
from privdesk.gui.widgets.card import line
from privdesk.gui.widgets.datefield import DateField
from privdesk.gui.widgets.empty import Empty
from privdesk.gui.widgets.rows import Column, RowsModel
from privdesk.gui.widgets.table import Table
from privdesk.operations.desk import Desk

_LONGEST = 60
_WEEKEND = shown("calendar", "Closed anyway: weekend")


class ClosingDays(ProfileSection):
    """A list with two fields below it; a second day makes a whole span."""

    name = "calendar"
    sign = "calendar"
    titled = shown("sections", "Calendar")
    fields = ("closing_days",)

    def __init__(self, work: Background, desk: Desk) -> None:
        super().__init__(work, desk)
        self._days: tuple[date, ...] = ()
        columns: list[Column[date]] = [
            Column("day", shown("columns", "Closed on"), date.isoformat, width=120),
            Column(
                "written",
                shown("columns", "Weekday"),
                lambda day: long_date(day, language(), weekday=True),
                width=240,
                stretch=True,
            ),
            Column("note", shown("columns", "Note"), _note, width=200, stretch=True, tone=lambda _day: "dim"),
        ]
        self._rows = RowsModel(columns)
        self._empty = Empty("calendar-off")
        self._list = Table("closingDays", self._rows, self._empty)
        self._first = DateField("closedFrom", desk.today)
        self._last = DateField("closedTo", desk.today)
        self._add = Button("addClosing", "plain", "plus")
        self._remove = Button("removeClosing", "quiet", "x")
        entry = line(spacing=12)
        entry.addWidget(self._first, 1)
        entry.addWidget(self._last, 1)
        self.column.addWidget(self._list, 1)
        self.column.addLayout(entry)
        self.column.addLayout(line(self._add, self._remove, None))
        self._add.clicked.connect(self.new)
        self._remove.clicked.connect(self._take_away)
        for field in (self._first, self._last):
            enter = QShortcut(QKeySequence("Return"), field)
            enter.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            enter.activated.connect(self.new)
        self._list.selectionModel().selectionChanged.connect(self._show_ready)
        self.retranslate()
        self.start_from(desk.office)

    def text(self) -> str:
        """What the section is for."""
        return self.tr("Weekends and public holidays are known. Your own closing days make deadlines right.")

    def values(self) -> dict[str, Any]:
        """The days."""
        return {"closing_days": self._days}

    def fill(self, office: Office) -> None:
        """Show the days."""
        self._show(office.closing_days)

    def labels(self) -> dict[str, str]:
        """The word for all of them."""
        return {"closing_days": self.tr("Closing days")}

    def adds(self) -> bool:
        """Days are added."""
        return True

    def new(self) -> None:
        """Add the day or the span in the fields."""
        try:
            first = self._first.day()
            last = self._last.day() or first
        except DeskError as error:
            self._first.show_wrong(translated(error))
            return
        if first is None or last is None:
            self._first.editor.setFocus()
            return
        if not 0 <= (last - first).days < _LONGEST:
            self._last.show_wrong(self.tr("The last day must follow the first within 60 days."))
            self._last.editor.setFocus()
            return
        span = {first + timedelta(days=offset) for offset in range((last - first).days + 1)}
        self._show(tuple(sorted({*self._days, *span})))
        self._first.set_day(None)
        self._last.set_day(None)
        self._first.editor.setFocus()
        self.mark_edited()

    def focus_first(self) -> None:
        """The field for a new day."""
        self._first.editor.setFocus()

    def retranslate(self) -> None:
        """Set all words."""
        self._list.setAccessibleName(self.tr("Closing days"))
        self._empty.say(self.tr("No closing days yet"), self.tr("For example the days around New Year or in August."))
        self._first.say(self.tr("Closed on, or from"), "", "2026-12-29")
        self._last.say(self.tr("To (for several days)"), "", "2027-01-03")
        self._add.setText(self.tr("Add"))
        self._remove.setText(self.tr("Take the selected days off the list"))

    def _take_away(self) -> None:
        gone = set(self._list.selected())
        self._show(tuple(day for day in self._days if day not in gone))
        self.mark_edited()

    def _show(self, days: tuple[date, ...]) -> None:
        self._days = tuple(days)
        self._rows.set_rows(self._days)
        self._show_ready()

    def _show_ready(self) -> None:
        self._remove.setEnabled(bool(self._list.selected()))


def _note(day: date) -> str:
    """Why the office would be closed on a day without this entry."""
    if Calendar().is_open(day):
        return ""
    return holiday(day, language()) or words("calendar", _WEEKEND)
