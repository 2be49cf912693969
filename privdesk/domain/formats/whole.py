"""What a text is as a whole number: a bank account, a card, a driver's licence."""

import re
import unicodedata
from collections.abc import Iterator
from contextlib import suppress

from privdesk.domain.deskerror import DeskError
from privdesk.domain.errors import NumberInText
from privdesk.domain.formats.bank import read_account
from privdesk.domain.formats.card import read_card
from privdesk.domain.formats.found import refuse_numbers
from privdesk.domain.formats.licence import read_licence
from privdesk.domain.particular import NumberKind
from privdesk.domain.text import narrowed

# what is shorter is a customer number or part of an address, whatever account it could be read as
_LEAST_DIGITS = 11
# a licence in one, as parcels are numbered in fours; an account of a bank, or of Japan Post Bank with its hyphen
_RUN = re.compile(
    r"(?<![0-9+])(?<![0-9]-)"
    r"(?:[0-9]{12}|[0-9]{4}([-,/ ])[0-9]{3}\1[1249]\1[0-9]{7}|[01][0-9]{3}0-[0-9]{6,8})(?!-?[0-9])"
)


def whole_numbers(text: str) -> Iterator[tuple[NumberKind, str]]:
    """Each kind of number that a text is when it is read from end to end, with the form in which it is sealed."""
    with suppress(DeskError):
        yield NumberKind.BANK, read_account(text).text
    with suppress(DeskError):
        yield NumberKind.CARD, read_card(text).text
    with suppress(DeskError):
        yield NumberKind.LICENCE, read_licence(text).text


def refuse_whole_numbers(typed: str) -> None:
    """Raise what `refuse_numbers` raises, and NumberInText too where no word but the number itself says what it is.

    The text is a whole number, or in it stands a licence with its check digit or an account with all its parts.
    """
    refuse_numbers(typed)
    plain = "".join(sign for sign in narrowed(typed) if unicodedata.category(sign) != "Cf")
    pieces = (plain, *(run[0] for run in _RUN.finditer(plain)))
    if any(sum(map(str.isdigit, piece)) >= _LEAST_DIGITS and any(whole_numbers(piece)) for piece in pieces):
        raise NumberInText
