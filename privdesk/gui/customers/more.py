"""The button for what is done seldom: mailing list, export, imports, columns."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from privdesk.gui.translation import Translated
from privdesk.gui.widgets.button import Button
from privdesk.gui.widgets.icon import icon

_SIGNS = {"mailing": "send", "export": "download", "imports": "file-spreadsheet", "columns": "columns-3"}


class MoreButton(Translated, Button):
    """Opens a menu; `wanted` with the name of what was chosen."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("customersMore", "plain", "ellipsis", parent)
        self._menu = QMenu(self)
        self._menu.setObjectName("customersMenu")
        self._made = {name: self._menu.addAction(icon(sign), "") for name, sign in _SIGNS.items()}
        for name, action in self._made.items():
            action.setObjectName(name)
            action.triggered.connect(lambda _=False, name=name: self.wanted.emit(name))
        self.setMenu(self._menu)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words."""
        self.setText(self.tr("More"))
        self._made["mailing"].setText(self.tr("Mailing list…"))
        self._made["export"].setText(self.tr("Export what is shown…"))
        self._made["imports"].setText(self.tr("Imports and waiting rows"))
        self._made["columns"].setText(self.tr("Choose columns…"))
