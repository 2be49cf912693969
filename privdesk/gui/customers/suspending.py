"""The dialogs of a decision on purposes: suspending a use, and an exemption from a suspension."""

from collections.abc import Sequence
from datetime import timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QRadioButton, QWidget

from privdesk.domain.errors import SuspensionUngrounded
from privdesk.domain.record import RequestLine
from privdesk.gui.reasonfield import ReasonField
from privdesk.gui.widgets.choice import Choice
from privdesk.gui.widgets.datefield import DateField
from privdesk.gui.widgets.dialog import Dialog
from privdesk.gui.widgets.field import Field
from privdesk.gui.widgets.form import Form
from privdesk.gui.widgets.text import Paragraph
from privdesk.operations.desk import Desk

_FIRST_PROPOSED = timedelta(days=7)


class SuspendDialog(Dialog):
    """Asks for the ground, the days and the request of a suspension; `given` with ground, first day, last day, id.

    It stays open until who opened it accepts it.
    """

    given = Signal(str, object, object, object)

    def __init__(self, parent: QWidget, desk: Desk, names: Sequence[str], requests: Sequence[RequestLine]) -> None:
        super().__init__("suspendDialog", parent, danger=True)
        self._names = names
        self._about = Paragraph(role="strong")
        self._ground = Field("suspendGround", QPlainTextEdit(), check=_ground)
        self._start, self._until = (DateField(name, desk.today) for name in ("suspendStart", "suspendUntil"))
        self._start.set_day(desk.today)
        self._box = Choice()
        self._box.addItem("", "")
        for one in requests:
            self._box.addItem(one.number, str(one.id))
        self._request = Field("suspendRequest", self._box)
        days = Form("suspendDays")
        days.add(self._start, self._until)
        for part in (self._about, self._ground, days, self._request):
            self.column.addWidget(part)
        self._request.setVisible(bool(requests))
        self.retranslate()
        self._ground.editor.setFocus()

    def try_accept(self) -> None:
        """Give what was entered, if it can be read."""
        good = [field.check() for field in (self._ground, self._start, self._until)]
        if all(good):
            request = self._request.text()
            days = self._start.day(), self._until.day()
            self.given.emit(self._ground.text().strip(), *days, int(request) if request else None)

    def retranslate(self) -> None:
        """Set the words."""
        self.say(
            self.tr("Suspend the use"),
            self.tr(
                "The customer is left out of mailings, labels and exports for these purposes; every other use is "
                "refused and counted."
            ),
            self.tr("Suspend the use"),
        )
        self._about.setText(" / ".join(self._names))
        self._ground.say(
            self.tr("Ground"), "", self.tr("e.g. customer's wish by telephone, unlawful use, no longer needed")
        )
        self._start.say(self.tr("From"))
        self._until.say(self.tr("Last day"), self.tr("Empty: until it is lifted."))
        self._request.say(self.tr("Request behind it"))
        self._box.setItemText(0, self.tr("none"))


class ExemptionDialog(Dialog):
    """Asks why a suspended use is needed and how long; `given` with reason, last day and whether for a single use.

    Who opened it then asks a second person to sign.
    """

    given = Signal(str, object, bool)

    def __init__(self, parent: QWidget, desk: Desk, name: str) -> None:
        super().__init__("exemptionDialog", parent)
        self._name = name
        self._about = Paragraph(role="strong")
        self._reason = ReasonField("exemptionReason")
        self._once, self._often = QRadioButton(), QRadioButton()
        self._once.setObjectName("exemptionOnce")
        self._often.setObjectName("exemptionOften")
        self._once.setChecked(True)
        self._until = DateField("exemptionUntil", desk.today)
        self._until.set_day(desk.today + _FIRST_PROPOSED)
        for part in (self._about, self._reason, self._once, self._often, self._until):
            self.column.addWidget(part)
        self.retranslate()
        self._reason.editor.setFocus()

    def try_accept(self) -> None:
        """Give what was entered, if it can be read and there is a last day."""
        good = [field.check() for field in (self._reason, self._until)]
        if all(good) and (last := self._until.day()):
            self.given.emit(self._reason.reason(), last, self._once.isChecked())
            self.accept()
        elif all(good):
            self.show_wrong(self.tr("Enter the last day of the exemption."))

    def retranslate(self) -> None:
        """Set the words."""
        self.say(
            self.tr("Exemption from the suspension"),
            self.tr(
                "The data may be used for this purpose in spite of the suspension. A second person signs it; record "
                "and log show it."
            ),
            self.tr("Go on to the signature"),
        )
        self._about.setText(self._name)
        self._once.setText(self.tr("For a single use"))
        self._often.setText(self.tr("For every use until the last day"))
        self._until.say(self.tr("Last day"), self.tr("90 days from today at most."))


def _ground(text: str) -> str:
    if not text.strip():
        raise SuspensionUngrounded
    return ""
