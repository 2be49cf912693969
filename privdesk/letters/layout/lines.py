"""Breaks text into lines after the Japanese rules of what may not begin or end a line (kinsoku, JIS X 4051)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from privdesk.letters.layout.fonts import Style, advance_of, text_width
from privdesk.letters.layout.glyphs import drawable

_NOT_FIRST = frozenset(
    "、。，．・：；？！）〕］｝〉》」』】’”ゝゞ々ー〜～ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ,.:;?!)]}%％℃゛゜…‐"
)
_NOT_LAST = frozenset("（〔［｛〈《「『【‘“([{〒￥＄")
_HALF_AT_END = frozenset("、。，．）〕］｝〉》」』】")
# a number and what it counts are not parted
_COUNTER = r"(?:(?<=[0-9０-９])(?:丁目|番地|番|号室|号|階|棟|室|年|月|日|時|分|円|条|項|件|名|通|回))?"
# wide numerals hold together as the narrow ones do, a house number such as ６－２２ as a whole
_UNITS = re.compile(rf"\s|[^\s\u2e80-\U0003ffff]+{_COUNTER}|[０-９]+(?:[－ー‐−][０-９]+)*{_COUNTER}|.", re.DOTALL)
_WIDOW = 2.01  # em
_WIDEST_GAP = 0.12  # of an em: a line that would need more stays ragged


@dataclass(frozen=True, slots=True)
class Line:
    """One set line; `spacing` is the extra room after each character, in points, that fills the measure."""

    text: str
    spacing: float = 0.0


def broken(text: str, style: Style, width: float, justified: bool = False) -> list[Line]:
    """The text in lines of at most `width` points; each \\n starts a new one, an empty text is one empty line."""
    lines: list[Line] = []
    for paragraph in drawable(text, style.face).split("\n"):
        if not justified:
            lines += [Line(line) for line in _filled(paragraph, style, width)]
            continue
        *full, last = _without_widow(paragraph, style, width)
        lines += [Line(line, _spacing(line, style, width)) for line in full]
        lines.append(Line(last, min(0.0, _spacing(last, style, width))))
    return lines


def _without_widow(paragraph: str, style: Style, width: float) -> list[str]:
    """The paragraph's lines; one or two characters alone on the last are drawn up by setting the others closer."""
    lines = _filled(paragraph, style, width)
    if len(lines) > 1 and text_width(lines[-1], style) <= _WIDOW * style.size:
        closer = _filled(paragraph, style, width + style.size)
        return closer if len(closer) < len(lines) else lines
    return lines


def _filled(paragraph: str, style: Style, width: float) -> list[str]:
    if text_width(paragraph, style) <= width:
        return [paragraph.rstrip()]
    lines: list[str] = []
    current, used = "", 0.0
    for cluster in _clusters(paragraph):
        for piece in _pieces(cluster, style, width):
            advance = text_width(piece, style)
            if current and used + advance - _overhang(piece, style) > width + 0.01:
                lines.append(current.rstrip())
                current, used = "", 0.0
                if piece == " ":
                    continue
            current += piece
            used += advance
    return [*lines, current.rstrip()]


def _clusters(paragraph: str) -> Iterator[str]:
    """The parts between which a line may end."""
    units = _UNITS.findall(paragraph)
    if not units:
        return
    cluster = units[0]
    for before, after in pairwise(units):
        if before[-1] in _NOT_LAST or after[0] in _NOT_FIRST:
            cluster += after
        else:
            yield cluster
            cluster = after
    yield cluster


def _pieces(cluster: str, style: Style, width: float) -> list[str]:
    """The cluster itself, or what fits on a line each time where it is wider than one."""
    if text_width(cluster, style) - _overhang(cluster, style) <= width:
        return [cluster]
    advances, pieces, used = advance_of(style.face), [""], 0.0
    for char in cluster:
        advance = advances[char] * style.size
        if pieces[-1] and used + advance > width:
            pieces.append("")
            used = 0.0
        pieces[-1] += char
        used += advance
    return pieces


def _overhang(text: str, style: Style) -> float:
    """The blank right half of a closing mark, which need not fit into the measure."""
    return style.size / 2 if text[-1:] in _HALF_AT_END else 0.0


def _spacing(line: str, style: Style, width: float) -> float:
    slack = width - text_width(line, style) + _overhang(line, style)
    gaps = len(line) - 1
    return slack / gaps if gaps > 0 and slack / gaps <= _WIDEST_GAP * style.size else 0.0
