"""The fields for a bank account, a card and a driver's licence, and what of them is to be sealed."""

from privdesk.domain.errors import SecurityCodeRefused
from privdesk.domain.formats.bank import read_account
from privdesk.domain.formats.card import looks_like_security_code, read_card, read_expiry
from privdesk.domain.formats.licence import read_licence
from privdesk.domain.person import NewNumber, NumberKind
from privdesk.gui.customers.fields import ReadField
from privdesk.gui.translation import Translated
from privdesk.gui.widgets.form import Form
from privdesk.operations.desk import Desk


def bank_text(text: str) -> str:
    """A bank account in its one written form; raises BadAccount."""
    return read_account(text).text


def card_text(text: str) -> str:
    """The digits of a card; raises BadCard, SecurityCodeRefused."""
    if looks_like_security_code(text):
        raise SecurityCodeRefused
    return read_card(text).text


def licence_text(text: str) -> str:
    """The digits of a licence; raises BadLicence."""
    return read_licence(text).text


def expiry_text(text: str) -> str:
    """A month of expiry as 2027-12; raises BadExpiry."""
    return f"{read_expiry(text):%Y-%m}"


class NumberForm(Translated, Form):
    """Gives the numbers that were typed; what is empty is not given."""

    def __init__(self, name: str, desk: Desk) -> None:
        super().__init__(name)
        self._desk = desk
        self._bank = ReadField("bank", bank_text)
        self._card = ReadField("card", card_text)
        self._expiry = ReadField("card_expiry", expiry_text)
        self._licence = ReadField("licence", licence_text)
        self.add(self._bank)
        self.add(self._card, self._expiry)
        self.add(self._licence)
        self.retranslate()

    def numbers(self) -> tuple[NewNumber, ...]:
        """What was typed, after `check` found nothing wrong."""
        made = []
        if text := self._bank.text().strip():
            account = read_account(text)
            issuer = f"{account.bank}-{account.branch}"
            made.append(NewNumber(NumberKind.BANK, issuer, account.type.value, account.last4, account.text))
        if text := self._card.text().strip():
            card = read_card(text)
            made.append(NewNumber(NumberKind.CARD, card.brand.value, self._expiry.text(), card.last4, card.text))
        if text := self._licence.text().strip():
            licence = read_licence(text)
            made.append(NewNumber(NumberKind.LICENCE, "", "", licence.last4, licence.text))
        return tuple(made)

    def retranslate(self) -> None:
        """Set the words."""
        kept = self._desk.office.keeps_card_numbers
        cut = "" if kept else self.tr("Only brand, last four digits and expiry are kept.")
        self._bank.say(
            self.tr("Bank account"),
            self.tr("Bank, branch, type and number; or symbol and number of Japan Post Bank."),
            "0001-110-普通-1234567",
        )
        self._card.say(self.tr("Credit card"), cut)
        self._expiry.say(self.tr("Card expiry"), "", "12/27")
        self._licence.say(self.tr("Driver's licence"))
