"""Every field of two records beside each other, with the choice where only one value can be in use."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QRadioButton, QWidget

from privdesk.domain.change import written
from privdesk.domain.merge import FIELDS, IN_USE, FieldPair
from privdesk.domain.person import Person
from privdesk.domain.text import visible
from privdesk.gui.customers.words import field_name, value_text
from privdesk.gui.translation import Translated
from privdesk.gui.widgets.chip import Chip, ChipFace
from privdesk.gui.widgets.text import Paragraph, Text
from privdesk.operations.sameness import Comparison

# what goes with the choice of another field
_GOES_WITH = {"kana": "name", "postal": "address", "mailing_postal": "mailing_address"}
_CHOSEN = {*FIELDS, *IN_USE}
# so high that the sign of a choice stands beside the first line of its words
_LINE = 20


class SamenessFields(Translated, QWidget):
    """Three columns: the field, the first record, the second; above them which of both stays."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("samenessFields")
        self._found: Comparison | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(2, 1)
        self._stays: tuple[QRadioButton, ...] = ()
        self._choice: dict[str, QRadioButton] = {}
        self._labels: list[tuple[Text, str]] = []
        self._chips: list[Chip] = []

    @property
    def keeps_first(self) -> bool:
        """Whether the first record is the one that stays."""
        return not self._stays or self._stays[0].isChecked()

    def taken(self) -> frozenset[str]:
        """The fields in which the value of the record that goes is the one in use."""
        chosen = {name for name, first in self._choice.items() if first.isChecked() is not self.keeps_first}
        return frozenset(chosen)

    def show_both(self, found: Comparison) -> None:
        """Show two records; what they say alike is dim."""
        self._found = found
        self._stays = self._choose("stays", 0, (found.one, found.other))
        for pair in found.fields:
            texts = tuple(_text(pair.name, value) for value in (pair.kept, pair.gone))
            if any(texts):
                self._add(pair, texts[0], texts[1])
        self.retranslate()

    def retranslate(self) -> None:
        """Say the names of the fields and of the choices."""
        for label, name in self._labels:
            label.setText(field_name(name))
        for radio, person in zip(self._stays, self._people(), strict=False):
            number = visible(person.number) or self.tr("no customer number")
            radio.setText(self.tr("{number} stays").format(number=number))
            radio.setAccessibleName(radio.text())
        for chip in self._chips:
            chip.set_face(self._face(both=chip.property("stays") == "both"))

    def _people(self) -> tuple[Person, ...]:
        return (self._found.one, self._found.other) if self._found else ()

    def _choose(self, name: str, row: int, both: tuple[Person, Person]) -> tuple[QRadioButton, ...]:
        group = QButtonGroup(self)
        made = tuple(QRadioButton() for _ in both)
        for place, radio in enumerate(made):
            radio.setObjectName(f"{name}{place}")
            group.addButton(radio)
            self._grid.addWidget(radio, row, place + 1)
        made[0].setChecked(True)
        return made

    def _add(self, pair: FieldPair, one: str, other: str) -> None:
        row = self._grid.rowCount()
        label = Text(role="small", tone="dim")
        self._labels.append((label, pair.name))
        self._grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
        chosen = pair.differs and pair.name in _CHOSEN
        group = QButtonGroup(self)
        for place, text in enumerate((one, other)):
            cell = QHBoxLayout()
            cell.setSpacing(6)
            if chosen:
                radio = QRadioButton()
                radio.setObjectName(f"{pair.name}{place}")
                radio.setAccessibleName(f"{field_name(pair.name)}: {text}")
                group.addButton(radio)
                radio.setChecked(pair.takes is (place == 1))
                radio.setFixedHeight(_LINE)
                cell.addWidget(radio, 0, Qt.AlignmentFlag.AlignTop)
                if not place:
                    self._choice[pair.name] = radio
            said = Paragraph(text or "–", "strong" if one != other else "body", "" if one != other else "dim")
            cell.addWidget(said, 1, Qt.AlignmentFlag.AlignTop)
            self._grid.addLayout(cell, row, place + 1)
        if one != other:
            self._mark(row, pair)

    def _mark(self, row: int, pair: FieldPair) -> None:
        """What differs and has no choice of its own is kept of both."""
        both = pair.name not in _CHOSEN and pair.name not in _GOES_WITH
        chip = Chip(self._face(both=both))
        chip.setProperty("stays", "both" if both else "one")
        self._chips.append(chip)
        self._grid.addWidget(chip, row, 3, Qt.AlignmentFlag.AlignTop)

    def _face(self, *, both: bool) -> ChipFace:
        return (
            ChipFace(self.tr("both stay"), "done", "plus") if both else ChipFace(self.tr("differs"), "accent", "pencil")
        )


def _text(name: str, value: object) -> str:
    lines = value_text(name, written(value)).splitlines()
    return " ".join(map(visible, lines))
