"""Forms: fields under each other or in columns, checked together on saving, fit for keeping as a draft."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from privdesk.gui.widgets.field import Field


class Form(QWidget):
    """Fields by name in a grid of two columns; `edited` after each change by the user."""

    edited = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.fields: dict[str, Field] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(12)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)

    def add(self, *fields: Field) -> None:
        """Put one field across the form, or two side by side."""
        row = self._grid.rowCount()
        span = 2 if len(fields) == 1 else 1
        for place, field in enumerate(fields):
            self._grid.addWidget(field, row, place, 1, span)
            self._take(field)

    def add_narrow(self, narrow: Field, wide: Field) -> QWidget:
        """Put a narrow field and a wide one side by side; returns the line they stand in."""
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        for field, share in ((narrow, 2), (wide, 5)):
            row.addWidget(field, share)
            self._take(field)
        self.add_part(both)
        return both

    def add_part(self, part: QWidget) -> None:
        """Put something that is no field, such as a heading, across the form."""
        self._grid.addWidget(part, self._grid.rowCount(), 0, 1, 2)

    def texts(self) -> dict[str, str]:
        """What stands in every field, by name; a draft is exactly this."""
        return {name: field.text() for name, field in self.fields.items()}

    def set_texts(self, texts: dict[str, str]) -> None:
        """Fill the fields; what is not named becomes empty."""
        for name, field in self.fields.items():
            field.set_text(texts.get(name, ""))

    def hold(self, texts: Mapping[str, str]) -> None:
        """Know what the record says already, field by field."""
        for name, field in self.fields.items():
            field.hold(texts.get(name, ""))

    def check(self) -> bool:
        """Check all fields and go to the first where something is wrong; True where nothing is."""
        wrong = [field for field in self.fields.values() if not field.check()]
        if wrong:
            wrong[0].editor.setFocus()
        return not wrong

    def _take(self, field: Field) -> None:
        self.fields[field.editor.objectName()] = field
        field.edited.connect(self.edited)
