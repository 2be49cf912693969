"""The imports inside the place of the customers: the wizard, the import under way, what was imported so far."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QComboBox, QStackedWidget, QWidget

from privdesk.gui.background import Background
from privdesk.gui.customers.editor import PersonEditor
from privdesk.gui.customers.imports.check_page import CheckPage
from privdesk.gui.customers.imports.file_page import FilePage
from privdesk.gui.customers.imports.mapping_page import MappingPage
from privdesk.gui.customers.imports.overview import Overview
from privdesk.gui.customers.imports.run_page import RunPage
from privdesk.gui.widgets.button import Button
from privdesk.gui.widgets.wizard import Wizard, WizardPage
from privdesk.operations.desk import Desk

_WIDTH = 920


class ImportsView(QStackedWidget):
    """One of the three at a time; `left` goes back to the customers."""

    left = Signal()

    def __init__(self, background: Background, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("imports")
        self.file = FilePage(background, desk)
        self.mapping = MappingPage(background, self.file, desk)
        self.check = CheckPage(background, self.mapping)
        self.wizard = Wizard("importWizard", [self.file, self.mapping, self.check], width=_WIDTH)
        self.run = RunPage(background)
        self.list = Overview(background, desk)
        for page in (self.wizard, self.run, self.list):
            self.addWidget(page)
        self._next = self.wizard.findChild(Button, "importWizardNext")
        for step in (self.file, self.check):
            step.ready_changed.connect(partial(self._focus_next, step))
        self.wizard.left.connect(self.check.trial.stop)
        self.wizard.left.connect(self.left)
        self.wizard.finished.connect(self._import)
        self.run.stopped.connect(self._back_to_check)
        self.run.waiting_wanted.connect(self.overview)
        self.run.left.connect(self.left)
        self.list.left.connect(self.left)

    @property
    def editor(self) -> PersonEditor:
        """The form in which a waiting row is mended."""
        return self.list.editor

    def begin(self, path: Path | None = None) -> None:
        """Start with the first page; what was chosen before is still there."""
        self.setCurrentWidget(self.wizard)
        self.wizard.go_to(0)
        self.file.focus()
        if path:
            self.file.take(path)

    def overview(self, batch: int | None = None) -> None:
        """Show the imports so far and the rows that wait, of one or of all."""
        self.list.show_waiting(batch)
        self.setCurrentWidget(self.list)

    def reload(self) -> None:
        """Read again what shows."""
        if self.isVisible() and self.currentWidget() is self.list:
            self.list.reload()

    def close_top(self) -> None:
        """Close the form, else go back to the customers; an import under way goes on until it is stopped."""
        if self.currentWidget() is self.run and self.run.running:
            return
        if self.currentWidget() is not self.list or not self.list.close_top():
            self.left.emit()

    def _import(self) -> None:
        if self.file.preview:
            self.setCurrentWidget(self.run)
            self.run.run(self.file.preview, self.mapping.received.received, keep_cards=self.mapping.cards.keep)

    def _focus_next(self, page: WizardPage) -> None:
        """Enter leads on as soon as a page is ready, unless somebody is choosing something in it."""
        choosing = isinstance(QApplication.focusWidget(), QComboBox)
        if self._next and page.isVisible() and page.ready() and not choosing:
            self._next.setFocus()

    def _back_to_check(self) -> None:
        self.setCurrentWidget(self.wizard)
        self.wizard.go_to(2)
