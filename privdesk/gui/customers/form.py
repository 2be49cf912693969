"""The form of a customer: every field of the profile, checked when it is left."""

from collections.abc import Mapping

from PySide6.QtWidgets import QComboBox, QPlainTextEdit

from privdesk.domain.errors import NameMissing
from privdesk.domain.formats.found import refuse_numbers
from privdesk.domain.formats.kana import read_kana
from privdesk.domain.formats.mail import read_mail_address
from privdesk.domain.formats.phone import read_phone
from privdesk.domain.formats.postal import read_postal_code
from privdesk.domain.person import Profile, Source, Status
from privdesk.domain.text import narrowed
from privdesk.gui.customers.fields import ManyField, ReadField
from privdesk.gui.customers.words import LANGUAGE, SOURCE, STATUS, field_name, said
from privdesk.gui.translation import Translated
from privdesk.gui.widgets.choice import Choice
from privdesk.gui.widgets.datefield import DateField
from privdesk.gui.widgets.field import Field
from privdesk.gui.widgets.form import Form
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
_DAYS = ("birth", "since", "last_activity", "left_on")
_STATUS = (Status.ACTIVE, Status.LEFT, Status.REFUSED)
_SOURCES = (Source.SELF, Source.COUNTER, Source.PARTNER)


class PersonForm(Translated, Form):
    """Every field by its name in `Profile`."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("customerForm")
        self._desk = desk
        self._days = {name: DateField(name, desk.today) for name in _DAYS}
        self._phones = ManyField("phones", lambda text: read_phone(text).text)
        self._mails = ManyField("mails", read_mail_address)
        name = Field("name", check=_name)
        self.add(name, ReadField("kana", read_kana))
        self.add(ReadField("number", narrowed), self._days["birth"])
        self.add(self._phones, self._mails)
        self.add(ReadField("postal", read_postal_code), Field("language", Choice()))
        self.add(Field("address", check=_readable))
        self.add(Field("status", Choice()), self._days["since"])
        self.add(self._days["last_activity"], self._days["left_on"])
        self.add(Field("source", Choice()))
        self.add(Field("notes", QPlainTextEdit(), check=_readable))
        self._fill("status", {str(each): STATUS[each] for each in _STATUS})
        self._fill("language", LANGUAGE)
        self._fill("source", {str(each): SOURCE[each] for each in _SOURCES})
        self.retranslate()

    def profile(self) -> Profile:
        """What stands in the form, after `check` found nothing wrong."""
        texts = self.texts()
        days = {name: field.day() for name, field in self._days.items()}
        return Profile(
            name=texts["name"].strip(),
            kana=texts["kana"],
            number=texts["number"],
            birth=days["birth"],
            postal=texts["postal"],
            address=texts["address"].strip(),
            phones=self._phones.values(),
            mails=self._mails.values(),
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
        hints = {"source": self.tr("Where this comes from; the customer is told so on disclosure.")}
        places = {
            "name": self.tr("As it is written officially"),
            "postal": "100-0005",
            "kana": "ヤマダ タロウ",
            "birth": "1985-04-01, S60.4.1",
        }
        for name, field in self.fields.items():
            field.say(field_name(name), hints.get(name, ""), places.get(name, ""))
            if isinstance(field.editor, QComboBox):
                for place in range(field.editor.count()):
                    field.editor.setItemText(place, said(_WORDS[name][field.editor.itemData(place)]))

    def focus(self, name: str) -> None:
        """Put the cursor into a field; an import's names of columns will do."""
        editor = self.fields[AT.get(name, name) if AT.get(name, name) in self.fields else "name"].editor
        (editor.focusProxy() or editor).setFocus()

    def _fill(self, name: str, choices: Mapping[str, str]) -> None:
        box = self.fields[name].editor
        assert isinstance(box, QComboBox)
        for value, text in choices.items():
            box.addItem(said(text), value)


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
    return _readable(text)


def _readable(text: str) -> str:
    refuse_numbers(text)
    return ""
