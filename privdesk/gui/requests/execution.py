"""Carrying out what was decided: old and new side by side, or the uses that stop, before the button is pressed."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from privdesk.domain.decision import Decision
from privdesk.domain.errors import DeskError
from privdesk.domain.event import Changed
from privdesk.domain.purpose import Purpose
from privdesk.gui.requests.typed import NumberEntry
from privdesk.gui.requests.words import dated, decision_face, field_word, local
from privdesk.gui.requests.work import CaseWork
from privdesk.gui.translation import Translated, translated
from privdesk.gui.widgets.button import Button
from privdesk.gui.widgets.card import Card, line, scrolled
from privdesk.gui.widgets.chip import Chip
from privdesk.gui.widgets.empty import Empty
from privdesk.gui.widgets.sidebyside import Pair, SideBySide
from privdesk.gui.widgets.text import OneLine, Paragraph, plain
from privdesk.operations import execution, purposes
from privdesk.operations.execution import Preview
from privdesk.operations.requests import Asked, Case


class ExecutionCard(Translated, Card):
    """One item: what carrying it out will do, or what it did."""

    take_back_wanted = Signal(int)

    def __init__(self, work: CaseWork, asked: Asked, offices: Mapping[str, Purpose]) -> None:
        super().__init__(margin=14)
        self.setObjectName(f"execution{asked.item.number}")
        self._work = work
        self._asked = asked
        self._offices = offices
        self._preview: Preview | None = None
        self._begins = False
        self._entries: list[NumberEntry] = []
        self._boxes: dict[str, QCheckBox] = {}
        self._title = OneLine(role="strong")
        self._pairs = SideBySide(f"sideBySide{asked.item.number}")
        self._stops = Paragraph()
        self._wrong = Paragraph(tone="late")
        self._numbers = QVBoxLayout()
        self._uses = QVBoxLayout()
        self._uses.setSpacing(0)
        self.verb = Button(f"execute{asked.item.number}", "primary", "play")
        self._back = Button(f"undoExecution{asked.item.number}", "quiet", "undo-2")
        decision = Chip(decision_face(work.case.law, asked.item.decision))
        self.column.addLayout(line(self._title, decision))
        for part in (self._pairs, self._stops):
            self.column.addWidget(part)
        self.column.addLayout(self._uses)
        self.column.addLayout(self._numbers)
        self.column.addWidget(self._wrong)
        self.column.addLayout(line(None, self._back, self.verb))
        self.verb.clicked.connect(self.carry_out)
        self._back.clicked.connect(lambda: self.take_back_wanted.emit(asked.item.number))
        self._wrong.hide()
        self._show_parts()
        self.retranslate()

    def begin(self) -> None:
        """Put the keyboard on the button, as soon as what it will do is known."""
        self._begins = not self.verb.isEnabled()
        self.verb.setFocus()

    def carry_out(self) -> None:
        """Do it, with the numbers that were typed and for the uses that are ticked."""
        self._say_wrong("")
        try:
            typed = tuple(entry.number() for entry in self._entries)
        except DeskError as error:
            self._say_wrong(translated(error))
            return
        stopping = tuple(code for code, box in self._boxes.items() if box.isChecked()) if self._boxes else None
        self._work.do(execution.execute, self._asked.item.number, typed=typed, stopping=stopping)

    def retranslate(self) -> None:
        """Say all again."""
        item = self._asked.item
        number = self.tr("Item {number}").format(number=item.number)
        self._title.setText(f"{number}  {local(self._asked.kind.name)}")
        self.verb.setText(self.tr("Carry out"))
        self._back.setText(self.tr("Take back"))
        changes = item.executed.changes if item.executed else self._preview.changes if self._preview else ()
        self._pairs.set_pairs([_pair(one) for one in changes])
        self._pairs.setVisible(bool(changes))
        self._stops.setText(self._said())
        self._stops.setVisible(bool(self._stops.text()))
        for code, box in self._boxes.items():
            name = local(self._offices[code].name)
            box.setText(local(self._offices[code].short))
            box.setAccessibleName(name)
            box.setToolTip(plain(name))

    def look_up(self) -> None:
        """Ask what carrying out will do, unless it is done; the look is logged."""
        item, work = self._asked.item, self._work
        if item.executed_on is None:
            work.background.write(
                self,
                execution.preview_execution,
                work.case.id,
                item.number,
                then=self._take,
                otherwise=lambda error: self._say_wrong(translated(error)),
            )

    def _take(self, preview: Preview) -> None:
        self._preview = preview
        for kind in preview.to_type:
            entry = NumberEntry(self._asked.item.number, kind)
            self._entries.append(entry)
            self._numbers.addWidget(entry)
        self._offer_uses(preview)
        self._show_parts()
        self.retranslate()
        if self._begins:
            self.begin()

    def _offer_uses(self, preview: Preview) -> None:
        """A box for each use that can be left out, all ticked."""
        for code in preview.purposes if preview.may_choose else ():
            if code in self._offices:
                box = self._boxes[code] = QCheckBox()
                box.setObjectName(f"stop{self._asked.item.number}_{code}")
                box.setChecked(True)
                box.toggled.connect(lambda _: self._show_parts())
                self._uses.addWidget(box)

    def _said(self) -> str:
        item = self._asked.item
        codes = item.executed.purposes if item.executed else self._preview.purposes if self._preview else ()
        names = "\n".join(f"–  {local(self._offices[code].name)}" for code in codes if code in self._offices)
        lines = [self.tr("No longer used for:") + "\n" + names] if codes and not self._boxes else []
        if self._boxes:
            lines.append(self.tr("Use ends for what is ticked; the letter names these uses."))
        if item.decision is Decision.PROVISION_STOPPED:
            lines.append(self.tr("The data no longer go to third parties."))
        if item.until:
            lines.append(
                self.tr("Kept until {day} all the same, and used for nothing else.").format(day=dated(item.until))
            )
        if item.executed_on:
            lines.append(self.tr("Carried out on {day}").format(day=dated(item.executed_on)))
        return "\n".join(lines)

    def _show_parts(self) -> None:
        item = self._asked.item
        done = item.executed_on is not None
        self.verb.setVisible(not done)
        ticked = not self._boxes or any(box.isChecked() for box in self._boxes.values())
        self.verb.setEnabled(self._preview is not None and not item.waits_for_approval and ticked)
        self._back.setVisible(done and not item.ever_told)

    def _say_wrong(self, sentence: str) -> None:
        self._wrong.setText(sentence)
        self._wrong.setVisible(bool(sentence))


class ExecutionTab(Translated, QWidget):
    """A card for each item that has to be carried out."""

    take_back_wanted = Signal(int)

    def __init__(self, work: CaseWork) -> None:
        super().__init__()
        self._work = work
        self._offices: Mapping[str, Purpose] = {}
        self._shown: object = None
        self._cards: list[ExecutionCard] = []
        self._empty = Empty("play")
        self._column = QVBoxLayout()
        self._column.setContentsMargins(0, 8, 8, 0)
        self._column.setSpacing(12)
        self._column.addWidget(self._empty, 1)
        self._column.addStretch(0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(self._column, "executionScroll"))
        work.background.read(self, purposes.office, then=self._take_purposes)
        self.retranslate()

    def show_case(self, case: Case) -> None:
        """Show another case; what carrying out will do is looked up when the tab is seen."""
        if self.isVisible():
            self._fill()

    def begin(self) -> None:
        """Put the focus on the first button."""
        self._fill()
        for card in self._cards[:1]:
            card.begin()

    def retranslate(self) -> None:
        """Set the words of the empty tab."""
        text = self.tr("A correction or a stop of use shows here when it is decided, before anything is changed.")
        self._empty.say(self.tr("Nothing to carry out"), text)

    def showEvent(self, event: QShowEvent) -> None:
        """Look the customer's record up only now; the look is logged."""
        super().showEvent(event)
        self._fill()

    def _take_purposes(self, offices: Mapping[str, Purpose]) -> None:
        self._offices = offices
        if self.isVisible():
            self._fill()

    def _fill(self) -> None:
        case = self._work.case
        wanted = (case.id, case.request.person, case.request.items, bool(self._offices))
        if self._shown == wanted:
            return
        self._shown = wanted
        for card in self._cards:
            card.hide()
            card.deleteLater()
        self._cards = []
        for asked in case.items:
            if asked.item.decision is not None and asked.item.decision.needs_execution:
                self._put(asked)
        self._empty.setVisible(not self._cards)

    def _put(self, asked: Asked) -> None:
        card = ExecutionCard(self._work, asked, self._offices)
        card.take_back_wanted.connect(self.take_back_wanted)
        card.look_up()
        self._cards.append(card)
        self._column.insertWidget(self._column.count() - 1, card)


def _pair(one: Changed) -> Pair:
    return Pair(field_word(one.field), one.old, one.new)
