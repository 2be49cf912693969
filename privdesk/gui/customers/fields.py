"""Fields of the customer's form that write what they read in its one form, alone, in pairs, and several of a kind."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from privdesk.gui.translation import Translated
from privdesk.gui.widgets.button import Button
from privdesk.gui.widgets.card import line
from privdesk.gui.widgets.field import Field
from privdesk.gui.widgets.icon import IconButton

Read = Callable[[str], str]
Split = Callable[[str], tuple[str, str]]
Joint = Callable[[str, str], str]
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
        if good and typed.strip() and not self.editor.property("state"):
            written = self._form(typed)
            if written != typed:
                self.set_text(written)
        return good

    def _read(self, text: str) -> str:
        if text.strip():
            self._form(text)
        return ""


class PairField(Field):
    """Two lines side by side that are one text; `split` takes it apart, `joint` puts both together again."""

    def __init__(self, parts: tuple[Field, Field], shares: tuple[int, int], split: Split, joint: Joint) -> None:
        first, _ = parts
        super().__init__(f"{first.editor.objectName()}Pair", QWidget())
        self.parts = parts
        self._split = split
        self._joint = joint
        row = line(spacing=8)
        for part, share in zip(parts, shares, strict=True):
            row.addWidget(part, share)
            part.edited.connect(self.edited)
        self.editor.setLayout(row)
        self.editor.setFocusProxy(first.editor)

    def say(self, label: str, hint: str = "", placeholder: str = "") -> None:
        """Set the name that both lines have, and the word of each, which stands in it while it is empty."""
        for part, word in zip(self.parts, self.words(), strict=True):
            part.say("", "", word)
            part.editor.setAccessibleName(f"{label}: {word}")

    def words(self) -> tuple[str, str]:
        """The word of each line."""
        return "", ""

    def text(self) -> str:
        """Both lines as one text."""
        return self._joint(*(part.text().strip() for part in self.parts))

    def set_text(self, text: str) -> None:
        """Take a text apart into both lines."""
        for part, one in zip(self.parts, self._split(text), strict=True):
            part.set_text(one)

    def hold(self, *texts: str) -> None:
        """As every field, each line by itself."""
        for part, *held in zip(self.parts, *map(self._split, texts), strict=True):
            part.hold(*held)

    def check(self) -> bool:
        """Check both lines; the keyboard goes to the first that is wrong, if it goes here."""
        wrong = [part for part in self.parts if not part.check()]
        self.editor.setFocusProxy((wrong or self.parts)[0].editor)
        return not wrong


class _Line(Translated, QWidget):
    """One of several values, with the button that takes it away."""

    def __init__(self, field: Field, name: str) -> None:
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
    """Several values of one kind, such as telephone numbers, each in a field of `make`; its text is all of them.

    Of what hardly anybody has, an `optional` field shows nothing until a line is wanted; who makes it places `more`.
    """

    def __init__(self, name: str, make: Callable[[str], Field], *, optional: bool = False) -> None:
        super().__init__(name, QWidget())
        self._make = make
        self._optional = optional
        self._label_text = ""
        self._apart = ""
        self._known: tuple[str, ...] = ()
        self._lines: list[_Line] = []
        self._made = 0
        self._column = QVBoxLayout(self.editor)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self.more = Button(f"{name}Add", "link", "plus")
        if not optional:
            self._column.addLayout(line(self.more, None))
        self.more.clicked.connect(self._add_empty)
        self.set_text("")

    def say(self, label: str, hint: str = "", placeholder: str = "") -> None:
        """Set the words; every line has the label as its name, the hint is that of the button where it stands apart."""
        self._label_text, self._apart = label, hint
        for place, each in enumerate(self._lines, start=1):
            _name_line(each.field, f"{label} {place}")
        self._show_buttons()

    def retranslate(self) -> None:
        """Set the words of the button."""
        self.more.setText(self._apart if self._optional else self.tr("Add another"))

    def hold(self, *texts: str) -> None:
        """As every field, each value by itself."""
        self._known = tuple(one for text in texts for one in text.split("\n"))
        for each in self._lines:
            each.field.hold(*self._known)

    def values(self) -> tuple[str, ...]:
        """What stands in the lines, without the empty ones and each once."""
        return tuple(dict.fromkeys(each.field.text().strip() for each in self._lines if each.field.text().strip()))

    def text(self) -> str:
        """All values, one a line."""
        return "\n".join(self.values())

    def set_text(self, text: str) -> None:
        """Show a line for each value; where there is none, an empty one, unless the field is optional."""
        for each in list(self._lines):
            self._take(each)
        for value in text.split("\n"):
            if value or not self._optional:
                self._add(value)
        self._show_buttons()

    def check(self) -> bool:
        """Check every line; the keyboard goes to the first one that is wrong, if it goes here."""
        wrong = [each for each in self._lines if not each.field.check()]
        first = (wrong or self._lines)[:1]
        self.editor.setFocusProxy(first[0].field.editor if first else self.more)
        return not wrong

    def _add_empty(self) -> None:
        editor = self._add("").field.editor
        (editor.focusProxy() or editor).setFocus()
        self.edited.emit()

    def _add(self, value: str) -> _Line:
        self._made += 1
        name = f"{self.editor.objectName()}{self._made}"
        made = _Line(self._make(name), name)
        made.field.set_text(value)
        made.field.hold(*self._known)
        _name_line(made.field, f"{self._label_text} {len(self._lines) + 1}")
        made.field.edited.connect(self.edited)
        made.remove.clicked.connect(lambda: self._remove(made))
        self._column.insertWidget(len(self._lines), made)
        self._lines.append(made)
        self._order()
        self._show_buttons()
        return made

    def _order(self) -> None:
        """Let the Tab key go through the lines where they stand; Qt would put what is made later at the end."""
        before: QWidget = self.previousInFocusChain() or self
        while before is not self and not before.focusPolicy() & Qt.FocusPolicy.TabFocus:
            before = before.previousInFocusChain() or self
        for each in self._lines:
            fields = each.field.parts if isinstance(each.field, PairField) else (each.field,)
            for part in (*(field.editor for field in fields), each.remove):
                QWidget.setTabOrder(before, part)
                before = part

    def _remove(self, one: _Line) -> None:
        if len(self._lines) == 1 and not self._optional:
            one.field.set_text("")
        else:
            self._take(one)
        editor = self._lines[-1].field.editor if self._lines else self.more
        (editor.focusProxy() or editor).setFocus()
        self.edited.emit()

    def _take(self, one: _Line) -> None:
        self._lines.remove(one)
        one.hide()
        one.deleteLater()
        self._show_buttons()

    def _show_buttons(self) -> None:
        self.more.setEnabled(len(self._lines) < _MOST)
        super().say(self._label_text)
        if self.parentWidget() or not self._lines:  # what has no parent yet would come up as a window
            self.setVisible(bool(self._lines))
        self.retranslate()


def _name_line(field: Field, name: str) -> None:
    """Name a line for a reader of the screen; it has no label of its own."""
    if isinstance(field, PairField):
        field.say(name)
    else:
        field.editor.setAccessibleName(name)
