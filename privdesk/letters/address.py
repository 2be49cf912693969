"""The addressee's block, fitted into a label or the part of a window that shows however the sheet lies."""

import re
from collections.abc import Iterator
from dataclasses import replace

from privdesk.domain.errors import AddressTooLong
from privdesk.letters.envelopes import Box, Envelope
from privdesk.letters.facts import Addressee, Language, LetterFacts
from privdesk.letters.layout.fonts import Style, text_width
from privdesk.letters.layout.glyphs import drawable
from privdesk.letters.layout.strips import MM, Column, Mark, Strip, paragraph, stacked
from privdesk.letters.look import LOOKS
from privdesk.letters.wording import Frame

ORGANISATION = "御中"

_JAPANESE = re.compile("[\u3040-\u30ff\u3400-\u9fff]")
_SIZES = (11.0, 10.5, 10.0, 9.5, 9.0, 8.5, 8.0, 7.5, 7.0, 6.5, 6.0)
_PITCH = 1.25
_NAME_SCALE = 1.15
_NAME_GAP = 4.0


def address(facts: LetterFacts, frame: Frame, envelope: Envelope) -> list[Mark]:
    """The block as marks of the first page, in the largest size that fits.

    Raises AddressTooLong if none does; a draft shows the smallest, so that one sees what to shorten.
    """
    marks, fits = fitted(facts.addressee, facts.language, frame, envelope.safe)
    if not fits and facts.number is not None:
        raise AddressTooLong
    return marks


def fitted(addressee: Addressee, language: Language, frame: Frame, box: Box) -> tuple[list[Mark], bool]:
    """The block as marks of a page in the largest size that fits into a box, else the smallest; and whether it fits."""
    face = LOOKS[language].body.face
    for size in _SIZES:
        column = Column(box.x * MM, box.width * MM, Style(face, size), size * _PITCH)
        block = _block(addressee, language, frame, column)
        if sum(strip.height for strip in block) <= box.height * MM:
            return stacked(block, box.y * MM), True
    return stacked(block, box.y * MM), False


def _block(addressee: Addressee, language: Language, frame: Frame, column: Column) -> list[Strip]:
    """Postal code, address and name as the post of the script reads them: the name last in Japanese, else first."""
    larger = Style(column.style.face, column.style.size * _NAME_SCALE)
    named = replace(column, style=larger, leading=column.leading * _NAME_SCALE)
    name = [strip for line in _name_lines(addressee, language, frame, named) for strip in paragraph(line, named)]
    lines = [drawable(line, column.style.face).replace("\n", " ") for line in addressee.address]
    postal = addressee.postal
    if any(_JAPANESE.search(line) for line in lines):
        lines = [f"〒{postal}", *lines] if postal else lines
        where = [strip for line in lines for part in _parted(line, column) for strip in paragraph(part, column)]
        return [*where, Strip(_NAME_GAP), *name]
    if postal:
        lines.append(f"〒{postal}" if language == "ja" else postal)
    return [*name, *(strip for line in lines for strip in paragraph(line, column))]


def _parted(line: str, column: Column) -> Iterator[str]:
    """A line that is too wide ends at a space, where its writer parted street and building, before it ends anywhere."""
    held = ""
    for word in re.split("[ \u3000]+", line):
        longer = f"{held}　{word}" if held else word
        if held and text_width(longer, column.style) > column.width:
            yield held
            longer = word
        held = longer
    yield held


def _name_lines(addressee: Addressee, language: Language, frame: Frame, column: Column) -> Iterator[str]:
    """The name with its honorific; an agent stands beside the person, or below where that is too long for a line."""
    name = drawable(addressee.name, column.style.face).replace("\n", " ")
    honorific = addressee.honorific
    if language == "ja":
        called = f"{name}　{honorific}".rstrip()
    else:
        called = name if honorific == ORGANISATION else f"{honorific} {name}".strip()
    if not addressee.agent_for:
        yield called
        return
    principal = drawable(addressee.agent_for, column.style.face).replace("\n", " ")
    whole = frame.agent.format(principal=principal, agent=name, called=called, honorific=honorific)
    if text_width(whole.replace("\n", " "), column.style) <= column.width:
        whole = whole.replace("\n", " ")
    yield from whole.split("\n")
