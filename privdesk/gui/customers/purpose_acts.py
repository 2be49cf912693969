"""What is done about a customer's purposes: each asks for what it needs in a dialog, then does it."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from privdesk.domain.errors import DeskError
from privdesk.domain.mailing import Labels
from privdesk.domain.shown import shown
from privdesk.domain.text import visible
from privdesk.gui.background import Background
from privdesk.gui.customers.labels import LabelDialog, LabelsPage
from privdesk.gui.customers.reason import ReasonDialog
from privdesk.gui.customers.stands import PurposeRow
from privdesk.gui.customers.suspending import ExemptionDialog, SuspendDialog
from privdesk.gui.translation import language, translated, words
from privdesk.gui.widgets.approver import ApproverDialog
from privdesk.gui.widgets.dialog import Dialog
from privdesk.operations import desks, exemptions, mailings, purposes
from privdesk.operations.desk import Desk
from privdesk.operations.people import Record

_LIFT = (
    shown("customers", "Lift the suspension"),
    shown("customers", "From today the data may be used for the selected purposes again."),
    shown("customers", "Lift the suspension"),
    shown("customers", "Why may the data be used again?"),
)
_WITHDRAW = (
    shown("customers", "Withdraw the exemption"),
    shown("customers", "From now on the suspension stops every use again."),
    shown("customers", "Withdraw the exemption"),
    shown("customers", "Why is it withdrawn?"),
)


class PurposeActs(QObject):
    """Acts on the purposes of the customer in front; its dialogs lie over `host`."""

    def __init__(self, host: QWidget, background: Background, desk: Desk) -> None:
        super().__init__(host)
        self._host = host
        self._background = background
        self._desk = desk
        self._record: Record | None = None

    def take(self, record: Record) -> None:
        """Put a customer in front."""
        self._record = record

    def consent(self, codes: list[str]) -> None:
        """Note that he consented."""
        self._do(purposes.consent, codes)

    def opt_out(self, codes: list[str]) -> None:
        """Note that he opted out."""
        self._do(purposes.opt_out, codes)

    def ask_suspend(self, rows: Sequence[PurposeRow]) -> None:
        """Ask for ground, days and request, then suspend."""
        names = [row.purpose.short.in_(language()) for row in rows]
        dialog = SuspendDialog(self._host, self._desk, names, self._record.requests if self._record else ())
        dialog.given.connect(partial(self._suspend, [row.code for row in rows], dialog))
        dialog.open()

    def ask_lift(self, codes: list[str]) -> None:
        """Ask for the reason, then lift."""
        dialog = ReasonDialog("liftDialog", self._host, partial(_said, _LIFT))
        dialog.given.connect(lambda reason: self._do(purposes.lift, codes, reason))
        dialog.open()

    def ask_exemption(self, row: PurposeRow) -> None:
        """Ask why and how long a suspended use is needed, then for a signature; or withdraw the one in force."""
        if row.exemption:
            signed = row.exemption
            dialog = ReasonDialog("withdrawDialog", self._host, partial(_said, _WITHDRAW), danger=True)
            dialog.given.connect(
                lambda reason: self._background.write(self, exemptions.withdraw, signed.id, signed.version, reason)
            )
            dialog.open()
            return
        asking = ExemptionDialog(self._host, self._desk, row.purpose.name.in_(language()))
        asking.given.connect(partial(self._ask_signature, row))
        asking.open()

    def ask_label(self, row: PurposeRow) -> None:
        """Ask for the label sheet, then use the address for this purpose."""
        dialog = LabelDialog(self._host, row.purpose.name.in_(language()))
        dialog.given.connect(partial(self._draw_label, row.code, dialog))
        dialog.open()

    def _suspend(
        self, codes: list[str], dialog: Dialog, ground: str, start: date, last: date | None, request: int | None
    ) -> None:
        operation = partial(purposes.suspend, ground=ground, start=start, last_day=last, request=request)
        self._in_dialog(dialog, operation, codes)

    def _ask_signature(self, row: PurposeRow, reason: str, last: date, once: bool) -> None:
        purpose = row.purpose.short.in_(language())
        text = self.tr("{purpose}, once until {day}: {reason}") if once else self.tr("{purpose} until {day}: {reason}")
        dialog = ApproverDialog(self._host, text.format(purpose=purpose, day=last.isoformat(), reason=visible(reason)))
        dialog.approval_wanted.connect(
            lambda login, password: self._in_dialog(
                dialog, partial(_signed, login, password, once), row.code, reason, last
            )
        )
        dialog.open()

    def _draw_label(self, code: str, dialog: LabelDialog) -> None:
        self._in_dialog(dialog, mailings.label, code, dialog.stock(), dialog.start(), then=self._show_label)

    def _show_label(self, labels: Labels) -> None:
        LabelsPage(self._host, self._background, labels).open()

    def _do(self, operation: Callable[..., object], *args: object) -> None:
        if self._record:
            self._background.write(self, operation, self._record.person.id, *args)

    def _in_dialog(
        self,
        dialog: Dialog,
        operation: Callable[..., object],
        *args: object,
        then: Callable[[Labels], None] | None = None,
    ) -> None:
        """Do it; what forbids it is said in the dialog, which stays open."""

        def done(answer: object) -> None:
            dialog.accept()
            if then and isinstance(answer, Labels):
                then(answer)

        def refused(error: DeskError) -> None:
            dialog.show_wrong(translated(error))

        if self._record:
            self._background.write(dialog, operation, self._record.person.id, *args, then=done, otherwise=refused)


def _said(texts: tuple[str, str, str, str]) -> tuple[str, str, str, str]:
    title, text, verb, label = (words("customers", one) for one in texts)
    return title, text, verb, label


def _signed(
    login: str, password: str, once: bool, desk: Desk, person: int, code: str, reason: str, last: date
) -> object:
    """Sign with the manager beside the actor, who has just typed name and password."""
    return exemptions.sign(desks.approver(desk, login, password), person, code, reason, last, once=once)
