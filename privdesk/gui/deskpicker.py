"""The desks that were opened on this PC, to choose one or take one off the list."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from privdesk.gui.state import RecentDesk
from privdesk.gui.translation import Translated
from privdesk.gui.widgets.button import Button
from privdesk.gui.widgets.icon import IconButton
from privdesk.gui.widgets.text import plain


class DeskPicker(Translated, QWidget):
    """One row for each desk, its name and the way to take it off the list."""

    desk_chosen = Signal(object)
    forget_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("desks")
        self._desks: list[RecentDesk] = []
        self._chosen: RecentDesk | None = None
        self._group = QButtonGroup(self)
        self._rows: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)

    def chosen(self) -> RecentDesk | None:
        """The desk that the password will be tried on."""
        return self._chosen

    def set_desks(self, desks: list[RecentDesk]) -> None:
        """Offer these, the first one chosen."""
        self._desks = list(desks)
        self._chosen = desks[0] if desks else None
        self.retranslate()

    def retranslate(self) -> None:
        """Lay out the rows again."""
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows = [self._row(place, desk) for place, desk in enumerate(self._desks)]
        for row in self._rows:
            self._column.addWidget(row)
        self.setVisible(bool(self._desks))

    def _row(self, place: int, desk: RecentDesk) -> QWidget:
        choose = Button(f"desk{place}", "row", "building-2")
        choose.setText(desk.name.replace("&", "&&"))
        choose.setToolTip(plain(desk.path))
        choose.setAccessibleDescription(Path(desk.path).name)
        choose.setCheckable(True)
        choose.setChecked(desk == self._chosen)
        self._group.addButton(choose)
        choose.clicked.connect(lambda: self._choose(desk))
        forget = IconButton(f"forgetDesk{place}", "x")
        forget.say(self.tr("Take {name} off this list; the folder stays").format(name=desk.name))
        forget.clicked.connect(lambda: self.forget_wanted.emit(desk.path))
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(choose, 1)
        layout.addWidget(forget)
        return row

    def _choose(self, desk: RecentDesk) -> None:
        self._chosen = desk
        self.desk_chosen.emit(desk)
