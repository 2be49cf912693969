"""For the manager: how often a suspension refused a use, by whom, and which exemptions are in force."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from privdesk.domain.purpose import AttemptCount, Exemption, KeptPurpose
from privdesk.domain.shown import shown
from privdesk.domain.text import visible
from privdesk.gui.background import Background
from privdesk.gui.office.section import Section
from privdesk.gui.translation import language, words
from privdesk.gui.widgets.button import Button
from privdesk.gui.widgets.card import line
from privdesk.gui.widgets.empty import Empty
from privdesk.gui.widgets.rows import Column, RowsModel
from privdesk.gui.widgets.table import Table
from privdesk.gui.widgets.text import Text
from privdesk.operations import attempts, exemptions, policy
from privdesk.operations.desk import Desk

Signed = tuple[Exemption, str]
_ONCE = shown("policy", "a single use")
_DAYS = shown("policy", "every use")


class Attempts(Section):
    """Attempts by month, purpose and user; below them the exemptions in force, each of which leads to its customer.

    `entries_wanted` with what finds the entries of the log, `person_wanted` with the id of a customer.
    """

    name = "attempts"
    sign = "ban"
    titled = shown("sections", "Suspended uses")
    entries_wanted = Signal(object)
    person_wanted = Signal(int)

    def __init__(self, work: Background, desk: Desk) -> None:
        super().__init__(work, desk)
        self._purposes: dict[str, str] = {}
        self._counts: RowsModel[AttemptCount] = RowsModel(self._count_columns())
        self._signed: RowsModel[Signed] = RowsModel(self._signed_columns())
        self._table = Table("attempts", self._counts, Empty("ban"))
        self._exemptions = Table("exemptions", self._signed, Empty("signature"))
        self._entries = Button("attemptEntries", "plain", "history")
        self._customer = Button("exemptionCustomer", "plain", "user")
        self._heading = Text(role="strong")
        self.column.addWidget(self._table, 3)
        self.column.addLayout(line(self._entries, None))
        self.column.addWidget(self._heading)
        self.column.addWidget(self._exemptions, 2)
        self.column.addLayout(line(self._customer, None))
        self._entries.clicked.connect(lambda: self._open(self._table))
        self._customer.clicked.connect(lambda: self._open(self._exemptions))
        for table in (self._table, self._exemptions):
            table.row_opened.connect(lambda _row, table=table: self._open(table))
            table.selectionModel().selectionChanged.connect(self._show_ready)
        self.retranslate()

    def text(self) -> str:
        """What the section is for."""
        return self.tr(
            "Uses that a suspension or an opt-out refused: single ones, and lists that left customers out, of the last "
            "twelve months."
        )

    def reload(self) -> None:
        """Count again, and read which exemptions are in force."""
        self.work.read(self, policy.purposes, then=self._take_purposes, key="purposes")
        self.work.read(self, attempts.counts, then=self._take_counts, key="attempts")
        self.work.read(self, exemptions.in_force, then=self._take_signed, key="exemptions")

    def focus_first(self) -> None:
        """The list of attempts."""
        self._table.setFocus()

    def retranslate(self) -> None:
        """Set all words."""
        self._table.setAccessibleName(self.tr("Attempts by month, purpose and user"))
        self._exemptions.setAccessibleName(self.tr("Exemptions in force"))
        self._heading.setText(self.tr("Exemptions in force"))
        self._entries.setText(self.tr("Show in the log"))
        self._customer.setText(self.tr("Open the customer"))
        self._table.empty.say(
            self.tr("No attempts"), self.tr("No use was refused, and no list left anybody out, in twelve months.")
        )
        self._exemptions.empty.say(
            self.tr("No exemptions"),
            self.tr("They are asked for in a customer's record under Purposes, and signed by a second person."),
        )
        self._show_ready()

    def _count_columns(self) -> list[Column[AttemptCount]]:
        return [
            Column("month", shown("columns", "Month"), lambda row: f"{row.month:%Y-%m}", 84),
            Column("purpose", shown("columns", "Purpose"), lambda row: self._purpose(row.purpose), 150, stretch=True),
            Column("user", shown("columns", "Who"), lambda row: visible(row.name), 130),
            Column("attempts", shown("columns", "Attempts"), lambda row: f"{row.attempts:,}", 84, right=True),
            Column("people", shown("columns", "Customers refused"), lambda row: f"{row.people:,}", 150, right=True),
        ]

    def _signed_columns(self) -> list[Column[Signed]]:
        return [
            Column("customer", shown("columns", "Customer"), lambda row: visible(row[1]), 130),
            Column("purpose", shown("columns", "Purpose"), lambda row: self._purpose(row[0].purpose), 120),
            Column("until", shown("columns", "Last day"), lambda row: row[0].last_day.isoformat(), 116),
            Column("for", shown("columns", "For"), lambda row: words("policy", _ONCE if row[0].once else _DAYS), 110),
            Column("reason", shown("columns", "Reason"), lambda row: visible(row[0].reason), 150, stretch=True),
            Column("asked", shown("columns", "Asked by"), lambda row: visible(row[0].asked_by), 96, minor=True),
            Column("signed", shown("columns", "Signed by"), lambda row: visible(row[0].signed_by), 96),
        ]

    def _purpose(self, code: str) -> str:
        return self._purposes.get(code, code)

    def _take_purposes(self, found: Sequence[KeptPurpose]) -> None:
        self._purposes = {one.code: one.purpose.short.in_(language()) for one in found}
        for model in (self._counts, self._signed):
            model.layoutChanged.emit()

    def _take_counts(self, found: Sequence[AttemptCount]) -> None:
        self._counts.set_rows(found)
        self._show_ready()

    def _take_signed(self, found: Sequence[Signed]) -> None:
        self._signed.set_rows(found)
        self._show_ready()

    def _show_ready(self, *_: object) -> None:
        self._entries.setEnabled(len(self._table.selected()) == 1)
        self._customer.setEnabled(len(self._exemptions.selected()) == 1)

    def _open(self, table: Table) -> None:
        chosen = table.selected()
        if len(chosen) != 1:
            return
        if table is self._table:
            self.entries_wanted.emit(attempts.entries_of(chosen[0]))
        else:
            self.person_wanted.emit(chosen[0][0].person)
