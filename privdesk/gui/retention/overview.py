"""The dashboard: tiles, the bars of the next twelve months, and the list behind whichever is pressed."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from privdesk.domain.category import Category
from privdesk.domain.due import Dashboard, DueQuery
from privdesk.domain.due import Tile as Span
from privdesk.gui.background import Background
from privdesk.gui.retention.due_pane import DuePane
from privdesk.gui.retention.words import TILES, Wording, month_label
from privdesk.gui.state import WindowState
from privdesk.gui.translation import Translated, words
from privdesk.gui.widgets.barcard import BarCard
from privdesk.gui.widgets.barplot import Series
from privdesk.gui.widgets.tile import Tile
from privdesk.operations.desk import Desk

# in the smallest window; the splitter gives more
_LEAST_CHART = 84


class Overview(Translated, QWidget):
    """Shows a `Dashboard`; a tile or a part of a bar narrows the list below."""

    def __init__(self, background: Background, desk: Desk, state: WindowState, wording: Wording) -> None:
        super().__init__()
        self._wording = wording
        self._state = state
        self._shown: Dashboard | None = None
        self._categories: tuple[Category, ...] = ()
        self.tiles = {span: Tile(f"tile_{span}") for span in Span}
        self.bars = BarCard("retentionBars")
        self.bars.column.setContentsMargins(16, 8, 12, 8)
        self.bars.chart.setMinimumHeight(_LEAST_CHART)
        self.due = DuePane(background, desk, state, wording)
        self._lay_out()
        for span, tile in self.tiles.items():
            tile.clicked.connect(partial(self.due.ask, DueQuery(span)))
        self.bars.chart.part_wanted.connect(self._drill)
        self.due.all_wanted.connect(lambda: self.due.ask(DueQuery()))
        self.retranslate()

    def show_figures(self, found: Dashboard) -> None:
        """Show these figures."""
        self._shown = found
        self.retranslate()

    @property
    def shown(self) -> Dashboard | None:
        """The figures that are shown."""
        return self._shown

    def chart_title(self) -> str:
        """What the bars show."""
        return self.tr("What ends in the next 12 months")

    def retranslate(self) -> None:
        """Say figures and bars again."""
        if self._shown is None:
            return
        for span, tile in self.tiles.items():
            face, count = TILES[span], self._shown.tiles[span]
            detail = words("retention", face.detail) if face.detail else ""
            tile.set_tile(words("retention", face.title), f"{count:,}", detail, face.tone if count else "")
        self._draw(self._shown)

    def _lay_out(self) -> None:
        split = QSplitter(Qt.Orientation.Vertical)
        split.setObjectName("retentionSplit")
        split.setChildrenCollapsible(False)
        split.setHandleWidth(12)
        split.addWidget(self.bars)
        split.addWidget(self.due)
        split.setStretchFactor(0, 2)
        split.setStretchFactor(1, 3)
        self._state.restore("retention", split)
        split.splitterMoved.connect(lambda *_: self._state.keep("retention", split))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        tiles = QHBoxLayout()
        tiles.setSpacing(12)
        for tile in self.tiles.values():
            tiles.addWidget(tile, 1)
        column.addLayout(tiles)
        column.addWidget(split, 1)

    def _draw(self, found: Dashboard) -> None:
        months = [month for month in found.months if month.first]
        self._categories = tuple(one for one in Category if any(month.counts.get(one) for month in months))
        labels = [
            month_label(month.first, with_year=not place or month.first.month == 1)
            for place, month in enumerate(months)
            if month.first
        ]
        series = [
            Series(self._wording.category(one), tuple(month.counts.get(one, 0) for month in months))
            for one in self._categories
        ]
        self.bars.set_bars(self.chart_title(), labels, series)

    def _drill(self, month: int, place: int) -> None:
        if self._shown:
            first = [each.first for each in self._shown.months if each.first][month]
            self.due.ask(DueQuery(month=first, category=self._categories[place]))
