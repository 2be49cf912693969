"""Foreign text made fit to print: nothing in it acts, and what no font can draw shows as 〓."""

import re
import unicodedata
from collections.abc import Iterable

from privdesk.letters.layout.fonts import font_of
from privdesk.letters.layout.variants import draws_variant

SUBSTITUTE = "〓"

# Controls and bidi marks have no printed form; nor have variation selectors, since only the ordinary glyph is drawn.
_UNPRINTED = re.compile(
    "[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\U000e0000-\U000e01ef]"
)
_VARIANT = re.compile("([^\ufe00-\ufe0f\U000e0100-\U000e01ef])([\ufe00-\ufe0d\U000e0100-\U000e01ef])")
_ACCENTED = re.compile("[^\u0300-\u036f\u3099\u309a\uf900-\ufaff\U0002f800-\U0002fa1f][\u0300-\u036f\u3099\u309a]+")
_SPACES = re.compile("[\t\xa0\u2000-\u200a\u202f\u205f]")
_LINE_ENDS = re.compile("\r\n?|\x85|\u2028|\u2029")
_PLAIN = re.compile("[\n\x20-\x7e\u3000-\u3096\u309b-\u30ff\u4e00-\u9fff\uff01-\uff9f]*")


def printable(text: str) -> str:
    """The text without what has no printed form; lines end in \\n, marks typed apart (か + ゛) join their letter."""
    if _PLAIN.fullmatch(text):
        return text
    text = _SPACES.sub(" ", _UNPRINTED.sub("", _LINE_ENDS.sub("\n", text)))
    text = _ACCENTED.sub(lambda match: unicodedata.normalize("NFC", match[0]), text)
    return text.replace("\u2011", "\u2010")


def drawable(text: str, face: str) -> str:
    """`printable` text with 〓 for every character, and variant of one, that the face and its fallbacks lack."""
    text = _VARIANT.sub(lambda one: one[0] if draws_variant(face, one[1], one[2]) else SUBSTITUTE, text)
    fonts, text = font_of(face), printable(text)
    lacking = [char for char in set(text) if not fonts[char] and char != "\n"]
    return text.translate(dict.fromkeys(map(ord, lacking), SUBSTITUTE)) if lacking else text


def missing(text: str, faces: Iterable[str]) -> list[str]:
    """The characters, and then the variants, that would print as 〓 in any of the faces, each once, in order.

    A variant is a character with its selector: one that only some fonts draw is somebody's name in another spelling.
    """
    names = tuple(faces)
    fonts = [font_of(face) for face in names]
    chars = dict.fromkeys(printable(text).replace("\n", ""))
    variants = dict.fromkeys(match.groups() for match in _VARIANT.finditer(text))
    return [
        *(char for char in chars if not all(table[char] for table in fonts)),
        *(base + mark for base, mark in variants if not all(draws_variant(face, base, mark) for face in names)),
    ]
