"""Forms: fields under each other or in columns, checked together on saving, fit for keeping as a draft."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

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
            self.fields[field.editor.objectName()] = field
            self._grid.addWidget(field, row, place, 1, span)
            field.edited.connect(self.edited)

    def texts(self) -> dict[str, str]:
        """What stands in every field, by name; a draft is exactly this."""
        return {name: field.text() for name, field in self.fields.items()}

    def set_texts(self, texts: dict[str, str]) -> None:
        """Fill the fields; what is not named becomes empty."""
        for name, field in self.fields.items():
            field.set_text(texts.get(name, ""))

    def check(self) -> bool:
        """Check all fields and go to the first where something is wrong; True where nothing is."""
        wrong = [field for field in self.fields.values() if not field.check()]
        if wrong:
            wrong[0].editor.setFocus()
        return not wrong
