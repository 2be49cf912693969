"""The letters of a case: what is due, what was issued, printed and sent."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from privdesk.domain.letter import LetterQuery, LetterRow, LetterState, due_letters, letter_number
from privdesk.domain.shown import shown
from privdesk.gui.posting import UNSENT, letter_face, template_said
from privdesk.gui.requests.columns import room
from privdesk.gui.requests.words import local, short
from privdesk.gui.requests.work import CaseWork
from privdesk.gui.translation import Translated
from privdesk.gui.widgets.button import Button
from privdesk.gui.widgets.card import line, on_ground
from privdesk.gui.widgets.empty import Empty
from privdesk.gui.widgets.icon import Sign
from privdesk.gui.widgets.rows import Column, RowsModel
from privdesk.gui.widgets.table import Table
from privdesk.gui.widgets.text import OneLine, Text
from privdesk.operations import letters
from privdesk.operations.letters import Page
from privdesk.operations.requests import Case

# a count as long as any that a year brings
_MANY = 8888


class LettersTab(Translated, QWidget):
    """`write_wanted` with a template, `read_wanted` with a line."""

    write_wanted = Signal(str)
    read_wanted = Signal(object)

    def __init__(self, work: CaseWork) -> None:
        super().__init__()
        self._work = work
        self._due = QVBoxLayout()
        self._due.setSpacing(6)
        self.model: RowsModel[LetterRow] = RowsModel(self._columns(), self)
        self.table = Table("caseLetters", self.model, Empty("file-text"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._due)
        column.addWidget(self.table, 1)
        self.table.row_opened.connect(self.read_wanted)
        self.table.clicked.connect(lambda _: self._read())
        self.retranslate()

    @property
    def unsent(self) -> LetterRow | None:
        """The first letter that was issued and has not left; one that was replaced meanwhile stays in the house."""
        waiting = [row for row in self.model.rows if row.state in UNSENT and not row.replaced_by]
        return waiting[-1] if waiting else None

    def show_case(self, case: Case) -> None:
        """Show another case's letters."""
        self._show_due(case)
        query = LetterQuery(request=case.id)
        self._work.background.read(self, letters.page, query, then=self._take, key="letters")

    def retranslate(self) -> None:
        """Set all words."""
        self.table.setAccessibleName(self.tr("Letters of this request"))
        self.table.empty.say(self.tr("No letter was issued yet"), self.tr("What is due shows above."))
        if self._due.count():
            self._show_due(self._work.case)

    def _columns(self) -> Sequence[Column[LetterRow]]:
        office, today = self._work.desk.office, self._work.desk.today
        number = letter_number(office.letter_series, today.year, _MANY)
        day = room("00-00")
        return (
            Column("number", shown("columns", "Number"), lambda row: row.number, room(number), tone=_tone),
            Column("kind", shown("columns", "Letter"), self._name, 120, stretch=True, tone=_tone, tooltip=self._name),
            Column(
                "state",
                shown("columns", "State"),
                lambda row: letter_face(row.state).text,
                room(*(letter_face(state).text for state in LetterState), sign=True),
                chips=lambda row: (letter_face(row.state),),
            ),
            Column("issued", shown("columns", "Issued"), lambda row: short(row.issued_on, today), day, minor=True),
            Column("sent", shown("columns", "Sent"), self._sent, day),
        )

    def _name(self, row: LetterRow) -> str:
        name = template_said(self._work.case.law, row.template)
        if row.replaced_by:
            return self.tr("{letter} (replaced by {number})").format(letter=name, number=row.replaced_by)
        if row.replaces:
            return self.tr("{letter} (replaces {number})").format(letter=name, number=row.replaces)
        return name

    def _sent(self, row: LetterRow) -> str:
        return short(row.sent_on, self._work.desk.today) if row.sent_on else ""

    def _take(self, page: Page) -> None:
        self.model.set_rows(page.rows)

    def _read(self) -> None:
        for row in self.table.selected()[:1]:
            self.read_wanted.emit(row)

    def _show_due(self, case: Case) -> None:
        while (item := self._due.takeAt(0)) is not None:
            if part := item.widget():
                part.hide()
                part.deleteLater()
        for due in due_letters(case.request, case.law, self._work.desk.today):
            self._due.addWidget(self._due_line(due.template, local(case.law.letters[due.template].name)))

    def _due_line(self, template: str, name: str) -> QWidget:
        band = QWidget()
        on_ground(band, "band-accent")
        verb = Button(f"write_{template}", "plain", "file-text")
        verb.setText(self.tr("Preview and issue"))
        verb.setAccessibleName(self.tr("Preview and issue: {letter}").format(letter=name))
        verb.clicked.connect(lambda: self.write_wanted.emit(template))
        column = QVBoxLayout(band)
        column.setContentsMargins(12, 6, 6, 6)
        column.addLayout(line(Sign("file-text", "accent"), Text(self.tr("Due"), "strong"), OneLine(name), verb))
        return band


def _tone(row: LetterRow) -> str:
    return "dim" if row.replaced_by else ""
