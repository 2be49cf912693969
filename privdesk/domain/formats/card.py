"""Payment cards: number, brand and expiry; security codes are only recognised, to be refused."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from privdesk.domain.errors import BadCard, BadExpiry, CardCheckFailed, CardWrongLength
from privdesk.domain.text import narrowed


class Brand(StrEnum):
    """Whose card it is; the value is the name as it is written everywhere."""

    VISA = "Visa"
    MASTERCARD = "Mastercard"
    JCB = "JCB"
    AMEX = "American Express"
    DINERS = "Diners Club"
    OTHER = "Card"


# brand, first and last prefix, lengths; ISO/IEC 7812 as the brands publish their ranges
_RANGES = (
    (Brand.VISA, "4", "4", (16, 19)),
    (Brand.MASTERCARD, "51", "55", (16,)),
    (Brand.MASTERCARD, "2221", "2720", (16,)),
    (Brand.JCB, "3528", "3589", (16, 17, 18, 19)),
    (Brand.AMEX, "34", "34", (15,)),
    (Brand.AMEX, "37", "37", (15,)),
    (Brand.DINERS, "300", "305", (14, 16, 17, 18, 19)),
    (Brand.DINERS, "3095", "3095", (14, 16, 17, 18, 19)),
    (Brand.DINERS, "36", "36", (14, 15, 16, 17, 18, 19)),
    (Brand.DINERS, "38", "39", (14, 16, 17, 18, 19)),
    (Brand.OTHER, "1", "9", tuple(range(14, 20))),
)
_EXPIRY = (
    re.compile(r"(?P<month>\d{1,2})\s*[-/. ]\s*(?P<year>\d{2}|20\d{2})", re.ASCII),
    re.compile(r"(?P<month>\d{2})(?P<year>\d{2}|20\d{2})", re.ASCII),
    re.compile(r"(?P<year>20\d{2})[-/.]?(?P<month>\d{2})", re.ASCII),
    re.compile(r"(?P<year>20\d{2})[-/.年](?P<month>\d{1,2})月?", re.ASCII),
)
_SECURITY_CODE = re.compile(
    r"(?<![a-z])(cvv2?|cvc2?|cav2|cvn2?|pin|track[\s_-]*[12])(?![a-z])"
    r"|security[\s_-]*(code|number)|verification[\s_-]*(code|value)"
    r"|セキュリティ[ー-]?[\s・]*(コード|番号)|暗証\s*番号|カード確認番号|磁気(ストライプ|情報|データ)"
)
_TRACK = re.compile(r"%?b\d{12,19}\^|;\d{12,19}=\d{4}", re.ASCII)


@dataclass(frozen=True, repr=False)
class Card:
    """A card number that passed its check; usually only `brand` and `last4` are kept."""

    text: str
    brand: Brand

    @property
    def last4(self) -> str:
        """The last four digits, all that is shown."""
        return self.text[-4:]

    def __repr__(self) -> str:
        return f"Card({self.brand}, …{self.last4})"


def read_card(text: str) -> Card:
    """Read a card number in any width and grouping; a brand we have no range of is Brand.OTHER.

    Raises BadCard, CardWrongLength (14 to 19 digits, each brand its own) or CardCheckFailed (Luhn).
    """
    digits = re.sub(r"[\s\-]", "", narrowed(text))
    if not re.fullmatch("[1-9][0-9]*", digits):
        raise BadCard
    brand, lengths = next((brand, lengths) for brand, first, last, lengths in _RANGES if _within(digits, first, last))
    if len(digits) not in lengths:
        raise CardWrongLength(digits=len(digits))
    if not passes_luhn(digits):
        raise CardCheckFailed
    return Card(digits, brand)


def read_expiry(text: str) -> date:
    """Read a card's month of expiry (12/27, 1227, 12/2027, 2027-12, 2027年12月) as the first day of that month.

    Raises BadExpiry.
    """
    plain = narrowed(text)
    for shape in _EXPIRY:
        found = shape.fullmatch(plain)
        if found and 1 <= int(found["month"]) <= 12:
            return date(2000 + int(found["year"]) % 100, int(found["month"]), 1)
    raise BadExpiry


def passes_luhn(digits: str) -> bool:
    """Say whether a string of digits passes the Luhn check (ISO/IEC 7812-1 annex B)."""
    doubled = (divmod(2 * int(digit), 10) for digit in digits[-2::-2])
    return (sum(map(int, digits[-1::-2])) + sum(map(sum, doubled))) % 10 == 0


def looks_like_security_code(text: str) -> bool:
    """Say whether a column's header or a typed text speaks of a card's security code or PIN, or is a magnetic track.

    PCI DSS 3.3.1: none of them is kept after the payment, not even encrypted.
    """
    plain = unicodedata.normalize("NFKC", text).casefold()
    return bool(_SECURITY_CODE.search(plain) or _TRACK.search(plain))


def _within(digits: str, first: str, last: str) -> bool:
    return first <= digits[: len(first)] <= last
