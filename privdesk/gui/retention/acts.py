"""What a manager does to retention: opens the dialogs, and does what they ask for."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from privdesk.domain.due import DueRow, Effect, Practice
from privdesk.domain.retention import Rule
from privdesk.domain.text import visible
from privdesk.gui.background import Background
from privdesk.gui.retention.dialogs import HoldAsked, LiftHold, PlaceHold, say_wrong
from privdesk.gui.retention.holds_pane import HeldPerson
from privdesk.gui.retention.rule_dialogs import ChangePeriod, OfficeFacts
from privdesk.gui.retention.rule_lines import RuleLine
from privdesk.gui.retention.words import effect_said, local
from privdesk.gui.widgets.dialog import Dialog, Question
from privdesk.operations import holds, retention, rules
from privdesk.operations.desk import Desk


class RetentionActs(QObject):
    """Each act opens its dialog over `window`; a dialog stays open until what it asked for is done."""

    def __init__(self, background: Background, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._background = background
        self._desk = desk
        self._window = window

    def hold_row(self, row: DueRow) -> None:
        """Hold the customer of a line."""
        if row.person is not None:
            self.place_hold((row.person, f"{visible(row.number)} {visible(row.name)}".strip()))

    def place_hold(self, person: tuple[int, str] | None = None) -> None:
        """Place a hold, on this customer or on one to be chosen."""
        dialog = PlaceHold(self._window, self._background, self._desk.today, person)
        dialog.wanted.connect(partial(self._place, dialog))
        dialog.open()

    def lift_hold(self, held: HeldPerson) -> None:
        """Lift a hold."""
        name = visible(held.placed.hold.name)
        text = self.tr("“{name}” on {person}. What is over its last day becomes due again.")
        dialog = LiftHold(self._window, text.format(name=name, person=held.who()))
        dialog.wanted.connect(partial(self._lift, dialog, held))
        dialog.open()

    def change_rule(self, line: RuleLine) -> None:
        """Give a rule another period."""
        dialog = ChangePeriod(self._window, line.newest.rule, self._desk.today)
        dialog.wanted.connect(partial(self._change, dialog))
        ask = partial(self._background.read, dialog, rules.what_if, then=dialog.show_effect, key="effect")
        dialog.considered.connect(lambda rule: ask(rule, line.newest.active))
        dialog.open()

    def switch_rule(self, line: RuleLine) -> None:
        """Let a rule apply or no longer apply, after a question that says what this would do."""
        on = not line.newest.active
        self._background.read(self, rules.what_if, line.newest.rule, on, then=partial(self._ask_switch, line, on))

    def ask_facts(self) -> None:
        """Ask what the office says of itself that rules depend on."""
        self._background.read(self, rules.practice, then=self._open_facts)

    def recompute(self) -> None:
        """Work everything out anew; the bar shows how far it is, and can stop it."""
        self._write_long(retention.recompute)

    def _place(self, dialog: Dialog, asked: HoldAsked) -> None:
        place = partial(holds.place, review_on=asked.review_on)
        self._write(dialog, place, asked.person, asked.name, asked.reason)

    def _lift(self, dialog: Dialog, held: HeldPerson, reason: str) -> None:
        self._write(dialog, holds.lift, held.placed.id, held.placed.version, reason)

    def _change(self, dialog: Dialog, rule: Rule, reason: str) -> None:
        self._write(dialog, partial(rules.change_rule, reason=reason), rule, long=True)

    def _ask_switch(self, line: RuleLine, on: bool, effect: Effect) -> None:
        text = self.tr("“{rule}”. Everything that it applies to is worked out anew at once.")
        said = " ".join((text.format(rule=local(line.rule.name)), effect_said(effect)))
        title = self.tr("Switch the rule on") if on else self.tr("Switch the rule off")
        question = Question("switchQuestion", self._window, (title, said, title))
        question.accepted.connect(lambda: self._write_long(partial(rules.switch, code=line.rule.code, on=on)))
        question.open()

    def _open_facts(self, practice: Practice) -> None:
        dialog = OfficeFacts(self._window, practice)
        dialog.wanted.connect(lambda new: self._write(dialog, rules.save_practice, new, long=True))
        dialog.open()

    def _write(self, dialog: Dialog, operation: Callable[..., object], *args: object, long: bool = False) -> None:
        """Do what a dialog asked for; it closes then, or says what is wrong."""
        accept = lambda _: dialog.accept()  # noqa: E731  # the answer is told by the bar
        self._background.write(dialog, operation, *args, then=accept, otherwise=say_wrong(dialog), long=long)

    def _write_long(self, operation: Callable[..., object]) -> None:
        self._background.write(self, operation, long=True)
