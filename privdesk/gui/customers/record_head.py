"""The head of a record: who it is, what stands on him, what can be done."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from privdesk.domain.person import Status
from privdesk.domain.purpose import Purpose, Stand
from privdesk.domain.text import visible
from privdesk.gui.customers.columns import held_chip, stand_chip, status_chip
from privdesk.gui.customers.stands import PurposeRow, purpose_rows
from privdesk.gui.translation import Translated, language
from privdesk.gui.widgets.band import Band
from privdesk.gui.widgets.button import Button
from privdesk.gui.widgets.card import Card, line
from privdesk.gui.widgets.chip import Chip, ChipFace
from privdesk.gui.widgets.text import OneLine
from privdesk.operations.desk import Desk
from privdesk.operations.people import Record


class RecordHead(Translated, Card):
    """Name, number, chips and the two buttons; a red band where the use is suspended, a blue one for a draft."""

    edit_wanted = Signal()
    request_wanted = Signal(int)
    answer_wanted = Signal(object)
    discard_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(margin=14)
        self.setObjectName("customerHead")
        self._desk = desk
        self._shown: tuple[Record, Mapping[str, Purpose]] | None = None
        self._name = OneLine(role="title")
        self._sub = OneLine(tone="dim")
        self._chips = QHBoxLayout()
        self._chips.setSpacing(6)
        self._request = Button("customerRequest", "plain", "inbox")
        self._edit = Button("customerEdit", "plain", "pencil")
        self._answer = Button("customerAnswer", "link", "file-text")
        self.suspended = Band("suspendedBand", "late", "ban")
        self.opted_out = Band("optedOutBand", "soon", "ban")
        self._go_on = Button("draftContinue", "link")
        self._discard = Button("draftDiscard", "link")
        self._draft = Band("draftBand", "accent", "pencil", self._go_on, self._discard)
        self._lay_out()
        self._edit.clicked.connect(self.edit_wanted)
        self._request.clicked.connect(self._want_request)
        self._answer.clicked.connect(self._want_answer)
        self._go_on.clicked.connect(self.edit_wanted)
        self._discard.clicked.connect(self.discard_wanted)
        self._draft.hide()

    def _lay_out(self) -> None:
        self._chips.addStretch(1)
        self.column.addLayout(line(self._name, self._request, self._edit))
        self.column.addLayout(line(self._sub, self._answer))
        self.column.addLayout(self._chips)
        for band in (self.suspended, self.opted_out, self._draft):
            self.column.addWidget(band)

    def show_record(self, record: Record, office: Mapping[str, Purpose], *, draft: bool) -> None:
        """Show who it is."""
        self._shown = (record, office)
        self._draft.setVisible(draft)
        self._edit.setEnabled(record.person.status is not Status.DISPOSED)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything again."""
        self._request.setText(self.tr("Take in a request"))
        self._edit.setText(self.tr("Edit"))
        self._answer.setText(self.tr("What would we answer today?"))
        self._draft.say(self.tr("There are changes that were not saved."))
        self._go_on.setText(self.tr("Continue"))
        self._discard.setText(self.tr("Discard"))
        if self._shown is None:
            return
        record, office = self._shown
        person = record.person
        self._name.setText(visible(person.name))
        parts = [visible(person.kana), visible(person.number) or self.tr("no customer number")]
        self._sub.setText("  ·  ".join(part for part in parts if part))
        rows = purpose_rows(record, office, self._desk)
        suspended, opted_out = (_names(rows, stand) for stand in (Stand.SUSPENDED, Stand.OPTED_OUT))
        self.suspended.say(self.tr("Use suspended, do not use for: {purposes}").format(purposes=suspended))
        self.opted_out.say(self.tr("Opted out of: {purposes}").format(purposes=opted_out))
        self.suspended.setVisible(bool(suspended))
        self.opted_out.setVisible(bool(opted_out))
        self._show_chips(record, [Stand.SUSPENDED] * bool(suspended) + [Stand.OPTED_OUT] * bool(opted_out))

    def _want_request(self) -> None:
        if self._shown:
            self.request_wanted.emit(self._shown[0].person.id)

    def _want_answer(self) -> None:
        if self._shown:
            self.answer_wanted.emit(self._shown[0].person)

    def _show_chips(self, record: Record, stands: Sequence[Stand]) -> None:
        while self._chips.count() > 1:  # the last is the room behind them
            if (item := self._chips.takeAt(0)) and (part := item.widget()):
                part.hide()
                part.deleteLater()
        faces = [status_chip(record.person.status)]
        faces += [stand_chip(stand, self._desk.reference.purposes) for stand in stands]
        faces += self._counted(record)
        for place, face in enumerate(faces):
            self._chips.insertWidget(place, Chip(face))

    def _counted(self, record: Record) -> list[ChipFace]:
        held = max((kept.held for kept in record.kept), default=0)
        waiting = sum(request.closed_on is None for request in record.requests)
        warned = sum(warning.mended_at is None for warning in record.warnings)
        faces = [held_chip()] if held else []
        if waiting:
            faces.append(ChipFace(self.tr("Open requests: {count}").format(count=waiting), "accent", "inbox"))
        if warned:
            faces.append(ChipFace(self.tr("To mend: {count}").format(count=warned), "soon", "triangle-alert"))
        return faces


def _names(rows: Sequence[PurposeRow], stand: Stand) -> str:
    """The purposes to which a customer stands like this."""
    joint = "、" if language() == "ja" else ", "
    return joint.join(row.purpose.short.in_(language()) for row in rows if row.stand is stand)
