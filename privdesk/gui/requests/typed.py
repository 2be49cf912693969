"""The entry of a new number that a correction needs; it is sealed at once and shown nowhere."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from privdesk.domain.errors import NumberMissing
from privdesk.domain.newnumber import bank_number, card_number, licence_number
from privdesk.domain.person import NewNumber, NumberKind
from privdesk.gui.requests.words import field_word
from privdesk.gui.translation import Translated
from privdesk.gui.widgets.field import Field
from privdesk.gui.widgets.form import Form

_READ: dict[NumberKind, Callable[[str, str], NewNumber]] = {
    NumberKind.BANK: lambda text, _expiry: bank_number(text),
    NumberKind.CARD: card_number,
    NumberKind.LICENCE: lambda text, _expiry: licence_number(text),
}


class NumberEntry(Translated, QWidget):
    """A field for one kind of number; checked as soon as it is left."""

    def __init__(self, item: int, kind: str) -> None:
        super().__init__()
        self._item = item
        self.kind = NumberKind(kind)
        self._number = Field(f"typed_{kind}", check=self._check)
        self._expiry = Field("typedExpiry")
        self.form = Form(f"typed{item}_{kind}")
        if self.kind is NumberKind.CARD:
            self.form.add(self._number, self._expiry)
        else:
            self.form.add(self._number)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.form)
        self.retranslate()

    def number(self) -> NewNumber:
        """The number that was typed; raises NumberMissing, or what is wrong with it."""
        text = self._number.text().strip()
        if not text:
            raise NumberMissing(item=self._item)
        return _READ[self.kind](text, self._expiry.text().strip())

    def retranslate(self) -> None:
        """Set all words."""
        hint = self.tr("0001-110-普通-9880133, or symbol and number of Japan Post Bank")
        self._number.say(
            self.tr("New number: {field}").format(field=field_word(self.kind.value)),
            hint if self.kind is NumberKind.BANK else "",
        )
        self._expiry.say(self.tr("Expiry (month/year)"))

    def _check(self, text: str) -> str:
        if text.strip():
            self.number()
        return ""
