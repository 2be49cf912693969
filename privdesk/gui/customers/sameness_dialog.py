"""Two records side by side, what differs marked, and a human who decides whether they are one person's."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from privdesk.domain.deskerror import DeskError
from privdesk.gui.background import Background
from privdesk.gui.customers.reason import ReasonDialog
from privdesk.gui.customers.sameness_fields import SamenessFields
from privdesk.gui.customers.samewords import grounds_said
from privdesk.gui.translation import translated
from privdesk.gui.widgets.button import Button
from privdesk.gui.widgets.card import line, scrolled
from privdesk.gui.widgets.dialog import Dialog
from privdesk.gui.widgets.icon import Sign
from privdesk.gui.widgets.text import Paragraph
from privdesk.operations import sameness
from privdesk.operations.sameness import Comparison

# wide enough for both, not higher than a small screen
_SIZE = QSize(860, 620)


class SamenessDialog(Dialog):
    """`decided` with the record to show afterwards; nothing is decided beforehand, and everything can be taken back."""

    decided = Signal(int)

    def __init__(self, parent: QWidget, background: Background, one: int, other: int) -> None:
        super().__init__("samenessDialog", parent)
        self._background = background
        self._ids = (one, other)
        self._found: Comparison | None = None
        self._pro, self._contra = Paragraph(), Paragraph()
        self._pro_sign, self._contra_sign = Sign("circle-check", "done", 16), Sign("circle-alert", "soon", 16)
        self.fields = SamenessFields()
        self._different = Button("samenessDifferent")
        self._link = Button("samenessLink", "plain", "link")
        inside = QVBoxLayout()
        inside.setContentsMargins(0, 0, 8, 0)
        inside.addWidget(self.fields)
        inside.addStretch(1)
        for sign, said in ((self._pro_sign, self._pro), (self._contra_sign, self._contra)):
            row = line(sign)
            row.addWidget(said, 1)
            self.column.addLayout(row)
        self.column.addWidget(scrolled(inside, "samenessArea"), 1)
        self.column.addLayout(line(self._different, None, self._link))
        self._different.clicked.connect(self._ask_why)
        self._link.clicked.connect(lambda: self._do(sameness.link, *self._ids))
        self.setMinimumSize(_SIZE)
        self._show_busy(on=True)
        self.retranslate()
        background.write(self, sameness.compare, one, other, then=self._take, otherwise=self._take_error)

    def try_accept(self) -> None:
        """Merge the one that goes into the one that stays."""
        if self._found:
            both = (self._found.one, self._found.other)
            kept, gone = both if self.fields.keeps_first else both[::-1]
            self._do(sameness.merge, kept.id, gone.id, (kept.version, gone.version), self.fields.taken())

    def retranslate(self) -> None:
        """Set the words."""
        self.say(
            self.tr("Same person?"),
            self.tr(
                "Choose which record stays and which values are in use. A merge loses nothing: other names, addresses, "
                "numbers and requests go along, letters stay as they were sent. It can be taken back."
            ),
            self.tr("Same person: merge"),
        )
        self._different.setText(self.tr("Not the same …"))
        self._link.setText(self.tr("Same person: only link"))
        if self._found:
            pro, contra = self._found.verdict.pro, self._found.verdict.contra
            self._pro.setText(self.tr("For: {grounds}").format(grounds=grounds_said(pro) or "–"))
            self._contra.setText(self.tr("Against: {grounds}").format(grounds=grounds_said(contra) or "–"))

    def _take(self, found: Comparison) -> None:
        self._found = found
        self.fields.show_both(found)
        self.retranslate()
        self._show_busy(on=False)

    def _ask_why(self) -> None:
        dialog = ReasonDialog(
            "samenessWhy",
            self,
            lambda: (
                self.tr("Not the same person"),
                self.tr("The two are not suggested again. It can be taken back."),
                self.tr("Note it"),
                self.tr("How do you know?"),
            ),
        )
        dialog.given.connect(lambda reason: self._do(sameness.tell_apart, *self._ids, reason))
        dialog.open()

    def _do(self, operation: Callable[..., object], *args: Any) -> None:  # noqa: ANN401
        self._show_busy(on=True)
        stays = self._ids[0] if operation is not sameness.merge else args[0]
        done = partial(self._take_done, stays)
        self._background.write(self, operation, *args, then=done, otherwise=self._take_error)

    def _take_done(self, stays: int, _done: object) -> None:
        self.decided.emit(stays)
        self.accept()

    def _take_error(self, error: DeskError) -> None:
        self._show_busy(on=self._found is None)
        self.show_wrong(translated(error))

    def _show_busy(self, *, on: bool) -> None:
        for button in (self.verb, self._link, self._different):
            button.setEnabled(not on)
