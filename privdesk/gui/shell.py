"""The frame of an open desk: the bar at the top, the places at the left, the one in front, the message bar."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from privdesk.gui.actions import ACTIONS, Actions
from privdesk.gui.guide import Guide
from privdesk.gui.messages import MessageBar
from privdesk.gui.palette import Hit, Palette
from privdesk.gui.rail import Place, Rail
from privdesk.gui.topbar import TopBar
from privdesk.gui.translation import words
from privdesk.gui.widgets.card import on_ground
from privdesk.gui.widgets.icon import icon
from privdesk.gui.widgets.page import Command, Page

_USERS_OWN = ("settings", "help", "lock", "quit")


def application() -> QApplication:
    """The one application, which a widget cannot be without."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app


class Shell(QWidget):
    """Holds the places handed to it; says what is wanted and goes nowhere by itself, except from place to place."""

    lock_wanted = Signal()
    settings_wanted = Signal()
    quit_wanted = Signal()
    hit_wanted = Signal(object)
    place_changed = Signal(str)
    page_built = Signal(object)

    def __init__(self, office: str, user: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("shell")
        on_ground(self, "page")
        self.bar = TopBar(office, user)
        self.rail = Rail()
        self.messages = MessageBar()
        self._builders: dict[str, Callable[[], Page]] = {}
        self._pages: dict[str, Page] = {}
        self._stack = QStackedWidget()
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.rail)
        middle.addWidget(self._stack, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addLayout(middle, 1)
        column.addWidget(self.messages)
        self.finder = Palette(self.bar.search, self)
        self._keys = Actions(self, self.do)
        self.rail.place_wanted.connect(self.go)
        self.bar.lock_wanted.connect(self.lock_wanted)
        self.bar.user_menu.aboutToShow.connect(self._fill_user_menu)
        self.finder.hit_chosen.connect(self._take_hit)
        application().focusObjectChanged.connect(self.refresh_actions)

    def add_place(self, place: Place, build: Callable[[], Page]) -> None:
        """Put a place into the rail; its page is built when somebody first goes there."""
        self.rail.add(place)
        self._builders[place.name] = build

    def page(self, name: str) -> Page:
        """The page of a place."""
        if name not in self._pages:
            page = self._pages[name] = self._builders[name]()
            self._stack.addWidget(page)
            page.commands_changed.connect(self.refresh_actions)
            self.page_built.emit(page)
        return self._pages[name]

    def current(self) -> str:
        """The name of the place in front."""
        return next((name for name, page in self._pages.items() if page is self._stack.currentWidget()), "")

    def go(self, name: str) -> None:
        """Bring a place in front."""
        page = self.page(name)
        if page is not self._stack.currentWidget():
            self.setFocus()  # else Qt hands the focus of what is hidden to whatever comes next
            self._stack.setCurrentWidget(page)
        self.rail.set_current(name)
        if self.hasFocus():
            page.setFocus()
        page.come_forward()
        self.place_changed.emit(name)
        self.refresh_actions()

    def take_changes(self, nouns: frozenset[str]) -> None:
        """Tell every page that was built which nouns changed; the one in front reads again at once."""
        for page in self._pages.values():
            page.take_changes(nouns)

    def do(self, name: str) -> None:
        """Do an action of the table: the window's own, else what the page in front makes of it."""
        command = {**self._page_commands(), **self._own_commands()}.get(name)
        if command:
            command()
        self.refresh_actions()

    def refresh_actions(self, _focused: QObject | None = None) -> None:
        """Let only those keys work that do something here and now; the lock in a dialog too."""
        if dialog := application().activeModalWidget():
            self._keys.follow(dialog)
        self._keys.enable({*self._page_commands(), *self._own_commands()})
        self.finder.set_actions(self._keys.enabled())

    def showEvent(self, event: QShowEvent) -> None:
        """The first place comes in front when the desk is first seen."""
        super().showEvent(event)
        self.go(self.current() or self.rail.names()[0])

    def _page_commands(self) -> dict[str, Command]:
        page = self._pages.get(self.current())
        return page.commands() if page else {}

    def _own_commands(self) -> dict[str, Command]:
        places = {f"place{n}": partial(self.go, name) for n, name in enumerate(self.rail.names(), start=1)}
        return {
            **places,
            "palette": self.finder.open_up,
            "undo": self.messages.undo,
            "help": self._open_guide,
            "settings": self.settings_wanted.emit,
            "lock": self.lock_wanted.emit,
            "quit": self.quit_wanted.emit,
        }

    def _fill_user_menu(self) -> None:
        menu = self.bar.user_menu
        menu.clear()
        for action in ACTIONS:
            if action.name in _USERS_OWN:
                made = menu.addAction(icon(action.sign), f"{words('actions', action.text)}\t{action.key}")
                made.setObjectName(action.name)
                made.triggered.connect(partial(self.do, action.name))

    def _take_hit(self, hit: Hit) -> None:
        if hit.kind == "action":
            self.do(hit.id)
        else:
            self.hit_wanted.emit(hit)

    def _open_guide(self) -> None:
        page = self._pages.get(self.current())
        Guide(self, page.accessibleName() if page else "", page.help_text() if page else "").open()
