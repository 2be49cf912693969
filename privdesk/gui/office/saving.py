"""Saves what a section of the profile holds, and settles it where somebody else saved meanwhile."""

from PySide6.QtWidgets import QWidget

from privdesk.domain.errors import DeskError, StaleSave
from privdesk.domain.office import Office
from privdesk.gui.background import Background
from privdesk.gui.office.dialogs import ConflictDialog
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
