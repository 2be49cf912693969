"""The deadlines of the days ahead as a strip of bars, one a day, read by pointer, by key and by screen reader."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from privdesk.domain.calendar import holiday
from privdesk.gui.today.strip_plot import StripPlot, line_height
from privdesk.gui.today.words import dated
from privdesk.gui.translation import Translated, language
from privdesk.gui.widgets.text import plain
from privdesk.operations.today import Day

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class DeadlineStrip(Translated, QWidget):
    """The first day is today; arrows walk over the days, Enter or a click emits `day_wanted(date)`."""

    day_wanted = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.plot = StripPlot()
        self._at = -1
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.retranslate()

    def set_days(self, days: Sequence[Day]) -> None:
        """Show these days; the one in front stays in front."""
        self.plot = StripPlot(tuple(days))
        self._at = min(self._at, len(days) - 1)
        self.retranslate()

    def sizeHint(self) -> QSize:
        """Bars with three lines of words below."""
        return QSize(760, 84 + 3 * line_height())

    def minimumSizeHint(self) -> QSize:
        """Below this the days cannot be told apart."""
        return QSize(480, self.sizeHint().height())

    def said(self) -> str:
        """The day in front in words: date, how many fall due, why the office is closed."""
        if self._at < 0:
            return ""
        day = self.plot.days[self._at]
        text = self.tr("{day}: {count} due").format(day=dated(day.date), count=day.due)
        return f"{text} ({self.note(day)})" if self.note(day) else text

    def note(self, day: Day) -> str:
        """What is special about a day."""
        if day.is_open:
            return ""
        return holiday(day.date, language()) or self.tr("closed")

    def retranslate(self) -> None:
        """Say the words again."""
        busy = ", ".join(f"{dated(day.date)} {day.due}" for day in self.plot.days if day.due)
        self.setAccessibleDescription(busy or self.tr("Nothing falls due."))
        self._name()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw on the screen."""
        self.plot.draw(QPainter(self), QRectF(self.rect()), self._at, focused=self.hasFocus())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Say what falls due on the day under the pointer."""
        self._go(self.plot.place_at(QRectF(self.rect()), event.position()))
        QToolTip.showText(event.globalPosition().toPoint(), plain(self.said()), self)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Ask for the day's requests."""
        self._go(self.plot.place_at(QRectF(self.rect()), event.position()))
        self._want()

    def leaveEvent(self, event: QEvent) -> None:
        """The pointer has gone."""
        if not self.hasFocus():
            self._go(-1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk by days and weeks, ask with Enter."""
        key, last = Qt.Key(event.key()), len(self.plot.days) - 1
        if key in _ENTER:
            self._want()
        elif key in _STEPS and last >= 0:
            self._go(min(last, max(0, self._at + _STEPS[key])) if self._at >= 0 else 0)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._go(min(0, last) if key == Qt.Key.Key_Home else last)
        else:
            super().keyPressEvent(event)

    def _want(self) -> None:
        if self._at >= 0:
            self.day_wanted.emit(self.plot.days[self._at].date)

    def _go(self, place: int) -> None:
        if place != self._at:
            self._at = place
            self._name()

    def _name(self) -> None:
        self.setAccessibleName(self.said() or self.tr("Deadlines by day"))
        self.update()
