"""Telephone numbers, Japanese ones in national form and others in international form."""

import re
from dataclasses import dataclass

import phonenumbers
from phonenumbers.data.region_JP import PHONE_METADATA_JP as _JP

from privdesk.domain.errors import BadPhone, PhoneWithoutZero, PhoneWrongLength
from privdesk.domain.text import narrowed

_JAPAN = 81
_LIKE_A_PHONE = re.compile(r"\+?[\d\s().\-/]+", re.ASCII)
_ELEVEN_DIGITS = re.compile("0[5-9]0|0800")
_MARKS = re.compile(r"[^\d]", re.ASCII)
_FROM_ZERO = re.compile(r"0[1-9][\d-]+", re.ASCII)


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
    return _national(plain) or _any(plain)


def know_all_countries() -> None:
    """Load the tables of every country, which the library else imports one by one when a number of theirs comes."""
    phonenumbers.PhoneMetadata.load_all()


def _tables() -> re.Pattern[str]:
    kinds = (
        *(_JP.fixed_line, _JP.mobile, _JP.toll_free, _JP.premium_rate, _JP.shared_cost),
        *(_JP.personal_number, _JP.voip, _JP.pager, _JP.uan, _JP.voicemail),
    )
    valid = "|".join(f"{one.national_number_pattern}" for one in kinds if one)
    groups = (f"(?={one.leading_digits_pattern[-1]}){one.pattern}" for one in _JP.number_format if _has_three(one))
    return re.compile(rf"(?!10)(?=(?:{valid})\Z)(?:{'|'.join(groups)})", re.ASCII)  # 010 leads abroad


def _has_three(one: phonenumbers.NumberFormat) -> bool:
    return one.national_prefix_formatting_rule == r"0\1" and one.format == r"\1-\2-\3"


_NATIONAL = _tables()


def _national(plain: str) -> Phone | None:
    """What the library says of a valid number written from its 0 on, read off its own tables in a tenth of its time."""
    found = _FROM_ZERO.fullmatch(plain) and _NATIONAL.fullmatch(plain[1:].replace("-", ""))
    if not found:
        return None
    last = found.lastindex or 0
    return Phone("0" + "-".join(found.group(last - 2, last - 1, last)))


def _any(plain: str) -> Phone:
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
