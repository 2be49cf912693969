"""The answer matrix: what is asked, what we hold, the decision with its ground, and beside it the form that decides."""

from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from privdesk.domain.retention import Rule
from privdesk.gui.requests.decision import DecisionForm
from privdesk.gui.requests.held import HeldTable, kept_until
from privdesk.gui.requests.matrix import Matrix
from privdesk.gui.requests.work import CaseWork
from privdesk.gui.theme import row_height
from privdesk.gui.translation import Translated
from privdesk.gui.widgets.card import scrolled
from privdesk.operations import people, rules
from privdesk.operations.people import Record
from privdesk.operations.requests import Case

_WIDE = 700


class AnswersTab(Translated, QWidget):
    """Items at the left, the form at the right; below each other where there is no room."""

    def __init__(self, work: CaseWork) -> None:
        super().__init__()
        self._work = work
        self._record: Record | None = None
        self._record_of: object = None
        self.table = Matrix(work)
        self.form = DecisionForm(work, {})
        self.held = HeldTable(work.desk.reference.purposes)
        self._wide = False
        self._inside = QGridLayout()
        self._inside.setContentsMargins(0, 8, 8, 0)
        self._inside.setHorizontalSpacing(20)
        self._inside.setVerticalSpacing(12)
        self._inside.addWidget(self.table, 0, 0)
        self._place(wide=False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scrolled(self._inside, "answersScroll"))
        self.table.row_selected.connect(self.form.show_item)
        self.table.row_opened.connect(lambda _: self.form.begin())
        work.background.read(self, rules.in_force, then=self._take_rules)
        self.retranslate()

    def show_case(self, case: Case) -> None:
        """Show another case's items; the same item, else the first open one, is in front."""
        self.table.show_items(case.items)
        self.form.setVisible(bool(case.items))
        if self.isVisible():
            self._read_record()

    def begin(self) -> None:
        """Put the cursor where the first open item is decided."""
        self.form.begin()

    def retranslate(self) -> None:
        """Set all words."""
        self.table.setAccessibleName(self.tr("What is asked"))
        self.held.setAccessibleName(self.tr("What we hold about this customer"))
        self.table.empty.say(
            self.tr("Nothing is asked yet"), self.tr("Enter what is asked; each thing gets its answer.")
        )
        self._say_held()

    def showEvent(self, event: QShowEvent) -> None:
        """Look the customer's record up only when the matrix is looked at; the look is logged."""
        super().showEvent(event)
        self._read_record()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside each other where there is room."""
        super().resizeEvent(event)
        wide = self.width() >= _WIDE
        if wide != self._wide:
            self._place(wide=wide)

    def _place(self, *, wide: bool) -> None:
        """The form beside the matrix, or between it and what is held."""
        self._wide = wide
        self._inside.addWidget(self.form, 0 if wide else 1, 1 if wide else 0, 2 if wide else 1, 1)
        self._inside.addWidget(self.held, 1 if wide else 2, 0)
        self._inside.setColumnStretch(0, 3)
        self._inside.setColumnStretch(1, 2 if wide else 0)
        self._inside.setRowStretch(1 if wide else 2, 1)
        self._inside.setRowStretch(2 if wide else 1, 0)

    def _take_rules(self, found: tuple[Rule, ...]) -> None:
        self.form.rules = {rule.code: rule for rule in found}
        self.form.retranslate()

    def _read_record(self) -> None:
        """Look again only where the case changed the record; every other step of it goes on under the same look."""
        case = self._work.case
        person = case.person
        carried_out = tuple(asked.item.executed for asked in case.items)
        wanted = (case.id, person.id, carried_out) if person else None
        if wanted is None:
            self._record, self._record_of = None, None
            self._show_record()
        elif wanted != self._record_of and person is not None:
            self._record_of = wanted
            self._work.look(people.open_person, person.id, then=self._take_record)

    def _take_record(self, record: Record) -> None:
        self._record = record
        self._show_record()

    def _show_record(self) -> None:
        self.form.keep_until = kept_until(self._record)
        self.table.record = self._record
        self.held.show_record(self._record)
        lines = len(self._record.kept) if self._record else 3
        self.held.setMinimumHeight((lines + 1) * row_height() + 8)
        self._say_held()
        self.table.viewport().update()

    def _say_held(self) -> None:
        self.held.empty.say(
            self.tr("Nothing to show"),
            self.tr("What we hold shows when the customer is linked."),
        )
