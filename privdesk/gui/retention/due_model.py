"""The due list: its columns, and its pages by key."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, Signal

from privdesk.domain.due import DueQuery, DueRow
from privdesk.domain.shown import shown
from privdesk.domain.text import visible
from privdesk.gui.background import Background
from privdesk.gui.paged import PagedModel
from privdesk.gui.retention.words import Wording, local, until_said, until_tone
from privdesk.gui.translation import words
from privdesk.gui.widgets.chip import ChipFace, chip
from privdesk.gui.widgets.rows import Column
from privdesk.operations import retention

_SIGNS = {"late": "octagon-alert"}


def due_columns(wording: Wording, today: Callable[[], date]) -> tuple[Column[DueRow], ...]:
    """What the list tells of a line; overdue is said by sign, colour and day."""
    return (
        Column(
            "until",
            shown("columns", "Kept until"),
            until_said,
            138,
            tone=lambda row: until_tone(row, today()),
            sign=lambda row: _SIGNS.get(until_tone(row, today()), ""),
        ),
        Column("category", shown("columns", "Data"), lambda row: wording.category(row.category), 140, stretch=True),
        Column("name", shown("columns", "Customer"), lambda row: visible(row.name) or "–", 110, stretch=True),
        Column("number", shown("columns", "Number"), lambda row: visible(row.number), 96, minor=True),
        Column("why", shown("columns", "Rule"), _rule, 150, stretch=True, minor=True, tooltip=wording.reason),
        Column(
            "held",
            shown("columns", "Held"),
            lambda row: str(row.held) if row.held else "",
            96,
            chips=_held,
        ),
        Column("records", shown("columns", "Records"), lambda row: f"{row.records:,}", 84, right=True),
    )


class DueModel(PagedModel[DueRow, DueQuery]):
    """`counted` with the length of the whole list."""

    counted = Signal(int)

    def __init__(self, background: Background, columns: tuple[Column[DueRow], ...], parent: QObject) -> None:
        super().__init__(background, retention.due, DueQuery(), columns, parent)

    def _read(self, size: int) -> None:
        super()._read(size)
        self._background.read(self, retention.due_count, self.query, then=self.counted.emit, key="count")


def _rule(row: DueRow) -> str:
    return local(row.reason.rule.name) if row.reason.rule else "–"


def _held(row: DueRow) -> tuple[ChipFace, ...]:
    text = words("retention", shown("retention", "held"))
    return (chip("held", text if row.held == 1 else f"{text} {row.held}"),) if row.held else ()
