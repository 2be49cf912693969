"""What becomes of a typed number: sealed in full, shown by its issuer, its detail and four digits."""

import pytest

from privdesk.domain.errors import BadAccount, BadExpiry, BadHolder, BadLicence, NumberInText, SecurityCodeRefused
from privdesk.domain.newnumber import bank_number, card_number, licence_number
from privdesk.domain.person import NewNumber, NumberKind


def test_an_account_with_its_holder():
    made = bank_number("10530-12345671", "やまだ　たろう")
    assert made == NewNumber(NumberKind.BANK, "9900-058", "1", "4567", "9900-058-普通-1234567", holder="ﾔﾏﾀﾞ ﾀﾛｳ")
    assert bank_number("0001-110-普通-1").holder == ""


def test_a_card_with_its_expiry():
    assert card_number("4111 1111 1111 1111", "12/27") == NewNumber(
        NumberKind.CARD, "Visa", "2027-12", "1111", "4111111111111111"
    )


def test_a_licence():
    assert licence_number("第3012 3456 7810号") == NewNumber(NumberKind.LICENCE, "", "", "7810", "301234567810")


@pytest.mark.parametrize(
    ("read", "typed", "error"),
    [
        (lambda text: bank_number(text), "みずほ銀行", BadAccount),
        (lambda text: bank_number("0001-110-普通-1", text), "山田", BadHolder),
        (lambda text: bank_number("0001-110-普通-1", text), "CVV 123", SecurityCodeRefused),
        (lambda text: bank_number("0001-110-普通-1", text), "4111111111111111", NumberInText),
        (lambda text: card_number(text), "CVV 123", SecurityCodeRefused),
        (lambda text: card_number("4111111111111111", text), "13/27", BadExpiry),
        (lambda text: licence_number(text), "301234567820", BadLicence),
    ],
)
def test_what_cannot_be_read_is_refused(read, typed, error):
    with pytest.raises(error):
        read(typed)


def test_a_number_does_not_show_itself():
    assert "4111111111111111" not in repr(card_number("4111111111111111"))
