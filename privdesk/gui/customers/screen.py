"""The place of the customers: joins list and record, the imports, and the buttons above them."""

from functools import cached_property, partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from privdesk.domain.matrix import roles_of
from privdesk.gui.background import Background
from privdesk.gui.customers.bench import Bench
from privdesk.gui.customers.drops import FileDrops
from privdesk.gui.customers.imports.screen import ImportsView
from privdesk.gui.customers.more import MoreButton
from privdesk.gui.customers.sameness_list import SamenessList
from privdesk.gui.state import WindowState
from privdesk.gui.widgets.button import Button
from privdesk.gui.widgets.page import Command, Page
from privdesk.operations import purposes, sameness, waiting
from privdesk.operations.desk import Desk


class CustomersPage(Page):
    """List at the left, record or form at the right; tables that are dropped here are imported.

    `request_wanted` asks to take in a request of a customer, the others to open what belongs to another place.
    """

    nouns = frozenset({"people", "requests", "letters", "retention", "batches", "office"})
    request_wanted = Signal(int)
    request_opened = Signal(int)
    letter_opened = Signal(int)
    looks_wanted = Signal(int, object)

    def __init__(self, background: Background, desk: Desk, state: WindowState, parent: QWidget | None = None) -> None:
        super().__init__("customers", parent)
        self._background = background
        self.bench = Bench(background, desk, state)
        self._desk = desk
        self._import = Button("customersImport", "plain", "upload")
        self._more = MoreButton()
        self._new = Button("customersNew", "primary", "user-plus")
        self._adds = desk.actor.role in roles_of("people.add")
        for button in (self._import, self._new):
            button.setVisible(self._adds)
        self.add_actions([self._import, self._more, self._new])
        self._stack = QStackedWidget()
        self.alike = SamenessList(background)
        for part in (self.bench, self.alike):
            self._stack.addWidget(part)
        self.column.addWidget(self._stack, 1)
        self._connect()
        self.retranslate()

    @cached_property
    def imports(self) -> ImportsView:
        """The imports, built when somebody first wants one."""
        part = ImportsView(self._background, self._desk)
        part.left.connect(partial(self._show, self.bench))
        part.run.alike_wanted.connect(self.alike.begin)
        self._stack.addWidget(part)
        return part

    def open_person(self, person_id: int) -> None:
        """Show a customer, from wherever somebody asked for him."""
        self._show(self.bench)
        self.bench.open_person(person_id)

    def new_customer(self) -> None:
        """Open the form for a new customer, for who may enter one."""
        if not self._adds:
            return
        self._show(self.bench)
        self.bench.detail.edit(new=True)

    def import_file(self, path: Path | None = None) -> None:
        """Open the import, with a file or to choose one."""
        self._show(self.imports)
        self.imports.begin(path)

    def show_imports(self, batch: int | None = None) -> None:
        """Show the imports so far and the rows that wait, of one or of all."""
        self.imports.overview(batch)
        self._show(self.imports)

    def commands(self) -> dict[str, Command]:
        """Search, new, edit, save, close and read again."""
        return {
            "find": self.bench.find_somebody,
            "new": self.new_customer,
            "edit": self.bench.detail.edit,
            "save": self._save,
            "close": self._close,
            "reload": self.reload,
        }

    def reload(self) -> None:
        """Read the list and the record again."""
        self.bench.reload()
        if self._stack.currentWidget() is self.alike:
            self.alike.reload()
        elif self._stack.currentWidget() is not self.bench:
            self.imports.reload()
        self._background.read(self, purposes.office, then=self.bench.set_office, key="office")
        self._background.read(self, waiting.count, then=self.bench.list.foot.set_waiting, key="waiting")
        if self._adds:
            self._background.read(self, sameness.count, then=self._more.set_alike, key="alike")

    def retranslate(self) -> None:
        """Set all words."""
        titles: dict[QWidget | None, str] = {self.bench: self.tr("Customers"), self.alike: self.tr("Same person?")}
        self.set_title(titles.get(self._stack.currentWidget(), self.tr("Imports")))
        self._import.setText(self.tr("Import a table"))
        self._new.setText(self.tr("New customer"))

    def help_text(self) -> str:
        """What F1 tells."""
        return self.tr(
            "Type any part of a name, kana, number, phone, mail or postal address to find a customer. Up and Down "
            "choose, Enter goes into the record. Every opened record is logged. Numbers are shown for a reason and "
            "hide again after 30 seconds. A red band says for which purposes the data may not be used. Tables can be "
            "dropped here to be imported."
        )

    def _connect(self) -> None:
        detail = self.bench.detail
        detail.request_wanted.connect(self.request_wanted)
        detail.request_opened.connect(self.request_opened)
        detail.letter_opened.connect(self.letter_opened)
        detail.looks_wanted.connect(self.looks_wanted)
        detail.batch_opened.connect(self.show_imports)
        self.bench.list.first_wanted.connect(partial(self.import_file, None))
        self.bench.list.waiting_wanted.connect(self.show_imports)
        self._import.clicked.connect(lambda: self.import_file())
        self._new.clicked.connect(self.new_customer)
        more = {
            "mailing": self.bench.mailing,
            "export": self.bench.export,
            "selected": self.bench.export_selected,
            "copy": self.bench.list.table.copy,
            "imports": self.show_imports,
            "columns": self.bench.choose_columns,
            "sameness": self.alike.begin,
        }
        self._more.wanted.connect(lambda name: more[name]())
        self.bench.list.table.picked.connect(self._more.set_selected)
        self.alike.begun.connect(partial(self._show, self.alike))
        self.alike.left.connect(partial(self._show, self.bench))
        FileDrops(self).dropped.connect(self.import_file)

    def showEvent(self, event: QShowEvent) -> None:
        """Somebody is on the telephone: the cursor stands in the search field at once."""
        super().showEvent(event)
        self.bench.find_somebody()

    def _save(self) -> None:
        if self._stack.currentWidget() is self.bench:
            editor = self.bench.detail.editor if self.bench.detail.editing else None
        else:
            editor = self.imports.editor
        if editor and editor.isVisible():
            editor.save()

    def _close(self) -> None:
        if self._stack.currentWidget() is self.bench:
            self.bench.detail.close_top()
        elif self._stack.currentWidget() is self.alike:
            self._show(self.bench)
        else:
            self.imports.close_top()

    def _show(self, part: QWidget) -> None:
        self._stack.setCurrentWidget(part)
        for widget, offered in (
            (self.filters, True),
            (self._more, True),
            (self._import, self._adds),
            (self._new, self._adds),
        ):
            widget.setVisible(offered and part is self.bench)
        self.retranslate()
