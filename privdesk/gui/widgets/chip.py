"""Chips for states and kinds: the same word has the same colour and sign on every screen."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from privdesk.gui.theme import color
from privdesk.gui.widgets.icon import draw_icon
from privdesk.gui.widgets.letters import letters

_SIDE = 13
_PADDING = 9

# To give a new state its colour: a line here, by the code that the domain uses; one code has one colour everywhere.
TONES = {
    # a request
    "received": "accent",
    "acknowledged": "accent",
    "awaiting_identity": "soon",
    "awaiting_fee": "soon",
    "searching": "accent",
    "deciding": "accent",
    "awaiting_approval": "soon",
    "executing": "accent",
    "to_answer": "accent",
    "to_send": "accent",
    "answered": "done",
    "closed": "done",
    "withdrawn": "neutral",
    "closed_unverified": "neutral",
    "referred": "neutral",
    "converted": "neutral",
    # a decision
    "disclosed": "done",
    "not_held": "neutral",
    "withheld": "soon",
    "purpose_notified": "done",
    "purpose_not_notified": "soon",
    "corrected": "done",
    "deleted": "done",
    "not_corrected": "soon",
    "suspended": "late",
    "erased": "done",
    "provision_stopped": "done",
    "kept_until": "soon",
    "different_measure": "soon",
    "not_suspended": "soon",
    "opted_out": "soon",
    # how a customer stands to a purpose, beside suspended and opted out
    "open": "neutral",
    "consented": "done",
    # a customer
    "active": "done",
    "left": "neutral",
    "refused": "late",
    "disposed": "neutral",
    # a letter
    "draft": "neutral",
    "issued": "accent",
    "printed": "accent",
    "sent": "done",
    "returned": "late",
    # marks
    "held": "accent",
    "late": "late",
    "soon": "soon",
    "done": "done",
}
SIGNS = {
    "late": "octagon-alert",
    "soon": "clock",
    "done": "check",
    "consented": "check",
    "suspended": "ban",
    "opted_out": "ban",
    "held": "lock",
}


@dataclass(frozen=True)
class ChipFace:
    """What a chip shows: its words, a tone (neutral, accent, late, soon, done), a sign, a cross where it can go."""

    text: str
    tone: str = "neutral"
    sign: str = ""
    goes: bool = False


def chip(code: str, text: str) -> ChipFace:
    """The chip of a state or kind by the domain's code; kinds and unknown codes are in the accent."""
    return ChipFace(text, TONES.get(code, "accent"), SIGNS.get(code, ""))


def chip_size(face: ChipFace) -> QSize:
    """How much room a chip takes."""
    metrics = letters("small")[1]
    sign = (_SIDE + 4) * (bool(face.sign) + face.goes)
    return QSize(metrics.horizontalAdvance(face.text) + 2 * _PADDING + sign + 1, metrics.height() + 6)


def draw_chip(painter: QPainter, face: ChipFace, left: int, middle: int, room: int) -> int:
    """Draw a chip from `left`, centred on `middle`, no wider than `room`; return its width."""
    size = chip_size(face)
    rect = QRect(left, middle - size.height() // 2, min(size.width(), room), size.height())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color(f"{face.tone}_soft"))
    painter.drawRoundedRect(QRectF(rect), rect.height() / 2, rect.height() / 2)
    words = rect.adjusted(_PADDING, 0, -_PADDING + 2, 0)
    ink = color("dim" if face.tone == "neutral" else face.tone)
    if face.sign:
        draw_icon(painter, face.sign, QRect(words.left(), middle - _SIDE // 2, _SIDE, _SIDE), ink)
        words.setLeft(words.left() + _SIDE + 4)
    if face.goes:
        draw_icon(painter, "x", QRect(words.right() - _SIDE, middle - _SIDE // 2, _SIDE, _SIDE), ink)
        words.setRight(words.right() - _SIDE - 4)
    writing, metrics = letters("small")
    painter.setFont(writing)
    painter.setPen(ink)
    cut = metrics.elidedText(face.text, Qt.TextElideMode.ElideRight, words.width())
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, cut)
    return rect.width()


class Chip(QWidget):
    """One chip as a widget."""

    def __init__(self, face: ChipFace | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_face(face or ChipFace(""))

    def set_face(self, face: ChipFace) -> None:
        """Show another state; nothing at all where the words are empty."""
        self._face = face
        self.setAccessibleName(face.text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As much as the words need."""
        return chip_size(self._face) if self._face.text else QSize(0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the chip."""
        if self._face.text:
            draw_chip(QPainter(self), self._face, 0, self.height() // 2, self.width())


class ChipButton(QAbstractButton):
    """A chip that can be pressed."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._face = ChipFace("")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.hide()

    def set_face(self, face: ChipFace) -> None:
        """Show other words; nothing at all where they are empty."""
        self._face = face
        self.setAccessibleName(face.text)
        self.setVisible(bool(face.text))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The chip and its rim."""
        return chip_size(self._face) + QSize(4, 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the chip, with a rim where it has the focus."""
        painter = QPainter(self)
        draw_chip(painter, self._face, 2, self.height() // 2, self.width() - 4)
        if self.hasFocus():
            painter.setPen(QPen(color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), self.height() / 2, self.height() / 2)
