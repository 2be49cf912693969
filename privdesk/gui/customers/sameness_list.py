"""The worklist of records that may be one person's: of the whole file, or of one import."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from privdesk.domain.person import PersonRow
from privdesk.domain.resemblance import AlikePair
from privdesk.domain.shown import shown
from privdesk.domain.text import visible
from privdesk.gui.background import Background
from privdesk.gui.customers.sameness_dialog import SamenessDialog
from privdesk.gui.customers.samewords import grounds_said
from privdesk.gui.customers.words import day_text
from privdesk.gui.translation import Translated
from privdesk.gui.widgets.button import Button
from privdesk.gui.widgets.card import Card, line
from privdesk.gui.widgets.empty import Empty
from privdesk.gui.widgets.rows import Column, RowsModel
from privdesk.gui.widgets.table import Table
from privdesk.gui.widgets.text import Paragraph, Text
from privdesk.operations import sameness

_PAGE = 100


def _who(row: PersonRow) -> str:
    return visible("  ".join(filter(None, (row.name, row.number))))


_COLUMNS: tuple[Column[AlikePair], ...] = (
    Column("one", shown("columns", "Customer"), lambda row: _who(row.one), 190, stretch=True),
    Column("oneBirth", shown("columns", "Born"), lambda row: day_text(row.one.birth), 116),
    Column("other", shown("columns", "May be the same as"), lambda row: _who(row.other), 190, stretch=True),
    Column("otherBirth", shown("columns", "Born"), lambda row: day_text(row.other.birth), 116),
    Column("pro", shown("columns", "Speaks for it"), lambda row: grounds_said(row.verdict.pro), 260, stretch=True),
    Column(
        "contra",
        shown("columns", "Speaks against it"),
        lambda row: grounds_said(row.verdict.contra),
        150,
        minor=True,
        tone=lambda _row: "soon",
    ),
)


class SamenessList(Translated, QWidget):
    """Enter opens both records beside each other; `begun` asks to be shown, `left` to go back to the customers."""

    begun = Signal()
    left = Signal()

    def __init__(self, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("samenessList")
        self._background = background
        self._batch: int | None = None
        self._count = 0
        self._was_searched = True
        self._model: RowsModel[AlikePair] = RowsModel(_COLUMNS, self)
        self._empty = Empty("users")
        self.table = Table("samenessTable", self._model, self._empty)
        self._back = Button("samenessBack", "quiet", "arrow-left")
        self._look = Button("samenessLook", "plain", "search")
        self._open = Button("samenessOpen", "primary", "columns-3")
        self._text = Paragraph(role="small", tone="dim")
        self._counted = Text(role="small", tone="dim")
        card = Card(margin=12)
        card.column.addLayout(line(self._back, None, self._look, self._open))
        card.column.addWidget(self._text)
        card.column.addWidget(self.table, 1)
        card.column.addLayout(line(8, self._counted, None))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        self._connect()
        self.retranslate()

    def begin(self, batch: int | None = None) -> None:
        """Come forward with the pairs that wait, of all or of one import, which is looked through first."""
        self._batch = batch
        self.begun.emit()
        if batch is None:
            self.reload()
        else:
            self.look_through()

    def look_through(self) -> None:
        """Compare all records, or those of the import with all; it shows how far it is and can be stopped."""
        self._background.write(self, sameness.look_through, self._batch, then=lambda _done: self.reload(), long=True)

    def reload(self) -> None:
        """Read the first page again."""
        self._background.read(self, sameness.waiting, self._batch, 0, _PAGE, then=self._take, key="pairs")
        self._background.read(self, sameness.was_searched, self._batch, then=self._take_searched, key="searched")
        self._background.read(self, sameness.count, self._batch, then=self._take_count, key="count")

    def retranslate(self) -> None:
        """Set all words."""
        self._back.setText(self.tr("Back to the customers"))
        self._look.setText(self.tr("Look through all customers") if self._batch is None else self.tr("Look through"))
        self._open.setText(self.tr("Compare"))
        self._text.setText(
            self.tr(
                "Each pair shares more than chance explains. Nothing is merged by itself: somebody looks and decides."
            )
        )
        self.table.setAccessibleName(self.tr("Records that may be one person's"))
        self._empty.say(
            self.tr("Nothing waits") if self._was_searched else self.tr("Not searched yet"),
            self.tr("Look through the customers after an import, or from time to time."),
            self.tr("Look through all customers"),
        )
        self._counted.setText(self.tr("{count} pairs").format(count=f"{self._count:,}"))
        self.table.viewport().update()

    def _connect(self) -> None:
        self._back.clicked.connect(self.left)
        self._look.clicked.connect(self.look_through)
        self._open.clicked.connect(self._compare)
        self._empty.step_wanted.connect(self.look_through)
        self._model.more_wanted.connect(self._more)
        self.table.row_opened.connect(lambda _row: self._compare())
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._offer())
        self._offer()

    def _more(self) -> None:
        start = len(self._model.rows)
        self._background.read(self, sameness.waiting, self._batch, start, _PAGE, then=self._take_more, key="more")

    def _take(self, pairs: tuple[AlikePair, ...]) -> None:
        self._model.set_rows(pairs, more=len(pairs) == _PAGE)
        if pairs:
            self.table.select(0)
        self._offer()

    def _take_more(self, pairs: tuple[AlikePair, ...]) -> None:
        self._model.add_rows(pairs, more=len(pairs) == _PAGE)

    def _take_count(self, count: int) -> None:
        self._count = count
        self.retranslate()

    def _take_searched(self, was_searched: bool) -> None:  # noqa: FBT001  # as the answer gives it
        self._was_searched = was_searched
        self.retranslate()

    def _offer(self) -> None:
        self._open.setEnabled(len(self.table.selected()) == 1)

    def _compare(self) -> None:
        for pair in self.table.selected()[:1]:
            dialog = SamenessDialog(self, self._background, pair.one.id, pair.other.id)
            dialog.decided.connect(lambda _person: self.reload())
            dialog.open()
