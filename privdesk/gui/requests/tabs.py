"""The tabs over the lists: the inbox, a tab for each group of states, and everything, with what is in them."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabBar

from privdesk.domain.case import Tab
from privdesk.domain.shown import shown
from privdesk.gui.state import WindowState
from privdesk.gui.translation import Translated, words

ALL = "all"
INBOX = "inbox"
TABS = {
    INBOX: shown("requests", "Inbox"),
    Tab.NEW.value: shown("requests", "New"),
    Tab.WAITING.value: shown("requests", "Waiting for papers"),
    Tab.WORKING.value: shown("requests", "In work"),
    Tab.APPROVAL.value: shown("requests", "For approval"),
    Tab.SENDING.value: shown("requests", "To send"),
    Tab.DONE.value: shown("requests", "Closed"),
    ALL: shown("requests", "All"),
}


class StateTabs(Translated, QTabBar):
    """`chosen` with the name of the tab in front; `last` is the one that the user chose in the sitting before."""

    chosen = Signal(str)

    def __init__(self, state: WindowState) -> None:
        super().__init__()
        self.setObjectName("requestTabs")
        self.setExpanding(False)
        self.setDrawBase(False)
        self._state = state
        self._led = False
        self._counts: dict[str, int] = {}
        self._due_by: date | None = None
        for name in TABS:
            self.setTabData(self.addTab(""), name)
        last = state.chosen(self.objectName())
        self.last = last if last in TABS else ""
        self.currentChanged.connect(self._take)
        self.retranslate()

    def name(self) -> str:
        """The tab in front."""
        return str(self.tabData(self.currentIndex()))

    def go(self, name: str) -> None:
        """Bring a tab in front for a while; only what the user chooses himself is remembered."""
        self._led = True
        self.setCurrentIndex(list(TABS).index(name))
        self._led = False

    def follow(self, tab: Tab | None) -> None:
        """The request in front went into another tab: show that one, unless the list in front holds both."""
        if tab is not None and self.name() not in (INBOX, ALL, tab.value):
            self.go(tab.value)

    def set_counts(self, counts: Mapping[str, int]) -> None:
        """Show how many each tab has."""
        self._counts |= counts
        self.retranslate()

    def say_due_by(self, day: date | None) -> None:
        """Let the last tab say that it shows only what is due by a day."""
        self._due_by = day
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words; a count of zero is left out."""
        for place, (name, title) in enumerate(TABS.items()):
            count = self._counts.get(name, 0)
            self.setTabText(place, f"{words('requests', title)}  {count:,}" if count else words("requests", title))
        if self._due_by:
            text = words("requests", shown("requests", "Due by {day}"))
            self.setTabText(len(TABS) - 1, text.format(day=self._due_by.isoformat()))
        self.setAccessibleName(words("requests", shown("requests", "Requests by state")))

    def _take(self, place: int) -> None:
        name = str(self.tabData(place))
        if not self._led:
            self._state.choose(self.objectName(), name)
        self.chosen.emit(name)
