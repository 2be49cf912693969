"""The band that shows while this PC's clock is behind the last work, and the way to take it as right all the same."""

from PySide6.QtWidgets import QWidget

from privdesk.domain.matrix import roles_of
from privdesk.domain.office import ZONE
from privdesk.gui.background import Background
from privdesk.gui.reasonfield import ReasonField
from privdesk.gui.translation import Translated
from privdesk.gui.widgets.band import Band
from privdesk.gui.widgets.button import Button
from privdesk.gui.widgets.dialog import Entering
from privdesk.operations import log
from privdesk.operations.desk import Desk


class ClockBand(Translated, Band):
    """Says so; who may settle it finds the button here."""

    def __init__(self, work: Background, desk: Desk) -> None:
        self._settle = Button("settleClock", "plain", "clock")
        super().__init__("clockBand", "soon", "triangle-alert", self._settle)
        self._work, self._desk = work, desk
        self._settle.setVisible(desk.actor.role in roles_of("log.settle_clock"))
        self._settle.clicked.connect(self._ask)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words, and show them where there is something to say."""
        ahead = self._desk.worked_ahead
        self.setVisible(ahead is not None)
        if ahead:
            said = self.tr(
                "This PC's clock is behind the last work here ({when}); retention goes by the later day. "
                "If the clock is wrong, set it right. If it is right now, and was wrong then, say so here."
            )
            self.say(said.format(when=f"{ahead.astimezone(ZONE):%Y-%m-%d %H:%M}"))
        self._settle.setText(self.tr("The clock is right now"))

    def _ask(self) -> None:
        dialog = SettleClock(self, self._work)
        dialog.accepted.connect(self.retranslate)
        dialog.open()


class SettleClock(Entering):
    """Asks why the log knows a later day than this PC."""

    def __init__(self, parent: QWidget, work: Background) -> None:
        super().__init__("settleClock", parent)
        self._work = work
        self._reason = ReasonField("settleReason")
        self.column.addWidget(self._reason)
        self.retranslate()
        self._reason.editor.setFocus()

    def try_accept(self) -> None:
        """Take the clock as right once there is a reason."""
        if self._reason.check():
            self.show_busy(on=True)
            reason = self._reason.reason()
            self._work.write(
                self, log.settle_clock, reason, then=lambda _done: self.accept(), otherwise=self.show_error
            )

    def retranslate(self) -> None:
        """Set all words."""
        self.say(
            self.tr("Take this PC's clock as right?"),
            self.tr("What is due goes by today's date again. The log keeps both dates and your reason."),
            self.tr("The clock is right now"),
        )
