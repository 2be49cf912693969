"""Old and new beside each other, the changed fields marked."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QGridLayout, QWidget

from privdesk.gui.translation import Translated
from privdesk.gui.widgets.chip import Chip, ChipFace
from privdesk.gui.widgets.text import Paragraph, Text


@dataclass(frozen=True)
class Pair:
    """A field with both its values, as words."""

    field: str
    old: str
    new: str


class SideBySide(Translated, QWidget):
    """Three columns: field, before, after."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._pairs: tuple[Pair, ...] = ()
        self._heads = ("", "")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(10)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(2, 1)

    def set_pairs(self, pairs: Sequence[Pair], old: str = "", new: str = "") -> None:
        """Show these fields; `old` and `new` are the titles where Before and After do not fit."""
        self._pairs = tuple(pairs)
        self._heads = (old, new)
        self.retranslate()

    def retranslate(self) -> None:
        """Lay all out again."""
        while (item := self._grid.takeAt(0)) is not None:
            if part := item.widget():
                part.hide()
                part.deleteLater()
        titles = (self._heads[0] or self.tr("Before"), self._heads[1] or self.tr("After"))
        for place, title in enumerate(titles):
            self._grid.addWidget(Text(title, "small", "dim"), 0, place + 1)
        for row, pair in enumerate(self._pairs, start=1):
            changed = pair.old != pair.new
            self._grid.addWidget(Text(pair.field, "small", "dim"), row, 0)
            self._grid.addWidget(Paragraph(pair.old or "–", tone="dim" if changed else ""), row, 1)
            self._grid.addWidget(Paragraph(pair.new or "–", "strong" if changed else "body"), row, 2)
            if changed:
                self._grid.addWidget(Chip(ChipFace(self.tr("changed"), "accent", "pencil")), row, 3)
