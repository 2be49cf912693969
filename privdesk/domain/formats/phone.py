"""Telephone numbers, Japanese ones in national form and others in international form."""

import re
from dataclasses import dataclass

import phonenumbers

from privdesk.domain.errors import BadPhone, PhoneWithoutZero, PhoneWrongLength
from privdesk.domain.text import narrowed

_JAPAN = 81
_LIKE_A_PHONE = re.compile(r"\+?[\d\s().\-/]+", re.ASCII)
_ELEVEN_DIGITS = re.compile("0[5-9]0|0800")
_MARKS = re.compile(r"[^\d]", re.ASCII)


@dataclass(frozen=True, repr=False)
class Phone:
    """A telephone number as it is written (090-1234-5678, +44 20 7946 0018) and as its digits, for the search."""

    text: str

    @property
    def digits(self) -> str:
        """The digits alone, with the leading 0 of a Japanese number and the country code of any other."""
        return _MARKS.sub("", self.text)

    def __repr__(self) -> str:
        return f"Phone(…{self.digits[-2:]})"


def read_phone(text: str) -> Phone:
    """Read a telephone number with or without hyphens, in any width, from Japan (0… or +81) or abroad (+ or 010).

    The area codes and lengths are those of Google's libphonenumber; of foreign numbers only the length is checked.
    Raises BadPhone, or its PhoneWithoutZero and PhoneWrongLength.
    """
    plain = narrowed(text)
    digits = _MARKS.sub("", plain)
    if not digits or not _LIKE_A_PHONE.fullmatch(plain):
        raise BadPhone
    if not plain.startswith("+") and not digits.startswith("0"):
        raise PhoneWithoutZero
    try:
        number = phonenumbers.parse(plain, "JP")
    except phonenumbers.NumberParseException:
        raise BadPhone from None
    if number.country_code == _JAPAN:
        return _japanese(number)
    if not phonenumbers.is_possible_number(number):
        raise BadPhone
    return Phone(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL))


def _japanese(number: phonenumbers.PhoneNumber) -> Phone:
    if phonenumbers.is_valid_number(number):
        return Phone(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.NATIONAL))
    digits = f"0{number.national_number}"
    if len(digits) != (11 if _ELEVEN_DIGITS.match(digits) else 10):
        raise PhoneWrongLength(digits=len(digits))
    raise BadPhone
