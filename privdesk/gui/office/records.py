"""The dialogs that enter or change a record of the office: a partner, a purpose of use."""

from collections.abc import Mapping
from typing import Generic, TypeVar

from msgspec.structs import replace as changed
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLineEdit, QPlainTextEdit, QWidget

from privdesk.domain.category import Category
from privdesk.domain.law import Text as Words
from privdesk.domain.partner import Partner
from privdesk.domain.purpose import KeptPurpose, Purpose
from privdesk.gui.office.dialogs import need_name
from privdesk.gui.theme import BODY, size
from privdesk.gui.translation import language
from privdesk.gui.widgets.datefield import DateField
from privdesk.gui.widgets.dialog import Entering
from privdesk.gui.widgets.field import Field
from privdesk.gui.widgets.form import Form
from privdesk.gui.widgets.sidebyside import Pair
from privdesk.gui.widgets.text import Text
from privdesk.operations.desk import Desk

Record = TypeVar("Record", Partner, KeptPurpose)
_LOW = 60
_NARROW, _WIDE = 520, 712
_ACROSS = 3


class RecordDialog(Entering, Generic[Record]):
    """Fields of one record; `wanted` with it as it shall be, the version being the one that was shown."""

    wanted = Signal(object)

    def record(self) -> Record:
        """The record as it stands in the fields."""
        raise NotImplementedError

    def fill(self, record: Record) -> None:
        """Show a record."""
        raise NotImplementedError

    def said(self, record: Record) -> Mapping[str, str]:
        """Each field of a record as words, by its label."""
        raise NotImplementedError

    def check(self) -> bool:
        """Whether everything is well formed; goes to the first field that is not."""
        raise NotImplementedError

    def pairs(self, mine: Record, theirs: Record) -> list[Pair]:
        """The fields that differ, side by side."""
        ours, other = self.said(mine), self.said(theirs)
        return [Pair(label, other[label], value) for label, value in ours.items() if value != other[label]]

    def try_accept(self) -> None:
        """Ask for the record to be saved once everything is well formed."""
        if self.check():
            self.show_wrong("")
            self.show_busy(on=True)
            self.wanted.emit(self.record())


class PartnerDialog(RecordDialog[Partner]):
    """What is known of a company that gives us data: 施行規則22条 asks for name, address, representative and how."""

    def __init__(self, parent: QWidget, desk: Desk, partner: Partner | None = None) -> None:
        super().__init__("partner", parent)
        self._partner = partner or Partner(0, "")
        self._form = Form("partnerForm")
        self._days = {name: DateField(f"partner_{name}", desk.today) for name in ("contract_on", "ended_on")}
        lines = {"name": need_name, "kind": None, "address": None, "representative": None}
        self._fields = {name: Field(f"partner_{name}", QLineEdit(), check) for name, check in lines.items()}
        how = QPlainTextEdit()
        self._fields["acquired_how"] = Field("partner_acquired_how", how)
        how.setFixedHeight(_LOW)
        for names in (("name",), ("kind",), ("address", "representative"), ("acquired_how",)):
            self._form.add(*(self._fields[name] for name in names))
        self._form.add(*self._days.values())
        self._form.setMinimumWidth(round(_NARROW * size() / BODY))
        self.column.addWidget(self._form)
        self.fill(self._partner)
        self.retranslate()
        self._fields["name"].editor.setFocus()

    def record(self) -> Partner:
        """The partner as it stands in the fields."""
        texts = {name: field.text().strip() for name, field in self._fields.items()}
        days = {name: field.day() for name, field in self._days.items()}
        return Partner(id=self._partner.id, version=self._partner.version, **texts, **days)  # type: ignore[arg-type]

    def fill(self, record: Partner) -> None:
        """Show a partner."""
        self._partner = record
        for name, field in self._fields.items():
            field.set_text(getattr(record, name))
        for name, day in self._days.items():
            day.set_day(getattr(record, name))

    def said(self, record: Partner) -> dict[str, str]:
        """Each field as words."""
        every: dict[str, Field] = {**self._fields, **self._days}
        return {field.editor.accessibleName(): _plain(getattr(record, name)) for name, field in every.items()}

    def check(self) -> bool:
        """Whether there is a name, and the days can be read."""
        return self._form.check()

    def retranslate(self) -> None:
        """Set all words."""
        title = self.tr("Partner") if self._partner.id else self.tr("Add a partner")
        text = self.tr("A company that gives you data of customers, such as a shop system or a payment service.")
        self.say(title, text, self.tr("Save") if self._partner.id else self.tr("Add"))
        words = {
            "name": (self.tr("Name of the company"), "", "株式会社ガンマネット"),
            "kind": (self.tr("What it supplies"), "", self.tr("e.g. orders and payments of the web shop")),
            "address": (self.tr("Address"),),
            "representative": (self.tr("Representative"),),
            "acquired_how": (
                self.tr("How it got the data"),
                self.tr("Has to be asked and noted before its data are taken (APPI Art. 30)."),
            ),
        }
        for name, said in words.items():
            self._fields[name].say(*said)
        self._days["contract_on"].say(self.tr("Contract since"))
        self._days["ended_on"].say(self.tr("Ended on"))


class PurposeDialog(RecordDialog[KeptPurpose]):
    """A purpose of use in both languages, with the data that it uses."""

    def __init__(self, parent: QWidget, desk: Desk, purpose: KeptPurpose | None = None) -> None:
        super().__init__("purpose", parent)
        self._categories = desk.reference.purposes.categories
        self._purpose = purpose or KeptPurpose("", Purpose(Words("", ""), Words("", ""), False, ()))
        self._form = Form("purposeForm")
        self._names = {code: Field(f"purpose_{code}", QPlainTextEdit(), need_name) for code in ("ja", "en")}
        self._shorts = {code: Field(f"purpose_short_{code}", QLineEdit(), need_name) for code in ("ja", "en")}
        for field in self._names.values():
            field.editor.setFixedHeight(_LOW + 20)
        self._form.add(*self._names.values())
        self._form.add(*self._shorts.values())
        self._marketing = QCheckBox()
        self._marketing.setObjectName("purposeMarketing")
        self._used = Text(role="small", tone="dim")
        self._boxes = {category: QCheckBox() for category in self._categories}
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        for place, (category, box) in enumerate(self._boxes.items()):
            box.setObjectName(f"purpose_{category}")
            grid.addWidget(box, place // _ACROSS, place % _ACROSS)
        self._form.setMinimumWidth(round(_WIDE * size() / BODY))
        for part in (self._form, self._marketing, self._used):
            self.column.addWidget(part)
        self.column.addLayout(grid)
        self.fill(self._purpose)
        self.retranslate()
        self._names["ja"].editor.setFocus()

    def record(self) -> KeptPurpose:
        """The purpose as it stands in the fields."""
        name, short = (
            Words(*(each[code].text().strip() for code in ("ja", "en"))) for each in (self._names, self._shorts)
        )
        chosen = tuple(category for category, box in self._boxes.items() if box.isChecked())
        new = changed(
            self._purpose.purpose, name=name, short=short, marketing=self._marketing.isChecked(), categories=chosen
        )
        return KeptPurpose(self._purpose.code, new, self._purpose.active, self._purpose.version)

    def fill(self, record: KeptPurpose) -> None:
        """Show a purpose."""
        self._purpose = record
        for fields, words in ((self._names, record.purpose.name), (self._shorts, record.purpose.short)):
            for code, field in fields.items():
                field.set_text(words.in_(code))
        self._marketing.setChecked(record.purpose.marketing)
        for category, box in self._boxes.items():
            box.setChecked(category in record.purpose.categories)

    def said(self, record: KeptPurpose) -> dict[str, str]:
        """Each field as words."""
        one = record.purpose
        words = {self._names[code].editor.accessibleName(): one.name.in_(code) for code in self._names}
        words |= {self._shorts[code].editor.accessibleName(): one.short.in_(code) for code in self._shorts}
        words[self._marketing.text()] = self.tr("Yes") if one.marketing else self.tr("No")
        words[self._used.text()] = "\n".join(map(self._category, one.categories))
        words[self.tr("State")] = self.tr("On") if record.active else self.tr("Off")
        return words

    def check(self) -> bool:
        """Whether it is named in both languages; that it uses something is asked when it is saved."""
        return self._form.check()

    def retranslate(self) -> None:
        """Set all words."""
        self.say(
            self.tr("Purpose of use") if self._purpose.code else self.tr("Add a purpose of use"),
            self.tr(
                "As your privacy policy names it. A changed purpose must stay close to the one before, and has to be "
                "published or notified (APPI Art. 17, 21)."
            ),
            self.tr("Save") if self._purpose.code else self.tr("Add"),
        )
        self._names["ja"].say(self.tr("Purpose, in Japanese"))
        self._names["en"].say(self.tr("Purpose, in English"))
        self._shorts["ja"].say(self.tr("Short name, in Japanese"))
        self._shorts["en"].say(self.tr("Short name, in English"))
        self._marketing.setText(self.tr("Advertising: an opt-out ends it without papers"))
        self._used.setText(self.tr("Data used for it"))
        for category, box in self._boxes.items():
            box.setText(self._category(category))

    def _category(self, category: Category) -> str:
        return self._categories[category].in_(language())


def _plain(value: object) -> str:
    return str(value) if value else ""
