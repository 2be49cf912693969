"""The annexes: the data sheet of a disclosure and the records of provision to third parties."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from privdesk.letters.facts import DataSection, DataSheet, LetterFacts, ProvisionFact
from privdesk.letters.filling import written
from privdesk.letters.layout.fonts import text_width
from privdesk.letters.layout.page import MARGIN
from privdesk.letters.layout.strips import MM, Strip, beside, gap, kept, paragraph
from privdesk.letters.layout.table import TableShape, table
from privdesk.letters.look import LOOKS, Look
from privdesk.letters.wording import Frame

_SHEET_WIDTHS = (28, 62, 27, 27, 16)
_RECORD_WIDTHS = (22, 14, 44, 34, 20, 26)


def annex_title(facts: LetterFacts, frame: Frame) -> str:
    """What the letter encloses; empty if nothing."""
    if facts.sheet:
        return frame.sheet_title
    return frame.records_title if facts.provisions else ""


def annex(facts: LetterFacts, frame: Frame) -> Iterator[Strip]:
    """The annex as strips of pages of its own, row by row, for there can be thousands; empty if there is none."""
    title = annex_title(facts, frame)
    if not title:
        return
    look = LOOKS[facts.language]
    yield from paragraph(frame.annex, look.column("right"))
    yield from paragraph(title, look.column("centre", look.subject))
    yield gap(look.leading * 0.6)
    if facts.sheet:
        yield from _sheet(facts.sheet, facts, frame, look)
    else:
        yield from _records(facts.provisions or (), facts, frame, look)


def _sheet(sheet: DataSheet, facts: LetterFacts, frame: Frame, look: Look) -> Iterator[Strip]:
    numbers = _purpose_numbers(sheet)
    legend = "\n".join(f"{number}. {purpose}" for purpose, number in numbers.items())
    stated = (
        (frame.sheet_person, sheet.person),
        (frame.sheet_as_of, written(sheet.as_of, facts.language)),
        (frame.sheet_purposes, legend or frame.none),
    )
    column = replace(look.column("left", look.small), leading=look.table_leading + 0.5)
    label_width = max(text_width(label, column.style) for label, _ in stated) + column.style.size
    for label, text in stated:
        yield from beside([paragraph(label, column), paragraph(text, column.inset(label_width))])
    for section in sheet.sections:
        yield from _section(section, numbers, facts, frame, look)


def _section(
    section: DataSection, numbers: dict[str, int], facts: LetterFacts, frame: Frame, look: Look
) -> Iterator[Strip]:
    yield gap(look.leading * 0.7)
    yield from kept(paragraph(section.title, look.column("left", look.strong)), with_next=True)
    rows = (
        (
            row.item,
            row.value or frame.none,
            row.source or frame.none,
            written(row.acquired, facts.language) or frame.none,
            frame.joint.join(_runs(sorted(numbers[purpose] for purpose in row.purposes))) or frame.none,
        )
        for row in section.rows
    )
    yield from table(_shape(_SHEET_WIDTHS, look), frame.sheet_columns, rows)


def _records(records: tuple[ProvisionFact, ...], facts: LetterFacts, frame: Frame, look: Look) -> Iterator[Strip]:
    rows = (
        (
            written(record.on, facts.language),
            frame.directions.get(record.direction, record.direction),
            "\n".join(filter(None, (record.party, record.party_address, record.party_representative))),
            record.data,
            record.consent or frame.none,
            record.obtained or frame.none,
        )
        for record in records
    )
    return table(_shape(_RECORD_WIDTHS, look), frame.records_columns, rows)


def _purpose_numbers(sheet: DataSheet) -> dict[str, int]:
    """Each purpose once, numbered as the rows first name it: the table prints numbers, the legend the words."""
    purposes = dict.fromkeys(purpose for section in sheet.sections for row in section.rows for purpose in row.purposes)
    return {purpose: number for number, purpose in enumerate(purposes, 1)}


def _runs(numbers: Sequence[int]) -> Iterator[str]:
    """Ascending numbers with each run of three or more written from its first to its last."""
    for _, run in groupby(enumerate(numbers), key=lambda placed: placed[1] - placed[0]):
        first, *rest = (number for _, number in run)
        yield from (f"{first}-{rest[-1]}",) if len(rest) > 1 else map(str, (first, *rest))


def _shape(widths: tuple[int, ...], look: Look) -> TableShape:
    return TableShape(
        MARGIN, tuple(width * MM for width in widths), look.table_head, look.table_body, look.table_leading
    )
