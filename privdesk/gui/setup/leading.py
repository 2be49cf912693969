"""What leads over several pages to a desk has in common: the keys, the height, the question before leaving."""

from collections.abc import Callable, Sequence
from datetime import date, datetime

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from privdesk.domain.office import ZONE
from privdesk.gui.background import Background
from privdesk.gui.recoverysheet import SheetPage
from privdesk.gui.translation import Translated, language
from privdesk.gui.widgets.card import Card
from privdesk.gui.widgets.dialog import Question
from privdesk.gui.widgets.guidedpage import GuidedPage
from privdesk.gui.widgets.wizard import Wizard
from privdesk.operations.desks import Sheet

_WIDTH, _HEIGHT, _AIR = 780, 700, 40

Draw = Callable[[Sheet, str, str, date], bytes]


class SheetWizard(Translated, QWidget):
    """Pages of which one is a new recovery sheet; `drawn` makes its PDF. `cancelled` when the user gives up."""

    cancelled = Signal()

    def __init__(self, name: str, sheet: Sheet, drawn: Draw, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._sheet = sheet
        self._drawn = drawn
        self._busy = False
        # outlives the wizard, so that an answer that comes too late still finds its way to be dropped
        self._work = Background(_NoDesk(), QCoreApplication.instance())
        self._paper = SheetPage(sheet)
        self._paper.draw_wanted.connect(self._draw)

    @property
    def page(self) -> int:
        """The number of the page in front, from 0."""
        return self._wizard.place

    def office_name(self) -> str:
        """The name on the sheet."""
        raise NotImplementedError

    def question(self) -> tuple[str, str, str]:
        """Title, text and verb of the question before what was entered is given up."""
        raise NotImplementedError

    def lead(self, pages: Sequence[GuidedPage]) -> None:
        """Lead over these pages."""
        self._pages = tuple(pages)
        self._wizard = Wizard(f"{self.objectName()}Pages", list(pages), width=_WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._wizard)
        for page in pages:
            page.entered.connect(self.turned)
        self._wizard.left.connect(self.ask_to_leave)
        self._wizard.finished.connect(self.finish)
        self.retranslate()

    def turned(self) -> None:
        """Another page came in front."""
        self._pages[self.page].focus_first()

    def finish(self) -> None:
        """The last page let go."""

    def ask_to_leave(self) -> None:
        """Ask before what was entered is given up."""
        if self._busy:
            return
        question = Question(f"leave{self.objectName().capitalize()}", self, self.question(), danger=True)
        question.accepted.connect(self.cancelled)
        question.open()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard to the page in front."""
        super().focusInEvent(event)
        self._pages[self.page].focus_first()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give every page the same height, so that nothing jumps between them."""
        super().resizeEvent(event)
        for card in self._wizard.findChildren(Card):
            card.setFixedHeight(min(_HEIGHT, self.height() - _AIR))

    def set_busy(self, *, on: bool) -> None:
        """While the desk is being made nothing else can be done."""
        self._busy = on
        self._wizard.setEnabled(not on)

    def _draw(self) -> None:
        facts = self._sheet, self.office_name(), language(), datetime.now(ZONE).date()
        self._work.beside(self, self._drawn, *facts, then=self._paper.show_pdf, key="sheet")


class _NoDesk:
    """Stands where a desk will be: drawing a page changes nothing."""

    def take_changes(self) -> frozenset[str]:
        """Nothing changes."""
        return frozenset()
