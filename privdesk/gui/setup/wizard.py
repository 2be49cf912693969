"""The first start: five pages from the language to a desk of one's own."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from privdesk.domain.errors import DeskError
from privdesk.gui.deskfolder import desk_folder
from privdesk.gui.setup.founder import FounderPage
from privdesk.gui.setup.leading import Draw, SheetWizard
from privdesk.gui.setup.place import PlacePage
from privdesk.gui.setup.profile import ProfilePage
from privdesk.gui.setup.summary import SummaryPage
from privdesk.operations.desks import Sheet
from privdesk.operations.reference import Reference


class SetupWizard(SheetWizard):
    """Emits `create_wanted(folder, office, founder, sheet)` after the last page, or `cancelled`; back keeps everything.

    `language_chosen` asks for another language of the whole window.
    """

    create_wanted = Signal(object, object, object, object)
    language_chosen = Signal(str)

    def __init__(self, reference: Reference, sheet: Sheet, drawn: Draw, parent: QWidget | None = None) -> None:
        super().__init__("setup", sheet, drawn, parent)
        self._place = PlacePage()
        self._office = ProfilePage()
        self._founder = FounderPage(reference.common_passwords)
        self._summary = SummaryPage(reference)
        self._place.language_chosen.connect(self.language_chosen)
        self.lead((self._place, self._office, self._founder, self._paper, self._summary))

    def show_failure(self, error: DeskError) -> None:
        """Say why the desk could not be made; everything that was entered is kept."""
        self.set_busy(on=False)
        self._summary.failure.show_errors(error)

    def office_name(self) -> str:
        """What was entered on the second page."""
        return self._office.office().name

    def question(self) -> tuple[str, str, str]:
        """Nothing is made yet."""
        text = self.tr("What you entered is not kept, and a sheet that was printed opens nothing. Destroy it.")
        return self.tr("Leave without a desk?"), text, self.tr("Leave")

    def retranslate(self) -> None:
        """Say what this is."""
        self.setAccessibleName(self.tr("A new desk"))

    def turned(self) -> None:
        """Tell the page in front what the earlier ones know."""
        office, founder = self._office.office(), self._founder.founder()
        self._founder.set_office(office.name)
        manager = f"{founder.name} ({founder.login})"
        self._summary.set_facts(office.name, desk_folder(self._place.parent_folder(), office.name), manager)
        super().turned()

    def finish(self) -> None:
        """Ask for the desk."""
        self.set_busy(on=True)
        office = self._office.office()
        folder = desk_folder(self._place.parent_folder(), office.name)
        self.create_wanted.emit(folder, office, self._founder.founder(), self._sheet)

    def set_busy(self, *, on: bool) -> None:
        """Show that the desk is being made."""
        super().set_busy(on=on)
        self._summary.show_busy(on=on)
