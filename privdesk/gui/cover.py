"""The page over a desk that is being closed: it takes the screens at once, and tells what is waited for behind it."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from privdesk.gui.background import Background, Progress
from privdesk.gui.backuprun import BackupRun
from privdesk.gui.bug import BugDialog
from privdesk.gui.shell import application
from privdesk.gui.translation import Translated
from privdesk.gui.widgets.button import Button
from privdesk.gui.widgets.card import Card, line, on_ground
from privdesk.gui.widgets.icon import Sign
from privdesk.gui.widgets.text import OneLine, Paragraph
from privdesk.operations import backups
from privdesk.operations.backups import PlaceNow
from privdesk.operations.desk import Desk

# a desk that is closed sooner shows no words
_PATIENCE = 400
# who skips waits so long for the backup to stop, and who waits so long for a sign of it
GRACE = 3000
_SILENCE = 10 * 60_000


class Cover(Translated, QWidget):
    """Shows nothing of the desk, and lets no window of it open any more.

    `skip_wanted` when the user wants to wait neither for the work under way nor for the backup.
    """

    skip_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("cover")
        self.skipped = self._at_work = False
        on_ground(self, "page")
        self._title = OneLine(role="title")
        self._text = Paragraph(tone="dim")
        self._bar = QProgressBar()
        self._bar.setObjectName("coverProgress")
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 0)
        self._skip = Button("skipBackup")
        self._card = Card(margin=32, spacing=16)
        self._card.setFixedWidth(440)
        middle = Qt.AlignmentFlag.AlignHCenter
        self._card.column.addWidget(Sign("lock", "accent", 40), alignment=middle)
        for centred in (self._title, self._text):
            centred.setAlignment(middle)
            self._card.column.addWidget(centred)
        self._card.column.addWidget(self._bar)
        self._card.column.addWidget(self._skip, alignment=middle)
        column = QVBoxLayout(self)
        column.addStretch(2)
        column.addLayout(line(None, self._card, None))
        column.addStretch(3)
        self._card.hide()
        QTimer.singleShot(_PATIENCE, self, self._tell)
        self._skip.clicked.connect(self.skip)
        application().installEventFilter(self)
        self.retranslate()

    def tell_of_work(self) -> None:
        """Work that takes long is waited for, until `tell_of_backup`."""
        self._at_work = True
        self.retranslate()

    def tell_of_backup(self) -> None:
        """From now on a backup is waited for."""
        self._at_work = False
        self._bar.setRange(0, 0)
        self.retranslate()

    def show_progress(self, progress: Progress) -> None:
        """Show how far that is."""
        self._bar.setRange(0, progress.total)
        self._bar.setValue(progress.done)

    def skip(self) -> None:
        """Wait no longer than for what was saved."""
        self.skipped = True
        self._skip.setEnabled(False)
        self.skip_wanted.emit()

    def retranslate(self) -> None:
        """Set all words."""
        self._title.setText(self.tr("The desk is locked"))
        work = self.tr("Work that was under way is being finished. After that the desk can be unlocked again.")
        backup = self.tr("A backup is being made. After that the desk can be unlocked again.")
        self._text.setText(work if self._at_work else backup)
        self._bar.setAccessibleName(self.tr("Progress"))
        self._skip.setText(self.tr("Stop it and keep nothing") if self._at_work else self.tr("Skip the backup"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What the work behind leads to may open a window; it never comes to be seen, unless the program has a bug."""
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and self._is_of_the_desk(watched):
            watched.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
            QTimer.singleShot(0, watched, watched.hide)
        return False

    def _is_of_the_desk(self, shown: QWidget) -> bool:
        is_ours = shown.isWindow() and shown in self.window().findChildren(QWidget)
        return is_ours and not isinstance(shown, BugDialog)

    def _tell(self) -> None:
        self._card.show()
        if not self._at_work:  # there Enter, pressed in passing, would take the work back
            self._skip.setFocus()


class LastBackup(QObject):
    """The backups that the plan wants at the lock, made when nothing else is under way any more.

    What goes wrong there does not hold up the lock: it is kept, and told after the next unlocking. Nor does a medium
    that no longer answers, whose backup is left unfinished.
    """

    def __init__(self, desk: Desk, cover: Cover, then: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._then = then
        self._work = Background(desk, self)
        self._run = BackupRun(self._work, desk, self)
        cover.tell_of_backup()
        self._patience = QTimer(self, singleShot=True, interval=_SILENCE)
        self._patience.timeout.connect(self._give_up)
        self._patience.start()
        self._work.progressed.connect(cover.show_progress)
        self._work.progressed.connect(lambda _step: self._patience.start())
        self._work.stopped.connect(self._end)
        self._cover = cover
        cover.skip_wanted.connect(self._skip)
        self._run.ended.connect(self._work.stop)
        due = partial(backups.due, locking=True)
        self._work.read(self, due, then=self._begin, otherwise=lambda _error: self._work.stop())

    def _begin(self, due: Sequence[PlaceNow]) -> None:
        self._run.start([] if self._cover.skipped else due)

    def _skip(self) -> None:
        self._run.cancel()
        QTimer.singleShot(GRACE, self, self._give_up)

    def _give_up(self) -> None:
        self._work.stop(roll_back=True)
        self._work.give_up()

    def _end(self) -> None:
        self._patience.stop()
        self._work.wait()
        self._then()
