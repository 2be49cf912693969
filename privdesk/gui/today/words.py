"""The words of Today: what waits in which way, where it leads, and how far off a day is."""

from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QLocale

from privdesk.domain.batch import RowState
from privdesk.domain.case import RequestQuery, Tab
from privdesk.domain.letter import LetterQuery, LetterState
from privdesk.domain.message import MessageState
from privdesk.domain.shown import shown
from privdesk.gui.translation import words
from privdesk.operations.today import Need

_SOON = 3
DEADLINES = (Need.LATE, Need.TODAY, Need.WEEK)
_OF_REQUESTS = (*DEADLINES, Need.APPROVAL)


@dataclass(frozen=True)
class Face:
    """How a need looks: its words, its tone and its sign."""

    title: str
    tone: str
    sign: str


FACES = {
    Need.LATE: Face(shown("today", "Late"), "late", "octagon-alert"),
    Need.TODAY: Face(shown("today", "Due today"), "soon", "clock"),
    Need.WEEK: Face(shown("today", "Due within 7 days"), "", "calendar-clock"),
    Need.APPROVAL: Face(shown("today", "Waiting for approval"), "soon", "stamp"),
    Need.ANSWERS: Face(shown("today", "Answers that came in"), "", "mail-check"),
    Need.MAILS: Face(shown("today", "Unread mails"), "", "mail"),
    Need.TO_PRINT: Face(shown("today", "Letters to print"), "", "printer"),
    Need.TO_SEND: Face(shown("today", "Letters to send"), "", "send"),
    Need.RETURNED: Face(shown("today", "Letters that came back"), "late", "undo-2"),
    Need.ROWS: Face(shown("today", "Imported rows that wait"), "soon", "file-spreadsheet"),
    Need.ATTEMPTS: Face(shown("today", "Uses that a suspension refused, in 7 days"), "late", "ban"),
}


def target(need: Need, day: date) -> tuple[str, object]:
    """The place where a need is met, and what is to be shown there."""
    queries = {
        Need.LATE: RequestQuery(due_by=day - timedelta(days=1)),
        Need.TODAY: RequestQuery(due_by=day),
        Need.WEEK: RequestQuery(due_by=day + timedelta(days=7)),
        Need.APPROVAL: RequestQuery(tab=Tab.APPROVAL),
        Need.ANSWERS: MessageState.ANSWER,
        Need.MAILS: MessageState.NEW,
        Need.TO_PRINT: LetterQuery(frozenset({LetterState.ISSUED})),
        Need.TO_SEND: LetterQuery(frozenset({LetterState.PRINTED})),
        Need.RETURNED: LetterQuery(frozenset({LetterState.RETURNED})),
        Need.ROWS: RowState.WAITING,
        Need.ATTEMPTS: "attempts",
    }
    places = {Need.TO_PRINT: "letters", Need.TO_SEND: "letters", Need.RETURNED: "letters", Need.ROWS: "customers"}
    places[Need.ATTEMPTS] = "office"
    return places.get(need, "requests"), queries[need]


def of_request(need: Need) -> bool:
    """Whether what waits in this way are requests with a deadline."""
    return need in _OF_REQUESTS


def days_said(days: int) -> str:
    """How many days are left, or how late it is."""
    if days == 0:
        return words("today", shown("today", "Today"))
    if abs(days) == 1:
        return words("today", shown("today", "1 day left") if days > 0 else shown("today", "1 day late"))
    text = shown("today", "{days} days left") if days > 0 else shown("today", "{days} days late")
    return words("today", text).format(days=abs(days))


def urgency(days: int) -> str:
    """The tone of so many days: late, soon, or dim."""
    if days < 0:
        return "late"
    return "soon" if days <= _SOON else "dim"


def dated(day: date) -> str:
    """A day with its weekday: 2026-11-20 金."""
    return f"{day.isoformat()} {weekday(day)}"


def weekday(day: date) -> str:
    """The short name of a day of the week."""
    return QLocale().dayName(day.isoweekday(), QLocale.FormatType.ShortFormat)
