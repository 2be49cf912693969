"""What is held, line by line: label, value, where it came from, and what an import could not read."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from privdesk.domain.batch import FieldWarning
from privdesk.domain.text import visible
from privdesk.gui.customers.words import fault_text
from privdesk.gui.translation import Translated
from privdesk.gui.widgets.button import Button
from privdesk.gui.widgets.card import line, on_ground
from privdesk.gui.widgets.icon import Sign
from privdesk.gui.widgets.text import Paragraph, Text


@dataclass(frozen=True)
class Fact:
    """One line; `warnings` are those of an import about this field."""

    label: str
    value: str
    origin: str = ""
    warnings: tuple[FieldWarning, ...] = ()


class WarningBand(Translated, QWidget):
    """A field that an import could not read: its text, why, and the way to mend it."""

    mend_wanted = Signal(object)
    settle_wanted = Signal(object)

    def __init__(self, warning: FieldWarning, *, mendable: bool = True) -> None:
        super().__init__()
        on_ground(self, "band-soon")
        self._warning = warning
        self._text = Paragraph(role="small")
        self._mend = Button(f"mend_{warning.id}", "link")
        self._mend.setVisible(mendable)
        self._settle = Button(f"settle_{warning.id}", "link")
        row = line(Sign("triangle-alert", "soon", 16), spacing=8)
        row.setContentsMargins(8, 4, 8, 4)
        row.addWidget(self._text, 1)
        row.addWidget(self._mend)
        row.addWidget(self._settle)
        self.setLayout(row)
        self._mend.clicked.connect(lambda: self.mend_wanted.emit(warning))
        self._settle.clicked.connect(lambda: self.settle_wanted.emit(warning))
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words."""
        came, why = " ".join(visible(self._warning.raw).split()), fault_text(self._warning.fault)
        self._text.setText(self.tr("In the file: “{text}”. {why}").format(text=came, why=why) if came else why)
        self._mend.setText(self.tr("Mend"))
        self._settle.setText(self.tr("Leave it so"))


class Facts(QWidget):
    """A grid of facts; a warning stands below its value."""

    mend_wanted = Signal(object)
    settle_wanted = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnMinimumWidth(0, 108)
        self._grid.setColumnStretch(1, 1)

    def set_facts(self, facts: Sequence[Fact]) -> None:
        """Show these lines in place of the others."""
        while (item := self._grid.takeAt(0)) is not None:
            if part := item.widget():
                part.hide()
                part.deleteLater()
        row = 0
        for fact in facts:
            row = self._add(row, fact)

    def _add(self, row: int, fact: Fact) -> int:
        top = Qt.AlignmentFlag.AlignTop
        value = Paragraph(fact.value or "–", tone="" if fact.value else "dim")
        value.setAccessibleName(f"{fact.label}: {fact.value}")
        self._grid.addWidget(Text(fact.label, "small", "dim"), row, 0, top)
        self._grid.addWidget(value, row, 1)
        self._grid.addWidget(Text(fact.origin, "small", "dim"), row, 2, top | Qt.AlignmentFlag.AlignRight)
        for warning in fact.warnings:
            row += 1
            band = WarningBand(warning)
            band.mend_wanted.connect(self.mend_wanted)
            band.settle_wanted.connect(self.settle_wanted)
            self._grid.addWidget(band, row, 1, 1, 2)
        return row + 1
