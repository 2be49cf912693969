"""One line of Today that is a link: a sign, a number, words, chips, and how far off it is."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QStyle, QStyleOption

from privdesk.gui.theme import color, font, row_height
from privdesk.gui.widgets.chip import ChipFace, chip_size, draw_chip
from privdesk.gui.widgets.icon import draw_icon

_SIGN = 17
_INDENT = 30
_PADDING = 8
_LEAD = 72
_END = 92
_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


@dataclass(frozen=True)
class RowFace:
    """What a line shows from left to right; a `strong` one is the head of those that follow."""

    text: str
    lead: str = ""
    chips: tuple[ChipFace, ...] = ()
    end: str = ""
    tone: str = ""
    sign: str = ""
    strong: bool = False

    def said(self) -> str:
        """The line for a screen reader."""
        return " ".join(filter(None, (self.lead, self.text, *(chip.text for chip in self.chips), self.end)))


def head_height() -> int:
    """The height of a strong line."""
    return row_height() + 2


def line_height() -> int:
    """The height of any other line."""
    return row_height() - 2


class LinkRow(QAbstractButton):
    """Painted; pressing it emits `clicked`."""

    def __init__(self, name: str, face: RowFace) -> None:
        super().__init__()
        self.setObjectName(name)
        self._face = face
        self.setAccessibleName(face.said())
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def face(self) -> RowFace:
        """What the line shows."""
        return self._face

    def sizeHint(self) -> QSize:
        """One row; the words take what room there is."""
        return QSize(240, head_height() if self._face.strong else line_height())

    def minimumSizeHint(self) -> QSize:
        """Narrower, words are cut."""
        return QSize(160, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground where the pointer or the focus is, then the parts."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        inside = self.rect().adjusted(_PADDING, 0, -_PADDING, 0)
        if self._face.sign:
            side = QRect(inside.left(), inside.center().y() - _SIGN // 2, _SIGN, _SIGN)
            draw_icon(painter, self._face.sign, side, color(self._face.tone or "dim"))
        inside = self._paint_end(painter, inside.adjusted(_INDENT, 0, 0, 0))
        inside = self._paint_chips(painter, self._paint_lead(painter, inside))
        painter.setFont(font(strong=self._face.strong))
        painter.setPen(color("text"))
        _draw(painter, inside, self._face.text)

    def _paint_ground(self, painter: QPainter) -> None:
        state = QStyleOption()
        state.initFrom(self)
        hovered = bool(state.state & QStyle.StateFlag.State_MouseOver)
        painter.setPen(QPen(color("accent"), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(color("hover") if hovered or self.isDown() else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 6, 6)

    def _paint_end(self, painter: QPainter, inside: QRect) -> QRect:
        painter.setFont(font("body" if self._face.strong else "small", strong=self._face.strong))
        painter.setPen(color(self._face.tone or ("text" if self._face.strong else "dim")))
        painter.drawText(inside, _MIDDLE | Qt.AlignmentFlag.AlignRight, self._face.end)
        room = painter.fontMetrics().horizontalAdvance(self._face.end) + 12
        return inside.adjusted(0, 0, -max(room, _END if self._face.chips else 0), 0)

    def _paint_lead(self, painter: QPainter, inside: QRect) -> QRect:
        if not self._face.lead:
            return inside
        painter.setFont(font())
        painter.setPen(color("dim"))
        needed = painter.fontMetrics().horizontalAdvance(self._face.lead) + 2
        room = min(max(_LEAD, needed), inside.width() * 2 // 5)
        _draw(painter, QRect(inside.left(), inside.top(), room, inside.height()), self._face.lead)
        return inside.adjusted(room + 10, 0, 0, 0)

    def _paint_chips(self, painter: QPainter, inside: QRect) -> QRect:
        """Draw the chips at the right as far as the words leave room for them."""
        needed = QFontMetrics(font()).horizontalAdvance(self._face.text) + 12
        right = inside.right()
        for face in reversed(self._face.chips):
            width = chip_size(face).width()
            if right - width - inside.left() < needed:
                break
            draw_chip(painter, face, right - width, inside.center().y(), width)
            right -= width + 4
        return QRect(inside.left(), inside.top(), right - inside.left() - 4, inside.height())


def _draw(painter: QPainter, inside: QRect, text: str) -> None:
    cut = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, inside.width())
    painter.drawText(inside, _MIDDLE, cut)
