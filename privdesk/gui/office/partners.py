"""The section of the partners: the companies that give us data."""

from datetime import date
from functools import partial

from privdesk.domain.partner import Partner
from privdesk.domain.shown import shown
from privdesk.gui.background import Background
from privdesk.gui.office.records import PartnerDialog
from privdesk.gui.office.saving import RecordSaver
from privdesk.gui.office.section import Section
from privdesk.gui.widgets.button import Button
from privdesk.gui.widgets.card import line
from privdesk.gui.widgets.empty import Empty
from privdesk.gui.widgets.rows import Column, RowsModel
from privdesk.gui.widgets.table import Table
from privdesk.operations import office
from privdesk.operations.desk import Desk

_COLUMNS: tuple[Column[Partner], ...] = (
    Column("name", shown("columns", "Partner"), lambda one: one.name, width=220, stretch=True),
    Column("kind", shown("columns", "Supplies"), lambda one: one.kind or "–", width=160, stretch=True),
    Column("representative", shown("columns", "Representative"), lambda one: one.representative or "–", width=140),
    Column("acquired", shown("columns", "How it got the data"), lambda one: one.acquired_how or "–", 180, stretch=True),
    Column(
        "contract",
        shown("columns", "Contract since"),
        lambda one: _day(one.contract_on),
        width=120,
        minor=True,
    ),
    Column(
        "ended",
        shown("columns", "Ended on"),
        lambda one: _day(one.ended_on),
        width=120,
        minor=True,
    ),
)


class Partners(Section):
    """The list, a partner to add or to change; imports add theirs by themselves."""

    name = "partners"
    sign = "link"
    titled = shown("sections", "Partners")

    def __init__(self, work: Background, desk: Desk) -> None:
        super().__init__(work, desk)
        self._rows = RowsModel(_COLUMNS)
        self._empty = Empty("link")
        self._list = Table("partners", self._rows, self._empty)
        self._add = Button("addPartner", "plain", "plus")
        self._change = Button("changePartner", "plain", "pencil")
        self.column.addLayout(line(self._add, self._change, None))
        self.column.addWidget(self._list, 1)
        self._add.clicked.connect(self.new)
        self._change.clicked.connect(self.edit)
        self._list.row_opened.connect(self._open)
        self._list.selectionModel().selectionChanged.connect(self._show_ready)
        self._empty.step_wanted.connect(self.new)
        self.retranslate()

    def text(self) -> str:
        """What the section is for."""
        return self.tr("Companies that give you data of customers. Imports name them on every record.")

    def reload(self) -> None:
        """Read the partners."""
        self.work.read(self, office.partners, then=self._take, key="partners")

    def adds(self) -> bool:
        """Partners are added."""
        return True

    def new(self) -> None:
        """Add a partner."""
        dialog = PartnerDialog(self, self.desk)
        RecordSaver(dialog, self.work, office.add_partner)
        dialog.open()

    def edits(self) -> bool:
        """Partners are changed."""
        return True

    def edit(self) -> None:
        """Change the selected partner."""
        for one in self._list.selected()[:1]:
            self._open(one)

    def focus_first(self) -> None:
        """The button."""
        self._add.setFocus()

    def retranslate(self) -> None:
        """Set all words."""
        self._list.setAccessibleName(self.tr("Partners"))
        self._add.setText(self.tr("Add a partner"))
        self._change.setText(self.tr("Change…"))
        self._show_ready()
        text = self.tr("An import of transactions adds its partners by itself.")
        self._empty.say(self.tr("No partners yet"), text, self.tr("Add a partner"))

    def _take(self, found: tuple[Partner, ...]) -> None:
        self._rows.set_rows(found)
        self._show_ready()

    def _open(self, one: Partner) -> None:
        dialog = PartnerDialog(self, self.desk, one)
        RecordSaver(dialog, self.work, office.change_partner, partial(office.partner, id_=one.id))
        dialog.open()

    def _show_ready(self) -> None:
        self._change.setEnabled(len(self._list.selected()) == 1)


def _day(day: date | None) -> str:
    return day.isoformat() if day else "–"
