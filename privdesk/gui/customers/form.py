"""The form of a customer: every field of the profile, checked when it is left."""

from collections.abc import Callable, Mapping
from datetime import date

from PySide6.QtWidgets import QCheckBox, QComboBox, QPlainTextEdit, QWidget

from privdesk.domain.errors import NameMissing
from privdesk.domain.formats.found import refuse_numbers
from privdesk.domain.formats.kana import read_kana
from privdesk.domain.formats.mail import read_mail_address
from privdesk.domain.formats.phone import read_phone
from privdesk.domain.formats.postal import read_postal_code
from privdesk.domain.person import Profile, Source, Status
from privdesk.domain.relationship import ensure_birth
from privdesk.domain.text import narrowed
from privdesk.gui.customers.fields import ManyField, ReadField
from privdesk.gui.customers.pairs import AddressPair, NamePair, readable
from privdesk.gui.customers.span import Span
from privdesk.gui.customers.words import LANGUAGE, SOURCE, STATUS, field_name, said
from privdesk.gui.translation import Translated
from privdesk.gui.widgets.button import Button
from privdesk.gui.widgets.card import line
from privdesk.gui.widgets.choice import Choice
from privdesk.gui.widgets.datefield import DateField
from privdesk.gui.widgets.field import Field
from privdesk.gui.widgets.form import Form
from privdesk.gui.widgets.text import Text
from privdesk.operations.desk import Desk

# what an import's column is called in the form, where the two differ
AT = {
    "phone": "phones",
    "mail": "mails",
    "family_name": "name",
    "given_name": "name",
    "family_kana": "kana",
    "given_kana": "kana",
    "building": "address",
}
_STATUS = (Status.ACTIVE, Status.LEFT, Status.REFUSED)
_SOURCES = (Source.SELF, Source.COUNTER, Source.PARTNER)


class PersonForm(Translated, Form):
    """Every field by its name in `Profile`."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("customerForm")
        self._desk = desk
        self._held: Mapping[str, str] = {}
        self._span = Span(desk.today)
        self._days = {
            "birth": DateField("birth", desk.today, _not_ahead(desk.today)),
            **self._span.days,
            "last_activity": DateField("last_activity", desk.today),
        }
        self._many = {
            "aliases": ManyField("aliases", NamePair, optional=True),
            "former_names": ManyField("former_names", NamePair, optional=True),
            "further_addresses": ManyField("further_addresses", AddressPair, optional=True),
            "phones": ManyField("phones", lambda name: ReadField(name, lambda text: read_phone(text).text)),
            "mails": ManyField("mails", lambda name: ReadField(name, read_mail_address)),
        }
        self._renamed = QCheckBox()
        self._renamed.setObjectName("customerRenamed")
        self._elsewhere = Button("mailingAdd", "link", "plus")
        self._heads = [Text(role="strong") for _ in range(2)]
        self._build()
        self._fill("status", {str(each): STATUS[each] for each in _STATUS})
        self._fill("language", LANGUAGE)
        self._fill("source", {str(each): SOURCE[each] for each in _SOURCES})
        self.fields["name"].edited.connect(self._show_seldom)
        self._elsewhere.clicked.connect(self._write_elsewhere)
        self.retranslate()

    def begin(self, texts: dict[str, str], *, held: bool) -> None:
        """Show these texts, which are what the record says where it is `held` already."""
        self._held = texts if held else {}
        self.hold(self._held)
        self._span.hold(self._held)
        self._renamed.setChecked(True)
        self.set_texts(texts)

    def set_texts(self, texts: dict[str, str]) -> None:
        """As every form; what hardly anybody has shows only where it says something."""
        super().set_texts(texts)
        self._show_seldom()

    def check(self) -> bool:
        """As every form; a field that is wrong shows."""
        good = super().check()
        self._show_seldom()
        return good

    def renamed(self) -> bool:
        """Whether the name until now is a former name from now on, and was not just written wrong."""
        return self._renamed.isChecked()

    def profile(self) -> Profile:
        """What stands in the form, after `check` found nothing wrong."""
        texts = self.texts()
        days = {name: field.day() for name, field in self._days.items()}
        return Profile(
            name=texts["name"].strip(),
            kana=texts["kana"],
            aliases=self._many["aliases"].values(),
            former_names=self._many["former_names"].values(),
            number=texts["number"],
            birth=days["birth"],
            postal=texts["postal"],
            address=texts["address"].strip(),
            mailing_postal=texts["mailing_postal"],
            mailing_address=texts["mailing_address"].strip(),
            further_addresses=self._many["further_addresses"].values(),
            phones=self._many["phones"].values(),
            mails=self._many["mails"].values(),
            status=Status(texts["status"]),
            language=texts["language"],
            since=days["since"],
            left_on=days["left_on"],
            last_activity=days["last_activity"],
            notes=texts["notes"],
            source=Source(texts["source"]),
        )

    def retranslate(self) -> None:
        """Set the labels and the words of the choices."""
        hints = {
            "source": self.tr("Of what you enter here; the customer is told it."),
            "aliases": self.tr("Alias or foreign name"),
            "former_names": self.tr("Former name"),
            "further_addresses": self.tr("Further address"),
            "mailing_address": self.tr("Letters go here as long as it stands here."),
        }
        places = {
            "name": self.tr("As it is written officially"),
            "postal": "100-0005",
            "mailing_postal": "100-0005",
            "kana": "ヤマダ タロウ",
            "birth": "1985-04-01, S60.4.1",
        }
        for name, field in self.fields.items():
            field.say(field_name(name), hints.get(name, ""), places.get(name, ""))
            if isinstance(field.editor, QComboBox):
                for place in range(field.editor.count()):
                    field.editor.setItemText(place, said(_WORDS[name][field.editor.itemData(place)]))

        self._elsewhere.setText(self.tr("Letters go to another address"))
        self._renamed.setText(self.tr("The name until now was right and becomes a former name"))
        heads = self.tr("Addresses and contacts"), self.tr("Relationship")
        for head, text in zip(self._heads, heads, strict=True):
            head.setText(text)

    def focus(self, name: str) -> None:
        """Put the cursor into a field; an import's names of columns will do."""
        editor = self.fields[AT.get(name, name) if AT.get(name, name) in self.fields else "name"].editor
        (editor.focusProxy() or editor).setFocus()

    def _build(self) -> None:
        where, how_long = self._heads
        days, many = self._days, self._many
        self.add(Field("name", check=_name), ReadField("kana", read_kana))
        self.add_part(self._renamed)
        self.add(many["aliases"])
        self.add(many["former_names"])
        self.add_part(_side_by_side(many["aliases"].more, many["former_names"].more))
        self.add(ReadField("number", _customer_number), days["birth"])
        self.add_part(where)
        self.add_narrow(ReadField("postal", read_postal_code), Field("address", check=readable))
        mailing = ReadField("mailing_postal", read_postal_code), Field("mailing_address", check=readable)
        self._mailing = self.add_narrow(*mailing)
        self.add(many["further_addresses"])
        self.add_part(_side_by_side(self._elsewhere, many["further_addresses"].more))
        self.add(many["phones"], many["mails"])
        self.add_part(how_long)
        self.add(self._span.status, Field("language", Choice()))
        self.add(days["since"], days["left_on"])
        self.add(days["last_activity"], Field("source", Choice()))
        self.add(Field("notes", QPlainTextEdit(), check=readable))

    def _fill(self, name: str, choices: Mapping[str, str]) -> None:
        box = self.fields[name].editor
        assert isinstance(box, QComboBox)
        for value, text in choices.items():
            box.addItem(said(text), value)

    def _show_seldom(self) -> None:
        texts = {name: self.fields[name].text().strip() for name in ("name", "mailing_postal", "mailing_address")}
        self._renamed.setVisible(bool(self._held.get("name")) and texts["name"] != self._held["name"])
        elsewhere = bool(texts["mailing_postal"] or texts["mailing_address"])
        self._mailing.setVisible(elsewhere)
        self._elsewhere.setVisible(not elsewhere)

    def _write_elsewhere(self) -> None:
        self._mailing.show()
        self._elsewhere.hide()
        self.fields["mailing_postal"].editor.setFocus()


def profile_texts(profile: Profile) -> dict[str, str]:
    """A profile as the texts of the form."""
    texts = {}
    for name in Profile.__dataclass_fields__:
        value = getattr(profile, name)
        texts[name] = "\n".join(value) if isinstance(value, tuple) else "" if value is None else str(value)
    if profile.source not in _SOURCES:
        texts["source"] = str(Source.SELF)
    return texts


_WORDS: dict[str, dict[str, str]] = {
    "status": {str(each): STATUS[each] for each in Status},
    "language": LANGUAGE,
    "source": {str(each): SOURCE[each] for each in Source},
}


def _name(text: str) -> str:
    if not text.strip():
        raise NameMissing
    return readable(text)


def _customer_number(text: str) -> str:
    refuse_numbers(text)
    return narrowed(text)


def _side_by_side(*buttons: Button) -> QWidget:
    part = QWidget()
    part.setLayout(line(*buttons, None))
    return part


def _not_ahead(today: date) -> Callable[[date | None], str]:
    def fits(day: date | None) -> str:
        ensure_birth(day, today)
        return ""

    return fits
