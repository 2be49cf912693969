"""The section of protection: the clock, the idle lock, whole card numbers, the keys and the recovery sheet."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from privdesk.domain.matrix import roles_of
from privdesk.domain.office import Office
from privdesk.domain.shown import shown
from privdesk.gui.background import Background
from privdesk.gui.office.clock import ClockBand
from privdesk.gui.office.key_dialogs import ReplaceSheetDialog, RotateDialog
from privdesk.gui.office.section import ProfileSection
from privdesk.gui.translation import Translated
from privdesk.gui.widgets.band import Band
from privdesk.gui.widgets.button import Button
from privdesk.gui.widgets.choice import Choice
from privdesk.gui.widgets.field import Field
from privdesk.gui.widgets.text import Paragraph
from privdesk.operations.desk import Desk

_MINUTES = (1, 2, 3, 5, 10, 15, 30)


class Protection(ProfileSection):
    """Lock and numbers start on the safe side; managers put the desk under new keys."""

    name = "protection"
    sign = "shield"
    titled = shown("sections", "Protection")
    fields = ("idle_minutes", "keeps_card_numbers")

    def __init__(self, work: Background, desk: Desk) -> None:
        super().__init__(work, desk)
        self._minutes = Choice()
        for minutes in _MINUTES:
            self._minutes.addItem("", str(minutes))
        self._idle = Field("idleMinutes", self._minutes)
        self._cards = QCheckBox()
        self._cards.setObjectName("keepsCards")
        self._why_not = Band("whyNoCards", "soon", "triangle-alert")
        self.column.setSpacing(16)
        self.column.addWidget(ClockBand(work, desk))
        self.column.addWidget(self._idle)
        self.column.addSpacing(8)
        self.column.addWidget(self._cards)
        self.column.addWidget(self._why_not)
        self.column.addSpacing(8)
        self._keys = DeskKeys(work, desk)
        self._keys.setVisible(desk.actor.role in roles_of("rotation.rotate"))
        self.column.addWidget(self._keys)
        self.column.addStretch(1)
        self._idle.edited.connect(self.mark_edited)
        self._cards.clicked.connect(self.mark_edited)
        self.retranslate()
        self.start_from(desk.office)

    def text(self) -> str:
        """What the section is for."""
        return self.tr("When the desk locks itself, which numbers it keeps, and under which keys it lies.")

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
        self._why_not.say(
            self.tr(
                "Brand, last four digits and expiry answer almost every request. Whole card numbers bring the duties "
                "of the Installment Sales Act and of PCI DSS with them, and make a theft far worse. "
                "Leave this off unless a contract forces you."
            )
        )


class DeskKeys(Translated, QWidget):
    """The two acts by which the desk goes under new keys."""

    def __init__(self, work: Background, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("deskKeys")
        self._sheet = Button("replaceSheet", "plain", "file-text")
        self._about_sheet = Paragraph(role="small", tone="dim")
        self._rotate = Button("rotateKeys", "plain", "key-round")
        self._about_keys = Paragraph(role="small", tone="dim")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        grid.setColumnStretch(1, 1)
        for row, (button, about) in enumerate(((self._sheet, self._about_sheet), (self._rotate, self._about_keys))):
            grid.addWidget(button, row, 0)
            grid.addWidget(about, row, 1, Qt.AlignmentFlag.AlignVCenter)
        self._sheet.clicked.connect(lambda: ReplaceSheetDialog(self, work, desk).open())
        self._rotate.clicked.connect(lambda: RotateDialog(self, work).open())
        self.retranslate()

    def retranslate(self) -> None:
        """Set all words."""
        self._sheet.setText(self.tr("Replace the recovery sheet"))
        self._about_sheet.setText(self.tr("When the old one was lost or seen. It then opens nothing any more."))
        self._rotate.setText(self.tr("Rotate the keys now"))
        self._about_keys.setText(self.tr("Once a year, and after a password was changed that may have become known."))
