"""Saves what was entered in Office, and settles it where somebody else saved meanwhile."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Generic

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from privdesk.domain.errors import DeskError, StaleSave
from privdesk.domain.office import Office
from privdesk.gui.background import Background
from privdesk.gui.office.dialogs import ConflictDialog
from privdesk.gui.office.records import Record, RecordDialog
from privdesk.gui.office.section import ProfileSection
from privdesk.operations import office


class ProfileSaver:
    """The way from a section to the vault; `page` is what its dialog lies over."""

    def __init__(self, page: QWidget, work: Background) -> None:
        self._page = page
        self._work = work

    def save(self, section: ProfileSection) -> None:
        """Save what stands in the section."""
        self._write(section, section.over(section.saved))

    def _write(self, section: ProfileSection, wanted: Office) -> None:
        self._work.write(
            self._page,
            office.save,
            wanted,
            then=lambda done: section.start_from(done.value),
            otherwise=lambda error: self._take_error(section, wanted, error),
        )

    def _take_error(self, section: ProfileSection, wanted: Office, error: DeskError) -> None:
        if isinstance(error, StaleSave):
            self._work.read(self._page, office.current, then=lambda theirs: self._settle(section, wanted, theirs))
        else:
            self._work.failed.emit(error)

    def _settle(self, section: ProfileSection, mine: Office, theirs: Office) -> None:
        """Both values side by side; nothing is saved before the user chose."""
        dialog = ConflictDialog(self._page, section.pairs(mine, theirs))
        dialog.accepted.connect(lambda: self._write(section, section.over(theirs)))
        dialog.theirs_taken.connect(lambda: section.start_from(theirs))
        dialog.open()


class RecordSaver(QObject, Generic[Record]):
    """The way from a dialog to a record: `save(desk, record)` writes it, `current(desk)` reads it as it is now."""

    def __init__(
        self,
        dialog: RecordDialog[Record],
        work: Background,
        save: Callable[..., object],
        current: Callable[..., Record] | None = None,
    ) -> None:
        super().__init__(dialog)
        self._dialog: RecordDialog[Record] = dialog
        self._work = work
        self._save = save
        self._current: Callable[..., Record] | None = current
        dialog.wanted.connect(self._write)

    def _write(self, wanted: Record) -> None:
        otherwise = partial(self._take_error, wanted)
        self._work.write(
            self._dialog, self._save, wanted, then=lambda _done: self._dialog.accept(), otherwise=otherwise
        )

    def _take_error(self, wanted: Record, error: DeskError) -> None:
        if isinstance(error, StaleSave) and self._current:
            self._work.read(self._dialog, self._current, then=partial(self._settle, wanted))
        else:
            self._dialog.show_error(error)

    def _settle(self, mine: Record, theirs: Record) -> None:
        """Both values side by side; nothing is saved before the user chose."""
        self._dialog.show_busy(on=False)
        both = ConflictDialog(self._dialog, self._dialog.pairs(mine, theirs))
        both.accepted.connect(lambda: self._write(replace(mine, version=theirs.version)))
        both.theirs_taken.connect(lambda: self._dialog.fill(theirs))
        both.open()
