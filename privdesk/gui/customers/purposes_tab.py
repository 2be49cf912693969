"""How a customer stands to each purpose of use, and the decisions on it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QItemSelectionModel, Signal
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from privdesk.domain.errors import SuspensionUngrounded
from privdesk.domain.person import Status
from privdesk.domain.purpose import Purpose, PurposeState, Stand, blocked
from privdesk.domain.shown import shown
from privdesk.domain.text import visible
from privdesk.gui.background import Background
from privdesk.gui.customers.columns import stand_chip
from privdesk.gui.customers.reason import ReasonDialog
from privdesk.gui.customers.words import day_text
from privdesk.gui.translation import Translated, language
from privdesk.gui.widgets.button import Button
from privdesk.gui.widgets.card import line
from privdesk.gui.widgets.datefield import DateField
from privdesk.gui.widgets.dialog import Dialog
from privdesk.gui.widgets.field import Field
from privdesk.gui.widgets.rows import Column, RowsModel
from privdesk.gui.widgets.table import Table
from privdesk.gui.widgets.text import Paragraph
from privdesk.operations import purposes
from privdesk.operations.desk import Desk
from privdesk.operations.people import Record


@dataclass(frozen=True)
class PurposeRow:
    """A purpose with what holds for the customer today; `state` is None where he said nothing."""

    code: str
    purpose: Purpose
    stand: Stand
    state: PurposeState | None


def purpose_rows(record: Record, office: Mapping[str, Purpose], desk: Desk) -> list[PurposeRow]:
    """The office's purposes with the customer's stand to each today."""
    rows = []
    for code, purpose in office.items():
        in_force = [one for one in record.purposes if one.purpose == code and one.in_force(desk.today)]
        state = blocked(record.purposes, code, desk.today) or (in_force[-1] if in_force else None)
        rows.append(PurposeRow(code, purpose, state.stand if state else Stand.OPEN, state))
    return rows


class PurposesTab(Translated, QWidget):
    """The purposes as a list; the buttons act on the selected ones."""

    def __init__(self, background: Background, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("customerPurposes")
        self._background = background
        self._desk = desk
        self._person = 0
        self._model: RowsModel[PurposeRow] = RowsModel(self._columns(), self)
        self.table = Table("purposesTable", self._model)
        self._whole = Paragraph(role="small", tone="dim")
        self._consent = Button("purposeConsent", "plain", "check")
        self._opt_out = Button("purposeOptOut")
        self._suspend = Button("purposeSuspend", "plain", "ban")
        self._lift = Button("purposeLift")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.table, 1)
        column.addWidget(self._whole)
        column.addLayout(line(self._consent, self._opt_out, None, self._lift, self._suspend))
        self.table.selectionModel().selectionChanged.connect(self._show_enabled)
        self._consent.clicked.connect(lambda: self._do(purposes.consent))
        self._opt_out.clicked.connect(lambda: self._do(purposes.opt_out))
        self._suspend.clicked.connect(self._ask_suspend)
        self._lift.clicked.connect(self._ask_lift)
        self.retranslate()
        self._show_enabled()

    def show_record(self, record: Record, office: Mapping[str, Purpose]) -> None:
        """Show how a customer stands; the selection stays where the customer does."""
        chosen = set(self._codes()) if record.person.id == self._person else set()
        self._person = record.person.id
        self.setEnabled(record.person.status is not Status.DISPOSED)
        self._model.set_rows(purpose_rows(record, office, self._desk))
        again = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        for place, row in enumerate(self._model.rows):
            if row.code in chosen:
                self.table.selectionModel().select(self._model.index(place, 0), again)
        self._show_enabled()

    def retranslate(self) -> None:
        """Set the words."""
        self.table.setAccessibleName(self.tr("Purposes of use"))
        self._consent.setText(self.tr("Consent"))
        self._opt_out.setText(self.tr("Opt-out"))
        self._suspend.setText(self.tr("Suspend…"))
        self._lift.setText(self.tr("Lift…"))
        self._say_whole()

    def _columns(self) -> list[Column[PurposeRow]]:
        words = self._desk.reference.purposes
        return [
            Column(
                "purpose",
                shown("columns", "Purpose"),
                lambda row: row.purpose.short.in_(language()),
                124,
                tooltip=lambda row: row.purpose.name.in_(language()),
            ),
            Column(
                "stand",
                shown("columns", "State"),
                lambda row: words.word(row.stand).in_(language()),
                132,
                chips=lambda row: [stand_chip(row.stand, words)],
            ),
            Column("start", shown("columns", "Since"), lambda row: day_text(row.state.start) if row.state else "", 116),
            Column(
                "ground",
                shown("columns", "Ground"),
                lambda row: visible(row.state.ground) if row.state else "",
                110,
                stretch=True,
            ),
            Column(
                "request",
                shown("columns", "Request"),
                lambda row: (row.state and row.state.request) or "",
                92,
            ),
        ]

    def _codes(self, *stands: Stand) -> list[str]:
        return [row.code for row in self.table.selected() if not stands or row.stand in stands]

    def _show_enabled(self, *_: object) -> None:
        chosen = bool(self._codes())
        self._consent.setEnabled(chosen)
        self._opt_out.setEnabled(chosen)
        self._suspend.setEnabled(bool(self._codes(Stand.OPEN, Stand.CONSENTED, Stand.OPTED_OUT)))
        self._lift.setEnabled(bool(self._codes(Stand.SUSPENDED)))
        self._say_whole()

    def _say_whole(self) -> None:
        """What holds for the selected purpose and why, uncut."""
        chosen = self.table.selected()
        if len(chosen) == 1:
            self._whole.setText(self._told(chosen[0]))
        else:
            self._whole.setText(self.tr("Select the purposes for which the customer decided something.") * (not chosen))

    def _told(self, row: PurposeRow) -> str:
        name, state = row.purpose.name.in_(language()), row.state
        stand = self._desk.reference.purposes.word(row.stand).in_(language())
        if state is None:
            return self.tr("{purpose}: {stand}. The customer said nothing about it.").format(purpose=name, stand=stand)
        since = self.tr("{purpose}: {stand} since {day}.").format(purpose=name, stand=stand, day=day_text(state.start))
        parts = [since, visible(state.ground)]
        if state.request:
            parts.append(self.tr("By request {number}.").format(number=state.request))
        return " ".join(filter(None, parts))

    def _do(self, operation: Callable[..., object], *args: object, codes: list[str] | None = None) -> None:
        self._background.write(self, operation, self._person, codes or self._codes(), *args)

    def _ask_suspend(self) -> None:
        codes = self._codes(Stand.OPEN, Stand.CONSENTED, Stand.OPTED_OUT)
        dialog = SuspendDialog(self, self._desk)
        dialog.given.connect(
            lambda ground, start: self._do(partial(purposes.suspend, ground=ground, start=start), codes=codes)
        )
        dialog.open()

    def _ask_lift(self) -> None:
        codes = self._codes(Stand.SUSPENDED)
        dialog = ReasonDialog("liftDialog", self, self._lift_words)
        dialog.given.connect(lambda reason: self._do(purposes.lift, reason, codes=codes))
        dialog.open()

    def _lift_words(self) -> tuple[str, str, str, str]:
        return (
            self.tr("Lift the suspension"),
            self.tr("From today the data may be used for the selected purposes again."),
            self.tr("Lift the suspension"),
            self.tr("Why may the data be used again?"),
        )


class SuspendDialog(Dialog):
    """Asks for the ground and the first day of a suspension; `given` with both."""

    given = Signal(str, object)

    def __init__(self, parent: QWidget, desk: Desk) -> None:
        super().__init__("suspendDialog", parent, danger=True)
        self._ground = Field("suspendGround", QPlainTextEdit(), check=_ground)
        self._start = DateField("suspendStart", desk.today)
        self._start.set_day(desk.today)
        self.column.addWidget(self._ground)
        self.column.addWidget(self._start)
        self.retranslate()
        self._ground.editor.setFocus()

    def try_accept(self) -> None:
        """Give ground and day, if both can be read."""
        good = [self._ground.check(), self._start.check()]
        if all(good):
            self.given.emit(self._ground.text().strip(), self._start.day())
            self.accept()

    def retranslate(self) -> None:
        """Set the words."""
        self.say(
            self.tr("Suspend the use"),
            self.tr(
                "The customer is left out of mailing lists and exports of the selected purposes until it is lifted."
            ),
            self.tr("Suspend the use"),
        )
        self._ground.say(
            self.tr("Ground"), "", self.tr("e.g. customer's wish by telephone, unlawful use, no longer needed")
        )
        self._start.say(self.tr("From"))


def _ground(text: str) -> str:
    if not text.strip():
        raise SuspensionUngrounded
    return ""
