"""What of a foreign cell may be shown and what may be kept sealed, where numbers stand in it."""

import re

from privdesk.domain.errors import NumberInText, SecurityCodeRefused
from privdesk.domain.formats.card import looks_like_security_code
from privdesk.domain.formats.found import FoundKind, numbers_in, without_numbers
from privdesk.domain.text import narrowed
from privdesk.intake.problem import Problem, problem

NUMBERS = frozenset({"bank", "card", "licence"})
"""The fields whose text is shown masked and kept sealed only."""

SHORT = 6
"""So many digits are nobody's number yet."""

LONGEST = 16
"""More digits than these are usually several numbers; the last of them may be a card's code."""

_NO_DIGIT = re.compile(r"[^0-9]")


def cut(name: str, text: str, *, keep_cards: bool) -> tuple[str, list[Problem]]:
    """A text of the field `name` as everybody may read it, and what was wrong with it.

    Of numbers the last four digits stay, and their problem has the text to be sealed; of codes nothing.
    """
    found = numbers_in(text)
    if not found:
        return text, []
    problems = []
    shown = without_numbers(text)
    if any(one.kind is FoundKind.CODE for one in found):
        problems.append(problem(SecurityCodeRefused(), field=name, shown=shown[:200], raw=shown))
    if any(one.kind is not FoundKind.CODE for one in found):
        raw = sealable(name, text, keep_cards=keep_cards)
        problems.append(problem(NumberInText(), field=name, shown=shown[:200], raw=raw))
    return shown, problems


def masked(text: str) -> str:
    """A number as it may be listed and logged: never more than its last four digits, of a short one none.

    Of digits that are too many for one number nothing is shown either: the last of them may be a card's code.
    """
    digits = card_in(text) or digits_of(without_numbers(text, {FoundKind.CODE}))
    return f"…{digits[-4:]}" if SHORT < len(digits) <= LONGEST else "…"


def sealable(name: str, text: str, *, keep_cards: bool) -> str:
    """What of a cell with a number may be kept sealed: no code, and no whole card unless cards are kept."""
    if name == "card" and not (keep_cards and (card_in(text) or not may_hold_code(text))):
        return masked(text) if text else ""
    return without_numbers(text, {FoundKind.CODE} if keep_cards else {FoundKind.CODE, FoundKind.CARD})


def card_in(text: str) -> str:
    """The digits of the one card in a text."""
    cards = [one.digits for one in numbers_in(text) if one.kind is FoundKind.CARD]
    return cards[0] if len(cards) == 1 else ""


def may_hold_code(text: str) -> bool:
    """Whether a code stands in the cell of a card, or the last of its digits may be one."""
    return looks_like_security_code(text) or len(digits_of(text)) > LONGEST


def digits_of(text: str) -> str:
    """All digits of a text, in any width."""
    return _NO_DIGIT.sub("", narrowed(text))
