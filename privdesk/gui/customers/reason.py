"""Asking for a reason: in a line of its own below what it is about, or in a dialog."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from privdesk.domain.errors import DeskError
from privdesk.gui.reasonfield import checked_reason
from privdesk.gui.theme import size
from privdesk.gui.translation import Translated, translated
from privdesk.gui.widgets.button import Button
from privdesk.gui.widgets.card import line
from privdesk.gui.widgets.dialog import Dialog
from privdesk.gui.widgets.field import Field
from privdesk.operations.people import needed_reason


class ReasonLine(Translated, QWidget):
    """One line for a reason of ten characters or more; Enter gives it, Escape closes the line."""

    given = Signal(str)
    closed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._edit = QLineEdit()
        self.field = Field(f"{name}Reason", self._edit)
        self._give = Button(f"{name}Give", "primary")
        self._close = Button(f"{name}Close", "quiet")
        row = line(spacing=8)
        row.addWidget(self.field, 1)
        for button in (self._give, self._close):
            below_label = QVBoxLayout()
            below_label.addSpacing(size("small") + 13)
            below_label.addWidget(button)
            below_label.addStretch(1)
            row.addLayout(below_label)
        self.setLayout(row)
        self._edit.returnPressed.connect(self._try)
        self._give.clicked.connect(self._try)
        self._close.clicked.connect(self.close_line)
        self.hide()
        self.retranslate()

    def ask(self) -> None:
        """Open the line, empty."""
        self.field.set_text("")
        self.show()
        self._edit.setFocus()

    def close_line(self) -> None:
        """Close the line; nothing was asked for."""
        self.hide()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes the line."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_line()
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Set the words."""
        self.field.say(
            self.tr("Why do you need the number? It goes into the log."),
            self.tr("10 characters or more"),
            self.tr("e.g. refund of order 1234"),
        )
        self._give.setText(self.tr("Show"))
        self._close.setText(self.tr("Cancel"))

    def _try(self) -> None:
        try:
            reason = needed_reason(self._edit.text())
        except DeskError as error:
            self.field.show_wrong(translated(error))
            return
        self.hide()
        self.given.emit(reason)


class ReasonDialog(Dialog):
    """Asks for a reason before something is done; title, text, verb and label are given by who asks."""

    given = Signal(str)

    def __init__(
        self, name: str, parent: QWidget, words: Callable[[], tuple[str, str, str, str]], *, danger: bool = False
    ) -> None:
        super().__init__(name, parent, danger=danger)
        self._words = words
        self.reason = Field(f"{name}Reason", QPlainTextEdit(), check=checked_reason)
        self.column.addWidget(self.reason)
        self.retranslate()
        self.reason.editor.setFocus()

    def try_accept(self) -> None:
        """Give the reason and close, if it says anything."""
        if self.reason.check():
            self.given.emit(self.reason.text().strip())
            self.accept()

    def retranslate(self) -> None:
        """Set the words."""
        title, text, verb, label = self._words()
        self.say(title, text, verb)
        self.reason.say(label)
