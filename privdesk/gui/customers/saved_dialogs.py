"""The dialogs of saved filters: save what is set, and rename, share or delete those that there are."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from privdesk.domain.errors import DeskError
from privdesk.domain.person import PeopleQuery
from privdesk.domain.saved_filter import SavedFilter
from privdesk.domain.shown import shown
from privdesk.domain.text import visible
from privdesk.domain.user import Role
from privdesk.gui.background import Background
from privdesk.gui.counting import COUNTED_AT_ONCE, count_said
from privdesk.gui.translation import translated, words
from privdesk.gui.widgets.button import Button
from privdesk.gui.widgets.card import line
from privdesk.gui.widgets.dialog import Dialog, Entering
from privdesk.gui.widgets.field import Field
from privdesk.gui.widgets.rows import Column, RowsModel
from privdesk.gui.widgets.table import Table
from privdesk.gui.widgets.text import Paragraph
from privdesk.operations import people_list, saved_filters
from privdesk.operations.desk import Desk

_OFFICE, _OWN = shown("filters", "The office"), shown("filters", "Myself")


class SaveFilterDialog(Entering):
    """Asks for the name under which what is set is saved; `accepted` when it is."""

    def __init__(self, parent: QWidget, background: Background, query: PeopleQuery, said: Sequence[str]) -> None:
        super().__init__("saveFilter", parent)
        self._background = background
        self._query = query
        self._said = said
        self._name = Field("saveFilterName")
        self._shared = QCheckBox()
        self._shared.setObjectName("saveFilterShared")
        self._about = Paragraph(tone="dim")
        for part in (self._about, self._name, self._shared):
            self.column.addWidget(part)
        self.retranslate()
        self._name.editor.setFocus()

    def retranslate(self) -> None:
        """Set the words."""
        self.say(
            self.tr("Save as a filter"),
            self.tr("The search, what the list is narrowed to and its order come back whenever you choose it."),
            self.tr("Save the filter"),
        )
        self._about.setText(" · ".join(self._said) or self.tr("All customers"))
        self._name.say(self.tr("Name"))
        self._shared.setText(self.tr("Everybody in the office may use it"))

    def try_accept(self) -> None:
        """Save it."""
        self.show_busy(on=True)
        save = partial(saved_filters.save, shared=self._shared.isChecked())
        self._background.write(
            self, save, self._name.text(), self._query, then=lambda _: self.accept(), otherwise=self.show_error
        )


@dataclass(frozen=True)
class _Line:
    filter: SavedFilter
    count: int | None = None


_COLUMNS = (
    Column[_Line]("name", shown("columns", "Filter"), lambda one: visible(one.filter.name), 180, stretch=True),
    Column[_Line](
        "for", shown("columns", "For"), lambda one: words("filters", _OFFICE if one.filter.shared else _OWN), 96
    ),
    Column[_Line]("count", shown("columns", "Customers"), lambda one: _count(one.count), 96, right=True),
)


class SavedDialog(Dialog):
    """Lists the saved filters; the one in front can be renamed, shared and deleted by whose it is."""

    def __init__(self, parent: QWidget, background: Background, desk: Desk) -> None:
        super().__init__("savedDialog", parent, choice=False)
        self._background = background
        self._actor = desk.actor
        self._model: RowsModel[_Line] = RowsModel(_COLUMNS, self)
        self.table = Table("savedTable", self._model)
        self._name = QLineEdit()
        self._name.setObjectName("savedName")
        self._shared = QCheckBox()
        self._shared.setObjectName("savedShared")
        self._change = Button("savedChange")
        self._remove = Button("savedRemove", "danger")
        self._counts: dict[int, int] = {}
        self.column.addWidget(self.table, 1)
        self.column.addWidget(self._name)
        self.column.addWidget(self._shared)
        self.column.addLayout(line(None, self._remove, self._change))
        self.table.row_selected.connect(lambda _: self._show_one())
        self._change.clicked.connect(self._save)
        self._name.returnPressed.connect(self._save)
        self.verb.setDefault(False)  # else Enter in the name closes the dialog
        self._remove.clicked.connect(self._delete)
        self._reload()
        self._show_one()
        self.retranslate()

    def sizeHint(self) -> QSize:
        """Room for a list."""
        return super().sizeHint().expandedTo(QSize(520, 440))

    def retranslate(self) -> None:
        """Set the words."""
        self.say(
            self.tr("Saved filters"),
            self.tr("A filter of the office is changed by who saved it, or by a manager."),
            self.tr("Close"),
        )
        self.table.setAccessibleName(self.tr("Saved filters"))
        self.table.empty.say(self.tr("No filter is saved"))
        self._name.setAccessibleName(self.tr("Name"))
        self._shared.setText(self.tr("Everybody in the office may use it"))
        self._change.setText(self.tr("Save the change"))
        self._remove.setText(self.tr("Delete"))

    def _reload(self) -> None:
        self._background.read(self, saved_filters.offered, then=self._take, key="saved")
        self._background.read(self, _counts, then=self._take_counts, key="counts")

    def _take(self, filters: Sequence[SavedFilter]) -> None:
        place = max(0, self.table.currentIndex().row())
        self._model.set_rows([_Line(one, self._counts.get(one.id)) for one in filters])
        self.table.select(min(place, len(filters) - 1))
        self._show_one()

    def _take_counts(self, counts: Mapping[int, int]) -> None:
        self._counts = dict(counts)
        self._take([one.filter for one in self._model.rows])

    def _chosen(self) -> SavedFilter | None:
        rows: list[_Line] = self.table.selected()
        return rows[0].filter if len(rows) == 1 else None

    def _show_one(self) -> None:
        one = self._chosen()
        own = one is not None and (one.owner == self._actor.id or (one.shared and self._actor.role is Role.MANAGER))
        self._name.setText(one.name if one else "")
        self._shared.setChecked(one is not None and one.shared)
        for part in (self._name, self._shared, self._change, self._remove):
            part.setEnabled(own)

    def _save(self) -> None:
        if one := self._chosen():
            changed = replace(one, name=self._name.text(), shared=self._shared.isChecked())
            self._do(saved_filters.edit, changed)

    def _delete(self) -> None:
        if one := self._chosen():
            self._do(saved_filters.remove, one.id)

    def _do(self, operation: Callable[..., object], what: object) -> None:
        self._background.write(self, operation, what, then=lambda _: self._done(), otherwise=self._tell)

    def _done(self) -> None:
        self.show_wrong("")
        self._reload()

    def _tell(self, error: DeskError) -> None:
        self.show_wrong(translated(error))


def _counts(desk: Desk) -> dict[int, int]:
    """How many each saved filter finds, counted as far as 10,000."""
    return {one.id: people_list.count(desk, one.query, COUNTED_AT_ONCE) for one in saved_filters.offered(desk)}


def _count(count: int | None) -> str:
    return "" if count is None else count_said(count, exact=count < COUNTED_AT_ONCE)
