"""How a cell of a list is drawn: words, a sign before them, chips; cut words come whole as a tooltip."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QToolTip

from privdesk.gui.faults import Faults
from privdesk.gui.theme import color, row_height
from privdesk.gui.widgets.chip import ChipFace, chip_size, draw_chip
from privdesk.gui.widgets.icon import draw_icon
from privdesk.gui.widgets.letters import letters
from privdesk.gui.widgets.rows import CHIPS, SIGN, Face
from privdesk.gui.widgets.text import plain

Index = QModelIndex | QPersistentModelIndex
_PADDING = 8
_SIGN = 15
# plain figures: an enumeration of Qt costs more than the drawing where there are hundreds of cells
_ONE_LINE = Qt.AlignmentFlag.AlignVCenter.value | Qt.TextFlag.TextSingleLine.value
_LEFT, _RIGHT = _ONE_LINE | Qt.AlignmentFlag.AlignLeft.value, _ONE_LINE | Qt.AlignmentFlag.AlignRight.value
_SELECTED, _FOCUSED = QStyle.StateFlag.State_Selected.value, QStyle.StateFlag.State_HasFocus.value
_FIRST = (
    QStyleOptionViewItem.ViewItemPosition.Beginning,
    QStyleOptionViewItem.ViewItemPosition.OnlyOne,
)


class CellDelegate(QStyledItemDelegate):
    """Draws the cells of a `Table`."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the ground, a hairline below, then the chips or the words."""
        painter.save()
        with Faults():
            rect: QRect = option.rect
            self._paint_ground(painter, option, rect, index.row())
            face = index.model().face(index.row(), index.column())  # type: ignore[attr-defined]
            if face is None:
                _paint_absent(painter, rect)
            elif face.chips:
                _paint_chips(painter, rect, face.chips)
            else:
                _paint_words(painter, rect, face)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """What the words need, for fitting a column to its contents."""
        chips = index.data(CHIPS)
        if chips:
            width = sum(chip_size(face).width() + 4 for face in chips)
        else:
            width = letters()[1].horizontalAdvance(str(index.data() or ""))
            width += _SIGN + 5 if index.data(SIGN) else 0
        return QSize(width + 2 * _PADDING + 2, row_height())

    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        """Show what was cut, unless the column has a tooltip of its own."""
        if event.type() == QEvent.Type.ToolTip and index.isValid() and not index.data(Qt.ItemDataRole.ToolTipRole):
            cut = self.sizeHint(option, index).width() > option.rect.width() + 4
            QToolTip.showText(event.globalPos(), plain(str(index.data() or "")) if cut else "", view)
            return True
        return super().helpEvent(event, view, option, index)

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect, row: int) -> None:
        state = option.state.value
        if state & _SELECTED:
            painter.fillRect(rect, color("accent_soft"))
            if option.viewItemPosition in _FIRST:
                painter.fillRect(rect.left(), rect.top(), 3, rect.height(), color("accent"))
        elif option.widget.property("hovered") == row:
            painter.fillRect(rect, color("hover"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, color("line"))
        if state & _FOCUSED:
            painter.setPen(QPen(color("accent"), 1))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))


def _paint_chips(painter: QPainter, rect: QRect, chips: Sequence[ChipFace]) -> None:
    left, right = rect.left() + _PADDING, rect.right() - _PADDING
    for place, face in enumerate(chips):
        room = right - left
        if place and room < chip_size(face).width():
            painter.setPen(color("dim"))
            painter.drawText(QRect(left, rect.top(), room, rect.height()), _LEFT, f"+{len(chips) - place}")
            break
        left += draw_chip(painter, face, left, rect.center().y(), room) + 4


def _paint_words(painter: QPainter, rect: QRect, face: Face) -> None:
    writing, metrics = letters()
    ink = color(face.tone or "text")
    left = rect.left() + _PADDING
    if face.sign:
        draw_icon(painter, face.sign, QRect(left, rect.center().y() - _SIGN // 2, _SIGN, _SIGN), ink)
        left += _SIGN + 5
    inside = QRect(left, rect.top(), rect.right() - _PADDING - left + 1, rect.height())
    painter.setFont(writing)
    painter.setPen(ink)
    cut = metrics.elidedText(face.text.replace("\n", " "), Qt.TextElideMode.ElideRight, inside.width())
    painter.drawText(inside, _RIGHT if face.right else _LEFT, cut)


def _paint_absent(painter: QPainter, rect: QRect) -> None:
    """A grey bar in the place of a cell whose row has not come yet."""
    bar = QRect(rect.left() + _PADDING, rect.center().y() - 3, min(rect.width() // 2, 90), 7)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color("line"))
    painter.drawRoundedRect(bar, 3, 3)
