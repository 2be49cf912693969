"""A code on paper held against the log, and the slip of typing pointed out."""

from PySide6.QtWidgets import QLineEdit

from privdesk.domain.errors import DeskError
from privdesk.domain.log import LogCode, Match, code_typed
from privdesk.gui.background import Background
from privdesk.gui.log.typed import differing, slip
from privdesk.gui.theme import font
from privdesk.gui.translation import Translated, translated, words
from privdesk.gui.widgets.button import Button
from privdesk.gui.widgets.card import Card, line
from privdesk.gui.widgets.field import Field
from privdesk.gui.widgets.icon import Sign
from privdesk.gui.widgets.text import Paragraph, Text
from privdesk.operations import log, log_entries

_EXAMPLE = "18 342 · 7F3A-91C2-0D44-5E18"


class CompareCard(Translated, Card):
    """Takes a code as it stands on a report or a certificate, and says whether the log is still the one of that day."""

    def __init__(self, background: Background) -> None:
        super().__init__()
        self.setObjectName("logCompare")
        self._background = background
        self._match: Match | None = None
        self._slips: tuple[int, ...] = ()
        self._now = ""
        self._title = Text(role="title")
        self._text = Paragraph(tone="dim")
        self.code = Field("logCode")
        self.code.editor.setFont(font("body"))
        self.compare = Button("logCompareNow", "plain", "scale")
        self._sign = Sign(side=28)
        self.found = Paragraph(role="strong")
        self._hint = Paragraph(tone="dim")
        self._here = Paragraph(role="small", tone="dim")
        self.column.addWidget(self._title)
        self.column.addWidget(self._text)
        self.column.addWidget(self.code)
        self.column.addLayout(line(self.compare, None))
        result = line(self._sign)
        result.addWidget(self.found, 1)
        self.column.addLayout(result)
        self.column.addWidget(self._hint)
        self.column.addStretch(1)
        self.column.addWidget(self._here)
        self.compare.clicked.connect(self.begin)
        self.code.edited.connect(self._note_typing)
        if isinstance(self.code.editor, QLineEdit):
            self.code.editor.returnPressed.connect(self.begin)
        self.retranslate()

    def read_code(self) -> None:
        """Read the code that stands for the log now."""
        self._background.read(self, log.code, then=self._take_now, key="code")

    def begin(self) -> None:
        """Compare what was typed; a code that cannot be one is not even asked for."""
        typed = self.code.text()
        self._show(None)
        if wrong := self._wrong(typed):
            self.code.show_wrong(wrong)
            return
        self._background.write(self, log.compare, typed, then=self._take, otherwise=self._fail)

    def retranslate(self) -> None:
        """Say all again, the answer too."""
        self._title.setText(self.tr("Compare with paper"))
        self._text.setText(
            self.tr(
                "Type the code from a monthly report. Only paper, or another medium, can tell that the newest part of "
                "the log was cut off or an older copy put in its place."
            )
        )
        self.code.say(self.tr("Code on the paper"), placeholder=_EXAMPLE)
        self.compare.setText(self.tr("Compare"))
        self._here.setText(self.tr("The code now: {code}").format(code=self._now) if self._now else "")
        self._show(self._match, self._slips)

    def _wrong(self, typed: str) -> str:
        """What cannot be right about the typed code, as a sentence; empty where it may be one."""
        found = slip(typed)
        if found and found.sign:
            said = self.tr("Group {group}: “{sign}” occurs in no code. There are only 0 to 9 and A to F.")
            return said.format(group=found.group, sign=found.sign)
        if found:
            said = self.tr("Group {group} has {length} signs instead of 4.")
            return said.format(group=found.group, length=found.length)
        try:
            code_typed(typed)
        except DeskError as error:
            return translated(error)
        return ""

    def _note_typing(self) -> None:
        self.code.check()
        self._show(None)

    def _take_now(self, code: LogCode) -> None:
        self._now = str(code)
        self.retranslate()

    def _take(self, match: Match) -> None:
        self._show(match)
        self.read_code()
        if match is Match.OTHER:
            typed = code_typed(self.code.text())
            self._background.read(
                self, log_entries.code_at, typed.seq, then=lambda there: self._point_out(typed, there), key="there"
            )

    def _point_out(self, typed: LogCode, there: LogCode | None) -> None:
        if there is not None and self._match is Match.OTHER:
            self._show(self._match, differing(typed, there))

    def _fail(self, error: DeskError) -> None:
        self.code.show_wrong(translated(error))

    def _show(self, match: Match | None, slips: tuple[int, ...] = ()) -> None:
        self._match, self._slips = match, slips
        same = match is Match.SAME
        for part in (self._sign, self.found):
            part.setVisible(match is not None)
        self._sign.set_sign("shield-check" if same else "shield-alert", "done" if same else "late")
        self.found.set_tone("done" if same else "late")
        self.found.setText(words("log", match.value) if match else "")
        hint = self._doubt(slips) if match in (Match.OTHER, Match.SHORT) else ""
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))

    def _doubt(self, slips: tuple[int, ...]) -> str:
        """Where to look again before anybody is suspected."""
        if len(slips) in (1, 2):
            groups = " + ".join(map(str, slips))
            return self.tr("Only group {groups} differs: read it once more, it may be a slip of typing.").format(
                groups=groups
            )
        return self.tr("Read the number before the dot once more: if it is misread, nothing else can fit.")
