"""The page over a desk that is being closed: it takes the screens at once, and tells of the backup made behind it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from privdesk.domain.errors import DeskError
from privdesk.gui.background import Background, Progress
from privdesk.gui.translation import Translated
from privdesk.gui.widgets.button import Button
from privdesk.gui.widgets.card import Card, line, on_ground
from privdesk.gui.widgets.icon import Sign
from privdesk.gui.widgets.text import OneLine, Paragraph
from privdesk.operations import backups
from privdesk.operations.desk import Desk

# a desk that is closed sooner shows no words
_PATIENCE = 400


class Cover(Translated, QWidget):
    """Shows nothing of the desk; `skip_wanted` when the user does not want to wait for the backup."""

    skip_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("cover")
        self.skipped = False
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
        self.retranslate()

    def show_progress(self, progress: Progress) -> None:
        """Show how far the backup is."""
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
        self._text.setText(self.tr("A backup is being made. After that the desk can be unlocked again."))
        self._bar.setAccessibleName(self.tr("Progress"))
        self._skip.setText(self.tr("Skip the backup"))

    def _tell(self) -> None:
        self._card.show()
        self._skip.setFocus()


class LastBackup(QObject):
    """The backups that the plan wants at the lock, made when nothing else is under way any more.

    What goes wrong there does not hold up the lock: age and reminder tell of it after the next unlocking.
    """

    def __init__(self, desk: Desk, cover: Cover, then: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._then = then
        self._work = Background(desk, self)
        self._work.progressed.connect(cover.show_progress)
        self._work.stopped.connect(self._end)
        cover.skip_wanted.connect(self._work.cancel)
        run = partial(backups.run_due, locking=True)
        self._work.write(self, run, then=lambda _ran: self._work.stop(), otherwise=self._fail, long=True)

    def _fail(self, _error: DeskError) -> None:
        self._work.stop()

    def _end(self) -> None:
        self._work.wait()
        self._then()
