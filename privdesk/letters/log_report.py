"""The report of a month of the log: who did what how often, what is to be looked at, and the code that binds it all."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import msgspec

from privdesk.domain.dates import long_date
from privdesk.domain.log import LogCode, Month
from privdesk.domain.log_words import parsed
from privdesk.letters.facts import Language
from privdesk.letters.layout.fonts import Style, text_width
from privdesk.letters.layout.page import MARGIN, MEASURE, paginated
from privdesk.letters.layout.paint import About, pdf
from privdesk.letters.layout.strips import MM, Column, Rule, Strip, gap, kept, moved, one_line, paragraph
from privdesk.letters.layout.table import TableShape, table
from privdesk.letters.listing import heading, numbered, stated
from privdesk.letters.look import LOOKS, Look
from privdesk.resources import resource

_WIDTHS = (90, 50, 20)
_CODE_SIZE, _CODE_HEIGHT = 15.0, 12 * MM
_SIGN_HEIGHT = 11 * MM


class _Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The report's text in one language; `noted` are the acts that are counted apart, with what they are called."""

    title: str
    office: str
    month: str
    days: str
    made: str
    made_by: str
    unfinished: str
    nothing: str
    noted_title: str
    noted: tuple[tuple[str, str], ...]
    times: str
    columns: tuple[str, str, str]
    nobody: str
    code_title: str
    code: str
    code_use: str
    read_by: str
    read_on: str


def log_report(month: Month, office_name: str, made_on: date, made_by: str, language: Language) -> bytes:
    """The report as A4 pages with page numbers; it holds names of users and counts, nothing about customers."""
    words = msgspec.toml.decode(resource(f"letters/{language}/log_report.toml").read_bytes(), type=_Words)
    look = LOOKS[language]
    strips = [
        *heading(words.title, look),
        gap(3 * MM),
        *_stated(month, office_name, made_on, made_by, words, look, language),
        gap(5 * MM),
        *_noted(month, words, look),
        *_counted(month, words, look, language),
        *(_code(month.code, words, look) if month.code else paragraph(words.nothing, look.column())),
        gap(6 * MM),
        *_signed(words, look),
    ]
    return pdf(numbered(paginated(strips, 20 * MM), look), About(words.title, office_name, language))


def _stated(
    month: Month, office_name: str, made_on: date, made_by: str, words: _Words, look: Look, language: Language
) -> Iterator[Strip]:
    first, last = long_date(month.first, language), long_date(month.last, language)
    said = (
        (words.office, office_name),
        (words.month, words.days.format(first=first, last=last)),
        (words.made, words.made_by.format(day=long_date(made_on, language), name=made_by)),
    )
    yield from stated(said, look)
    if made_on <= month.last:
        yield from paragraph(words.unfinished, look.column("left", look.small))


def _noted(month: Month, words: _Words, look: Look) -> Iterator[Strip]:
    """What an auditor asks about first; a zero stands there too, for it says as much as a number."""
    yield from kept(paragraph(words.noted_title, look.column("left", look.strong)), with_next=True)
    figures = replace(look.column("right"), width=MEASURE * 0.7)
    for act, name in words.noted:
        times = words.times.format(times=f"{month.times(act):,}")
        yield Strip(look.leading, (one_line(name, look.column()), one_line(times, figures)))
    yield gap(5 * MM)


def _counted(month: Month, words: _Words, look: Look, language: Language) -> Iterator[Strip]:
    shape = TableShape(
        MARGIN, tuple(width * MM for width in _WIDTHS), look.table_head, look.table_body, look.table_leading
    )
    known = parsed(resource("log.toml").read_bytes())
    order = {act: place for place, act in enumerate(known.acts())}
    counts = sorted(month.counts, key=lambda one: order.get(one.act, len(order)))
    rows = [(known.act(one.act, language), one.user or words.nobody, f"{one.times:,}") for one in counts]
    if rows:
        yield from table(shape, words.columns, rows)
        yield gap(6 * MM)


def _code(code: LogCode, words: _Words, look: Look) -> list[Strip]:
    """The code, boxed and large, for it is typed off the sheet one day."""
    middle = Column(MARGIN, MEASURE, Style("gothic", _CODE_SIZE), _CODE_HEIGHT, "centre")
    boxed = Rule(MARGIN, 0, MARGIN + MEASURE, _CODE_HEIGHT, 0.6, boxed=True)
    return kept(
        [
            *paragraph(words.code_title, look.column("left", look.strong)),
            *paragraph(words.code, look.column()),
            gap(1 * MM),
            Strip(_CODE_HEIGHT, (boxed, one_line(str(code), middle))),
            gap(2 * MM),
            *paragraph(words.code_use, look.column("left", look.small)),
        ]
    )


def _signed(words: _Words, look: Look) -> Iterator[Strip]:
    """Lines on which who read the report signs by hand."""
    labels = (words.read_by, words.read_on)
    start = MARGIN + max(text_width(label, look.body) for label in labels) + look.body.size
    for label in labels:
        column = replace(look.column(), leading=_SIGN_HEIGHT)
        line = Rule(start, _SIGN_HEIGHT * 0.75, MARGIN + MEASURE * 0.6, _SIGN_HEIGHT * 0.75)
        yield Strip(_SIGN_HEIGHT, (moved(one_line(label, column), 1.5 * MM), line))
