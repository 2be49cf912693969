"""A figure that is a link: what it counts, how many, what it means."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QStyle, QStyleOption, QWidget

from privdesk.gui.theme import color, font
from privdesk.gui.widgets.icon import draw_icon

_MARGIN = 14
_SIGNS = {"late": "octagon-alert", "soon": "clock", "done": "circle-check"}


class Tile(QAbstractButton):
    """Painted; pressing it emits `clicked`."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._title = self._figure = self._detail = self._tone = ""
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_tile(self, title: str, figure: str, detail: str = "", tone: str = "") -> None:
        """Show a figure; `tone` is late, soon, done or empty."""
        self._title, self._figure, self._detail, self._tone = title, figure, detail, tone
        self.setAccessibleName(f"{title}: {figure}" + (f", {detail}" if detail else ""))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Three lines of words."""
        small, big = QFontMetrics(font("small")).height(), QFontMetrics(font("figure", strong=True)).height()
        words = max(QFontMetrics(font("small")).horizontalAdvance(text) for text in (self._title, self._detail))
        return QSize(max(132, words + 2 * _MARGIN), 2 * small + big + 2 * _MARGIN + 18)

    def minimumSizeHint(self) -> QSize:
        """Narrower, words are cut."""
        return QSize(104, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground, then title, figure and detail."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        state = QStyleOption()
        state.initFrom(self)
        hovered = bool(state.state & QStyle.StateFlag.State_MouseOver)
        rim = "accent" if self.hasFocus() else "edge" if hovered else "line"
        painter.setPen(QPen(color(rim), 2 if self.hasFocus() else 1))
        painter.setBrush(color("hover" if hovered or self.isDown() else "card"))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 8, 8)
        inside = self.rect().adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        beside = 22 if self._tone in _SIGNS else 0
        if beside:
            draw_icon(painter, _SIGNS[self._tone], QRect(self.width() - 32, _MARGIN - 2, 18, 18), color(self._tone))
        below = self._paint_line(painter, inside.adjusted(0, 0, -beside, 0), self._title, "small", "dim")
        inside = self._paint_line(
            painter, below.adjusted(0, 0, beside, 0), self._figure, "figure", self._tone or "text"
        )
        self._paint_line(painter, inside, self._detail, "small", "dim")

    def _paint_line(self, painter: QPainter, inside: QRect, text: str, role: str, ink: str) -> QRect:
        painter.setFont(font(role, strong=role == "figure"))
        painter.setPen(color(ink))
        metrics = painter.fontMetrics()
        cut = metrics.elidedText(text, Qt.TextElideMode.ElideRight, inside.width())
        painter.drawText(inside, Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextSingleLine, cut)
        return inside.adjusted(0, metrics.height() + 8, 0, 0)
