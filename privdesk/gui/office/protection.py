"""The section of protection: whole card numbers, and the idle lock."""

from typing import Any

from PySide6.QtWidgets import QCheckBox, QComboBox, QVBoxLayout, QWidget

from privdesk.domain.office import Office
from privdesk.gui.background import Background
from privdesk.gui.office.section import ProfileSection
from privdesk.gui.widgets.card import line, on_ground
from privdesk.gui.widgets.field import Field
from privdesk.gui.widgets.icon import Sign
from privdesk.gui.widgets.text import Paragraph
from privdesk.operations.desk import Desk

_MINUTES = (1, 2, 3, 5, 10, 15, 30)


class Protection(ProfileSection):
    """Both start on the safe side."""

    name = "protection"
    sign = "shield"
    fields = ("idle_minutes", "keeps_card_numbers")

    def __init__(self, work: Background, desk: Desk) -> None:
        super().__init__(work, desk)
        self._minutes = QComboBox()
        for minutes in _MINUTES:
            self._minutes.addItem("", str(minutes))
        self._idle = Field("idleMinutes", self._minutes)
        self._cards = QCheckBox()
        self._cards.setObjectName("keepsCards")
        self._why_not = Paragraph(tone="soon")
        band = QWidget()
        on_ground(band, "band-soon")
        inside = QVBoxLayout(band)
        inside.setContentsMargins(12, 8, 12, 8)
        row = line(Sign("triangle-alert", "soon"), spacing=10)
        row.addWidget(self._why_not, 1)
        inside.addLayout(row)
        self.column.setSpacing(16)
        self.column.addWidget(self._idle)
        self.column.addSpacing(8)
        self.column.addWidget(self._cards)
        self.column.addWidget(band)
        self.column.addStretch(1)
        self._idle.edited.connect(self.mark_edited)
        self._cards.clicked.connect(self.mark_edited)
        self.retranslate()
        self.start_from(desk.office)

    def title(self) -> str:
        """The word in the list of sections."""
        return self.tr("Protection")

    def text(self) -> str:
        """What the section is for."""
        return self.tr("When the desk locks itself, and which numbers it keeps.")

    def values(self) -> dict[str, Any]:
        """The minutes and the switch."""
        return {"idle_minutes": int(self._idle.text()), "keeps_card_numbers": self._cards.isChecked()}

    def fill(self, office: Office) -> None:
        """Show the minutes and the switch."""
        if self._minutes.findData(str(office.idle_minutes)) < 0:
            self._minutes.addItem("", str(office.idle_minutes))
            self.retranslate()
        self._idle.set_text(str(office.idle_minutes))
        self._cards.setChecked(office.keeps_card_numbers)

    def labels(self) -> dict[str, str]:
        """The words for both."""
        return {"idle_minutes": self._idle.editor.accessibleName(), "keeps_card_numbers": self._cards.text()}

    def words_of(self, value: object) -> str:
        """On or off for the switch."""
        if isinstance(value, bool):
            return self.tr("On") if value else self.tr("Off")
        return super().words_of(value)

    def focus_first(self) -> None:
        """The minutes."""
        self._minutes.setFocus()

    def retranslate(self) -> None:
        """Set all words."""
        self._idle.say(self.tr("Lock after"), self.tr("Counted from the last key or movement of the mouse."))
        for place in range(self._minutes.count()):
            minutes = self._minutes.itemData(place)
            self._minutes.setItemText(place, self.tr("{minutes} min without work").format(minutes=minutes))
        self._cards.setText(self.tr("Keep whole card numbers"))
        self._why_not.setText(
            self.tr(
                "Brand, last four digits and expiry answer almost every request. Whole card numbers bring the duties "
                "of the Installment Sales Act and of PCI DSS with them, and make a theft far worse. "
                "Leave this off unless a contract forces you."
            )
        )
