"""What a record said on two days, side by side."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Protocol

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from privdesk.domain.past import compared
from privdesk.domain.record import HistoryLine
from privdesk.gui.widgets.card import line, scrolled
from privdesk.gui.widgets.datefield import DateField
from privdesk.gui.widgets.dialog import Dialog
from privdesk.gui.widgets.sidebyside import Pair, SideBySide
from privdesk.operations.desk import Desk

_WIDTH, _HEIGHT = 760, 280
_BACK = timedelta(days=30)


class Words(Protocol):
    """What the dialog needs to say changes."""

    def field(self, row: HistoryLine) -> str:
        """What changed."""
        ...

    def value(self, row: HistoryLine, text: str) -> str:
        """What it said."""
        ...


class TwoDaysDialog(Dialog):
    """Two days to choose, and below them every field that ever changed."""

    def __init__(self, parent: QWidget, desk: Desk, lines: Sequence[HistoryLine], words: Words) -> None:
        super().__init__("twoDays", parent, choice=False)
        self._lines, self._words = tuple(lines), words
        self.first, self.second = (DateField(name, desk.today) for name in ("firstDay", "secondDay"))
        self.first.set_day(desk.today - _BACK)
        self.second.set_day(desk.today)
        self.pairs = SideBySide("twoDaysPairs")
        inside = QVBoxLayout()
        inside.setContentsMargins(0, 0, 8, 0)
        inside.addWidget(self.pairs)
        inside.addStretch(1)
        area = scrolled(inside, "twoDaysArea")
        area.setMinimumHeight(_HEIGHT)
        self.setMinimumWidth(_WIDTH)
        self.column.addLayout(line(self.first, self.second, None, spacing=16))
        self.column.addWidget(area, 1)
        for field in (self.first, self.second):
            if isinstance(field.editor, QLineEdit):
                field.editor.editingFinished.connect(self._compare)
        self.retranslate()
        self.first.editor.setFocus()

    def retranslate(self) -> None:
        """Set all words."""
        text = self.tr(
            "As the record stood at the end of each day. Fields that never changed and sealed numbers are left out."
        )
        self.say(self.tr("Compare two days"), text, self.tr("Close"))
        self.first.say(self.tr("First day"))
        self.second.say(self.tr("Second day"))
        self._compare()

    def _compare(self) -> None:
        """Say both days again, once both can be read."""
        if not all([self.first.check(), self.second.check()]):
            return
        first, second = self.first.day(), self.second.day()
        if first and second:
            found = compared(self._lines, first, second)
            say = self._words.value
            pairs = [
                Pair(self._words.field(one.line), say(one.line, one.before), say(one.line, one.after)) for one in found
            ]
            self.pairs.set_pairs(pairs, first.isoformat(), second.isoformat())
