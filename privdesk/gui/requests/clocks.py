"""The three clocks of a case, each with the way from the arrival to its date: beside each other, or as lines."""

from datetime import date

from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QStackedWidget, QWidget

from privdesk.domain.clock import Deadline
from privdesk.gui.requests.words import dated, days_said, reckoned, short, urgency
from privdesk.gui.theme import font
from privdesk.gui.translation import Translated
from privdesk.gui.widgets.button import Button
from privdesk.gui.widgets.card import Card
from privdesk.gui.widgets.clockcard import ClockCard
from privdesk.gui.widgets.icon import Sign
from privdesk.gui.widgets.text import OneLine, Paragraph, Text
from privdesk.operations.requests import Case

_NAMES = ("policyClock", "lawsuitClock", "targetClock")
_SIGNS = {"late": "octagon-alert", "soon": "clock", "done": "circle-check"}
_GAP = 12
# sign and margins beside a figure
_ROUND_FIGURE = 64
# gap, margins and the rim of the link beside a day
_ROUND_DAY = 52


class ClockLines(Translated, Card):
    """The clocks as lines under each other, for narrow windows; each explanation unfolds below its line."""

    def __init__(self) -> None:
        super().__init__(margin=12)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(0, 1)
        self.column.addLayout(self._grid)
        self._rows = tuple(self._row(place, name) for place, name in enumerate(_NAMES))
        self.retranslate()

    def set_clock(self, place: int, title: str, figure: str, day: str, reason: str, tone: str) -> None:
        """Show one clock as `ClockCard.set_clock` does."""
        title_, sign, figure_, day_, why, reason_ = self._rows[place]
        title_.setText(title)
        figure_.setText(figure)
        figure_.set_tone(tone)
        sign.set_sign(_SIGNS.get(tone, ""), tone or "dim")
        day_.setText(day)
        reason_.setText(reason)
        why.setVisible(bool(reason))
        why.setChecked(False)
        why.setAccessibleDescription(f"{title}: {figure}, {day}")

    def why(self) -> str:
        """The words of a link."""
        return self.tr("Why this date?")

    def retranslate(self) -> None:
        """Set the words of the links."""
        for row in self._rows:
            row[4].setText(self.why())

    def _row(self, place: int, name: str) -> tuple[Text, Sign, Text, Text, Button, Paragraph]:
        parts = (
            OneLine(role="small", tone="dim"),
            Sign(side=16),
            Text(role="strong"),
            Text(role="small", tone="dim"),
            Button(f"{name}LineWhy", "link"),
        )
        for column, part in enumerate(parts):
            self._grid.addWidget(part, 2 * place, column)
        reason = Paragraph(role="small")
        reason.hide()
        self._grid.addWidget(reason, 2 * place + 1, 0, 1, len(parts))
        parts[4].setCheckable(True)
        parts[4].toggled.connect(reason.setVisible)
        return (*parts, reason)


class CaseClocks(Translated, QStackedWidget):
    """The office's deadline, the law's day 14, the office's own target."""

    def __init__(self) -> None:
        super().__init__()
        self._case: Case | None = None
        self._today = date.min
        self._said: list[tuple[str, str]] = []
        self._cards = tuple(ClockCard(name) for name in _NAMES)
        self._lines = ClockLines()
        cards = QWidget()
        row = QHBoxLayout(cards)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        for card in self._cards:
            row.addWidget(card, 1)
        self.addWidget(cards)
        self.addWidget(self._lines)
        self.setSizePolicy(self.sizePolicy().horizontalPolicy(), self.sizePolicy().Policy.Maximum)

    def show_case(self, case: Case, today: date) -> None:
        """Show another case's clocks as of `today`."""
        self._case, self._today = case, today
        self.retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cards where their words have room, else lines."""
        super().resizeEvent(event)
        # an explanation that unfolds changes the height only
        if event.size().width() != event.oldSize().width():
            self.retranslate()

    def retranslate(self) -> None:
        """Say all again: in whole words if the cards have room for them, in brief ones, or as lines."""
        case = self._case
        if case is None:
            return
        self._say(case, brief=False)
        if not self._fits():
            self._say(case, brief=True)
        self.setCurrentIndex(0 if self._fits() else 1)

    def _say(self, case: Case, *, brief: bool) -> None:
        clocks, self._said = case.clocks, []
        self._set(case, 0, self.tr("Policy deadline"), clocks.policy, brief=brief)
        self._set(case, 2, self.tr("Internal target"), clocks.target, brief=brief)
        title = self.tr("Day 14 (suit possible)")
        if clocks.lawsuit is None:
            self._show(1, title, "–", "", self.tr("None of what is asked can be sued for under Article 39."), "")
        else:
            self._set(case, 1, title, clocks.lawsuit, brief=brief, passed=self.tr("Reached"))

    def _set(self, case: Case, place: int, title: str, deadline: Deadline, *, brief: bool, passed: str = "") -> None:
        days = (deadline.due - self._today).days
        figure, tone = days_said(days, brief=brief), urgency(days)
        if case.next_step is None:
            figure, tone = self.tr("Ended"), "done"
        elif deadline.paused_since is not None:
            figure, tone = self.tr("Paused"), ""
        elif passed and days <= 0:
            figure, tone = passed, "late"
        day = short(deadline.due, self._today) if brief else dated(deadline.due)
        self._show(place, title, figure, day, reckoned(deadline, case.law), tone)

    def _show(self, place: int, title: str, figure: str, day: str, reason: str, tone: str) -> None:
        self._said.append((figure, day))
        self._cards[place].set_clock(title, figure, day, reason, tone)
        self._lines.set_clock(place, title, figure, day, reason, tone)

    def _fits(self) -> bool:
        """Whether nothing in the cards would be cut; reckoned from the words, because cards may not be shown yet."""
        large, body, small = (QFontMetrics(font(role, strong=role == "figure")) for role in ("figure", "body", "small"))
        figure = max(large.horizontalAdvance(text) for text, _ in self._said) + _ROUND_FIGURE
        day = max(small.horizontalAdvance(text) for _, text in self._said)
        why = body.horizontalAdvance(self._lines.why())
        return 3 * max(figure, day + why + _ROUND_DAY) + 2 * _GAP <= self.width()
