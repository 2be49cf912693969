"""The words of the letters, read and checked: plain text with named placeholders, no expressions."""

from collections.abc import Iterator
from functools import cache
from string import Formatter

import msgspec

from privdesk.letters.facts import Language
from privdesk.resources import resource

# A passage may be bound to the outcome of the request or to an annex instead of a placeholder.
OUTCOMES = frozenset({"done", "partly", "not_done", "different", "kept"})
ANNEXES = frozenset({"records", "no_records"})

_PAIRS = {"拝啓": "敬具", "拝復": "敬具", "前略": "草々"}
_LISTED = frozenset({"items"})


class WordingFaulty(ValueError):
    """A letter's wording, which comes with the program, is a defect: nobody at a desk can mend it."""

    def __init__(self, template: str, language: str, problem: str) -> None:
        super().__init__(f"the wording of {template} ({language}) is faulty: {problem}")


class Passage(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A paragraph, or with a title a point of the 記; left out unless `when` holds and its placeholders have values."""

    text: str
    title: str = ""
    when: str = ""


class Wording(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One letter in one language; `opening` and `ending` replace those of the frame."""

    version: int
    subject: str
    main: tuple[Passage, ...]
    points: tuple[Passage, ...] = ()
    closing: str = ""
    opening: str = ""
    ending: str = ""

    def passages(self) -> tuple[Passage, ...]:
        """All passages that can hold placeholders."""
        return (*self.main, *self.points)


class Frame(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What all letters of one language share."""

    opening_person: str
    opening_organisation: str
    ending: str
    notes: str
    end: str
    seal_omitted: str
    draft: str
    blank: str
    none: str
    number: str
    postal: str
    digits: tuple[str, ...]
    point_mark: str
    agent: str
    kind: str
    law_short: str
    law_note: str
    list_mark: str
    joint: str
    contact: str
    contact_labels: dict[str, str]
    item_labels: dict[str, str]
    points: tuple[Passage, ...]
    annex: str
    enclosure: str
    sheet_title: str
    sheet_person: str
    sheet_as_of: str
    sheet_purposes: str
    sheet_columns: tuple[str, ...]
    records_title: str
    records_columns: tuple[str, ...]
    directions: dict[str, str]


class Needs(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The placeholders of a letter, the same in every language: all of them are used, `needs` have to have a value."""

    needs: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()


class Catalogue(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Which letters there are, and which decisions count as what outcome."""

    common: Needs
    outcomes: dict[str, tuple[str, ...]]
    letters: dict[str, Needs]


@cache
def catalogue() -> Catalogue:
    """The list of letters in resources/letters/catalogue.toml."""
    return msgspec.toml.decode(resource("letters/catalogue.toml").read_bytes(), type=Catalogue)


@cache
def frame(language: Language) -> Frame:
    """The shared words of a language."""
    found = msgspec.toml.decode(resource(f"letters/{language}/frame.toml").read_bytes(), type=Frame)
    check_placeholders(found.points, catalogue().common, "frame", language)
    return found


@cache
def wording(template: str, language: Language) -> Wording:
    """The words of a letter; KeyError for one that is not in the catalogue, WordingFaulty for a bad placeholder."""
    return parsed(resource(f"letters/{language}/{template}.toml").read_bytes(), template, language)


def parsed(source: bytes, template: str, language: Language) -> Wording:
    """The checked words of a letter from the bytes of its file; raises as `wording` does."""
    letter = catalogue().letters[template]
    common = catalogue().common
    allowed = Needs(needs=letter.needs, optional=letter.optional)
    found = msgspec.toml.decode(source, type=Wording)
    check_placeholders(found.passages(), allowed, template, language, also=frozenset(common.needs + common.optional))
    if _PAIRS.get(found.opening[:2], found.ending) != found.ending:
        raise WordingFaulty(template, language, f"{found.opening[:2]} … {found.ending}")
    return found


def check_placeholders(
    passages: tuple[Passage, ...], letter: Needs, template: str, language: str, also: frozenset[str] = frozenset()
) -> None:
    """Raise WordingFaulty unless the passages use every placeholder of the letter, and besides these only `also`."""
    try:
        used = {name for passage in passages for name in placeholders(passage)}
    except ValueError as error:
        raise WordingFaulty(template, language, str(error)) from error
    own = {*letter.needs, *letter.optional}
    conditions = {passage.when for passage in passages} - {""}
    for name in sorted((used | conditions) - own - also - OUTCOMES - ANNEXES):
        raise WordingFaulty(template, language, f"unknown placeholder {{{name}}}")
    for name in sorted(used & (OUTCOMES | ANNEXES)):
        raise WordingFaulty(template, language, f"{{{name}}} is a condition, not a placeholder")
    for name in sorted(own - used):
        raise WordingFaulty(template, language, f"placeholder {{{name}}} is not used")


def placeholders(passage: Passage) -> Iterator[str]:
    """The names between braces; raises ValueError for a broken brace and for anything but a bare name."""
    for _, name, form, conversion in Formatter().parse(passage.text):
        if name is None:
            continue
        if form or conversion or not name.isidentifier():
            raise ValueError(f"{{{name}}} is not a bare name")
        if name in _LISTED and passage.text != f"{{{name}}}":
            raise ValueError(f"{{{name}}} has to stand alone")
        yield name
