"""The sealed numbers of a customer: masked, shown for a reason and for 30 seconds, added and ended."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from privdesk.domain.batch import FieldWarning
from privdesk.domain.particular import Number
from privdesk.domain.text import visible
from privdesk.gui.background import Background
from privdesk.gui.customers.facts import WarningBand
from privdesk.gui.customers.profile_tab import NUMBER_FIELDS
from privdesk.gui.customers.reason import ReasonLine
from privdesk.gui.customers.words import NUMBER, NUMBER_SIGN, day_text, field_name, number_text, origin_text, said
from privdesk.gui.translation import Translated
from privdesk.gui.widgets.button import Button
from privdesk.gui.widgets.card import line, scrolled
from privdesk.gui.widgets.icon import Sign
from privdesk.gui.widgets.masked import MaskedNumber
from privdesk.gui.widgets.text import OneLine, Paragraph, Text
from privdesk.operations import people, waiting
from privdesk.operations.people import Record


class NumberRow(Translated, QWidget):
    """One number with its kind, its last digits, its source, and what can be done with it."""

    end_wanted = Signal(object)

    def __init__(self, background: Background, number: Number) -> None:
        super().__init__()
        self._background = background
        self._number = number
        self._kind = Text(role="strong")
        self._detail = OneLine(tone="dim")
        self._origin = Text(role="small", tone="dim")
        self._note = Text(role="small", tone="soon" if not number.sound else "dim")
        self._end = Button(f"endNumber_{number.id}", "link")
        self.masked = MaskedNumber(f"number_{number.id}")
        self.masked.set_masked(f"•••• {visible(number.last4)}")
        self._last = Text(f"•••• {visible(number.last4)}")
        # to show the other here, where it lies in nothing yet, would open it as a window
        (self._last if number.sealed else self.masked).hide()
        self.ask = ReasonLine(f"reveal_{number.id}")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 8)
        column.setSpacing(4)
        column.addLayout(line(Sign(NUMBER_SIGN[number.kind]), self._kind, self._detail, self._origin, spacing=8))
        column.addLayout(line(26, self.masked, self._last, self._note, None, self._end, spacing=8))
        column.addWidget(self.ask)
        self.masked.reveal_wanted.connect(self.ask.ask)
        self.masked.copy_wanted.connect(self._copy)
        self.ask.given.connect(self._reveal)
        self._end.clicked.connect(lambda: self.end_wanted.emit(number))
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words."""
        number = self._number
        self._kind.setText(said(NUMBER[number.kind]))
        self._detail.setText(visible(number_text(number)))
        self._origin.setText(origin_text(number.origin))
        self._end.setText(self.tr("Use again") if number.until else self.tr("End its use"))
        self._note.setText(self._note_text())
        self._note.setVisible(bool(self._note.text()))

    def _note_text(self) -> str:
        number = self._number
        if number.until:
            return self.tr("in use until {day}").format(day=day_text(number.until))
        if not number.sound:
            return self.tr("fails its check – ask the customer")
        return "" if number.sealed else self.tr("only these digits are kept")

    def _reveal(self, reason: str) -> None:
        self._background.write(self, people.reveal, self._number.id, reason, then=self.masked.reveal)

    def _copy(self) -> None:
        self._background.write(self, people.copied, self._number.id, then=lambda _logged: self.masked.copy())


class NumberWarning(Translated, QWidget):
    """A number that an import could not read; its text is sealed and shown for a reason."""

    def __init__(self, background: Background, warning: FieldWarning) -> None:
        super().__init__()
        self._background = background
        self._warning = warning
        self._kind = Text(role="strong")
        self.band = WarningBand(warning)
        self.masked = MaskedNumber(f"warned_{warning.id}")
        self.masked.set_masked(visible(warning.raw))
        self.masked.setVisible(warning.sealed)
        self.ask = ReasonLine(f"revealWarning_{warning.id}")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 8)
        column.setSpacing(4)
        column.addLayout(line(Sign("triangle-alert", "soon"), self._kind, self.masked, None, spacing=8))
        column.addWidget(self.band)
        column.addWidget(self.ask)
        self.masked.reveal_wanted.connect(self.ask.ask)
        self.masked.copy_wanted.connect(self._copy)
        self.ask.given.connect(self._reveal)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words."""
        self._kind.setText(field_name(self._warning.field))

    def _reveal(self, reason: str) -> None:
        self._background.write(self, waiting.reveal_warning, self._warning.id, reason, then=self.masked.reveal)

    def _copy(self) -> None:
        self._background.write(self, waiting.copied, self._warning.id, then=lambda _logged: self.masked.copy())


class NumbersTab(Translated, QWidget):
    """All numbers of a customer; those no longer in use come last.

    `add_wanted` with the warning that the new number settles, or None.
    """

    add_wanted = Signal(object)
    settle_wanted = Signal(object)

    def __init__(self, background: Background) -> None:
        super().__init__()
        self.setObjectName("customerNumbers")
        self._background = background
        self._none = Paragraph(tone="dim")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        self._add = Button("addNumber", "plain", "plus")
        inner = QVBoxLayout()
        inner.setContentsMargins(0, 12, 8, 8)
        inner.setSpacing(8)
        inner.addWidget(self._none)
        inner.addLayout(self._rows)
        inner.addWidget(self._add, alignment=Qt.AlignmentFlag.AlignLeft)
        inner.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(inner, "customerNumbersArea"))
        self._add.clicked.connect(lambda: self.add_wanted.emit(None))
        self.retranslate()

    def show_record(self, record: Record) -> None:
        """Show a record's numbers, all of them hidden."""
        while (item := self._rows.takeAt(0)) is not None:
            if part := item.widget():
                part.hide()
                part.deleteLater()
        numbers = sorted(record.person.numbers, key=lambda number: number.until is not None)
        for number in numbers:
            row = NumberRow(self._background, number)
            row.end_wanted.connect(self._end)
            self._rows.addWidget(row)
        warnings = [one for one in record.warnings if one.field in NUMBER_FIELDS and one.mended_at is None]
        for warning in warnings:
            warned = NumberWarning(self._background, warning)
            warned.band.mend_wanted.connect(self.add_wanted)
            warned.band.settle_wanted.connect(self.settle_wanted)
            self._rows.addWidget(warned)
        self._none.setVisible(not numbers and not warnings)

    def hide_numbers(self) -> None:
        """Hide whatever shows, as when the record is left."""
        for masked in self.findChildren(MaskedNumber):
            masked.hide_number()

    def retranslate(self) -> None:
        """Set the words."""
        self._none.setText(self.tr("No bank account, card or driver's licence is kept of this customer."))
        self._add.setText(self.tr("Add a number"))

    def _end(self, number: Number) -> None:
        self._background.write(self, partial(people.end_number, ended=number.until is None), number.id)
