"""A card of things that wait: a head for each need with its count, below it the first few."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from privdesk.domain.law import Law
from privdesk.domain.text import visible
from privdesk.gui.today.linkrow import LinkRow, RowFace, head_height, line_height
from privdesk.gui.today.words import FACES, days_said, of_request, urgency
from privdesk.gui.translation import Translated, language, words
from privdesk.gui.widgets.card import Card, scrolled
from privdesk.gui.widgets.chip import ChipFace
from privdesk.gui.widgets.text import Paragraph, Text
from privdesk.operations.today import Need, Piece, Waiting

_MOST_CHIPS = 2
_LEAST = 2
_GAP = 6


class NeedsCard(Translated, Card):
    """Shows what waits; `need_wanted(need)` from a head, `piece_wanted(need, id)` from a line below it.

    That nothing waits is said only once that is known.
    """

    need_wanted = Signal(object)
    piece_wanted = Signal(object, int)

    def __init__(self, name: str, title: Callable[[], str], nothing: Callable[[], str], law: Law) -> None:
        super().__init__(margin=8, spacing=4)
        self.setObjectName(name)
        self._title_words, self._nothing_words = title, nothing
        self._law = law
        self._day = date.min
        self._waiting: tuple[Waiting, ...] | None = None
        self._title = Text(role="strong")
        self._title.setContentsMargins(8, 4, 8, 0)
        self._nothing = Paragraph(tone="dim")
        self._nothing.setContentsMargins(8, 4, 8, 4)
        self._rows = QVBoxLayout()
        self._rows.setContentsMargins(0, 0, 4, 0)
        self._rows.setSpacing(0)
        self.column.addWidget(self._title)
        self.column.addWidget(self._nothing)
        self._area = scrolled(self._rows, f"{name}Area")
        self._shares: list[int] = []
        self.column.addWidget(self._area, 1)
        self.retranslate()

    def set_waiting(self, day: date, waiting: Sequence[Waiting]) -> None:
        """Show these; the line that has the focus keeps it."""
        self._day, self._waiting = day, tuple(waiting)
        held = QApplication.focusWidget()
        name = held.objectName() if isinstance(held, LinkRow) and self.isAncestorOf(held) else ""
        self._build()
        again = self.findChild(QWidget, name) if name else None
        if again is not None:
            again.show()
            again.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many lines as there is room for."""
        super().resizeEvent(event)
        if self._waiting is not None and self._fitting(self._waiting) != self._shares:
            self.set_waiting(self._day, self._waiting)

    def retranslate(self) -> None:
        """Say everything again."""
        self._title.setText(self._title_words())
        self._nothing.setText(self._nothing_words())
        self._build()

    def _build(self) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            if (gone := item.widget()) is not None:
                gone.hide()
                gone.setParent(None)
                gone.deleteLater()
        self._nothing.setVisible(self._waiting == ())
        found = self._waiting or ()
        self._shares = self._fitting(found)
        for waiting, share in zip(found, self._shares, strict=True):
            if self._rows.count():
                self._rows.addSpacing(_GAP)
            self._add(waiting, share)
        self._rows.addStretch(1)

    def _fitting(self, waiting: Sequence[Waiting]) -> list[int]:
        """How many lines each need shows: at least two, then one more in turn while there is room."""
        shares = [min(_LEAST, len(one.first)) for one in waiting]
        heads = len(shares) * (head_height() + _GAP)
        room = (self._area.height() - heads) // line_height() - sum(shares)
        while room > 0 and (open_ones := [n for n, one in enumerate(waiting) if shares[n] < len(one.first)]):
            for place in open_ones[:room]:
                shares[place] += 1
            room -= len(open_ones)
        return shares

    def _add(self, waiting: Waiting, share: int) -> None:
        need, face = waiting.need, FACES[waiting.need]
        title, count = words("today", face.title), f"{waiting.count:,}"
        head = LinkRow(f"need_{need}", RowFace(title, end=count, tone=face.tone, sign=face.sign, strong=True))
        head.clicked.connect(partial(self.need_wanted.emit, need))
        self._rows.addWidget(head)
        for piece in waiting.first[:share]:
            row = LinkRow(f"piece_{need}_{piece.id}", self._piece_face(need, piece))
            row.clicked.connect(partial(self.piece_wanted.emit, need, piece.id))
            self._rows.addWidget(row)

    def _piece_face(self, need: Need, piece: Piece) -> RowFace:
        title, name = visible(piece.title), visible(piece.name)
        if of_request(need):
            days = (piece.day - self._day).days
            kinds = [self._law.kinds[kind].chip.in_(language()) for kind in piece.kinds if kind in self._law.kinds]
            chips = tuple(ChipFace(text, "accent") for text in kinds[:_MOST_CHIPS])
            return RowFace(name, title, chips, days_said(days), urgency(days))
        lead, text = (title, name) if need not in (Need.MAILS, Need.ANSWERS) else (name, title)
        return RowFace(text, lead, end=f"{piece.day:%m-%d}")
