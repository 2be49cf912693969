"""The columns of the list of customers; the name of a sortable one is what the query sorts by."""

from collections.abc import Sequence

from privdesk.domain.person import PersonRow, Status
from privdesk.domain.shown import shown
from privdesk.domain.text import visible
from privdesk.gui.customers.words import STATUS, day_text, said
from privdesk.gui.translation import words
from privdesk.gui.widgets.chip import ChipFace, chip
from privdesk.gui.widgets.rows import Column

LIMITED = shown("customers", "Limited")
SUSPENDED = shown("customers", "Suspended")


def status_chip(status: Status) -> ChipFace:
    """The chip of a relationship's state."""
    return chip(status, said(STATUS[status]))


def suspended_chip() -> ChipFace:
    """The chip of a customer whose data may not be used for some purpose because the use is suspended."""
    return chip("suspended", said(SUSPENDED))


def limited_chip() -> ChipFace:
    """The chip in the list for any limit of use, a suspension or an opt-out."""
    return ChipFace(said(LIMITED), "soon", "ban")


def _marks(row: PersonRow) -> Sequence[ChipFace]:
    marks = [limited_chip()] if row.suspended else []
    if row.held:
        marks.append(chip("held", words("customers", _HELD)))
    return marks


def _figure(number: int) -> str:
    return f"{number:,}" if number else ""


_HELD = shown("customers", "Held")

COLUMNS: tuple[Column[PersonRow], ...] = (
    Column("number", shown("columns", "Number"), lambda row: visible(row.number), 100, sortable=True),
    Column(
        "sort_name",
        shown("columns", "Name"),
        lambda row: visible(row.name),
        114,
        stretch=True,
        sortable=True,
        sign=lambda row: "triangle-alert" if row.warnings else "",
    ),
    Column("kana", shown("columns", "Kana"), lambda row: visible(row.kana), 140, stretch=True, minor=True),
    Column("birth", shown("columns", "Born"), lambda row: day_text(row.birth), 116, sortable=True, minor=True),
    Column(
        "status",
        shown("columns", "Status"),
        lambda row: said(STATUS[row.status]),
        78,
        sortable=True,
        chips=lambda row: [] if row.status is Status.ACTIVE else [status_chip(row.status)],
        tone=lambda _row: "dim",
    ),
    Column(
        "suspended",
        shown("columns", "Marks"),
        lambda row: " ".join(mark.text for mark in _marks(row)),
        118,
        sortable=True,
        chips=_marks,
    ),
    Column(
        "open_requests",
        shown("columns", "Open requests"),
        lambda row: _figure(row.open_requests),
        104,
        right=True,
        sortable=True,
        minor=True,
    ),
    Column(
        "keep_until",
        shown("columns", "Kept until"),
        lambda row: day_text(row.keep_until),
        104,
        sortable=True,
        minor=True,
    ),
    Column(
        "last_activity",
        shown("columns", "Last activity"),
        lambda row: day_text(row.last_activity),
        116,
        sortable=True,
        minor=True,
    ),
)
