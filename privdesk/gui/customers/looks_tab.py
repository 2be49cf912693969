"""Who looked at a record: the newest looks, and the way to all of them in the log."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from privdesk.gui.customers.record_tables import LOOKS, LinesTab
from privdesk.gui.widgets.button import Button
from privdesk.gui.widgets.card import line


class LooksTab(LinesTab):
    """`log_wanted` with the number of an entry to be seen in the log, or None for all of this customer."""

    log_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__("personLooks", LOOKS, "eye")
        self._all = Button("looksInLog", "link", "history")
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        column.addLayout(line(self._all, None))
        self._all.clicked.connect(lambda: self.log_wanted.emit(None))
        self.opened.connect(lambda look: self.log_wanted.emit(look.seq))
        self.retranslate()

    def retranslate(self) -> None:
        """Say the link too."""
        super().retranslate()
        self._all.setText(self.tr("Show all of it in the log"))
