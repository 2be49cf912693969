"""Another name of a person in one line: the name, and its reading in brackets where it has one."""

import re

from privdesk.domain.errors import BadKana
from privdesk.domain.formats.kana import read_kana

_WITH_READING = re.compile(r"(?P<name>.*\S)\s*[（(](?P<kana>[^（）()]+)[）)]")


def name_line(text: str, kana: str) -> str:
    """A name and its reading in one line: 金田 太郎（カネダ タロウ）; a reading alone is the name."""
    return f"{text}（{kana}）" if text and kana else text or kana


def name_parts(line: str) -> tuple[str, str]:
    """The name and the reading of a line; what stands in brackets and is not in kana belongs to the name."""
    plain = " ".join(line.split())
    found = _WITH_READING.fullmatch(plain)
    if found is None:
        return plain, ""
    try:
        return found["name"], read_kana(found["kana"])
    except BadKana:
        return plain, ""


def read_name_line(line: str) -> str:
    """The line in its one form."""
    return name_line(*name_parts(line))
