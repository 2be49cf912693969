"""The question whose record the log shall be about."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from privdesk.gui.background import Background
from privdesk.gui.personchooser import PersonChooser
from privdesk.gui.widgets.dialog import Dialog


class ChooseCustomer(Dialog):
    """Finds a customer; `chosen` with his line of the list."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget, background: Background) -> None:
        super().__init__("logCustomer", parent)
        self.setMinimumWidth(560)
        self.chooser = PersonChooser("logPerson", background)
        self.column.addWidget(self.chooser)
        self.chooser.table.row_opened.connect(lambda _row: self.try_accept())
        self.retranslate()
        self.chooser.search.setFocus()

    def try_accept(self) -> None:
        """Take who is selected."""
        found = self.chooser.person()
        if found is None:
            self.show_wrong(self.tr("Choose the customer in the list first."))
            self.chooser.search.setFocus()
            return
        self.chosen.emit(found)
        self.accept()

    def retranslate(self) -> None:
        """Set all words."""
        text = self.tr("Shows who opened, changed or used this customer's record.")
        self.say(self.tr("Who looked at whom?"), text, self.tr("Show"))
