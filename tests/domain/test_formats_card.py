"""Payment cards."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum import luhn

from privdesk.domain.errors import BadCard, BadExpiry, CardCheckFailed, CardWrongLength
from privdesk.domain.formats.card import Brand, looks_like_security_code, passes_luhn, read_card, read_expiry


@pytest.mark.parametrize(
    ("typed", "brand"),
    [
        ("4111111111111111", Brand.VISA),
        ("4111 1111 1111 1111", Brand.VISA),
        ("４１１１－１１１１－１１１１－１１１１", Brand.VISA),
        ("5555555555554444", Brand.MASTERCARD),
        ("2223003122003222", Brand.MASTERCARD),
        ("3530111333300000", Brand.JCB),
        ("378282246310005", Brand.AMEX),
        ("371449635398431", Brand.AMEX),
        ("30569309025904", Brand.DINERS),
        ("38520000023237", Brand.DINERS),
        ("6200000000000005", Brand.UNIONPAY),
        ("6011111111111117", Brand.DISCOVER),
        ("9000000000000001", Brand.OTHER),
    ],
)
def test_brands_by_their_test_numbers(typed, brand):
    card = read_card(typed)
    assert card.brand is brand
    assert card.text.endswith(card.last4)
    assert card.text.isdigit()


@pytest.mark.parametrize(
    ("typed", "error"),
    [
        ("", BadCard),
        ("****-****-****-1111", BadCard),
        ("0000000000000000", BadCard),
        ("4111111111111112", CardCheckFailed),
        ("378282246310006", CardCheckFailed),
        ("411111111111111", CardWrongLength),
        ("4222222222222", CardWrongLength),
        ("3782822463100050", CardWrongLength),
        ("62000000000000000000", CardWrongLength),
    ],
)
def test_what_is_no_card_number_is_refused(typed, error):
    with pytest.raises(BadCard) as caught:
        read_card(typed)
    assert type(caught.value) is error


@given(st.from_regex("[0-9]{1,24}", fullmatch=True))
def test_luhn_agrees_with_the_standard_numbers_library(digits):
    assert passes_luhn(digits) is luhn.is_valid(digits)


@given(st.from_regex("4[0-9]{14}", fullmatch=True), st.integers(1, 15), st.integers(1, 9))
def test_every_wrong_digit_is_noticed(body, place, by):
    number = body + luhn.calc_check_digit(body)
    assert read_card(number).text == number
    with pytest.raises(CardCheckFailed):
        read_card(number[:place] + str((int(number[place]) + by) % 10) + number[place + 1 :])


@pytest.mark.parametrize(
    "typed", ["12/27", "12-27", "12 / 27", "1227", "12/2027", "122027", "2027-12", "202712", "２０２７年１２月"]
)
def test_a_month_of_expiry(typed):
    assert read_expiry(typed) == date(2027, 12, 1)


@pytest.mark.parametrize("typed", ["", "13/27", "00/27", "127", "2027", "27/13", "12/1999", "2027-12-31", "Dec 27"])
def test_what_is_no_month_of_expiry_is_refused(typed):
    with pytest.raises(BadExpiry):
        read_expiry(typed)


@pytest.mark.parametrize(
    "text",
    [
        "CVV",
        "cvc2",
        "ＣＶＶ２",
        "card_cvv",
        "CVV_code",
        "Security Code",
        "security_code",
        "セキュリティコード",
        "セキュリティーコード",
        "ｾｷｭﾘﾃｨｺｰﾄﾞ",
        "セキュリティ番号",
        "暗証番号",
        "PIN",
        "カード PIN",
        "CID",
        "CAV",
        "CSC",
        "C V V",
        "security_cd",
        "カード裏面3桁",
        "裏面番号",
        "署名欄3桁",
        "３桁コード",
        "カード検証番号",
        "確認コード(裏面)",
        "認証コード",
        "磁気ストライプ",
        "CVV: 123 電話のみ",
        "%B4111111111111111^YAMADA/TARO^2712",
        ";4111111111111111=27121010000",
    ],
)
def test_security_codes_are_recognised(text):
    assert looks_like_security_code(text)


@pytest.mark.parametrize(
    "text",
    [
        "カード番号",
        "会員番号",
        "備考",
        "有効期限",
        "shopping",
        "opinion",
        "認証",
        "Pinto",
        "0312345678",
        "郵便番号",
        "顧客ID",
        "CustomerID",
        "予約確認番号",
        "カード下4桁",
        "下3桁番号",
        "支店3桁コード",
        "",
        "123",
    ],
)
def test_other_headers_are_not_taken_for_security_codes(text):
    assert not looks_like_security_code(text)


def test_a_card_does_not_show_itself():
    assert repr(read_card("4111111111111111")) == "Card(Visa, …1111)"
