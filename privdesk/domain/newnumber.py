"""A number as it was typed -> the number to be sealed, with what may be shown of it."""

from privdesk.domain.errors import SecurityCodeRefused
from privdesk.domain.formats.bank import read_account
from privdesk.domain.formats.card import looks_like_security_code, read_card, read_expiry
from privdesk.domain.formats.found import refuse_numbers
from privdesk.domain.formats.licence import read_licence
from privdesk.domain.person import NewNumber, NumberKind


def bank_number(text: str, holder: str = "") -> NewNumber:
    """A bank account with its holder in kana, where he is known.

    Raises BadAccount; SecurityCodeRefused or NumberInText for a number that is written where the holder belongs.
    """
    refuse_numbers(holder)
    account = read_account(text, holder)
    issuer = f"{account.bank}-{account.branch}"
    type_, last4 = account.type.value, account.last4
    return NewNumber(NumberKind.BANK, issuer, type_, last4, account.text, holder=account.holder)


def card_number(text: str, expiry: str = "") -> NewNumber:
    """A card with its month of expiry as 2027-12; raises BadCard, BadExpiry, SecurityCodeRefused."""
    if looks_like_security_code(text):
        raise SecurityCodeRefused
    card = read_card(text)
    month = f"{read_expiry(expiry):%Y-%m}" if expiry.strip() else ""
    return NewNumber(NumberKind.CARD, card.brand.value, month, card.last4, card.text)


def licence_number(text: str) -> NewNumber:
    """A driver's licence; raises BadLicence."""
    licence = read_licence(text)
    return NewNumber(NumberKind.LICENCE, "", "", licence.last4, licence.text)
