"""One sitting at an open desk: its road, what the bar says of it, what Ctrl+K finds, the idle lock, and its end."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from privdesk.gui.background import Background
from privdesk.gui.backuprun import Schedule
from privdesk.gui.clipboard import brief_clipboard
from privdesk.gui.cover import GRACE, Cover, LastBackup
from privdesk.gui.finding import Finding
from privdesk.gui.idle import IdleWatch
from privdesk.gui.shell import Shell, application
from privdesk.operations import desks
from privdesk.operations.desk import Desk

# parsing and drawing end sooner
_SILENCE = 30_000


class Sitting(Shell):
    """The frame of a desk, joined to it; it knows no screen.

    `rest_wanted` asks for the lock too, but leaves work that takes long its time: nobody is there to wait for it.
    """

    rest_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.office.name, desk.actor.name, parent)
        self.desk = desk
        self.background = Background(desk, self)
        self._idle = IdleWatch(application(), desk.office.idle_minutes * 60)
        Schedule(self.background, desk, self)
        self._finding = Finding(self.background, desk, self.finder)
        self._join()
        for news in desk.news:
            self.messages.show_done(news)
        self._idle.start()

    def close_desk(self, then: Callable[[], None], cover: Cover | None = None, *, roll_back: bool = True) -> None:
        """Take nothing more, let saves that wait be done, roll long work back, close the vault, go on with `then`.

        Behind a `cover` long work can be finished in place of that, until it is skipped, and the backups that the plan
        wants are made. What reads or writes elsewhere and does not come to its end, on a dead network for instance, is
        left behind.
        """
        self._idle.stop()
        brief_clipboard().clear()

        def end() -> None:
            desks.lock(self.desk)
            then()

        def back_up() -> None:
            self.background.wait()
            if cover and not cover.skipped:
                LastBackup(self.desk, cover, end, self)
            else:
                end()

        give_up, stop = self.background.give_up, self.background.stop
        self.background.stopped.connect(back_up)
        self.background.closing.connect(lambda: QTimer.singleShot(_SILENCE, self, give_up))
        if cover:
            cover.skip_wanted.connect(partial(stop, roll_back=True))
            cover.skip_wanted.connect(lambda: QTimer.singleShot(GRACE, self, give_up))
        if cover and not roll_back:
            cover.tell_of_work()
            self.background.progressed.connect(cover.show_progress)
        stop(roll_back=roll_back)

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Say at each place how much waits there, and at the top how much is due."""
        for name in self.rail.names():
            self.rail.set_count(name, counts.get(name, 0))
        self.bar.set_due(counts.get("due", 0))

    def _join(self) -> None:
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
        self._idle.lock_wanted.connect(self.rest_wanted)
        brief_clipboard().remaining.connect(messages.warn_of_clipboard)

    def _take_office(self, nouns: frozenset[str]) -> None:
        if "office" in nouns:
            self.bar.set_office(self.desk.office.name)
            self._idle.start(self.desk.office.idle_minutes * 60)
