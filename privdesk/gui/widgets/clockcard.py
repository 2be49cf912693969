"""One clock of a case: how many days, until which date, and why this date."""

from PySide6.QtWidgets import QSizePolicy, QWidget

from privdesk.gui.translation import Translated
from privdesk.gui.widgets.button import Button
from privdesk.gui.widgets.card import Card, line
from privdesk.gui.widgets.icon import Sign
from privdesk.gui.widgets.text import OneLine, Paragraph, Text

_SIGNS = {"late": "octagon-alert", "soon": "clock", "done": "circle-check"}


class ClockCard(Translated, Card):
    """A title, a big figure in the tone of its urgency, a date; the explanation unfolds below."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, margin=14, spacing=2)
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._title = OneLine(role="small", tone="dim")
        self._sign = Sign(side=24)
        self._figure = OneLine(role="figure")
        self._date = Text(role="small", tone="dim")
        self._why = Button(f"{name}Why", "link")
        self._why.setCheckable(True)
        self._reason = Paragraph(role="small")
        self._reason.hide()
        self._why.toggled.connect(self._unfold)
        self.column.addWidget(self._title)
        self.column.addLayout(line(self._sign, self._figure))
        self.column.addLayout(line(self._date, self._why, None))
        self.column.addWidget(self._reason)
        self.column.addStretch(1)
        self.retranslate()

    def set_clock(self, title: str, figure: str, date: str, reason: str = "", tone: str = "") -> None:
        """Show a clock; `tone` is late, soon, done or empty, `reason` answers "why this date?"."""
        self._title.setText(title)
        self._figure.setText(figure)
        self._figure.set_tone(tone)
        self._sign.set_sign(_SIGNS.get(tone, ""), tone or "dim")
        self._sign.setVisible(tone in _SIGNS)
        self._date.setText(date)
        self._date.setVisible(bool(date))
        self._reason.setText(reason)
        self._why.setVisible(bool(reason))
        self._why.setChecked(False)
        self.setAccessibleName(f"{title}: {figure}, {date}")

    def retranslate(self) -> None:
        """Set the words of the link."""
        self._why.setText(self.tr("Why this date?"))

    def _unfold(self, on: bool) -> None:
        self._reason.setVisible(on and bool(self._reason.text()))
