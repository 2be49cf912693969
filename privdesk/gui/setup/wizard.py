"""The first start: five pages from the language to a desk of one's own."""

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from privdesk.domain.errors import DeskError
from privdesk.domain.office import ZONE
from privdesk.gui.background import Background
from privdesk.gui.setup.folder import desk_folder
from privdesk.gui.setup.founder import FounderPage
from privdesk.gui.setup.place import PlacePage
from privdesk.gui.setup.profile import ProfilePage
from privdesk.gui.setup.sheet import SheetPage
from privdesk.gui.setup.summary import SummaryPage
from privdesk.gui.translation import Translated, language, translated
from privdesk.gui.widgets.card import Card
from privdesk.gui.widgets.dialog import Question
from privdesk.gui.widgets.wizard import Wizard
from privdesk.operations.desks import Sheet
from privdesk.operations.reference import Reference

_WIDTH, _HEIGHT, _AIR = 780, 700, 40

Draw = Callable[[Sheet, str, str, date], bytes]


class SetupWizard(Translated, QWidget):
    """Emits `create_wanted(folder, office, founder, sheet)` after the last page, or `cancelled`; back keeps everything.

    `language_chosen` asks for another language of the whole window. `drawn` makes the sheet's PDF.
    """

    create_wanted = Signal(object, object, object, object)
    cancelled = Signal()
    language_chosen = Signal(str)

    def __init__(self, reference: Reference, sheet: Sheet, drawn: Draw, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("setup")
        self._sheet = sheet
        self._drawn = drawn
        self._busy = False
        # outlives the wizard, so that an answer that comes too late still finds its way to be dropped
        self._work = Background(_NoDesk(), QCoreApplication.instance())
        self._place = PlacePage()
        self._office = ProfilePage()
        self._founder = FounderPage(reference.common_passwords)
        self._paper = SheetPage(sheet)
        self._summary = SummaryPage(reference)
        self._pages = (self._place, self._office, self._founder, self._paper, self._summary)
        self._wizard = Wizard("setupPages", list(self._pages), width=_WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._wizard)
        self._place.language_chosen.connect(self.language_chosen)
        self._paper.draw_wanted.connect(self._draw)
        for page in self._pages:
            page.entered.connect(self._turned)
        self._wizard.left.connect(self.ask_to_leave)
        self._wizard.finished.connect(self._create)
        self.retranslate()

    @property
    def page(self) -> int:
        """The number of the page in front, from 0."""
        return self._wizard.place

    def show_failure(self, error: DeskError) -> None:
        """Say why the desk could not be made; everything that was entered is kept."""
        self._set_busy(on=False)
        self._summary.show_failure(translated(error))

    def ask_to_leave(self) -> None:
        """Ask before what was entered is given up."""
        if self._busy:
            return
        title = self.tr("Leave without a desk?")
        text = self.tr("What you entered is not kept, and a sheet that was printed opens nothing. Destroy it.")
        question = Question("leaveSetup", self, (title, text, self.tr("Leave")), danger=True)
        question.accepted.connect(self.cancelled)
        question.open()

    def retranslate(self) -> None:
        """Say what this is."""
        self.setAccessibleName(self.tr("A new desk"))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard to the page in front."""
        super().focusInEvent(event)
        self._pages[self.page].focus_first()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a field leads on, on a button it presses the button; Esc asks whether to leave."""
        here = self.focusWidget()
        if event.key() == Qt.Key.Key_Escape:
            self.ask_to_leave()
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif isinstance(here, QAbstractButton):
            here.click()
        else:
            self._wizard.go_on()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give every page the same height, so that nothing jumps between them."""
        super().resizeEvent(event)
        for card in self._wizard.findChildren(Card):
            card.setFixedHeight(min(_HEIGHT, self.height() - _AIR))

    def _draw(self) -> None:
        today = datetime.now(ZONE).date()
        name = self._office.office().name
        facts = self._sheet, name, language(), today
        self._work.beside(self, self._drawn, *facts, then=self._paper.show_pdf, key="sheet")

    def _turned(self) -> None:
        """Another page came in front: tell it what the earlier ones know."""
        office, founder = self._office.office(), self._founder.founder()
        self._founder.set_office(office.name)
        manager = f"{founder.name} ({founder.login})"
        self._summary.set_facts(office.name, desk_folder(self._place.parent_folder(), office.name), manager)
        self._pages[self.page].focus_first()

    def _create(self) -> None:
        self._set_busy(on=True)
        office = self._office.office()
        folder = desk_folder(self._place.parent_folder(), office.name)
        self.create_wanted.emit(folder, office, self._founder.founder(), self._sheet)

    def _set_busy(self, *, on: bool) -> None:
        self._busy = on
        self._wizard.setEnabled(not on)
        self._summary.show_busy(on=on)


class _NoDesk:
    """Stands where a desk will be: drawing a page changes nothing."""

    def take_changes(self) -> frozenset[str]:
        """Nothing changes."""
        return frozenset()
