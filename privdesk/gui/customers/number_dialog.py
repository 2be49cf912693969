"""Adding a bank account, card or licence to a customer."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from privdesk.gui.customers.number_form import NumberForm
from privdesk.gui.widgets.dialog import Dialog
from privdesk.operations.desk import Desk


class NumberDialog(Dialog):
    """`given` with every number that was typed."""

    given = Signal(object)

    def __init__(self, parent: QWidget, desk: Desk) -> None:
        super().__init__("numberDialog", parent)
        self.setMinimumWidth(560)
        self._form = NumberForm("numberForm", desk)
        self.column.addWidget(self._form)
        self.retranslate()
        self._form.fields["bank"].editor.setFocus()

    def try_accept(self) -> None:
        """Give the numbers, if they can be read and there are any."""
        if not self._form.check():
            return
        numbers = self._form.numbers()
        if numbers:
            self.given.emit(numbers)
            self.accept()
        else:
            self.show_wrong(self.tr("Enter at least one number."))

    def retranslate(self) -> None:
        """Set the words."""
        self.say(
            self.tr("Add a number"),
            self.tr("It is sealed at once and shown only for a reason. Security codes are never kept."),
            self.tr("Add"),
        )
