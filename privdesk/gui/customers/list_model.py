"""The customers that a query finds: pages by key, "10,000+" at once and the exact count after it."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from privdesk.domain.person import PeopleQuery, PersonRow
from privdesk.domain.purpose import Purposes
from privdesk.gui.background import Background
from privdesk.gui.customers.columns import people_columns
from privdesk.gui.widgets.rows import RowsModel
from privdesk.operations import people
from privdesk.operations.people import Page

_PAGE = 100
_MOST_AGAIN = 2000
COUNTED_AT_ONCE = 10_000


class PeopleModel(RowsModel[PersonRow]):
    """Reads a page at a time; `loaded` after a first page, `counted` with a number and whether it is exact."""

    loaded = Signal()
    counted = Signal(int, bool)

    def __init__(self, background: Background, purposes: Purposes, parent: QObject | None = None) -> None:
        super().__init__(people_columns(purposes), parent)
        self._background = background
        self._next: tuple[Any, int] | None = None
        self.query = PeopleQuery()
        self.more_wanted.connect(self._read_on)

    def ask(self, **changed: object) -> None:
        """Change the query in these points and read its first page."""
        self.query = replace(self.query, **changed)  # type: ignore[arg-type]
        self._read(_PAGE)

    def reload(self) -> None:
        """Read again as many rows as show."""
        self._read(min(max(_PAGE, len(self.rows)), _MOST_AGAIN))

    def place_of(self, person_id: int) -> int:
        """The place of a customer among the rows that have come; -1 where he is not."""
        return next((place for place, row in enumerate(self.rows) if row.id == person_id), -1)

    def _read(self, size: int) -> None:
        self._background.read(self, people.page, self.query, None, size, then=self._take_first, key="page")
        self._background.read(self, people.count, self.query, COUNTED_AT_ONCE, then=self._take_quick_count, key="count")

    def _take_first(self, page: Page) -> None:
        self._next = page.next
        self.set_rows(page.rows, more=page.next is not None)
        self.loaded.emit()

    def _read_on(self) -> None:
        self._background.read(self, people.page, self.query, self._next, _PAGE, then=self._take_next, key="page")

    def _take_next(self, page: Page) -> None:
        self._next = page.next
        self.add_rows(page.rows, more=page.next is not None)

    def _take_quick_count(self, count: int) -> None:
        exact = count < COUNTED_AT_ONCE
        self.counted.emit(count, exact)
        if not exact:
            self._background.read(self, people.count, self.query, then=self._take_count, key="count")

    def _take_count(self, count: int) -> None:
        self.counted.emit(count, True)
