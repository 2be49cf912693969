"""Numbers of driver's licences."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from privdesk.domain.errors import BadLicence, LicenceCheckFailed, LicenceUnknownOffice
from privdesk.domain.formats.licence import check_digit, read_licence


@pytest.mark.parametrize(
    ("body", "digit"),
    [("3012345678", "1"), ("6205123456", "7"), ("9099000017", "3"), ("3020000006", "1"), ("3020000001", "0")],
)
def test_check_digits_as_they_are_described(body, digit):
    assert check_digit(body) == digit
    assert read_licence(f"{body}{digit}0").text == f"{body}{digit}0"


@given(st.from_regex("[0-9]{10}", fullmatch=True))
def test_the_check_digit_is_that_of_the_long_way(body):
    total = 0
    for place, weight in enumerate([5, 4, 3, 2, 7, 6, 5, 4, 3, 2]):
        total += int(body[place]) * weight
    rest = total - total // 11 * 11
    assert check_digit(body) == {0: "1", 1: "0", 10: "1"}.get(rest, str(11 - rest))


@pytest.mark.parametrize(
    "typed", ["628494816102", "６２８４９４８１６１０２", "第628494816102号", "6284 9481 6102", "6284-9481-6102"]
)
def test_a_licence_has_one_form(typed):
    assert read_licence(typed).text == "628494816102"


@pytest.mark.parametrize(
    ("typed", "error"),
    [
        ("", BadLicence),
        ("30123456781", BadLicence),
        ("3012345678100", BadLicence),
        ("30123456781X", BadLicence),
        ("301234567890", LicenceCheckFailed),
        ("151234567890", LicenceUnknownOffice),
        ("991234567890", LicenceUnknownOffice),
    ],
)
def test_what_is_no_licence_number_is_refused(typed, error):
    with pytest.raises(BadLicence) as caught:
        read_licence(typed)
    assert type(caught.value) is error


def test_there_are_fifty_one_commissions_and_the_old_foreign_ones():
    known = 0
    for office in range(100):
        body = f"{office:02d}90123456"
        try:
            known += read_licence(f"{body}{check_digit(body)}0").last4 != ""
        except LicenceUnknownOffice:
            continue
    assert known == 52


def test_a_licence_does_not_show_itself():
    assert repr(read_licence("628494816102")) == "Licence(…6102)"
