"""The letters that a query finds, page by page."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from privdesk.domain.letter import LetterQuery, LetterRow
from privdesk.gui.background import Background
from privdesk.gui.letters.columns import letter_columns
from privdesk.gui.widgets.rows import RowsModel
from privdesk.operations import letters
from privdesk.operations.desk import Desk
from privdesk.operations.letters import Page


class LettersModel(RowsModel[LetterRow]):
    """`loaded` after the first page of a query."""

    loaded = Signal()

    def __init__(self, background: Background, desk: Desk, parent: QObject) -> None:
        super().__init__(letter_columns(desk.law_on(desk.today)), parent)
        self._background = background
        self._next: int | None = None
        self.query = LetterQuery()
        self.more_wanted.connect(self._read_on)

    def ask(self, **changed: object) -> None:
        """Change the query in these points and read its first page."""
        self.query = replace(self.query, **changed)  # type: ignore[arg-type]
        self.reload()

    def reload(self) -> None:
        """Read the first page again."""
        self._background.read(self, letters.page, self.query, then=self._take, key="page")

    def place_of(self, id_: int) -> int:
        """The place of a letter among the rows that have come; -1 where it is not."""
        return next((place for place, row in enumerate(self.rows) if row.id == id_), -1)

    def _take(self, page: Page) -> None:
        self._next = page.next
        self.set_rows(page.rows, more=page.next is not None)
        self.loaded.emit()

    def _read_on(self) -> None:
        self._background.read(self, letters.page, self.query, self._next, then=self._take_more, key="page")

    def _take_more(self, page: Page) -> None:
        self._next = page.next
        self.add_rows(page.rows, more=page.next is not None)
