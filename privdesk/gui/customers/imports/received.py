"""From whom a partner's table came: what has to be confirmed and recorded about data that others give us."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from privdesk.domain.batch import Received
from privdesk.domain.partner import Partner, known_as
from privdesk.gui.background import Background
from privdesk.gui.widgets.datefield import DateField
from privdesk.gui.widgets.field import Field
from privdesk.gui.widgets.text import Paragraph
from privdesk.operations import office
from privdesk.operations.desk import Desk

_TEXTS = ("partner", "address", "representative", "acquired_how", "items")


class ReceivedForm(QWidget):
    """Partner, address, representative, how he got the data, day and items; what the desk knows of him is filled in."""

    edited = Signal()

    def __init__(self, background: Background, desk: Desk) -> None:
        super().__init__()
        self._background = background
        self._desk = desk
        self._known: dict[str, Partner] = {}
        self._text = Paragraph(role="small", tone="dim")
        self._fields = {name: Field(f"received_{name}") for name in _TEXTS}
        self._on = DateField("received_on", desk.today)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.addWidget(self._text, 0, 0, 1, 3)
        for place, field in enumerate((*self._fields.values(), self._on)):
            grid.addWidget(field, 1 + place // 3, place % 3)
            field.edited.connect(self.edited)
        self._fields["partner"].edited.connect(self._fill)
        self.say()

    @property
    def received(self) -> Received:
        """What stands there."""
        texts = {name: field.text().strip() for name, field in self._fields.items()}
        return Received(**texts, on=self._on.day())

    def fits(self) -> bool:
        """Whether the day can be read."""
        return self._on.check()

    def begin(self) -> None:
        """Ask who is known; a table that comes today has come today."""
        if self._on.day() is None:
            self._on.set_day(self._desk.today)
        self._background.read(self, office.partners, then=self._take, key="partners")

    def say(self) -> None:
        """Set the words."""
        said = {
            "partner": self.tr("Partner"),
            "address": self.tr("Address"),
            "representative": self.tr("Representative"),
            "acquired_how": self.tr("How the partner got the data"),
            "items": self.tr("Which data"),
        }
        for name, field in self._fields.items():
            field.say(said[name])
        self._on.say(self.tr("Received on"))
        self._text.setText(self.tr("Kept with the import as the record of what was received (Art. 30)."))

    def _take(self, partners: Sequence[Partner]) -> None:
        self._known = {known_as(partner.name): partner for partner in partners}
        self._fill()

    def _fill(self) -> None:
        """Put in what is known of the partner where nothing was typed."""
        partner = self._known.get(known_as(self._fields["partner"].text()))
        for name in ("address", "representative", "acquired_how") if partner else ():
            if not self._fields[name].text().strip():
                self._fields[name].set_text(getattr(partner, name))
