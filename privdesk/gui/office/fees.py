"""The section of fees: what the office asks for each kind of request, where the law allows it."""

from typing import Any

from PySide6.QtWidgets import QGridLayout, QLineEdit

from privdesk.domain.errors import BadAmount
from privdesk.domain.office import Office
from privdesk.domain.shown import shown
from privdesk.domain.text import narrowed
from privdesk.gui.background import Background
from privdesk.gui.office.section import ProfileSection
from privdesk.gui.translation import language
from privdesk.gui.widgets.field import Field
from privdesk.operations.desk import Desk


class Fees(ProfileSection):
    """One field for each kind; those for which the law allows no fee are closed (法38条 allows it for two rights)."""

    name = "fees"
    sign = "receipt"
    titled = shown("sections", "Fees")
    fields = ("fees",)

    def __init__(self, work: Background, desk: Desk) -> None:
        super().__init__(work, desk)
        self._kinds = desk.law_on(desk.today).kinds
        self._fees = {code: Field(f"fee_{code}", QLineEdit(), _checked) for code in self._kinds}
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(14)
        for place, (code, field) in enumerate(self._fees.items()):
            field.editor.setEnabled(self._kinds[code].fee)
            field.edited.connect(self.mark_edited)
            grid.addWidget(field, place // 2, place % 2)
        self.column.addLayout(grid)
        self.column.addStretch(1)
        self.retranslate()
        self.start_from(desk.office)

    def text(self) -> str:
        """What the section is for."""
        return self.tr("In yen, for each request. The law asks for an amount that your real costs justify.")

    def values(self) -> dict[str, Any]:
        """The fees by kind; none where nothing is entered."""
        entered = {code: _digits(field.text()) for code, field in self._fees.items()}
        return {"fees": {code: int(digits) for code, digits in entered.items() if digits.isdecimal() and int(digits)}}

    def fill(self, office: Office) -> None:
        """Show the fees."""
        for code, field in self._fees.items():
            field.set_text(f"{office.fees[code]:,}" if office.fees.get(code) else "")

    def labels(self) -> dict[str, str]:
        """The word for all of them."""
        return {"fees": self.title()}

    def words_of(self, value: object) -> str:
        """Each kind with its fee."""
        if not isinstance(value, dict):
            return super().words_of(value)
        return "\n".join(f"{self._kinds[code].chip.in_(language())} {fee:,}" for code, fee in value.items())

    def check(self) -> bool:
        """Whether every entry is an amount."""
        wrong = [field for field in self._fees.values() if not field.check()]
        if wrong:
            wrong[0].editor.setFocus()
        return not wrong

    def focus_first(self) -> None:
        """The first field that is open."""
        next(field for field in self._fees.values() if field.editor.isEnabled()).editor.setFocus()

    def retranslate(self) -> None:
        """Set all words."""
        for code, field in self._fees.items():
            kind = self._kinds[code]
            hint = "" if kind.fee else self.tr("The law allows no fee here.")
            field.say(kind.name.in_(language()), hint, self.tr("No fee") if kind.fee else "")


def _digits(text: str) -> str:
    return narrowed(text).replace(",", "").replace("円", "").strip()


def _checked(text: str) -> str:
    digits = _digits(text)
    if digits and not (digits.isascii() and digits.isdecimal()):
        raise BadAmount
    return ""
