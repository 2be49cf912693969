"""The columns of the list of customers; the name of a sortable one is what the query sorts by."""

from collections.abc import Sequence

from privdesk.domain.person import PersonRow, Status
from privdesk.domain.purpose import Purposes, Stand
from privdesk.domain.shown import shown
from privdesk.domain.text import visible
from privdesk.gui.customers.words import STATUS, day_text, said
from privdesk.gui.translation import language
from privdesk.gui.widgets.chip import ChipFace, chip
from privdesk.gui.widgets.rows import Column

_HELD = shown("customers", "Held")


def status_chip(status: Status) -> ChipFace:
    """The chip of a relationship's state."""
    return chip(status, said(STATUS[status]))


def stand_chip(stand: Stand, purposes: Purposes) -> ChipFace:
    """The chip of how a customer stands to a purpose, or to some purpose."""
    return chip(stand, purposes.word(stand).in_(language()))


def held_chip() -> ChipFace:
    """The chip of what may not be erased for the time being."""
    return chip("held", said(_HELD))


def _figure(number: int) -> str:
    return f"{number:,}" if number else ""


def people_columns(purposes: Purposes) -> tuple[Column[PersonRow], ...]:
    """The columns; `purposes` has the words for what limits a use."""

    def marks(row: PersonRow) -> Sequence[ChipFace]:
        return [*(stand_chip(stand, purposes) for stand in row.stands), *([held_chip()] if row.held else [])]

    return (
        Column("number", shown("columns", "Number"), lambda row: visible(row.number), 92, sortable=True),
        Column(
            "sort_name",
            shown("columns", "Name"),
            lambda row: visible(row.name),
            108,
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
            lambda row: " ".join(mark.text for mark in marks(row)),
            128,
            sortable=True,
            chips=marks,
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
