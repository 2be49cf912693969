"""The columns of the lists of requests and of mails; the name of a sortable one is what the query sorts by."""

from collections.abc import Callable
from datetime import date

from PySide6.QtGui import QFontMetrics

from privdesk.domain.case import RequestRow
from privdesk.domain.law import Law
from privdesk.domain.message import MessageRow
from privdesk.domain.office import ZONE
from privdesk.domain.procedure import Step
from privdesk.domain.shown import shown
from privdesk.domain.text import visible
from privdesk.gui.requests.words import (
    days_said,
    due_said,
    due_tone,
    kind_faces,
    kind_words,
    local,
    moment,
    reckoned_day,
    short,
    state_face,
)
from privdesk.gui.theme import BODY, font
from privdesk.gui.widgets.rows import Column

_SIGN = 20
_PADDING = 20
_SIGNS = {"late": "octagon-alert", "soon": "clock"}


def request_columns(law: Law, today: Callable[[], date]) -> tuple[Column[RequestRow], ...]:
    """What the list tells of a request; the words come from `law`, days are counted from `today`."""
    steps = (local(law.word(step)) for step in Step)
    dues = (days_said(days, brief=True) for days in (-10, 0, 10))
    return (
        Column("number", shown("columns", "Number"), lambda row: row.number, room("R8-8888"), sortable=True),
        Column(
            "kinds",
            shown("columns", "Kind"),
            lambda row: kind_words(law, row.kinds),
            room(*(local(kind.chip) for kind in law.kinds.values())),
            sortable=True,
            minor=True,
            chips=lambda row: kind_faces(law, row.kinds),
            tooltip=lambda row: kind_words(law, row.kinds) if len(row.kinds) > 1 else "",
        ),
        Column("name", shown("columns", "Customer"), lambda row: visible(row.name), 94, stretch=True, sortable=True),
        Column(
            "due",
            shown("columns", "Due"),
            lambda row: due_said(row, today()),
            room(*dues, sign=True),
            sortable=True,
            tone=lambda row: due_tone(row, today()),
            sign=lambda row: "pause" if row.paused else _SIGNS.get(due_tone(row, today()), ""),
            tooltip=lambda row: reckoned_day(row.due),
        ),
        Column(
            "state",
            shown("columns", "Next step"),
            lambda row: local(law.word(row.next_step)) if row.next_step else state_face(law, row.state).text,
            room(*steps),
            sortable=True,
            tone=lambda row: "" if row.next_step else "dim",
        ),
        Column(
            "arrived",
            shown("columns", "Arrived"),
            lambda row: short(row.arrived, today()),
            78,
            right=True,
            sortable=True,
            minor=True,
            tooltip=lambda row: reckoned_day(row.arrived),
        ),
        Column(
            "day14",
            shown("columns", "Day 14"),
            lambda row: short(row.day14, today()) if row.day14 else "–",
            78,
            right=True,
            sortable=True,
            minor=True,
            tone=lambda row: "late" if row.next_step and row.day14 and row.day14 < today() else "",
            tooltip=lambda row: days_said((row.day14 - today()).days) if row.day14 and row.next_step else "",
        ),
        Column(
            "owner", shown("columns", "Owner"), lambda row: visible(row.owner) or "–", 92, sortable=True, minor=True
        ),
    )


def message_columns(law: Law) -> tuple[Column[MessageRow], ...]:
    """What the inbox tells of a mail; everything in it is as the sender wrote it."""
    return (
        Column("sender", shown("columns", "From"), lambda row: visible(row.sender_name or row.sender) or "–", 116),
        Column("subject", shown("columns", "Subject"), lambda row: visible(row.subject), 130, stretch=True),
        Column(
            "kinds",
            shown("columns", "Proposal"),
            lambda row: kind_words(law, row.kinds),
            116,
            chips=lambda row: kind_faces(law, row.kinds),
            tooltip=lambda row: kind_words(law, row.kinds) if len(row.kinds) > 1 else "",
        ),
        Column(
            "sent",
            shown("columns", "Received"),
            lambda row: f"{(row.sent_at or row.taken_at).astimezone(ZONE):%m-%d}",
            70,
            right=True,
            tooltip=lambda row: moment(row.sent_at) if row.sent_at else "",
        ),
        Column(
            "attachments",
            shown("columns", "Files"),
            lambda row: str(row.attachments) if row.attachments else "",
            60,
            sign=lambda row: "paperclip" if row.attachments else "",
            minor=True,
        ),
    )


def room(*texts: str, sign: bool = False) -> int:
    """The designed width of a column in which none of these words is ever cut; a list scales it with its text."""
    letters = font()
    letters.setPixelSize(BODY)
    metrics = QFontMetrics(letters)
    return max(map(metrics.horizontalAdvance, texts)) + _PADDING + (_SIGN if sign else 0)
