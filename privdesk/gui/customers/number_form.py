"""The fields for a bank account, a card and a driver's licence, and what of them is to be sealed."""

from privdesk.domain.formats.bank import TYPE_NAMES, read_account, read_holder
from privdesk.domain.formats.card import read_expiry
from privdesk.domain.formats.found import refuse_numbers
from privdesk.domain.newnumber import bank_number, card_number, licence_number
from privdesk.domain.person import NewNumber
from privdesk.gui.customers.fields import ReadField
from privdesk.gui.translation import Translated, words
from privdesk.gui.widgets.form import Form
from privdesk.operations.desk import Desk


class BankField(ReadField):
    """Says how an account was understood, which shows what became of Japan Post Bank's symbol and number."""

    def check(self) -> bool:
        """As every field."""
        good = super().check()
        if good and self.text():
            account = read_account(self.text())
            type_ = words("formats", TYPE_NAMES[account.type])
            said = self.tr("Bank {bank}, branch {branch}, {type}, number {number}")
            self.show_note(said.format(bank=account.bank, branch=account.branch, type=type_, number=account.number))
        return good


class NumberForm(Translated, Form):
    """Gives the numbers that were typed; what is empty is not given."""

    def __init__(self, name: str, desk: Desk) -> None:
        super().__init__(name)
        self._desk = desk
        self._bank = BankField("bank", lambda text: bank_number(text).full)
        self._holder = ReadField("holder", _holder)
        self._card = ReadField("card", lambda text: card_number(text).full)
        self._expiry = ReadField("card_expiry", lambda text: f"{read_expiry(text):%Y-%m}")
        self._licence = ReadField("licence", lambda text: licence_number(text).full)
        self.add(self._bank, self._holder)
        self.add(self._card, self._expiry)
        self.add(self._licence)
        self.retranslate()

    def numbers(self) -> tuple[NewNumber, ...]:
        """What was typed, after `check` found nothing wrong."""
        bank, card, licence = (field.text().strip() for field in (self._bank, self._card, self._licence))
        made = [bank_number(bank, self._holder.text())] if bank else []
        made += [card_number(card, self._expiry.text())] if card else []
        return (*made, *([licence_number(licence)] if licence else []))

    def retranslate(self) -> None:
        """Set the words."""
        kept = self._desk.office.keeps_card_numbers
        whole = self.tr("The whole number is kept, because the office decided so.")
        cut = whole if kept else self.tr("Only brand, last four digits and expiry are kept.")
        self._bank.say(
            self.tr("Bank account"),
            self.tr("Bank, branch, type and number; or symbol and number of Japan Post Bank."),
            "0001-110-普通-1234567",
        )
        self._holder.say(self.tr("Account holder in kana"), self.tr("As it stands in the passbook."), "ﾔﾏﾀﾞ ﾀﾛｳ")
        self._card.say(self.tr("Credit card"), cut)
        self._expiry.say(self.tr("Card expiry"), "", "12/27")
        self._licence.say(self.tr("Driver's licence"))


def _holder(text: str) -> str:
    refuse_numbers(text)
    return read_holder(text)
