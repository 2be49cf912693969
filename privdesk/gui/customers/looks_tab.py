"""Who looked at a record: the newest looks, the way to all of them in the log, and onto paper."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from privdesk.gui.customers.record_tables import LOOKS, LinesTab, look_text
from privdesk.gui.widgets.button import Button
from privdesk.gui.widgets.card import line


class LooksTab(LinesTab):
    """`log_wanted` with the number of an entry to be seen in the log, or None for all of this customer."""

    log_wanted = Signal(object)
    print_wanted = Signal()

    def __init__(self) -> None:
        super().__init__("personLooks", LOOKS, "eye")
        self._all = Button("looksInLog", "link", "history")
        self._print = Button("looksPrint", "link", "printer")
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        column.addLayout(line(self._all, None, self._print))
        self.show_whole(look_text)
        self._all.clicked.connect(lambda: self.log_wanted.emit(None))
        self._print.clicked.connect(self.print_wanted)
        self.opened.connect(lambda look: self.log_wanted.emit(look.seq))
        self.retranslate()

    def retranslate(self) -> None:
        """Say the verbs too."""
        super().retranslate()
        self._all.setText(self.tr("Show all of it in the log"))
        self._print.setText(self.tr("Print"))
