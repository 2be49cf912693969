"""A list as long as what its query finds, of which those blocks of rows are read that somebody looks at."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Generic, TypeVar

from PySide6.QtCore import QModelIndex, QObject, Signal

from privdesk.domain.errors import TooManySelected
from privdesk.gui.background import Background
from privdesk.gui.counting import Counting
from privdesk.gui.paged import Known
from privdesk.gui.widgets.rows import Column, Index, ListModel

BLOCK = 100
# so many are read and handed over together, for the clipboard
MOST_GATHERED = 10_000
_KEPT = 60
# a little further than is in sight, so that the wheel finds its rows there
_AHEAD = 40

Row = TypeVar("Row", bound=Known)
Query = TypeVar("Query")


class BlockModel(ListModel[Row], Generic[Row, Query]):
    """Reads by `page_at(desk, query, place, size)`, counts by `count(desk, query, up_to)`.

    One block is read at a time, the next one for where the view is by then: what was scrolled past is never read.
    `loaded` after the first rows of a query, and after those in sight were read again.
    """

    loaded = Signal()

    def __init__(
        self,
        background: Background,
        page_at: Callable[..., Sequence[Row]],
        count: Callable[..., int],
        query: Query,
        columns: Sequence[Column[Row]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(columns, parent)
        self.query = query
        self.counting = Counting(background, count, self)
        self._background = background
        self._page_at = page_at
        self._blocks: dict[int, Sequence[Row]] = {}
        self._length = 0
        self._sight = (0, 0)
        self._asked: object = None  # the read under way
        self._is_new = False
        self.counting.counted.connect(self._take_count)

    @property
    def rows(self) -> list[Row]:
        """The rows that have come and are kept, in the order of the list."""
        return [row for block in sorted(self._blocks) for row in self._blocks[block]]

    def show(self, query: Query) -> None:
        """Put another query in place of what shows, from its first row on."""
        self.query = query
        self._is_new = True
        self._ask(0, BLOCK, self.take_first)
        self.counting.begin(query)

    def ask(self, **changed: object) -> None:
        """Change the query in these points."""
        self.show(replace(self.query, **changed))  # type: ignore[type-var]

    def reload(self) -> None:
        """Read what is in sight again, and count; the view stays where it is."""
        if self._is_new:
            self.show(self.query)
            return
        first, last = (place // BLOCK for place in self._sight)
        size = (last - first + 1) * BLOCK
        self._ask(first * BLOCK, size, partial(self._take_again, first * BLOCK, size))
        self.counting.again(self.query)

    def place_of(self, id_: int) -> int:
        """The place of what has this id among the rows that are kept; -1 where it is not."""
        for block, rows in self._blocks.items():
            for place, row in enumerate(rows, start=block * BLOCK):
                if row.id == id_:
                    return place
        return -1

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # as Qt declares it
        """How many rows there are, as far as they are counted."""
        return 0 if parent.isValid() else self._length

    def row_at(self, place: int) -> Row | None:
        """The row at a place, if it is there."""
        block = self._blocks.get(place // BLOCK, ())
        return block[place % BLOCK] if place % BLOCK < len(block) else None

    def look_at(self, first: int, last: int) -> None:
        """Read what is in sight, unless something is being read: then afterwards."""
        self._sight = (max(0, first), max(0, last))
        if self._asked is not None:
            return
        end = min(self._length - 1, last + _AHEAD)
        wanted = range(max(0, first - _AHEAD) // BLOCK, end // BLOCK + 1)
        missing = [block for block in wanted if block not in self._blocks]
        if missing:
            place, size = missing[0] * BLOCK, (missing[-1] - missing[0] + 1) * BLOCK
            self._ask(place, size, partial(self._take, place, size))

    def gather(self, spans: Sequence[range], then: Callable[[list[Row]], None]) -> None:
        """Hand over the rows of these places, read where they have not come; more than 10,000 are refused."""
        if sum(map(len, spans)) > MOST_GATHERED:
            self._background.failed.emit(TooManySelected(most=f"{MOST_GATHERED:,}"))
        elif all(self.row_at(place) for span in spans for place in span):
            super().gather(spans, then)
        else:
            self._background.read(self, _gathered, self._page_at, self.query, spans, then=then, key="gather")

    def take_first(self, rows: Sequence[Row]) -> None:
        """Show these rows as the first ones of the list; it grows when it is counted."""
        self._asked, self._is_new = None, False
        self.beginResetModel()
        self._blocks = _blocks(0, len(rows), rows)
        self._length = len(rows)
        self._sight = (0, 0)
        self.endResetModel()
        self.loaded.emit()

    def _ask(self, place: int, size: int, then: Callable[[Sequence[Row]], None]) -> None:
        asked = self._asked = object()

        def take(rows: Sequence[Row]) -> None:
            if self._asked is asked:
                self._asked = None
                then(rows)
                self.look_at(*self._sight)

        self._background.read(self, self._page_at, self.query, place, size, then=take, key="rows")

    def _take_again(self, first: int, size: int, rows: Sequence[Row]) -> None:
        """Put rows in place of all that were kept; what is selected stays so where it is among them."""
        self._take_count(max(self._length, first + len(rows)))
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        ids = [row.id if (row := self.row_at(index.row())) else None for index in before]
        places = {row.id: place for place, row in enumerate(rows, start=first)}
        moved = [
            self.createIndex(places[id_], index.column()) if id_ in places else QModelIndex()
            for index, id_ in zip(before, ids, strict=True)
        ]
        self._blocks = _blocks(first, size, rows)
        self.changePersistentIndexList(before, moved)
        self.layoutChanged.emit()
        self.loaded.emit()

    def _take(self, first: int, size: int, rows: Sequence[Row]) -> None:
        kept = self._blocks | _blocks(first, size, rows)
        here = self._sight[0] // BLOCK
        nearest = sorted(kept, key=lambda block: abs(block - here))[:_KEPT]
        self._blocks = {block: kept[block] for block in nearest}
        if rows:
            self.dataChanged.emit(self.index(first, 0), self.index(first + len(rows) - 1, len(self.columns) - 1))

    def _take_count(self, count: int, exact: bool = False) -> None:
        """Grow or shrink at the end; of what is only counted as far as 10,000 nothing is taken away."""
        if count > self._length:
            self.beginInsertRows(QModelIndex(), self._length, count - 1)
            self._length = count
            self.endInsertRows()
        elif exact and count < self._length:
            self.beginRemoveRows(QModelIndex(), count, self._length - 1)
            self._length = count
            self.endRemoveRows()


def _blocks(first: int, size: int, rows: Sequence[Row]) -> dict[int, Sequence[Row]]:
    """Rows from a block's first place on by their blocks, the empty ones behind the end too."""
    return {(first + start) // BLOCK: rows[start : start + BLOCK] for start in range(0, size, BLOCK)}


def _gathered(desk: object, page_at: Callable[..., Sequence[Row]], query: object, spans: Sequence[range]) -> list[Row]:
    return [row for span in spans for row in page_at(desk, query, span.start, len(span))]
