"""Japanese postal codes."""

import re

from privdesk.domain.errors import BadPostalCode
from privdesk.domain.text import narrowed

_CODE = re.compile(r"〒?\s*(\d{3})\s*-?\s*(\d{4})", re.ASCII)


def read_postal_code(text: str) -> str:
    """Read a postal code in any width, with or without 〒 and hyphen, as NNN-NNNN; raises BadPostalCode."""
    found = _CODE.fullmatch(narrowed(text))
    if found is None:
        raise BadPostalCode
    return f"{found[1]}-{found[2]}"
