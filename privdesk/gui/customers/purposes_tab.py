"""How a customer stands to each purpose of use, which data that concerns, how he stood, and the decisions on it."""

from collections.abc import Mapping

from PySide6.QtCore import QItemSelectionModel
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from privdesk.domain.errors import AdvertisingNotExempt
from privdesk.domain.person import Status
from privdesk.domain.purpose import Purpose, Stand
from privdesk.domain.text import visible
from privdesk.gui.background import Background
from privdesk.gui.customers.data_matrix import DataMatrix
from privdesk.gui.customers.purpose_acts import PurposeActs
from privdesk.gui.customers.stands import CourseRow, PurposeRow, course, course_columns, purpose_rows, stand_columns
from privdesk.gui.customers.words import day_text
from privdesk.gui.translation import Translated, language, translated
from privdesk.gui.widgets.button import Button
from privdesk.gui.widgets.card import line
from privdesk.gui.widgets.empty import Empty
from privdesk.gui.widgets.page import Filters
from privdesk.gui.widgets.rows import RowsModel
from privdesk.gui.widgets.table import Table
from privdesk.gui.widgets.text import Paragraph
from privdesk.operations.desk import Desk
from privdesk.operations.people import Record

_VIEWS = ("stands", "data", "course")
_NOT_SUSPENDED = (Stand.OPEN, Stand.CONSENTED, Stand.OPTED_OUT)


class PurposesTab(Translated, QWidget):
    """Three views: what holds today, on whose selected lines the buttons act, the data by purpose, and the course."""

    def __init__(self, background: Background, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("customerPurposes")
        self._acts = PurposeActs(self, background, desk)
        self._desk = desk
        self._record: Record | None = None
        words = desk.reference.purposes
        self.views = Filters("purposeViews")
        self._model: RowsModel[PurposeRow] = RowsModel(stand_columns(words), self)
        self.table = Table("purposesTable", self._model)
        self.matrix = DataMatrix(words)
        self._course: RowsModel[CourseRow] = RowsModel(course_columns(), self)
        self._past = Table("purposeCourse", self._course, Empty("history"))
        self._whole = Paragraph(role="small", tone="dim")
        self._buttons = {
            "consent": Button("purposeConsent", "plain", "check"),
            "opt_out": Button("purposeOptOut"),
            "label": Button("purposeLabel", "plain", "tag"),
            "exempt": Button("purposeExempt", "plain", "signature"),
            "lift": Button("purposeLift"),
            "suspend": Button("purposeSuspend", "plain", "ban"),
        }
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self.retranslate()

    def show_record(self, record: Record, office: Mapping[str, Purpose]) -> None:
        """Show how a customer stands; the selection stays where the customer does."""
        same = self._record is not None and record.person.id == self._record.person.id
        chosen = set(self._codes()) if same else set()
        self._record = record
        self._acts.take(record)
        self.setEnabled(record.person.status is not Status.DISPOSED)
        rows = purpose_rows(record, office, self._desk)
        self._model.set_rows(rows)
        self.matrix.show_record(record, rows)
        self._show_course()
        again = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        for place, row in enumerate(rows):
            if row.code in chosen:
                self.table.selectionModel().select(self._model.index(place, 0), again)
        self._show_enabled()

    def retranslate(self) -> None:
        """Set the words."""
        titles = (self.tr("Today"), self.tr("Data used"), self.tr("Course"))
        self.views.set_filters(dict(zip(_VIEWS, titles, strict=True)))
        self.table.setAccessibleName(self.tr("Purposes of use"))
        self._past.setAccessibleName(self.tr("Course of the decisions on purposes"))
        self._past.empty.say(self.tr("Nothing yet"), self.tr("Consents, opt-outs, suspensions and exemptions follow."))
        said = {
            "consent": self.tr("Consent"),
            "opt_out": self.tr("Opt-out"),
            "label": self.tr("Label…"),
            "exempt": self.tr("Exemption…"),
            "lift": self.tr("Lift…"),
            "suspend": self.tr("Suspend…"),
        }
        for name, text in said.items():
            self._buttons[name].setText(text)
        self._show_course()
        self._show_enabled()

    def _lay_out(self) -> None:
        today = QWidget()
        below = QVBoxLayout(today)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(8)
        below.addWidget(self.table, 1)
        below.addWidget(self._whole)
        consent, opt_out, label, exempt, lift, suspend = self._buttons.values()
        below.addLayout(line(consent, opt_out, None, lift, suspend))
        for view in (today, self.matrix, self._past):
            self._stack.addWidget(view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addLayout(line(self.views, None, label, exempt))
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        acts = self._acts
        self._buttons["consent"].clicked.connect(lambda: acts.consent(self._codes()))
        self._buttons["opt_out"].clicked.connect(lambda: acts.opt_out(self._codes()))
        self._buttons["label"].clicked.connect(lambda: acts.ask_label(self._chosen()[0]))
        self._buttons["exempt"].clicked.connect(lambda: acts.ask_exemption(self._chosen()[0]))
        self._buttons["lift"].clicked.connect(lambda: acts.ask_lift(self._liftable()))
        self._buttons["suspend"].clicked.connect(lambda: acts.ask_suspend(self._chosen(*_NOT_SUSPENDED)))
        self.views.chosen.connect(self._turn)
        self.table.selectionModel().selectionChanged.connect(self._show_enabled)

    def _turn(self, view: str) -> None:
        self._stack.setCurrentIndex(_VIEWS.index(view))
        for name in ("label", "exempt"):
            self._buttons[name].setVisible(view == _VIEWS[0])

    def _show_course(self) -> None:
        if self._record:
            office = self._desk.reference.purposes.purposes | {row.code: row.purpose for row in self._model.rows}
            self._course.set_rows(course(self._record, office, self._desk.reference.purposes))

    def _chosen(self, *stands: Stand) -> list[PurposeRow]:
        return [row for row in self.table.selected() if not stands or row.stand in stands]

    def _codes(self, *stands: Stand) -> list[str]:
        return [row.code for row in self._chosen(*stands)]

    def _liftable(self) -> list[str]:
        return [row.code for row in self._chosen() if row.stand is Stand.SUSPENDED or row.coming]

    def _show_enabled(self, *_: object) -> None:
        one = len(self._chosen()) == 1
        ready = {
            "consent": bool(self._chosen()),
            "opt_out": bool(self._chosen()),
            "label": one,
            "exempt": one and any(not row.purpose.marketing for row in self._chosen(Stand.SUSPENDED)),
            "lift": bool(self._liftable()),
            "suspend": bool(self._chosen(*_NOT_SUSPENDED)),
        }
        for name, enabled in ready.items():
            self._buttons[name].setEnabled(enabled)
        withdraws = one and self._chosen()[0].exemption is not None
        self._buttons["exempt"].setText(self.tr("Withdraw…") if withdraws else self.tr("Exemption…"))
        self._say_whole()

    def _say_whole(self) -> None:
        """What holds for the selected purpose and why, uncut."""
        chosen = self._chosen()
        if len(chosen) == 1:
            self._whole.setText(self._told(chosen[0]))
        else:
            self._whole.setText(self.tr("Select the purposes for which the customer decided something.") * (not chosen))

    def _told(self, row: PurposeRow) -> str:
        name, state = row.purpose.name.in_(language()), row.state
        stand = self._desk.reference.purposes.word(row.stand).in_(language())
        if state is None:
            parts = [
                self.tr("{purpose}: {stand}. The customer said nothing about it.").format(purpose=name, stand=stand)
            ]
        else:
            said = self.tr("{purpose}: {stand} since {day}.")
            parts = [said.format(purpose=name, stand=stand, day=day_text(state.start))]
        if state and state.until:
            parts.append(self.tr("It ends after {day}.").format(day=day_text(state.until)))
        if state and state.request:
            parts.append(self.tr("By request {number}.").format(number=state.request))
        if row.coming:
            parts.append(self.tr("A suspension begins on {day}.").format(day=day_text(row.coming.start)))
        lines = [" ".join([*parts, *([visible(state.ground)] if state else [])])]
        if row.stand is Stand.SUSPENDED and row.purpose.marketing:
            lines.append(translated(AdvertisingNotExempt()))
        if one := row.exemption:
            said = self.tr("Exemption for a single use until {day}: {reason} (signed by {name}).")
            if not one.once:
                said = self.tr("Exemption for every use until {day}: {reason} (signed by {name}).")
            values = {"reason": visible(one.reason), "name": visible(one.signed_by)}
            lines.append(said.format(day=day_text(one.last_day), **values))
        return "\n".join(lines)
