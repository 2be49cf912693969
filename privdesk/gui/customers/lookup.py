"""The line under the search that looks a whole number up: of a customer, a bank account, a card or a licence."""

import re
import unicodedata

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from privdesk.domain.text import TO_HYPHEN
from privdesk.gui.translation import Translated
from privdesk.gui.widgets.button import Button

# as many digits as the shortest of them has; beside them at most the words of an account
_DIGITS, _OTHERS = 4, 10


class LookupLine(Translated, Button):
    """Shows while a number stands in the search; `wanted` with it."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("customersLookup", "link", "search", parent)
        self._text = ""
        self.hide()
        self.clicked.connect(self.look_up)
        self.retranslate()

    def follow(self, text: str) -> None:
        """This stands in the search now."""
        self._text = text
        self.setVisible(is_number(text))

    def look_up(self) -> None:
        """Ask for whose the number is."""
        self.wanted.emit(self._text)

    def retranslate(self) -> None:
        """Set the words."""
        self.setText(self.tr("Look up this number exactly"))


def is_number(text: str) -> bool:
    """Whether a text may be a whole number; what it is exactly is found out when it is looked up."""
    plain = unicodedata.normalize("NFKC", text).translate(TO_HYPHEN)
    rest = re.sub(r"[0-9 -]", "", plain)
    return len(re.findall("[0-9]", plain)) >= _DIGITS and len(rest) <= _OTHERS
