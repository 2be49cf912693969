"""Above a record, quietly: who may be the same person, and what was merged into it."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from privdesk.domain.matrix import roles_of
from privdesk.domain.text import visible
from privdesk.gui.background import Background
from privdesk.gui.customers.sameness_dialog import SamenessDialog
from privdesk.gui.customers.samewords import grounds_said
from privdesk.gui.customers.words import day_text
from privdesk.gui.translation import Translated
from privdesk.gui.widgets.band import Band
from privdesk.gui.widgets.button import Button
from privdesk.gui.widgets.dialog import Question
from privdesk.operations import sameness
from privdesk.operations.desk import Desk
from privdesk.operations.people import Record
from privdesk.operations.sameness import Beside

_NOBODY = Beside((), ())


class SamenessBand(Translated, QWidget):
    """Hidden where there is nothing to say; `person_wanted` with the record to open after a decision."""

    person_wanted = Signal(int)

    def __init__(self, background: Background, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("customerSameness")
        self._background = background
        self._person = 0
        self._beside = _NOBODY
        self._compare = Button("samenessCompare", "link")
        self._part = Button("samenessPart", "link")
        self._may_be = Band("samenessMayBe", "accent", "users", self._compare)
        self._holds = Band("samenessMerged", "accent", "merge", self._part)
        self._part.setVisible(desk.actor.role in roles_of("sameness.take_apart"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._may_be)
        column.addWidget(self._holds)
        self._compare.clicked.connect(self._ask)
        self._part.clicked.connect(self._ask_part)
        self.hide()
        self.retranslate()

    def show_record(self, record: Record) -> None:
        """Look for who may be the same as the customer who is shown."""
        if self._person != record.person.id:
            self._take(_NOBODY)
        self._person = record.person.id
        self._background.read(self, sameness.of_person, self._person, then=self._take, key="sameness")

    def retranslate(self) -> None:
        """Say everything again."""
        self._compare.setText(self.tr("Compare"))
        self._part.setText(self.tr("Take apart"))
        if self._beside.alike:
            first = self._beside.alike[0]
            name = visible("  ".join(filter(None, (first.row.name, first.row.number))))
            more = len(self._beside.alike) - 1
            text = self.tr("May be the same as {name}: {grounds}.").format(
                name=name, grounds=grounds_said(first.verdict.pro)
            )
            self._may_be.say(text + (self.tr(" {count} more may be.").format(count=more) if more else ""))
        if self._beside.merged:
            newest = self._beside.merged[0]
            self._holds.say(
                self.tr("The record of {name} was merged into this one on {day}.").format(
                    name=visible("  ".join(filter(None, (newest.name, newest.number)))),
                    day=day_text(newest.at.date()),
                )
            )

    def _take(self, beside: Beside) -> None:
        self._beside = beside
        self.retranslate()
        self._may_be.setVisible(bool(beside.alike))
        self._holds.setVisible(bool(beside.merged))
        self.setVisible(bool(beside.alike or beside.merged))

    def _ask(self) -> None:
        if self._beside.alike:
            dialog = SamenessDialog(self, self._background, self._person, self._beside.alike[0].row.id)
            dialog.decided.connect(self.person_wanted)
            dialog.open()

    def _ask_part(self) -> None:
        if self._beside.merged:
            words = (
                self.tr("Take the records apart?"),
                self.tr("Both become what they were before the merge. What was entered since stays with this one."),
                self.tr("Take apart"),
            )
            question = Question("samenessPartQuestion", self, words)
            gone = self._beside.merged[0].id
            question.accepted.connect(partial(self._background.write, self._background, sameness.take_apart, gone))
            question.open()
