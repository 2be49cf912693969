"""The groups of a recovery sheet typed back, each judged by itself, whatever the case, width or spaces."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QWidget

from privdesk.domain.errors import DeskError
from privdesk.gui.theme import font
from privdesk.gui.translation import Translated
from privdesk.gui.widgets.icon import Sign
from privdesk.gui.widgets.text import Text
from privdesk.operations.desks import Sheet

_PER_ROW = 4


class SheetGroups(Translated, QWidget):
    """One small field for each group, numbered and laid out as on the sheet.

    A full group leads on to the next field; a paste of several fills several. Groups of another sheet than `sheet`,
    which nobody here knows, are right where their check sign is.
    """

    edited = Signal()

    def __init__(self, sheet: Sheet, *, another: bool = False) -> None:
        super().__init__()
        self.setObjectName("sheetGroups")
        self._sheet = sheet
        self._another = another
        self._length = len(sheet.groups[0])
        self._fields = [QLineEdit() for _ in sheet.groups]
        self._numbers = [Text(str(number), "small", "dim") for number in range(1, len(sheet.groups) + 1)]
        self._signs = [Sign("", side=16) for _ in sheet.groups]
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(10)
        for place, field in enumerate(self._fields):
            field.setObjectName(f"group{place + 1}")
            field.installEventFilter(self)
            field.textEdited.connect(lambda _text, place=place: self._take(place))
            grid.addLayout(self._cell(place), place // _PER_ROW, place % _PER_ROW)
        self.retranslate()

    def wrong(self) -> list[int]:
        """The numbers of the groups that are not as on the sheet yet, empty ones too."""
        return [place + 1 for place in range(len(self._fields)) if not self._is_right(place)]

    def started(self) -> bool:
        """Whether anything was typed."""
        return any(field.text().strip() for field in self._fields)

    def typed(self) -> str:
        """All groups as typed."""
        return " ".join(field.text() for field in self._fields)

    def focus_first(self) -> None:
        """Put the cursor into the first group that is not right."""
        wrong = self.wrong()
        field = self._fields[wrong[0] - 1 if wrong else -1]
        field.setFocus()
        field.selectAll()

    def mark_wrong(self) -> None:
        """Mark every group that is not right, also those that are not full yet."""
        for place in range(len(self._fields)):
            self._show(place, final=True)

    def retranslate(self) -> None:
        """Set the name of each field."""
        for place, field in enumerate(self._fields, start=1):
            field.setAccessibleName(self.tr("Group {number}").format(number=place))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Backspace in an empty group goes back to the one before; a group that is left is judged."""
        if watched in self._fields:
            place = self._fields.index(watched)
            if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
                return self._went_back(place, event)
            if event.type() == QEvent.Type.FocusOut and self._fields[place].text():
                self._show(place, final=True)
        return False

    def _cell(self, place: int) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        self._numbers[place].setMinimumWidth(QFontMetrics(font("small")).horizontalAdvance("00") + 2)
        self._numbers[place].setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._numbers[place].setBuddy(self._fields[place])
        row.addWidget(self._numbers[place])
        row.addWidget(self._fields[place], 1)
        row.addWidget(self._signs[place])
        return row

    def _went_back(self, place: int, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Backspace and place and not self._fields[place].text():
            self._fields[place - 1].setFocus()
            return True
        return False

    def _take(self, place: int) -> None:
        """Something was typed or pasted; what is longer than a group flows on into the next fields."""
        text = self._fields[place].text()
        parts = text.split()
        if len(parts) > 1 and len("".join(parts)) > self._length:
            rest = parts
        else:
            signs = "".join(sign for sign in text if sign.isalnum())
            rest = [signs[start : start + self._length] for start in range(0, len(signs), self._length)]
        if len(rest) > 1:
            for offset, part in enumerate(rest[: len(self._fields) - place]):
                self._fields[place + offset].setText(part)
                self._show(place + offset, final=False)
            place = min(place + len(rest), len(self._fields)) - 1
        self._show(place, final=False)
        if self._is_full(place) and place + 1 < len(self._fields):
            self._fields[place + 1].setFocus()
        self.edited.emit()

    def _is_full(self, place: int) -> bool:
        return sum(sign.isalnum() for sign in self._fields[place].text()) >= self._length

    def _is_right(self, place: int) -> bool:
        """Put what was typed among the sheet's own groups: then only this one can be wrong."""
        parts = [*self._sheet.groups]
        parts[place] = self._fields[place].text()
        try:
            return self._sheet.is_typed(" ".join(parts)) or self._another
        except DeskError:
            return False

    def _show(self, place: int, *, final: bool) -> None:
        right = self._is_right(place)
        judged = right or final or self._is_full(place)
        sign = ("check", "done") if right else ("triangle-alert", "late")
        self._signs[place].set_sign(sign[0] if judged else "", sign[1])
        field = self._fields[place]
        field.setAccessibleDescription("" if right or not judged else self.tr("Not as on the sheet"))
        state = "late" if judged and not right else ""
        if field.property("state") != state:
            field.setProperty("state", state)
            field.style().unpolish(field)
            field.style().polish(field)
