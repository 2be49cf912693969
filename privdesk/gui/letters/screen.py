"""The place Letters: what waits for the printer or the post, and all that was ever issued."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from privdesk.domain.letter import LetterQuery, LetterRow, LetterState
from privdesk.gui.background import Background
from privdesk.gui.letters.model import LettersModel
from privdesk.gui.letterview import LetterView
from privdesk.gui.posting import STATES
from privdesk.gui.state import WindowState
from privdesk.gui.translation import words
from privdesk.gui.widgets.card import Card
from privdesk.gui.widgets.empty import Empty
from privdesk.gui.widgets.page import Command, Page
from privdesk.gui.widgets.search import SearchField
from privdesk.gui.widgets.table import Table
from privdesk.operations import letters
from privdesk.operations.desk import Desk

_ALL = "all"
_PAUSE = 120


class LettersPage(Page):
    """The list at the left, the pages at the right; `request_wanted` with the id of a letter's request."""

    nouns = frozenset({"letters", "requests"})
    request_wanted = Signal(int)

    def __init__(self, background: Background, desk: Desk, state: WindowState, parent: QWidget | None = None) -> None:
        super().__init__("letters", parent)
        self._background = background
        self._state = state
        self._wanted = 0
        self._counts: Mapping[LetterState, int] = {}
        self.search = SearchField("letterSearch")
        self.search.setFixedWidth(260)
        self.model = LettersModel(background, desk, self)
        self.table = Table("letterTable", self.model, Empty("mail"))
        self.table.remember(state)
        self.view = LetterView(background, desk)
        self._empty = Empty("file-text")
        self._side = QStackedWidget()
        self._splitter = QSplitter()
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._lay_out()
        self._connect()
        self.retranslate()

    def open_letter(self, id_: int) -> None:
        """Show a letter, from wherever somebody asked for it."""
        self._wanted = id_
        self.search.clear()
        self.filters.choose(_ALL)
        self.model.ask(states=frozenset(), text="")

    def show_query(self, query: LetterQuery) -> None:
        """Show the list that another place asks for: the letters in a state."""
        state = next(iter(query.states)).value if len(query.states) == 1 else _ALL
        self.search.clear()
        self.filters.choose(state)
        self.model.ask(states=query.states, text="")

    def commands(self) -> dict[str, Command]:
        """Search, print, save a copy, read again."""
        found: dict[str, Command] = {"find": self._find, "reload": self.reload}
        if self.view.row is not None:
            found |= {"print": self.view.ask_print, "save": self.view.ask_save}
        return found

    def reload(self) -> None:
        """Read the list and the counts again."""
        self.model.reload()
        self._background.read(self, letters.counts, replace(self.model.query), then=self._take_counts, key="counts")

    def help_text(self) -> str:
        """What F1 tells."""
        return self.tr(
            "Letters stand here from the day they are issued. What was issued is never changed: a slip is mended by a "
            "new letter. Ctrl+P prints the very pages that show, which is noted; then record by which service it was "
            "sent. A lock before a number says that the letter shows whole numbers."
        )

    def retranslate(self) -> None:
        """Set all words."""
        self.set_title(self.tr("Letters"))
        self.search.say(self.tr("Number, name, request or tracking number"))
        self.table.setAccessibleName(self.tr("Letters"))
        text = self.tr("A letter stands here as soon as it is issued in its request.")
        self.table.empty.say(self.tr("No letters here"), text)
        self._empty.say(self.tr("No letter is open"), self.tr("Choose one at the left to see its pages."))
        self._take_counts(self._counts)

    def _lay_out(self) -> None:
        self.add_actions([self.search])
        left = Card(margin=8)
        left.column.addWidget(self.table)
        blank = Card()
        blank.column.addWidget(self._empty)
        self._side.addWidget(blank)
        self._side.addWidget(self.view)
        self._splitter.setOrientation(Qt.Orientation.Horizontal)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(12)
        self._splitter.addWidget(left)
        self._splitter.addWidget(self._side)
        self._splitter.setSizes([580, 460])
        self._state.restore("letters/splitter", self._splitter)
        self.column.addWidget(self._splitter, 1)

    def _connect(self) -> None:
        self.filters.chosen.connect(lambda name: self.model.ask(states=_states(name)))
        self.search.searched.connect(lambda text: self.model.ask(text=text))
        self._background.closing.connect(self.search.settle)
        self.search.settled.connect(lambda: self._background.write(self, letters.settled_search, self.model.query))
        self.search.entered.connect(self.table.setFocus)
        self.table.row_selected.connect(lambda _: self._pause.start())
        self.table.row_opened.connect(lambda _: self.view.print.setFocus())
        self._pause.timeout.connect(self._choose)
        self.model.loaded.connect(self._follow)
        self.view.request_wanted.connect(self.request_wanted)
        self._splitter.splitterMoved.connect(lambda *_: self._state.keep("letters/splitter", self._splitter))

    def _take_counts(self, counts: Mapping[LetterState, int]) -> None:
        """Say the states, with how many letters wait in them."""
        self._counts = counts
        texts = {_ALL: self.tr("All")}
        for state, name in STATES.items():
            count = counts.get(state, 0) if state is not LetterState.SENT else 0
            texts[state.value] = f"{words('post', name)}  {count:,}" if count else words("post", name)
        self.filters.set_filters(texts)

    def _find(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def _choose(self) -> None:
        for row in self.table.selected()[:1]:
            self._show(row)

    def _follow(self) -> None:
        """After reading, the letter that was wanted, or that shows, is in front; its line may say more by now."""
        wanted = self._wanted or (self.view.row.id if self.view.row else 0)
        place = self.model.place_of(wanted)
        if place >= 0:
            self._wanted = 0
            self.table.select(place)
            self._pause.stop()
            self._show(self.model.rows[place])
        elif self.view.row is not None:
            query = LetterQuery(request=self.view.row.request)
            self._background.read(self, letters.page, query, then=self._refresh, key="row")

    def _refresh(self, page: letters.Page) -> None:
        for row in page.rows:
            if self.view.row is not None and row.id == self.view.row.id:
                self.view.show_letter(row)

    def _show(self, row: LetterRow) -> None:
        self.view.show_letter(row)
        self._side.setCurrentWidget(self.view)


def _states(name: str) -> frozenset[LetterState]:
    return frozenset() if name == _ALL else frozenset({LetterState(name)})
