"""The three clocks of a case, each with the way from the arrival to its date: beside each other, or in short."""

from datetime import date

from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from privdesk.domain.clock import Deadline
from privdesk.gui.requests.words import dated, days_said, reckoned, short, urgency
from privdesk.gui.theme import font
from privdesk.gui.translation import Translated
from privdesk.gui.widgets.card import Card, line
from privdesk.gui.widgets.clockcard import ClockCard
from privdesk.gui.widgets.icon import IconButton, Sign
from privdesk.gui.widgets.text import OneLine, Paragraph, Text
from privdesk.operations.requests import Case

_NAMES = ("policyClock", "lawsuitClock", "targetClock")
_SIGNS = {"late": "octagon-alert", "soon": "clock", "done": "circle-check"}
_GAP = 12
# sign and margins beside a figure
_ROUND_FIGURE = 64
# gap, margins and the rim of the link beside a day
_ROUND_DAY = 52


class BriefClock(Translated, QWidget):
    """One clock in two short lines: its title and day, and how many days are left; `why` unfolds the explanation."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._title = OneLine(role="small", tone="dim")
        self._day = Text(role="small", tone="dim")
        self._sign = Sign(side=16)
        self._figure = Text(role="strong")
        self.why = IconButton(f"{name}LineWhy", "info")
        self.why.setCheckable(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(line(self._title, self._day))
        column.addLayout(line(self._sign, self._figure, None, self.why, spacing=4))
        self.retranslate()

    def set_clock(self, title: str, figure: str, day: str, tone: str) -> None:
        """Show a clock."""
        self._title.setText(title)
        self._day.setText(day)
        self._figure.setText(figure)
        self._figure.set_tone(tone)
        self._sign.set_sign(_SIGNS.get(tone, ""), tone or "dim")
        self._sign.setVisible(tone in _SIGNS)
        self.why.setAccessibleDescription(f"{title}: {figure}, {day}")

    def retranslate(self) -> None:
        """Set the words of the button."""
        self.why.say(self.tr("Why this date?"))


class ClockLines(Card):
    """The clocks in short, for narrow windows; one explanation at a time unfolds below them."""

    def __init__(self) -> None:
        super().__init__(margin=10, spacing=4)
        self._clocks = tuple(BriefClock(name) for name in _NAMES)
        self._reasons = [""] * len(_NAMES)
        self._reason = Paragraph(role="small")
        self._reason.hide()
        row = line(spacing=16)
        for clock in self._clocks:
            row.addWidget(clock, 1)
            clock.why.clicked.connect(lambda on, clock=clock: self._unfold(clock, on=on))
        self.column.addLayout(row)
        self.column.addWidget(self._reason)

    def set_clock(self, place: int, title: str, figure: str, day: str, reason: str, tone: str) -> None:
        """Show one clock as `ClockCard.set_clock` does."""
        self._clocks[place].set_clock(title, figure, day, tone)
        self._reasons[place] = reason
        self._unfold(self._clocks[place], on=False)

    def _unfold(self, wanted: BriefClock, *, on: bool) -> None:
        for clock in self._clocks:
            clock.why.setChecked(on and clock is wanted)
        self._reason.setText(self._reasons[self._clocks.index(wanted)])
        self._reason.setVisible(on)


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
        self._pages = (cards, self._lines)
        for page in self._pages:
            self.addWidget(page)
        self.setSizePolicy(self.sizePolicy().horizontalPolicy(), QSizePolicy.Policy.Maximum)

    def show_case(self, case: Case, today: date) -> None:
        """Show another case's clocks as of `today`."""
        self._case, self._today = case, today
        self.retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cards where their words have room, else all in short."""
        super().resizeEvent(event)
        # an explanation that unfolds changes the height only
        if event.size().width() != event.oldSize().width():
            self.retranslate()

    def retranslate(self) -> None:
        """Say all again: in whole words if the cards have room for them, in brief ones, or in short."""
        case = self._case
        if case is None:
            return
        self._say(case, brief=False)
        if not self._fits():
            self._say(case, brief=True)
        self.setCurrentIndex(0 if self._fits() else 1)
        for page in self._pages:
            # the page that does not show asks for no room
            policy = page.sizePolicy()
            shows = page is self.currentWidget()
            policy.setVerticalPolicy(QSizePolicy.Policy.Preferred if shows else QSizePolicy.Policy.Ignored)
            page.setSizePolicy(policy)

    def _say(self, case: Case, *, brief: bool) -> None:
        clocks, self._said = case.clocks, []
        policy = self.tr("Deadline") if brief else self.tr("Policy deadline")
        target = self.tr("Target") if brief else self.tr("Internal target")
        title = self.tr("Day 14") if brief else self.tr("Day 14 (suit possible)")
        self._set(case, 0, policy, clocks.policy, brief=brief)
        self._set(case, 2, target, clocks.target, brief=brief)
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
        why = body.horizontalAdvance(self.tr("Why this date?"))
        return 3 * max(figure, day + why + _ROUND_DAY) + 2 * _GAP <= self.width()
