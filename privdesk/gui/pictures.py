"""Takes pictures of every screen: for the README, for the demo, and to look at what was built."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QTabWidget, QWidget

from privdesk.domain.letter import LetterQuery
from privdesk.gui.background import Background
from privdesk.gui.desk import CUSTOMERS, LETTERS, LOG, OFFICE, REQUESTS, RETENTION, DeskPage
from privdesk.gui.setup.wizard import SetupWizard
from privdesk.gui.theme import Look, Theme
from privdesk.gui.translation import LANGUAGES, Translation
from privdesk.gui.widgets.page import Page
from privdesk.gui.widgets.wizard import Wizard
from privdesk.operations import letters

SIZE = (1440, 900)
_TICK = 30
# so many looks in a row without work under way, and a screen has come to rest
_QUIET = 5


@dataclass(frozen=True)
class Shot:
    """A picture: its path without ending, what it shows, and what brings that into the state to be seen."""

    name: str
    widget: QWidget
    prepare: Callable[[], None]


class Pictures(QObject):
    """Prepares shot after shot, waits until nothing is read any more, and keeps what is seen then."""

    finished = Signal()

    def __init__(self, folder: Path, shots: Iterable[Shot], work: Background, parent: QObject) -> None:
        super().__init__(parent)
        self._folder = folder
        self._shots: Iterator[Shot] = iter(shots)
        self._shot: Shot | None = None
        self._busy = False
        self._quiet = 0
        self._timer = QTimer(self, interval=_TICK)
        self._timer.timeout.connect(self._look)
        work.busy.connect(self._take_busy)

    def start(self) -> None:
        """Begin; `finished` tells the end."""
        self._next()
        self._timer.start()

    def _next(self) -> None:
        self._shot = next(self._shots, None)
        self._quiet = 0
        if self._shot:
            self._shot.prepare()
        else:
            self._timer.stop()
            self.finished.emit()

    def _take_busy(self, busy: bool) -> None:
        self._busy = busy

    def _look(self) -> None:
        self._quiet = 0 if self._busy else self._quiet + 1
        if self._quiet >= _QUIET and self._shot:
            path = self._folder / f"{self._shot.name}.png"
            path.parent.mkdir(parents=True, exist_ok=True)
            self._shot.widget.grab().save(str(path))
            self._next()


@dataclass(frozen=True)
class Tour:
    """Everything there is to see: an open desk, cases and a customer to show, and the wizard of a new desk."""

    page: DeskPage
    wizard: SetupWizard
    cases: dict[str, int]
    person: int | None
    theme: Theme
    translation: Translation

    def shots(self) -> Iterator[Shot]:
        """Every screen in both languages, light; the places, the cases and a customer dark as well."""
        for language in LANGUAGES:
            self.translation.choose(language)
            self.theme.choose(Look.LIGHT)
            yield from self._of_wizard(language)
            for name, prepare in chain(self._places(), self._parts()):
                yield Shot(f"{language}/{name}", self.page, prepare)
            self.theme.choose(Look.DARK)
            for name, prepare in self._places():
                yield Shot(f"{language}/{name}-dark", self.page, prepare)

    def _of_wizard(self, language: str) -> Iterator[Shot]:
        pages = self.wizard.findChildren(Wizard)[0]
        for place in range(5):
            yield Shot(f"{language}/new-desk-{place + 1}", self.wizard, partial(pages.go_to, place))

    def _places(self) -> Iterator[tuple[str, Callable[[], None]]]:
        page = self.page
        begin = {
            RETENTION.name: lambda: self._choose_retention(page.retention.filters.names()[0]),
            LETTERS.name: self._show_letter,
            LOG.name: lambda: self._choose_log(page.log.filters.names()[0]),
            OFFICE.name: lambda: self._choose_section(page.office.names[0]),
        }
        for place in page.rail.names():
            yield place, begin.get(place, partial(page.go, place))
        for state, id_ in self.cases.items():
            yield f"{REQUESTS.name}-{state}", partial(page.open_request, id_)
        yield f"{CUSTOMERS.name}-one", partial(page.open_person, self.person or 0)
        for name in page.retention.filters.names()[1:]:
            yield f"{RETENTION.name}-{name}", partial(self._choose_retention, name)
        for name in page.log.filters.names()[1:]:
            yield f"{LOG.name}-{name}", partial(self._choose_log, name)

    def _parts(self) -> Iterator[tuple[str, Callable[[], None]]]:
        page = self.page
        yield from self._tabs(REQUESTS.name, "caseTabs", partial(page.open_request, next(iter(self.cases.values()))))
        yield from self._tabs(CUSTOMERS.name, "customerTabs", partial(page.open_person, self.person or 0))
        yield f"{CUSTOMERS.name}-new", page.customers.new_customer
        _close_top(page.customers)
        yield f"{CUSTOMERS.name}-imports", page.customers.show_imports
        _close_top(page.customers)
        yield f"{REQUESTS.name}-new", page.take_in_for
        _close_top(page.requests)
        for section in page.office.names[1:]:
            yield f"{OFFICE.name}-{section}", partial(self._choose_section, section)

    def _tabs(self, place: str, name: str, begin: Callable[[], None]) -> Iterator[tuple[str, Callable[[], None]]]:
        yield f"{place}-tab-1", begin
        (tabs,) = self.page.findChildren(QTabWidget, name)
        for number in range(1, tabs.count()):
            yield f"{place}-tab-{number + 1}", partial(tabs.setCurrentIndex, number)
        tabs.setCurrentIndex(0)

    def _show_letter(self) -> None:
        self.page.go(LETTERS.name)
        self.page.background.read(self.page, letters.page, LetterQuery(), then=self._open_first)

    def _open_first(self, found: letters.Page) -> None:
        for row in found.rows[:1]:
            self.page.open_letter(row.id)

    def _choose_retention(self, name: str) -> None:
        self.page.go(RETENTION.name)
        self.page.retention.filters.choose(name)

    def _choose_log(self, name: str) -> None:
        self.page.go(LOG.name)
        self.page.log.filters.choose(name)

    def _choose_section(self, name: str) -> None:
        self.page.go(OFFICE.name)
        self.page.office.choose(name)


def _close_top(place: Page) -> None:
    """As Esc does, so that the next picture of the place shows it as it is first seen."""
    place.commands()["close"]()
