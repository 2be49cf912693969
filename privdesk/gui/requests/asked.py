"""What is asked, in the form of a new request: the items, as soon as the office's purposes are read."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from privdesk.domain.errors import ItemsMissing
from privdesk.domain.event import Asked
from privdesk.domain.law import Law
from privdesk.domain.purpose import Purpose
from privdesk.gui.background import Background
from privdesk.gui.requests.items import ItemsEditor
from privdesk.operations import purposes


class AskedItems(QWidget):
    """Holds what it is given to show until its editor can show it."""

    edited = Signal()

    def __init__(self, background: Background, law: Law) -> None:
        super().__init__()
        self._law = law
        self._waiting: Sequence[Asked] = ()
        self._editor: ItemsEditor | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        background.read(self, purposes.office, then=self._take)

    def set_items(self, items: Sequence[Asked]) -> None:
        """Show these items; with none, one empty card."""
        self._waiting = items
        if self._editor:
            self._editor.set_items(items)

    def so_far(self) -> tuple[Asked, ...]:
        """What stands in the cards, complete or not; an empty card is nothing."""
        found = self._editor.typed() if self._editor else self._waiting
        return tuple(asked for asked in found if asked != Asked(number=asked.number, kind=""))

    def items(self) -> tuple[Asked, ...]:
        """What is asked; a card without a kind does not count. Raises ItemsMissing where nothing is left."""
        if self._editor is None:
            raise ItemsMissing
        return self._editor.items()

    def _take(self, offices: Mapping[str, Purpose]) -> None:
        self._editor = ItemsEditor("intakeItems", self._law, offices)
        self._editor.set_items(self._waiting)
        self._editor.edited.connect(self.edited)
        layout = self.layout()
        assert layout
        layout.addWidget(self._editor)
