"""Help on the screen in front, and the list of shortcuts made from the table of actions."""

from PySide6.QtWidgets import QGridLayout, QWidget

from privdesk.gui.actions import ACTIONS
from privdesk.gui.translation import words
from privdesk.gui.widgets.card import scrolled
from privdesk.gui.widgets.dialog import Dialog
from privdesk.gui.widgets.text import Text


class Guide(Dialog):
    """What F1 opens."""

    def __init__(self, parent: QWidget, place: str, text: str) -> None:
        super().__init__("guide", parent, choice=False)
        self._about = (place, text)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(32)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 1)
        area = scrolled(self._grid, "guideKeys")
        area.setMinimumHeight(360)
        self.column.addWidget(area)
        self._keys: list[tuple[Text, Text]] = [(Text(role="strong"), Text()) for _ in ACTIONS]
        for row, (key, does) in enumerate(self._keys):
            self._grid.addWidget(key, row, 0)
            self._grid.addWidget(does, row, 1)
        self._grid.setRowStretch(len(ACTIONS), 1)
        self.retranslate()

    def retranslate(self) -> None:
        """Set all words."""
        place, text = self._about
        self.say(place or self.tr("Keys"), text, self.tr("Close"))
        for action, (key, does) in zip(ACTIONS, self._keys, strict=True):
            key.setText(action.key)
            does.setText(words("actions", action.text).format(n=action.key[-1]))
