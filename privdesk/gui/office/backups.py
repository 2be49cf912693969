"""The section of backups: where they go and when, how old the last ones are, and the register of copies."""

from privdesk.domain.shown import shown
from privdesk.gui.background import Background
from privdesk.gui.office.backup_places import BackupPlaces
from privdesk.gui.office.backup_register import CopyRegister
from privdesk.gui.office.section import Section
from privdesk.operations import backups, copies
from privdesk.operations.backups import Overview
from privdesk.operations.desk import Desk


class Backups(Section):
    """The places of the plan above, the register of copies below."""

    name = "backups"
    sign = "database"
    titled = shown("sections", "Backups")

    def __init__(self, work: Background, desk: Desk) -> None:
        super().__init__(work, desk)
        self.places = BackupPlaces(work, desk)
        self.register = CopyRegister(work, desk)
        self.column.addWidget(self.places)
        self.column.addWidget(self.register, 1)

    def text(self) -> str:
        """What the section is for."""
        return self.tr(
            "Encrypted copies that open with the password of a manager or the recovery sheet of their day. "
            "Use two media in turn, and keep one away from the PC."
        )

    def reload(self) -> None:
        """Read plan and register."""
        self.work.read(self, backups.overview, then=self._take, key="backups")
        self.work.read(self, copies.register, then=self.register.set_copies, key="copies")

    def adds(self) -> bool:
        """Places are added."""
        return True

    def new(self) -> None:
        """Add a place."""
        self.places.choose_place()

    def focus_first(self) -> None:
        """The first button."""
        self.places.focus_first()

    def _take(self, found: Overview) -> None:
        self.places.show_overview(found)
        self.register.show_overview(found)
