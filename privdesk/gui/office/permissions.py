"""The section of permissions: who may do what, and who sees what, as the desk enforces it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QStackedWidget

from privdesk.domain.acts import ACTS
from privdesk.domain.matrix import FIELDS, Sight, sight
from privdesk.domain.operation_acts import OPERATIONS
from privdesk.domain.shown import shown
from privdesk.domain.user import Role
from privdesk.gui.background import Background
from privdesk.gui.logged import log_words
from privdesk.gui.office.field_words import field_said
from privdesk.gui.office.section import Section
from privdesk.gui.paper import ask_printer, ruled
from privdesk.gui.translation import language, words
from privdesk.gui.widgets.button import Button
from privdesk.gui.widgets.card import line
from privdesk.gui.widgets.page import Filters
from privdesk.gui.widgets.rows import Column, Row, RowsModel
from privdesk.gui.widgets.table import Table
from privdesk.operations.desk import Desk

_ROLES = (
    (Role.SUPPORT, shown("columns", "Support staff")),
    (Role.MANAGER, shown("columns", "Manager")),
    (Role.AUDITOR, shown("columns", "Auditor")),
)
_SIGHTS = {
    Sight.WHOLE: shown("sights", "yes"),
    Sight.REASON: shown("sights", "masked; whole with a reason"),
    Sight.MASKED: shown("sights", "masked"),
    Sight.OWN: shown("sights", "own entries"),
    Sight.NOTHING: shown("sights", "–"),
}


@dataclass(frozen=True)
class Doing:
    """One act that some operation is, under its noun."""

    noun: str
    verb: str

    @property
    def act(self) -> str:
        """As the log writes it."""
        return f"{self.noun}.{self.verb}"


def doings() -> tuple[Doing, ...]:
    """Every act of the matrix in the order of the log's words."""
    known = set(OPERATIONS.values())
    return tuple(
        Doing(noun, verb)
        for noun, group in log_words().groups.items()
        for verb in group.acts
        if f"{noun}.{verb}" in known
    )


def may(role: Role, doing: Doing) -> Sight:
    """Whether a role may do it, in the same words as for a field."""
    return Sight.WHOLE if role in ACTS[doing.act].roles else Sight.NOTHING


class Permissions(Section):
    """Two tables, one in front; what is in front can be printed."""

    name = "permissions"
    sign = "list-checks"
    titled = shown("sections", "Permissions")

    def __init__(self, work: Background, desk: Desk) -> None:
        super().__init__(work, desk)
        self._views = Filters("permissionViews")
        self._print = Button("printPermissions", "plain", "printer")
        acts: list[Column[Doing]] = [
            Column("group", shown("columns", "Area"), _group, width=140),
            Column("act", shown("columns", "Act"), _act, width=210, stretch=True),
            *_for_each_role(may, 105),
        ]
        fields: list[Column[str]] = [
            Column("field", shown("columns", "Field"), field_said, width=170, stretch=True),
            *_for_each_role(sight, 170),
        ]
        self._acts, self._fields = RowsModel(acts), RowsModel(fields)
        self._acts.set_rows(doings())
        self._fields.set_rows(tuple(FIELDS))
        self._tables = {"acts": Table("permittedActs", self._acts), "fields": Table("seenFields", self._fields)}
        self._stack = QStackedWidget()
        for table in self._tables.values():
            self._stack.addWidget(table)
        self.column.addLayout(line(self._views, None, self._print))
        self.column.addWidget(self._stack, 1)
        self._views.chosen.connect(lambda name: self._stack.setCurrentWidget(self._tables[name]))
        self._print.clicked.connect(self.ask_printer)
        self.retranslate()

    def text(self) -> str:
        """What the section is for."""
        return self.tr("What each role may do and see. The desk itself keeps to this, not only its screens.")

    def ask_printer(self) -> None:
        """Print the table in front."""
        cells = _cells(self._acts) if self._views.current() == "acts" else _cells(self._fields)
        ask_printer(self, ruled(self.title(), *cells))

    def focus_first(self) -> None:
        """The table in front."""
        self._tables[self._views.current()].setFocus()

    def retranslate(self) -> None:
        """Set all words."""
        said = {"acts": self.tr("May do"), "fields": self.tr("May see")}
        self._views.set_filters(said)
        for name, table in self._tables.items():
            table.setAccessibleName(said[name])
        self._print.setText(self.tr("Print"))


def _for_each_role(seen: Callable[[Role, Row], Sight], width: int) -> list[Column[Row]]:
    return [
        Column(
            role.value,
            title,
            partial(_said, seen, role),
            width=width,
            tone=partial(_tone, seen, role),
            sign=partial(_sign, seen, role),
        )
        for role, title in _ROLES
    ]


def _said(seen: Callable[[Role, Row], Sight], role: Role, row: Row) -> str:
    return words("sights", _SIGHTS[seen(role, row)])


def _tone(seen: Callable[[Role, Row], Sight], role: Role, row: Row) -> str:
    return {Sight.WHOLE: "done", Sight.NOTHING: "dim"}.get(seen(role, row), "soon")


def _sign(seen: Callable[[Role, Row], Sight], role: Role, row: Row) -> str:
    return {Sight.WHOLE: "check", Sight.NOTHING: ""}.get(seen(role, row), "eye-off")


def _group(doing: Doing) -> str:
    return log_words().groups[doing.noun].name.in_(language())


def _act(doing: Doing) -> str:
    return log_words().act(doing.act, language())


def _cells(model: RowsModel[Row]) -> tuple[list[str], list[list[str]]]:
    """The titles and the rows as words."""
    head = [words("columns", column.title) for column in model.columns]
    return head, [[column.text(row) for column in model.columns] for row in model.rows]
