"""The button for what is done seldom: mailing list, export, imports, columns."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from privdesk.gui.translation import Translated
from privdesk.gui.widgets.button import Button
from privdesk.gui.widgets.icon import icon

_SIGNS = {
    "mailing": "send",
    "export": "download",
    "selected": "list-checks",
    "copy": "copy",
    "imports": "file-spreadsheet",
    "sameness": "users",
    "columns": "columns-3",
}


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
        self._alike = self._selected = 0
        self.setMenu(self._menu)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words."""
        self.setText(self.tr("More"))
        self._made["mailing"].setText(self.tr("Mailing list…"))
        self._made["export"].setText(self.tr("Export what is shown…"))
        self._made["imports"].setText(self.tr("Imports and waiting rows"))
        self._say_alike()
        self._say_selected()
        self._made["columns"].setText(self.tr("Choose columns…"))

    def set_alike(self, count: int) -> None:
        """Say how many pairs of records may be one person's, to who may decide on them."""
        self._alike = count
        self._made["sameness"].setVisible(True)
        self._say_alike()

    def set_selected(self, count: int) -> None:
        """Say how many rows are selected: they can be exported and copied."""
        self._selected = count
        self._say_selected()

    def _say_selected(self) -> None:
        count = f"{self._selected:,}"
        self._made["selected"].setText(self.tr("Export the selected… ({count})").format(count=count))
        self._made["copy"].setText(self.tr("Copy the selected as a table ({count})").format(count=count))
        for name in ("selected", "copy"):
            self._made[name].setVisible(self._selected > 0)

    def _say_alike(self) -> None:
        text = self.tr("Same person? ({count})").format(count=f"{self._alike:,}")
        self._made["sameness"].setText(text if self._alike else self.tr("Same person?"))
