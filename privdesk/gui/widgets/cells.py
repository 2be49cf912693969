"""How a cell of a list is drawn: words, a sign before them, chips; cut words come whole as a tooltip."""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QToolTip

from privdesk.gui.faults import Faults
from privdesk.gui.theme import color, font, row_height
from privdesk.gui.widgets.chip import chip_size, draw_chip
from privdesk.gui.widgets.icon import draw_icon
from privdesk.gui.widgets.rows import CHIPS, SIGN, TONE
from privdesk.gui.widgets.text import plain

Index = QModelIndex | QPersistentModelIndex
_PADDING = 8
_SIGN = 15
_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
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
            self._paint_ground(painter, option, index)
            self._paint_contents(painter, option.rect, index)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """What the words need, for fitting a column to its contents."""
        chips = index.data(CHIPS)
        if chips:
            width = sum(chip_size(face).width() + 4 for face in chips)
        else:
            width = QFontMetrics(font()).horizontalAdvance(str(index.data() or ""))
            width += _SIGN + 5 if index.data(SIGN) else 0
        return QSize(width + 2 * _PADDING + 2, row_height())

    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        """Show what was cut, unless the column has a tooltip of its own."""
        if event.type() == QEvent.Type.ToolTip and index.isValid() and not index.data(Qt.ItemDataRole.ToolTipRole):
            cut = self.sizeHint(option, index).width() > option.rect.width() + 4
            QToolTip.showText(event.globalPos(), plain(str(index.data() or "")) if cut else "", view)
            return True
        return super().helpEvent(event, view, option, index)

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        view = option.widget
        hovered = isinstance(view, QAbstractItemView) and view.property("hovered") == index.row()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, color("accent_soft"))
            if option.viewItemPosition in _FIRST:
                painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), color("accent"))
        elif hovered:
            painter.fillRect(rect, color("hover"))
        painter.setPen(QPen(color("line"), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(color("accent"), 1))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))

    def _paint_contents(self, painter: QPainter, rect: QRect, index: Index) -> None:
        inside = rect.adjusted(_PADDING, 0, -_PADDING, 0)
        chips = index.data(CHIPS)
        if not chips:
            self._paint_words(painter, inside, index)
            return
        left = inside.left()
        for place, face in enumerate(chips):
            room = inside.right() - left
            if place and room < chip_size(face).width():
                painter.setPen(color("dim"))
                painter.drawText(inside.adjusted(left - inside.left(), 0, 0, 0), _MIDDLE, f"+{len(chips) - place}")
                break
            left += draw_chip(painter, face, left, rect.center().y(), room) + 4

    def _paint_words(self, painter: QPainter, inside: QRect, index: Index) -> None:
        ink = color(index.data(TONE) or "text")
        sign = index.data(SIGN)
        if sign:
            draw_icon(painter, sign, QRect(inside.left(), inside.center().y() - _SIGN // 2, _SIGN, _SIGN), ink)
            inside.setLeft(inside.left() + _SIGN + 5)
        painter.setFont(font())
        painter.setPen(ink)
        text = str(index.data() or "").replace("\n", " ")
        cut = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, inside.width())
        alignment = Qt.AlignmentFlag(index.data(Qt.ItemDataRole.TextAlignmentRole))
        painter.drawText(inside, alignment | Qt.TextFlag.TextSingleLine, cut)
