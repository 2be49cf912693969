"""The open desk: the only module that knows all screens; it builds them, and takes whoever asks from one to another."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtWidgets import QWidget

from privdesk.domain.shown import shown
from privdesk.gui.background import Background
from privdesk.gui.clipboard import brief_clipboard
from privdesk.gui.customers.screen import CustomersPage
from privdesk.gui.finding import Finding
from privdesk.gui.idle import IdleWatch
from privdesk.gui.letters.screen import LettersPage
from privdesk.gui.office.screen import OfficePage
from privdesk.gui.palette import Hit
from privdesk.gui.rail import Place
from privdesk.gui.requests.screen import RequestsPage
from privdesk.gui.retention.screen import RetentionPage
from privdesk.gui.shell import Shell, application
from privdesk.gui.state import WindowState
from privdesk.gui.today.screen import TodayPage
from privdesk.operations import desks, search
from privdesk.operations.desk import Desk

TODAY = Place("today", "calendar", shown("places", "Today"))
REQUESTS = Place("requests", "inbox", shown("places", "Requests"))
CUSTOMERS = Place("customers", "users", shown("places", "Customers"))
RETENTION = Place("retention", "archive", shown("places", "Retention"))
LETTERS = Place("letters", "mail", shown("places", "Letters"))
OFFICE = Place("office", "building-2", shown("places", "Office"))


class DeskPage(Shell):
    """Everything of an unlocked desk that is shown; deleting it leaves nothing of the desk on the screen."""

    def __init__(self, desk: Desk, state: WindowState, parent: QWidget | None = None) -> None:
        super().__init__(desk.office.name, desk.actor.name, parent)
        self._desk = desk
        self.background = Background(desk, self)
        self._idle = IdleWatch(application(), desk.office.idle_minutes * 60)
        self.today = TodayPage(self.background, desk)
        self.requests = RequestsPage(self.background, desk, state)
        self.customers = CustomersPage(self.background, desk, state)
        self.retention = RetentionPage(self.background, desk, state)
        self.letters = LettersPage(self.background, desk, state)
        self.office = OfficePage(self.background, desk, state)
        for place, page in (
            (TODAY, self.today),
            (REQUESTS, self.requests),
            (CUSTOMERS, self.customers),
            (RETENTION, self.retention),
            (LETTERS, self.letters),
            (OFFICE, self.office),
        ):
            self.add_place(place, page)
        self._finding = Finding(self.background, desk, self.finder)
        self._join_the_road()
        self._join_the_places()
        self._idle.start()

    def close_desk(self, then: Callable[[], None]) -> None:
        """Take nothing more, let saves that wait be done, roll long work back, close the vault, go on with `then`."""
        self._idle.stop()
        brief_clipboard().clear()

        def end() -> None:
            self.background.wait()
            desks.lock(self._desk)
            then()

        self.background.stopped.connect(end)
        self.background.stop(roll_back=True)

    def open_hit(self, hit: Hit) -> None:
        """Go to something that was found."""
        {"person": self.open_person, "request": self.open_request, "letter": self.open_letter}[hit.kind](int(hit.id))

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

    def open_list(self, place: str, query: object) -> None:
        """Show the list of a place under a query."""
        self.go(place)
        lists: dict[str, Callable[[Any], None]] = {
            REQUESTS.name: self.requests.show_query,
            CUSTOMERS.name: lambda _: self.customers.show_imports(),
            RETENTION.name: self.retention.show_due,
            LETTERS.name: self.letters.show_query,
        }
        lists[place](query)

    def _join_the_road(self) -> None:
        background, messages = self.background, self.messages
        background.done.connect(messages.show_done)
        background.failed.connect(messages.show_error)
        background.changed.connect(self.take_changes)
        background.changed.connect(self._take_office)
        background.progressed.connect(messages.show_progress)
        background.finished.connect(messages.end_progress)
        messages.cancel_wanted.connect(background.cancel)
        messages.undo_wanted.connect(lambda undo: background.write(self, undo))
        self._idle.remaining.connect(messages.warn_of_lock)
        self._idle.lock_wanted.connect(self.lock_wanted)
        brief_clipboard().remaining.connect(messages.warn_of_clipboard)

    def _join_the_places(self) -> None:
        self.today.place_wanted.connect(self.open_list)
        self.today.request_wanted.connect(self.open_request)
        self.today.message_wanted.connect(self.open_message)
        self.today.letter_wanted.connect(self.open_letter)
        self.today.intake_wanted.connect(self.take_in_for)
        self.today.counted.connect(self._show_counts)
        self.requests.person_wanted.connect(self.open_person)
        self.requests.letter_wanted.connect(self.open_letter)
        self.customers.request_wanted.connect(self.take_in_for)
        self.customers.request_opened.connect(self.open_request)
        self.customers.letter_opened.connect(self.open_letter)
        self.retention.person_wanted.connect(self.open_person)
        self.retention.request_wanted.connect(self.open_request)
        self.letters.request_wanted.connect(self.open_request)
        self.office.settings_wanted.connect(self.settings_wanted)
        self.bar.due_wanted.connect(lambda: self.go(TODAY.name))
        self.hit_wanted.connect(self.open_hit)

    def _take_office(self, nouns: frozenset[str]) -> None:
        if "office" in nouns:
            self.bar.set_office(self._desk.office.name)
            self._idle.start(self._desk.office.idle_minutes * 60)

    def _show_counts(self, counts: Mapping[str, int]) -> None:
        for name in self.rail.names():
            self.rail.set_count(name, counts.get(name, 0))
        self.bar.set_due(counts.get("due", 0))
