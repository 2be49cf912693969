"""A further address of a person in one line: the postal code first, where it has one."""

import re

from privdesk.domain.formats.postal import read_postal_code
from privdesk.domain.text import HYPHENS

_WITH_CODE = re.compile(rf"(?P<code>〒?\s*\d{{3}}[{HYPHENS}-]?\d{{4}})(?:\s+(?P<text>.*))?")


def address_line(postal: str, text: str) -> str:
    """A postal code and an address in one line: 100-0005 東京都千代田区丸の内1-1."""
    return " ".join(filter(None, (postal, text)))


def address_parts(line: str) -> tuple[str, str]:
    """The postal code as NNN-NNNN and the address of a line, in any width and with or without 〒."""
    plain = line.strip()
    found = _WITH_CODE.fullmatch(plain)
    return (read_postal_code(found["code"]), (found["text"] or "").strip()) if found else ("", plain)


def read_address_line(line: str) -> str:
    """The line in its one form."""
    return address_line(*address_parts(line))
