"""The reading of a name in full-width katakana."""

import re
import unicodedata

from privdesk.domain.errors import BadKana
from privdesk.domain.text import HYPHENS, TO_KATAKANA

_KANA = "ァ-ヺヽヾー"
_LENGTHENING = re.compile(f"(?<=[{_KANA}])[{HYPHENS}-]")
_READING = re.compile(f"[{_KANA}]+(?:[ ・][{_KANA}]+)*")


def kana(text: str) -> str:
    """Return `text` with kana of every kind as full-width katakana, a hyphen after kana as ー, and single spaces."""
    wide = unicodedata.normalize("NFKC", text).translate(TO_KATAKANA)
    return _LENGTHENING.sub("ー", unicodedata.normalize("NFC", " ".join(wide.split())))


def read_kana(text: str) -> str:
    """Read the reading of a name as full-width katakana; raises BadKana with the first sign that is none."""
    reading = text if _READING.fullmatch(text) else kana(text)
    if not _READING.fullmatch(reading):
        raise BadKana(sign=next((sign for sign in reading if not re.match(f"[{_KANA} ]", sign)), reading[:1]))
    return reading
