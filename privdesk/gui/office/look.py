"""The section of language and look."""

from PySide6.QtCore import Signal

from privdesk.domain.shown import shown
from privdesk.gui.background import Background
from privdesk.gui.office.section import Section
from privdesk.gui.widgets.button import Button
from privdesk.gui.widgets.card import line
from privdesk.operations.desk import Desk


class WindowLook(Section):
    """Leads to the settings of the window, which belong to this PC and not to the desk."""

    name = "look"
    sign = "sun-moon"
    titled = shown("sections", "Language and look")
    settings_wanted = Signal()

    def __init__(self, work: Background, desk: Desk) -> None:
        super().__init__(work, desk)
        self._open = Button("openLook", "plain", "languages")
        self.column.addLayout(line(self._open, None))
        self.column.addStretch(1)
        self._open.clicked.connect(self.settings_wanted)
        self.retranslate()

    def text(self) -> str:
        """What the section is for."""
        return self.tr("Language, light or dark, and size of text on this PC. Letters follow the customer's language.")

    def focus_first(self) -> None:
        """The button."""
        self._open.setFocus()

    def retranslate(self) -> None:
        """Set all words."""
        self._open.setText(self.tr("Choose language and look"))
