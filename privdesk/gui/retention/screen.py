"""The place of retention, for the manager: dashboard, holds, rules; printed and exported as shown."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QStackedWidget, QWidget

from privdesk.domain.due import Dashboard, DueQuery
from privdesk.domain.user import Role
from privdesk.gui.background import Background
from privdesk.gui.retention.acts import RetentionActs
from privdesk.gui.retention.holds_pane import HoldsPane
from privdesk.gui.retention.output import Output
from privdesk.gui.retention.overview import Overview
from privdesk.gui.retention.rules_pane import RulesPane
from privdesk.gui.retention.words import Wording
from privdesk.gui.staleband import StaleBand
from privdesk.gui.state import WindowState
from privdesk.gui.widgets.button import Button
from privdesk.gui.widgets.card import Card
from privdesk.gui.widgets.empty import Empty
from privdesk.gui.widgets.page import Command, Page
from privdesk.operations import retention
from privdesk.operations.desk import Desk
from privdesk.operations.sheets import SheetFormat

DUE, HOLDS, RULES = "due", "holds", "rules"
_VIEWS = (DUE, HOLDS, RULES)


class RetentionPage(Page):
    """Shows the dashboard, the holds or the rules; `show_due(query)` is the way in from other pages."""

    person_wanted = Signal(int)
    request_wanted = Signal(int)

    nouns = frozenset({"retention", "people", "office", "batches"})

    def __init__(self, background: Background, desk: Desk, state: WindowState, parent: QWidget | None = None) -> None:
        super().__init__("retention", parent)
        self._background = background
        self._manages = desk.actor.role is Role.MANAGER
        self._holds_count = 0
        wording = Wording(desk.reference)
        self.overview = Overview(background, desk, state, wording)
        self.holds = HoldsPane(background, desk, state)
        self.rules = RulesPane(background, desk, state, wording)
        self.acts = RetentionActs(background, desk, self)
        self.output = Output(background, desk, self.overview, wording)
        self._stale_band = StaleBand()
        self._not_yours = Empty("lock")
        self._stack = QStackedWidget()
        self._print = Button("retentionPrint", "plain", "printer")
        self._export = Button("retentionExport", "plain", "download")
        self._menu = QMenu(self._export)
        self._lay_out()
        self._connect()
        self.retranslate()

    def show_due(self, query: DueQuery) -> None:
        """Bring the dashboard in front, its list narrowed to what a figure counts."""
        if self._manages:
            self.filters.choose(DUE)
            self.overview.due.ask(query)

    def reload(self) -> None:
        """Read everything again."""
        if self._manages:
            self._background.read(self, retention.dashboard, then=self._take, key="dashboard")
            self.overview.due.model.reload()
            self.holds.reload()
            self.rules.reload()

    def commands(self) -> dict[str, Command]:
        """What keys do here."""
        if not self._manages:
            return {}
        own: dict[str, Command] = {
            "print": self.output.ask_printer,
            "new": self.acts.place_hold,
            "edit": self.rules.change,
        }
        return {**super().commands(), **own}

    def help_text(self) -> str:
        """What F1 tells."""
        return self.tr(
            "Every record is kept as long as the longest rule that applies to it, and nothing goes by itself. Press a "
            "figure, or a part of a bar, to see what it counts; in the bars the arrows walk, Enter opens. Select a "
            "line to read why it is kept. A hold (Ctrl+N) stops disposal of all that is held of a customer until a "
            "manager lifts it. A changed rule (F2) gets a new version with its first day; earlier versions stay "
            "readable. “No date” means that a day or a rule is missing, never that something may be disposed of."
        )

    def retranslate(self) -> None:
        """Set all words."""
        self.set_title(self.tr("Retention"))
        holds = self.tr("Holds")
        if self._manages:
            titles = {DUE: self.tr("What is due"), HOLDS: holds, RULES: self.tr("Rules")}
            titles[HOLDS] = f"{holds}  {self._holds_count:,}" if self._holds_count else holds
            self.filters.set_filters(titles)
        self._print.setText(self.tr("Print"))
        self._export.setText(self.tr("Export"))
        for action, text in zip(self._menu.actions(), (self.tr("Table (CSV)"), self.tr("Excel (XLSX)")), strict=True):
            action.setText(text)
        self._not_yours.say(
            self.tr("Retention is the manager's"),
            self.tr("Until when something is kept, and why, stands in each customer's record under Retention."),
        )

    def _lay_out(self) -> None:
        others = Card()
        others.column.addWidget(self._not_yours)
        others.setVisible(not self._manages)
        self.column.addWidget(others, 1)
        for view in (self.overview, self.holds, self.rules):
            self._stack.addWidget(view)
        for format_ in SheetFormat:
            self._menu.addAction("", partial(self.output.export, format_)).setObjectName(f"export_{format_}")
        self._export.setMenu(self._menu)
        self.add_actions([self._export, self._print])
        self.column.addWidget(self._stale_band)
        self.column.addWidget(self._stack, 1)
        for part in (self._stack, self._export, self._print):
            part.setVisible(self._manages)

    def _connect(self) -> None:
        self.filters.chosen.connect(self._show_view)
        self._print.clicked.connect(self.output.ask_printer)
        self.output.failed.connect(self._background.failed)
        self._stale_band.recompute_wanted.connect(self.acts.recompute)
        due, holds, rules = self.overview.due, self.holds, self.rules
        due.person_wanted.connect(self.person_wanted)
        due.request_wanted.connect(self.request_wanted)
        due.hold_wanted.connect(self.acts.hold_row)
        holds.person_wanted.connect(self.person_wanted)
        holds.place_wanted.connect(self.acts.place_hold)
        holds.lift_wanted.connect(self.acts.lift_hold)
        holds.counted.connect(self._take_holds)
        rules.change_wanted.connect(self.acts.change_rule)
        rules.switch_wanted.connect(self.acts.switch_rule)
        rules.facts_wanted.connect(self.acts.ask_facts)
        rules.recompute_wanted.connect(self.acts.recompute)

    def _show_view(self, name: str) -> None:
        self._stack.setCurrentIndex(_VIEWS.index(name))
        for button in (self._export, self._print):
            button.setVisible(name == DUE)

    def _take(self, found: Dashboard) -> None:
        self._stale_band.setVisible(found.stale)
        self.overview.show_figures(found)

    def _take_holds(self, count: int) -> None:
        self._holds_count = count
        self.retranslate()
