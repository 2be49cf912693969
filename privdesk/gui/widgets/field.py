"""One entry of a form: label above, editor, and below it a hint, a warning or what is wrong."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from privdesk.domain.deskerror import DeskError
from privdesk.gui.translation import translated
from privdesk.gui.widgets.text import Paragraph, Text

Check = Callable[[str], str]
Sentence = str | Callable[[], str]


class Field(QWidget):
    """Holds a line, a choice or a text; checked when it is left, never in the way of a draft.

    `check` takes the text and returns a sentence to show as a warning, or raises a DeskError whose sentence is shown as
    what is wrong; an empty sentence means that all is well. What is held already is never refused, only warned of.
    """

    edited = Signal()

    def __init__(self, name: str, editor: QWidget | None = None, check: Check | None = None) -> None:
        super().__init__()
        self.setObjectName(f"{name}Field")
        self.editor = editor or QLineEdit()
        self.editor.setObjectName(name)
        self.editor.setProperty("state", "")  # known from the first on, so that it is not polished twice
        self._check = check
        self._held: frozenset[str] = frozenset()
        self._hint = ""
        self._said: Callable[[], str] = str
        self._wrong = False
        self._label = Text(role="small", tone="dim")
        self._label.setBuddy(self.editor)
        self._label.hide()
        self._line = Paragraph(role="small", tone="dim")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._label)
        column.addWidget(self.editor)
        column.addWidget(self._line)
        column.addStretch(1)
        if isinstance(self.editor, QPlainTextEdit):
            self.editor.setFixedHeight(96)
            self.editor.setTabChangesFocus(True)
        self.editor.installEventFilter(self)
        self._connect()
        self._say("", "")

    def say(self, label: str, hint: str = "", placeholder: str = "") -> None:
        """Set the words of the label, of the hint below, and of the empty editor."""
        self._label.setText(label)
        self._label.setVisible(bool(label))
        self.editor.setAccessibleName(label)
        self._hint = hint
        if isinstance(self.editor, QLineEdit | QPlainTextEdit):
            self.editor.setPlaceholderText(placeholder)
        if self.editor.property("state"):
            self._show(self._said(), self.editor.property("state"))
        else:
            self._say("", "")

    def keep_room(self, lines: int) -> None:
        """Hold room for so many lines below the editor, so that what is said there moves nothing."""
        self._line.keep_room(lines)

    def text(self) -> str:
        """What stands in the editor; of a choice its data, else its words."""
        if isinstance(self.editor, QComboBox):
            data = self.editor.currentData()
            return self.editor.currentText() if data is None else str(data)
        if isinstance(self.editor, QPlainTextEdit):
            return self.editor.toPlainText()
        return self.editor.text() if isinstance(self.editor, QLineEdit) else ""

    def set_text(self, text: str) -> None:
        """Put `text` into the editor; of a choice the entry with that data."""
        if isinstance(self.editor, QComboBox):
            self.editor.setCurrentIndex(max(0, self.editor.findData(text)))
        elif isinstance(self.editor, QPlainTextEdit):
            self.editor.setPlainText(text)
        elif isinstance(self.editor, QLineEdit):
            self.editor.setText(text)
        self._say("", "")

    def hold(self, *texts: str) -> None:
        """Know what the record says already: whatever is wrong with it stands there as a warning, in nobody's way."""
        self._held = frozenset(filter(None, texts))

    def check(self) -> bool:
        """Look at what was entered; False where something is wrong, a warning does not count."""
        self._wrong = False
        try:
            warning = self._check(self.text()) if self._check else ""
            self._say(warning, "soon" if warning else "")
        except DeskError as error:
            if self.text() in self._held:
                self.show_warning(partial(translated, error))
            else:
                self.show_wrong(partial(translated, error))
        return not self._wrong

    def show_note(self, sentence: str) -> None:
        """Say in the line below how the entry was understood."""
        self._say(sentence, "")

    def show_warning(self, sentence: Sentence) -> None:
        """Say what is odd about the entry and stands in nobody's way."""
        self._say(sentence, "soon")

    def show_wrong(self, sentence: Sentence) -> None:
        """Say what is wrong and how to mend it, as when saving was refused; asked for again in another language."""
        self._wrong = True
        self._say(sentence, "late")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Check when the editor is left."""
        if event.type() == QEvent.Type.FocusOut:
            self.check()
        return False

    def _connect(self) -> None:
        if isinstance(self.editor, QLineEdit):
            self.editor.textEdited.connect(self.edited)
        elif isinstance(self.editor, QPlainTextEdit):
            self.editor.textChanged.connect(self.edited)
        elif isinstance(self.editor, QComboBox):
            self.editor.activated.connect(self.edited)

    def _say(self, sentence: Sentence, state: str) -> None:
        self._said = partial(str, sentence) if isinstance(sentence, str) else sentence
        self._show(self._said(), state)

    def _show(self, sentence: str, state: str) -> None:
        self._line.setText(sentence or self._hint)
        self._line.set_tone(state or "dim")
        self._line.setVisible(bool(sentence or self._hint))
        self.editor.setAccessibleDescription(sentence or self._hint)
        if self.editor.property("state") != state:
            self.editor.setProperty("state", state)
            self.editor.style().unpolish(self.editor)
            self.editor.style().polish(self.editor)
