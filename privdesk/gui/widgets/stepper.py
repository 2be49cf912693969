"""The states of a case as steps on a line: what was, where it stands, what follows."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from privdesk.gui.theme import color, font
from privdesk.gui.widgets.icon import draw_icon

_RADIUS = 7


class Stepper(QWidget):
    """Painted steps; `current` is the place of the step that is being done, beyond the last when all is done."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._steps: tuple[str, ...] = ()
        self._current = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_steps(self, steps: Sequence[str], current: int) -> None:
        """Show these steps."""
        self._steps = tuple(steps)
        self._current = current
        here = steps[current] if current < len(steps) else self.tr("done")
        said = self.tr("Step {number} of {count}: {step}")
        self.setAccessibleName(said.format(number=min(current + 1, len(steps)), count=len(steps), step=here))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for each word on one line."""
        return QSize(max(1, len(self._steps)) * 84, 2 * _RADIUS + 12 + QFontMetrics(font("small")).height())

    def minimumSizeHint(self) -> QSize:
        """Narrower, words are cut."""
        return QSize(max(1, len(self._steps)) * 36, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line first, then each step upon it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = self.width() / max(1, len(self._steps))
        middle = _RADIUS + 2
        for place in range(len(self._steps) - 1):
            painter.setPen(QPen(color("accent" if place < self._current else "line"), 2))
            start = width * (place + 0.5) + _RADIUS
            painter.drawLine(QPointF(start, middle), QPointF(start + width - 2 * _RADIUS, middle))
        for place, step in enumerate(self._steps):
            self._paint_dot(painter, place, QPointF(width * (place + 0.5), middle))
            words = QRect(round(width * place) + 2, middle + _RADIUS + 4, round(width) - 4, self.height())
            self._paint_words(painter, place, step, words)

    def _paint_dot(self, painter: QPainter, place: int, centre: QPointF) -> None:
        painter.setPen(QPen(color("accent" if place <= self._current else "edge"), 2))
        painter.setBrush(color("accent" if place < self._current else "card"))
        painter.drawEllipse(centre, _RADIUS - 1, _RADIUS - 1)
        if place < self._current:
            side = 9
            check = QRect(round(centre.x() - side / 2), round(centre.y() - side / 2), side, side)
            draw_icon(painter, "check", check, color("on_accent"))
        elif place == self._current:
            painter.setBrush(color("accent"))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawEllipse(centre, 3, 3)

    def _paint_words(self, painter: QPainter, place: int, step: str, rect: QRect) -> None:
        here = place == self._current
        painter.setFont(font("small", strong=here))
        painter.setPen(color("text" if here else "dim"))
        cut = painter.fontMetrics().elidedText(step, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, cut)
