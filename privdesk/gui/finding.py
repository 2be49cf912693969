"""What Ctrl+K finds beside the actions: customers, requests and letters, read while something is typed."""

import time
from itertools import chain, zip_longest

from PySide6.QtCore import QObject, QTimer

from privdesk.domain.law import Law
from privdesk.domain.text import visible
from privdesk.gui.background import Background
from privdesk.gui.palette import Hit, Palette
from privdesk.gui.translation import language
from privdesk.operations import search
from privdesk.operations.desk import Desk
from privdesk.operations.search import Found

_SETTLED = 1500
# so soon nobody has read what a text found: who types on is still at the same search
_TYPED_ON = 0.5
# the palette has a place or two left for actions
_MOST = 10


class Finding(QObject):
    """Fills a palette with hits of the kinds person, request and letter; a search that came to rest is logged.

    So is one whose hits were shown when another text follows, the palette closes, or the desk is locked.
    """

    def __init__(self, background: Background, desk: Desk, palette: Palette) -> None:
        super().__init__(palette)
        self._background = background
        self._law = desk.law_on(desk.today)
        self._palette = palette
        self._last = ("", 0)
        self._shown_at = 0.0
        self._settled = QTimer(self, singleShot=True, interval=_SETTLED)
        self._settled.timeout.connect(self._log)
        palette.search_wanted.connect(self._look_for)
        palette.closed.connect(self._end)
        background.closing.connect(self._end)

    def _look_for(self, text: str) -> None:
        last, _ = self._last
        if not (text.startswith(last) and time.monotonic() - self._shown_at < _TYPED_ON):
            self._end()
        self._settled.stop()
        if text.strip():
            self._background.read(
                self, search.everywhere, text, then=lambda found: self._take(text, found), key="everywhere"
            )

    def _take(self, text: str, found: Found) -> None:
        self._last = (text, len(found))
        self._palette.set_hits(text, hits(found, self._law))
        self._shown_at = time.monotonic()
        self._settled.start()

    def _end(self) -> None:
        """Log at once what was shown and does not come to rest any more."""
        _, count = self._last
        if self._settled.isActive() and count:
            self._log()
        self._settled.stop()

    def _log(self) -> None:
        self._background.write(self, search.settled, *self._last)


def hits(found: Found, law: Law) -> list[Hit]:
    """The best of each kind in turn, as many as there is room for, then kind by kind."""
    people = [Hit("person", str(row.id), visible(row.name), visible(row.number), "user") for row in found.people]
    requests = [
        Hit("request", str(row.id), f"{row.number} {visible(row.name)}", _kinds(row.kinds, law), "clipboard-list")
        for row in found.requests
    ]
    letters = [
        Hit("letter", str(row.id), f"{row.number} {visible(row.recipient)}", _letter(row.template, law), "file-text")
        for row in found.letters
    ]
    in_turn = chain.from_iterable(zip_longest(people, requests, letters))
    chosen = [hit for hit in in_turn if hit is not None][:_MOST]
    return [hit for hit in (*people, *requests, *letters) if hit in chosen]


def _kinds(kinds: tuple[str, ...], law: Law) -> str:
    return " · ".join(law.kinds[kind].chip.in_(language()) for kind in kinds if kind in law.kinds)


def _letter(template: str, law: Law) -> str:
    return law.letters[template].name.in_(language()) if template in law.letters else ""
