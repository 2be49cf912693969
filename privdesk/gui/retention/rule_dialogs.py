"""The dialogs of the rules: another period from a day on, and the facts of the office that rules depend on."""

import re
from dataclasses import replace as changed
from datetime import date

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QPlainTextEdit, QSpinBox, QVBoxLayout, QWidget

from privdesk.domain.due import Practice
from privdesk.domain.errors import PeriodMissing, RuleBackdated
from privdesk.domain.retention import Rule
from privdesk.gui.retention.dialogs import checked_reason
from privdesk.gui.retention.words import local
from privdesk.gui.translation import translated
from privdesk.gui.widgets.card import line
from privdesk.gui.widgets.datefield import DateField
from privdesk.gui.widgets.dialog import Dialog
from privdesk.gui.widgets.field import Field
from privdesk.gui.widgets.text import Text

_YEAR = re.compile(r"(?:19|20)\d{2}", re.ASCII)
_PARTS = {"years": 99, "months": 99, "days": 999}


class ChangePeriod(Dialog):
    """Asks for a rule's next version; `wanted` with the rule as it shall be and the reason."""

    wanted = Signal(object, str)

    def __init__(self, parent: QWidget, rule: Rule, today: date) -> None:
        super().__init__("changePeriod", parent)
        self._rule = rule
        self._today = today
        self._labels = {name: Text(role="small", tone="dim") for name in _PARTS}
        self.parts = {name: QSpinBox() for name in _PARTS}
        columns = []
        for name, box in self.parts.items():
            box.setObjectName(f"period_{name}")
            box.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
            box.setRange(0, _PARTS[name])
            box.setValue(getattr(rule, name))
            columns.append(_labelled(self._labels[name], box))
        self.column.addLayout(line(*columns))
        self.valid_from = DateField("periodValidFrom", today)
        self.reason = Field("periodReason", QPlainTextEdit(), check=checked_reason)
        self.column.addWidget(self.valid_from)
        self.column.addWidget(self.reason)
        self.valid_from.set_day(max(today, rule.valid_from))
        self.retranslate()
        self.parts["years"].setFocus()

    def try_accept(self) -> None:
        """Ask for the change if it is one that can be made."""
        lengths = {name: box.value() for name, box in self.parts.items()}
        if not any(lengths.values()):
            self.show_wrong(translated(PeriodMissing()))
            return
        self.show_wrong("")
        if all([self.valid_from.check(), self.reason.check()]):
            day = self.valid_from.day() or self._today
            if day < self._today:
                self.valid_from.show_wrong(translated(RuleBackdated(today=self._today.isoformat())))
                return
            self.wanted.emit(replace(self._rule, **lengths, valid_from=day), self.reason.text().strip())

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
            self._labels[name].setText(text)
            self.parts[name].setAccessibleName(text)
        self.valid_from.say(self.tr("Valid from"), self.tr("Today or later."))
        self.reason.say(self.tr("Reason"), self.tr("In a few words, 10 characters or more. It goes into the log."))


class OfficeFacts(Dialog):
    """Asks what the office says of itself that rules depend on; `wanted` with a Practice."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget, practice: Practice) -> None:
        super().__init__("officeFacts", parent)
        self._practice = practice
        self.years = Field("lossYears")
        self.years.set_text(", ".join(map(str, practice.loss_years)))
        self.mail_order, self.delivers = QCheckBox(), QCheckBox()
        self.mail_order.setObjectName("mailOrder")
        self.delivers.setObjectName("deliversGoods")
        self.mail_order.setChecked(practice.mail_order)
        self.delivers.setChecked(practice.delivers_goods)
        for part in (self.years, self.mail_order, self.delivers):
            self.column.addWidget(part)
        self.retranslate()
        self.years.editor.setFocus()

    def try_accept(self) -> None:
        """Ask for it to be saved."""
        words = re.split(r"[\s,、，]+", self.years.text().strip())
        if any(word and not _YEAR.fullmatch(word) for word in words):
            self.years.show_wrong(self.tr("Write years like 2024, 2025."))
            return
        years = tuple(sorted({int(word) for word in words if word}))
        facts = {"mail_order": self.mail_order.isChecked(), "delivers_goods": self.delivers.isChecked()}
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
        self.mail_order.setText(self.tr("Sells by mail order (consents: 3 years)"))
        self.delivers.setText(self.tr("Delivers goods (product liability: 10 years)"))


def _labelled(label: Text, box: QSpinBox) -> QWidget:
    label.setBuddy(box)
    both = QWidget()
    column = QVBoxLayout(both)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    column.addWidget(label)
    column.addWidget(box)
    return both
