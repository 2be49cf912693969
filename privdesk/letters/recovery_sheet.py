"""The recovery sheet: one page that opens the desk when all passwords are lost, to be sealed in an envelope."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

import msgspec

from privdesk.domain.dates import long_date
from privdesk.letters.facts import Language
from privdesk.letters.layout.fonts import Style, text_width
from privdesk.letters.layout.page import MARGIN, MEASURE, paginated
from privdesk.letters.layout.paint import About, pdf
from privdesk.letters.layout.strips import MM, Column, Mark, Rule, Strip, beside, gap, moved, one_line, paragraph
from privdesk.letters.look import LOOKS, Look
from privdesk.resources import resource

_PER_ROW = 4
_CELL_WIDTH, _CELL_HEIGHT = MEASURE / _PER_ROW, 14 * MM
_NUMBER = Style("gothic", 7.5)
_GROUP_FACE = "gothic"  # of one width, so that groups of one length line up
_GROUP_SIZES = (20.0, 18.0, 16.0, 14.0, 12.0, 10.0, 8.0)
_FIELD_HEIGHT = 11 * MM


class _Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The sheet's text in one language."""

    title: str
    office: str
    desk: str
    made_on: str
    secret: str
    rules_title: str
    rules: tuple[str, ...]
    sealed_by: str
    sealed_on: str
    kept_at: str


def recovery_sheet(
    office_name: str, desk_id_short: str, groups: Sequence[str], made_on: date, language: Language
) -> bytes:
    """One A4 page with the groups large and numbered, and how to keep it; a desk that is not made yet has no number.

    The bytes hold the secret in clear: they go to the printer or the file the user chose, and nowhere else.
    """
    words = msgspec.toml.decode(resource(f"letters/{language}/recovery_sheet.toml").read_bytes(), type=_Words)
    look = LOOKS[language]
    heading = Style(look.subject.face, 18)
    lines = ((words.office, office_name), (words.desk, desk_id_short), (words.made_on, long_date(made_on, language)))
    stated = tuple((name, text) for name, text in lines if text)
    strips = [
        *paragraph(words.title, replace(look.column("centre", heading), leading=28)),
        gap(4 * MM),
        *_stated(stated, look),
        gap(5 * MM),
        *paragraph(words.secret, look.column("left", look.strong)),
        gap(1 * MM),
        *_groups(groups),
        gap(6 * MM),
        *paragraph(words.rules_title, look.column("left", look.strong)),
        *_rules(words.rules, look),
        gap(4 * MM),
        *_fields((words.sealed_by, words.sealed_on, words.kept_at), look),
    ]
    return pdf(paginated(strips, 20 * MM), About(words.title, office_name, language))


def _stated(stated: Sequence[tuple[str, str]], look: Look) -> Iterator[Strip]:
    width = max(text_width(label, look.body) for label, _ in stated) + look.body.size
    for label, text in stated:
        yield from beside([paragraph(label, look.column()), paragraph(text, look.column().inset(width))])


def _groups(groups: Sequence[str]) -> list[Strip]:
    """Boxes of one group each, its number in the corner, as many rows as it takes."""
    widest = max(groups, key=len)
    fitting = (size for size in _GROUP_SIZES if text_width(widest, Style(_GROUP_FACE, size)) <= _CELL_WIDTH - 6 * MM)
    style = Style(_GROUP_FACE, next(fitting, _GROUP_SIZES[-1]))
    rows = [range(at, min(at + _PER_ROW, len(groups))) for at in range(0, len(groups), _PER_ROW)]
    return [
        Strip(
            _CELL_HEIGHT,
            tuple(mark for place, at in enumerate(row) for mark in _cell(place, at + 1, groups[at], style)),
        )
        for row in rows
    ]


def _cell(place: int, number: int, group: str, style: Style) -> tuple[Mark, ...]:
    x = MARGIN + place * _CELL_WIDTH
    corner = Column(x + 1.2 * MM, _CELL_WIDTH, _NUMBER, 10)
    middle = Column(x, _CELL_WIDTH, style, _CELL_HEIGHT, "centre")
    return (
        Rule(x, 0, x + _CELL_WIDTH, _CELL_HEIGHT, 0.6, boxed=True),
        moved(one_line(str(number), corner), 0.6 * MM),
        moved(one_line(group, middle), 1 * MM),
    )


def _rules(rules: Sequence[str], look: Look) -> Iterator[Strip]:
    column = look.column()
    for number, rule in enumerate(rules, 1):
        label = [Strip(look.leading, (one_line(f"{number}.", column),))]
        text = paragraph(rule, replace(column.inset(1.6 * look.body.size), align=look.align))
        yield from beside([label, text])


def _fields(labels: Sequence[str], look: Look) -> Iterator[Strip]:
    """Lines to be filled in by hand."""
    start = MARGIN + max(text_width(label, look.body) for label in labels) + look.body.size
    for label in labels:
        column = replace(look.column(), leading=_FIELD_HEIGHT)
        line = Rule(start, _FIELD_HEIGHT * 0.75, MARGIN + MEASURE * 0.6, _FIELD_HEIGHT * 0.75)
        yield Strip(_FIELD_HEIGHT, (moved(one_line(label, column), 1.5 * MM), line))
