"""A new password, typed twice: the rules light up while it is typed, and pasting is welcome."""

import unicodedata
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from privdesk.domain import password as rules
from privdesk.domain.errors import PasswordsDiffer, PasswordWeak
from privdesk.gui.suggestion import SuggestionDialog
from privdesk.gui.translation import Translated, words
from privdesk.gui.widgets.button import Button
from privdesk.gui.widgets.card import line
from privdesk.gui.widgets.field import Field
from privdesk.gui.widgets.icon import Sign
from privdesk.gui.widgets.password import PasswordField
from privdesk.gui.widgets.strength import StrengthMeter
from privdesk.gui.widgets.text import Text

_RULES = (rules.TOO_SHORT, rules.TOO_COMMON, rules.TOO_NEAR, rules.TOO_REGULAR)


class _Rule(QWidget):
    """One rule with a sign that says whether it is kept."""

    def __init__(self) -> None:
        super().__init__()
        self._sign = Sign("minus", "dim", 14)
        self._text = Text(role="small", tone="dim")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._sign)
        row.addWidget(self._text, 1)

    def say(self, text: str) -> None:
        """Set the words."""
        self._text.setText(text)

    def show_state(self, sign: str, tone: str) -> None:
        """Show that the rule is kept, broken, or not yet to be judged."""
        self._sign.set_sign(sign, tone)
        self._text.set_tone(tone)


class NewPassword(Translated, QWidget):
    """Two fields, a meter and the rules of `domain.password`; `common` are the passwords that others try first."""

    edited = Signal()

    def __init__(self, name: str, common: frozenset[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"{name}Pair")
        self._common = common
        self._words: tuple[str, ...] = ()
        self._first = Field(name, PasswordField(name), self._check_first)
        self._second = Field(f"{name}Again", PasswordField(f"{name}Again"), self._check_second)
        self._meter = StrengthMeter(f"{name}Strength")
        self._rules = {sentence: _Rule() for sentence in _RULES}
        self._suggest = Button(f"{name}Suggest", "link", "key-round")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._first)
        column.addWidget(self._meter)
        column.addSpacing(2)
        for rule in self._rules.values():
            column.addWidget(rule)
        column.addLayout(line(self._suggest, None))
        column.addSpacing(8)
        column.addWidget(self._second)
        self._suggest.clicked.connect(self._open_suggestion)
        for field in (self._first, self._second):
            field.edited.connect(self.edited)
            field.edited.connect(self._show)
        self.retranslate()

    def set_words(self, *known: str) -> None:
        """The words that a password may not consist of: the office, the login, the name."""
        self._words = tuple(word for word in known if word)
        self._show()

    def password(self) -> str:
        """What was typed, composed the same on every keyboard."""
        return unicodedata.normalize("NFC", self._first.text())

    def clear(self) -> None:
        """Forget what was typed."""
        self._first.set_text("")
        self._second.set_text("")
        self._show()

    def focus_first(self) -> None:
        """Put the cursor into the first field."""
        self._first.editor.setFocus()

    def check(self) -> bool:
        """Whether the password can be taken; if not, what is wrong stands below its field, which gets the focus."""
        if not self._first.check() or not self.password():
            if not self.password():
                self._first.show_wrong(partial(words, "password", rules.TOO_SHORT))
            self._first.editor.setFocus()
            return False
        if not self._second.check():
            self._second.editor.setFocus()
            return False
        if self._second.text() != self._first.text():
            self._second.show_wrong(partial(words, "errors", PasswordsDiffer.sentence))
            self._second.editor.setFocus()
            return False
        return True

    def retranslate(self) -> None:
        """Set all words."""
        hint = self.tr("Several words make a good password. Pasting from a password safe works.")
        self._first.say(self.tr("New password"), hint)
        self._second.say(self.tr("The new password again"))
        self._suggest.setText(self.tr("Suggest a password"))
        said = (
            self.tr("At least 15 characters of any kind"),
            self.tr("None of the passwords that others try first"),
            self.tr("More than the name of the office or your own"),
            self.tr("No pattern that repeats or counts on"),
        )
        for rule, text in zip(self._rules.values(), said, strict=True):
            rule.say(text)
        self._show()

    def _open_suggestion(self) -> None:
        dialog = SuggestionDialog(self)
        dialog.taken.connect(self._take)
        dialog.open()

    def _take(self, password: str) -> None:
        for field in (self._first, self._second):
            field.set_text(password)
        self._show()
        self.edited.emit()

    def _problems(self) -> list[str]:
        return rules.problems(self.password(), self._words, self._common)

    def _check_first(self, typed: str) -> str:
        found = self._problems() if typed else []
        if found:
            raise PasswordWeak(why=words("password", found[0]))
        return ""

    def _check_second(self, typed: str) -> str:
        if typed and typed != self._first.text():
            raise PasswordsDiffer
        return ""

    def _show(self) -> None:
        typed = self.password()
        found = self._problems() if typed else []
        bad = [sentence for sentence in found if sentence != rules.TOO_SHORT]
        score = rules.strength(typed) if typed else 0
        self._meter.set_score(min(1, score) if bad else score)
        for sentence, rule in self._rules.items():
            if not typed or (sentence in found and sentence not in bad):
                rule.show_state("minus", "dim")
            elif sentence in bad:
                rule.show_state("triangle-alert", "late")
            else:
                rule.show_state("check", "done")
