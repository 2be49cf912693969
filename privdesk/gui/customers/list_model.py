"""The customers that a query finds: pages by key, "10,000+" at once and the exact count after it."""

from PySide6.QtCore import QObject, Signal

from privdesk.domain.person import PeopleQuery, PersonRow
from privdesk.domain.purpose import Purposes
from privdesk.gui.background import Background
from privdesk.gui.customers.columns import people_columns
from privdesk.gui.paged import PagedModel
from privdesk.operations import people

COUNTED_AT_ONCE = 10_000


class PeopleModel(PagedModel[PersonRow, PeopleQuery]):
    """`counted` with how many there are and whether that is exact."""

    counted = Signal(int, bool)

    def __init__(self, background: Background, purposes: Purposes, parent: QObject | None = None) -> None:
        super().__init__(background, people.page, PeopleQuery(), people_columns(purposes), parent)

    def _read(self, size: int) -> None:
        super()._read(size)
        self._background.read(self, people.count, self.query, COUNTED_AT_ONCE, then=self._take_quick_count, key="count")

    def _take_quick_count(self, count: int) -> None:
        exact = count < COUNTED_AT_ONCE
        self.counted.emit(count, exact)
        if not exact:
            self._background.read(self, people.count, self.query, then=self._take_count, key="count")

    def _take_count(self, count: int) -> None:
        self.counted.emit(count, True)
