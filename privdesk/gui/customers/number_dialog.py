"""Adding a bank account, card or licence to a customer."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from privdesk.domain.particular import Number
from privdesk.domain.person import Source
from privdesk.domain.text import visible
from privdesk.gui.customers.number_form import NumberForm
from privdesk.gui.customers.words import NUMBER, SOURCE, number_text, said
from privdesk.gui.widgets.choice import Choice
from privdesk.gui.widgets.dialog import Dialog
from privdesk.gui.widgets.field import Field
from privdesk.gui.widgets.form import Form
from privdesk.operations.desk import Desk

_SOURCES = (Source.SELF, Source.COUNTER, Source.PARTNER)


class NumberDialog(Dialog):
    """`given` with the numbers that were typed, their source, and the one in use that is replaced, or None."""

    given = Signal(object, object, object)

    def __init__(self, parent: QWidget, desk: Desk, held: Sequence[Number] = ()) -> None:
        super().__init__("numberDialog", parent)
        self.setMinimumWidth(560)
        self._held = {one.id: one for one in held if not one.until}
        self._form = NumberForm("numberForm", desk)
        self._more = Form("numberOrigin")
        self._sources, self._replaced = Choice(), Choice()
        self._source = Field("numberSource", self._sources)
        self._replaces = Field("numberReplaces", self._replaced)
        for source in _SOURCES:
            self._sources.addItem("", str(source))
        for id_ in ("", *self._held):
            self._replaced.addItem("", str(id_))
        self._more.add(self._source, self._replaces)
        self._replaces.setVisible(bool(self._held))
        self.column.addWidget(self._form)
        self.column.addWidget(self._more)
        self.retranslate()
        self._form.fields["bank"].editor.setFocus()

    def try_accept(self) -> None:
        """Give the numbers, if they can be read, there are any, and the one that is replaced is of the kind of one."""
        if not self._form.check():
            return
        numbers = self._form.numbers()
        replaced = self._held.get(int(self._replaces.text() or 0))
        if not numbers:
            self.show_wrong(self.tr("Enter at least one number."))
        elif replaced and replaced.kind not in {one.kind for one in numbers}:
            self.show_wrong(self.tr("A number is replaced by one of its own kind. Enter that, or choose “None”."))
        else:
            self.given.emit(numbers, Source(self._source.text()), replaced)
            self.accept()

    def retranslate(self) -> None:
        """Set the words."""
        self.say(
            self.tr("Add a number"),
            self.tr("It is sealed at once and shown only for a reason. Security codes are never kept."),
            self.tr("Add"),
        )
        self._source.say(self.tr("Source"))
        self._replaces.say(self.tr("Replaces"), self.tr("That number is no longer in use from today."))
        for place, source in enumerate(_SOURCES):
            self._sources.setItemText(place, said(SOURCE[source]))
        self._replaced.setItemText(0, self.tr("None"))
        for place, one in enumerate(self._held.values(), start=1):
            self._replaced.setItemText(place, visible(f"{said(NUMBER[one.kind])} {number_text(one)} …{one.last4}"))
