"""The band that shows while the last days were worked out with other rules, or another business year, than today's."""

from PySide6.QtCore import Signal

from privdesk.gui.translation import Translated
from privdesk.gui.widgets.band import Band
from privdesk.gui.widgets.button import Button


class StaleBand(Translated, Band):
    """Says so, and offers the remedy: `recompute_wanted`."""

    recompute_wanted = Signal()

    def __init__(self) -> None:
        self._again = Button("staleRecompute", "primary", "refresh-cw")
        super().__init__("staleBand", "soon", "triangle-alert", self._again)
        self._again.clicked.connect(self.recompute_wanted)
        self.hide()
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words."""
        self.say(self.tr("Rules or the business year changed; all last days are still the old ones."))
        self._again.setText(self.tr("Work them out anew"))
