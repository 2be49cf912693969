"""The dialogs of the rules: another period from a day on, and the facts of the office that rules depend on."""

import re
from dataclasses import replace as changed
from datetime import date

from msgspec.structs import replace
from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from privdesk.domain.due import Effect, Practice
from privdesk.domain.errors import DeskError, PeriodMissing, RuleBackdated
from privdesk.domain.retention import Rule
from privdesk.domain.text import narrowed
from privdesk.gui.reasonfield import ReasonField
from privdesk.gui.retention.words import effect_said, local
from privdesk.gui.translation import translated
from privdesk.gui.widgets.card import line
from privdesk.gui.widgets.datefield import DateField
from privdesk.gui.widgets.dialog import Dialog
from privdesk.gui.widgets.field import Field
from privdesk.gui.widgets.text import Paragraph

_YEAR = re.compile(r"(?:19|20)\d{2}", re.ASCII)
_UNITS = ("years", "months", "days")
_MOST_DIGITS = 3
_PAUSE_MS = 300


class ChangePeriod(Dialog):
    """Asks for a rule's next version; `wanted` with the rule as it shall be and the reason.

    `considered` with the rule as it stands in the dialog asks for what it would do, which `show_effect` tells.
    """

    wanted = Signal(object, str)
    considered = Signal(object)

    def __init__(self, parent: QWidget, rule: Rule, today: date) -> None:
        super().__init__("changePeriod", parent)
        self._rule = rule
        self._today = today
        self.parts = {name: Field(f"period_{name}", check=_whole) for name in _UNITS}
        row = line(spacing=12)
        for name, part in self.parts.items():
            part.set_text(str(getattr(rule, name) or ""))
            row.addWidget(part, 1)
        self.column.addLayout(row)
        self.valid_from = DateField("periodValidFrom", today)
        self.reason = ReasonField("periodReason")
        self._effect: Effect | None = None
        self._effect_said = Paragraph(role="strong")
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self.column.addWidget(self.valid_from)
        self.column.addWidget(self._effect_said)
        self.column.addWidget(self.reason)
        self.valid_from.set_day(max(today, rule.valid_from))
        for part in self.parts.values():
            part.edited.connect(self._pause.start)
        self.valid_from.edited.connect(self._pause.start)
        self._pause.timeout.connect(self._consider)
        self._pause.start()
        self.retranslate()
        self.parts["years"].editor.setFocus()

    def try_accept(self) -> None:
        """Ask for the change if it is one that can be made."""
        if not all([part.check() for part in self.parts.values()]):  # noqa: C419  # all show theirs
            return
        if not any(self._lengths().values()):
            self.show_wrong(translated(PeriodMissing()))
            return
        self.show_wrong("")
        if all([self.valid_from.check(), self.reason.check()]):
            day = self.valid_from.day() or self._today
            if day < self._today:
                self.valid_from.show_wrong(translated(RuleBackdated(today=self._today.isoformat())))
                return
            self.wanted.emit(self._changed(day), self.reason.reason())

    def show_effect(self, effect: Effect) -> None:
        """Say what the change would do."""
        self._effect = effect
        self._effect_said.setText(effect_said(effect))
        self._effect_said.set_tone("soon" if effect.over else "")

    def retranslate(self) -> None:
        """Set all words."""
        text = self.tr(
            "“{rule}” – {basis}. Earlier versions stay readable; from its day on the new one applies to all."
        )
        self.say(
            self.tr("Change the period"),
            text.format(rule=local(self._rule.name), basis=local(self._rule.basis)),
            self.tr("Enter the new version"),
        )
        said = {"years": self.tr("Years"), "months": self.tr("Months"), "days": self.tr("Days")}
        for name, text in said.items():
            self.parts[name].say(text)
        self.valid_from.say(self.tr("Valid from"), self.tr("Today or later."))
        self._effect_said.setText(effect_said(self._effect) if self._effect else self.tr("Counting what would change…"))

    def _lengths(self) -> dict[str, int]:
        return {name: int(narrowed(part.text()) or 0) for name, part in self.parts.items()}

    def _changed(self, day: date) -> Rule:
        return replace(self._rule, **self._lengths(), valid_from=day)

    def _consider(self) -> None:
        """Ask for what the change would do, unless it cannot be one yet."""
        try:
            day = max(self.valid_from.day() or self._today, self._today)
            for part in self.parts.values():
                _whole(part.text())
        except DeskError:
            return
        if any(self._lengths().values()):
            self.considered.emit(self._changed(day))


class OfficeFacts(Dialog):
    """Asks what the office says of itself that rules depend on; `wanted` with a Practice."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget, practice: Practice) -> None:
        super().__init__("officeFacts", parent)
        self._practice = practice
        self.years = Field("lossYears")
        self.years.set_text(", ".join(map(str, practice.loss_years)))
        self.column.addWidget(self.years)
        self.facts = {name: QCheckBox() for name in ("mail_order", "delivers_goods", "designated_business")}
        for name, box in self.facts.items():
            box.setObjectName(name)
            box.setChecked(getattr(practice, name))
            self.column.addWidget(box)
        self.retranslate()
        self.years.editor.setFocus()

    def try_accept(self) -> None:
        """Ask for it to be saved."""
        words = re.split(r"[\s,、，]+", self.years.text().strip())
        if any(word and not _YEAR.fullmatch(word) for word in words):
            self.years.show_wrong(self.tr("Write years like 2024, 2025."))
            return
        years = tuple(sorted({int(word) for word in words if word}))
        facts = {name: box.isChecked() for name, box in self.facts.items()}
        self.wanted.emit(changed(self._practice, loss_years=years, **facts))

    def retranslate(self) -> None:
        """Set all words."""
        self.say(
            self.tr("What rules depend on"),
            self.tr("Some rules apply only to certain offices or years. Saving works everything out anew."),
            self.tr("Save"),
        )
        self.years.say(
            self.tr("Business years with a tax loss"),
            self.tr("The years in which they ended. Their papers are kept for 10 years."),
            self.tr("e.g. 2024, 2025"),
        )
        said = {
            "mail_order": self.tr("Sells by mail order (consents: 3 years)"),
            "delivers_goods": self.tr("Delivers goods (product liability: 10 years)"),
            "designated_business": self.tr("Designated business (identity records: 7 years)"),
        }
        for name, text in said.items():
            self.facts[name].setText(text)


def _whole(text: str) -> str:
    """For a part of a period, which may stay empty: raises PeriodMissing."""
    digits = narrowed(text)
    if digits and not (digits.isascii() and digits.isdecimal() and len(digits) <= _MOST_DIGITS):
        raise PeriodMissing
    return ""
