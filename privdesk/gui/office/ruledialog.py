"""The dialog that changes a retention rule from a day on."""

from datetime import date

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from privdesk.domain.errors import DeskError, PeriodMissing
from privdesk.domain.retention import Rule, Rules
from privdesk.domain.text import narrowed
from privdesk.gui.policy import period
from privdesk.gui.translation import language, translated
from privdesk.gui.widgets.card import line
from privdesk.gui.widgets.datefield import DateField
from privdesk.gui.widgets.dialog import Dialog
from privdesk.gui.widgets.field import Field

_UNITS = ("years", "months", "days")
_MOST_DIGITS = 4


class RuleDialog(Dialog):
    """Emits the rule with its new period and the day from which it is valid."""

    change_wanted = Signal(object)

    def __init__(self, parent: QWidget, rule: Rule, rules: Rules, today: date) -> None:
        super().__init__("rule", parent)
        self._rule = rule
        self._rules = rules
        self._fields = {unit: Field(f"rule_{unit}", QLineEdit(), _checked) for unit in _UNITS}
        self._from = DateField("rule_from", today)
        row = line(spacing=16)
        for unit, field in self._fields.items():
            field.set_text(str(getattr(rule, unit) or ""))
            row.addWidget(field, 1)
        self._from.set_day(max(today, rule.valid_from))
        self.column.addLayout(row)
        self.column.addWidget(self._from)
        self._fields["years"].editor.setFocus()
        self.retranslate()

    def try_accept(self) -> None:
        """Ask for the change once everything can be read."""
        if not all([field.check() for field in (*self._fields.values(), self._from)]):  # noqa: C419  # all show theirs
            return
        lengths = {unit: int(narrowed(field.text()) or 0) for unit, field in self._fields.items()}
        day = self._from.day()
        if day is None:
            self._from.editor.setFocus()
            return
        self.show_wrong("")
        self.verb.setEnabled(False)
        self.change_wanted.emit(replace(self._rule, valid_from=day, **lengths))

    def show_error(self, error: DeskError) -> None:
        """Say why the rule was not changed."""
        self.verb.setEnabled(True)
        self.show_wrong(translated(error))

    def retranslate(self) -> None:
        """Set all words."""
        said = self.tr("Until now: {period}, {article}. Earlier versions stay in the history.")
        text = said.format(period=period(self._rule, self._rules), article=self._rule.basis.in_(language()))
        self.say(self._rule.name.in_(language()), text, self.tr("Change the rule"))
        self._fields["years"].say(self.tr("Years"))
        self._fields["months"].say(self.tr("Months"))
        self._fields["days"].say(self.tr("Days"))
        self._from.say(self.tr("Valid from"), self.tr("Today or later."))


def _checked(text: str) -> str:
    digits = narrowed(text)
    if digits and not (digits.isascii() and digits.isdecimal() and len(digits) <= _MOST_DIGITS):
        raise PeriodMissing
    return ""
