"""The bar at the foot: what was done last with its undo, what went wrong, how far long work is."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QSizePolicy, QWidget

from privdesk.domain.errors import DeskError
from privdesk.gui.background import Progress
from privdesk.gui.translation import Translated, translated, words
from privdesk.gui.widgets.button import Button
from privdesk.gui.widgets.card import on_ground
from privdesk.gui.widgets.icon import IconButton, Sign
from privdesk.gui.widgets.text import OneLine, Text
from privdesk.operations.done import Done

_PATIENCE = 400


class _Progress(QProgressBar):
    """A thin bar; its figures stand beside it."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("progress")
        self.setTextVisible(False)
        self.setFixedWidth(160)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)


class MessageBar(Translated, QWidget):
    """One message at a time; `undo_wanted` carries the counter-operation, `cancel_wanted` stops long work."""

    undo_wanted = Signal(object)
    cancel_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("messages")
        on_ground(self, "foot")
        self.setFixedHeight(44)
        self._shown: Done[object] | DeskError | None = None
        self._last: Done[object] | None = None  # stays when an error or a word takes the place of what it said
        self._plain = ""
        self._sign, self._text = Sign(), OneLine()
        self._text.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._notice = Text(role="small", tone="soon")
        self._undo = Button("undo", "quiet", "undo-2")
        self._dismiss = IconButton("dismiss", "x")
        self._work = Text(role="small", tone="dim")
        self._bar = _Progress()
        self._cancel = Button("cancelWork", "quiet")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 8, 0)
        row.setSpacing(8)
        said: list[QWidget] = [self._sign, self._text, self._undo, self._dismiss]
        work: list[QWidget] = [self._notice, self._work, self._bar, self._cancel]
        for part in said:
            row.addWidget(part)
        row.addStretch(1)
        for part in work:
            row.addWidget(part)
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._patience.timeout.connect(lambda: self._show_work(on=True))
        self._undo.clicked.connect(self.undo)
        self._dismiss.clicked.connect(self.clear)
        self._cancel.clicked.connect(self.cancel_wanted)
        self._show_work(on=False)
        self.clear()

    def say(self, text: str) -> None:
        """Show a sentence that is already in the user's language."""
        self._shown, self._plain = None, text
        self._show()

    def show_done(self, done: Done[object]) -> None:
        """Show what an operation did, with its undo where it can be taken back."""
        self._shown = self._last = done
        self._show()

    def show_error(self, error: DeskError) -> None:
        """Show what the user can mend."""
        self._shown = error
        self._show()

    def clear(self) -> None:
        """Show nothing."""
        self._shown, self._plain = None, ""
        self._show()

    def undo(self) -> None:
        """Ask for the last change to be taken back, where that can be done; else say why not."""
        last = self._last
        if last is None:
            self.say(self.tr("Nothing was changed that could be undone."))
        elif last.undo is None:
            done = words("done", last.said).format(**last.values)
            self.say(self.tr("This cannot be undone here: {done}").format(done=done))
        else:
            self._last = None
            self.clear()
            self.undo_wanted.emit(last.undo)

    def can_undo(self) -> bool:
        """Whether the last message offers an undo."""
        return isinstance(self._shown, Done) and self._shown.undo is not None

    def show_progress(self, progress: Progress) -> None:
        """Show how far long work is, once it has taken a moment."""
        self._bar.setRange(0, progress.total)
        self._bar.setValue(progress.done)
        figures = f"{progress.done:,} / {progress.total:,}" if progress.total else ""
        self._work.setText(f"{progress.text} {figures}".strip())
        if self._bar.isHidden() and not self._patience.isActive():
            self._patience.start()

    def end_progress(self) -> None:
        """The long work is over."""
        self._patience.stop()
        self._show_work(on=False)

    def warn_of_lock(self, seconds: int, key_helps: bool) -> None:
        """Count down to the lock that nobody asked for; 0 takes the notice away."""
        idle = self.tr("Locks in {seconds} s – press any key")
        said = idle if key_helps else self.tr("Locks in {seconds} s – nobody stays longer than 12 hours at a time")
        self._notice.setText(said.format(seconds=seconds) if seconds else "")
        self._notice.setVisible(bool(seconds))

    def warn_of_clipboard(self, seconds: int) -> None:
        """Count down to the clearing of the clipboard; 0 takes the notice away."""
        self._notice.setText(self.tr("Clipboard clears in {seconds} s").format(seconds=seconds) if seconds else "")
        self._notice.setVisible(bool(seconds))

    def retranslate(self) -> None:
        """Say everything again, the last message too."""
        text = self._sentence()
        self._text.setText(text)
        self._text.setAccessibleName(text)
        self._undo.setText(self.tr("Undo"))
        self._dismiss.say(self.tr("Clear the message"))
        self._cancel.setText(self.tr("Stop"))
        self._bar.setAccessibleName(self.tr("Progress"))

    def _sentence(self) -> str:
        if isinstance(self._shown, DeskError):
            return translated(self._shown)
        if self._shown is not None:
            return words("done", self._shown.said).format(**self._shown.values)
        return self._plain

    def _show(self) -> None:
        wrong = isinstance(self._shown, DeskError)
        self.retranslate()
        text = self._text.text()
        sign = ("triangle-alert", "late") if wrong else ("check", "done") if self._shown else ("info", "dim")
        self._sign.set_sign(sign[0] if text else "", sign[1])
        self._text.set_tone("late" if wrong else "")
        self._undo.setVisible(self.can_undo())
        self._dismiss.setVisible(bool(text))
        if text and self.isVisible():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def _show_work(self, *, on: bool) -> None:
        for part in (self._work, self._bar, self._cancel):
            part.setVisible(on)
        self._notice.setVisible(bool(self._notice.text()))
