"""Payment cards: number, brand and expiry; security codes are only recognised, to be refused."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from privdesk.domain.errors import BadCard, BadExpiry, CardCheckFailed, CardWrongLength, SecurityCodeRefused
from privdesk.domain.text import TO_HYPHEN, narrowed


class Brand(StrEnum):
    """Whose card it is; the value is the name as it is written everywhere."""

    VISA = "Visa"
    MASTERCARD = "Mastercard"
    JCB = "JCB"
    AMEX = "American Express"
    DINERS = "Diners Club"
    UNIONPAY = "UnionPay"
    DISCOVER = "Discover"
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
    (Brand.UNIONPAY, "62", "62", (16, 17, 18, 19)),
    (Brand.DISCOVER, "6011", "6011", (16, 17, 18, 19)),
    (Brand.DISCOVER, "644", "659", (16, 17, 18, 19)),
    (Brand.OTHER, "1", "9", tuple(range(14, 20))),
)
_EXPIRY = (
    re.compile(r"(?P<month>\d{1,2})\s*[-/. ]\s*(?P<year>\d{2}|20\d{2})", re.ASCII),
    re.compile(r"(?P<month>\d{2})(?P<year>\d{2}|20\d{2})", re.ASCII),
    re.compile(r"(?P<year>20\d{2})[-/.]?(?P<month>\d{2})", re.ASCII),
    re.compile(r"(?P<year>20\d{2})[-/.年](?P<month>\d{1,2})月?", re.ASCII),
)
_CODE = "(?:番号|コード|数字|cd)"
_LATIN_WORDS = (
    r"(?<![a-z])(?:c[ ._-]?v[ ._-]?[vcn](?:[ ._-]?2)?|c[ ._-]?a[ ._-]?v(?:[ ._-]?2)?|c[ ._-]?s[ ._-]?c"
    "|c[ ._-]?i[ ._-]?d|pin|track[ _-]*[12]"
    "|(?:security|sec|verification|validation|card[ _-]*identification)[ ._-]*"
    "(?:code|number|value|no|cd|digits))(?![a-z])"
)
_JAPANESE_WORDS = (
    rf"セキュリティー?[ ・]*{_CODE}|[暗検認]証 *{_CODE}|カードの? *確認 *{_CODE}|確認 *{_CODE} *\(? *(?:カード)? *裏"
    rf"|裏面? *の? *(?:{_CODE}|[34]桁)|{_CODE} *\(? *裏面|署名欄|(?:^|[^下尾店行])3桁 *の? *{_CODE}"
    "|磁気(?:ストライプ|情報|データ)"
)
CODE_WORDS = f"{_LATIN_WORDS}|{unicodedata.normalize('NFKD', _JAPANESE_WORDS).replace('ー', '-')}"
"""The names of security codes and PINs, as a pattern for text in NFKD and small letters with every hyphen as "-"."""
TRACK = re.compile(r"%?b[0-9]{12,19}\^[^\s?]*\??|;[0-9]{12,19}=[0-9]{4}[0-9]*\??")
"""What stands on the magnetic strip of a card."""
_CODE_WORDS = re.compile(CODE_WORDS)


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

    Raises BadCard, CardWrongLength (14 to 19 digits, each brand its own) or CardCheckFailed (Luhn),
    or SecurityCodeRefused for a number with a code behind it.
    """
    written = narrowed(text)
    digits = re.sub(r"[\s\-]", "", written)
    if not re.fullmatch("[1-9][0-9]*", digits):
        raise BadCard
    if _has_code_behind(written):
        raise SecurityCodeRefused
    brand, lengths = _range_of(digits)
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
    plain = unicodedata.normalize("NFKD", text).casefold().translate(TO_HYPHEN)
    return bool(_CODE_WORDS.search(plain) or TRACK.search(plain))


def is_known_card(digits: str) -> bool:
    """Say whether digits are the number of a card of a brand whose range is known, length and check included."""
    brand, lengths = _range_of(digits)
    return brand is not Brand.OTHER and len(digits) in lengths and passes_luhn(digits)


def _range_of(digits: str) -> tuple[Brand, tuple[int, ...]]:
    ranges = ((brand, lengths) for brand, first, last, lengths in _RANGES if _within(digits, first, last))
    return next(ranges, (Brand.OTHER, ()))


def _has_code_behind(text: str) -> bool:
    """Whether three or four digits stand apart behind a whole card number."""
    number, _, last = text.replace("-", " ").rpartition(" ")
    return len(last) in (3, 4) and is_known_card(number.replace(" ", ""))


def _within(digits: str, first: str, last: str) -> bool:
    return first <= digits[: len(first)] <= last
