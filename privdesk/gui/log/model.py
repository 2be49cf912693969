"""The entries that a query finds, newest first, page by page; each first page is a look that the log notes itself."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Signal

from privdesk.domain.log import LogLine, LogQuery
from privdesk.domain.log_words import detail_of, things_of
from privdesk.gui.background import Background
from privdesk.gui.log.columns import log_columns
from privdesk.gui.logged import Telling
from privdesk.gui.widgets.rows import RowsModel
from privdesk.operations import log, log_entries

PAGE = 100
# so many newer entries show above one that is gone to
_ABOVE = 20


class LogModel(RowsModel[LogLine]):
    """`loaded` after a first page, `counted` with how many entries there are.

    `own` is the id of a user who sees no more than what he did himself.
    """

    loaded = Signal()
    counted = Signal(int)

    def __init__(self, background: Background, telling: Telling, today: date, own: int | None, parent: QObject) -> None:
        super().__init__(log_columns(telling, today), parent)
        self._background = background
        self._telling = telling
        self._own = own
        self.query = LogQuery(user=own)
        self.start: int | None = None
        self.more_wanted.connect(self._read_on)

    @property
    def filtered(self) -> bool:
        """Whether the query leaves anything out that could be seen."""
        return self.query != LogQuery(user=self._own)

    def ask(self, query: LogQuery, start: int | None = None) -> None:
        """Show what another query finds; with `start` from shortly above that entry on."""
        self.query = replace(query, user=query.user if self._own is None else self._own)
        self.start = start
        self.reload()

    def reload(self) -> None:
        """Read the first page again."""
        size = PAGE if self.start is None else 1
        self._background.write(self, log.page, self.query, None, size, then=partial(self._take_first, self.query))

    def place_of(self, seq: int) -> int:
        """The place of an entry among the rows that have come, or of the next older one; -1 where all are newer."""
        return next((place for place, line in enumerate(self.rows) if line.seq <= seq), -1)

    def _take_first(self, query: LogQuery, lines: tuple[LogLine, ...]) -> None:
        if query is not self.query:
            return
        if self.start is None:
            self._name_first(query, lines)
        else:
            before, then = self.start + _ABOVE + 1, partial(self._name_first, query)
            self._background.read(self, log.page, query, before, PAGE, then=then, key="page")

    def _name_first(self, query: LogQuery, lines: tuple[LogLine, ...]) -> None:
        """Nothing shows before it has its name: what has none is no longer held."""

        def show(names: Mapping[str, str]) -> None:
            if query is self.query:
                self._telling.names = dict(names)
                self.set_rows(lines, more=len(lines) == PAGE)
                self.loaded.emit()
                self._background.read(self, log.count, query, then=self.counted.emit, key="count")

        self._background.read(self, log_entries.named, _things(lines), then=show, key="names")

    def _read_on(self) -> None:
        last, then = self.rows[-1].seq, partial(self._name_next, self.query)
        self._background.read(self, log.page, self.query, last, PAGE, then=then, key="page")

    def _name_next(self, query: LogQuery, lines: tuple[LogLine, ...]) -> None:
        def show(names: Mapping[str, str]) -> None:
            if query is self.query:
                self._telling.names |= names
                self.add_rows(lines, more=len(lines) == PAGE)

        self._background.read(self, log_entries.named, _things(lines), then=show, key="names")


def _things(lines: Sequence[LogLine]) -> list[str]:
    """All things that these entries name."""
    return sorted({thing for line in lines for thing in things_of(line.about, detail_of(line.detail))})
