"""Bank accounts in the form of a Zengin transfer, and Japan Post Bank's symbol and number converted into it."""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from privdesk.domain.errors import (
    BadAccount,
    BadAccountNumber,
    BadAccountType,
    BadBankCode,
    BadBranchCode,
    BadHolder,
    BadPostSymbol,
    HolderWrongLength,
)
from privdesk.domain.formats.kana import kana
from privdesk.domain.shown import shown
from privdesk.domain.text import narrowed

_POST_BANK = "9900"
_HOLDER_LENGTH = 30


class AccountType(StrEnum):
    """The type of an account; the value is its digit in a transfer (預金種目)."""

    ORDINARY = "1"
    CURRENT = "2"
    SAVINGS = "4"
    OTHER = "9"

    @property
    def word(self) -> str:
        """The type as it is written in Japanese: 普通, 当座, 貯蓄 or その他."""
        return _WORDS[self]


TYPE_NAMES = {
    AccountType.ORDINARY: shown("formats", "ordinary"),
    AccountType.CURRENT: shown("formats", "current"),
    AccountType.SAVINGS: shown("formats", "savings"),
    AccountType.OTHER: shown("formats", "other"),
}
_WORDS = {
    AccountType.ORDINARY: "普通",
    AccountType.CURRENT: "当座",
    AccountType.SAVINGS: "貯蓄",
    AccountType.OTHER: "その他",
}
_TYPES = {
    **{type_.value: type_ for type_ in AccountType},
    **{word + more: type_ for type_, word in _WORDS.items() for more in ("", "預金")},
}
# the signs a transfer takes beside letters and digits, and half-width kana by the full-width sign they stand for
_HOLDER_SIGNS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 ()-./")
_HALF_WIDTH = {unicodedata.normalize("NFKC", chr(code)): chr(code) for code in range(0xFF66, 0xFFA0)} | {"ー": "-"}
_APART = re.compile(r"[-\s,、/]+")
_SMALL = str.maketrans("ァィゥェォャュョッヮヵヶ", "アイウエオヤユヨツワカケ")


@dataclass(frozen=True, repr=False)
class Account:
    """A bank account: code of bank (4 digits) and branch (3), type, number (7) and, where known, the holder in kana."""

    bank: str
    branch: str
    type: AccountType
    number: str
    holder: str = ""

    @property
    def text(self) -> str:
        """The account in its one written form, 0001-110-普通-9880133, without the holder."""
        return f"{self.bank}-{self.branch}-{self.type.word}-{self.number}"

    @property
    def last4(self) -> str:
        """The last four digits of the number, all that is shown."""
        return self.number[-4:]

    def __repr__(self) -> str:
        return f"Account({self.bank}-{self.branch}-{self.type.word}, …{self.last4})"


def read_account(text: str, holder: str = "") -> Account:
    """Read an account written in one line: 0001-110-普通-9880133, or 10530-12345671 of Japan Post Bank.

    The parts may stand apart by hyphens, spaces, commas or slashes. Raises BadAccount or the
    subclass of the faulty part.
    """
    parts = [part for part in _APART.split(narrowed(text)) if part]
    if len(parts) == 2:
        return read_post_account(parts[0], parts[1], holder)
    if len(parts) != 4:
        raise BadAccount
    return _account(parts[0], parts[1], parts[2], parts[3], holder)


def read_account_parts(bank: str, branch: str, type_: str, number: str, holder: str = "") -> Account:
    """Read an account from its separate fields; the number is padded to seven digits, an empty holder stays empty.

    Raises BadBankCode, BadBranchCode, BadAccountType, BadAccountNumber, BadHolder or HolderWrongLength.
    """
    return _account(narrowed(bank), narrowed(branch), narrowed(type_), narrowed(number), holder)


def _account(bank: str, branch: str, type_: str, number: str, holder: str) -> Account:
    if not _digits(bank, 4, 4):
        raise BadBankCode
    if not _digits(branch, 3, 3):
        raise BadBranchCode
    if type_ not in _TYPES:
        raise BadAccountType
    if not _digits(number, 1, 7):
        raise BadAccountNumber
    return Account(bank, branch, _TYPES[type_], number.zfill(7), read_holder(holder) if holder.strip() else "")


def read_post_account(symbol: str, number: str, holder: str = "") -> Account:
    """Convert Japan Post Bank's symbol (記号) and number (番号) into the account that other banks transfer to.

    Symbol 1abc0: branch ab8, ordinary, the number loses its final 1. Symbol 0abc0: branch ab9, current, the number
    stays. Raises BadPostSymbol, BadHolder or HolderWrongLength.
    """
    symbol, number = narrowed(symbol), narrowed(number)
    ordinary = symbol.startswith("1")
    fits = number.endswith("1") and _digits(number, 2, 8) if ordinary else _digits(number, 1, 7)
    if not (fits and re.fullmatch("[01][0-9]{3}0", symbol)):
        raise BadPostSymbol
    if ordinary:
        return read_account_parts(_POST_BANK, f"{symbol[1:3]}8", AccountType.ORDINARY, number[:-1], holder)
    return read_account_parts(_POST_BANK, f"{symbol[1:3]}9", AccountType.CURRENT, number, holder)


def read_holder(text: str) -> str:
    """Read an account holder's name as a transfer takes it: in half-width kana, at most 30 places.

    Small kana and letters become large ones, the voicing marks ﾞ and ﾟ take a place of their own, the
    lengthening mark becomes a hyphen. Raises BadHolder with the first sign that is not taken, or HolderWrongLength.
    """
    large = unicodedata.normalize("NFD", kana(text).upper().translate(_SMALL))
    for sign in large:
        if sign not in _HOLDER_SIGNS and sign not in _HALF_WIDTH:
            raise BadHolder(sign=sign)
    holder = "".join(_HALF_WIDTH.get(sign, sign) for sign in large)
    if not 1 <= len(holder) <= _HOLDER_LENGTH:
        raise HolderWrongLength(length=len(holder), most=_HOLDER_LENGTH)
    return holder


def _digits(text: str, least: int, most: int) -> bool:
    return least <= len(text) <= most and text.isascii() and text.isdigit()
