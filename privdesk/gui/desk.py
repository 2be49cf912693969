"""The open desk: the only module that knows all screens; it builds them, and takes whoever asks from one to another."""

from collections.abc import Callable
from functools import cached_property, partial
from typing import Any

from PySide6.QtWidgets import QWidget

from privdesk.domain.log import LogQuery
from privdesk.domain.shown import shown
from privdesk.domain.user import Role
from privdesk.gui.customers.screen import CustomersPage
from privdesk.gui.letters.screen import LettersPage
from privdesk.gui.log.screen import LogPage
from privdesk.gui.office.backups import Backups
from privdesk.gui.office.screen import OfficePage, sections
from privdesk.gui.palette import Hit
from privdesk.gui.rail import Place
from privdesk.gui.requests.screen import RequestsPage
from privdesk.gui.retention.screen import RetentionPage
from privdesk.gui.sitting import Sitting
from privdesk.gui.state import WindowState
from privdesk.gui.today.screen import TodayPage
from privdesk.gui.translation import words
from privdesk.operations import search
from privdesk.operations.desk import Desk

TODAY = Place("today", "calendar", shown("places", "Today"))
REQUESTS = Place("requests", "inbox", shown("places", "Requests"))
CUSTOMERS = Place("customers", "users", shown("places", "Customers"))
RETENTION = Place("retention", "archive", shown("places", "Retention"))
LETTERS = Place("letters", "mail", shown("places", "Letters"))
LOG = Place("log", "history", shown("places", "Log"))
OFFICE = Place("office", "building-2", shown("places", "Office"))

_SECTION = "section"


class DeskPage(Sitting):
    """Everything of an unlocked desk that is shown; deleting it leaves nothing of the desk on the screen.

    Each place is built when somebody first goes there.
    """

    def __init__(self, desk: Desk, state: WindowState, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._state = state.of(desk.actor.login)
        self.doors: dict[str, Callable[[int], None]] = {
            "person": self.open_person,
            "request": self.open_request,
            "letter": self.open_letter,
            "message": self.open_message,
        }
        self.add_place(TODAY, lambda: self.today)
        self.add_place(REQUESTS, lambda: self.requests)
        self.add_place(CUSTOMERS, lambda: self.customers)
        self.add_place(RETENTION, lambda: self.retention)
        self.add_place(LETTERS, lambda: self.letters)
        self.add_place(LOG, lambda: self.log)
        self.add_place(OFFICE, lambda: self.office)
        self.page_built.connect(lambda page: page.filters.remember(self._state))
        self.bar.due_wanted.connect(lambda: self.go(TODAY.name))
        self.bar.backup_wanted.connect(partial(self.open_list, OFFICE.name, Backups.name))
        self.hit_wanted.connect(
            lambda hit: (
                self.open_list(OFFICE.name, hit.id) if hit.kind == _SECTION else self.doors[hit.kind](int(hit.id))
            )
        )
        self.finder.offer(partial(_section_hits, desk.actor.role))

    @cached_property
    def today(self) -> TodayPage:
        """What waits."""
        page = TodayPage(self.background, self.desk)
        page.place_wanted.connect(self.open_list)
        page.request_wanted.connect(self.open_request)
        page.message_wanted.connect(self.open_message)
        page.letter_wanted.connect(self.open_letter)
        page.intake_wanted.connect(self.take_in_for)
        page.draft_wanted.connect(self.open_draft)
        page.counted.connect(self.show_counts)
        page.backup_wanted.connect(partial(self.open_list, OFFICE.name, Backups.name))
        page.backup_told.connect(self.bar.set_backup)
        return page

    @cached_property
    def requests(self) -> RequestsPage:
        """The cases and the mails."""
        page = RequestsPage(self.background, self.desk, self._state)
        page.person_wanted.connect(self.open_person)
        page.letter_wanted.connect(self.open_letter)
        return page

    @cached_property
    def customers(self) -> CustomersPage:
        """The customers and the imports."""
        page = CustomersPage(self.background, self.desk, self._state)
        page.request_wanted.connect(self.take_in_for)
        page.request_opened.connect(self.open_request)
        page.letter_opened.connect(self.open_letter)
        page.looks_wanted.connect(lambda person, entry: self.open_list(LOG.name, (LogQuery(person=person), entry)))
        return page

    @cached_property
    def retention(self) -> RetentionPage:
        """What must be looked at, and why."""
        page = RetentionPage(self.background, self.desk, self._state)
        page.person_wanted.connect(self.open_person)
        page.request_wanted.connect(self.open_request)
        return page

    @cached_property
    def letters(self) -> LettersPage:
        """The letters."""
        page = LettersPage(self.background, self.desk, self._state)
        page.request_wanted.connect(self.open_request)
        return page

    @cached_property
    def log(self) -> LogPage:
        """Who did what and when."""
        page = LogPage(self.background, self.desk, self._state)
        page.thing_wanted.connect(lambda noun, id_: self.doors[noun](id_))
        return page

    @cached_property
    def office(self) -> OfficePage:
        """What is set for the whole office."""
        page = OfficePage(self.background, self.desk, self._state)
        page.settings_wanted.connect(self.settings_wanted)
        page.entries_wanted.connect(lambda query: self.open_list(LOG.name, (query,)))
        page.person_wanted.connect(self.open_person)
        return page

    def open_person(self, id_: int) -> None:
        """Show a customer."""
        self.go(CUSTOMERS.name)
        self.customers.open_person(id_)

    def open_request(self, id_: int) -> None:
        """Show a case."""
        self.go(REQUESTS.name)
        self.requests.open_request(id_)

    def open_letter(self, id_: int) -> None:
        """Show a letter."""
        self.go(LETTERS.name)
        self.letters.open_letter(id_)

    def open_message(self, id_: int) -> None:
        """Show a mail."""
        self.go(REQUESTS.name)
        self.requests.open_message(id_)

    def take_in_for(self, person: int | None = None) -> None:
        """Open the form of a new request, for a customer where one is given."""
        self.go(REQUESTS.name)
        if person is None:
            self.requests.new_request()
            return
        self.background.read(self, search.lines, [person], then=lambda found: self.requests.new_request(found[person]))

    def open_draft(self, place: str) -> None:
        """Go where something was typed and not saved; the form there shows it again."""
        noun, _, rest = place.partition(":")
        id_ = rest.partition(":")[0]
        if noun == OFFICE.name:
            self.open_list(OFFICE.name, rest)
        elif id_.isdecimal():
            self.doors[noun](int(id_))
        elif noun == "person":
            self.go(CUSTOMERS.name)
            self.customers.new_customer()
        else:
            self.take_in_for()

    def open_list(self, place: str, query: object) -> None:
        """Show the list of a place under a query, which is asked before the place comes in front and reads."""
        self.page(place)
        lists: dict[str, Callable[[Any], None]] = {
            REQUESTS.name: lambda query: self.requests.show_query(query),
            CUSTOMERS.name: lambda _: self.customers.show_imports(),
            RETENTION.name: lambda query: self.retention.show_due(query),
            LETTERS.name: lambda query: self.letters.show_query(query),
            LOG.name: lambda wanted: self.log.show_query(*wanted),
            OFFICE.name: lambda section: self.office.choose(section),
        }
        lists[place](query)
        self.go(place)


def _section_hits(role: Role) -> list[Hit]:
    """The sections of the office, for who looks for them by name; the place itself need not be built for that."""
    place = words("places", OFFICE.title)
    return [Hit(_SECTION, one.name, words("sections", one.titled), place, one.sign) for one in sections(role)]
