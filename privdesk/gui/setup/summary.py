"""Last page: what the new desk will be, and which purposes and rules it starts with."""

from pathlib import Path

from PySide6.QtWidgets import QGridLayout, QProgressBar, QStackedWidget

from privdesk.domain.due import RuleVersion
from privdesk.gui.policy import purpose_columns, rule_columns
from privdesk.gui.widgets.failure import Failure
from privdesk.gui.widgets.guidedpage import GuidedPage
from privdesk.gui.widgets.page import Filters
from privdesk.gui.widgets.rows import RowsModel
from privdesk.gui.widgets.table import Table
from privdesk.gui.widgets.text import OneLine, Paragraph, Text
from privdesk.operations.reference import Reference

_LISTS = ("purposes", "rules")


class SummaryPage(GuidedPage):
    """Tells what will be made; while it is made, a bar moves."""

    def __init__(self, reference: Reference) -> None:
        super().__init__("setupSummary")
        self._purposes = list(reference.purposes.purposes.values())
        self._rules = [RuleVersion(rule, active=True, user=None) for rule in reference.rules.rules]
        self._labels = [Text(role="small", tone="dim") for _ in range(3)]
        self._facts = [OneLine() for _ in range(3)]
        self._lists = Filters("setupLists")
        self._stack = QStackedWidget()
        self._note = Paragraph(role="small", tone="dim")
        self.failure = Failure()
        self._bar = QProgressBar()
        self._build(reference)
        self._lists.chosen.connect(lambda name: self._stack.setCurrentIndex(_LISTS.index(name)))
        self.show_busy(on=False)
        self.retranslate()

    def set_facts(self, office: str, folder: Path, manager: str) -> None:
        """Show the three facts of the new desk."""
        for label, text in zip(self._facts, (office, str(folder), manager), strict=True):
            label.setText(text)

    def show_busy(self, *, on: bool) -> None:
        """Show that the desk is being made."""
        self._bar.setVisible(on)
        if on:
            self.failure.show_errors()

    def title(self) -> str:
        """The sentence at the top."""
        return self.tr("Everything is ready")

    def text(self) -> str:
        """What can be changed later."""
        return self.tr("The desk starts with these purposes and rules. Look them over; Office can change rules later.")

    def step(self) -> str:
        """The word for the line of steps."""
        return self.tr("Summary")

    def next_text(self) -> str:
        """The verb that makes the desk."""
        return self.tr("Create the desk")

    def focus_first(self) -> None:
        """The page itself, so that Enter creates the desk and Tab leads into the lists."""
        self.setFocus()

    def retranslate(self) -> None:
        """Set all words."""
        said = (self.tr("Office"), self.tr("Folder"), self.tr("Manager"))
        for label, text in zip(self._labels, said, strict=True):
            label.setText(text)
        self._lists.set_filters(
            {
                "purposes": self.tr("Purposes of use {count}").format(count=len(self._purposes)),
                "rules": self.tr("Retention rules {count}").format(count=len(self._rules)),
            }
        )
        names = (self.tr("Purposes of use"), self.tr("Retention rules"))
        for table, name in zip(self._tables, names, strict=True):
            table.setAccessibleName(name)
        self._note.setText(
            self.tr("“To check” marks a rule that your tax or legal adviser should confirm for your office.")
        )
        self._bar.setAccessibleName(self.tr("The desk is being made"))

    def _build(self, reference: Reference) -> None:
        facts = QGridLayout()
        facts.setHorizontalSpacing(16)
        facts.setVerticalSpacing(4)
        facts.setColumnStretch(1, 1)
        for row, (label, text) in enumerate(zip(self._labels, self._facts, strict=True)):
            facts.addWidget(label, row, 0)
            facts.addWidget(text, row, 1)
        categories = reference.purposes.categories
        purposes = RowsModel(purpose_columns(categories))
        rules = RowsModel(rule_columns(reference.rules, categories))
        purposes.set_rows(self._purposes)
        rules.set_rows(self._rules)
        self._tables = (Table("setupPurposes", purposes), Table("setupRules", rules))
        for table in self._tables:
            self._stack.addWidget(table)
        self._bar.setObjectName("setupProgress")
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self.column.addLayout(facts)
        self.column.addWidget(self._lists)
        self.column.addWidget(self._stack, 1)
        for part in (self._note, self.failure, self._bar):
            self.column.addWidget(part)
