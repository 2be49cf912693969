"""The section of the retention rules: how long what is kept, by which article, switched on or off."""

from privdesk.domain.due import RuleVersion
from privdesk.domain.shown import shown
from privdesk.gui.background import Background
from privdesk.gui.office.ruledialog import RuleDialog
from privdesk.gui.office.section import Section
from privdesk.gui.policy import rule_columns
from privdesk.gui.translation import words
from privdesk.gui.widgets.button import Button
from privdesk.gui.widgets.card import line
from privdesk.gui.widgets.chip import ChipFace
from privdesk.gui.widgets.rows import Column, RowsModel
from privdesk.gui.widgets.table import Table
from privdesk.gui.widgets.text import Paragraph
from privdesk.operations import rules
from privdesk.operations.desk import Desk

_ON = shown("policy", "On")
_OFF = shown("policy", "Off")


class RetentionRules(Section):
    """The newest version of every rule; changing one makes a new version, the old ones stay."""

    name = "rules"
    sign = "hourglass"

    def __init__(self, work: Background, desk: Desk) -> None:
        super().__init__(work, desk)
        state: Column[RuleVersion] = Column("state", shown("columns", "State"), _state, width=72, chips=_chips)
        given = desk.reference
        self._rows = RowsModel(rule_columns(given.rules, given.purposes.categories, state=state))
        self._list = Table("rules", self._rows)
        self._change = Button("changeRule", "plain", "pencil")
        self._switch = Button("switchRule", "plain", "play")
        self._note = Paragraph(role="small", tone="dim")
        self.column.addLayout(line(self._change, self._switch, None))
        self.column.addWidget(self._list, 1)
        self.column.addWidget(self._note)
        self._change.clicked.connect(self.edit)
        self._switch.clicked.connect(self.switch)
        self._list.row_opened.connect(lambda _row: self.edit())
        self._list.selectionModel().selectionChanged.connect(self._show_ready)
        self.retranslate()

    def title(self) -> str:
        """The word in the list of sections."""
        return self.tr("Retention rules")

    def text(self) -> str:
        """What the section is for."""
        return self.tr("How long each kind of data is kept, and why. The longest rule that applies decides.")

    def reload(self) -> None:
        """Read the rules."""
        self.work.read(self, rules.versions, then=self._take, key="rules")

    def edit(self) -> None:
        """Change the selected rule from a day on."""
        row = self._selected()
        if row is None:
            return
        dialog = RuleDialog(self, row.rule, self.desk.reference.rules, self.desk.today)
        dialog.change_wanted.connect(
            lambda changed: self.work.write(
                dialog,
                rules.change_rule,
                changed,
                then=lambda _done: dialog.accept(),
                otherwise=dialog.show_error,
                long=True,
            )
        )
        dialog.open()

    def switch(self) -> None:
        """Switch the selected rule on or off; the bar offers the way back."""
        row = self._selected()
        if row is not None:
            self.work.write(self, rules.switch, row.rule.code, not row.active, long=True)

    def focus_first(self) -> None:
        """The list."""
        self._list.setFocus()

    def retranslate(self) -> None:
        """Set all words."""
        self._list.setAccessibleName(self.tr("Retention rules"))
        self._change.setText(self.tr("Change the rule"))
        self._note.setText(
            self.tr("“To check” marks a rule that your tax or legal adviser should confirm for your office.")
        )
        self._show_ready()

    def _take(self, versions: tuple[RuleVersion, ...]) -> None:
        selected = self._selected()
        newest = {one.rule.code: one for one in sorted(versions, key=lambda one: one.rule.version)}
        self._rows.set_rows(list(newest.values()))
        if selected and selected.rule.code in newest:
            self._list.select(list(newest).index(selected.rule.code))
        self._show_ready()

    def _selected(self) -> RuleVersion | None:
        chosen: list[RuleVersion] = self._list.selected()
        return chosen[0] if len(chosen) == 1 else None

    def _show_ready(self) -> None:
        row = self._selected()
        for button in (self._change, self._switch):
            button.setEnabled(row is not None)
        self._switch.setText(self.tr("Switch off") if row is None or row.active else self.tr("Switch on"))


def _state(row: RuleVersion) -> str:
    return words("policy", _ON if row.active else _OFF)


def _chips(row: RuleVersion) -> list[ChipFace]:
    return [ChipFace(_state(row), "done" if row.active else "neutral")]
