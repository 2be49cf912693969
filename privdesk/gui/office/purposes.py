"""The section of the purposes: what the office's policy says, and which data each purpose uses."""

from dataclasses import replace
from functools import partial

from privdesk.domain.purpose import KeptPurpose
from privdesk.domain.shown import shown
from privdesk.gui.background import Background
from privdesk.gui.office.records import PurposeDialog
from privdesk.gui.office.saving import RecordSaver
from privdesk.gui.office.section import Section
from privdesk.gui.translation import language, words
from privdesk.gui.widgets.button import Button
from privdesk.gui.widgets.card import line
from privdesk.gui.widgets.chip import ChipFace
from privdesk.gui.widgets.rows import Column, RowsModel
from privdesk.gui.widgets.table import Table
from privdesk.gui.widgets.text import Paragraph
from privdesk.operations import policy
from privdesk.operations.desk import Desk

_ON = shown("policy", "On")
_OFF = shown("policy", "Off")
_ADVERTISING = shown("policy", "Advertising")


class Purposes(Section):
    """The list; a purpose is added, reworded, switched off and on, never deleted. Below it the selected one in full."""

    name = "purposes"
    sign = "list-checks"
    titled = shown("sections", "Purposes of use")

    def __init__(self, work: Background, desk: Desk) -> None:
        super().__init__(work, desk)
        self._categories = desk.reference.purposes.categories
        columns: list[Column[KeptPurpose]] = [
            Column("state", shown("columns", "State"), _state, width=84, chips=_state_chips),
            Column("short", shown("columns", "Short name"), lambda row: row.purpose.short.in_(language()), width=150),
            Column(
                "purpose",
                shown("columns", "Purpose of use"),
                lambda row: row.purpose.name.in_(language()),
                width=280,
                stretch=True,
            ),
            Column("sort", shown("columns", "Sort"), _sort, width=124, minor=True, chips=_sort_chips),
        ]
        self._rows = RowsModel(columns)
        self._list = Table("purposes", self._rows)
        self._add = Button("addPurpose", "plain", "plus")
        self._change = Button("changePurpose", "plain", "pencil")
        self._switch = Button("switchPurpose", "plain")
        self._whole = Paragraph()
        self._used = Paragraph(role="small", tone="dim")
        self.column.addLayout(line(self._add, self._change, self._switch, None))
        self.column.addWidget(self._list, 1)
        self.column.addWidget(self._whole)
        self.column.addWidget(self._used)
        self._add.clicked.connect(self.new)
        self._change.clicked.connect(self.edit)
        self._switch.clicked.connect(self._switch_selected)
        self._list.row_opened.connect(self._open)
        self._list.selectionModel().selectionChanged.connect(self._show_selected)
        self.retranslate()

    def text(self) -> str:
        """What the section is for."""
        return self.tr("As your privacy policy names them. Customers' consents and suspensions refer to these.")

    def reload(self) -> None:
        """Read the purposes."""
        self.work.read(self, policy.purposes, then=self._take, key="purposes")

    def adds(self) -> bool:
        """Purposes are added."""
        return True

    def new(self) -> None:
        """Add a purpose."""
        dialog = PurposeDialog(self, self.desk)
        RecordSaver(dialog, self.work, lambda desk, made: policy.add(desk, made.purpose))
        dialog.open()

    def edits(self) -> bool:
        """Purposes are reworded."""
        return True

    def edit(self) -> None:
        """Reword the selected purpose."""
        row = self._selected()
        if row:
            self._open(row)

    def focus_first(self) -> None:
        """The list."""
        self._list.setFocus()

    def retranslate(self) -> None:
        """Set all words."""
        self._list.setAccessibleName(self.tr("Purposes of use"))
        self._add.setText(self.tr("Add a purpose"))
        self._change.setText(self.tr("Change…"))
        self._show_selected()

    def _take(self, found: tuple[KeptPurpose, ...]) -> None:
        before = self._selected()
        self._rows.set_rows(found)
        places = [place for place, row in enumerate(found) if before and row.code == before.code]
        self._list.select(places[0] if places else 0)
        self._show_selected()

    def _selected(self) -> KeptPurpose | None:
        chosen: list[KeptPurpose] = self._list.selected()
        return chosen[0] if len(chosen) == 1 else None

    def _open(self, row: KeptPurpose) -> None:
        dialog = PurposeDialog(self, self.desk, row)
        RecordSaver(dialog, self.work, policy.save, partial(policy.purpose, code=row.code))
        dialog.open()

    def _switch_selected(self) -> None:
        """Switch it off or on; the bar offers the way back."""
        row = self._selected()
        if row:
            self.work.write(self, policy.save, replace(row, active=not row.active))

    def _show_selected(self) -> None:
        row = self._selected()
        for button in (self._change, self._switch):
            button.setEnabled(row is not None)
        self._switch.setText(self.tr("Switch off") if row is None or row.active else self.tr("Switch on"))
        self._whole.setText(row.purpose.name.in_(language()) if row else "")
        used = [self._categories[category].in_(language()) for category in row.purpose.categories] if row else []
        self._used.setText(self.tr("Data used: {data}").format(data=" / ".join(used)) if used else "")


def _state(row: KeptPurpose) -> str:
    return words("policy", _ON if row.active else _OFF)


def _state_chips(row: KeptPurpose) -> list[ChipFace]:
    return [ChipFace(_state(row), "done" if row.active else "neutral")]


def _sort(row: KeptPurpose) -> str:
    return words("policy", _ADVERTISING) if row.purpose.marketing else ""


def _sort_chips(row: KeptPurpose) -> list[ChipFace]:
    return [ChipFace(_sort(row), "soon", "mail")] if row.purpose.marketing else []
