"""A field to search in while typing; an unfinished composition of the input method searches nothing."""

import time

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QHideEvent, QInputMethodEvent, QKeyEvent, Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from privdesk.gui.widgets.icon import icon

_PAUSE = 120
_SETTLED = 1500
# so soon nobody has read what a text found: who types on is still at the same search
_TYPED_ON = 0.5
_ARROWS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class SearchField(QLineEdit):
    """Emits `searched` with the text shortly after the last letter, `entered` on Enter, `moved` by an arrow.

    `settled` when a text has stood for a while after it was searched, or sooner when another text follows or the field
    goes away; who listens reads of the query as it is then.
    """

    searched = Signal(str)
    settled = Signal()
    entered = Signal()
    moved = Signal(int)
    left = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("kind", "search")
        self.setClearButtonEnabled(True)
        self.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self._composing = False
        self._last = ""
        self._searched_at = 0.0
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._search)
        self._rest = QTimer(self, singleShot=True, interval=_SETTLED)
        self._rest.timeout.connect(self.settled)
        self.textChanged.connect(self._pause.start)
        self.textChanged.connect(self._type_on)

    def say(self, placeholder: str) -> None:
        """Set the words of the empty field, which are also its name."""
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)

    def show_text(self, text: str) -> None:
        """Put in what is searched already; what stood here before cannot be brought back by Ctrl+Z."""
        self.settle()
        self._last = text
        self.setText(text)
        self._pause.stop()
        if text.strip():
            self._rest.start()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Note whether a composition is under way."""
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """The screen is left."""
        self.settle()
        super().hideEvent(event)

    def settle(self) -> None:
        """End a search that has not come to rest yet, as when the desk is about to be locked."""
        if self._rest.isActive():
            self._rest.stop()
            self.settled.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, Down and Escape, unless they belong to the composition."""
        if self._composing:
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._search()
            self.entered.emit()
        elif event.key() in _ARROWS:
            self.moved.emit(_ARROWS[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Escape:
            if self.text():
                self.clear()
            else:
                event.ignore()  # an empty field leaves it to the dialog around it
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keep Escape for clearing the field, whatever else it means in the window."""
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def _type_on(self, text: str) -> None:
        if not (text.startswith(self._last) and time.monotonic() - self._searched_at < _TYPED_ON):
            self.settle()
        self._rest.stop()

    def _search(self) -> None:
        self._pause.stop()
        if not self._composing and self.text() != self._last:
            self._last = self.text()
            self.searched.emit(self._last)
            self._searched_at = time.monotonic()
            if self._last.strip():
                self._rest.start()
