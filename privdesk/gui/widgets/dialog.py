"""The base of all dialogs: opened with `open()`, answered by a signal, gone when closed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from privdesk.domain.deskerror import DeskError
from privdesk.gui.translation import Translated, translated
from privdesk.gui.widgets.button import Button
from privdesk.gui.widgets.card import line
from privdesk.gui.widgets.text import Paragraph, Text


class Dialog(Translated, QDialog):
    """Title, explanation, contents in `column`, what went wrong, two buttons; `accepted` when the verb was pressed.

    A dialog without a `choice` only tells or lets set something, and has one button.
    """

    def __init__(self, name: str, parent: QWidget, *, danger: bool = False, choice: bool = True) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(440)
        self._title = Text(role="title")
        self._text = Paragraph(tone="dim")
        self._wrong = Paragraph(tone="late")
        self._wrong.hide()
        self.verb = Button(f"{name}Accept", "danger" if danger else "primary" if choice else "plain")
        self.verb.setDefault(not danger)
        self._cancel = Button(f"{name}Cancel")
        self._cancel.setVisible(choice)
        self.column = QVBoxLayout()
        self.column.setSpacing(12)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 20, 24, 20)
        whole.setSpacing(12)
        whole.addWidget(self._title)
        whole.addWidget(self._text)
        whole.addLayout(self.column, 1)
        whole.addWidget(self._wrong)
        whole.addLayout(line(None, self._cancel, self.verb))
        self.verb.clicked.connect(self.try_accept)
        self._cancel.clicked.connect(self.reject)

    def say(self, title: str, text: str, verb: str) -> None:
        """Set the words: what it is about, what will happen, and the verb on the button."""
        self.setWindowTitle(title)
        self._title.setText(title)
        self._text.setText(text)
        self._text.setVisible(bool(text))
        self.verb.setText(verb)
        self._cancel.setText(self.tr("Cancel"))

    def try_accept(self) -> None:
        """The verb was pressed; a dialog that has to ask first does so here and accepts later."""
        self.accept()

    def show_wrong(self, sentence: str) -> None:
        """Say what is wrong; the dialog stays open."""
        self._wrong.setText(sentence)
        self._wrong.setVisible(bool(sentence))


class Entering(Dialog):
    """A dialog that stays open until what was entered is saved."""

    def show_busy(self, *, on: bool) -> None:
        """What was entered is being saved."""
        self.verb.setEnabled(not on)

    def show_error(self, error: DeskError) -> None:
        """Say why it was not saved; everything stays in its field."""
        self.show_busy(on=False)
        self.show_wrong(translated(error))


class Question(Dialog):
    """Asks before something is done; the words are given by who asks."""

    def __init__(self, name: str, parent: QWidget, words: tuple[str, str, str], *, danger: bool = False) -> None:
        super().__init__(name, parent, danger=danger)
        self._words = words
        self.retranslate()

    def retranslate(self) -> None:
        """Set title, text and verb."""
        self.say(*self._words)
