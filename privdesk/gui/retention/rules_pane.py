"""The office's rules: what each says, its earlier and coming versions, and what can be done with it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from privdesk.domain.due import RuleVersion
from privdesk.gui.background import Background
from privdesk.gui.retention.detail import Detail
from privdesk.gui.retention.rule_lines import RuleLine, on_said, rule_columns, rule_lines
from privdesk.gui.retention.words import Wording, local, mark_said
from privdesk.gui.state import WindowState
from privdesk.gui.translation import Translated
from privdesk.gui.widgets.button import Button
from privdesk.gui.widgets.card import Card, line
from privdesk.gui.widgets.rows import RowsModel
from privdesk.gui.widgets.table import Table
from privdesk.gui.widgets.text import OneLine
from privdesk.operations import rules
from privdesk.operations.desk import Desk


class RulesPane(Translated, Card):
    """Lists the rules; `change_wanted` and `switch_wanted` with a RuleLine ask for what changes one."""

    change_wanted = Signal(object)
    switch_wanted = Signal(object)
    facts_wanted = Signal()
    recompute_wanted = Signal()

    def __init__(self, background: Background, desk: Desk, state: WindowState, wording: Wording) -> None:
        super().__init__(margin=8, spacing=4)
        self.setObjectName("rulesPane")
        self._background = background
        self._desk = desk
        self._wording = wording
        self._title = OneLine(role="strong")
        self._facts = Button("ruleFacts", "plain", "building-2")
        self._again = Button("recompute", "plain", "refresh-cw")
        self._change = Button("changePeriodButton", "plain", "pencil")
        self._switch = Button("switchRule", "plain")
        self._model: RowsModel[RuleLine] = RowsModel(rule_columns(wording), self)
        self.table = Table("rulesTable", self._model)
        self.table.remember(state)
        self.detail = Detail("ruleDetail", (self._change, self._switch))
        head = line(self._title, self._facts, self._again)
        head.setContentsMargins(8, 0, 0, 0)
        both = QHBoxLayout()
        both.setSpacing(0)
        both.addWidget(self.table, 1)
        both.addWidget(self.detail)
        self.column.addLayout(head)
        self.column.addLayout(both, 1)
        self._connect()
        self.retranslate()

    def reload(self) -> None:
        """Read the rules again."""
        self._background.read(self, rules.versions, then=self._take, key="rules")

    def change(self) -> None:
        """Ask to change the selected rule."""
        for row in self._selected():
            self.change_wanted.emit(row)

    def retranslate(self) -> None:
        """Set all words."""
        self._facts.setText(self.tr("What rules depend on…"))
        self._again.setText(self.tr("Work everything out anew"))
        self._change.setText(self.tr("Change the period…"))
        self.table.setAccessibleName(self.tr("Rules"))
        self._say_head()
        self._say_detail()

    def _connect(self) -> None:
        self._facts.clicked.connect(self.facts_wanted)
        self._again.clicked.connect(self.recompute_wanted)
        self._change.clicked.connect(self.change)
        self._switch.clicked.connect(self._switch_selected)
        self.table.row_opened.connect(self.change_wanted)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._say_detail())

    def _take(self, versions: tuple[RuleVersion, ...]) -> None:
        chosen = {row.rule.code for row in self.table.selected()}
        lines = rule_lines(versions, self._desk.today)
        self._model.set_rows(lines)
        for place, row in enumerate(lines):
            if row.rule.code in chosen:
                self.table.select(place)
        self._say_head()
        self._say_detail()

    def _selected(self) -> list[RuleLine]:
        rows: list[RuleLine] = self.table.selected()
        return rows if len(rows) == 1 else []

    def _switch_selected(self) -> None:
        for row in self._selected():
            self.switch_wanted.emit(row)

    def _say_head(self) -> None:
        on = sum(row.now.active for row in self._model.rows)
        self._title.setText(self.tr("{count} rules, {on} of them on").format(count=len(self._model.rows), on=on))

    def _say_detail(self) -> None:
        rows = self._selected()
        self._switch.setText(self.tr("Switch on") if rows and not rows[0].newest.active else self.tr("Switch off"))
        if not rows:
            self.detail.say("", self.tr("Select a rule to see all of it."))
            return
        row = rows[0]
        rule = row.rule
        text = self.tr("{category}: {period} from {trigger}. {basis} ({mark}).").format(
            category=self._wording.category(rule.category),
            period=self._wording.period(rule),
            trigger=self._wording.trigger(rule),
            basis=local(rule.basis),
            mark=mark_said(rule),
        )
        only = self.tr("Applies only to: {condition}.").format(condition=self._wording.condition(rule))
        duty = self.tr("A law forbids earlier disposal.") if rule.duty else self.tr("The office's own interest.")
        said = filter(None, (text, only if rule.when else "", duty))
        self.detail.say(local(rule.name), "\n".join(said), self._versions_said(row))

    def _versions_said(self, row: RuleLine) -> str:
        each = self.tr("Version {n}: {period}, {on}, from {day}")
        return "\n".join(
            each.format(
                n=one.rule.version,
                period=self._wording.period(one.rule),
                on=on_said(one.active),
                day=one.rule.valid_from.isoformat(),
            )
            for one in reversed(row.versions)
        )
