"""The head of a record: who it is, what stands on him, what can be done."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from privdesk.domain.person import Status
from privdesk.domain.purpose import Purpose, Stand
from privdesk.domain.text import visible
from privdesk.gui.customers.columns import held_chip, stand_chip, status_chip
from privdesk.gui.customers.purposes_tab import PurposeRow, purpose_rows
from privdesk.gui.translation import Translated, language
from privdesk.gui.widgets.button import Button
from privdesk.gui.widgets.card import Card, line, on_ground
from privdesk.gui.widgets.chip import Chip, ChipFace
from privdesk.gui.widgets.icon import Sign
from privdesk.gui.widgets.text import OneLine, Paragraph, Text
from privdesk.operations.desk import Desk
from privdesk.operations.people import Record


class RecordHead(Translated, Card):
    """Name, number, chips and the two buttons; a red band where the use is suspended, a blue one for a draft."""

    edit_wanted = Signal()
    request_wanted = Signal(int)
    discard_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(margin=14)
        self.setObjectName("customerHead")
        self._desk = desk
        self._shown: tuple[Record, Mapping[str, Purpose]] | None = None
        self._name = OneLine(role="title")
        self._sub = OneLine(tone="dim")
        self._sub.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._chips = QHBoxLayout()
        self._chips.setSpacing(6)
        self._request = Button("customerRequest", "plain", "inbox")
        self._edit = Button("customerEdit", "plain", "pencil")
        self._suspended = Paragraph(tone="late")
        self._band = _band("band-late", Sign("ban", "late", 18), self._suspended)
        self._opted_out = Paragraph(tone="soon")
        self._opted = _band("band-soon", Sign("ban", "soon", 16), self._opted_out)
        self._draft_text = Text()
        self._go_on = Button("draftContinue", "link")
        self._discard = Button("draftDiscard", "link")
        self._draft = _band("band-accent", Sign("pencil", "accent", 16), self._draft_text, self._go_on, self._discard)
        self._lay_out()
        self._edit.clicked.connect(self.edit_wanted)
        self._request.clicked.connect(self._want_request)
        self._go_on.clicked.connect(self.edit_wanted)
        self._discard.clicked.connect(self.discard_wanted)
        self._draft.hide()

    def _lay_out(self) -> None:
        sub = line(self._sub, spacing=12)
        sub.addLayout(self._chips)
        sub.addStretch(1)
        self.column.addLayout(line(self._name, self._request, self._edit))
        self.column.addLayout(sub)
        self.column.addWidget(self._band)
        self.column.addWidget(self._opted)
        self.column.addWidget(self._draft)

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
        self._draft_text.setText(self.tr("There are changes that were not saved."))
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
        self._suspended.setText(self.tr("Use suspended, do not use for: {purposes}").format(purposes=suspended))
        self._opted_out.setText(self.tr("Opted out of: {purposes}").format(purposes=opted_out))
        self._band.setVisible(bool(suspended))
        self._opted.setVisible(bool(opted_out))
        self._show_chips(record, [Stand.SUSPENDED] * bool(suspended) + [Stand.OPTED_OUT] * bool(opted_out))

    def _want_request(self) -> None:
        if self._shown:
            self.request_wanted.emit(self._shown[0].person.id)

    def _show_chips(self, record: Record, stands: Sequence[Stand]) -> None:
        while (item := self._chips.takeAt(0)) is not None:
            if part := item.widget():
                part.hide()
                part.deleteLater()
        faces = [status_chip(record.person.status)]
        faces += [stand_chip(stand, self._desk.reference.purposes) for stand in stands]
        faces += self._counted(record)
        for face in faces:
            self._chips.addWidget(Chip(face))

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


def _band(ground: str, *parts: QWidget) -> QWidget:
    band = QWidget()
    on_ground(band, ground)
    row = line(spacing=8)
    row.setContentsMargins(10, 7, 10, 3)
    for part in parts:
        top = Qt.AlignmentFlag.AlignTop if isinstance(part, Sign) else Qt.AlignmentFlag(0)
        row.addWidget(part, 1 if isinstance(part, Text) else 0, top)
    band.setLayout(row)
    return band
