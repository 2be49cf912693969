"""Telephone numbers, postal codes and mail addresses."""

import phonenumbers
import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st
from phonenumbers import PhoneNumberFormat

from privdesk.domain.errors import BadMailAddress, BadPhone, BadPostalCode, PhoneWithoutZero, PhoneWrongLength
from privdesk.domain.formats.mail import read_mail_address
from privdesk.domain.formats.phone import read_phone
from privdesk.domain.formats.postal import read_postal_code

# area codes of every length, mobile, IP, free and shared-cost numbers, pagers, and what is none of them
_PREFIXES = (
    *("090", "080", "070", "060", "050", "020", "0120", "0800", "0570", "0990", "01", "02", "03", "04", "045"),
    *("0422", "0467", "04992", "05", "052", "0599", "05979", "06", "0746", "07468", "08", "0824", "08387", "08396"),
    *("08477", "0869", "09", "0920", "0980", "09802", "09912", "0997", "0126", "01267", "01372", "0154", "01564", "0"),
)


@st.composite
def _domestic(draw: st.DrawFn) -> str:
    """A number from its 0 on, sound or not, with up to two hyphens anywhere behind its first digits."""
    length = draw(st.integers(9, 12))
    rest = draw(st.text("0123456789", min_size=length, max_size=length))
    digits = (draw(st.sampled_from(_PREFIXES)) + rest)[:length]
    for at in draw(st.lists(st.integers(2, length - 1), max_size=2)):
        digits = f"{digits[:at]}-{digits[at:]}"
    return digits


@pytest.mark.parametrize(
    ("typed", "text", "digits"),
    [
        ("09046549781", "090-4654-9781", "09046549781"),
        ("０８０－６２４８－９６２８", "080-6248-9628", "08062489628"),
        ("03ー1234ー5678", "03-1234-5678", "0312345678"),
        ("(03)1234−5678", "03-1234-5678", "0312345678"),
        ("03 1234 5678", "03-1234-5678", "0312345678"),
        ("0471234567", "04-7123-4567", "0471234567"),
        ("0997123456", "0997-12-3456", "0997123456"),
        ("0120123456", "0120-123-456", "0120123456"),
        ("08001234567", "0800-123-4567", "08001234567"),
        ("05012345678", "050-1234-5678", "05012345678"),
        ("06012345678", "060-1234-5678", "06012345678"),
        ("+81 90-1234-5678", "090-1234-5678", "09012345678"),
        ("+81(0)3-1234-5678", "03-1234-5678", "0312345678"),
        ("+442079460018", "+44 20 7946 0018", "442079460018"),
        ("010 44 20 7946 0018", "+44 20 7946 0018", "442079460018"),
    ],
)
def test_a_telephone_number_has_one_form(typed, text, digits):
    phone = read_phone(typed)
    assert (phone.text, phone.digits) == (text, digits)
    assert read_phone(phone.text) == phone


@pytest.mark.parametrize(
    ("typed", "error"),
    [
        ("", BadPhone),
        ("なし", BadPhone),
        ("電話 03-1234-5678", BadPhone),
        ("03-1234-5678 内線12", BadPhone),
        ("---", BadPhone),
        ("03-0123-4567", BadPhone),
        ("+999 1234567", BadPhone),
        ("+44 20", BadPhone),
        ("9046549781", PhoneWithoutZero),
        ("110", PhoneWithoutZero),
        ("090-4654-97810", PhoneWrongLength),
        ("090-46", PhoneWrongLength),
        ("090-4654-978", PhoneWrongLength),
        ("03-1234-56789", PhoneWrongLength),
        ("+81 90-4654-978", PhoneWrongLength),
    ],
)
def test_what_is_no_telephone_number_is_refused(typed, error):
    with pytest.raises(BadPhone) as caught:
        read_phone(typed)
    assert type(caught.value) is error


@given(_domestic())
@example("0997-93-1234")
@example("01267-4-1234")
@example("0990-123456")
def test_a_domestic_number_is_read_as_the_library_reads_it(typed):
    assume(not typed.replace("-", "").startswith("010"))  # that is the way abroad
    number = phonenumbers.parse(typed, "JP")
    is_sound = phonenumbers.is_valid_number(number)
    try:
        found = read_phone(typed).text
    except BadPhone:
        found = None
    assert found == (phonenumbers.format_number(number, PhoneNumberFormat.NATIONAL) if is_sound else None)


@given(st.text("0123456789０９+＋-－ー() 　./٣a"))
def test_any_text_is_read_or_refused(typed):
    try:
        phone = read_phone(typed)
    except BadPhone:
        return
    assert phone.digits.isascii()
    assert phone.digits.isdigit()


def test_a_telephone_number_does_not_show_itself():
    phone = read_phone("090-1234-5678")
    assert repr(phone) == "Phone(…78)"
    assert "1234" not in f"{phone}"


@pytest.mark.parametrize("typed", ["100-0005", "1000005", "〒100-0005", "〒 １００－０００５", "100ー0005", "100 0005"])
def test_a_postal_code_has_one_form(typed):
    assert read_postal_code(typed) == "100-0005"


@pytest.mark.parametrize(
    "typed", ["", "100-005", "100-00055", "10-00005", "ABC-DEFG", "100-0005 東京都", "１００--0005"]
)
def test_what_is_no_postal_code_is_refused(typed):
    with pytest.raises(BadPostalCode):
        read_postal_code(typed)


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("user001@example.ne.jp", "user001@example.ne.jp"),
        (" User.Name+x@Example.JP ", "User.Name+x@example.jp"),
        ("ｕｓｅｒ＠ｅｘａｍｐｌｅ．ｊｐ", "user@example.jp"),
        ("a..b.@docomo.ne.jp", "a..b.@docomo.ne.jp"),
        (".-_a@ezweb.ne.jp", ".-_a@ezweb.ne.jp"),
        ("o'brien@example.com", "o'brien@example.com"),
        ("info@日本語.jp", "info@日本語.jp"),
        ("a@xn--wgv71a119e.jp", "a@xn--wgv71a119e.jp"),
    ],
)
def test_mail_addresses_as_people_have_them(typed, address):
    assert read_mail_address(typed) == address


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "user",
        "@example.jp",
        "user@",
        "user@example",
        "user@@example.jp",
        "us er@example.jp",
        "user@exam ple.jp",
        "user@example..jp",
        "user@.example.jp",
        "user@-example.jp",
        "user@exa_mple.jp",
        "user@192.168.0.1",
        "山田@example.jp",
        "a@example.jp, b@example.jp",
        "山田 <user@example.jp>",
        "user\n@example.jp",
        f"{'a' * 65}@example.jp",
        f"a@{'a' * 64}.jp",
        f"a@{'a.' * 130}jp",
    ],
)
def test_what_is_no_mail_address_is_refused(typed):
    with pytest.raises(BadMailAddress):
        read_mail_address(typed)
