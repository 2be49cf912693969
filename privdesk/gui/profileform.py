"""The office's profile as a form; the wizard and the place Office show the same one."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from privdesk.domain.errors import DeskError, NameMissing
from privdesk.domain.formats.mail import read_mail_address
from privdesk.domain.formats.phone import read_phone
from privdesk.domain.formats.postal import read_postal_code
from privdesk.domain.office import Office
from privdesk.gui.translation import Translated
from privdesk.gui.widgets.button import Button
from privdesk.gui.widgets.choice import Choice
from privdesk.gui.widgets.field import Check, Field
from privdesk.gui.widgets.form import Form
from privdesk.gui.widgets.icon import icon

_ADDRESS_HEIGHT = 60
_LINES = frozenset({"address", "address_en"})
_ENGLISH = (
    "name_en",
    "address_en",
    "representative_title_en",
    "representative_en",
    "department_en",
    "hours_en",
    "complaints_en",
)


def _name(text: str) -> str:
    if not text.strip():
        raise NameMissing
    return ""


def _read_by(read: Callable[[str], object]) -> Check:
    """A check of a field that may stay empty."""

    def check(text: str) -> str:
        if text.strip():
            read(text)
        return ""

    return check


_CHECKS: dict[str, Check] = {
    "name": _name,
    "postal": _read_by(read_postal_code),
    "phone": _read_by(read_phone),
    "mail": _read_by(read_mail_address),
}
# what was read well is kept in its usual form
_FORMS: dict[str, Callable[[str], str]] = {
    "postal": read_postal_code,
    "phone": lambda text: read_phone(text).text,
    "mail": read_mail_address,
}


class ProfileForm(Translated, QWidget):
    """Fields by the names of `domain.office.Office`; the English ones are folded away until wanted."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("profile")
        self._fields: dict[str, Field] = {}
        self._main = Form("profileMain")
        self._english = Form("profileEnglish")
        self._fold = Button("profileFold", "link")
        self._fold.setCheckable(True)
        self._add(self._main, "name")
        self._add(self._main, "postal", "phone")
        self._add(self._main, "address")
        self._add(self._main, "representative_title", "representative")
        self._add(self._main, "department", "hours")
        self._add(self._main, "mail", "complaints")
        self._add(self._main, "fiscal_year_end_month")
        self._add(self._english, "name_en")
        self._add(self._english, "address_en")
        self._add(self._english, "representative_title_en", "representative_en")
        self._add(self._english, "department_en", "hours_en")
        self._add(self._english, "complaints_en")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for part in (self._main, self._fold, self._english):
            column.addWidget(part)
        for form in (self._main, self._english):
            form.edited.connect(self.edited)
        self._fold.toggled.connect(self._unfold)
        self.set_office(Office(name=""))
        self.retranslate()

    def set_office(self, office: Office) -> None:
        """Fill all fields."""
        for name, field in self._fields.items():
            value = getattr(office, name)
            field.set_text("\n".join(value) if name in _LINES else str(value))
        self._unfold(any(self._fields[name].text() for name in _ENGLISH))

    def values(self) -> dict[str, Any]:
        """What was entered, by the names of `Office`; well-formed entries in their usual form."""
        return {name: self._value(name, field.text()) for name, field in self._fields.items()}

    def check(self) -> bool:
        """Check all fields and go to the first where something is wrong."""
        return self._main.check() and self._english.check()

    def focus_first(self) -> None:
        """Put the cursor into the first field."""
        self._fields["name"].editor.setFocus()

    def labels(self) -> dict[str, str]:
        """The words for each field, by the names of `Office`."""
        return {name: field.editor.accessibleName() for name, field in self._fields.items()}

    def retranslate(self) -> None:
        """Set all words."""
        for name, said in {**self._words(), **self._english_words()}.items():
            self._fields[name].say(*said)
        self._fold.setText(self.tr("English wording for letters in English"))
        month = self._fields["fiscal_year_end_month"].editor
        assert isinstance(month, QComboBox)
        for number in range(12):
            month.setItemText(number, self.tr("Month {number}").format(number=number + 1))

    def _words(self) -> dict[str, tuple[str, ...]]:
        return {
            "name": (self.tr("Name of the office"), self.tr("As it stands on letters.")),
            "postal": (self.tr("Postal code"), "", "100-0005"),
            "address": (self.tr("Address, one or two lines"),),
            "representative_title": (self.tr("Title of the representative"),),
            "representative": (self.tr("Name of the representative"),),
            "department": (self.tr("Department in charge"),),
            "phone": (self.tr("Phone"), "", "03-0000-0000"),
            "hours": (self.tr("Hours in which you answer"),),
            "mail": (self.tr("Mail address"), "", "privacy@example.jp"),
            "complaints": (self.tr("Contact for complaints"),),
            "fiscal_year_end_month": (
                self.tr("Last month of the business year"),
                self.tr("Tax papers are kept from its end."),
            ),
        }

    def _english_words(self) -> dict[str, tuple[str, ...]]:
        return {
            "name_en": (self.tr("Name of the office in English"),),
            "address_en": (self.tr("Address in English"),),
            "representative_title_en": (self.tr("Title of the representative in English"),),
            "representative_en": (self.tr("Name of the representative in English"),),
            "department_en": (self.tr("Department in charge in English"),),
            "hours_en": (self.tr("Hours in English"),),
            "complaints_en": (self.tr("Contact for complaints in English"),),
        }

    def _add(self, form: Form, *names: str) -> None:
        for name in names:
            self._fields[name] = Field(f"office_{name}", _editor(name), _CHECKS.get(name))
            if name in _LINES:
                self._fields[name].editor.setFixedHeight(_ADDRESS_HEIGHT)
        form.add(*(self._fields[name] for name in names))

    def _unfold(self, on: bool) -> None:  # noqa: FBT001  # as the signal gives it
        self._fold.setChecked(on)
        self._english.setVisible(on)
        self._fold.setIcon(icon("chevron-down" if on else "chevron-right", "accent"))

    def _value(self, name: str, text: str) -> str | int | tuple[str, ...]:
        if name in _LINES:
            return tuple(line.strip() for line in text.splitlines() if line.strip())
        if name == "fiscal_year_end_month":
            return int(text)
        try:
            return _FORMS[name](text) if name in _FORMS and text.strip() else text.strip()
        except DeskError:
            return text.strip()


def _editor(name: str) -> QWidget:
    if name in _LINES:
        return QPlainTextEdit()
    if name != "fiscal_year_end_month":
        return QLineEdit()
    months = Choice()
    for number in range(1, 13):
        months.addItem("", str(number))
    return months
