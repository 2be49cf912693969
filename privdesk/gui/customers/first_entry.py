"""What is asked only when a customer is entered: his numbers, and whether he wants advertising."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from privdesk.domain.person import NewNumber
from privdesk.gui.customers.number_form import NumberForm
from privdesk.gui.translation import Translated
from privdesk.gui.widgets.choice import Choice
from privdesk.gui.widgets.field import Field
from privdesk.gui.widgets.text import Text
from privdesk.operations.desk import Desk

_WISHES = {"": None, "yes": True, "no": False}


class FirstEntry(Translated, QWidget):
    """Numbers and the wish, below the form of the profile."""

    edited = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("firstEntry")
        self._title = Text(role="strong")
        self._numbers = NumberForm("customerNumberForm", desk)
        self._choice = Choice()
        for value in _WISHES:
            self._choice.addItem(value, value)
        self._wish = Field("mail_consent", self._choice)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(12)
        for part in (self._title, self._numbers, self._wish):
            column.addWidget(part)
        self._numbers.edited.connect(self.edited)
        self._wish.edited.connect(self.edited)
        self.retranslate()

    def texts(self) -> dict[str, str]:
        """What was typed, as a draft."""
        return {**self._numbers.texts(), "mail_consent": self._wish.text()}

    def set_texts(self, texts: dict[str, str]) -> None:
        """Fill the fields; what is not named becomes empty."""
        self._numbers.set_texts(texts)
        self._wish.set_text(texts.get("mail_consent", ""))

    def check(self) -> bool:
        """Check the numbers."""
        return self._numbers.check()

    def numbers(self) -> tuple[NewNumber, ...]:
        """The numbers that were typed, after `check` found nothing wrong."""
        return self._numbers.numbers()

    def wants_mail(self) -> bool | None:
        """What he said to advertising; None where he said nothing."""
        return _WISHES[self._wish.text()]

    def retranslate(self) -> None:
        """Set the words."""
        self._title.setText(self.tr("Numbers, sealed when saved"))
        self._wish.say(self.tr("Advertising by mail"))
        words = (self.tr("Said nothing"), self.tr("Wants it"), self.tr("Wants none"))
        for place, text in enumerate(words):
            self._choice.setItemText(place, text)
