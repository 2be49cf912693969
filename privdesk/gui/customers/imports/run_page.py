"""An import under way, and what it brought."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from privdesk.domain.batch import Batch, BatchKind, Received
from privdesk.domain.errors import Cancelled, DeskError
from privdesk.gui.background import Background, Progress
from privdesk.gui.translation import Translated, translated, words
from privdesk.gui.widgets.button import Button
from privdesk.gui.widgets.card import Card, line
from privdesk.gui.widgets.icon import Sign
from privdesk.gui.widgets.text import Paragraph, Text
from privdesk.operations import batches
from privdesk.operations.done import Done
from privdesk.operations.preview import Preview
from privdesk.operations.sifting import Source, opened

_WIDTH = 760


class RunPage(Translated, QWidget):
    """Imports with progress and cancel; then undo, look at what waits, or go to the customers."""

    stopped = Signal()
    waiting_wanted = Signal(int)
    alike_wanted = Signal(int)
    left = Signal()

    def __init__(self, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("importRun")
        self._background = background
        self._done: Done[Batch] | None = None
        self._wrong: DeskError | None = None
        self.running = self._stopping = False
        self._sign = Sign(side=36)
        self._title = Text(role="title")
        self._text = Paragraph(tone="dim")
        self._bar = QProgressBar()
        self._bar.setObjectName("importProgress")
        self._bar.setTextVisible(False)
        self._cancel = Button("importCancel")
        self._undo = Button("importUndo", "plain", "undo-2")
        self._waiting = Button("importWaiting", "plain", "pause")
        self._alike = Button("importAlike", "plain", "users")
        self._leave = Button("importLeave", "primary")
        self._lay_out()
        self._cancel.clicked.connect(self._stop)
        self._undo.clicked.connect(self._take_back)
        self._waiting.clicked.connect(lambda: self._done and self.waiting_wanted.emit(self._done.value.id))
        self._alike.clicked.connect(lambda: self._done and self.alike_wanted.emit(self._done.value.id))
        self._leave.clicked.connect(lambda: self.left.emit() if self._done else self.stopped.emit())
        background.progressed.connect(self._step)
        self.retranslate()

    def _lay_out(self) -> None:
        card = Card(margin=28, spacing=12)
        card.setFixedWidth(_WIDTH)
        card.column.addWidget(self._sign)
        for part in (self._title, self._text, self._bar):
            card.column.addWidget(part)
        card.column.addSpacing(8)
        card.column.addLayout(line(self._undo, self._waiting, self._alike, None, self._cancel, self._leave))
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addLayout(line(None, card, None))
        column.addStretch(2)

    def run(self, found: Preview, received: Received, *, keep_cards: bool) -> None:
        """Import a table as it was mapped; it is opened beside the vault and written between what others write."""
        self._done, self._wrong, self.running, self._stopping = None, None, True, False
        self._bar.setRange(0, 0)
        operation: Callable[..., Any] = partial(batches.people_parts, keep_cards=keep_cards)
        if found.kind is BatchKind.TRANSACTIONS:
            operation = partial(batches.transactions_parts, received=received)
        self._background.beside(
            self,
            partial(opened, keep_cards=keep_cards, count=True),
            *(found.file, found.kind, found.mapping.fields, found.mapping),
            then=partial(self._write, operation),
            otherwise=self._fail,
        )
        self.retranslate()

    def _write(self, operation: Callable[..., Any], source: Source) -> None:
        if self._stopping:
            self._fail(Cancelled())
        elif self.running:
            self._background.write(self, operation, source, then=self._finish, otherwise=self._fail, long=True)

    def retranslate(self) -> None:
        """Say where it stands."""
        for part in (self._bar, self._cancel):
            part.setVisible(self.running)
        for part in (self._undo, self._waiting):
            part.setVisible(self._done is not None)
        self._alike.setVisible(self._done is not None and self._done.value.kind is BatchKind.PEOPLE)
        self._leave.setVisible(not self.running)
        self._cancel.setText(self.tr("Stop"))
        self._undo.setText(self.tr("Undo the import"))
        self._alike.setText(self.tr("Same person?"))
        self._bar.setAccessibleName(self.tr("Progress of the import"))
        self._cancel.setEnabled(not self._stopping)
        if self._stopping and self.running:
            self._show_state("hourglass", "accent", self.tr("Stopping…"), self.tr("What was written is taken back."))
        elif self.running:
            text = self.tr("Everybody can go on working. Stopping leaves nothing behind.")
            self._show_state("hourglass", "accent", self.tr("Importing…"), text)
        elif self._wrong:
            self._show_state("circle-alert", "late", self.tr("Nothing was imported"), translated(self._wrong))
            self._leave.setText(self.tr("Back to the check"))
        elif self._done:
            waiting = self._done.value.waiting
            self._waiting.setVisible(bool(waiting))
            self._waiting.setText(self.tr("Rows that wait: {count}").format(count=f"{waiting:,}"))
            said = words("done", self._done.said).format(**self._done.values)
            self._show_state("circle-check", "done", self.tr("Imported"), said)
            self._leave.setText(self.tr("To the customers"))

    def _show_state(self, sign: str, tone: str, title: str, text: str) -> None:
        self._sign.set_sign(sign, tone)
        self._title.setText(title)
        self._text.setText(text)

    def _step(self, progress: Progress) -> None:
        if self.running and not self._stopping:
            self._bar.setRange(0, progress.total)
            self._bar.setValue(progress.done)
            count = self.tr("{done} of {total} rows. Stopping leaves nothing behind.")
            self._text.setText(count.format(done=f"{progress.done:,}", total=f"{progress.total:,}"))

    def _stop(self) -> None:
        self._stopping = True
        self._bar.setRange(0, 0)
        self._background.cancel()
        self.retranslate()

    def _finish(self, done: Done[Batch]) -> None:
        self.running, self._done = False, done
        self.retranslate()
        self._leave.setFocus()

    def _fail(self, error: DeskError) -> None:
        self.running, self._wrong = False, error
        self.retranslate()
        self._leave.setFocus()

    def _take_back(self) -> None:
        if self._done:
            self._background.write(self, batches.undo_batch, self._done.value.id, then=lambda _: self.left.emit())
