"""The customers that a query finds, or those who were found by a whole number."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject

from privdesk.domain.person import PeopleQuery, PersonRow
from privdesk.domain.purpose import Purposes
from privdesk.gui.background import Background
from privdesk.gui.blocks import BlockModel
from privdesk.gui.customers.columns import people_columns
from privdesk.operations import people_list, search


class PeopleModel(BlockModel[PersonRow, PeopleQuery]):
    """`found` are those who were found by a number, None while a query is shown."""

    def __init__(self, background: Background, purposes: Purposes, parent: QObject | None = None) -> None:
        columns = people_columns(purposes)
        super().__init__(background, people_list.page_at, people_list.count, PeopleQuery(), columns, parent)
        self.found: tuple[int, ...] | None = None

    def show(self, query: PeopleQuery) -> None:
        """Put another query in place of what shows."""
        self.found = None
        super().show(query)

    def show_found(self, rows: Sequence[PersonRow]) -> None:
        """Show only these, until something else is asked; the number itself is kept nowhere."""
        self.found = tuple(row.id for row in rows)
        self.take_first(rows)
        self.counting.settle(len(rows))

    def reload(self) -> None:
        """Read again who shows."""
        if self.found is None:
            super().reload()
        else:
            self._background.read(self, search.lines, self.found, then=self._take_found, key="rows")

    def _take_found(self, lines: Mapping[int, PersonRow]) -> None:
        if self.found is not None:
            self.show_found([lines[id_] for id_ in self.found if id_ in lines])
