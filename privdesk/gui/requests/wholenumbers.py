"""The choice to print whole numbers: for a reason, and only of what may be disclosed by now."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from privdesk.domain.guard import identity_missing
from privdesk.domain.letter import DISCLOSURE, told_items
from privdesk.gui.requests.reasons import Reasons
from privdesk.gui.requests.work import CaseWork
from privdesk.gui.translation import Translated
from privdesk.gui.widgets.text import Paragraph


class WholeNumbers(Translated, QWidget):
    """A box with what stands in its way; `changed` where a reason was given or taken back."""

    changed = Signal()

    def __init__(self, work: CaseWork) -> None:
        super().__init__()
        self._work = work
        self.reason = ""
        self.box = QCheckBox()
        self.box.setObjectName("wholeNumbers")
        self.later = Paragraph(role="small", tone="dim")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.box)
        column.addWidget(self.later)
        self.box.clicked.connect(self._ask)
        self.retranslate()

    def offer(self, template: str, replaces: int | None) -> None:
        """Offer it for a letter as the case stands now."""
        case = self._work.case
        told = told_items(case.request, case.law, template, replaces)
        possible = bool(told) and not any(identity_missing(case.request, item, case.law) for item in told)
        self.reason = self.reason if possible else ""
        self.box.setChecked(bool(self.reason))
        self.box.setEnabled(possible)
        self.later.setVisible(not possible)
        self.setVisible(template == DISCLOSURE)

    def retranslate(self) -> None:
        """Set all words."""
        self.box.setText(self.tr("Print whole numbers (registered post only)"))
        self.later.setText(
            self.tr("Whole numbers can be printed once identity was checked and the disclosure is decided.")
        )

    def _ask(self) -> None:
        if self.box.isChecked():
            self.box.setChecked(False)
            Reasons(self._work).whole_numbers(self._take)
        else:
            self._take("")

    def _take(self, reason: str) -> None:
        self.reason = reason
        self.changed.emit()
