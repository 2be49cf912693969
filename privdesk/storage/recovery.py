"""The recovery sheet's secret as a human can copy it: 13 groups of five signs, each with a check sign of its own.

Signs are those of Crockford's base 32 (no I, L, O, U). The check sign is computed in the field of 32 elements and knows
its group's place, so that one wrong sign, two neighbours swapped and two groups swapped are each found in their group.
"""

import re
import secrets
import unicodedata

from privdesk.domain.errors import SheetLength, SheetTypo
from privdesk.storage.keys import KEY_SIZE

SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
GROUPS = 13
GROUP_LENGTH = 5
_SPARE_BITS = 5 * (GROUP_LENGTH - 1) * GROUPS - 8 * KEY_SIZE
_LOOKALIKES = str.maketrans("OILU", "011V")
# x^5 + x^2 + 1, by which the 32 elements multiply
_MODULUS = 0b100101


def new_secret() -> bytes:
    """256 random bits for a new sheet."""
    return secrets.token_bytes(KEY_SIZE)


def groups(secret: bytes) -> list[str]:
    """The secret (32 bytes) as it is printed."""
    bits = int.from_bytes(secret) << _SPARE_BITS
    count = (GROUP_LENGTH - 1) * GROUPS
    signs = "".join(SIGNS[(bits >> 5 * (count - 1 - index)) & 31] for index in range(count))
    parts = [signs[start : start + GROUP_LENGTH - 1] for start in range(0, count, GROUP_LENGTH - 1)]
    return [part + _check(number, part) for number, part in enumerate(parts, 1)]


def secret(typed: str) -> bytes:
    """The secret again from what somebody typed, whatever the case, width, spaces or hyphens; O is 0, I and L are 1.

    Raises SheetTypo with the number of the first wrong group, or SheetLength where it cannot be told.
    """
    parts = _parts(typed)
    for number, part in enumerate(parts, 1):
        if len(part) != GROUP_LENGTH or set(part) - set(SIGNS) or _check(number, part[:-1]) != part[-1]:
            raise SheetTypo(group=number)
    bits = 0
    for sign in "".join(part[:-1] for part in parts):
        bits = bits << 5 | SIGNS.index(sign)
    if bits & ((1 << _SPARE_BITS) - 1):
        raise SheetTypo(group=GROUPS)
    return (bits >> _SPARE_BITS).to_bytes(KEY_SIZE)


def _parts(typed: str) -> list[str]:
    """The groups as they were separated, or, where they were not, as they are long."""
    text = unicodedata.normalize("NFKC", typed).upper().translate(_LOOKALIKES)
    parts = re.findall(r"[^\W_]+", text)
    if len(parts) == GROUPS:
        return parts
    signs = "".join(parts)
    parts = [signs[start : start + GROUP_LENGTH] for start in range(0, len(signs), GROUP_LENGTH)]
    if len(signs) != GROUPS * GROUP_LENGTH:
        raise SheetLength(groups=GROUPS, length=GROUP_LENGTH, typed=len(signs))
    return parts


def _check(number: int, part: str) -> str:
    value = number
    for sign in part + SIGNS[0]:  # one more place, so that the check sign has one of its own
        value = value << 1
        value = (value ^ _MODULUS if value & 32 else value) ^ SIGNS.find(sign)
    return SIGNS[value & 31]
