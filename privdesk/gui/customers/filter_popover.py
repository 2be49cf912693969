"""What the filter button opens: a choice for each thing that the list of customers can be narrowed by."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QVBoxLayout, QWidget

from privdesk.domain.person import PeopleQuery
from privdesk.gui.customers.filter_words import LABELS, TOGGLES, Offered, nothing
from privdesk.gui.translation import Translated, words
from privdesk.gui.widgets.button import Button
from privdesk.gui.widgets.card import line, on_ground
from privdesk.gui.widgets.choice import Choice
from privdesk.gui.widgets.text import Text


class FilterPopover(Translated, QFrame):
    """Goes with Esc or a click beside it; `changed` with the fields that were set anew, as soon as they are."""

    changed = Signal(object)  # a dictionary; as a dict Qt would make plain words of enumerations
    save_wanted = Signal()

    def __init__(self, offered: Offered, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("filterPopover")
        on_ground(self, "card")
        self._offered = offered
        self._query = PeopleQuery()
        self._values: dict[str, list[object]] = {}  # kept here, because Qt makes plain words of an enumeration
        self._labels = {name: Text(role="small", tone="dim") for name in LABELS}
        self._boxes = {name: self._box(name) for name in LABELS}
        self._toggles = {name: self._toggle(name) for name in TOGGLES}
        self._clear = Button("filterClear")
        self._save = Button("filterSave", "plain", "save")
        self._build()
        self._clear.clicked.connect(lambda: self.changed.emit(nothing()))
        self._save.clicked.connect(self.save_wanted)
        self.retranslate()

    def open_at(self, below: QWidget) -> None:
        """Come below a widget, the keyboard in the first choice."""
        self.adjustSize()
        self.move(below.mapToGlobal(QPoint(0, below.height() + 4)))
        self.show()
        self._boxes["status"].setFocus(Qt.FocusReason.PopupFocusReason)

    def show_query(self, query: PeopleQuery) -> None:
        """Show what is set; tells of nothing."""
        self._query = query
        self.retranslate()

    def set_offered(self, offered: Offered) -> None:
        """Offer other purposes and partners."""
        self._offered = offered
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words, and what is chosen."""
        for name, box in self._boxes.items():
            label = words("filters", LABELS[name])
            self._labels[name].setText(label)
            box.setAccessibleName(label)
            box.blockSignals(True)
            box.clear()
            box.addItem(self.tr("Any"))
            choices = self._offered.choices(name)
            box.addItems(list(choices.values()))
            self._values[name] = [nothing()[name], *choices]
            chosen = getattr(self._query, name)
            box.setCurrentIndex(self._values[name].index(chosen) if chosen in choices else 0)
            box.blockSignals(False)
        for name, toggle in self._toggles.items():
            toggle.setText(words("filters", TOGGLES[name]))
            toggle.setChecked(getattr(self._query, name))
        self._clear.setText(self.tr("Clear"))
        self._save.setText(self.tr("Save as a filter…"))

    def _box(self, name: str) -> Choice:
        box = Choice()
        box.setObjectName(f"filter_{name}")
        box.setMinimumWidth(236)
        box.activated.connect(lambda place: self.changed.emit({name: self._values[name][place]}))
        return box

    def _toggle(self, name: str) -> QCheckBox:
        toggle = QCheckBox()
        toggle.setObjectName(f"filter_{name}")
        toggle.clicked.connect(lambda on: self.changed.emit({name: on}))
        return toggle

    def _build(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        for row, (name, box) in enumerate(self._boxes.items()):
            self._labels[name].setBuddy(box)
            grid.addWidget(self._labels[name], row, 0)
            grid.addWidget(box, row, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(10)
        column.addLayout(grid)
        for toggle in self._toggles.values():
            column.addWidget(toggle)
        column.addSpacing(2)
        column.addLayout(line(self._save, None, self._clear))
