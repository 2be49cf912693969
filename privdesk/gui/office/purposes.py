"""The section of the purposes: what the office's policy says, and which data each purpose uses."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from privdesk.domain.purpose import Purpose
from privdesk.gui.background import Background
from privdesk.gui.office.section import Section
from privdesk.gui.translation import language
from privdesk.gui.widgets.chip import Chip, ChipFace
from privdesk.gui.widgets.icon import Sign
from privdesk.gui.widgets.text import Paragraph, Text
from privdesk.operations import purposes
from privdesk.operations.desk import Desk

_MIDDLE = Qt.AlignmentFlag.AlignCenter


class Purposes(Section):
    """The purposes numbered, and below them a matrix: a line for each category, a column for each number."""

    name = "purposes"
    sign = "list-checks"

    def __init__(self, work: Background, desk: Desk) -> None:
        super().__init__(work, desk)
        self._purposes: tuple[Purpose, ...] = ()
        self._ground = QWidget()
        self.column.addWidget(self._ground)
        self.column.addStretch(1)

    def title(self) -> str:
        """The word in the list of sections."""
        return self.tr("Purposes of use")

    def text(self) -> str:
        """What the section is for."""
        return self.tr("As your privacy policy names them. Customers' consents and suspensions refer to these.")

    def reload(self) -> None:
        """Read the purposes."""
        self.work.read(self, purposes.office, then=self._take, key="purposes")

    def retranslate(self) -> None:
        """Lay all out again."""
        fresh = QWidget()
        column = QVBoxLayout(fresh)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(20)
        column.addLayout(self._list())
        column.addLayout(self._matrix())
        self.column.replaceWidget(self._ground, fresh)
        self._ground.deleteLater()
        self._ground = fresh

    def _take(self, found: Mapping[str, Purpose]) -> None:
        self._purposes = tuple(found.values())
        self.retranslate()

    def _list(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for row, one in enumerate(self._purposes):
            number = Text(str(row + 1), "strong", "accent")
            grid.addWidget(number, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(Paragraph(one.name.in_(language())), row, 1)
            if one.marketing:
                grid.addWidget(Chip(ChipFace(self.tr("advertising"), "soon", "mail")), row, 2)
        return grid

    def _matrix(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        for place in range(len(self._purposes)):
            grid.setColumnMinimumWidth(place + 1, 34)
            grid.addWidget(Text(str(place + 1), "strong", "accent"), 0, place + 1, _MIDDLE)
        words = self.desk.reference.purposes.categories
        used = [each for each in words if any(each in one.categories for one in self._purposes)]
        for row, category in enumerate(used, start=1):
            numbers = [place for place, one in enumerate(self._purposes, start=1) if category in one.categories]
            label = Text(words[category].in_(language()))
            label.setAccessibleName(f"{label.text()}: {', '.join(map(str, numbers))}")
            grid.addWidget(label, row, 0)
            for place in numbers:
                grid.addWidget(Sign("check", "done", 16), row, place, _MIDDLE)
        return grid
