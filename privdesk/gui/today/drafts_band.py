"""The line of Today that tells what was typed and not saved, and leads there."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from privdesk.domain.shown import shown
from privdesk.domain.text import visible
from privdesk.gui.translation import Translated, words
from privdesk.gui.widgets.band import Band
from privdesk.gui.widgets.button import Button
from privdesk.operations.drafts import Kept

_MOST, _LONGEST = 3, 16
# places that are about no one customer, request or mail
_NEW = {
    "person": shown("today", "New customer"),
    "request": shown("today", "New request"),
}
_SAID = {
    "message": shown("today", "Request from a mail"),
    "office": shown("today", "Office"),
}


class DraftsBand(Translated, Band):
    """Names the newest drafts; `draft_wanted` with the place of one."""

    draft_wanted = Signal(str)

    def __init__(self) -> None:
        self._links = QWidget()
        super().__init__("draftsBand", "accent", "pencil", self._links)
        self._row = QHBoxLayout(self._links)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(4)
        self._kept: tuple[Kept, ...] = ()
        whole = self.layout()
        assert isinstance(whole, QHBoxLayout)
        whole.setStretch(1, 0)  # the links stand right behind the words
        whole.addStretch(1)
        self.hide()
        self.retranslate()

    def set_drafts(self, kept: Sequence[Kept]) -> None:
        """Show these; a line with none of them is hidden."""
        self._kept = tuple(kept)
        self.setVisible(bool(self._kept))
        self.retranslate()

    def retranslate(self) -> None:
        """Say all again."""
        count = len(self._kept)
        text = self.tr("Typed and not saved:") if count <= _MOST else self.tr("Typed and not saved ({count}):")
        self.say(text.format(count=count))
        while (item := self._row.takeAt(0)) is not None:
            if part := item.widget():
                part.hide()
                part.deleteLater()
        for one in self._kept[:_MOST]:
            link = Button(f"draft_{one.place}", "link")
            said = _said(one)
            link.setText(said if len(said) <= _LONGEST else f"{said[:_LONGEST]}…")
            link.setAccessibleName(said)
            link.clicked.connect(partial(self.draft_wanted.emit, one.place))
            self._row.addWidget(link)


def _said(one: Kept) -> str:
    """What a draft is about."""
    noun = one.place.partition(":")[0]
    return visible(one.name) or words("today", _SAID.get(noun) or _NEW.get(noun, noun))
