"""The people who belong to a customer: who acts for him, whom he acts for, who lives with him."""

from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from privdesk.domain.link import Link, NewLink
from privdesk.domain.shown import shown
from privdesk.domain.text import visible
from privdesk.gui.background import Background
from privdesk.gui.customers.link_dialog import EndLinkDialog, LinkDialog
from privdesk.gui.customers.record_tables import LinesTab
from privdesk.gui.customers.words import day_text, origin_text
from privdesk.gui.linkwords import link_said
from privdesk.gui.widgets.band import Band
from privdesk.gui.widgets.button import Button
from privdesk.gui.widgets.card import line
from privdesk.gui.widgets.rows import Column
from privdesk.operations import links
from privdesk.operations.desk import Desk
from privdesk.operations.people import Record


def _days(row: Link) -> str:
    return f"{day_text(row.since)} –{f' {day_text(row.until)}' if row.until else ''}"


def _who(row: Link) -> str:
    return visible("  ".join(filter(None, (row.name, row.number))))


def _tone(row: Link) -> str:
    return "dim" if row.until else ""


_COLUMNS: tuple[Column[Link], ...] = (
    Column("kind", shown("columns", "Link"), link_said, 176, tone=_tone),
    Column("name", shown("columns", "Name"), _who, 150, stretch=True, tone=_tone),
    Column("reach", shown("columns", "Reached at"), lambda row: visible(row.reach), 120, minor=True, tone=_tone),
    Column("days", shown("columns", "In force"), _days, 172, tone=_tone),
    Column("note", shown("columns", "Note"), lambda row: visible(row.note), 110, minor=True, tone=_tone),
)


def _whole(row: Link) -> str:
    parts = (_who(row), visible(row.reach), visible(row.note), origin_text(row.origin))
    return f"{link_said(row)}: {' · '.join(filter(None, parts))}"


class LinksTab(LinesTab):
    """`person_wanted` with the id of the other side on Enter or a double click."""

    person_wanted = Signal(int)

    def __init__(self, background: Background, desk: Desk) -> None:
        super().__init__("personLinks", _COLUMNS, "users")
        self._background = background
        self._desk = desk
        self._record: Record | None = None
        self._rows: tuple[Link, ...] = ()
        self._outgrown = Band("linkOutgrown", "soon", "triangle-alert")
        self._add = Button("linkAdd", "plain", "plus")
        self._end = Button("linkEnd", "link")
        self._open = Button("linkOpen", "link")
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        column.insertWidget(0, self._outgrown)
        column.addLayout(line(self._add, None, self._end, self._open))
        self.show_whole(_whole)
        self.opened.connect(self._open_other)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._offer())
        self._add.clicked.connect(self._ask)
        self._end.clicked.connect(self._ask_end)
        self._open.clicked.connect(self._open_chosen)
        self._offer()
        self.retranslate()

    def show_record(self, record: Record) -> None:
        """Read the links of the customer who is shown."""
        if self._record is None or self._record.person.id != record.person.id:
            self.set_rows(())
        self._record = record
        self._background.read(self, links.of_person, record.person.id, then=self.set_rows, key="links")

    def set_rows(self, rows: tuple[Link, ...]) -> None:
        """Show these links, and point out who has outgrown a guardian."""
        self._rows = rows
        super().set_rows(rows)
        self._offer()
        self._say_outgrown()

    def retranslate(self) -> None:
        """Say the verbs too."""
        super().retranslate()
        self.say(
            self.tr("Links to other people"),
            self.tr("Nobody is linked. Enter here who acts for the customer or lives with him."),
        )
        self._add.setText(self.tr("Add a link"))
        self._end.setText(self.tr("End the link"))
        self._open.setText(self.tr("Open this customer"))
        self._say_outgrown()

    def _say_outgrown(self) -> None:
        names = [_who(row) for row in self._rows if row.is_outgrown(self._desk.today)]
        text = self.tr(
            "Of age by now: the parents or guardians no longer act for a minor ({names}). End the link, or enter the "
            "delegated agent instead."
        )
        self._outgrown.say(text.format(names=" / ".join(names)))
        self._outgrown.setVisible(bool(names))

    def _offer(self) -> None:
        chosen = self.table.selected()[:1]
        self._end.setVisible(any(row.until is None for row in chosen))
        self._open.setVisible(any(row.other is not None for row in chosen))

    def _open_chosen(self) -> None:
        for row in self.table.selected()[:1]:
            self._open_other(row)

    def _open_other(self, row: Link) -> None:
        if row.other is not None:
            self.person_wanted.emit(row.other)

    def _ask(self) -> None:
        if self._record:
            dialog = LinkDialog(self, self._background, self._desk, self._record.person)
            dialog.given.connect(partial(self._save, dialog))
            dialog.open()

    def _save(self, dialog: LinkDialog, whose: int, new: NewLink) -> None:
        self._background.write(
            dialog, links.add, whose, new, then=lambda _done: dialog.accept(), otherwise=dialog.show_error
        )

    def _ask_end(self) -> None:
        for row in self.table.selected()[:1]:
            dialog = EndLinkDialog(self, self._desk.today, link_said(row), _who(row))
            dialog.given.connect(partial(self._end_link, dialog, row.id))
            dialog.open()

    def _end_link(self, dialog: EndLinkDialog, id_: int, until: date) -> None:
        self._background.write(
            dialog, links.end, id_, until, then=lambda _done: dialog.accept(), otherwise=dialog.show_error
        )
