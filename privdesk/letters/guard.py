"""Finds, before anything is printed, the characters that would print as 〓."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass

from privdesk.letters.facts import LetterFacts
from privdesk.letters.layout.glyphs import missing
from privdesk.letters.look import LOOKS


@dataclass(frozen=True, slots=True)
class MissingGlyph:
    """A character, or its variant, that the letter's fonts lack, and the fact that holds it, such as addressee.name."""

    char: str
    where: str

    @property
    def named(self) -> str:
        """The character with its code points: a font that lacks it on the page may lack it on the screen too."""
        return f"{self.char} ({' '.join(f'U+{ord(sign):04X}' for sign in self.char)})"


def missing_glyphs(facts: LetterFacts) -> list[MissingGlyph]:
    """Every character of the facts that the letter's fonts lack, in the order of the facts, once per fact."""
    faces = LOOKS[facts.language].faces()
    return [MissingGlyph(char, where) for where, text in _texts(facts, "") for char in missing(text, faces)]


def _texts(fact: object, where: str) -> Iterator[tuple[str, str]]:
    if isinstance(fact, str):
        yield where, fact
    elif isinstance(fact, tuple):
        for at, part in enumerate(fact):
            yield from _texts(part, f"{where}[{at}]")
    elif is_dataclass(fact):
        for field in fields(fact):
            yield from _texts(getattr(fact, field.name), f"{where}.{field.name}" if where else field.name)
