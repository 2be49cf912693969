"""What was typed in a form and not saved: kept in the vault by itself, there again when the form is."""

from collections import Counter
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from privdesk.gui.background import Background
from privdesk.operations import drafts

Typed = Mapping[str, Any]
_PAUSE = 3000


class Draft(QObject):
    """The draft of a form, kept when the typing rests and when the desk is locked, until it is dropped.

    `typed` gives what stands in the form as plain values, never a number that the vault seals. Connect what the user
    changes to `note`. `changed` tells that the vault took a draft or let one go.
    """

    changed = Signal()

    def __init__(self, form: QObject, background: Background, typed: Callable[[], Typed]) -> None:
        super().__init__(form)
        self.place = ""
        self._background = background
        self._typed = typed
        self._fresh: Typed = {}
        self._kept: dict[str, Typed] = {}
        self._going: set[str] = set()
        self._drops: Counter[str] = Counter()
        self._touched = False
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.keep)
        background.closing.connect(self.keep)

    def begin(self, place: str, fill: Callable[[Typed], None]) -> None:
        """The form is about `place` from now on, filled but not typed in; `fill` then puts in what was kept for it.

        For an empty place nothing is kept. Call `keep` or `drop` before the form is filled for another place.
        """
        self._rest()
        self.place, self._fresh = place, self._typed()
        if place:
            self.find(place, partial(self._restore, place, fill))

    def note(self) -> None:
        """The user changed something."""
        if self.place:
            self._touched = True
            self._pause.start()

    def keep(self) -> None:
        """Keep now what was typed since it was last kept."""
        if not self._touched:
            return
        self._rest()
        typed = self._typed()
        if typed == self._fresh:
            self.drop()
        elif typed != self._kept.get(self.place):
            self._kept[self.place] = typed
            self._background.write(self, drafts.keep, self.place, typed, then=lambda _: self.changed.emit())

    def drop(self, place: str = "") -> None:
        """What was typed here, or at another place, was saved or thrown away."""
        place = place or self.place
        if place == self.place:
            self._rest()
        if self._kept.pop(place, None):
            self._going.add(place)
            self._drops[place] += 1
            self._background.write(self, drafts.drop, place, then=lambda _: self._dropped(place))

    def find(self, place: str, then: Callable[[Typed], None]) -> None:
        """Look for what was kept for a place; `then` takes an empty mapping where there is nothing."""
        if place in self._going or place in self._kept:  # the vault may not have heard of it yet
            then(self._kept.get(place, {}))
            return
        drops = self._drops[place]
        self._background.read(self, drafts.kept, place, then=lambda kept: self._found(place, drops, kept, then))

    def _found(self, place: str, drops: int, kept: Typed, then: Callable[[Typed], None]) -> None:
        if self._drops[place] > drops:  # it was read just before it went
            kept = {}
        if kept:
            self._kept[place] = kept
        then(kept)

    def _restore(self, place: str, fill: Callable[[Typed], None], kept: Typed) -> None:
        """Words typed meanwhile stay."""
        if kept and place == self.place and self._typed() == self._fresh:
            fill(kept)
            self._rest()

    def _rest(self) -> None:
        self._touched = False
        self._pause.stop()

    def _dropped(self, place: str) -> None:
        self._going.discard(place)
        self.changed.emit()
