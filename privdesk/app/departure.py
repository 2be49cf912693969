"""The way out of a desk: the screens are taken at once, and the desk is closed behind a cover."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from privdesk.gui.window import Window

if TYPE_CHECKING:
    from privdesk.gui.cover import Cover
    from privdesk.gui.desk import DeskPage

Then = Callable[[], None]


class Departure:
    """One way out of one sitting; where it leads may change on the way."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self._cover: Cover | None = None
        self._then: Then | None = None

    def begin(self, page: "DeskPage", then: Then, *, roll_back: bool = True) -> None:
        """Cover the page, close its desk with the backup that is due, and go on with `then`.

        Long work is rolled back, or finished first.
        """
        from privdesk.gui.cover import Cover

        self._then = then
        self._cover = Cover()
        self._window.cover(self._cover)
        page.close_desk(lambda: self.finish(self._then or then), self._cover, roll_back=roll_back)

    def hurry(self) -> None:
        """Wait for nothing more than what was saved."""
        if self._cover:
            self._cover.skip()

    def end(self, then: Then) -> None:
        """Go on with `then`; who asks while a desk is closing does not want to wait."""
        if self._cover:
            self._then = then
            self.hurry()
        else:
            self.finish(then)

    def finish(self, then: Then) -> None:
        """Take the window away and go on with `then`."""
        self._window.hide()
        then()
