"""The button with the saved filters, each with how many it finds today."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from privdesk.domain.saved_filter import SavedFilter
from privdesk.domain.text import visible
from privdesk.gui.background import Background
from privdesk.gui.counting import COUNTED_AT_ONCE, count_said
from privdesk.gui.translation import Translated
from privdesk.gui.widgets.button import Button
from privdesk.gui.widgets.icon import icon
from privdesk.operations import people_list, saved_filters


class SavedButton(Translated, Button):
    """`chosen` with the filter that was picked from the menu; the other two ask for a dialog."""

    chosen = Signal(object)
    save_wanted = Signal()
    manage_wanted = Signal()

    def __init__(self, background: Background) -> None:
        super().__init__("customersSaved", "plain", "tag")
        self._background = background
        self._filters: Sequence[SavedFilter] = ()
        self._menu = QMenu(self)
        self._menu.setObjectName("savedFilters")
        self._menu.aboutToShow.connect(self._count)
        self.setMenu(self._menu)
        self.retranslate()

    def reload(self) -> None:
        """Read again which there are."""
        self._background.read(self, saved_filters.offered, then=self._take, key="saved")

    def retranslate(self) -> None:
        """Set the words."""
        self.setText(self.tr("Saved"))
        self.setAccessibleName(self.tr("Saved filters"))
        self._fill()

    def _take(self, filters: Sequence[SavedFilter]) -> None:
        self._filters = filters
        self._fill()

    def _fill(self) -> None:
        self._menu.clear()
        for one in self._filters:
            made = self._menu.addAction(icon("users" if one.shared else "user"), _words(one))
            made.setObjectName(f"saved{one.id}")
            made.triggered.connect(partial(self.chosen.emit, one))
        if self._filters:
            self._menu.addSeparator()
        self._menu.addAction(self.tr("Save as a filter…"), self.save_wanted.emit).setObjectName("savedSave")
        manage = self._menu.addAction(self.tr("Rename or delete filters…"), self.manage_wanted.emit)
        manage.setObjectName("savedManage")
        manage.setEnabled(bool(self._filters))

    def _count(self) -> None:
        for one, action in zip(self._filters, self._menu.actions(), strict=False):
            take = partial(_tell, one, action)
            self._background.read(action, people_list.count, one.query, COUNTED_AT_ONCE, then=take, key="count")


def _words(one: SavedFilter) -> str:
    return visible(one.name).replace("&", "&&")


def _tell(one: SavedFilter, action: QAction, count: int) -> None:
    action.setText(f"{_words(one)}\t{count_said(count, exact=count < COUNTED_AT_ONCE)}")
