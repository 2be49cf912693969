"""The bundled fonts: loaded on first use, each face with the fonts that help it out where it lacks a glyph."""

from dataclasses import dataclass
from functools import cache

from reportlab.pdfbase import pdfmetrics, ttfonts

from privdesk.resources import resource

_NOTO, _GOTHIC = "NotoSansJP_400Regular", "BIZUDGothic_400Regular"

# BIZ UD has Latin letters of one width only, so that English is set in Noto.
FACES = {
    "mincho": ("BIZUDMincho_400Regular", _NOTO, _GOTHIC),
    "mincho bold": ("BIZUDMincho_700Bold", _NOTO, _GOTHIC),
    "gothic": (_GOTHIC, _NOTO),
    "gothic bold": ("BIZUDGothic_700Bold", _NOTO, _GOTHIC),
    "sans": (_NOTO, _GOTHIC),
    "sans bold": (_NOTO, _GOTHIC),
}

# Faces without a bold font of their own: their glyphs get an outline of this share of the size.
OUTLINES = {"sans bold": 0.028}

# Share of the size that stands above the baseline; the same in all bundled fonts.
ASCENT = 0.88

_ENTRIES_PER_BLOCK = 100  # the most that a CMap allows between beginbfchar and endbfchar


@dataclass(frozen=True, slots=True)
class Style:
    """A face of FACES and its size in points."""

    face: str
    size: float


class _FontOf(dict[str, str]):
    """Character -> the font of a face that draws it, empty if none can; filled as characters ask."""

    def __init__(self, names: tuple[str, ...]) -> None:
        super().__init__()
        self._names = names

    def __missing__(self, char: str) -> str:
        able = (name for name in self._names if ord(char) in _font(name).face.charToGlyph)
        self[char] = next(able, "")
        return self[char]


class _AdvanceOf(dict[str, float]):
    """Character -> its width in a face as share of the size; filled as characters ask."""

    def __init__(self, fonts: _FontOf) -> None:
        super().__init__()
        self._fonts = fonts

    def __missing__(self, char: str) -> float:
        name = self._fonts[char]
        self[char] = _font(name).face.charWidths[ord(char)] / 1000 if name else 1.0
        return self[char]


@cache
def font_of(face: str) -> _FontOf:
    """The font that draws each character in a face, "" for none; fonts are read from the disk as they are needed."""
    return _FontOf(FACES[face])


@cache
def advance_of(face: str) -> _AdvanceOf:
    """The width of each character in a face, as share of the size."""
    return _AdvanceOf(font_of(face))


def text_width(text: str, style: Style) -> float:
    """Width of the text on one line, in points."""
    return sum(map(advance_of(style.face).__getitem__, text)) * style.size


@cache
def _font(name: str) -> ttfonts.TTFont:
    # Codes of the first subset are not kept equal to ASCII: that would embed 95 glyphs that the letter may not use.
    font = ttfonts.TTFont(name, str(resource(f"fonts/{name}.ttf")), asciiReadable=0)
    pdfmetrics.registerFont(font)
    return font


def _to_unicode(font_name: str, subset: list[int]) -> str:
    """The CMap by which a reader copies and searches text: reportlab's own writes odd hex beyond U+FFFF (𠮷)."""
    entries = [
        f"<{code:02X}> <{chr(char).encode('utf-16-be').hex().upper()}>" for code, char in enumerate(subset) if char
    ]
    blocks = [entries[at : at + _ENTRIES_PER_BLOCK] for at in range(0, len(entries), _ENTRIES_PER_BLOCK)]
    lines = [
        "/CIDInit /ProcSet findresource begin",
        "12 dict begin",
        "begincmap",
        f"/CIDSystemInfo << /Registry ({font_name}) /Ordering ({font_name}) /Supplement 0 >> def",
        f"/CMapName /{font_name} def",
        "/CMapType 2 def",
        "1 begincodespacerange",
        "<00> <FF>",
        "endcodespacerange",
    ]
    for block in blocks:
        lines += [f"{len(block)} beginbfchar", *block, "endbfchar"]
    lines += ["endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"]
    return "\n".join(lines)


ttfonts.makeToUnicodeCMap = _to_unicode
