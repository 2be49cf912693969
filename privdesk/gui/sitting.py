"""One sitting at an open desk: its road, what the bar says of it, what Ctrl+K finds, the idle lock, and its end."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QWidget

from privdesk.gui.background import Background
from privdesk.gui.backuprun import Schedule
from privdesk.gui.clipboard import brief_clipboard
from privdesk.gui.cover import Cover, LastBackup
from privdesk.gui.finding import Finding
from privdesk.gui.idle import IdleWatch
from privdesk.gui.shell import Shell, application
from privdesk.operations import desks
from privdesk.operations.desk import Desk


class Sitting(Shell):
    """The frame of a desk, joined to it; it knows no screen."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.office.name, desk.actor.name, parent)
        self.desk = desk
        self.background = Background(desk, self)
        self._idle = IdleWatch(application(), desk.office.idle_minutes * 60)
        Schedule(self.background, desk, self)
        self._finding = Finding(self.background, desk, self.finder)
        self._join()
        self._idle.start()

    def close_desk(self, then: Callable[[], None], cover: Cover | None = None) -> None:
        """Take nothing more, let saves that wait be done, roll long work back, close the vault, go on with `then`.

        Behind a `cover` the backups that the plan wants are made before.
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

        self.background.stopped.connect(back_up)
        self.background.stop(roll_back=True)

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
        self._idle.lock_wanted.connect(self.lock_wanted)
        brief_clipboard().remaining.connect(messages.warn_of_clipboard)

    def _take_office(self, nouns: frozenset[str]) -> None:
        if "office" in nouns:
            self.bar.set_office(self.desk.office.name)
            self._idle.start(self.desk.office.idle_minutes * 60)
