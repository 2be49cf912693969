"""The band that shows while the last days were worked out with other rules, or another business year, than today's."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from privdesk.gui.translation import Translated
from privdesk.gui.widgets.button import Button
from privdesk.gui.widgets.card import on_ground
from privdesk.gui.widgets.icon import Sign
from privdesk.gui.widgets.text import OneLine


class StaleBand(Translated, QWidget):
    """Says so, and offers the remedy: `recompute_wanted`."""

    recompute_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("staleBand")
        on_ground(self, "band-soon")
        self._text = OneLine()
        self._again = Button("staleRecompute", "primary", "refresh-cw")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 8, 6)
        row.setSpacing(8)
        row.addWidget(Sign("triangle-alert", "soon"))
        row.addWidget(self._text, 1)
        row.addWidget(self._again)
        self._again.clicked.connect(self.recompute_wanted)
        self.hide()
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words."""
        self._text.setText(self.tr("Rules or the business year changed; all last days are still the old ones."))
        self._again.setText(self.tr("Work them out anew"))
