"""From a backup to a desk in four pages."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from privdesk.domain.errors import Cancelled, DeskError
from privdesk.gui.background import Background
from privdesk.gui.restoring.pages import WayPage, WherePage, WhichPage
from privdesk.gui.restoring.result import ResultPage
from privdesk.gui.translation import Translated
from privdesk.gui.widgets.wizard import Wizard
from privdesk.operations.restores import Restored


class RestoreWizard(Translated, QWidget):
    """`restored` with the new folder and who opened the backup; `cancelled` when the user gives up.

    `restore(backup, folder, way, newer, progress=)` does the work, which is cancelled with the wizard; `is_known` tells
    whether this PC has seen the desk of a backup.
    """

    restored = Signal(str, str)
    cancelled = Signal()

    def __init__(self, work: Background, restore: Callable[..., Restored], is_known: Callable[[Path], bool]) -> None:
        super().__init__()
        self.setObjectName("restore")
        self._work = work
        self._restore, self._is_known = restore, is_known
        self._login = ""
        self._done: Restored | None = None
        self._which, self._way, self._where, self._result = WhichPage(), WayPage(), WherePage(), ResultPage()
        self._wizard = Wizard("restorePages", [self._which, self._way, self._where, self._result])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._wizard)
        self._wizard.turned.connect(self._turn)
        self._wizard.left.connect(self._leave)
        self._wizard.finished.connect(self._finish)
        work.progressed.connect(self._result.show_progress)
        self.retranslate()

    def retranslate(self) -> None:
        """Say what this is."""
        self.setAccessibleName(self.tr("Restore a backup"))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard to the first field."""
        super().focusInEvent(event)
        self._wizard.go_to(self._wizard.place)

    def _turn(self, place: int) -> None:
        self._where.set_backup(self._which.file())
        if place == 2:
            self._work.beside(self, self._is_known, self._which.file(), then=self._where.set_known)
        if place == 3:
            self._begin()

    def _begin(self) -> None:
        self._work.cancel()  # who went back and comes again means the new facts
        self._result.begin()
        self._login = self._way.login()
        facts = (self._which.file(), self._where.folder(), self._way.way(), self._where.newer())
        self._work.beside(self, self._restore, *facts, then=self._take, otherwise=self._fail, long=True)

    def _take(self, done: Restored) -> None:
        self._done = done
        self._result.show_result(done)
        self._wizard.retranslate()

    def _fail(self, error: DeskError) -> None:
        if isinstance(error, Cancelled):
            return
        self._result.show_failure(error)
        self._wizard.retranslate()

    def _leave(self) -> None:
        """What is under way leaves nothing."""
        self._work.cancel()
        self.cancelled.emit()

    def _finish(self) -> None:
        if self._done:
            self.restored.emit(str(self._done.folder), self._login)
