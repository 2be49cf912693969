"""Where a code of the log was typed wrongly: the group that cannot be right, and those that differ from the log's."""

import re
import unicodedata
from dataclasses import dataclass

from privdesk.domain.log import LogCode

_GROUPS, _LENGTH = 4, 4
# read as the figures that they look like, as everywhere with codes
_SIGNS = frozenset("0123456789ABCDEFOIL")


@dataclass(frozen=True)
class Slip:
    """A group (from 1) that cannot be right: it has `length` signs, or holds `sign`, which no code has."""

    group: int
    length: int
    sign: str = ""


def slip(typed: str) -> Slip | None:
    """The first slip in a code that was typed with its groups apart; None where none can be seen."""
    parts = re.findall(r"[^\W_]+", unicodedata.normalize("NFKC", typed).upper())
    if len(parts) <= _GROUPS:
        return None
    for number, group in enumerate(parts[-_GROUPS:], 1):
        strange = next((sign for sign in group if sign not in _SIGNS), "")
        if strange or len(group) != _LENGTH:
            return Slip(number, len(group), strange)
    return None


def differing(typed: LogCode, there: LogCode) -> tuple[int, ...]:
    """The groups (from 1) in which two codes of one entry differ."""
    return tuple(
        at // _LENGTH + 1
        for at in range(0, _GROUPS * _LENGTH, _LENGTH)
        if typed.digits[at : at + _LENGTH] != there.digits[at : at + _LENGTH]
    )
