"""The register of copies: test one, note that one is destroyed, enter one that is kept elsewhere."""

from collections.abc import Iterable
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from privdesk.domain.copies import Copy
from privdesk.domain.errors import DeskError
from privdesk.gui.background import Background
from privdesk.gui.office.backup_columns import copy_columns
from privdesk.gui.office.backup_dialogs import CopyDialog, DrillDialog, DrillResult
from privdesk.gui.translation import Translated
from privdesk.gui.widgets.button import Button
from privdesk.gui.widgets.card import line
from privdesk.gui.widgets.dialog import Question
from privdesk.gui.widgets.rows import RowsModel
from privdesk.gui.widgets.table import Table
from privdesk.gui.widgets.text import OneLine, Text
from privdesk.operations import backups, copies, restores
from privdesk.operations.backups import Overview
from privdesk.operations.desk import Desk
from privdesk.operations.desks import Terms
from privdesk.operations.restores import Drill

_LEAST = 176


class CopyRegister(Translated, QWidget):
    """All copies that are known; the buttons act on the selected one."""

    def __init__(self, work: Background, desk: Desk) -> None:
        super().__init__()
        self._work = work
        self._desk = desk
        self._heading = Text(role="strong")
        self._test = Button("testBackup", "plain", "shield-check")
        self._delete = Button("deleteCopy", "quiet", "shredder")
        self._gone = Button("copyGone", "quiet", "check")
        self._enter = Button("enterCopy", "plain", "plus")
        self._reminder = OneLine(role="small", tone="soon")
        self._rows = RowsModel(copy_columns(lambda: desk.today))
        self._list = Table("copies", self._rows)
        self._build()
        self._connect()
        self.retranslate()

    def set_copies(self, found: Iterable[Copy]) -> None:
        """Show the register."""
        self._rows.set_rows(list(found))
        self._show_ready()

    def show_overview(self, found: Overview) -> None:
        """Remind of a test where the last one is long ago."""
        self._reminder.setVisible(found.wants_drill and found.last is not None)

    def ask_to_test(self) -> None:
        """Ask for the password that opens the selected backup."""
        for copy in self._chosen():
            dialog = DrillDialog(self, copy)
            dialog.drill_wanted.connect(partial(self.test, Path(copy.place, copy.file)))
            dialog.open()

    def test(self, path: Path, password: str) -> None:
        """Restore a backup for a test; what is found is said, and stands in the log."""
        self._work.beside(
            self,
            restores.drill,
            path,
            restores.by_password(self._desk.actor.login, password),
            Terms(),
            then=self._take_passed,
            otherwise=partial(self._take_failure, path),
            long=True,
        )

    def ask_to_delete(self) -> None:
        """Ask before the selected backup's file is deleted."""
        for copy in self._chosen():
            text = self.tr("“{file}” is deleted at {place}. This cannot be taken back.")
            words = (self.tr("Delete this copy?"), text.format(file=copy.file, place=copy.place), self.tr("Delete"))
            dialog = Question("deleteCopyQuestion", self, words, danger=True)
            dialog.accepted.connect(partial(self._work.write, self, copies.destroy, copy.id))
            dialog.open()

    def note_gone(self) -> None:
        """Note that the selected copy was destroyed."""
        for copy in self._chosen():
            self._work.write(self, copies.note_destroyed, copy.id)

    def retranslate(self) -> None:
        """Set all words."""
        self._list.setAccessibleName(self.tr("Register of copies"))
        self._heading.setText(self.tr("Register of copies"))
        self._test.setText(self.tr("Test this backup…"))
        self._delete.setText(self.tr("Delete its file…"))
        self._gone.setText(self.tr("Note that it is destroyed"))
        self._enter.setText(self.tr("Enter a copy…"))
        self._reminder.setText(self.tr("Not tested yet, or not for three months: select a backup and test it"))
        self._list.empty.say(self.tr("No copies yet"), self.tr("Every backup is entered here by itself."))

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(line(self._heading, None, self._enter))
        column.addLayout(line(self._test, self._delete, self._gone, None))
        column.addWidget(self._reminder)
        self._list.setMinimumHeight(_LEAST)
        column.addWidget(self._list, 1)
        self._reminder.hide()

    def _connect(self) -> None:
        self._test.clicked.connect(self.ask_to_test)
        self._delete.clicked.connect(self.ask_to_delete)
        self._gone.clicked.connect(self.note_gone)
        self._enter.clicked.connect(  # how long copies are kept is read first
            lambda: self._work.read(self, backups.overview, then=self._open_entry, key="entry")
        )
        self._list.selectionModel().selectionChanged.connect(self._show_ready)

    def _open_entry(self, found: Overview) -> None:
        dialog = CopyDialog(self, self._desk.today, found.plan.daily, found.plan.monthly)

        def enter(where: str, made: date, by: date) -> None:
            self._work.write(
                dialog, copies.add, where, made, by, then=lambda _done: dialog.accept(), otherwise=dialog.show_error
            )

        dialog.copy_wanted.connect(enter)
        dialog.open()

    def _take_passed(self, passed: Drill) -> None:
        self._work.write(self, restores.note_drill, passed)
        DrillResult(self, passed).open()

    def _take_failure(self, path: Path, error: DeskError) -> None:
        if isinstance(error, restores.FAILURES):
            self._work.write(self, restores.note_failure, path, error)
            DrillResult(self, error).open()
        else:
            self._work.failed.emit(error)

    def _chosen(self) -> list[Copy]:
        return [copy for copy in self._list.selected()[:1] if not copy.destroyed_on]

    def _show_ready(self) -> None:
        chosen = self._chosen()
        self._gone.setEnabled(bool(chosen))
        for button in (self._test, self._delete):
            button.setEnabled(bool(chosen) and bool(chosen[0].file))
