"""What Ctrl+K offers: people, requests, letters and actions, under the search field while something is typed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from privdesk.gui.actions import Action
from privdesk.gui.theme import color, font, row_height
from privdesk.gui.translation import Translated, words
from privdesk.gui.widgets.card import on_ground
from privdesk.gui.widgets.icon import draw_icon
from privdesk.gui.widgets.rows import ROW
from privdesk.gui.widgets.search import SearchField
from privdesk.gui.widgets.text import Text

Index = QModelIndex | QPersistentModelIndex
_MOST = 12
# so much room is left for places where customers and the like fill the list
_LEFT = 4
# It is open already, and the places stand at the left.
_NOT_OFFERED = {"palette", "close", *(f"place{n}" for n in range(1, 9))}


@dataclass(frozen=True)
class Hit:
    """Something found: its kind and id say where to go, the rest is shown."""

    kind: str
    id: str
    title: str
    detail: str = ""
    sign: str = "search"


class _Hits(QAbstractListModel):
    """The hits as a list."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.hits: list[Hit] = []

    def set_hits(self, hits: list[Hit]) -> None:
        """Show these."""
        self.beginResetModel()
        self.hits = hits
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # as Qt declares it
        """How many there are."""
        return 0 if parent.isValid() else len(self.hits)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words, or in `ROW` the hit."""
        hit = self.hits[index.row()]
        if role == ROW:
            return hit
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{hit.title} {hit.detail}"
        return None


class _HitDelegate(QStyledItemDelegate):
    """Draws the sign, the title, and the detail at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """One row."""
        return QSize(200, row_height() + 4)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a hit."""
        hit: Hit = index.data(ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color("accent_soft"))
            painter.drawRoundedRect(option.rect, 6, 6)
        inside = option.rect.adjusted(10, 0, -10, 0)
        side = QRect(inside.left(), inside.center().y() - 8, 17, 17)
        draw_icon(painter, hit.sign, side, color("accent" if selected else "dim"))
        painter.setFont(font("small"))
        painter.setPen(color("dim"))
        painter.drawText(inside, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, hit.detail)
        room = painter.fontMetrics().horizontalAdvance(hit.detail) + 16
        title = inside.adjusted(28, 0, -room, 0)
        painter.setFont(font())
        painter.setPen(color("text"))
        cut = painter.fontMetrics().elidedText(hit.title, Qt.TextElideMode.ElideRight, title.width())
        painter.drawText(title, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, cut)
        painter.restore()


class Palette(Translated, QFrame):
    """Lies over the window under its search field; `hit_chosen` says where to go, actions are `Hit("action", name)`."""

    hit_chosen = Signal(object)
    search_wanted = Signal(str)
    closed = Signal()

    def __init__(self, field: SearchField, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("palette")
        on_ground(self, "card")
        self._field = field
        self._window = window
        self._actions: list[Action] = []
        self._found: list[Hit] = []
        self._offered: Callable[[], Sequence[Hit]] = list
        self._model = _Hits(self)
        self._list = QListView()
        self._list.setObjectName("paletteHits")
        self._list.setModel(self._model)
        self._list.setItemDelegate(_HitDelegate(self._list))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setUniformItemSizes(True)
        self._nothing = Text(tone="dim")
        self._nothing.setContentsMargins(10, 8, 10, 8)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 6, 6)
        column.addWidget(self._list)
        column.addWidget(self._nothing)
        field.searched.connect(self._look_for)
        field.moved.connect(self._move)
        field.entered.connect(self.choose)
        field.left.connect(self.close_up)
        field.installEventFilter(self)
        self._list.clicked.connect(lambda _: self.choose())
        self.hide()
        self.retranslate()

    def set_actions(self, actions: Sequence[Action]) -> None:
        """Offer these actions, those that can be done now."""
        self._actions = list(actions)

    def offer(self, places: Callable[[], Sequence[Hit]]) -> None:
        """Offer what can be gone to by its title, in the present language, as the actions are."""
        self._offered = places

    def set_hits(self, text: str, hits: Sequence[Hit]) -> None:
        """Show what was found for `text`, unless something else stands in the field by now."""
        if text == self._field.text():
            self._found = list(hits)
            self._show()

    def open_up(self) -> None:
        """Come with the cursor in the search field."""
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()
        self._show()

    def close_up(self) -> None:
        """Go away; the focus returns to what it was on."""
        self.hide()
        self.closed.emit()

    def choose(self) -> None:
        """Take the hit in front."""
        index = self._list.currentIndex()
        if self.isVisible() and index.isValid():
            hit = index.data(ROW)
            self._field.clear()
            self.close_up()
            self.hit_chosen.emit(hit)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go when the field is left."""
        if event.type() == QEvent.Type.FocusOut:
            self.close_up()
        return False

    def retranslate(self) -> None:
        """Set the words."""
        self._nothing.setText(self.tr("Nothing found."))
        self._list.setAccessibleName(self.tr("Found"))

    def _look_for(self, text: str) -> None:
        if not text:
            self._found = []
        self.search_wanted.emit(text)
        if self._field.hasFocus():
            self._show()

    def _show(self) -> None:
        wanted = self._field.text().strip().casefold()
        named = [(action, words("actions", action.text)) for action in self._actions if action.name not in _NOT_OFFERED]
        matching = [Hit("action", a.name, text, a.key, a.sign) for a, text in named if wanted in text.casefold()]
        places = [hit for hit in self._offered() if wanted and wanted in f"{hit.title} {hit.detail}".casefold()]
        self._model.set_hits([*self._found[: _MOST - _LEFT * bool(places)], *matching, *places][:_MOST])
        self._list.setCurrentIndex(self._model.index(0))
        rows = self._model.rowCount()
        self._nothing.setVisible(not rows)
        self._list.setVisible(bool(rows))
        self._list.setFixedHeight(rows * (row_height() + 4) + 4)
        corner = self._field.mapTo(self._window, self._field.rect().bottomLeft())
        self.setFixedWidth(max(460, self._field.width()))
        self.move(corner.x(), corner.y() + 6)
        self.adjustSize()
        self.show()
        self.raise_()

    def _move(self, step: int) -> None:
        rows = self._model.rowCount()
        if self.isHidden():
            self._show()
        elif rows:
            self._list.setCurrentIndex(self._model.index((self._list.currentIndex().row() + step) % rows))
