"""Partners: the companies that give us data about customers."""

from dataclasses import dataclass
from datetime import date

from privdesk.domain.text import folded

# the short signs of company forms stand for the written-out ones; folding has already taken ㈱ apart
_FORMS = {"(株)": "株式会社", "(有)": "有限会社", "(同)": "合同会社"}


@dataclass(frozen=True)
class Partner:
    """A company that gives us data, with what has to be known about it before its data are taken (規則22条)."""

    id: int
    name: str
    kind: str = ""
    address: str = ""
    representative: str = ""
    acquired_how: str = ""
    contract_on: date | None = None
    ended_on: date | None = None
    version: int = 1


def known_as(name: str) -> str:
    """The one form of a company's name by which partners are recognised: ㈱ガンマネット is 株式会社ガンマネット."""
    plain = folded(name)
    for sign, form in _FORMS.items():
        plain = plain.replace(sign, form)
    return plain
