"""What a text is as a whole number: a bank account, a card, a driver's licence."""

from collections.abc import Iterator
from contextlib import suppress

from privdesk.domain.deskerror import DeskError
from privdesk.domain.formats.bank import read_account
from privdesk.domain.formats.card import read_card
from privdesk.domain.formats.licence import read_licence
from privdesk.domain.particular import NumberKind


def whole_numbers(text: str) -> Iterator[tuple[NumberKind, str]]:
    """Each kind of number that a text is when it is read from end to end, with the form in which it is sealed."""
    with suppress(DeskError):
        yield NumberKind.BANK, read_account(text).text
    with suppress(DeskError):
        yield NumberKind.CARD, read_card(text).text
    with suppress(DeskError):
        yield NumberKind.LICENCE, read_licence(text).text
