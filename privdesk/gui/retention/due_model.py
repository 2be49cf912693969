"""The due list: its columns, and its pages by key."""

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import QObject, Signal

from privdesk.domain.due import DueQuery, DueRow
from privdesk.domain.shown import shown
from privdesk.domain.text import visible
from privdesk.gui.background import Background
from privdesk.gui.retention.words import Wording, local, until_said, until_tone
from privdesk.gui.translation import words
from privdesk.gui.widgets.chip import ChipFace, chip
from privdesk.gui.widgets.rows import Column, RowsModel
from privdesk.operations import retention
from privdesk.operations.retention import DuePage

_PAGE = 100
_MOST_AGAIN = 2000
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


class DueModel(RowsModel[DueRow]):
    """Reads a page at a time; `loaded` after a first page, `counted` with the length of the whole list."""

    loaded = Signal()
    counted = Signal(int)

    def __init__(self, background: Background, columns: tuple[Column[DueRow], ...], parent: QObject) -> None:
        super().__init__(columns, parent)
        self._background = background
        self._next: tuple[Any, ...] | None = None
        self.query = DueQuery()
        self.more_wanted.connect(self._read_on)

    def ask(self, query: DueQuery) -> None:
        """Show another part of what is kept."""
        self.query = query
        self._read(_PAGE)

    def reload(self) -> None:
        """Read again as many rows as show."""
        self._read(min(max(_PAGE, len(self.rows)), _MOST_AGAIN))

    def _read(self, size: int) -> None:
        self._background.read(self, retention.due, self.query, None, size, then=self._take_first, key="page")
        self._background.read(self, retention.due_count, self.query, then=self.counted.emit, key="count")

    def _take_first(self, page: DuePage) -> None:
        self._next = page.next
        self.set_rows(page.rows, more=page.next is not None)
        self.loaded.emit()

    def _read_on(self) -> None:
        self._background.read(self, retention.due, self.query, self._next, _PAGE, then=self._take_next, key="page")

    def _take_next(self, page: DuePage) -> None:
        self._next = page.next
        self.add_rows(page.rows, more=page.next is not None)


def _rule(row: DueRow) -> str:
    return local(row.reason.rule.name) if row.reason.rule else "–"


def _held(row: DueRow) -> tuple[ChipFace, ...]:
    text = words("retention", shown("retention", "held"))
    return (chip("held", text if row.held == 1 else f"{text} {row.held}"),) if row.held else ()
