"""Second page of an import: which column goes to which field."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QComboBox, QGridLayout, QRadioButton, QVBoxLayout, QWidget

from privdesk.domain.batch import BatchKind
from privdesk.domain.text import visible
from privdesk.gui.background import Background
from privdesk.gui.customers.imports.file_page import FilePage
from privdesk.gui.customers.imports.received import ReceivedForm
from privdesk.gui.customers.words import field_name
from privdesk.gui.translation import translated
from privdesk.gui.widgets.card import on_ground, scrolled
from privdesk.gui.widgets.chip import Chip, ChipFace
from privdesk.gui.widgets.choice import Choice
from privdesk.gui.widgets.text import OneLine, Paragraph, Text
from privdesk.gui.widgets.wizard import WizardPage
from privdesk.operations import preview
from privdesk.operations.desk import Desk
from privdesk.operations.preview import Preview

_LOW = 240
_SAMPLES = 3


class CardChoice(QWidget):
    """What becomes of full card numbers: only the last four digits, unless the office keeps them."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        on_ground(self, "band-soon")
        self._text = Paragraph()
        self._cut = QRadioButton()
        self._cut.setObjectName("cardsCut")
        self._keep = QRadioButton()
        self._keep.setObjectName("cardsKeep")
        self._cut.setChecked(True)
        self._keep.setEnabled(desk.office.keeps_card_numbers)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(2)
        for part in (self._text, self._cut, self._keep):
            column.addWidget(part)

    @property
    def keep(self) -> bool:
        """Whether the whole numbers are kept."""
        return self._keep.isChecked()

    def say(self) -> None:
        """Set the words."""
        self._text.setText(self.tr("One column has full card numbers."))
        self._cut.setText(self.tr("Keep only brand, last four digits and expiry (recommended)"))
        allowed = self._desk.office.keeps_card_numbers
        self._keep.setText(
            self.tr("Keep the whole numbers, sealed")
            if allowed
            else self.tr("Keep the whole numbers (a manager has to allow it for the office)")
        )


class MappingPage(WizardPage):
    """Shows every column with its first cells and the field it goes to."""

    def __init__(self, background: Background, first: FilePage, desk: Desk) -> None:
        super().__init__("importMapping")
        self._first = first
        self._boxes: list[QComboBox] = []
        self._choices = QStandardItemModel(self)
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 8, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        self._left_out = Paragraph(role="small", tone="dim")
        self._wrong = Paragraph(tone="late")
        self.cards = CardChoice(desk)
        self.received = ReceivedForm(background, desk)
        self.received.edited.connect(self.ready_changed)
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._grid)
        column.addStretch(1)
        area = scrolled(column, "importMappingArea")
        area.setMinimumHeight(_LOW)
        self.column.addWidget(area, 1)
        for part in (self.received, self._left_out, self.cards, self._wrong):
            self.column.addWidget(part)

    @property
    def preview(self) -> Preview | None:
        """The preview with the mapping as it is now."""
        return self._first.preview

    def enter(self) -> None:
        """Show the columns of the file."""
        self.received.begin()
        self.retranslate()

    def step(self) -> str:
        """The word for the line of steps."""
        return self.tr("Columns")

    def title(self) -> str:
        """The title."""
        return self.tr("Which column is what?")

    def text(self) -> str:
        """What to look at."""
        return self.tr("Recognised by their headers. Change what is wrong; what is not taken stays out of the desk.")

    def ready(self) -> bool:
        """Whether the import makes sense like this."""
        found = self.preview
        return found is not None and found.problem is None and (self.received.isHidden() or self.received.fits())

    def retranslate(self) -> None:
        """Lay the columns out again."""
        while (item := self._grid.takeAt(0)) is not None:
            if part := item.widget():
                part.hide()
                part.deleteLater()
        self._boxes = []
        self._choices.clear()
        if self.preview:
            self._add_choice(self.tr("Not taken"), "")
            for field in self.preview.mapping.fields.headers:
                self._add_choice(field_name(field), field)
            for place in range(len(self.preview.mapping.columns)):
                self._add(place, self.preview)
        self.cards.say()
        self.received.say()
        self._show()

    def _add(self, place: int, found: Preview) -> None:
        column = found.mapping.columns[place]
        samples = [visible(row[place]) for row in found.rows if place < len(row) and row[place].strip()]
        self._grid.addWidget(Text(visible(column.header), "strong"), place, 0)
        sample = OneLine(" · ".join(samples[:_SAMPLES]) if not column.refused else "", tone="dim")
        self._grid.addWidget(sample, place, 1)
        if column.refused:
            self._grid.addWidget(Chip(ChipFace(self.tr("never taken"), "late", "ban")), place, 2)
            return
        box = Choice()
        box.setObjectName(f"column{place}")
        box.setAccessibleName(self.tr("Field for {column}").format(column=visible(column.header)))
        box.setModel(self._choices)
        box.setCurrentIndex(box.findData(column.field))
        box.setMinimumWidth(220)
        box.activated.connect(lambda _: self._choose(place, box.currentData()))
        self._boxes.append(box)
        self._grid.addWidget(box, place, 2)

    def _add_choice(self, text: str, field: str) -> None:
        item = QStandardItem(text)
        item.setData(field, Qt.ItemDataRole.UserRole)
        self._choices.appendRow(item)

    def _choose(self, place: int, field: str) -> None:
        if self.preview:
            self._first.preview = preview.with_field(self.preview, place, field)
            self._show()

    def _show(self) -> None:
        found = self.preview
        if found is None:
            return
        refused = found.mapping.refused
        left_out = [visible(header) for header in found.mapping.not_taken if header not in refused]
        lines = []
        if left_out:
            lines.append(self.tr("Not taken: {columns}").format(columns=", ".join(left_out)))
        if refused:
            text = self.tr("Never taken, because security codes and PINs may not be kept: {columns}")
            lines.append(text.format(columns=", ".join(map(visible, refused))))
        self._left_out.setText("\n".join(lines))
        self._left_out.setVisible(bool(lines))
        self.cards.setVisible("card" in found.mapping.taken)
        self.received.setVisible(found.kind is BatchKind.TRANSACTIONS)
        self._wrong.setText(translated(found.problem) if found.problem else "")
        self._wrong.setVisible(found.problem is not None)
        self.ready_changed.emit()
