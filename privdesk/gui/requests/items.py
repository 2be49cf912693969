"""What is asked, item by item: the kind, in words, and what that kind needs to be carried out."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from privdesk.domain.correction import FIELDS, NUMBERS
from privdesk.domain.errors import ItemsMissing
from privdesk.domain.event import Asked, Proposed
from privdesk.domain.law import Law, Medium
from privdesk.domain.purpose import Purpose
from privdesk.gui.requests.dialogs import CaseDialog, fill
from privdesk.gui.requests.words import field_word, local
from privdesk.gui.requests.work import CaseWork
from privdesk.gui.translation import Translated
from privdesk.gui.widgets.button import Button
from privdesk.gui.widgets.card import Card, line, scrolled
from privdesk.gui.widgets.choice import Choice
from privdesk.gui.widgets.field import Field
from privdesk.gui.widgets.icon import IconButton
from privdesk.gui.widgets.text import Text
from privdesk.operations import purposes, steps

# kinds that stop a use, of one purpose or of all
_STOPS = frozenset({"STOP", "STOP5", "OPTOUT"})
_CORRECTS = frozenset({"CORRECT"})


class ProposedRow(Translated, QWidget):
    """A field of the record and what it should say."""

    edited = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self._field = Field(f"{name}Field", Choice())
        self._value = Field(f"{name}Value")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._field, 2)
        row.addWidget(self._value, 3)
        self._field.edited.connect(self._changed)
        self._value.edited.connect(self.edited)
        self.retranslate()

    def value(self) -> Proposed | None:
        """What is proposed; nothing where no field is chosen."""
        field = self._field.text()
        return Proposed(field=field, value="" if field in NUMBERS else self._value.text().strip()) if field else None

    def show_value(self, proposed: Proposed) -> None:
        """Show a proposal."""
        self._field.set_text(proposed.field)
        self._value.set_text(proposed.value)
        self._changed()

    def retranslate(self) -> None:
        """Set all words."""
        names = (*FIELDS, *sorted(NUMBERS))
        fill(self._field, {"": self.tr("Choose a field"), **{name: field_word(name) for name in names}})
        self._field.say(self.tr("Field"))
        self._value.say(self.tr("Should say"))

    def _changed(self) -> None:
        # a number is typed when it is carried out, and stands nowhere before
        self._value.setVisible(self._field.text() not in NUMBERS)
        self.edited.emit()


class ItemCard(Translated, Card):
    """One asked thing."""

    edited = Signal()
    remove_wanted = Signal()

    def __init__(self, number: int, law: Law, offices: Mapping[str, Purpose]) -> None:
        super().__init__(margin=12)
        self.setObjectName(f"item{number}")
        self.number = number
        self._law = law
        self._offices = offices
        self._title = Text(role="strong")
        self._remove = IconButton(f"item{number}Remove", "trash-2")
        self._kind = Field(f"item{number}Kind", Choice())
        self._what = Field(f"item{number}What")
        self._reason = Field(f"item{number}Reason")
        self._medium = Field(f"item{number}Medium", Choice())
        self._rows = [ProposedRow(f"item{number}Proposed{place}") for place in range(1)]
        self._more = Button(f"item{number}More", "link", "plus")
        self._boxes = {code: QCheckBox() for code in offices}
        self._label = Text(role="small", tone="dim")
        self._lay_out()
        for field in (self._kind, self._what, self._reason, self._medium):
            field.edited.connect(self.edited)
        self._kind.edited.connect(self._show_kind)
        self._remove.clicked.connect(self.remove_wanted)
        self._more.clicked.connect(self._add_row)
        self.retranslate()

    def kind(self) -> str:
        """The kind that is chosen, empty where none is."""
        return self._kind.text()

    def value(self) -> Asked:
        """The item as it was typed."""
        kind = self.kind()
        proposed = tuple(filter(None, (row.value() for row in self._rows))) if kind in _CORRECTS else ()
        stopped = tuple(code for code, box in self._boxes.items() if box.isChecked()) if kind in _STOPS else ()
        medium = self._medium.text() if self._may_choose() else ""
        return Asked(
            number=self.number,
            kind=kind,
            what=self._what.text().strip(),
            reason=self._reason.text().strip(),
            proposed=proposed,
            purposes=stopped,
            medium=Medium(medium) if medium else None,
        )

    def show_value(self, asked: Asked) -> None:
        """Show an item."""
        self._kind.set_text(asked.kind)
        self._what.set_text(asked.what)
        self._reason.set_text(asked.reason)
        self._medium.set_text(asked.medium or "")
        for place, proposed in enumerate(asked.proposed):
            if place == len(self._rows):
                self._add_row()
            self._rows[place].show_value(proposed)
        for code, box in self._boxes.items():
            box.setChecked(code in asked.purposes)
        self._show_kind()

    def retranslate(self) -> None:
        """Set all words."""
        self._title.setText(self.tr("Item {number}").format(number=self.number))
        self._remove.say(self.tr("Remove item {number}").format(number=self.number))
        kinds = {code: local(kind.name) for code, kind in self._law.kinds.items()}
        fill(self._kind, {"": self.tr("Choose the kind"), **kinds})
        self._kind.say(self.tr("Kind"))
        self._what.say(self.tr("What is asked, in the requester's words"))
        self._reason.say(self.tr("Reason that the requester gives"))
        ways = {medium.value: local(self._law.word(medium)) for medium in Medium}
        fill(self._medium, {"": self.tr("Not said: the office proposes"), **ways})
        self._medium.say(self.tr("How the requester wants to get it"))
        self._more.setText(self.tr("Another field"))
        self._label.setText(self.tr("Uses to stop; none ticked means all of them"))
        for code, box in self._boxes.items():
            box.setText(local(self._offices[code].short))
            box.setAccessibleName(local(self._offices[code].name))
        self._show_kind()

    def _lay_out(self) -> None:
        self.column.addLayout(line(self._title, None, self._remove))
        self.column.addWidget(self._kind)
        self.column.addWidget(self._what)
        self.column.addWidget(self._reason)
        self.column.addWidget(self._medium)
        for row in self._rows:
            row.edited.connect(self.edited)
            self.column.addWidget(row)
        self.column.addWidget(self._more)
        self.column.addWidget(self._label)
        grid = QGridLayout()
        for place, (code, box) in enumerate(self._boxes.items()):
            box.setObjectName(f"{self.objectName()}_{code}")
            box.toggled.connect(lambda _: self.edited.emit())
            grid.addWidget(box, place // 2, place % 2)
        self.column.addLayout(grid)

    def _add_row(self) -> None:
        row = ProposedRow(f"item{self.number}Proposed{len(self._rows)}")
        row.edited.connect(self.edited)
        self._rows.append(row)
        self.column.insertWidget(self.column.indexOf(self._more), row)

    def _may_choose(self) -> bool:
        """Whether the law lets the requester choose how he gets what he asks for."""
        return bool(self.kind()) and self._law.kinds[self.kind()].medium

    def _show_kind(self) -> None:
        kind = self.kind()
        self._medium.setVisible(self._may_choose())
        self._reason.setVisible(bool(kind) and self._law.kinds[kind].reason)
        for row in self._rows:
            row.setVisible(kind in _CORRECTS)
        self._more.setVisible(kind in _CORRECTS)
        self._label.setVisible(kind in _STOPS)
        for box in self._boxes.values():
            box.setVisible(kind in _STOPS)


class ItemsEditor(Translated, QWidget):
    """The asked things under each other; each keeps its number for ever."""

    edited = Signal()

    def __init__(self, name: str, law: Law, offices: Mapping[str, Purpose]) -> None:
        super().__init__()
        self.setObjectName(name)
        self._law = law
        self._offices = offices
        self._cards: list[ItemCard] = []
        self._add = Button(f"{name}Add", "plain", "plus")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addLayout(line(self._add, None))
        self._add.clicked.connect(self.add)
        self.set_items(())
        self.retranslate()

    def items(self) -> tuple[Asked, ...]:
        """What is asked; a card without a kind does not count. Raises ItemsMissing where nothing is left."""
        found = tuple(card.value() for card in self._cards if card.kind())
        if not found:
            raise ItemsMissing
        return found

    def typed(self) -> tuple[Asked, ...]:
        """What stands in the cards, also where it is not complete."""
        return tuple(card.value() for card in self._cards)

    def set_items(self, items: Sequence[Asked]) -> None:
        """Show these items; with none, one empty card."""
        for card in self._cards:
            card.hide()
            card.deleteLater()
        self._cards = []
        for asked in items:
            self._put(asked.number).show_value(asked)
        if not items:
            self.add()

    def add(self) -> None:
        """Begin one more item."""
        self._put(max((card.number for card in self._cards), default=0) + 1)

    def retranslate(self) -> None:
        """Set the words of the button; the cards set theirs."""
        self._add.setText(self.tr("Ask for something more"))

    def _put(self, number: int) -> ItemCard:
        card = ItemCard(number, self._law, self._offices)
        card.edited.connect(self.edited)
        card.remove_wanted.connect(lambda: self._remove(card))
        self._cards.append(card)
        self._column.insertWidget(self._column.count() - 1, card)
        self.edited.emit()
        return card

    def _remove(self, card: ItemCard) -> None:
        self._cards.remove(card)
        card.hide()
        card.deleteLater()
        if not self._cards:
            self.add()
        self.edited.emit()


class ItemsDialog(CaseDialog):
    """Says anew what is asked; a decided item stays as it is."""

    def __init__(self, work: CaseWork, parent: QWidget) -> None:
        super().__init__("itemsDialog", work, parent)
        self.setMinimumWidth(620)
        self._editor: ItemsEditor | None = None
        self.verb.setEnabled(False)
        self.retranslate()
        work.background.read(self, purposes.office, then=self._take)

    def act(self) -> None:
        """Change what is asked."""
        if self._editor is not None:
            self.work.do(steps.change_items, self._editor.items(), dialog=self)

    def retranslate(self) -> None:
        """Set all words."""
        text = self.tr("One item for each thing that is asked; each gets its own decision.")
        self.say(self.tr("What is asked"), text, self.tr("Save what is asked"))

    def _take(self, offices: Mapping[str, Purpose]) -> None:
        self._editor = ItemsEditor("editItems", self.work.case.law, offices)
        self._editor.set_items([asked.item.asked for asked in self.work.case.items])
        inside = QVBoxLayout()
        inside.setContentsMargins(0, 0, 8, 0)
        inside.addWidget(self._editor)
        inside.addStretch(1)
        area = scrolled(inside, "itemsScroll")
        area.setMinimumHeight(360)
        self.column.addWidget(area, 1)
        self.verb.setEnabled(True)
