"""Which variants of a character a font draws with its ordinary glyph, as its own table of variants says."""

import struct
from bisect import bisect_right
from collections.abc import Mapping
from functools import cache

from privdesk.letters.layout.fonts import font_of
from privdesk.resources import resource

# subtable of a cmap: variation sequences (OpenType, cmap format 14)
_SEQUENCES = 14
_Ranges = tuple[tuple[int, int], ...]


def draws_variant(face: str, char: str, selector: str) -> bool:
    """Whether the glyph that a face draws for `char` is the variant that the selector asks for."""
    font = font_of(face)[char]
    ranges = _ordinary(font).get(ord(selector), ()) if font else ()
    place = bisect_right(ranges, (ord(char), 0x10FFFF)) - 1
    return place >= 0 and ranges[place][0] <= ord(char) <= ranges[place][1]


@cache
def _ordinary(font: str) -> Mapping[int, _Ranges]:
    """For each selector the ranges of characters whose ordinary glyph is what it asks for."""
    data = resource(f"fonts/{font}.ttf").read_bytes()
    (tables,) = struct.unpack_from(">H", data, 4)
    heads = (struct.unpack_from(">4sLLL", data, 12 + 16 * n) for n in range(tables))
    cmap = next(offset for tag, _, offset, _ in heads if tag == b"cmap")
    (count,) = struct.unpack_from(">H", data, cmap + 2)
    for n in range(count):
        (offset,) = struct.unpack_from(">L", data, cmap + 8 + 8 * n)
        start = cmap + offset
        if struct.unpack_from(">H", data, start) == (_SEQUENCES,):
            return dict(_selectors(data, start))
    return {}


def _selectors(data: bytes, start: int) -> list[tuple[int, _Ranges]]:
    (count,) = struct.unpack_from(">L", data, start + 6)
    found = []
    for n in range(count):
        high, low, ordinary, _ = struct.unpack_from(">BHLL", data, start + 10 + 11 * n)
        found.append((high << 16 | low, _ranges(data, start + ordinary) if ordinary else ()))
    return found


def _ranges(data: bytes, start: int) -> _Ranges:
    (count,) = struct.unpack_from(">L", data, start)
    read = (struct.unpack_from(">BHB", data, start + 4 + 4 * n) for n in range(count))
    return tuple((high << 16 | low, (high << 16 | low) + more) for high, low, more in read)
