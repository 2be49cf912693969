"""The line below the list: how many there are, how many are selected, what waits of the imports."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from privdesk.gui.counting import count_said
from privdesk.gui.translation import Translated
from privdesk.gui.widgets.button import Button
from privdesk.gui.widgets.card import line
from privdesk.gui.widgets.text import Text


class ListFoot(Translated, QWidget):
    """`waiting_wanted` when somebody wants to see the rows that wait."""

    waiting_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._count = Text(role="small", tone="dim")
        self._picked = Text(role="small", tone="accent")
        self._waiting = Button("customersWaiting", "link")
        self._counted, self._selected, self._waits = (0, True), 0, 0
        self.setLayout(line(8, self._count, self._picked, None, self._waiting, 8))
        self._waiting.clicked.connect(self.waiting_wanted)
        self.retranslate()

    def count_text(self) -> str:
        """The same in words."""
        count, exact = self._counted
        return count_said(count, exact=exact)

    @property
    def count(self) -> int:
        """How many there are, as far as they are counted."""
        return self._counted[0]

    def set_count(self, count: int, exact: bool) -> None:
        """Say how many there are."""
        self._counted = (count, exact)
        self.retranslate()

    def set_selected(self, count: int) -> None:
        """Say how many rows are selected, if it is more than one."""
        self._selected = count
        self.retranslate()

    def set_waiting(self, count: int) -> None:
        """Say how much of the imports waits for somebody."""
        self._waits = count
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words."""
        self._count.setText(self.tr("{count} customers").format(count=self.count_text()))
        selected = self.tr("{count} selected").format(count=f"{self._selected:,}")
        self._picked.setText(selected if self._selected > 1 else "")
        self._waiting.setText(self.tr("Waits from imports: {count}").format(count=f"{self._waits:,}"))
        self._waiting.setVisible(self._waits > 0)
