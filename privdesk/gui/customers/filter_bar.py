"""The line of the filters: the button that opens them, those that were saved, and a chip for each one that is set."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from privdesk.domain.person import PeopleQuery
from privdesk.gui.customers.filter_popover import FilterPopover
from privdesk.gui.customers.filter_words import Offered, asked, nothing
from privdesk.gui.translation import Translated
from privdesk.gui.widgets.button import Button
from privdesk.gui.widgets.chip import ChipButton, ChipFace
from privdesk.gui.widgets.flow import Flow

_FOUND = "found"


class FilterChip(ChipButton):
    """Goes by a click, Space, Enter or Delete."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Delete take it away as well."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.click()
        else:
            super().keyPressEvent(event)


class FilterBar(Translated, QWidget):
    """`changed` with the fields of the query that are set anew; `found_left` when those found by a number go."""

    changed = Signal(object)  # a dictionary; as a dict Qt would make plain words of enumerations
    found_left = Signal()
    save_wanted = Signal()

    def __init__(self, offered: Offered, saved: Button, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offered = offered
        self._query = PeopleQuery()
        self._found = False
        self._button = Button("customersFilter", "plain", "funnel")
        self._clear = Button("customersClear", "link")
        self._chips: list[FilterChip] = []
        self.popover = FilterPopover(offered, self)
        self._flow = Flow(self)
        for part in (self._button, saved, self._clear):
            self._flow.addWidget(part)
        self._button.clicked.connect(lambda: self.popover.open_at(self._button))
        self._clear.clicked.connect(lambda: self.changed.emit(nothing()))
        self.popover.changed.connect(self.changed)
        self.popover.save_wanted.connect(self._save)
        self.retranslate()

    def show_query(self, query: PeopleQuery, *, found: bool = False) -> None:
        """Show what the list is narrowed by; `found` where it shows who was found by a number instead."""
        self._query = query
        self._found = found
        self.popover.show_query(query)
        self._show_chips()

    def set_offered(self, offered: Offered) -> None:
        """Offer other purposes and partners."""
        self._offered = offered
        self.popover.set_offered(offered)
        self._show_chips()

    def retranslate(self) -> None:
        """Set the words."""
        self._button.setText(self.tr("Filter"))
        self._clear.setText(self.tr("Clear"))
        self._show_chips()

    def _show_chips(self) -> None:
        had_focus = any(chip.hasFocus() for chip in self._chips)
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = []
        if self._found:
            self._add(_FOUND, self.tr("Found by the number"), self.found_left.emit)
        else:
            for name, value in asked(self._query).items():
                self._add(name, self._offered.chip(name, value), self._taker(name))
        self._clear.setVisible(len(self._chips) > 1)
        if had_focus:
            (self._chips[0] if self._chips else self._button).setFocus()

    def _taker(self, name: str) -> Callable[[], None]:
        return lambda: self.changed.emit({name: nothing()[name]})

    def _add(self, name: str, text: str, take_away: Callable[[], None]) -> None:
        chip = FilterChip(f"chip_{name}", self)
        chip.set_face(ChipFace(text, "accent", goes=True))
        chip.setAccessibleName(self.tr("Take the filter away: {filter}").format(filter=text))
        chip.clicked.connect(lambda: take_away())
        self._flow.removeWidget(self._clear)
        self._flow.addWidget(chip)
        self._flow.addWidget(self._clear)
        self._chips.append(chip)

    def _save(self) -> None:
        self.popover.hide()
        self.save_wanted.emit()
