"""A list that is read page by page, each from the key where the last one ended."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import QObject, Signal

from privdesk.gui.background import Background
from privdesk.gui.widgets.rows import Column, RowsModel

PAGE = 100
_MOST_AGAIN = 2000


class Known(Protocol):
    """A row that its id tells from the others."""

    @property
    def id(self) -> int:
        """The id of what it shows."""
        ...


Row = TypeVar("Row", bound=Known)
Query = TypeVar("Query")


class PagedModel(RowsModel[Row], Generic[Row, Query]):
    """What `operation(desk, query, after, size)` finds: rows, and the key to go on from (None at the end).

    `loaded` after a first page.
    """

    loaded = Signal()

    def __init__(
        self,
        background: Background,
        operation: Callable[..., Any],
        query: Query,
        columns: Sequence[Column[Row]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(columns, parent)
        self.query = query
        self._background = background
        self._operation = operation
        self._next: object = None
        self.more_wanted.connect(self._read_on)

    def show(self, query: Query) -> None:
        """Put the first page of another query in place of what showed."""
        self.query = query
        self._read(PAGE)

    def ask(self, **changed: object) -> None:
        """Change the query in these points and read its first page."""
        self.show(replace(self.query, **changed))  # type: ignore[type-var]

    def reload(self) -> None:
        """Read again as many rows as show."""
        self._read(min(max(PAGE, len(self.rows)), _MOST_AGAIN))

    def place_of(self, id_: int) -> int:
        """The place of what has this id among the rows that have come; -1 where it is not."""
        return next((place for place, row in enumerate(self.rows) if row.id == id_), -1)

    def _read(self, size: int) -> None:
        self._background.read(self, self._operation, self.query, None, size, then=self._take_first, key="page")

    def _read_on(self) -> None:
        self._background.read(self, self._operation, self.query, self._next, PAGE, then=self._take_next, key="page")

    def _take_first(self, page: Any) -> None:  # noqa: ANN401  # each operation has a page of its own
        self._next = page.next
        self.set_rows(page.rows, more=page.next is not None)
        self.loaded.emit()

    def _take_next(self, page: Any) -> None:  # noqa: ANN401
        self._next = page.next
        self.add_rows(page.rows, more=page.next is not None)
