"""Two people changed one record: both values of each field side by side, and the choice between them."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QRadioButton, QWidget

from privdesk.domain.person import Profile
from privdesk.domain.text import visible
from privdesk.gui.customers.words import field_name, value_text
from privdesk.gui.widgets.dialog import Dialog
from privdesk.gui.widgets.text import Paragraph, Text


class ConflictDialog(Dialog):
    """`chosen` with the profile put together; what only one of both changed is chosen beforehand."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget, base: Profile, mine: Profile, theirs: Profile) -> None:
        super().__init__("conflictDialog", parent)
        self.setMinimumWidth(680)
        self._mine, self._theirs = mine, theirs
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(10)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(2, 1)
        self._heads = (Text(role="small", tone="dim"), Text(role="small", tone="dim"))
        for place, head in enumerate(self._heads, start=1):
            self._grid.addWidget(head, 0, place)
        self._keep: dict[str, QRadioButton] = {}
        self._labels: dict[str, Text] = {}
        for name in differing(mine, theirs):
            self._add(name, mine_first=getattr(mine, name) != getattr(base, name))
        self.column.addLayout(self._grid)
        self.retranslate()

    def try_accept(self) -> None:
        """Put the profile together from the choices."""
        kept = {name: getattr(self._mine, name) for name, radio in self._keep.items() if radio.isChecked()}
        self.chosen.emit(replace(self._theirs, source=self._mine.source, **kept))
        self.accept()

    def retranslate(self) -> None:
        """Set the words."""
        self.say(
            self.tr("Somebody else changed this record meanwhile"),
            self.tr("Nothing was overwritten. Choose which value each field shall have."),
            self.tr("Save the chosen values"),
        )
        self._heads[0].setText(self.tr("Yours"))
        self._heads[1].setText(self.tr("Saved meanwhile"))
        for name, label in self._labels.items():
            label.setText(field_name(name))

    def _add(self, name: str, *, mine_first: bool) -> None:
        row = self._grid.rowCount()
        self._labels[name] = Text(role="small", tone="dim")
        self._grid.addWidget(self._labels[name], row, 0)
        group = QButtonGroup(self)
        for place, profile in enumerate((self._mine, self._theirs), start=1):
            radio = QRadioButton()
            radio.setObjectName(f"{name}{'Mine' if place == 1 else 'Theirs'}")
            text = _text(name, profile)
            radio.setAccessibleName(f"{field_name(name)}: {text}")
            cell = QGridLayout()
            cell.addWidget(radio, 0, 0)
            cell.addWidget(Paragraph(text or "–"), 0, 1)
            cell.setColumnStretch(1, 1)
            self._grid.addLayout(cell, row, place)
            group.addButton(radio)
            radio.setChecked(mine_first is (place == 1))
            if place == 1:
                self._keep[name] = radio


def differing(mine: Profile, theirs: Profile) -> list[str]:
    """The fields in which two profiles differ, in the order of the form."""
    names = [name for name in Profile.__dataclass_fields__ if name != "source"]
    return [name for name in names if getattr(mine, name) != getattr(theirs, name)]


def _text(name: str, profile: Profile) -> str:
    value = getattr(profile, name)
    text = "、".join(value) if isinstance(value, tuple) else "" if value is None else str(value)
    return " ".join(visible(line) for line in value_text(name, text).splitlines())
