"""Numbers of driver's licences.

No official rule of the check digit is published; this is the one that is generally described, so that a failed check is
a reason to look again, never proof that a number is false.
"""

import re
from dataclasses import dataclass

from privdesk.domain.errors import BadLicence, LicenceCheckFailed, LicenceUnknownOffice
from privdesk.domain.text import narrowed

_LENGTH = 12
_WEIGHTS = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2)
# the public safety commissions by police region; 00 stands on old conversions of foreign licences
_OFFICES = frozenset(
    f"{office:02d}"
    for first, last in (
        (0, 0),
        (10, 14),
        (20, 25),
        (30, 30),
        (40, 49),
        (50, 55),
        (60, 65),
        (70, 74),
        (80, 83),
        (90, 97),
    )
    for office in range(first, last + 1)
)


@dataclass(frozen=True, repr=False)
class Licence:
    """A driver's licence number of twelve digits; the last one counts its reissues."""

    text: str

    @property
    def last4(self) -> str:
        """The last four digits, all that is shown."""
        return self.text[-4:]

    @property
    def reissues(self) -> int:
        """How often it was issued again, its last digit; after 9 comes 1."""
        return int(self.text[-1])

    def __repr__(self) -> str:
        return f"Licence(…{self.last4})"


def read_licence(text: str) -> Licence:
    """Read a licence number in any width, also written 第…号 or in groups.

    Raises BadLicence (length), LicenceUnknownOffice or LicenceCheckFailed.
    """
    digits = re.sub(r"[\s\-]", "", narrowed(text).removeprefix("第").removesuffix("号"))
    if not re.fullmatch(rf"[0-9]{{{_LENGTH}}}", digits):
        raise BadLicence(digits=sum(sign.isdigit() for sign in digits))
    if digits[:2] not in _OFFICES:
        raise LicenceUnknownOffice(code=digits[:2])
    if digits[10] != check_digit(digits[:10]):
        raise LicenceCheckFailed
    return Licence(digits)


def check_digit(body: str) -> str:
    """Return the eleventh digit for the first ten: (11 - sum of weighted digits mod 11) mod 10."""
    remainder = sum(int(digit) * weight for digit, weight in zip(body, _WEIGHTS, strict=True)) % 11
    return str((11 - remainder) % 10)
