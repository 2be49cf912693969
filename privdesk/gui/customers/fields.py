"""Fields of the customer's form that write what they read in its one form, and one that takes several values."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from privdesk.gui.translation import Translated
from privdesk.gui.widgets.button import Button
from privdesk.gui.widgets.card import line
from privdesk.gui.widgets.field import Field
from privdesk.gui.widgets.icon import IconButton

Read = Callable[[str], str]
_MOST = 20


class ReadField(Field):
    """A line that `read` brings into its one form when it is left; `read` raises what is wrong with it."""

    def __init__(self, name: str, read: Read) -> None:
        super().__init__(name, check=self._read)
        self._form = read

    def check(self) -> bool:
        """As every field; what was read is written in its one form."""
        good = super().check()
        typed = self.text()
        if good and typed.strip():
            written = self._form(typed)
            if written != typed:
                self.set_text(written)
        return good

    def _read(self, text: str) -> str:
        if text.strip():
            self._form(text)
        return ""


class _Line(Translated, QWidget):
    """One of several values, with the button that takes it away."""

    def __init__(self, field: ReadField, name: str) -> None:
        super().__init__()
        self.field = field
        self.remove = IconButton(f"{name}Remove", "x")
        row = line(spacing=4)
        row.addWidget(field, 1)
        row.addWidget(self.remove)
        self.setLayout(row)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words of the button."""
        self.remove.say(self.tr("Take this line away"))


class ManyField(Translated, Field):
    """Several lines of one kind, such as telephone numbers; its text is all of them, one a line."""

    def __init__(self, name: str, read: Read) -> None:
        super().__init__(name, QWidget())
        self._read = read
        self._label_text = ""
        self._lines: list[_Line] = []
        self._made = 0
        self._column = QVBoxLayout(self.editor)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._more = Button(f"{name}Add", "link", "plus")
        self._column.addLayout(line(self._more, None))
        self._more.clicked.connect(self._add_empty)
        self.set_text("")

    def say(self, label: str, hint: str = "", placeholder: str = "") -> None:
        """Set the words; every line has the label as its name."""
        super().say(label, hint, placeholder)
        self._label_text = label
        for place, each in enumerate(self._lines, start=1):
            each.field.editor.setAccessibleName(f"{label} {place}")

    def retranslate(self) -> None:
        """Set the words of the button."""
        self._more.setText(self.tr("Add another"))

    def values(self) -> tuple[str, ...]:
        """What stands in the lines, without the empty ones and each once."""
        return tuple(dict.fromkeys(each.field.text().strip() for each in self._lines if each.field.text().strip()))

    def text(self) -> str:
        """All values, one a line."""
        return "\n".join(self.values())

    def set_text(self, text: str) -> None:
        """Show a line for each value, and one where there is none."""
        for each in list(self._lines):
            self._take(each)
        for value in text.split("\n"):
            self._add(value)
        self.retranslate()

    def check(self) -> bool:
        """Check every line; the keyboard goes to the first one that is wrong, if it goes here."""
        wrong = [each for each in self._lines if not each.field.check()]
        self.editor.setFocusProxy((wrong or self._lines)[0].field.editor)
        return not wrong

    def _add_empty(self) -> None:
        self._add("").field.editor.setFocus()
        self.edited.emit()

    def _add(self, value: str) -> _Line:
        self._made += 1
        name = f"{self.editor.objectName()}{self._made}"
        made = _Line(ReadField(name, self._read), name)
        made.field.set_text(value)
        made.field.editor.setAccessibleName(f"{self._label_text} {len(self._lines) + 1}")
        made.field.edited.connect(self.edited)
        made.remove.clicked.connect(lambda: self._remove(made))
        self._column.insertWidget(len(self._lines), made)
        self._lines.append(made)
        self._show_buttons()
        return made

    def _remove(self, one: _Line) -> None:
        if len(self._lines) == 1:
            one.field.set_text("")
        else:
            self._take(one)
        self._lines[-1].field.editor.setFocus()
        self.edited.emit()

    def _take(self, one: _Line) -> None:
        self._lines.remove(one)
        one.hide()
        one.deleteLater()
        self._show_buttons()

    def _show_buttons(self) -> None:
        self._more.setVisible(len(self._lines) < _MOST)
