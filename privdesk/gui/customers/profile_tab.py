"""The profile of a customer, each item with its source and date; what was true before is folded away."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from privdesk.domain.batch import FieldWarning
from privdesk.domain.dates import age_on, era_date
from privdesk.domain.formats.address import address_line
from privdesk.domain.formats.name import name_line
from privdesk.domain.link import OF_AGE
from privdesk.domain.particular import Address, AddressKind, Contact, ContactKind, Name, NameKind
from privdesk.domain.person import Person
from privdesk.domain.text import visible
from privdesk.gui.customers.facts import Fact, Facts
from privdesk.gui.customers.words import LANGUAGE, STATUS, day_text, field_name, origin_text, said
from privdesk.gui.translation import Translated, language
from privdesk.gui.widgets.button import Button
from privdesk.gui.widgets.card import scrolled
from privdesk.operations.desk import Desk
from privdesk.operations.people import Record

# the fields of import warnings that stand at a line of another name
_SHOWN_AT = {
    "family_name": "name",
    "given_name": "name",
    "family_kana": "kana",
    "given_kana": "kana",
    "building": "address",
    "phone": "phones",
    "mail": "mails",
    "mail_consent": "notes",
    "": "notes",
}
Line = tuple[str, str, str]  # the name of a field, its value, its origin
_NO_HOME: list[Line] = [("postal", "", ""), ("address", "", "")]
# warnings that stand among the numbers
NUMBER_FIELDS = frozenset({"bank", "card", "card_expiry", "licence"})


class ProfileTab(Translated, QWidget):
    """Shows the profile; `mend_wanted` with an import's warning, `settle_wanted` where nothing is to be mended."""

    mend_wanted = Signal(object)
    settle_wanted = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("customerProfile")
        self._desk = desk
        self._record: Record | None = None
        self._facts = Facts("customerFacts")
        self._former = Facts("customerFormer")
        self._former.hide()
        self._fold = Button("customerFormerShow", "link")
        inner = QVBoxLayout()
        inner.setContentsMargins(0, 12, 8, 8)
        inner.setSpacing(12)
        inner.addWidget(self._facts)
        inner.addWidget(self._fold, alignment=Qt.AlignmentFlag.AlignLeft)
        inner.addWidget(self._former)
        inner.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(inner, "customerProfileArea"))
        self._fold.clicked.connect(self._turn)
        self._facts.mend_wanted.connect(self.mend_wanted)
        self._facts.settle_wanted.connect(self.settle_wanted)

    def show_record(self, record: Record) -> None:
        """Show a record's profile."""
        self._record = record
        self._former.hide()
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything again."""
        if self._record is None:
            return
        former = _former(self._record.person)
        self._facts.set_facts(self._current(self._record))
        self._former.set_facts(former)
        self._fold.setVisible(bool(former))
        self._say_fold()

    def _turn(self) -> None:
        self._former.setVisible(self._former.isHidden())
        self._say_fold()

    def _say_fold(self) -> None:
        if self._former.isHidden():
            self._fold.setText(self.tr("Show what was valid before"))
        else:
            self._fold.setText(self.tr("Hide what was valid before"))

    def _current(self, record: Record) -> list[Fact]:
        person = record.person
        current = next((one for one in person.names if _current_name(one)), None)
        named = origin_text(current.origin if current else person.origin)
        lines = [("name", visible(person.name), named), ("kana", visible(person.kana), named)]
        lines += _also_called(person)
        lines.append(_of_field(person, "birth", self._birth(person)))
        lines += _address_lines(person)
        lines += _contacts(person, ContactKind.PHONE, "phones") + _contacts(person, ContactKind.MAIL, "mails")
        values = {
            "status": said(STATUS[person.status]),
            "since": day_text(person.since),
            "left_on": day_text(person.left_on),
            "last_activity": day_text(person.last_activity),
            "language": said(LANGUAGE[person.language]),
            "notes": "\n".join(map(visible, person.notes.splitlines())),
        }
        lines += [_of_field(person, name, value) for name, value in values.items()]
        open_ones = [one for one in record.warnings if one.mended_at is None]
        last = {name: place for place, (name, _, _) in enumerate(lines)}
        return [
            Fact(
                "" if place and lines[place - 1][0] == name else field_name(name),
                value,
                origin if value else "",
                _at(name, open_ones) if last[name] == place else (),
            )
            for place, (name, value, origin) in enumerate(lines)
            if value or name not in ("left_on", "notes") or _at(name, open_ones)
        ]

    def _birth(self, person: Person) -> str:
        if person.birth is None:
            return ""
        written = era_date(person.birth) if language() == "ja" else ""
        if person.birth > self._desk.today:
            return person.birth.isoformat()
        years = age_on(person.birth, self._desk.today)
        age = self.tr("{age} years").format(age=years)
        if years < OF_AGE:
            age = self.tr("{age} years, a minor").format(age=years)
        return "  ".join(part for part in (person.birth.isoformat(), written, age) if part)


def _current_name(name: Name) -> bool:
    return name.kind is NameKind.CURRENT and name.until is None


def _at(name: str, warnings: list[FieldWarning]) -> tuple[FieldWarning, ...]:
    return tuple(one for one in warnings if _SHOWN_AT.get(one.field, one.field) == name)


def _of_field(person: Person, name: str, value: str) -> Line:
    return name, value, origin_text(person.origin_of(name))


def _also_called(person: Person) -> list[Line]:
    kinds = {"aliases": NameKind.ALIAS, "former_names": NameKind.FORMER}
    return [
        (name, _dated(visible(name_line(one.text, one.kana)), one), origin_text(one.origin))
        for name, kind in kinds.items()
        for one in person.also_called(kind)
    ]


def _address_lines(person: Person) -> list[Line]:
    home = person.address
    origin = origin_text(home.origin) if home else ""
    lines = [("postal", home.postal, origin), ("address", home.text, origin)] if home else _NO_HOME
    kinds = {"mailing_address": AddressKind.MAILING, "further_addresses": AddressKind.FURTHER}
    further = [
        (name, address_line(one.postal, one.text), origin_text(one.origin))
        for name, kind in kinds.items()
        for one in person.addresses_in_use(kind)
    ]
    return [(name, visible(value), origin) for name, value, origin in (*lines, *further)]


def _contacts(person: Person, kind: ContactKind, name: str) -> list[Line]:
    held = [one for one in person.contacts if one.kind is kind and one.until is None]
    return [(name, visible(one.value), origin_text(one.origin)) for one in held] or [(name, "", "")]


def _former(person: Person) -> list[Fact]:
    """Names, addresses and contacts that are no longer in use; former names stand among what is valid."""
    found = [
        Fact(field_name("name"), _dated(visible(name_line(one.text, one.kana)), one), origin_text(one.origin))
        for one in person.names
        if one.until and one.kind is not NameKind.FORMER
    ]
    found += [
        Fact(field_name("address"), _dated(visible(address_line(one.postal, one.text)), one), origin_text(one.origin))
        for one in person.addresses
        if one.until
    ]
    for one in person.contacts:
        if one.until:
            name = "phone" if one.kind is ContactKind.PHONE else "mail"
            found.append(Fact(field_name(name), _dated(visible(one.value), one), origin_text(one.origin)))
    return found


def _dated(value: str, one: Name | Address | Contact) -> str:
    return f"{value}  (– {one.until.isoformat()})" if one.until else value
