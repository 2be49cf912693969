"""How a table is read: its encoding and what stands between its columns, or which sheet of a workbook."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from privdesk.domain.text import visible
from privdesk.gui.widgets.choice import Choice
from privdesk.gui.widgets.field import Field
from privdesk.operations import preview
from privdesk.operations.preview import Look, Sheet


class HowRead(QWidget):
    """Three choices, recognised unless somebody chooses; of those a file does not have none shows."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._encoding = Field("importEncoding", Choice())
        self._delimiter = Field("importDelimiter", Choice())
        self._sheet = Field("importSheet", Choice())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        for field, values in (
            (self._encoding, ("", *preview.ENCODINGS)),
            (self._delimiter, ("", *preview.DELIMITERS)),
            (self._sheet, ()),
        ):
            _fill(field, [(value, value) for value in values])
            row.addWidget(field, 1)
            field.edited.connect(self.edited)
        self.set_sheets(())

    @property
    def chosen(self) -> tuple[str | None, str | None, int | None]:
        """Encoding, delimiter and sheet, None where they are recognised."""
        sheet = self._sheet.text()
        return self._encoding.text() or None, self._delimiter.text() or None, int(sheet) if sheet else None

    def reset(self) -> None:
        """Recognise everything."""
        for field in (self._encoding, self._delimiter):
            field.set_text("")
        self.set_sheets(())

    def set_sheets(self, sheets: Sequence[Sheet], chosen: int = 0) -> None:
        """Offer the sheets of a workbook; without any it is a table of text."""
        _fill(self._sheet, [(visible(sheet.name), str(place)) for place, sheet in enumerate(sheets)])
        self._sheet.set_text(str(chosen))
        self._sheet.setVisible(len(sheets) > 1)
        for field in (self._encoding, self._delimiter):
            field.setVisible(not sheets)

    def say(self, look: Look | None) -> None:
        """Set the words, and what was recognised of a table."""
        self._encoding.say(self.tr("Encoding"))
        self._delimiter.say(self.tr("Between the columns"))
        self._sheet.say(self.tr("Sheet"))
        signs = {",": self.tr("Comma"), "\t": self.tr("Tab"), ";": self.tr("Semicolon")}
        encoding = look.encoding if look and not self._encoding.text() else ""
        sign = signs.get(look.delimiter, "") if look and not self._delimiter.text() else ""
        _say(self._encoding, self._recognised(encoding))
        _say(self._delimiter, self._recognised(sign), *(signs[each] for each in preview.DELIMITERS))

    def _recognised(self, name: str) -> str:
        return self.tr("Recognised: {name}").format(name=name) if name else self.tr("Recognise")


def _fill(field: Field, choices: Sequence[tuple[str, str]]) -> None:
    assert isinstance(field.editor, QComboBox)
    field.editor.clear()
    for text, value in choices:
        field.editor.addItem(text, value)


def _say(field: Field, *texts: str) -> None:
    assert isinstance(field.editor, QComboBox)
    for place, text in enumerate(texts):
        field.editor.setItemText(place, text)
